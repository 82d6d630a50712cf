"""The titles of the charts with what their colours mean."""

from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QPainter, QPen

from airwars_desk.gui import fonts
from airwars_desk.gui.charts.layout import TITLE, Layout
from airwars_desk.gui.charts.series import ALL_GRADES, BANDS, STACKS, title_of
from airwars_desk.gui.month_queries import GRADES, NO_GRADE
from airwars_desk.gui.theme import Theme, letter_of
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.marks import TAG, paint_tag
from airwars_desk.i18n import tr

SPACE = 14
KEY = 20


def paint_titles(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Paint title and legend over each chart."""
    if layout.shows_bands:
        end = _title(painter, layout, theme, layout.bands, title_of(BANDS, layout.chart.harm))
        _bands(_Legend(painter, layout, theme, layout.bands, end))
    if layout.shows_stacks:
        end = _title(painter, layout, theme, layout.stacks, title_of(STACKS, ""))
        _stacks(_Legend(painter, layout, theme, layout.stacks, end))


def _title(painter: QPainter, layout: Layout, theme: Theme, plot: QRect, text: str) -> int:
    painter.setFont(fonts.font("count"))
    painter.setPen(theme.colour("ink"))
    width = painter.fontMetrics().horizontalAdvance(text) + 4
    box = QRect(layout.rect.left(), plot.top() - TITLE, width, 20)
    draw_text(painter, layout.flip(box), text)
    return box.right() + SPACE


class _Legend:
    """Writes keys from the trailing end inwards, as long as there is room beside the title."""

    def __init__(
        self, painter: QPainter, layout: Layout, theme: Theme, plot: QRect, start: int
    ) -> None:
        self.painter = painter
        self.layout = layout
        self.theme = theme
        self._start = start
        self._end = layout.rect.right()
        self._top = plot.top() - TITLE
        painter.setFont(fonts.font("hint"))

    def take(self, text: str, key: int) -> QRect | None:
        """Write a word and return where its key stands, or None without room."""
        width = self.painter.fontMetrics().horizontalAdvance(text) + 2
        if self._end - width - key - 6 < self._start:
            return None
        box = QRect(self._end - width, self._top, width, 20)
        self.painter.setFont(fonts.font("hint"))
        self.painter.setPen(self.theme.colour("ink2"))
        draw_text(self.painter, self.layout.flip(box), text)
        self._end = box.left() - (key + 6 if key else 0) - SPACE
        if not key:
            return None
        return self.layout.flip(QRect(box.left() - key - 6, self._top, key, 20))


def _bands(legend: _Legend) -> None:
    painter, theme = legend.painter, legend.theme
    place = legend.take(tr("not monitored, never zero"), KEY)
    if place is not None:
        painter.save()
        painter.setClipRect(place.adjusted(0, 6, 0, -6))
        painter.setPen(QPen(theme.colour("hatch"), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for across in range(place.left() - 20, place.right(), 5):
            painter.drawLine(QLineF(across, place.bottom() - 5, across + 9, place.top() + 5))
        painter.restore()
    legend.take(tr("solid at least, pale up to"), 0)
    for series, text in (("likely", tr("likely")), ("alleged", tr("alleged"))):
        place = legend.take(text, KEY)
        if place is not None:
            half = KEY // 2
            solid = QRect(place.left() + (half if legend.layout.mirrored else 0), 0, half, 8)
            pale = QRect(place.left() + (0 if legend.layout.mirrored else half), 0, half, 8)
            for box, token in ((solid, series), (pale, f"{series}_pale")):
                box.moveTop(place.top() + 6)
                painter.fillRect(box, theme.colour(token))


def _stacks(legend: _Legend) -> None:
    shown: tuple[str, ...] = GRADES
    if any(month.grades[-1] for month in legend.layout.chart.months):
        shown = ALL_GRADES
    for grade in reversed(shown):
        words = tr("Not graded") if grade == NO_GRADE else tr(grade)
        place = legend.take(words, TAG.width())
        if place is not None:
            paint_tag(legend.painter, place, letter_of(grade), legend.theme)
