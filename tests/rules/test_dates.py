"""Dates that may be anything."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules import dates

DAYS = st.dates()
MONTHS = st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()[:7])


@given(DAYS)
def test_every_day_is_read_and_knows_its_month(day: date) -> None:
    text = day.isoformat()
    assert dates.parse(text) == day
    assert dates.is_iso_date(text)
    assert dates.month_of(text) == text[:7]
    assert dates.is_month(text[:7])


@pytest.mark.parametrize(
    "text",
    ["", "2017-3-21", "2017-02-30", "2017-W01-1", "20170321", "2017-03-21 ", "٢٠١٧-٠٣-٢١", 20170321,
     None, "0000-01-01", "2017-03-21T00:00"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: object) -> None:
    assert dates.parse(text) is None
    assert not dates.is_iso_date(text)
    assert dates.month_of(text) is None


@given(MONTHS, st.integers(0, 500))
def test_months_run_without_holes(first: str, count: int) -> None:
    last = first
    for _ in range(count % 40):
        last = dates.month_before(last)
    months = dates.months_between(last, first)
    assert months[0] == last
    assert months[-1] == first
    assert len(months) == count % 40 + 1
    assert all(dates.month_before(b) == a for a, b in itertools.pairwise(months))


def test_months_backwards_are_none_and_nonsense_is_refused() -> None:
    assert dates.months_between("2017-02", "2017-01") == []
    with pytest.raises(ValueError, match="2017-13"):
        dates.months_between("2017-13", "2018-01")
    assert not dates.is_month(None)
    assert not dates.is_month("2017-00")


@given(DAYS, DAYS)
def test_days_between_are_signed(one: date, other: date) -> None:
    assert dates.days_between(one.isoformat(), other.isoformat()) == (other - one).days
    assert dates.days_between(one.isoformat(), "later") is None


def test_dates_are_shown_to_people() -> None:
    assert dates.show_date("2017-03-01") == "1 Mar 2017"
    assert dates.show_date("about March") == "about March"
    assert dates.show_date(None) == ""
    assert dates.show_month("2017-12") == "Dec 2017"
    assert dates.show_month("2017") == "2017"
    assert dates.show_month(None) == ""
