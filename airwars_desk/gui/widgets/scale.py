"""The strip that puts every source on one scale, over the band of the working range."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import Theme

TICKS = 4
SIDE = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """What one source counts: its short name, least and most."""

    name: str
    low: int
    high: int


class Scale(QWidget):
    """One row's strip; all rows share `top`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._band: tuple[int | None, int | None] = (None, None)
        self._top = 1
        self.setMinimumWidth(150)
        self.setFixedHeight(34)

    def sizeHint(self) -> QSize:
        """Wide enough to compare a dozen sources."""
        return QSize(240, 34)

    def show_marks(
        self, marks: Sequence[Mark], band: tuple[int | None, int | None], top: int
    ) -> None:
        """Show other sources over another band."""
        self._marks = tuple(marks)
        self._band = band
        self._top = max(1, top)
        words = [f"{mark.name}: {mark.low}–{mark.high}" for mark in marks]
        self.setToolTip("\n".join(words))
        self.setAccessibleName("; ".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grid, band and marks."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tick in ticks(self._top):
            painter.fillRect(
                QRectF(round(self._x(tick)), 0, 1, self.height()), self._theme.colour("grid")
            )
        self._paint_band(painter)
        used = -1e9
        for mark in self._marks:
            used = self._paint_mark(painter, mark, used)
        painter.end()

    def _paint_band(self, painter: QPainter) -> None:
        low, high = self._band
        if low is None and high is None:
            return
        start = self._x(low if low is not None else 0)
        end = self._x(high if high is not None else self._top)
        left, right = min(start, end), max(start, end)
        colour = self._theme.colour("likely_pale")
        colour.setAlpha(110)
        painter.fillRect(QRectF(left, 17, max(2.0, right - left), 11), colour)
        for edge, known in ((start, low), (end, high)):
            if known is not None:
                painter.fillRect(QRectF(edge - 1, 17, 2, 11), self._theme.colour("likely"))

    def _paint_mark(self, painter: QPainter, mark: Mark, used: float) -> float:
        """Paint a source's dots; its name only where it does not cover another. Returns its end."""
        ink = self._theme.colour("ink")
        start, end = self._x(mark.low), self._x(mark.high)
        painter.setPen(QPen(ink, 1.5))
        if mark.low != mark.high:
            painter.drawLine(QPointF(start, 22.5), QPointF(end, 22.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for across in {start, end}:
            painter.drawEllipse(QPointF(across, 22.5), 2.5, 2.5)
        painter.setFont(fonts.font("badge"))
        width = painter.fontMetrics().horizontalAdvance(mark.name)
        middle = (start + end) / 2
        if middle - width / 2 < used + 2:
            return used
        painter.setPen(ink)
        painter.drawText(
            QRectF(middle - width, 1, width * 2, 13), Qt.AlignmentFlag.AlignCenter, mark.name
        )
        return middle + width / 2

    def _x(self, value: int) -> float:
        room = self.width() - 2 * SIDE
        across = SIDE + room * min(value, self._top) / self._top
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - across
        return across


class ScaleAxis(QWidget):
    """The numbers over the strips."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._top = 1
        self.setFixedHeight(20)
        self.setMinimumWidth(150)

    def show_top(self, top: int) -> None:
        """Show the numbers of another scale."""
        self._top = max(1, top)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers."""
        del event
        painter = QPainter(self)
        painter.setFont(fonts.font("badge"))
        painter.setPen(self._theme.colour("ink3"))
        room = self.width() - 2 * SIDE
        for tick in ticks(self._top):
            across = SIDE + room * tick / self._top
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                across = self.width() - across
            painter.drawText(
                QRectF(across - 30, 0, 60, 20), Qt.AlignmentFlag.AlignCenter, f"{tick:,}"
            )
        painter.end()


def nice_top(value: int) -> int:
    """Return the end of a scale that holds a value and divides into four round steps.

    >>> nice_top(21), nice_top(3), nice_top(420), nice_top(0)
    (24, 4, 480, 4)
    """
    if value <= 4:
        return 4
    step = math.ceil(value / TICKS)
    power = 10 ** max(0, len(str(step)) - 1)
    for factor in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10):
        nice = factor * power
        if nice >= step and nice == int(nice):
            return int(nice) * TICKS
    return step * TICKS


def ticks(top: int) -> list[int]:
    """Return the five numbers of a scale that `nice_top` gave.

    >>> ticks(24)
    [0, 6, 12, 18, 24]
    """
    return [top * number // TICKS for number in range(TICKS + 1)]
