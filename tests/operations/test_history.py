"""Stories of one desk: save, undo, redo, drafts, decisions, conflicts, erasure."""

from pathlib import Path
from typing import Any

import pytest

from airwars_desk.errors import BadInput, NotAllowed, Refused
from airwars_desk.operations import (
    browse,
    conflicts,
    drafts,
    entry,
    erasure,
    history,
    review,
)
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import figures
from airwars_desk.records.case import Case
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.query import Listing
from tests.store.books import let_decide_alone


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    opened = new_casebook(Office(), tmp_path / "a.casebook", "Lina Karim", "supervisor")
    let_decide_alone(opened)
    yield opened
    close(opened)


@pytest.fixture
def case(desk: Desk) -> Case:
    made = entry.new_case(desk)
    made.set(made.uid, "codes", ["MQ0412"])
    made.set(made.uid, "location_name", "Tell Maraya")
    made.set(made.uid, "location_name_arabic", "تل مَرايا")
    made.set(made.uid, "date_start", "2024-03-14")
    made.set(made.uid, "civilian_harm_reported", True)
    made.add(
        "working_range",
        entry.new_uid(),
        group="group/civilians",
        form="group",
        killed_min=15,
        killed_max=21,
    )
    made.add("victim", entry.new_uid(), name="Samira Yusuf", position=1)
    entry.save_case(desk, made)
    return entry.open_case(desk, made.uid)


def place(desk: Desk, uid: str) -> str | None:
    found: str | None = entry.open_case(desk, uid).get(uid, "location_name")
    return found


def test_save_shows_in_list_search_and_history(desk: Desk, case: Case) -> None:
    case.set(case.uid, "location_name", "Tell Maraya, bakery")
    change = entry.save_case(desk, case, "the bakery is named")
    rows = browse.list_rows(desk, Listing(text="bakery"))
    [listed] = browse.read_page(desk, rows)
    assert listed is not None
    assert listed.place == "Tell Maraya, bakery"
    newest = history.history_of(desk, case.uid)[0]
    assert (newest.id, newest.person, newest.reason) == (
        change.id,
        "Lina Karim",
        "the bakery is named",
    )
    [told] = newest.fields
    assert (told.field, told.before, told.after) == (
        "location_name",
        "Tell Maraya",
        "Tell Maraya, bakery",
    )


@pytest.mark.parametrize("typed", ["mq0412", "MQ04", "maraya", "مرايا", "samir", "تل"])
def test_search_finds_code_and_names_in_both_scripts(desk: Desk, case: Case, typed: str) -> None:
    assert len(browse.list_rows(desk, Listing(text=typed))) == 1
    assert case.uid


def test_search_finds_nothing_else(desk: Desk, case: Case) -> None:
    assert case.uid
    assert len(browse.list_rows(desk, Listing(text="Hosn"))) == 0


def test_undo_and_redo_walk_back_and_forth(desk: Desk, case: Case) -> None:
    case.set(case.uid, "location_name", "Hosn Arud")
    change = entry.save_case(desk, case)
    assert history.last_undoable(desk) == change.id
    undone = history.undo(desk, change.id)
    assert place(desk, case.uid) == "Tell Maraya"
    assert history.last_redoable(desk) == undone.id
    assert [one.is_void for one in history.recent_changes(desk)][:2] == [False, True]
    history.redo(desk, undone.id)
    assert [one.is_void for one in history.recent_changes(desk)][:3] == [False, True, False]
    assert place(desk, case.uid) == "Hosn Arud"
    assert history.last_redoable(desk) is None
    with pytest.raises(Refused) as refused:
        history.redo(desk, undone.id)
    assert refused.value.code == "nothing_to_undo"


def test_undo_of_a_new_incident_empties_the_list_and_brings_it_back(desk: Desk, case: Case) -> None:
    first = history.history_of(desk, case.uid)[-1]
    undone = history.undo(desk, first.id)
    assert len(browse.list_rows(desk, Listing())) == 0
    assert figures(desk, Filters())["incidents"] == 0
    history.redo(desk, undone.id)
    assert len(browse.list_rows(desk, Listing())) == 1


def test_delete_takes_everything_along_and_undo_returns_it(desk: Desk, case: Case) -> None:
    change = entry.delete_case(desk, case.uid, "entered twice")
    assert len(browse.list_rows(desk, Listing())) == 0
    history.undo(desk, change.id)
    assert len(entry.open_case(desk, case.uid).of("victim")) == 1


