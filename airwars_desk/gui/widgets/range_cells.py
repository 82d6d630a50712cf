"""Tables whose rows lead somewhere: one click or Enter opens a row; a cell may hold a range bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from airwars_desk.gui.theme import CELL_SMALL, HEADER, ROW, Theme
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    Cell,
    CellDelegate,
    CellModel,
    Column,
    Index,
    paint_ground,
)
from airwars_desk.gui.widgets.range_bar import paint_range
from airwars_desk.gui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class BarCell(Cell):
    """A bar instead of text: from zero, solid to `low`, pale to `high`, of `scale`."""

    low: int = 0
    high: int = 0
    scale: int = 1
    series: str = "likely"


class BarDelegate(CellDelegate):
    """Paints bars besides all that cells show."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, BarCell):
            super().paint(painter, option, index)
            return
        paint_ground(painter, option, index, self.theme, cell)
        room = option.rect.adjusted(self.padding, 0, -self.padding, -1)
        paint_range(painter, room, cell.low, cell.high, cell.scale, self.theme, cell.series)


class LeadingTable(Table):
    """As high as its rows; a click on a row opens it; Ctrl+C copies all as text."""

    def __init__(self, theme: Theme, columns: Sequence[Column]) -> None:
        super().__init__(theme, columns, padding=CELL_SMALL)
        self.setItemDelegate(BarDelegate(theme, columns, padding=CELL_SMALL, height=ROW))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.rows = CellModel(columns, self)
        self.setModel(self.rows)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[object]) -> None:
        """Show other rows; `keys` says what each leads to."""
        position = self.currentIndex().row()
        self.rows.set_rows(rows, keys)
        self.setFixedHeight(HEADER + ROW * max(1, len(rows)) + 2)
        if 0 <= position < len(rows):
            self.setCurrentIndex(self.rows.index(position, 0))

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or hide a column; the others share its room."""
        self.setColumnHidden(column, not shown)
        self.lay_out()

    def lay_out(self) -> None:
        """Share the room of hidden columns among those without a width of their own."""
        seen = [n for n in range(len(self.columns)) if not self.isColumnHidden(n)]
        fixed = sum(self.columns[n].width for n in seen)
        shares = sum(self.columns[n].share for n in seen if not self.columns[n].width) or 1
        rest = max(0, self.viewport().width() - fixed)
        for number in seen:
            column = self.columns[number]
            self.setColumnWidth(number, column.width or max(48, rest * column.share // shares))

    def as_text(self) -> str:
        """The table as text: titles and rows, tabs between columns."""
        shown = [
            number
            for number, column in enumerate(self.columns)
            if column.title and not self.isColumnHidden(number)
        ]
        lines = ["\t".join(self.columns[number].title for number in shown)]
        for row in range(self.rows.rowCount()):
            cells = [self.rows.cell(row, number) for number in shown]
            lines.append("\t".join(f"{cell.text} {cell.more}".strip() for cell in cells))
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy all as text; otherwise as every table does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
