"""Assess, send, return, hold, decide: who may, what is kept, and that only a decision counts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from airwars_desk.errors import BadInput, NotAllowed
from airwars_desk.operations import history, review
from airwars_desk.operations.desk import Desk, close, new_casebook
from airwars_desk.operations.entry import new_uid, open_case, save_case
from airwars_desk.operations.figures import figures
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.operations.waiting import (
    count_waiting,
    figures_of,
    lay_side_by_side,
    steps_of,
    waiting,
)
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules import ranges
from airwars_desk.rules.effect import moves, places_of
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.narrative import counts_of
from airwars_desk.rules.sides import ROW_OF, first_choice
from airwars_desk.rules.standing import standing_decisions
from tests.operations.people import seat
from tests.store import books

KILLED = "killed group/civilians"
CHILDREN = "killed group/children"


class Three:
    """Two researchers and a supervisor at one casebook, with one incident of the first's."""

    def __init__(self, folder: Path) -> None:
        self.lk = new_casebook(books.office(folder), folder / "T.casebook", "L. Karim")
        self.dosei = seat(self.lk, "D. Osei", "researcher")
        self.km = seat(self.lk, "K. Mera", "supervisor")
        self.uid = books.add_incident(self.lk, 1)

    def assess(self, desk: Desk, uid: str = "", **values: Any) -> Any:
        told = {"grade": "Fair", KILLED: (4, 6), "civilian_harm_reported": True, **values}
        return review.assess(desk, uid or self.uid, told, "two origins")


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Three]:
    made = Three(tmp_path)
    yield made
    close(made.lk)


def decided(three: Three, **values: Any) -> dict[str, Any]:
    """Return what a decision would hold if everything was taken as it is laid out at first."""
    laid = lay_side_by_side(three.km, three.uid)
    taken = first_choice(laid.sides)
    return {**{key: laid.sides[n].values[key] for key, n in taken.items()}, **values}


def test_an_assessment_is_kept_beside_the_first_and_moves_no_figure(three: Three) -> None:
    before = figures(three.lk, Filters())
    three.assess(three.lk)
    three.assess(three.lk, grade="Weak")
    three.assess(three.dosei, **{KILLED: (4, 5)})
    case = open_case(three.lk, three.uid)
    assert [item.values["grade"] for item in case.of("assessment")] == ["Fair", "Weak", "Fair"]
    sides = lay_side_by_side(three.km, three.uid).sides
    assert [side.kind for side in sides] == ["decision", "assessment", "assessment", "working"]
    assert [side.values["grade"] for side in sides[1:3]] == ["Weak", "Fair"]
    assert sides[2].values[KILLED] == (4, 5)
    after = figures(three.lk, Filters())
    assert {**after, "as_of": ""} == {**before, "as_of": ""}
    assert check_casebook(three.lk) == []


def test_unknown_and_not_spoken_of_stay_apart_in_an_assessment(three: Three) -> None:
    three.assess(three.lk, **{CHILDREN: (None, None)})
    side = lay_side_by_side(three.km, three.uid).sides[1]
    assert side.values[CHILDREN] == (None, None)
    assert "killed group/women" not in side.values
    assert "strike_status" not in side.values
    taken = decided(three)
    assert taken[CHILDREN] == (None, None)
    assert taken["date_start"] == "2017-03-02"


def test_without_a_reason_nothing_is_graded(three: Three) -> None:
    with pytest.raises(BadInput, match="reason"):
        review.assess(three.lk, three.uid, {"grade": "Fair"}, "  ")
    with pytest.raises(BadInput, match="not a grade"):
        review.assess(three.lk, three.uid, {"grade": "Likely"}, "x")
    with pytest.raises(BadInput, match="whole number"):
        review.assess(three.lk, three.uid, {KILLED: (1.5, 2)}, "x")
    assert open_case(three.lk, three.uid).of("assessment") == []


def test_only_a_supervisor_decides_returns_and_holds(three: Three) -> None:
    three.assess(three.lk)
    three.assess(three.dosei)
    for act in (
        lambda desk: review.decide(desk, three.uid, grade="Fair", reason="x"),
        lambda desk: review.return_case(desk, three.uid, "x"),
        lambda desk: review.hold_case(desk, three.uid, "x"),
    ):
        with pytest.raises(NotAllowed):
            act(three.dosei)
    assert standing_decisions(open_case(three.lk, three.uid)) == []


def test_who_entered_does_not_decide_alone_unless_the_casebook_says_so(three: Three) -> None:
    own = books.add_incident(three.km, 2)
    review.assess(three.lk, own, {"grade": "Fair"}, "two origins")
    with pytest.raises(NotAllowed, match="entered"):
        review.decide(three.km, own, grade="Fair", reason="x")
    assert lay_side_by_side(three.km, own).refusal is not None
    books.let_decide_alone(three.km)
    review.decide(three.km, own, grade="Fair", reason="x")
    assert lay_side_by_side(three.km, own).refusal is None


