"""The search box: a magnifier at the leading edge, its key at the trailing one."""

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit

from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.marks import hints_shown, key_width, paint_key

PAUSE_MS = 120


class SearchBox(QLineEdit):
    """Tells what is asked for after a short pause in typing; Escape empties it or leaves it."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, hint: str, key: str = "/") -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self.setObjectName("search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go to the list at once; Escape empties, then leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self._pause.isActive():
                self._pause.stop()
                self.asked.emit(self.text())
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the magnifier and the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = self.width() - 16 if mirrored else 15
        middle = self.height() / 2
        painter.setPen(QPen(self._theme.colour("ink2"), 1.5))
        painter.drawEllipse(QPointF(across - 1, middle - 1), 4.5, 4.5)
        painter.drawLine(QPointF(across + 2.5, middle + 2.5), QPointF(across + 6, middle + 6))
        if hints_shown() and not self.hasFocus():
            width = key_width(self._key)
            left = 8 if mirrored else self.width() - width - 8
            box = QRect(left, (self.height() - 17) // 2, width, 17)
            paint_key(painter, box, self._key, self._theme)
        painter.end()