def test_a_stale_save_is_a_conflict_and_loses_nothing(desk: Desk, case: Case) -> None:
    other = entry.open_case(desk, case.uid)
    case.set(case.uid, "location_name", "Hosn Arud")
    entry.save_case(desk, case)
    other.set(other.uid, "location_name", "Ayn Zarda")
    entry.save_case(desk, other)
    [found] = conflicts.conflicts(desk)
    assert found.field == "location_name"
    assert set(found.values) == {"Hosn Arud", "Ayn Zarda"}
    conflicts.settle(desk, found.kind, found.uid, found.field, "Ayn Zarda")
    assert conflicts.conflicts(desk) == []
    assert place(desk, case.uid) == "Ayn Zarda"


def test_a_draft_keeps_text_and_heads(desk: Desk, case: Case) -> None:
    case.set(case.uid, "notes", "half a senten")
    drafts.keep_draft(desk, case)
    kept = drafts.draft_of(desk, case.uid)
    assert kept is not None
    assert kept.case.get(case.uid, "notes") == "half a senten"
    assert kept.case.incident.heads == case.incident.heads
    entry.save_case(desk, kept.case)
    drafts.drop_draft(desk, case.uid)
    assert drafts.drafts(desk) == []
    assert entry.open_case(desk, case.uid).get(case.uid, "notes") == "half a senten"


def test_what_was_deleted_before_is_no_change_of_the_next(desk: Desk, case: Case) -> None:
    opened = entry.open_case(desk, case.uid)
    opened.remove(opened.of("victim")[0].uid)
    assert opened.is_dirty
    drafts.keep_draft(desk, opened)
    kept = drafts.draft_of(desk, case.uid)
    assert kept is not None
    assert kept.case.is_dirty
    entry.save_case(desk, opened)
    assert not entry.open_case(desk, case.uid).is_dirty
    drafts.keep_draft(desk, entry.open_case(desk, case.uid))
    kept = drafts.draft_of(desk, case.uid)
    assert kept is not None
    assert not kept.case.is_dirty


def test_only_a_decision_moves_figures(desk: Desk, case: Case) -> None:
    assert figures(desk, Filters())["not_reviewed"]["killed_max"] == 21
    review.decide(desk, case.uid, grade="Fair", reason="two origins")
    assert figures(desk, Filters())["likely"]["killed_max"] == 21
    opened = entry.open_case(desk, case.uid)
    opened.set(opened.of("working_range")[0].uid, "killed_max", 40)
    entry.save_case(desk, opened)
    assert figures(desk, Filters())["likely"]["killed_max"] == 21
    review.decide(desk, case.uid, grade="Weak", reason="one origin after all")
    told = figures(desk, Filters())
    assert told["likely"]["killed_max"] == 0
    assert told["by_grade"]["Weak"]["killed_max"] == 40


def test_erased_values_are_gone_and_the_chain_still_holds(desk: Desk, case: Case) -> None:
    victim = case.of("victim")[0].uid
    drafts.keep_draft(desk, case)
    erasure.erase_values(desk, "victim", victim, ["name"], "asked by kin")
    assert entry.open_case(desk, case.uid).get(victim, "name") is None
    assert len(browse.list_rows(desk, Listing(text="Samira"))) == 0
    for path in desk.store.folder.rglob("*"):
        if path.is_file() and path.name != "lock":
            assert b"samira" not in path.read_bytes().lower(), path.name
    told = [one for item in history.history_of(desk, case.uid) for one in item.fields]
    assert any(one.is_erased and one.field == "name" for one in told)


def test_erasing_is_for_supervisors_with_a_reason(desk: Desk, case: Case) -> None:
    victim = case.of("victim")[0].uid
    with pytest.raises(Refused):
        erasure.erase_values(desk, "victim", victim, ["name"], " ")
    desk.role = "researcher"
    with pytest.raises(NotAllowed):
        erasure.erase_values(desk, "victim", victim, ["name"], "asked by kin")


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_cannot_be_stored_is_refused(desk: Desk, case: Case, text: str) -> None:
    case.set(case.uid, "notes", text)
    with pytest.raises(BadInput) as refused:
        entry.save_case(desk, case)
    assert refused.value.code == "bad_text"
    assert len(history.history_of(desk, case.uid)) == 1
