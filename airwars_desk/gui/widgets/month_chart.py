"""Killed by month over incidents by grade, on one axis; every mark leads to its incidents."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.charts.layout import TITLE, Layout
from airwars_desk.gui.charts.paint import paint_charts
from airwars_desk.gui.charts.series import Chart, incidents_in_words, month_in_words
from airwars_desk.gui.month_queries import Mark
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.i18n import tr

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
WALKS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class MonthChart(QWidget):
    """A click on a mark or Enter opens it, a click below it or Left and Right choose a month.

    Up and Down walk the marks of the chosen month.
    """

    chosen = Signal(str)
    stepped = Signal(int)
    opened = Signal(object)  # the Mark

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart = Chart()
        self._sentence = ""
        self._mark: Mark | None = None
        self.setMinimumHeight(360)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As wide as the page."""
        return QSize(600, 440)

    @property
    def chart(self) -> Chart:
        """What is shown."""
        return self._chart

    def show_chart(self, chart: Chart, empty: str = "") -> None:
        """Show other months; `empty` says why there is nothing to draw."""
        self._chart = chart
        self._sentence = empty
        marks = self._marks()
        if self._mark is not None:
            alike = [m for m in marks if (m.kind, m.grade) == (self._mark.kind, self._mark.grade)]
            self._mark = alike[0] if alike else None
        self._say()
        self.update()

    def layout_of_marks(self) -> Layout:
        """Where the marks lie now."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Layout(self._chart, self.rect(), mirrored=mirrored)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the pointer; elsewhere choose the month."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        layout = self.layout_of_marks()
        spot = layout.spot_at(place.x(), place.y())
        if spot is not None:
            self._mark = spot.mark
            self.opened.emit(spot.mark)
            return
        position = self._position(layout, place)
        if position is not None:
            self.chosen.emit(self._chart.months[position].month)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the month under the pointer with its numbers."""
        place = event.position().toPoint()
        layout = self.layout_of_marks()
        position = self._position(layout, place)
        self.setToolTip("" if position is None else month_in_words(self._chart.months[position]))
        over = position is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to another month, walk the marks of this one, open one."""
        key = Qt.Key(event.key())
        if key in STEPS:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-STEPS[key] if mirrored else STEPS[key])
        elif key in WALKS:
            self._walk(WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            marks = self._marks()
            if marks:
                self.opened.emit(self._mark or marks[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which mark Enter would open."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the charts, or why there are none; the mark that Enter would open has a ring."""
        del event
        painter = QPainter(self)
        layout = self.layout_of_marks()
        paint_charts(painter, layout, self._theme)
        if self._sentence:
            painter.setPen(self._theme.colour("ink2"))
            painter.setFont(self.font())
            plot = layout.bands
            box = QRect(plot.left() + 12, plot.top() + 8, plot.width() - 24, TITLE)
            metrics = painter.fontMetrics().horizontalAdvance(self._sentence)
            patch = QRect(box.left() - 6, box.top() + 5, metrics + 12, 24)
            painter.fillRect(layout.flip(patch), self._theme.colour("paper"))
            draw_text(painter, layout.flip(box), self._sentence)
        self._paint_ring(painter, layout)
        painter.end()

    def _paint_ring(self, painter: QPainter, layout: Layout) -> None:
        mark = self._mark or next(iter(self._marks()), None)
        if mark is None or not self.hasFocus():
            return
        spot = layout.spot_of(mark)
        if spot is not None:
            painter.setPen(QPen(self._theme.colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot.box.adjusted(-2, -2, 2, 2))

    def _position(self, layout: Layout, place: QPoint) -> int | None:
        return layout.at(place.x()) if place.y() >= layout.bands.top() else None

    def _marks(self) -> list[Mark]:
        month = self._chart.at()
        return month.marks() if month is not None else []

    def _walk(self, by: int) -> None:
        marks = self._marks()
        if not marks:
            return
        now = marks.index(self._mark) if self._mark in marks else 0
        self._mark = marks[max(0, min(len(marks) - 1, now + by))]
        self._say()
        self.update()

    def _say(self) -> None:
        """Tell who cannot see the chart the numbers of the month and the mark at hand."""
        month = self._chart.at()
        said = [month_in_words(month).replace("\n", "; ")] if month is not None else []
        if self._mark is not None:
            name = tr(self._mark.grade or self._mark.kind)
            said.append(f"{name}: {incidents_in_words(self._mark.incidents)}")
        self.setAccessibleName(self._sentence or tr("Charts of the month"))
        self.setAccessibleDescription(". ".join(said))
