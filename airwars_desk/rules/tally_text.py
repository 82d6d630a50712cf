"""Periods and counts as reports and spreadsheets write them, read exactly or not at all.

Numbers may carry separators of thousands, footnote marks and a bracket behind them ("268 (-1%)");
what is said to be about a number is none. A day whose month could be another is not guessed.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from airwars_desk.i18n import tr
from airwars_desk.rules.tallies import month_end
from airwars_desk.rules.text import clean, fold

UNKNOWN_MARKS: Final = frozenset({"", "-", "–", "—", "n/a", "na", "none", "unknown", "?", "…"})
_MONTHS: Final = {
    name: number
    for number, word in enumerate(
        (
            "january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december",
        ),
        1,
    )
    for name in (word, word[:3], "sept" if word == "september" else word)
}  # fmt: skip
_NAME: Final = r"(?P<name>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MIDNIGHT: Final = r"(?:[ t]00:00(?::00)?(?:\.0+)?)?"  # a spreadsheet's day
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?{_MIDNIGHT}",
        rf"{_DAY}[ -]?{_NAME}[ ,-]*{_YEAR}",
        rf"{_NAME} ?{_DAY},? {_YEAR}",
        rf"{_NAME}(?:[ ,-]*{_YEAR}|-(?P<short>\d\d))",
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",
        rf"(?P<month>\d{{1,2}})/{_YEAR}",
    )
)
_SLASHES: Final = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/{_YEAR}")
_UNTIL: Final = re.compile(r"(?:as of|as at|up to|until|through|to|by|since start to)\b[: ]*")
_DAYS_OF_MONTH: Final = (
    re.compile(rf"(?P<first>\d{{1,2}}) ?- ?(?P<last>\d{{1,2}}) {_NAME},? {_YEAR}"),
    re.compile(rf"{_NAME} (?P<first>\d{{1,2}}) ?- ?(?P<last>\d{{1,2}}),? {_YEAR}"),
)
_BETWEEN: Final = re.compile(r" (?:-|to|until|through) |/(?=\d{4}-)")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([,.'’ ])\d{3})(?:\1\d{3})*|\d+")
_BEHIND: Final = re.compile(r"(?P<number>[^(\[*†]*?)\s*(?P<rest>[(\[*†].*)?")
_LONGEST: Final = 9


class UnreadableError(ValueError):
    """A cell that cannot be read; its text is the sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period as ISO days; without a start it ends somewhere and began with the campaign.

    `is_day`: only one day was written, not a month and not two days.
    """

    start: str | None
    end: str
    is_day: bool = False


def read_period(text: str) -> Period:
    """Read a month, a day or a period.

    Raises:
        UnreadableError: it is none, or could be two.

    >>> read_period("March 2017").end, read_period("as of 31 Mar 2017").start
    ('2017-03-31', None)
    """
    plain = fold(clean(text)).replace("–", "-").replace("—", "-").strip(" .,:")
    rest = _UNTIL.sub("", plain, count=1) if _UNTIL.match(plain) else plain
    for pattern in _DAYS_OF_MONTH:
        found = pattern.fullmatch(rest)
        if found and found["name"] in _MONTHS:
            year, month = int(found["year"]), _MONTHS[found["name"]]
            start = _iso(year, month, int(found["first"]), text)
            return _ordered(start, _iso(year, month, int(found["last"]), text), text)
    parts = _BETWEEN.split(rest)
    if len(parts) == 2:
        first, last = _single(parts[0], text), _single(parts[1], text)
        return _ordered(first.start or first.end, last.end, text)
    single = _single(rest, text)
    return Period(start=None, end=single.end, is_day=single.is_day) if rest != plain else single


def read_count(text: str) -> tuple[int | None, str]:
    """Read a count; returns it (None = unknown) and what stands behind it and was left out.

    Raises:
        UnreadableError: it is no exact whole number.

    >>> read_count("11,554"), read_count("268 (-1%)"), read_count("–"), read_count("٧٨٣١")
    ((11554, ''), (268, '(-1%)'), (None, ''), (7831, ''))
    """
    plain = fold(clean(text.replace("'", "’").replace("\u202f", " ").replace("٬", ",")))
    found = _BEHIND.fullmatch(plain)
    number, rest = (found["number"].strip(), found["rest"] or "") if found else (plain, "")
    if number in UNKNOWN_MARKS:
        return None, rest
    if _GROUPED.fullmatch(number) is None:
        raise UnreadableError(tr("“{text}” is not an exact whole number.").format(text=clean(text)))
    digits = re.sub(r"\D", "", number)
    if len(digits) > _LONGEST:
        raise UnreadableError(tr("“{text}” is too large a number.").format(text=clean(text)))
    return int(digits), rest


def _single(plain: str, text: str) -> Period:
    """One month or one day."""
    slashes = _SLASHES.fullmatch(plain)
    if slashes is not None:
        return _slashed(int(slashes[1]), int(slashes[2]), int(slashes["year"]), text)
    for pattern in _DATES:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        parts = found.groupdict()
        month = _MONTHS.get(parts.get("name") or "") or int(parts.get("month") or 0)
        if not 1 <= month <= 12:
            continue
        year = int(parts.get("year") or 2000 + int(parts.get("short") or 0))
        if parts.get("day"):
            day = _iso(year, month, int(parts["day"]), text)
            return Period(start=day, end=day, is_day=True)
        name = f"{year:04}-{month:02}"
        return Period(start=f"{name}-01", end=month_end(name))
    raise UnreadableError(tr("“{text}” is no month or day.").format(text=clean(text)))


def _slashed(first: int, second: int, year: int, text: str) -> Period:
    if first <= 12 and second <= 12 and first != second:
        raise UnreadableError(
            tr("“{text}” can be two days; write the month as a word.").format(text=clean(text))
        )
    day, month = (first, second) if second <= 12 else (second, first)
    found = _iso(year, month, day, text)
    return Period(start=found, end=found, is_day=True)


def _ordered(start: str, end: str, text: str) -> Period:
    if start > end:
        raise UnreadableError(tr("“{text}” ends before it begins.").format(text=clean(text)))
    return Period(start=start, end=end)


def _iso(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise UnreadableError(
            tr("“{text}” is no day of the calendar.").format(text=clean(text))
        ) from None
