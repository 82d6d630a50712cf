"""Paints the two charts of the month on anything: screen, picture or vector file."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from airwars_desk.gui import fonts
from airwars_desk.gui.charts.layout import LEADING, TRAILING, Layout, Spot
from airwars_desk.gui.charts.legend import paint_titles
from airwars_desk.gui.charts.series import ALL_GRADES
from airwars_desk.gui.text import day
from airwars_desk.gui.theme import Theme, letter_of
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.scale import ticks
from airwars_desk.i18n import tr

HATCH = 6
EDGE = 1.5
APART = 13
CENTRE = Qt.AlignmentFlag.AlignCenter
TRAIL = Qt.AlignmentFlag.AlignTrailing


def paint_charts(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Paint titles, grids, months not monitored, marks and names."""
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if layout.mirrored else Qt.LayoutDirection.LeftToRight
    )
    paint_titles(painter, layout, theme)
    if layout.shows_bands:
        _paint_grid(painter, layout, theme, layout.bands, layout.top)
    if layout.shows_stacks:
        _paint_grid(painter, layout, theme, layout.stacks, layout.top_stack)
    for first, last in _runs(layout):
        _paint_gap(painter, layout, theme, first, last)
    for spot in layout.spots():
        if spot.mark.kind == "grade":
            _paint_segment(painter, spot, theme)
        else:
            _paint_bar(painter, layout, spot, theme)
    for position in range(len(layout.chart.months)):
        _paint_name(painter, layout, theme, position)
    _paint_numbers(painter, layout, theme)
    _paint_note(painter, layout, theme)


def _paint_grid(painter: QPainter, layout: Layout, theme: Theme, plot: QRect, top: int) -> None:
    painter.setFont(fonts.font("badge"))
    for tick in ticks(top):
        height = plot.bottom() + 1 - round(plot.height() * tick / top)
        line = layout.flip(QRect(plot.left(), height, plot.width(), 1))
        painter.fillRect(line, theme.colour("grid" if tick else "line2"))
        painter.setPen(theme.colour("ink3"))
        box = layout.flip(QRect(plot.left() - LEADING, height - 9, LEADING - 8, 18))
        draw_text(painter, box, f"{tick:,}", TRAIL)


def _runs(layout: Layout) -> list[tuple[int, int]]:
    """The first and last positions of months in a row that were not monitored."""
    runs: list[tuple[int, int]] = []
    for position, month in enumerate(layout.chart.months):
        if month.gap != "wholly":
            continue
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs


def _paint_gap(painter: QPainter, layout: Layout, theme: Theme, first: int, last: int) -> None:
    """Hatch months in both plots and say why there is no bar."""
    across = layout.slot(first).united(layout.slot(last))
    for shown, plot in (
        (layout.shows_bands, layout.bands),
        (layout.shows_stacks, layout.stacks),
    ):
        if shown:
            box = QRect(across.left() + 1, plot.top(), across.width() - 2, plot.height())
            _hatch(painter, box, theme)
    plot = layout.bands if layout.shows_bands else layout.stacks
    _say_gap(painter, QRect(across.left(), plot.top(), across.width(), plot.height()), theme)


