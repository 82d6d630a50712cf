"""What is said of one month beside others: its rank, and how many times the month before it is.

Both read a month series as the figures give it (`by_month`), and both name the bound they use: the
most that is likely (`killed_max`) unless another is asked for. A month nobody counts is no zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from airwars_desk.rules.dates import month_before
from airwars_desk.rules.figures import SUMMED

BOUND = "killed_max"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """The place of a month among all months of a series: 1 is the worst.

    Attributes:
        place: from 1; months with the same number share a place.
        of: how many months the series has, from its first to its last.
        since: the first of them.
        bound: the number compared.
        value: that number in this month.
    """

    place: int
    of: int
    since: str
    bound: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A month beside the month before it.

    Attributes:
        now: the number of the month.
        before: that of the month before; 0 where nothing was counted in it.
        bound: the number compared.
        times: now divided by before; None where there was nothing before.
    """

    now: int
    before: int
    bound: str
    times: float | None


def rank_of_month(
    series: Sequence[Mapping[str, Any]], month: str, bound: str = BOUND, which: str = "likely"
) -> Rank | None:
    """The rank of a month by one bound of a range; None where the series lacks the month.

    Raises:
        ValueError: a range has no such number.
    """
    _check(bound)
    values = {row["month"]: row[which][bound] for row in series}
    if month not in values:
        return None
    worse = sum(value > values[month] for value in values.values())
    return Rank(
        place=worse + 1, of=len(values), since=min(values), bound=bound, value=values[month]
    )


def times_the_month_before(
    series: Sequence[Mapping[str, Any]], month: str, bound: str = BOUND, which: str = "likely"
) -> Ratio | None:
    """How many times the month before a month is, by one bound; None without both months.

    Raises:
        ValueError: a range has no such number.
    """
    _check(bound)
    values = {row["month"]: row[which][bound] for row in series}
    earlier = month_before(month)
    if month not in values or earlier not in values:
        return None
    now, before = values[month], values[earlier]
    return Ratio(now=now, before=before, bound=bound, times=now / before if before else None)


def _check(bound: str) -> None:
    if bound not in (*SUMMED, "incidents"):
        raise ValueError(bound)
