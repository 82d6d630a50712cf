"""The search box: filters as chips at the leading edge, words after them, its key at the end.

It holds a query; what is typed becomes a chip once a blank or Enter follows a filter. It never
waits for the database: what it offers are the counts of the last list.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QApplication, QLineEdit

from airwars_desk.gui.completing import Asked, Offer, asked_at, put_in
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.chip_row import ChipRow
from airwars_desk.gui.widgets.completions import Completions
from airwars_desk.gui.widgets.marks import hints_shown, key_width, paint_key
from airwars_desk.i18n import tr
from airwars_desk.rules.query import Filter, Query, tidy
from airwars_desk.rules.query_parse import BadQuery, parse

PAUSE_MS = 120
LEAD, TAIL = 30, 34  # as the style sheet pads it
TYPING_ROOM = 150


class SearchBox(QLineEdit):
    """Tells what is asked for after a short pause in typing; Escape empties it or leaves it."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, hint: str, key: str = "/") -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self._filters: tuple[Filter, ...] = ()
        self.chip_row = ChipRow(theme, self, self._drop)
        self._popup: Completions | None = None
        self._at: Asked | None = None
        self._offers: list[Offer] = []
        self.offers_for: Callable[[Asked], list[Offer]] = lambda _asked: []
        self.words_of: Callable[[Filter], tuple[str, str]] = lambda one: (
            one.field,
            ", ".join(one.values),
        )
        self.setObjectName("search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.textEdited.connect(self._on_edited)

    # -- the query ---------------------------------------------------------------------------

    def query_text(self) -> str:
        """Return all that is asked for, chips first, as it would be typed."""
        return f"{self._chips_text()}{self.text().strip()}".strip()

    def show_query(self, query: Query) -> None:
        """Show a query: its filters as chips, its words as text."""
        self._set_filters(query.filters)
        self.setText(" ".join(map(str, query.words)))
        self._pause.stop()
        self._hide_offers()

    def query(self) -> Query:
        """Return the query; while the text cannot be read, the chips alone."""
        try:
            return parse(self.query_text())
        except BadQuery:
            return Query(self._filters)

    def show_wrong(self, start: int, end: int) -> None:
        """Underline what cannot be read, by its place in `query_text`; nothing for 0, 0."""
        before = len(self._chips_text())
        first = max(0, start - before)
        length = max(0, min(len(self.text()), end - before) - first)
        marks = []
        if length and end > start:
            look = QTextCharFormat()
            look.setFontUnderline(True)
            look.setForeground(self._theme.colour("error"))
            kind = QInputMethodEvent.AttributeType.TextFormat
            place = first - self.cursorPosition()
            marks.append(QInputMethodEvent.Attribute(kind, place, length, look))
        QApplication.sendEvent(self, QInputMethodEvent("", marks))

    @property
    def is_offering(self) -> bool:
        """Something is offered: what is typed is not finished."""
        return self._popup is not None and self._popup.isVisible()

    def _chips_text(self) -> str:
        return "".join(f"{one} " for one in self._filters)

    def _set_filters(self, filters: tuple[Filter, ...]) -> None:
        self._filters = filters
        self.chip_row.show_filters([(one, self.words_of(one)) for one in filters])
        self._lay_out()

    def renew_chips(self) -> None:
        """Write the chips anew: what their values are called is known better now."""
        self._set_filters(self._filters)

    def _drop(self, gone: Filter) -> None:
        self._set_filters(tuple(one for one in self._filters if one is not gone))
        self._ask_now()

    def _take_in(self) -> None:
        """Make chips of the filters in the text; text that cannot be read stays as it is."""
        try:
            typed = parse(self.text())
        except BadQuery:
            return
        if typed.filters:
            whole = tidy((*self._filters, *typed.filters), typed.words)
            self._set_filters(whole.filters)
            self.setText("".join(f"{word} " for word in whole.words))

    # -- asking ------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.asked.emit(self.query_text())

    def _ask_now(self) -> None:
        self._pause.stop()
        self._ask()

    def _on_edited(self, text: str) -> None:
        if text.endswith((" ", "\u3000")) and self.cursorPosition() == len(text):
            self._take_in()
        self._offer()

    # -- what is offered ---------------------------------------------------------------------

    def _offer(self) -> None:
        self._at = asked_at(self.text(), self.cursorPosition())
        self._offers = self.offers_for(self._at) if self._at is not None else []
        if not self._offers:
            self._hide_offers()
            return
        if self._popup is None:
            self._popup = Completions(self._theme, self)
            self._popup.taken.connect(self._take)
        self._popup.offer(self._offers, choose=bool(self._at and self._at.field))

    def _hide_offers(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _take(self, row: int) -> None:
        """Take what is offered: a value makes a chip, a field's name offers its values."""
        if self._at is None or not 0 <= row < len(self._offers):
            return
        text, cursor = put_in(self.text(), self.cursorPosition(), self._at, self._offers[row])
        self.setText(text)
        self.setCursorPosition(cursor)
        if self._at.field:
            self._take_in()
            self._hide_offers()
            self._ask_now()
        else:
            self._offer()

    # -- keys --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab takes what is offered instead of leaving the box."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.is_offering
            and self._popup is not None
        ):
            self._take(max(0, self._popup.current()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drive what is offered; else Enter, Down go to the list, Escape empties, then leaves."""
        key = Qt.Key(event.key())
        if self._drives_offers(key):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._take_in()
            if self._pause.isActive():
                self._ask_now()
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Backspace and self._filters and self._is_at_start():
            self._drop(self._filters[-1])
        else:
            super().keyPressEvent(event)

    def _is_at_start(self) -> bool:
        return self.cursorPosition() == 0 and not self.hasSelectedText()

    def _escape(self) -> None:
        if self.text() or self._filters:
            self._set_filters(())
            self.clear()
            self._ask_now()
        else:
            self.left.emit()

    def _drives_offers(self, key: Qt.Key) -> bool:
        if not self.is_offering or self._popup is None:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self._hide_offers()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._popup.current() >= 0:
            self._take(self._popup.current())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hide_offers()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing to somebody who is elsewhere."""
        super().focusOutEvent(event)
        self._hide_offers()

    # -- look --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chips in their place."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the chips at the leading edge; the last ones are shown where not all have room."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = max(0, self.width() - LEAD - TAIL - min(TYPING_ROOM, self.width() // 3))
        used = self.chip_row.lay_out(LEAD, room)
        self.setTextMargins(0 if mirrored else used, 0, used if mirrored else 0, 0)
        more = tr("{number} more filters: {text}")
        hidden = self.chip_row.hidden
        self.setToolTip(more.format(number=hidden, text=self._chips_text()) if hidden else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the magnifier, how many chips have no room, and the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = self.width() - 16 if mirrored else 15
        middle = self.height() / 2
        painter.setPen(QPen(self._theme.colour("ink2"), 1.5))
        painter.drawEllipse(QPointF(across - 1, middle - 1), 4.5, 4.5)
        painter.drawLine(QPointF(across + 2.5, middle + 2.5), QPointF(across + 6, middle + 6))
        self.chip_row.paint(painter, LEAD)
        if hints_shown() and not self.hasFocus():
            width = key_width(self._key)
            left = 8 if mirrored else self.width() - width - 8
            box = QRect(left, (self.height() - 17) // 2, width, 17)
            paint_key(painter, box, self._key, self._theme)
        painter.end()
