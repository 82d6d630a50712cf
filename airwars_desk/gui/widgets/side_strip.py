"""What a pane folded to the side leaves: an upright strip with its name; a click opens it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.text import is_rtl
from airwars_desk.gui.theme import Theme

WIDTH = 28


class SideStrip(QWidget):
    """Click, Enter or F6 opens the pane again."""

    opened = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._detail = ""
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)

    def show_detail(self, detail: str) -> None:
        """Show a number after the name."""
        self._detail = detail
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the name is long."""
        metrics = QFontMetrics(fonts.font("count"))
        return QSize(WIDTH, metrics.horizontalAdvance(self._name) + 40)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the pane."""
        self.opened.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space open the pane."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name from top to bottom, and an edge where the focus is."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        edge = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), self._theme.colour("line"))
        if self.hasFocus():
            painter.fillRect(0, 0, 2, self.height(), self._theme.colour("accent"))
        painter.translate(self.width() / 2, 12)
        painter.rotate(90)
        painter.setFont(fonts.font("strong", arabic=is_rtl(self._name)))
        painter.setPen(self._theme.colour("ink2"))
        metrics = painter.fontMetrics()
        base = int(metrics.ascent() / 2) - 1
        painter.drawText(0, base, self._name)
        if self._detail:
            used = metrics.horizontalAdvance(self._name) + 8
            painter.setFont(fonts.font("hint"))
            painter.setPen(self._theme.colour("ink3"))
            painter.drawText(used, base, self._detail)
        painter.end()
