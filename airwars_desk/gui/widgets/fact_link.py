"""A fact at the foot whose number leads to its incidents, by click or by Enter."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent

from airwars_desk.gui.widgets.panes import Fact


class FactLink(Fact):
    """A Fact that can be followed; underlined under the mouse and with the focus."""

    followed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.followed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline it."""
        super().enterEvent(event)
        self._underline(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Underline it no more."""
        super().leaveEvent(event)
        self._underline(on=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Underline it."""
        super().focusInEvent(event)
        self._underline(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Underline it no more."""
        super().focusOutEvent(event)
        self._underline(on=False)

    def _underline(self, *, on: bool) -> None:
        for label in (self._word, self._number):
            font = type(label.font())(label.font())
            font.setUnderline(on)
            label.setFont(font)
