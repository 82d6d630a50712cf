"""Ranges of counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules import ranges

COUNTS = st.one_of(st.none(), st.integers(0, 100_000))
PAIRS = st.tuples(COUNTS, COUNTS)


@pytest.mark.parametrize(
    ("least", "most", "shown"),
    [
        (15, 21, "15–21"),
        (4, 4, "4"),
        (0, 0, "0"),
        (0, 1, "0–1"),
        (2, None, "2+"),
        (None, 9, "≤9"),
        (None, None, "–"),
        (6, 1, "6–1"),
    ],
)
def test_ranges_are_shown(least: int | None, most: int | None, shown: str) -> None:
    assert ranges.show(least, most) == shown


@given(PAIRS, PAIRS)
def test_different_ranges_are_shown_differently(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None]
) -> None:
    assert (ranges.show(*one) == ranges.show(*other)) == (one == other)


@given(PAIRS)
def test_an_isolated_range_only_has_marks_around_it(pair: tuple[int | None, int | None]) -> None:
    assert ranges.show_isolated(*pair) == f"\u2066{ranges.show(*pair)}\u2069"


@given(COUNTS, COUNTS, COUNTS)
def test_adding_knows_no_order_and_unknown_adds_nothing(
    a: int | None, b: int | None, c: int | None
) -> None:
    assert ranges.add(a, b) == ranges.add(b, a)
    assert ranges.add(ranges.add(a, b), c) == ranges.add(a, ranges.add(b, c))
    assert ranges.add(a, None) == a


@given(st.lists(PAIRS, max_size=8))
def test_totals_sum_each_bound_for_itself(pairs: list[tuple[int | None, int | None]]) -> None:
    least, most = ranges.total(pairs)
    lows = [low for low, _ in pairs if low is not None]
    highs = [high for _, high in pairs if high is not None]
    assert least == (sum(lows) if lows else None)
    assert most == (sum(highs) if highs else None)


@given(PAIRS)
def test_at_most_one_thing_is_odd_about_counts(pair: tuple[int | None, int | None]) -> None:
    least, most = pair
    expected: tuple[str, ...] = ()
    if (least is None) is not (most is None):
        expected = (ranges.ONE_BOUND,)
    elif least is not None and most is not None and least > most:
        expected = (ranges.MIN_ABOVE_MAX,)
    assert ranges.problems(least, most) == expected


def test_negative_counts_are_odd() -> None:
    assert ranges.problems(-1, 2) == (ranges.NEGATIVE,)
    assert ranges.problems(None, -2) == (ranges.ONE_BOUND, ranges.NEGATIVE)
