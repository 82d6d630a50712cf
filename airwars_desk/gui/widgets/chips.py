"""A filter in the search box: "field value ×" on a tinted ground; a click on it takes it out."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.text import is_rtl
from airwars_desk.gui.theme import RADIUS_TAG, Theme
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.i18n import tr

HEIGHT = 22
WIDEST = 240
_PAD, _CROSS = 6, 18


class Chip(QWidget):
    """One filter; it has no focus of its own, Backspace in the box takes the last."""

    closed = Signal()

    def __init__(self, theme: Theme, field: str, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field, self._value = field, value
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{field} {value}".strip())
        self.setToolTip(tr("{filter} – click to take it out").format(filter=f"{field} {value}"))

    def sizeHint(self) -> QSize:
        """The width of its words, up to a bound; the value is cut there."""
        width = _PAD + _advance("body", self._field) + 5 + _advance("strong", self._value) + _CROSS
        return QSize(min(WIDEST, width + 2), HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the filter out."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, field, value and cross."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("tint"))
        painter.drawRoundedRect(self.rect(), RADIUS_TAG, RADIUS_TAG)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first = _advance("body", self._field)
        inner = self.rect().adjusted(_PAD, 0, -_CROSS, 0)
        rest = inner.adjusted(first + 5, 0, 0, 0)
        cross = QRect(self.width() - _CROSS + 4, self.height() // 2 - 4, 8, 8)
        if mirrored:
            inner = self.rect().adjusted(_CROSS, 0, -_PAD, 0)
            rest = inner.adjusted(0, 0, -first - 5, 0)
            cross.moveLeft(_CROSS - 12)
        lead = Qt.AlignmentFlag.AlignLeading
        painter.setFont(fonts.font("body"))
        painter.setPen(self._theme.colour("ink2"))
        draw_text(painter, inner, self._field, lead)
        painter.setFont(fonts.font("strong", arabic=is_rtl(self._value)))
        painter.setPen(self._theme.colour("ink"))
        draw_text(painter, rest, self._value, lead)
        paint_cross(painter, cross, self._theme, "ink2")
        painter.end()


def paint_cross(painter: QPainter, box: QRect, theme: Theme, ink: str) -> None:
    """Paint the cross that takes something out."""
    painter.setPen(QPen(theme.colour(ink), 1.3))
    inner = box.adjusted(0, 0, 1, 1)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _advance(kind: str, text: str) -> int:
    return QFontMetrics(fonts.font(kind, arabic=is_rtl(text))).horizontalAdvance(text)
