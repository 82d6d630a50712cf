"""The list on paper: the cells of the screen, with what they are and when over every page.

One painter draws to a printer and to PDF. A pixel is a 96th of an inch; columns that need more room
than the paper has are drawn smaller, never left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from airwars_desk.gui import column_room, fonts
from airwars_desk.gui.text import is_rtl
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.cells import CENTRE, TRAIL, Cell, Column, paint_cell
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.i18n import tr

ROW, LINE, GAP = 22, 18, 8
_INCH = 96
_MARGIN_MM = 14
_STEP = 60
_RESOLUTION = 600
_ALIGN = {TRAIL: Qt.AlignmentFlag.AlignTrailing, CENTRE: Qt.AlignmentFlag.AlignHCenter}

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list as it is printed: title, lines that say what it is, columns and rows of cells."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


def lie_across(device: QPagedPaintDevice) -> None:
    """Ask for A4 across with margins; a printer may know better."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def as_pdf(sheet: Sheet, report: Report | None = None) -> bytes:
    """Return the bytes of a PDF."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(sheet.title)
    writer.setCreator("Airwars Desk")
    lie_across(writer)
    paint(writer, sheet, report)
    buffer.close()
    return bytes(held.data())


def paint(device: QPagedPaintDevice, sheet: Sheet, report: Report | None = None) -> int:
    """Draw a list and return how many pages it took."""
    painter = QPainter(device)
    try:
        return _Printed(painter, device, sheet).draw(device, report)
    finally:
        painter.end()


class _Printed:
    """A list laid out for the paper of a device."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice, sheet: Sheet) -> None:
        self.painter, self.sheet = painter, sheet
        inch = device.logicalDpiX() / _INCH
        wide, high = device.width() / inch, device.height() / inch
        room = int(wide)
        while 0 in (given := column_room.widths(sheet.columns, room)):
            room += _STEP
        shrunk = wide / room
        painter.scale(inch * shrunk, inch * shrunk)
        self.width, self.height, self.widths = room, int(high / shrunk), given
        self.top = (len(sheet.lines) + 2) * LINE + GAP
        each = (self.height - self.top - ROW - LINE - GAP) // ROW
        self.each = max(each, 1)

    def draw(self, device: QPagedPaintDevice, report: Report | None) -> int:
        """Draw all pages."""
        rows = self.sheet.rows
        pages = max(1, -(-len(rows) // self.each))
        for page in range(pages):
            if page:
                device.newPage()
            self._head(page + 1, pages)
            for place, row in enumerate(rows[page * self.each : (page + 1) * self.each]):
                self._row(row, self.top + ROW + place * ROW)
            if report is not None:
                report(page + 1, pages)
        return pages

    def _head(self, page: int, pages: int) -> None:
        self._text(0, self.sheet.title, "title", "ink")
        for place, line in enumerate(self.sheet.lines):
            self._text(LINE + 4 + place * LINE, line, "hint", "ink2")
        across = 0
        for column, width in zip(self.sheet.columns, self.widths, strict=True):
            self.painter.setFont(fonts.font("header"))
            self.painter.setPen(LIGHT.colour("ink2"))
            rect = QRect(across + 6, self.top, width - 12, ROW)
            draw_text(self.painter, rect, column.title, _align(column))
            across += width
        self.painter.fillRect(0, self.top + ROW - 1, self.width, 1, LIGHT.colour("ink3"))
        foot = self.height - LINE
        self._text(foot, tr("Internal"), "hint", "ink2")
        told = tr("Page {page} of {pages}").format(page=page, pages=pages)
        self._text(foot, told, "hint", "ink2", trailing=True)

    def _row(self, row: tuple[Cell, ...], top: int) -> None:
        across = 0
        for cell, column, width in zip(row, self.sheet.columns, self.widths, strict=True):
            rect = QRect(across, top, width, ROW)
            paint_cell(self.painter, rect, cell, LIGHT, align=column.align, padding=6)
            across += width
        self.painter.fillRect(0, top + ROW - 1, self.width, 1, LIGHT.colour("line2"))

    def _text(self, top: int, text: str, kind: str, ink: str, *, trailing: bool = False) -> None:
        self.painter.setFont(fonts.font(kind, arabic=is_rtl(text)))
        self.painter.setPen(LIGHT.colour(ink))
        flag = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        draw_text(self.painter, QRect(0, top, self.width, LINE + 4), text, flag)


def _align(column: Column) -> Qt.AlignmentFlag:
    return _ALIGN.get(column.align, Qt.AlignmentFlag.AlignLeading)
