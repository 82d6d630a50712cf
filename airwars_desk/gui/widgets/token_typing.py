"""Offers beside the cursor of a text while something in brackets is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from airwars_desk.gui.completing import Offer
from airwars_desk.gui.forms.choosers import RunningText
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.token_offers import begun
from airwars_desk.gui.widgets.completions import Completions


class TokenTyping(QObject):
    """Watches a text: "[" offers, arrows choose, Enter and Tab take, Escape lets it be.

    Args:
        theme: the look.
        text: where tokens are typed.
        offers: what may be meant by what is typed after the bracket.
    """

    def __init__(
        self, theme: Theme, text: RunningText, offers: Callable[[str], Sequence[Offer]]
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._text = text
        self._offers = offers
        self._offered: list[Offer] = []
        self._popup: Completions | None = None
        text.edited.connect(self._offer)
        text.cursorPositionChanged.connect(self._on_moved)
        text.installEventFilter(self)

    @property
    def is_offering(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def begin(self) -> None:
        """Begin a token at the cursor, unless one is begun there."""
        self._text.setFocus()
        if begun(self._before()) is None:
            self._text.insertPlainText("[")
        self._offer()

    def hide(self) -> None:
        """Offer nothing any more."""
        self._offered = []
        if self._popup is not None:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys drive the list while it is shown; the text keeps the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self.is_offering
            and self._drive(Qt.Key(event.key()))
        ):
            return True
        return super().eventFilter(watched, event)

    def _drive(self, key: Qt.Key) -> bool:
        if self._popup is None:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self._popup.current())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _before(self) -> str:
        """Return the line as far as the cursor."""
        cursor = self._text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _on_moved(self) -> None:
        if self.is_offering and begun(self._before()) is None:
            self.hide()

    def _offer(self) -> None:
        typed = begun(self._before()) if self._text.hasFocus() else None
        self._offered = [] if typed is None else list(self._offers(typed))
        if not self._offered:
            self.hide()
            return
        if self._popup is None:
            self._popup = Completions(self._theme, self._text.viewport())
            self._popup.taken.connect(self._take)
            self._text.destroyed.connect(self._popup.deleteLater)
        place = self._text.cursorRect()
        self._popup.offer(self._offered, choose=True, at=QPoint(place.left(), place.bottom() + 2))

    def _take(self, row: int) -> None:
        typed = begun(self._before())
        if typed is None or not 0 <= row < len(self._offered):
            self.hide()
            return
        offer = self._offered[row]
        cursor = self._text.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter,
            QTextCursor.MoveMode.KeepAnchor,
            len(typed) + 1,
        )
        cursor.insertText(offer.text)
        self._text.setTextCursor(cursor)
        self.hide()
