"""What stands in the window for its first tenth of a second: the frame of the shell, painted.

It touches nothing of Qt but a painter: the namespace of Qt's constants alone costs more than the
whole first paint. The shell takes its place before anybody can click.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import NAVIGATION, STRIP, Theme


class Sketch(QWidget):
    """Title strip, navigation and paper. `painted` is sent once, after the first paint."""

    painted = Signal()

    def __init__(self, theme: Theme, *, mirrored: bool) -> None:
        super().__init__()
        self._theme = theme
        self._mirrored = mirrored
        self._is_new = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        del event
        painter = QPainter(self)
        width, height = self.width(), self.height()
        left = width - NAVIGATION if self._mirrored else 0
        edge = left if self._mirrored else NAVIGATION - 1
        painter.fillRect(0, 0, width, height, QColor(self._theme.paper))
        painter.fillRect(0, 0, width, STRIP, QColor(self._theme.side))
        painter.fillRect(left, STRIP, NAVIGATION, height, QColor(self._theme.side))
        painter.fillRect(0, STRIP - 1, width, 1, QColor(self._theme.line))
        painter.fillRect(edge, STRIP, 1, height, QColor(self._theme.line))
        painter.end()
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(0, self.painted.emit)
