"""Numbers and dates as a search asks for them: one value, a comparison, a range. Pure."""

import calendar
import re
from collections.abc import Callable
from typing import Any, Final

from airwars_desk.rules.query_fields import NONE
from airwars_desk.rules.text import fold

_NOTHING: Final = (NONE, "unknown", "not recorded")
_COMPARED: Final = re.compile(r"(<=|>=|<|>|=)? ?(\S+)")
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)
_PERIOD: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?", re.ASCII)
AFTER: Final = "~"
"""Stands after every digit and hyphen: a period and this is what comes after the whole of it."""

_Reader = Callable[[str], str | None]


def number_value(text: str) -> str | None:
    """Return a number, comparison or range in the one way it is written; None where it is none.

    >>> number_value("=07"), number_value("≥ 3"), number_value("5–20"), number_value("20..5")
    ('7', '>=3', '5..20', None)
    """
    return _read(text, _as_number, int)


def date_value(text: str) -> str | None:
    """Return a day, month, year, comparison or range of them; None where it is none.

    >>> date_value("2017-3"), date_value("2017"), date_value("2017-01..2017-03")
    (None, '2017', '2017-01..2017-03')
    """
    return _read(text, _as_period, str)


def bounds(value: str) -> tuple[str | None, str | None, bool, bool]:
    """Return first and last of a value in its one way of writing, and whether each counts in.

    >>> bounds("<2"), bounds("5..20"), bounds("7")
    ((None, '2', True, False), ('5', '20', True, True), ('7', '7', True, True))
    """
    first, dots, last = value.partition("..")
    if dots:
        return first, last, True, True
    found = _COMPARED.fullmatch(value)
    sign, number = (found[1], found[2]) if found is not None else (None, value)
    if sign in ("<", "<="):
        return None, number, True, sign == "<="
    if sign in (">", ">="):
        return number, None, sign == ">=", True
    return number, number, True, True


def _read(text: str, read: _Reader, key: Callable[[str], Any]) -> str | None:
    plain = fold(text).replace("≤", "<=").replace("≥", ">=").replace("–", "..").strip()
    if plain in _NOTHING:
        return NONE
    first, dots, last = plain.partition("..")
    if not dots:
        return _compared(plain, read)
    low, high = read(first.strip()), read(last.strip())
    if (first.strip() and low is None) or (last.strip() and high is None):
        return None
    if low is None or high is None:
        return f">={low}" if low is not None else f"<={high}" if high is not None else None
    ends = high if key is int else high + AFTER
    return f"{low}..{high}" if key(low) <= key(ends) else None


def _compared(plain: str, read: _Reader) -> str | None:
    found = _COMPARED.fullmatch(plain)
    value = read(found[2]) if found is not None else None
    if found is None or value is None:
        return None
    sign = found[1] or ""
    return value if sign in ("", "=") else f"{sign}{value}"


def _as_number(text: str) -> str | None:
    return str(int(text)) if _NUMBER.fullmatch(text) else None


def _as_period(text: str) -> str | None:
    found = _PERIOD.fullmatch(text)
    if found is None or found[1] == "0000":
        return None
    if found[3] is not None:
        days = calendar.monthrange(int(found[1]), int(found[2]))[1]
        if not 1 <= int(found[3]) <= days:
            return None
    return text
