"""Months nobody monitored: for whom, wholly or partly, and why a month is empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.filters import Filters
from airwars_desk.rules.monitoring import (
    PARTLY,
    WHOLLY,
    Gap,
    axis,
    gap_of,
    months_not_monitored,
    silent_months,
    why_empty,
)

MONTHS = st.builds("{:04}-{:02}".format, st.integers(2000, 2030), st.integers(1, 12))


@pytest.mark.parametrize(
    ("gap", "asked", "reach"),
    [
        ((), (), WHOLLY),
        ((), ("a",), WHOLLY),
        (("a",), ("a",), WHOLLY),
        (("a", "b"), ("a",), WHOLLY),
        (("a",), ("a", "b"), PARTLY),
        (("a",), (), PARTLY),
        (("a",), ("b",), None),
    ],
)
def test_a_gap_of_some_parties(
    gap: tuple[str, ...], asked: tuple[str, ...], reach: str | None
) -> None:
    gaps = [Gap(first="2017-03", last="2017-03", belligerents=frozenset(gap))]
    assert months_not_monitored(gaps, Filters(belligerents=asked)).get("2017-03") == reach
    countries = [Gap(first="2017-03", last="2017-03", countries=frozenset(gap))]
    assert months_not_monitored(countries, Filters(countries=asked)).get("2017-03") == reach


def test_a_whole_gap_is_not_weakened_by_a_part() -> None:
    whole = Gap(first="2017-03", last="2017-04")
    part = Gap(first="2017-03", last="2017-05", belligerents=frozenset({"a"}))
    found = months_not_monitored([whole, part], Filters())
    assert found == {"2017-03": WHOLLY, "2017-04": WHOLLY, "2017-05": PARTLY}
    assert months_not_monitored([part, whole], Filters()) == found


def test_a_record_becomes_a_gap() -> None:
    assert gap_of({"month_from": "2017-03"}).months() == ["2017-03"]
    assert gap_of({"month_from": "2017-03", "month_to": "2017-02"}).months() == []
    assert gap_of({"month_from": "March"}).months() == []
    assert gap_of({}).months() == []


@pytest.mark.parametrize(
    ("gaps", "waiting", "unfiltered", "why"),
    [
        ({"2017-03": WHOLLY}, 3, 3, "not_monitored"),
        ({"2017-03": PARTLY}, 0, 0, "none"),
        ({}, 2, 5, "not_reviewed"),
        ({}, 0, 5, "filtered"),
        ({}, 0, 0, "none"),
    ],
)
def test_why_a_month_is_empty(
    gaps: dict[str, str], waiting: int, unfiltered: int, why: str
) -> None:
    assert why_empty("2017-03", gaps, waiting=waiting, unfiltered=unfiltered) == why


@given(st.lists(MONTHS, max_size=5), MONTHS, st.lists(MONTHS, max_size=3))
def test_the_axis_has_no_holes(months: list[str], chosen: str, gaps: list[str]) -> None:
    found = axis(months, chosen, gaps)
    assert {*months, chosen, *gaps} <= set(found)
    assert found == sorted(set(found))
    assert found[0] == min(months + gaps + [chosen])


def test_without_any_month_there_is_no_axis() -> None:
    assert axis([], "", []) == []


def test_a_month_is_silent_where_nobody_watched_and_nothing_counts() -> None:
    series = [
        {"month": f"2017-0{number}", "alleged": {"incidents": incidents}}
        for number, incidents in ((1, 0), (2, 0), (3, 2), (4, 0))
    ]
    gaps = {"2017-01": WHOLLY, "2017-02": PARTLY, "2017-03": WHOLLY}
    assert silent_months(series, gaps) == {"2017-01"}
