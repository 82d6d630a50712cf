"""Editors of one line: text, numbers. Unknown is empty and shows "–"; 0 is "0".

Every editor holds a JSON-native value, says `edited` when a person changed it, and marks text it
cannot read as wrong instead of guessing: the value stays what it was.
"""

import re
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.forms.typed import asks_undo, mark_wrong
from airwars_desk.gui.text import UNKNOWN, is_rtl
from airwars_desk.i18n import tr

_DIGITS = {ord(a): str(i) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for i, a in enumerate(row)}
_RANGE = re.compile(r"(\d{1,9})\s*[-–]\s*(\d{1,9})", re.ASCII)


def ascii_digits(text: str) -> str:
    """Return a text with its digits, of whatever script, as ASCII."""
    return text.translate(_DIGITS)


class UnreadableError(ValueError):
    """The text typed cannot be read as the field's kind of value."""


class Box(QLineEdit):
    """A line that holds a value; subclasses say how to read and to write it."""

    edited = Signal()
    ltr = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self._before: Any = None  # when the cursor came
        self.setFont(fonts.font("body"))
        self.setPlaceholderText(UNKNOWN)
        self.textEdited.connect(lambda _text: self._take())
        self.textChanged.connect(self._follow_script)
        if self.ltr:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def value(self) -> Any:
        """Return the value, None when unknown."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value; does not say `edited`."""
        self._value = value
        text = "" if value is None else self.write(value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._mark(wrong=False)

    def read(self, text: str) -> Any:
        """Return the value a text means; raises UnreadableError."""
        return text

    def write(self, value: Any) -> str:
        """Return the text that shows a value."""
        return str(value)

    @property
    def is_wrong(self) -> bool:
        """Tell whether what stands in the box could not be read."""
        return bool(self.property("wrong"))

    def forget_typing(self) -> None:
        """What was typed is stored: the undo key is no longer this line's, but the casebook's."""
        at = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(at)

    def event(self, event: QEvent) -> bool:
        """Leave the undo key to the window where nothing was typed."""
        if asks_undo(event) and not self.isUndoAvailable():
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note what Escape brings back."""
        super().focusInEvent(event)
        self._before = self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings back what stood here when the cursor came."""
        if event.key() == Qt.Key.Key_Escape and (self.is_wrong or self._value != self._before):
            changed = self._value != self._before
            self.set_value(self._before)
            if changed:
                self.edited.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """On leaving, show the value as it is written, unless what was typed is wrong."""
        super().focusOutEvent(event)
        if not self.is_wrong and self._value is not None:
            shown = self.write(self._value)
            if shown != self.text():
                self.setText(shown)

    def _take(self) -> None:
        text = self.text()
        try:
            value = self.read(text) if text.strip() not in ("", UNKNOWN, "-") else None
        except UnreadableError as wrong:
            self._mark(wrong=True, why=str(wrong))
            return
        self._mark(wrong=False)
        if value != self._value or type(value) is not type(self._value):
            self._value = value
            self.edited.emit()

    def _mark(self, *, wrong: bool, why: str = "") -> None:
        mark_wrong(self, why if wrong else "")

    def _follow_script(self, text: str) -> None:
        if self.ltr:
            return
        rtl = is_rtl(text)
        self.setFont(fonts.font("body", arabic=rtl))
        self.setTextMargins(0, 0, 0, -2 * fonts.arabic_sinks() if rtl else 0)
        if text:
            self.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        else:
            self.unsetLayoutDirection()


class TextBox(Box):
    """Any text of one line, in either script."""


class AddressBox(Box):
    """An address: always left to right, kept as typed."""

    ltr = True

    def read(self, text: str) -> Any:
        """Return the address without blanks around it."""
        return text.strip()


class IntegerBox(Box):
    """A whole number, 0 or more; Arabic and Persian digits are understood."""

    ltr = True

    def read(self, text: str) -> Any:
        """Return the number.

        Raises:
            UnreadableError: it is none, or not a whole one.
        """
        plain = text.strip().translate(_DIGITS).replace(",", "").replace("\u00a0", "")
        if not plain.isascii() or not plain.isdigit() or len(plain) > 9:
            raise UnreadableError(tr("A whole number, or nothing when it is not known."))
        return int(plain)


class CountBox(IntegerBox):
    """One end of a range, in a small centred box; "3-4" in the first fills both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.upper: CountBox | None = None
        self.setObjectName("count")
        self.setFixedWidth(46)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def take(self, value: int) -> None:
        """Take a number that was typed elsewhere."""
        if value != self.value():
            self.set_value(value)
            self.edited.emit()

    def _take(self) -> None:
        both = _RANGE.fullmatch(self.text().strip().translate(_DIGITS))
        if both is None or self.upper is None:
            super()._take()
            return
        self._mark(wrong=False)
        if self._value != int(both[1]):
            self._value = int(both[1])
            self.edited.emit()
        self.upper.take(int(both[2]))


class NumberBox(Box):
    """A number with a fraction, such as a degree."""

    ltr = True

    def read(self, text: str) -> Any:
        """Return the number.

        Raises:
            UnreadableError: it is none.
        """
        plain = text.strip().translate(_DIGITS).replace("٫", ".")
        try:
            value = float(plain)
        except ValueError:
            raise UnreadableError(tr("A number such as 36.2021.")) from None
        if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN
            raise UnreadableError(tr("A number such as 36.2021."))
        return value

    def write(self, value: Any) -> str:
        """Return the shortest text of the number."""
        return repr(value) if isinstance(value, float) else str(value)