def _hatch(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(theme.colour("hatch"), 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bottom = box.bottom() + 1
    for start in range(box.left() - box.height(), box.right() + 1, HATCH):
        painter.drawLine(QLineF(start, bottom, start + box.height(), box.top()))
    painter.restore()


def _say_gap(painter: QPainter, box: QRect, theme: Theme) -> None:
    """Write "not monitored" on a patch of paper: in one line, in two, or upwards."""
    painter.save()
    painter.setFont(fonts.font("badge"))
    text = tr("not monitored")
    metrics = painter.fontMetrics()
    whole = metrics.horizontalAdvance(text)
    longest = max(metrics.horizontalAdvance(word) for word in text.split())
    painter.translate(box.center())
    if whole + 16 > box.width() and longest + 8 > box.width():
        painter.rotate(-90)
        lines = [text]
    else:
        lines = [text] if whole + 16 <= box.width() else text.split()
    width = max(metrics.horizontalAdvance(line) for line in lines) + 12
    high = 15 * len(lines) + 6
    painter.fillRect(QRect(-width // 2, -high // 2, width, high), theme.colour("paper"))
    painter.setPen(theme.colour("ink2"))
    for number, line in enumerate(lines):
        row = QRect(-width // 2, -high // 2 + 3 + 15 * number, width, 15)
        painter.drawText(row, CENTRE, line)
    painter.restore()


def _paint_bar(painter: QPainter, layout: Layout, spot: Spot, theme: Theme) -> None:
    """Paint a range: solid to the least, pale to the most, an edge at its far end."""
    month = next(one for one in layout.chart.months if one.month == spot.mark.month)
    value, box = month.bar(spot.mark.kind), spot.box
    painter.fillRect(box, theme.colour(f"{spot.mark.kind}_pale"))
    solid = min(box.height(), layout.height(value.low))
    painter.fillRect(
        QRect(box.left(), box.bottom() + 1 - solid, box.width(), solid),
        theme.colour(spot.mark.kind),
    )
    edge = QRectF(box.left(), box.top(), box.width(), EDGE)
    painter.fillRect(edge, theme.colour(spot.mark.kind))


def _paint_segment(painter: QPainter, spot: Spot, theme: Theme) -> None:
    """Paint the incidents of one grade, a line of paper between two of them."""
    fill = theme.grades.of(letter_of(spot.mark.grade))
    box = spot.box
    room = box.adjusted(0, 1, 0, 0) if box.height() > 2 else box
    if fill is None:
        painter.setPen(QPen(theme.colour("ink3"), 1))
        painter.drawRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.fillRect(room, QColor(fill))


def _paint_name(painter: QPainter, layout: Layout, theme: Theme, position: int) -> None:
    """Write the name of a month, and its year where it begins."""
    month = layout.chart.months[position]
    slot = layout.slot(position)
    bottom = (layout.stacks if layout.shows_stacks else layout.bands).bottom() + 1
    is_now = month.month == layout.chart.now
    painter.setFont(fonts.font("tag" if is_now else "badge"))
    painter.setPen(theme.colour("ink" if is_now else "ink3"))
    name, year = day(month.month).split(" ")
    room = painter.fontMetrics().horizontalAdvance("May") + 1
    if is_now or slot.width() >= room or position % 3 == 0:
        painter.drawText(slot.center().x() - 30, bottom + 4, 60, 15, CENTRE, name)
    if position == 0 or month.month.endswith("-01"):
        start = slot.right() if layout.mirrored else slot.left()
        painter.fillRect(start, bottom, 1, 32, theme.colour("line2"))
        painter.setFont(fonts.font("badge"))
        painter.setPen(theme.colour("ink2"))
        box = QRect(start - 64 if layout.mirrored else start + 4, bottom + 19, 60, 15)
        draw_text(painter, box, year)


def _paint_numbers(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Write the numbers of the chosen month beside the plots, apart from each other."""
    month = layout.chart.at()
    if month is None:
        return
    painter.setFont(fonts.font("tag"))
    if layout.shows_bands and month.alleged.incidents:
        heights = []
        for token, bar in (("ink3", month.alleged), ("accent", month.likely)):
            if bar.incidents:
                heights += [(layout.height(value), token, f"{value:,}") for value in _ends(bar)]
        _write_apart(painter, layout, theme, layout.bands, heights)
    if layout.shows_stacks:
        before, heights = 0, []
        for grade, count in zip(ALL_GRADES, month.grades, strict=True):
            if count:
                middle = layout.height_stack(before) + layout.height_stack(count) // 2
                heights.append((middle, "ink2", f"{letter_of(grade)} {count:,}"))
            before += count
        _write_apart(painter, layout, theme, layout.stacks, heights)


def _ends(bar: object) -> list[int]:
    low, high = getattr(bar, "low", 0), getattr(bar, "high", 0)
    return [low] if low == high else [low, high]


def _write_apart(
    painter: QPainter,
    layout: Layout,
    theme: Theme,
    plot: QRect,
    texts: Sequence[tuple[int, str, str]],
) -> None:
    """Write texts at their heights above the axis, pushed up where two would touch."""
    least = -APART
    for height, token, text in sorted(texts):
        place = max(height, least + APART)
        least = place
        box = QRect(plot.right() + 8, plot.bottom() - place - 8, TRAILING - 8, 16)
        painter.setPen(theme.colour(token))
        draw_text(painter, layout.flip(box), text)


def _paint_note(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Say at the likely bar that one incident makes its spread, with a line to it."""
    if not layout.chart.note or not layout.shows_bands:
        return
    spot = next(
        (s for s in layout.spots() if s.mark.month == layout.chart.now and s.mark.kind == "likely"),
        None,
    )
    if spot is None:
        return
    painter.setFont(fonts.font("badge"))
    width = painter.fontMetrics().horizontalAdvance(layout.chart.note) + 8
    middle = max(layout.bands.top() + 12, spot.box.top() + 4)
    patch = _beside(layout, spot, width, middle)
    if any(other.box.intersects(patch) for other in layout.spots()):
        middle = layout.bands.top() - 6  # over the plot: no bar is cut by words
        patch = _beside(layout, spot, width, middle)
    else:
        painter.fillRect(patch, theme.colour("paper"))
    painter.setPen(theme.colour("ink2"))
    draw_text(painter, patch, layout.chart.note, Qt.AlignmentFlag.AlignHCenter)
    across = spot.box.center().x()
    start = patch.right() + 2 if patch.right() < across else patch.left() - 2
    painter.setPen(QPen(theme.colour("ink"), 1))
    painter.drawLine(start, middle, across, middle)
    end = max(middle, spot.box.top() + 3)
    painter.drawLine(across, middle, across, end)
    painter.fillRect(QRect(across - 2, end - 2, 5, 5), theme.colour("ink"))


def _beside(layout: Layout, spot: Spot, width: int, middle: int) -> QRect:
    """The room for a note before a bar, or after it where there is none before."""
    before = spot.box.left() - layout.flip(layout.bands).left() > width + 40
    left = spot.box.left() - 34 - width if before else spot.box.right() + 34
    return QRect(left, middle - 9, width, 18)
