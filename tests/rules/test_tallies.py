"""Declared strikes by month: what was published comes out, nothing unknown is made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.tallies import (
    MonthRow,
    Number,
    Tally,
    month_end,
    monthly,
    percent_change,
    tally_of,
    whole_month,
)

SOME_MONTHS = [f"2016-{n:02}" for n in range(9, 13)] + [f"2017-{n:02}" for n in range(1, 9)]


def month(name: str, uid: str = "", **numbers: int) -> Tally:
    return Tally(uid=uid or name, date_start=f"{name}-01", date_end=month_end(name), **numbers)


def row_of(tallies: list[Tally], name: str) -> MonthRow:
    rows, _ = monthly(tallies)
    return next(row for row in rows if row.month == name)


# Published by Airwars: domain.md 4, W11 (February), W4 (March) and W10 (May 2017). The numbers of
# January 2017 are not among them: here stand such as give the published changes.
IRAQ = [
    month("2017-01", strikes=234),
    month("2017-02", strikes=272, strikes_to_date=11_286),
    month("2017-03", strikes_to_date=11_554),
    month("2017-05", strikes=267, strikes_to_date=12_820),
]
SYRIA = [
    month("2017-01", strikes=536),
    month("2017-02", strikes=547, strikes_to_date=7_397),
    month("2017-03", strikes_to_date=7_831),
    month("2017-05", strikes_to_date=9_093),
]


@pytest.mark.parametrize(
    ("tallies", "name", "expected"),
    [
        (IRAQ, "2017-02", (272, 16, 11_286)),
        (SYRIA, "2017-02", (547, 2, 7_397)),
        (IRAQ, "2017-03", (268, -1, 11_554)),
        (SYRIA, "2017-03", (434, -21, 7_831)),
        (IRAQ, "2017-04", (None, None, None)),
        (IRAQ, "2017-05", (267, None, 12_820)),
        (SYRIA, "2017-05", (None, None, 9_093)),
    ],
)
def test_the_published_strikes_come_out(
    tallies: list[Tally], name: str, expected: tuple[int | None, ...]
) -> None:
    found = row_of(tallies, name).strikes
    assert (found.month, found.change, found.to_date) == expected
    assert monthly(tallies)[1] == []


def test_the_published_munitions_come_out() -> None:
    tallies = [
        month("2017-01", munitions=3_600),
        month("2017-02", munitions=3_440, munitions_to_date=72_771),
    ]
    found = row_of(tallies, "2017-02").munitions
    assert (found.month, found.change, found.to_date) == (3_440, -4, 72_771)
    assert row_of(tallies, "2017-02").strikes == Number()


def test_a_sum_that_is_not_stated_is_added_up_and_says_so() -> None:
    found = row_of([month("2017-02", strikes_to_date=100), month("2017-03", strikes=7)], "2017-03")
    assert found.strikes == Number(month=7, to_date=107, is_stated=True)


def test_a_stated_month_that_is_not_the_difference_is_told_and_kept() -> None:
    tallies = [
        month("2017-02", strikes_to_date=100),
        month("2017-03", "b", strikes=7, strikes_to_date=110),
    ]
    rows, (doubt,) = monthly(tallies)
    assert (doubt.id, doubt.measure, doubt.when) == ("month_differs", "strikes", "2017-03")
    assert (doubt.values, doubt.uids) == ((7, 10), ("b",))
    assert (rows[-1].strikes.month, rows[-1].strikes.to_date) == (7, 110)


def test_a_sum_that_falls_is_told_and_no_negative_month_is_shown() -> None:
    tallies = [month("2017-02", strikes_to_date=100), month("2017-03", strikes_to_date=90)]
    rows, (doubt,) = monthly(tallies)
    assert (doubt.id, doubt.when, doubt.values) == ("sum_falls", "2017-03-31", (100, 90))
    assert doubt.uids == ("2017-02", "2017-03")
    assert (rows[-1].strikes.month, rows[-1].strikes.to_date) == (None, 90)


def test_of_two_that_state_the_same_month_the_later_counts_and_both_are_told() -> None:
    rows, doubts = monthly([month("2017-02", "a", strikes=5), month("2017-02", "b", strikes=6)])
    assert rows[0].strikes.month == 6
    assert [(one.id, one.values, one.uids) for one in doubts] == [
        ("stated_twice", (5, 6), ("a", "b"))
    ]
    assert monthly([month("2017-02", "a", strikes=5), month("2017-02", "b", strikes=5)])[1] == []


def test_what_no_month_can_use_is_told() -> None:
    week = Tally(uid="week", date_start="2017-02-01", date_end="2017-02-07", strikes=9)
    undated = Tally(uid="undated", munitions_to_date=3)
    rows, doubts = monthly([week, undated])
    assert rows == []
    assert [(one.id, one.measure, one.uids) for one in doubts] == [
        ("not_a_month", "strikes", ("week",)),
        ("no_day", "munitions", ("undated",)),
    ]


def test_a_sum_within_a_month_serves_the_check_alone() -> None:
    middle = Tally(uid="middle", date_end="2017-02-14", strikes_to_date=200)
    rows, doubts = monthly([month("2017-02", strikes_to_date=100), middle])
    assert [(row.month, row.strikes.to_date) for row in rows] == [("2017-02", 100)]
    assert [one.id for one in doubts] == ["sum_falls"]


@pytest.mark.parametrize("value", [-1, 2.5, True, "12", None])
def test_what_is_no_count_is_unknown(value: object) -> None:
    assert tally_of("a", {"strikes": value, "munitions": 0}) == Tally(uid="a", munitions=0)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_change_is_rounded_half_away_from_zero(now: int, before: int) -> None:
    found = percent_change(now, before)
    assert found is not None
    exact_twice = 200 * (now - before)  # twice the percent, times before
    assert abs(exact_twice - 2 * found * before) <= before
    if abs(exact_twice - 2 * found * before) == before:  # a tie went away from zero
        assert abs(2 * found * before) > abs(exact_twice)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_the_last_day_of_a_month_is_followed_by_a_first(day: date) -> None:
    last = date.fromisoformat(month_end(day.isoformat()[:7]))
    assert last >= day
    assert (last + timedelta(days=1)).day == 1
    assert whole_month(last.replace(day=1).isoformat(), last.isoformat()) == last.isoformat()[:7]


@given(
    st.lists(st.integers(0, 5000), min_size=len(SOME_MONTHS), max_size=len(SOME_MONTHS)),
    st.integers(0, 10**6),
    st.lists(
        st.sampled_from(["none", "month", "sum", "both"]),
        min_size=len(SOME_MONTHS),
        max_size=len(SOME_MONTHS),
    ),
    st.randoms(use_true_random=False),
)
def test_what_comes_out_of_a_true_series_is_true_and_nothing_stated_is_lost(
    numbers: list[int], start: int, kept: list[str], order: object
) -> None:
    truth = {}
    total = start
    for name, number in zip(SOME_MONTHS, numbers, strict=True):
        total += number
        truth[name] = (number, total)
    tallies = [
        month(
            name,
            **({"strikes": truth[name][0]} if how in ("month", "both") else {}),
            **({"strikes_to_date": truth[name][1]} if how in ("sum", "both") else {}),
        )
        for name, how in zip(SOME_MONTHS, kept, strict=True)
        if how != "none"
    ]
    order.shuffle(tallies)  # type: ignore[attr-defined]
    rows, doubts = monthly(tallies)
    assert doubts == []
    found = {row.month: row.strikes for row in rows}
    for name, number in found.items():
        assert number.month in (None, truth[name][0])
        assert number.to_date in (None, truth[name][1])
    for name, how in zip(SOME_MONTHS, kept, strict=True):
        if how in ("month", "both"):
            assert (found[name].month, found[name].is_stated) == (truth[name][0], True)
        if how in ("sum", "both"):
            assert (found[name].to_date, found[name].is_sum_stated) == (truth[name][1], True)
