"""A month beside the others: its rank and its ratio, with the bound that is compared."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.comparisons import Rank, Ratio, rank_of_month, times_the_month_before
from airwars_desk.rules.dates import months_between
from airwars_desk.rules.figures import blank


def series(*values: int, first: str = "2016-12") -> list[dict[str, Any]]:
    year, number = int(first[:4]), int(first[5:])
    end = number - 1 + len(values) - 1
    last = f"{year + end // 12}-{end % 12 + 1:02}"
    return [
        {
            "month": month,
            "likely": {**blank(), "killed_max": value, "killed_min": value // 2},
            "alleged": {**blank(), "killed_max": 2 * value},
        }
        for month, value in zip(months_between(first, last), values, strict=True)
    ]


def test_the_worst_month_is_first_of_all_months_since_the_first() -> None:
    rows = series(10, 61, 1216, 300)
    assert rank_of_month(rows, "2017-02") == Rank(
        place=1, of=4, since="2016-12", bound="killed_max", value=1216
    )
    found = rank_of_month(rows, "2017-01")
    assert found is not None
    assert found.place == 3
    assert rank_of_month(rows, "2018-01") is None


def test_equal_months_share_a_place() -> None:
    places = [rank_of_month(series(5, 7, 7, 1), f"{month}") for month in
              ("2016-12", "2017-01", "2017-02", "2017-03")]  # fmt: skip
    assert [one and one.place for one in places] == [3, 1, 1, 4]


def test_a_month_is_so_many_times_the_month_before_by_the_bound_named() -> None:
    rows = series(100, 425)
    assert times_the_month_before(rows, "2017-01") == Ratio(
        now=425, before=100, bound="killed_max", times=4.25
    )
    least = times_the_month_before(rows, "2017-01", "killed_min")
    assert least is not None
    assert (least.bound, least.now, least.before) == ("killed_min", 212, 50)
    most = times_the_month_before(rows, "2017-01", which="alleged")
    assert most is not None
    assert most.now == 850


def test_without_a_month_before_nothing_is_said() -> None:
    assert times_the_month_before(series(5, 6), "2016-12") is None
    nothing = times_the_month_before(series(0, 6), "2017-01")
    assert nothing is not None
    assert nothing.times is None


def test_a_bound_that_is_none_is_a_bug() -> None:
    with pytest.raises(ValueError, match="dead"):
        rank_of_month(series(1), "2016-12", "dead")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30))
def test_ranks_order_months_as_their_numbers(values: list[int]) -> None:
    rows = series(*values)
    places = [rank_of_month(rows, row["month"]) for row in rows]
    known = [one for one in places if one is not None]
    assert len(known) == len(values)
    for one in known:
        assert one.place == 1 + sum(value > one.value for value in values)
