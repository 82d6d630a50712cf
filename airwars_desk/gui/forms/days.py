"""Editors of dates and times of day, read as people write them, shown as they are stored."""

import re
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.forms.boxes import Box, UnreadableError, ascii_digits
from airwars_desk.i18n import tr

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}


class DateBox(Box):
    """A day, stored as 2017-03-21; also read as 21.3.2017, 21/3/2017 and 21 Mar 2017."""

    ltr = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("YYYY-MM-DD"))

    def read(self, text: str) -> Any:
        """Return the day in ISO form.

        Raises:
            UnreadableError: it is no day of the calendar.
        """
        found = read_day(text)
        if found is None:
            raise UnreadableError(tr("A day such as 2017-03-21."))
        return found


class TimeBox(Box):
    """A time of day, stored as 02:40 (or 02:40:15 where seconds are known)."""

    ltr = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("HH:MM"))

    def read(self, text: str) -> Any:
        """Return the time.

        Raises:
            UnreadableError: it is none.
        """
        match = _TIME.fullmatch(ascii_digits(text.strip()))
        if match is None:
            raise UnreadableError(tr("A time such as 02:40."))
        hours, minutes, seconds = match.groups()
        return f"{int(hours):02}:{minutes}" + (f":{seconds}" if seconds else "")


def read_day(text: str) -> str | None:
    """Return a day as ISO text, or None where the text is none.

    >>> read_day("2017-3-21"), read_day("21.3.2017"), read_day("21 Mar 2017"), read_day("31.2.2017")
    ('2017-03-21', '2017-03-21', '2017-03-21', None)
    """
    parts = [part for part in re.split(r"[\s./,-]+", ascii_digits(text.strip())) if part]
    if len(parts) != 3:
        return None
    first, middle, last = parts
    month = _MONTHS.get(middle.lower())
    if not first.isdigit() or not last.isdigit() or not (month or middle.isdigit()):
        return None
    year, day = (first, last) if len(first) == 4 else (last, first)
    try:
        return date(int(year), month or int(middle), int(day)).isoformat()
    except ValueError:
        return None
