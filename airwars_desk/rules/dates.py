"""Dates as the desk keeps them: ISO text that may be anything, read but never repaired."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_NAMES: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def parse(text: object) -> date | None:
    """Return the day a text `YYYY-MM-DD` names, or None where it names none.

    >>> parse("2017-03-21"), parse("2017-02-30"), parse(None)
    (datetime.date(2017, 3, 21), None, None)
    """
    if not isinstance(text, str):
        return None
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def is_iso_date(text: object) -> bool:
    """Tell whether a value is a text `YYYY-MM-DD` that names a day of the calendar."""
    return parse(text) is not None


def is_month(text: object) -> bool:
    """Tell whether a value is a text `YYYY-MM` that names a month."""
    return isinstance(text, str) and _MONTH.fullmatch(text) is not None and text > "0001"


def month_of(text: object) -> str | None:
    """Return the month of a date as `YYYY-MM`, or None where it is no date.

    >>> month_of("2017-03-21"), month_of("March 2017")
    ('2017-03', None)
    """
    return str(text)[:7] if parse(text) is not None else None


def months_between(first: str, last: str) -> list[str]:
    """Return every month from `first` to `last`, both counted in; [] where last comes first.

    Args:
        first: a month `YYYY-MM`.
        last: the same.

    Raises:
        ValueError: one of them is no month.

    >>> months_between("2016-11", "2017-02")
    ['2016-11', '2016-12', '2017-01', '2017-02']
    """
    return [_month_at(number) for number in range(_number_of(first), _number_of(last) + 1)]


def month_before(month: str) -> str:
    """Return the month before a month `YYYY-MM`.

    Raises:
        ValueError: it is no month.
    """
    return _month_at(_number_of(month) - 1)


def month_after(month: str) -> str:
    """Return the month after a month `YYYY-MM`.

    Raises:
        ValueError: it is no month.

    >>> month_after("2016-12")
    '2017-01'
    """
    return _month_at(_number_of(month) + 1)


def runs_of(months: Iterable[str]) -> list[str]:
    """Months as people write them: those that follow one another as one run.

    >>> runs_of(["2023-09", "2023-07", "2023-08", "2024-01"])
    ['2023-07–2023-09', '2024-01']
    """
    runs: list[list[str]] = []
    for month in sorted(set(months)):
        if runs and month_after(runs[-1][-1]) == month:
            runs[-1][1:] = [month]
        else:
            runs.append([month])
    return ["–".join(run) for run in runs]


def days_between(start: object, end: object) -> int | None:
    """Return the days from one date to another (negative backwards), None where one is none."""
    first, last = parse(start), parse(end)
    return (last - first).days if first is not None and last is not None else None


def show_date(text: str | None) -> str:
    """Write a date for people; what is no date is shown as it is.

    >>> show_date("2017-03-21"), show_date("spring 2017"), show_date(None)
    ('21 Mar 2017', 'spring 2017', '')
    """
    day = parse(text)
    if day is None:
        return text or ""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year:04}"


def show_month(month: str | None) -> str:
    """Write a month for people; what is no month is shown as it is.

    >>> show_month("2017-03")
    'Mar 2017'
    """
    if month is None or not is_month(month):
        return month or ""
    return f"{_NAMES[int(month[5:]) - 1]} {month[:4]}"


def _number_of(month: str) -> int:
    """Return the count of months since year 0."""
    if not is_month(month):
        raise ValueError(f"not a month: {month!r}")
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _month_at(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
