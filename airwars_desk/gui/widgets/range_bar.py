"""A range as a bar from zero: solid to the least, pale to the most, an edge at its far end."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import Theme


class RangeBar(QWidget):
    """One bar; several beside each other share `scale`."""

    def __init__(self, theme: Theme, *, series: str = "likely") -> None:
        super().__init__()
        self._theme = theme
        self._series = series
        self._low = 0
        self._high = 0
        self._scale = 1
        self.setFixedHeight(12)
        self.setMinimumWidth(56)

    def set_range(self, low: int | None, high: int | None, scale: int) -> None:
        """Show a range; `scale` is the number the full width stands for."""
        self._low = low or 0
        self._high = high if high is not None else self._low
        self._scale = max(1, scale)
        self.update()

    def sizeHint(self) -> QSize:
        """Sixty pixels are enough to compare."""
        return QSize(60, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar from the leading edge."""
        del event
        painter = QPainter(self)
        paint_range(
            painter, self.rect(), self._low, self._high, self._scale, self._theme, self._series
        )
        painter.end()


def paint_range(
    painter: QPainter,
    rect: QRect,
    low: int,
    high: int,
    scale: int,
    theme: Theme,
    series: str = "likely",
) -> None:
    """Paint a range as a bar of six pixels in the middle of a rectangle."""
    if high <= 0 or scale <= 0:
        return
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    top = rect.center().y() - 3
    least = round(rect.width() * min(low, scale) / scale)
    most = max(2, round(rect.width() * min(high, scale) / scale))
    for start, end, token in ((0, most, f"{series}_pale"), (0, least, series)):
        width = end - start
        left = rect.right() - width + 1 if mirrored else rect.left()
        painter.fillRect(left, top, width, 7, theme.colour(token))
    edge = rect.right() - most + 1 if mirrored else rect.left() + most - 2
    painter.fillRect(edge, top, 2, 7, theme.colour(series))
