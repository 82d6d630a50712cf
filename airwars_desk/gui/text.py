"""Text for the screen: direction, script, ranges, dates. Pure; stores nothing.

All text from outside is shown as plain text with control and direction marks taken out; the stored
text keeps them.
"""

import re
import unicodedata
from datetime import date

UNKNOWN = "–"
DASH = "–"
_MARKS = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF]
)
_COMPOUND = re.compile(r"\d+(?:[-–./:]\w+)+", re.ASCII)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def is_rtl(text: str) -> bool:
    """Tell whether the first strong letter of a text runs right to left.

    >>> is_rtl("12 قصرة"), is_rtl("Qasra قصرة"), is_rtl("12")
    (True, False, False)
    """
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def in_order(text: str) -> str:
    """Return a right-to-left text whose dates, ranges and file endings still read left to right.

    Without isolation `2024-03-31` inside Arabic is shown as 31-03-2024. For display only.

    >>> [hex(ord(letter)) for letter in in_order("قصرة 2024-03-31") if ord(letter) > 0x2000]
    ['0x2066', '0x2069']
    """
    return _COMPOUND.sub("\u2066\\g<0>\u2069", text) if is_rtl(text) else text


def one_line(text: object) -> str:
    """Return a text fit for one line of a list: no breaks, no control or direction marks.

    >>> one_line("a\\n b\\u202e")
    'a b'
    """
    return " ".join(many_lines(text).split())


def many_lines(text: object) -> str:
    """Return a text with its line breaks, without control and direction marks."""
    if text is None:
        return ""
    plain = str(text).translate(_MARKS)
    return "".join(
        letter for letter in plain if letter in "\n\t" or unicodedata.category(letter) != "Cc"
    )


def number(value: int | None) -> str:
    """Return a count with thousands apart; unknown is a dash, 0 is 0.

    >>> number(None), number(0), number(8114)
    ('–', '0', '8,114')
    """
    return UNKNOWN if value is None else f"{value:,}"


def span(low: int | None, high: int | None) -> str:
    """Return a range as it is read: one number when both ends agree, "2+" and "≤ 4" when open.

    >>> span(15, 21), span(4, 4), span(2, None), span(None, 4), span(None, None), span(0, 2)
    ('15–21', '4', '2+', '≤\\xa04', '–', '0–2')
    """
    if low is None and high is None:
        return UNKNOWN
    if high is None:
        return f"{low:,}+"
    if low is None:
        return f"≤\u00a0{high:,}"
    return f"{low:,}" if low == high else f"{low:,}{DASH}{high:,}"


def day(iso: str | None, *, full: bool = False) -> str:
    """Return an ISO date as people read it; text that is no date is returned as it is.

    >>> day("2017-03-21"), day("2017-03-05", full=True), day(None), day("2017-03")
    ('21 Mar 2017', '5 March 2017', '–', 'Mar 2017')
    """
    if not iso:
        return UNKNOWN
    parts = iso[:10].split("-")
    names = _FULL if full else _MONTHS
    try:
        if len(parts) == 2:
            return f"{names[int(parts[1]) - 1]} {int(parts[0])}"
        when = date.fromisoformat(iso[:10])
    except (ValueError, IndexError):
        return iso
    return f"{when.day} {names[when.month - 1]} {when.year}"


def dates(start: str | None, end: str | None, *, full: bool = False) -> str:
    """Return a start date, and the end where it is another day.

    >>> dates("2017-03-21", None), dates("2017-03-21", "2017-03-23")
    ('21 Mar 2017', '21 Mar 2017 to 23 Mar 2017')
    """
    first = day(start, full=full)
    if not end or end == start:
        return first
    return f"{first} to {day(end, full=full)}"


def moment(iso: str | None) -> str:
    """Return a point in time as date and minute, in the time zone it is written in.

    >>> moment("2026-11-22T14:02:31Z")
    '22 Nov 2026 14:02'
    """
    if not iso:
        return UNKNOWN
    return f"{day(iso)} {iso[11:16]}".strip()
