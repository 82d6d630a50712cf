"""What stands in the window for its first tenth of a second: the frame of the shell in its colours.

Three plain widgets that Qt fills by itself. A painter would cost more than all the rest: its first
call makes every constant of Qt's namespace. The shell takes its place before anybody can click.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import NAVIGATION, STRIP, Theme


class Sketch(QWidget):
    """Title strip, navigation and paper. `painted` is sent once, after the first paint."""

    painted = Signal()

    def __init__(self, theme: Theme, *, mirrored: bool) -> None:
        super().__init__()
        self._mirrored = mirrored
        self._is_new = True
        _fill(self, theme.line)
        self._strip, self._side, self._paper = (QWidget(self) for _ in range(3))
        for widget, colour in (
            (self._strip, theme.side),
            (self._side, theme.side),
            (self._paper, theme.paper),
        ):
            _fill(widget, colour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the three out; one pixel between them shows the colour of lines."""
        del event
        width, height = self.width(), self.height()
        edge = width - NAVIGATION if self._mirrored else 0
        self._strip.setGeometry(0, 0, width, STRIP - 1)
        self._side.setGeometry(edge + int(self._mirrored), STRIP, NAVIGATION - 1, height)
        self._paper.setGeometry(
            0 if self._mirrored else NAVIGATION, STRIP, width - NAVIGATION, height
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt has filled it already; say so once."""
        del event
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(0, self.painted.emit)


def _fill(widget: QWidget, colour: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
