"""Killed by month: two bars each, alleged and likely; solid at least, pale up to, from zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.text import day, span
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.scale import nice_top, ticks
from airwars_desk.i18n import tr

TOP, BOTTOM, LEADING, TRAILING = 26, 34, 44, 64


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its name and two ranges of killed."""

    month: str
    alleged: tuple[int, int]
    likely: tuple[int, int]


class MonthChart(QWidget):
    """A click on a month chooses it; the arrow keys step."""

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._months: tuple[Month, ...] = ()
        self._now = ""
        self.setMinimumHeight(150)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As wide as the page."""
        return QSize(600, 240)

    def show_months(self, months: Sequence[Month], now: str) -> None:
        """Show other months; `now` is the one the page is about."""
        self._months = tuple(months)
        self._now = now
        self.setAccessibleName(
            "; ".join(
                f"{day(item.month)}: {tr('alleged')} {span(*item.alleged)}, "
                f"{tr('likely')} {span(*item.likely)}"
                for item in self._months
            )
        )
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month under the pointer."""
        position = self._position(int(event.position().x()))
        if position is not None:
            self.chosen.emit(self._months[position].month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to the month before or after, as they lie on the screen."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.stepped.emit(-step if mirrored else step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the month under the pointer with its numbers."""
        position = self._position(int(event.position().x()))
        text = ""
        if position is not None:
            item = self._months[position]
            text = (
                f"{day(item.month)}\n{tr('alleged')} {span(*item.alleged)}\n"
                f"{tr('likely')} {span(*item.likely)}"
            )
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint legend, grid, bars and names."""
        del event
        painter = QPainter(self)
        self._paint_legend(painter)
        if not self._months:
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(LEADING, TOP + 24, tr("No month has a decided incident."))
            painter.end()
            return
        top = nice_top(max(item.alleged[1] for item in self._months))
        self._paint_grid(painter, top)
        for position in range(len(self._months)):
            self._paint_month(painter, position, top)
        painter.end()

    def _plot(self) -> QRect:
        return QRect(
            LEADING, TOP, max(10, self.width() - LEADING - TRAILING), self.height() - TOP - BOTTOM
        )

    def _slot(self, position: int) -> tuple[int, int]:
        plot = self._plot()
        width = plot.width() / max(1, len(self._months))
        left = plot.left() + position * width
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return round(left), round(width)

    def _position(self, across: int) -> int | None:
        for position in range(len(self._months)):
            left, width = self._slot(position)
            if left <= across < left + width:
                return position
        return None

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(fonts.font("count"))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QRect(0, 0, 240, 20), Qt.AlignmentFlag.AlignVCenter, tr("Killed by month"))
        painter.setFont(fonts.font("hint"))
        across = 150
        for series, title in (("alleged", tr("alleged")), ("likely", tr("likely"))):
            painter.fillRect(across, 6, 10, 8, self._theme.colour(series))
            painter.fillRect(across + 10, 6, 10, 8, self._theme.colour(f"{series}_pale"))
            painter.setPen(self._theme.colour("ink2"))
            width = painter.fontMetrics().horizontalAdvance(title)
            painter.drawText(
                QRect(across + 26, 0, width + 4, 20), Qt.AlignmentFlag.AlignVCenter, title
            )
            across += width + 48
        painter.drawText(
            QRect(across, 0, 300, 20),
            Qt.AlignmentFlag.AlignVCenter,
            tr("solid at least, pale up to"),
        )

    def _paint_grid(self, painter: QPainter, top: int) -> None:
        plot = self._plot()
        painter.setFont(fonts.font("badge"))
        for tick in ticks(top):
            height = plot.bottom() - round(plot.height() * tick / top)
            painter.fillRect(plot.left(), height, plot.width(), 1, self._theme.colour("grid"))
            painter.setPen(self._theme.colour("ink3"))
            painter.drawText(
                QRect(0, height - 9, LEADING - 8, 18),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{tick:,}",
            )

    def _paint_month(self, painter: QPainter, position: int, top: int) -> None:
        item = self._months[position]
        left, width = self._slot(position)
        bar = max(4, min(11, width // 3))
        start = left + (width - 2 * bar - 2) // 2
        for number, (series, pair) in enumerate(
            (("alleged", item.alleged), ("likely", item.likely))
        ):
            self._paint_bar(painter, start + number * (bar + 2), bar, series, pair, top)
        is_now = item.month == self._now
        painter.setFont(fonts.font("tag" if is_now else "badge"))
        painter.setPen(self._theme.colour("ink" if is_now else "ink3"))
        bottom = self._plot().bottom()
        name, year = day(item.month).split(" ")
        painter.drawText(
            QRect(left - 8, bottom + 3, width + 16, 14), Qt.AlignmentFlag.AlignCenter, name
        )
        if position == 0 or item.month.endswith("-01"):
            painter.drawText(
                QRect(left - 8, bottom + 17, width + 16, 14), Qt.AlignmentFlag.AlignCenter, year
            )
        if is_now:
            self._paint_numbers(painter, item, top)

    def _paint_bar(
        self, painter: QPainter, left: int, width: int, series: str, pair: tuple[int, int], top: int
    ) -> None:
        plot = self._plot()
        low = round(plot.height() * pair[0] / top)
        high = round(plot.height() * max(pair) / top)
        bottom = plot.bottom()
        painter.fillRect(left, bottom - high, width, high, self._theme.colour(f"{series}_pale"))
        painter.fillRect(left, bottom - low, width, low, self._theme.colour(series))
        if high:
            painter.fillRect(left, bottom - high, width, 2, self._theme.colour(series))

    def _paint_numbers(self, painter: QPainter, item: Month, top: int) -> None:
        """Write the chosen month's four numbers at the trailing edge, apart from each other."""
        plot = self._plot()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        taken: list[int] = []
        for token, value in (
            ("ink3", item.alleged[1]),
            ("accent", item.likely[1]),
            ("ink3", item.alleged[0]),
            ("accent", item.likely[0]),
        ):
            height = plot.bottom() - round(plot.height() * value / top)
            if any(abs(height - other) < 13 for other in taken):
                continue
            taken.append(height)
            painter.setPen(self._theme.colour(token))
            box = QRect(0 if rtl else self.width() - TRAILING + 8, height - 8, TRAILING - 8, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, f"{value:,}")