def test_whose_assessment_is_the_only_one_does_not_decide(three: Three) -> None:
    three.assess(three.km)
    with pytest.raises(NotAllowed, match="your own"):
        review.decide(three.km, three.uid, grade="Fair", reason="x")
    three.assess(three.dosei)
    review.decide(three.km, three.uid, grade="Fair", reason="x")
    assert len(standing_decisions(open_case(three.lk, three.uid))) == 1


def test_decided_values_stand_and_working_ones_stay(three: Three) -> None:
    three.assess(three.lk, **{CHILDREN: (1, 1)})
    values = decided(three, **{KILLED: (5, 7), "date_start": "2017-04-02", "province": None})
    review.decide(three.km, three.uid, reason="sides and a typed range", values=values)
    case = open_case(three.lk, three.uid)
    (decision,) = standing_decisions(case)
    assert decision.values["grade"] == "Fair"
    assert decision.values["date_start"] == "2017-04-02"
    assert decision.values["person"] == three.km.person
    assert decision.values["assessments"] == [item.uid for item in case.of("assessment")]
    assert case.get(three.uid, "state") == "decided"
    assert case.get(three.uid, "date_start") == "2017-03-02"
    (side, *_) = lay_side_by_side(three.km, three.uid).sides
    assert side.values[KILLED] == (5, 7)
    assert side.values[CHILDREN] == (1, 1)
    assert case.of("working_range")[0].values["killed_max"] != 7
    told = figures(three.lk, Filters(month_from="2017-04", month_to="2017-04"))
    assert (told["likely"]["killed_min"], told["likely"]["killed_max"]) == (5, 7)
    assert check_casebook(three.lk) == []


def test_sent_returned_held_and_decided_leave_their_notes(three: Three) -> None:
    three.assess(three.lk)
    assert [one.uid for one in waiting(three.km)] == [three.uid]
    review.send_for_review(three.lk, three.uid)
    with pytest.raises(BadInput, match="already"):
        review.send_for_review(three.lk, three.uid)
    with pytest.raises(BadInput, match="missing"):
        review.return_case(three.km, three.uid, "")
    review.return_case(three.km, three.uid, "Why is A left out?")
    assert open_case(three.lk, three.uid).get(three.uid, "state") == "returned"
    (one,) = waiting(three.km)
    assert (one.returned, one.is_held, one.grade) == (1, False, "Fair")
    review.send_for_review(three.lk, three.uid, "answered")
    review.hold_case(three.km, three.uid, "geolocation")
    assert [one.is_held for one in waiting(three.km)] == [True]
    assert [(step.operation, step.reason) for step in steps_of(three.lk, three.uid)] == [
        ("send_for_review", ""),
        ("return_case", "Why is A left out?"),
        ("send_for_review", "answered"),
        ("hold_case", "geolocation"),
    ]
    review.decide(three.km, three.uid, values=decided(three), reason="two origins")
    assert waiting(three.km) == []
    assert sum(count_waiting(three.km).values()) == 0
    three.assess(three.dosei)
    assert sum(count_waiting(three.km).values()) == 1


def test_an_undone_return_is_no_step_any_more(three: Three) -> None:
    change = review.return_case(three.km, three.uid, "Which hospital?")
    history.undo(three.km, change.id)
    assert steps_of(three.km, three.uid) == []
    assert open_case(three.km, three.uid).get(three.uid, "state") == "researching"


def test_held_incidents_come_last(three: Three) -> None:
    second = books.add_incident(three.lk, 2)
    for uid in (three.uid, second):
        review.send_for_review(three.lk, uid)
    assert [one.uid for one in waiting(three.km)] == [three.uid, second]
    review.hold_case(three.km, three.uid)
    assert [one.uid for one in waiting(three.km)] == [second, three.uid]


def test_the_queue_is_grouped_by_state_and_begins_with_what_one_may_decide(three: Three) -> None:
    mine = books.add_incident(three.km, 2)
    other = books.add_incident(three.lk, 3)
    again = books.add_incident(three.lk, 4)
    for uid in (mine, other):
        review.send_for_review(three.lk, uid)
    review.return_case(three.km, three.uid, "Why is A left out?")
    review.decide(three.km, again, grade="Weak", reason="one origin")
    three.assess(three.lk, again)
    found = [(one.uid, one.state, one.may_decide) for one in waiting(three.km)]
    assert found == [
        (other, "in_review", True),
        (mine, "in_review", False),
        (again, "decided", True),
        (three.uid, "returned", True),
    ]
    assert count_waiting(three.km) == {"in_review": 2, "decided": 1, "returned": 1}
    for one in waiting(three.km):
        assert one.may_decide == (lay_side_by_side(three.km, one.uid).refusal is None)
    assert not any(one.may_decide for one in waiting(three.lk))


