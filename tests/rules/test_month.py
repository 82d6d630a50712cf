"""The arithmetic of the month: parts, drivers and what stands behind them, worst months."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.figures import Counted, Facts, sum_of
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.month import (
    PARTS,
    UNSAID,
    MonthFacts,
    bounds,
    is_one_incident,
    month_blocks,
    part_of,
    series_rows,
    spread,
    with_others,
    worst_months,
)

NUMBER = st.one_of(st.none(), st.integers(0, 500))


def incident(number: int, **more: Any) -> Counted:
    """A decided Fair incident of one month with reported harm."""
    values: dict[str, Any] = {"harm": True, "grade": "Fair", "month": "2017-03", **more}
    return Counted(incident=number, state="decided", **values)


@pytest.mark.parametrize(
    ("recorded", "tracked", "part"),
    [
        (["sole"], 1, "sole"),
        (["joint"], 2, "joint"),
        (["competing"], 2, "competing"),
        (["sole", "joint"], 1, "joint"),
        (["competing", "joint"], 2, "competing"),
        ([], 1, "sole"),
        ([], 2, UNSAID),
        ([], 0, UNSAID),
        (["something else"], 2, UNSAID),
    ],
)
def test_the_part_under_which_an_incident_counts(
    recorded: list[str], tracked: int, part: str
) -> None:
    assert part_of(recorded, tracked) == part


def test_an_incident_with_two_counts_once_in_the_total_and_under_each() -> None:
    two = incident(
        1, belligerents=frozenset({"a", "b"}), numbers={"killed_min": 3, "killed_max": 8}
    )
    one = incident(2, belligerents=frozenset({"a"}), numbers={"killed_min": 1, "killed_max": 1})
    given_ = MonthFacts(facts=Facts(counted=[two, one]), parts={(1, "a"): ("joint",)})
    rows = month_blocks(given_, Filters())["belligerents"]
    assert sum_of([two, one])["killed_max"] == 9
    assert rows["a"]["likely"]["killed_max"] == 9
    assert rows["a"]["parts"]["joint"]["killed_max"] == 8
    assert rows["a"]["parts"]["sole"]["killed_max"] == 1
    assert rows["b"]["parts"][UNSAID]["killed_max"] == 8
    assert set(rows["b"]["parts"]) == {*PARTS, UNSAID}


@given(st.lists(st.tuples(NUMBER, NUMBER), max_size=12), st.integers(0, 5))
def test_the_drivers_and_the_others_add_up(pairs: list[Any], shown: int) -> None:
    rows = [
        incident(number, numbers={"killed_min": low, "killed_max": high})
        for number, (low, high) in enumerate(pairs)
    ]
    likely = sum_of(rows)
    drivers = month_blocks(MonthFacts(facts=Facts(counted=rows)), Filters())["drivers"]
    assert [row[-1] for row in drivers] == sorted((row[-1] for row in drivers), reverse=True)
    others = with_others(drivers[:shown], likely, "killed")
    assert others["incidents"] == max(0, len(rows) - shown)
    whole = likely["killed_max"] - likely["killed_min"]
    assert sum(row[-1] for row in drivers[:shown]) + others["spread"] == whole
    assert others["max"] - others["min"] == others["spread"]
    if shown >= len(rows):
        assert others == {"incidents": 0, "min": 0, "max": 0, "spread": 0}


def test_a_missing_bound_adds_nothing_to_the_spread() -> None:
    row = incident(1, numbers={"injured_min": 4, "injured_max": None})
    assert bounds(row, "injured") == (4, None)
    assert spread(*bounds(row, "injured")) == -4
    assert spread(*bounds(row, "killed")) == 0


def test_one_incident_makes_the_spread_only_above_a_half() -> None:
    assert is_one_incident(51, 100)
    assert not is_one_incident(50, 100)
    assert not is_one_incident(1, 0)


def test_worst_months_are_those_of_the_likely_maximum() -> None:
    rows = [
        {"month": month, "likely": {"incidents": incidents, "killed_max": most}}
        for month, incidents, most in (
            ("2017-01", 2, 9),
            ("2017-02", 0, 0),
            ("2017-03", 5, 30),
            ("2017-04", 1, 9),
        )
    ]
    assert [row["month"] for row in worst_months(rows, "killed", 3)] == [
        "2017-03",
        "2017-01",
        "2017-04",
    ]


def test_a_month_counts_by_grade_and_says_what_waits() -> None:
    waiting = Counted(incident=3, state="working", harm=True, grade=None, month="2017-03")
    rows = series_rows([incident(1), incident(2, grade="Weak"), waiting], Filters())
    assert rows["2017-03"]["grades"]["Fair"] == 1
    assert rows["2017-03"]["grades"]["Weak"] == 1
    assert rows["2017-03"]["not_reviewed"] == 1
    assert rows["2017-03"]["alleged"]["incidents"] == 2
