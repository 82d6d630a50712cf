"""Two times, to see what differs between them."""

import re

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox, ascii_digits
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.i18n import tr

_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]+(\d\d?)[:.](\d\d))?")


class TwoTimes(Frame):
    """Asks for two times as the history shows them (UTC); a day alone means its end."""

    def __init__(self, parent: QWidget | None, first: str = "", second: str = "") -> None:
        super().__init__(parent, tr("Difference between two times"), tr("Show the difference"))
        self.first, self.second = TextBox(), TextBox()
        grid = form(self.body)
        for box, name, title, value in (
            (self.first, "first", tr("From"), first),
            (self.second, "second", tr("To"), second),
        ):
            box.setObjectName(name)
            box.set_value(value or None)
            add_field(grid, title, box)
            box.setPlaceholderText(tr("YYYY-MM-DD or YYYY-MM-DD HH:MM"))
        hint = Paragraph(
            tr("Times are UTC, as in the list. A day alone means its end."), kind="hint"
        )
        grid.addWidget(hint, grid.rowCount(), 1)

    def answer(self) -> tuple[str, str]:
        """Return both times as the journal writes them."""
        return moment_at(self.first.text()), moment_at(self.second.text())

    def on_main(self) -> None:
        """Close only with two times."""
        for box in (self.first, self.second):
            if not moment_at(box.text()):
                self.say_problem(tr("Give a day such as 2031-03-14, or a day and a time."))
                box.setFocus()
                return
        self.accept()


def moment_at(text: str) -> str:
    """Return a typed time as the journal writes times, "" for what is none.

    >>> moment_at("2031-03-14 9:05"), moment_at("2031-03-14"), moment_at("2031-13-14")
    ('2031-03-14T09:05:59.999Z', '2031-03-14T23:59:59.999Z', '')
    """
    from datetime import date

    found = _TIME.fullmatch(ascii_digits(text).strip())
    if found is None:
        return ""
    year, month, day, hour, minute = (int(part) if part else None for part in found.groups())
    try:
        when = date(year or 0, month or 0, day or 0)
    except ValueError:
        return ""
    at_hour, at_minute = (23, 59) if hour is None else (hour, minute or 0)
    if at_hour > 23 or at_minute > 59:
        return ""
    return f"{when.isoformat()}T{at_hour:02}:{at_minute:02}:59.999Z"