def test_two_decisions_that_stand_are_replaced_together(three: Three) -> None:
    three.assess(three.lk)
    for grade in ("Fair", "Weak"):
        review.decide(three.km, three.uid, grade=grade, reason="apart", replaces=[])
    laid = lay_side_by_side(three.km, three.uid)
    assert len(laid.decisions) == 2
    review.decide(three.km, three.uid, values=decided(three), reason="both seen")
    assert len(lay_side_by_side(three.km, three.uid).decisions) == 1


def test_what_came_after_the_decision_is_new(three: Three) -> None:
    three.assess(three.lk)
    case = open_case(three.lk, three.uid)
    case.add("narrative", new_uid(), language="language/english", text="Four were killed.")
    save_case(three.lk, case)
    review.decide(three.km, three.uid, values=decided(three), reason="two origins")
    case = open_case(three.lk, three.uid)
    added = case.add("citation", new_uid(), name="Qasra Documentation", position=9).uid
    (narrative,) = case.of("narrative")
    case.set(narrative.uid, "text", "Five were killed.")
    gone = case.of("victim")[0]
    name = gone.values["name"]
    case.remove(gone.uid)
    save_case(three.lk, case)
    laid = lay_side_by_side(three.km, three.uid)
    assert laid.new == {added}
    assert laid.gone == (name,)
    assert laid.narrative == ("Four were killed.", "Five were killed.")


def test_the_narrative_is_read_as_decided_and_as_it_is_now(three: Three) -> None:
    case = open_case(three.lk, three.uid)
    source = case.of("citation")[0]
    case.set(source.uid, "name", "Qasra Today")
    text = f"[source:{source.uid}] says [count:killed] were killed."
    case.add("narrative", new_uid(), language="language/english", text=text)
    save_case(three.lk, case)
    three.assess(three.lk)
    review.decide(three.km, three.uid, values=decided(three), reason="two origins")
    then = killed_of(three.uid, lay_side_by_side(three.km, three.uid).case)
    case = open_case(three.lk, three.uid)
    for item in case.of("working_range"):
        if item.values.get("group") == CIVILIANS:
            case.set(item.uid, "killed_min", 17)
            case.set(item.uid, "killed_max", 23)
    save_case(three.lk, case)
    before, after = lay_side_by_side(three.km, three.uid).narrative
    assert before == f"Qasra Today (S1) says {then} were killed."
    assert after == "Qasra Today (S1) says 17–23 were killed."


def killed_of(uid: str, case: Case) -> str:
    (decision,) = standing_decisions(case)
    assert decision.owner == uid
    return ranges.show(*counts_of(case, "decided_range", decision.uid)["killed"])


COUNT = st.one_of(st.none(), st.integers(0, 30))
DECIDED = st.fixed_dictionaries(
    {
        "grade": st.sampled_from(["Confirmed", "Fair", "Weak", "Contested", "Discounted", None]),
        "civilian_harm_reported": st.sampled_from([True, False, None]),
        "date_start": st.sampled_from(["2017-03-05", "2017-04-02", None]),
        "tracked_belligerents": st.sampled_from(
            [(), (books.COALITION,), (books.COALITION, "belligerent/russian-military")]
        ),
        KILLED: st.tuples(COUNT, COUNT),
        CHILDREN: st.tuples(COUNT, COUNT),
        "injured group/civilians": st.tuples(COUNT, COUNT),
    }
)


def test_the_effect_is_what_the_figures_say_afterwards(tmp_path: Path) -> None:
    three = Three(tmp_path)
    other = books.add_incident(three.lk, 3)
    review.decide(three.km, other, grade="Fair", reason="a neighbour in the sums")

    @settings(max_examples=25, deadline=None)
    @given(DECIDED)
    def holds(changed: dict[str, Any]) -> None:
        laid = lay_side_by_side(three.km, three.uid)
        old = dict(laid.sides[0].values) if laid.decisions else None
        working = dict(laid.sides[-1].values)
        new = {**{key: laid.sides[0].values[key] for key in ROW_OF}, **changed}
        places = places_of(old if old is not None else working, new)
        before = figures_of(three.km, places)
        told = {place: moves(place, before[place], old, new, working) for place in places}
        review.decide(three.km, three.uid, values=new, reason="tried")
        after = figures_of(three.km, places)
        for place, found in told.items():
            for move in found:
                now = after[place].get(move.name) or after[place]["by_grade"][move.name]
                assert move.after == now, (place, move.name)

    holds()
    close(three.lk)
