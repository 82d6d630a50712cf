"""Which side each row of a decision is taken from at first."""

from typing import Any

from airwars_desk.rules.sides import (
    ASSESSMENT,
    DECISION,
    ROWS,
    UNKNOWN,
    WORKING,
    Side,
    empty,
    first_choice,
    lost_ends,
)

KILLED = "killed group/civilians"
INJURED = "injured group/civilians"
NOTHING = {row.key: empty(row) for row in ROWS}


def side(kind: str, uid: str = "", **values: Any) -> Side:
    """Return a side; decisions and working state speak of every row."""
    told = {key.replace("_of_civilians", " group/civilians"): one for key, one in values.items()}
    return Side(kind=kind, uid=uid, values={**(NOTHING if kind != ASSESSMENT else {}), **told})


def chosen(*sides: Side) -> dict[str, Any]:
    """Return the values a decision begins with."""
    return {key: sides[n].values[key] for key, n in first_choice(sides).items()}


def test_the_newest_assessment_is_taken_where_it_says_something() -> None:
    first = chosen(
        side(DECISION, "d", grade="Weak", killed_of_civilians=(1, 2)),
        side(ASSESSMENT, "a", grade="Fair", killed_of_civilians=(3, 4)),
        side(ASSESSMENT, "b", grade="Contested", killed_of_civilians=(0, 0)),
        side(WORKING, killed_of_civilians=(5, 6)),
    )
    assert first["grade"] == "Contested"
    assert first[KILLED] == (0, 0), "nought is said, and differs from nothing"


def test_a_blank_opinion_is_not_chosen_over_a_number() -> None:
    blank = side(ASSESSMENT, "a", grade=None, injured_of_civilians=UNKNOWN)
    decided = side(DECISION, "d", grade="Weak", injured_of_civilians=(0, 0))
    assert chosen(decided, blank, side(WORKING, injured_of_civilians=(12, 24)))[INJURED] == (12, 24)
    first = chosen(decided, blank, side(WORKING))
    assert first[INJURED] == (0, 0)
    assert first["grade"] == "Weak"


def test_an_earlier_reader_is_heard_before_nobody_is() -> None:
    earlier = side(ASSESSMENT, "a", injured_of_civilians=(2, 3), strike_status="likely")
    newest = side(ASSESSMENT, "b", injured_of_civilians=UNKNOWN)
    first = chosen(side(DECISION), earlier, newest, side(WORKING))
    assert first[INJURED] == (2, 3)
    assert first["strike_status"] == "likely"
    assert chosen(side(DECISION), newest, side(WORKING))[INJURED] == UNKNOWN


def test_an_end_that_was_known_may_be_lost() -> None:
    assert lost_ends(INJURED, UNKNOWN, [(0, 0)])
    assert lost_ends(INJURED, (12, None), [UNKNOWN, (12, 24)])
    assert not lost_ends(INJURED, (0, 0), [(12, 24)])
    assert not lost_ends(INJURED, UNKNOWN, [UNKNOWN])
    assert lost_ends("grade", None, ["Weak"])
    assert lost_ends("countries", (), [("country/syria",)])
    assert not lost_ends("civilian_harm_reported", False, [True])
