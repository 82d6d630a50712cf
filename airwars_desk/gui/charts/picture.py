"""A chart as a picture or a vector file, with title, definition, filters and as-of printed in it.

Always on paper, in the light theme, at one size: equal numbers give an equal picture.
"""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from airwars_desk.gui import fonts
from airwars_desk.gui.charts.layout import Layout
from airwars_desk.gui.charts.paint import paint_charts
from airwars_desk.gui.charts.series import BANDS, Chart, title_of
from airwars_desk.gui.text import day
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.i18n import tr

SIZE = {BANDS: QSize(1200, 720), "": QSize(1200, 560)}
EDGE, LINE, SHARP = 28, 20, 2
PNG, SVG = "png", "svg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What is printed beside the chart.

    Args:
        chart: BANDS or STACKS.
        grades: the grades counted as likely, in words.
        filters: the filters as a sentence, with the as-of at its end.
        mirrored: laid out from right to left.
    """

    chart: str
    grades: str
    filters: str
    mirrored: bool = False


def picture(shown: Chart, printed: Print, kind: str) -> bytes:
    """The bytes of a PNG or SVG file.

    Raises:
        ValueError: another kind of file; a bug of ours.
    """
    if kind == PNG:
        return _png(shown, printed)
    if kind == SVG:
        return _svg(shown, printed)
    raise ValueError(kind)


def lines_of(shown: Chart, printed: Print) -> tuple[str, list[str]]:
    """The title, and the lines under the chart: definition, filters with as-of."""
    title = title_of(printed.chart, shown.harm)
    if shown.months:
        first, last = shown.months[0].month, shown.months[-1].month
        title = f"{title}, {day(first)}" + (f" – {day(last)}" if first != last else "")
    if printed.chart == BANDS:
        definition = tr(
            "Alleged: all grades. Likely: {grades}. Solid is the least, pale up to the most; least"
            " and most are summed apart, and what is not known adds nothing."
        ).format(grades=printed.grades)
    else:
        definition = tr("Incidents with reported civilian harm, each counted once, by grade.")
    hatched = tr("Hatched months were not monitored; that is not zero.")
    return title, [definition, hatched, printed.filters, tr("Internal, not for publication.")]


def _png(shown: Chart, printed: Print) -> bytes:
    size = SIZE.get(printed.chart, SIZE[""])
    image = QImage(size * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    painter = QPainter(image)
    _paint(painter, QRect(0, 0, size.width(), size.height()), shown, printed)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _svg(shown: Chart, printed: Print) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    size = SIZE.get(printed.chart, SIZE[""])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setResolution(96)
    title, lines = lines_of(shown, printed)
    generator.setTitle(title)
    generator.setDescription(" ".join(lines))
    painter = QPainter(generator)
    _paint(painter, QRect(0, 0, size.width(), size.height()), shown, printed)
    painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, rect: QRect, shown: Chart, printed: Print) -> None:
    """Paint paper, title, chart and the lines under it."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(rect, LIGHT.colour("paper"))
    direction = (
        Qt.LayoutDirection.RightToLeft if printed.mirrored else Qt.LayoutDirection.LeftToRight
    )
    painter.setLayoutDirection(direction)
    inner = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    title, lines = lines_of(shown, printed)
    painter.setFont(fonts.font("title"))
    painter.setPen(LIGHT.colour("ink"))
    draw_text(painter, QRect(inner.left(), inner.top(), inner.width(), 24), title)
    top = inner.bottom() + 1 - LINE * len(lines)
    for number, line in enumerate(lines):
        painter.setFont(fonts.font("hint"))
        painter.setPen(LIGHT.colour("ink2"))
        draw_text(painter, QRect(inner.left(), top + LINE * number, inner.width(), LINE), line)
    room = QRect(inner.left(), inner.top() + 40, inner.width(), top - inner.top() - 52)
    layout = Layout(shown, room, mirrored=printed.mirrored, which=printed.chart)
    paint_charts(painter, layout, LIGHT)
