"""Declared strikes and munitions month by month, from the tallies a belligerent published.

A tally gives the number of a period, the sum to date at a day, or both (domain.md 1.7 and 4). The
number of a month is the one stated for it, else the difference of the sums at its end and at the
end of the month before. The sum at the end of a month is the one stated for that day, else the sum
a month earlier and what was stated for the month. What neither way gives stays unknown: a missing
month is never zero. Where tallies contradict one another both stand, and `Doubt` says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from airwars_desk.rules.dates import month_of, months_between, parse

MEASURES: Final = ("strikes", "munitions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One tally of one belligerent and country, as recorded."""

    uid: str
    date_start: str | None = None
    date_end: str | None = None
    strikes: int | None = None
    strikes_to_date: int | None = None
    munitions: int | None = None
    munitions_to_date: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """What is known of one measure in one month.

    Attributes:
        month: the number of the month; None = unknown.
        change: percent on the month before, rounded half away from zero; None = unknown.
        to_date: the sum at the end of the month; None = unknown.
        is_stated: whether the month's number was stated, not computed as a difference.
        is_sum_stated: whether the sum was stated, not computed by adding.
    """

    month: int | None = None
    change: int | None = None
    to_date: int | None = None
    is_stated: bool = False
    is_sum_stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """One month of one belligerent and country."""

    month: str
    strikes: Number = Number()
    munitions: Number = Number()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A contradiction between tallies, or one that no month can use.

    Attributes:
        id: `month_differs`, `sum_falls`, `stated_twice`, `not_a_month` or `no_day`.
        measure: `strikes` or `munitions`.
        when: the month or day it concerns, "" where none is known.
        values: the numbers that contradict: stated and computed, or earlier and later.
        uids: the tallies to look at.
    """

    id: str
    measure: str
    when: str
    values: tuple[int, ...]
    uids: tuple[str, ...]


@dataclass(slots=True)
class _Stated:
    """What the tallies state of one measure: by month, and by day for the sums."""

    months: dict[str, tuple[int, str]]
    sums: dict[str, tuple[int, str]]
    doubts: list[Doubt]


def tally_of(uid: str, values: Mapping[str, Any]) -> Tally:
    """A tally from the values of its record; what is no count is unknown."""
    numbers = {
        name: _count(values.get(name))
        for name in ("strikes", "strikes_to_date", "munitions", "munitions_to_date")
    }
    return Tally(
        uid=uid, date_start=values.get("date_start"), date_end=values.get("date_end"), **numbers
    )


def monthly(tallies: Iterable[Tally]) -> tuple[list[MonthRow], list[Doubt]]:
    """The months of one belligerent and country without holes, and what contradicts.

    Args:
        tallies: in the order they were recorded; of two that state the same the later counts.
    """
    kept = list(tallies)
    stated = {measure: _stated(kept, measure) for measure in MEASURES}
    months = _months(stated.values())
    numbers = {measure: _numbers(stated[measure], months, measure) for measure in MEASURES}
    rows = [
        MonthRow(month=month, **{measure: numbers[measure][month] for measure in MEASURES})
        for month in months
    ]
    return rows, [doubt for measure in MEASURES for doubt in stated[measure].doubts]


def percent_change(now: int | None, before: int | None) -> int | None:
    """The change in percent, rounded half away from zero as Airwars prints it.

    Unknown where one of the two is, or where there was nothing before.

    >>> percent_change(268, 272), percent_change(434, 547), percent_change(201, 200)
    (-1, -21, 1)
    >>> percent_change(199, 200), percent_change(5, 0), percent_change(None, 5)
    (-1, None, None)
    """
    if now is None or not before:
        return None
    size = (200 * abs(now - before) + before) // (2 * before)
    return size if now >= before else -size


def month_end(month: str) -> str:
    """The last day of a month `YYYY-MM`.

    >>> month_end("2017-02"), month_end("2016-12")
    ('2017-02-28', '2016-12-31')
    """
    first = date(int(month[:4]), int(month[5:]), 1)
    return ((first + timedelta(days=31)).replace(day=1) - timedelta(days=1)).isoformat()


def whole_month(start: str | None, end: str | None) -> str | None:
    """The month that a period fills from its first day to its last, or None.

    >>> whole_month("2017-02-01", "2017-02-28"), whole_month("2017-02-01", "2017-02-27")
    ('2017-02', None)
    """
    month = month_of(end)
    if month is None or end is None or month_of(start) is None:
        return None
    return month if (start, end) == (f"{month}-01", month_end(month)) else None


def _stated(tallies: Sequence[Tally], measure: str) -> _Stated:
    stated = _Stated({}, {}, [])
    for tally in tallies:
        number = getattr(tally, measure)
        if number is not None:
            month = whole_month(tally.date_start, tally.date_end)
            if month is None:
                when = tally.date_end or tally.date_start or ""
                stated.doubts.append(_doubt("not_a_month", measure, when, (number,), tally.uid))
            else:
                _keep(stated, stated.months, measure, month, (number, tally.uid))
        total = getattr(tally, f"{measure}_to_date")
        if total is not None:
            if parse(tally.date_end) is None:
                when = tally.date_end or ""
                stated.doubts.append(_doubt("no_day", measure, when, (total,), tally.uid))
            else:
                _keep(stated, stated.sums, measure, str(tally.date_end), (total, tally.uid))
    days = sorted(stated.sums)
    for earlier, later in pairwise(days):
        (before, one), (after, other) = stated.sums[earlier], stated.sums[later]
        if after < before:
            stated.doubts.append(_doubt("sum_falls", measure, later, (before, after), one, other))
    return stated


def _keep(
    stated: _Stated,
    known: dict[str, tuple[int, str]],
    measure: str,
    when: str,
    found: tuple[int, str],
) -> None:
    """Keep what is stated; another number stated before is doubtful."""
    before = known.get(when)
    if before is not None and before[0] != found[0]:
        values = (before[0], found[0])
        stated.doubts.append(_doubt("stated_twice", measure, when, values, before[1], found[1]))
    known[when] = found


def _months(stated: Iterable[_Stated]) -> list[str]:
    """Every month from the first to the last for which something is stated at its end."""
    found: set[str] = set()
    for one in stated:
        found.update(one.months)
        found.update(day[:7] for day in one.sums if day == month_end(day[:7]))
    return months_between(min(found), max(found)) if found else []


def _numbers(stated: _Stated, months: Sequence[str], measure: str) -> dict[str, Number]:
    numbers: dict[str, Number] = {}
    before = Number()
    for month in months:
        own, total = stated.months.get(month), stated.sums.get(month_end(month))
        difference = None
        if total is not None and before.to_date is not None:
            difference = total[0] - before.to_date
        if own is not None and difference is not None and own[0] != difference:
            uids = dict.fromkeys((own[1], total[1] if total else own[1]))
            stated.doubts.append(
                _doubt("month_differs", measure, month, (own[0], difference), *uids)
            )
        number = own[0] if own else difference
        if number is not None and number < 0:
            number = None
        to_date = total[0] if total else None
        if to_date is None and own is not None and before.to_date is not None:
            to_date = before.to_date + own[0]
        before = numbers[month] = Number(
            month=number,
            change=percent_change(number, before.month),
            to_date=to_date,
            is_stated=own is not None,
            is_sum_stated=total is not None,
        )
    return numbers


def _doubt(identity: str, measure: str, when: str, values: tuple[int, ...], *uids: str) -> Doubt:
    return Doubt(id=identity, measure=measure, when=when, values=values, uids=tuple(uids))


def _count(value: Any) -> int | None:
    """A count as recorded; what is no whole number from 0 is unknown."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        return None
    return value
