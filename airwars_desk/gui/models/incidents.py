"""The list of incidents as a table: an array of row numbers and pages of 256 read when shown.

Sorting and searching happen in the database; no proxy model, no record objects. A page that is
not there yet is asked for once and shows empty cells until it arrives.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from airwars_desk.gui.columns import Names, cells_of, columns_of
from airwars_desk.gui.widgets.cells import CELL_ROLE, DISPLAY, EMPTY, TOOLTIP, Cell, Index

PAGE = 256
KEPT = 64
Ask = Callable[[int, "array[int]"], None]


class IncidentsModel(QAbstractTableModel):
    """Rows of the list, by position in the order the database gave."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keys: tuple[str, ...] = ()
        self.columns = columns_of(())
        self.names: Names = {}
        self.ids: array[int] = array("q")
        self._ask = ask
        self._pages: OrderedDict[int, list[tuple[tuple[Cell, ...], Any]]] = OrderedDict()
        self._asked: set[int] = set()

    def set_columns(self, keys: Sequence[str]) -> None:
        """Show other columns of the same incidents; none given = the usual ones."""
        self.beginResetModel()
        self.keys = tuple(keys)
        self.columns = columns_of(keys)
        for number, rows in self._pages.items():
            self._pages[number] = [(self._cells(row), row) for _, row in rows]
        self.endResetModel()

    def set_ids(self, ids: "array[int]") -> None:
        """Show other incidents, or the same ones in another order."""
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def set_page(self, page: int, rows: Sequence[Any]) -> None:
        """Take a page that was asked for."""
        self._asked.discard(page)
        self._pages[page] = [(self._cells(row), row) for row in rows]
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, len(self.ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def forget_pages(self) -> None:
        """Ask for all pages again: records on them may have changed."""
        self._pages.clear()
        self._asked.clear()
        if self.ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1)
            )

    def record(self, position: int) -> Any:
        """Return the listing row at a position, or None while it is not read."""
        entry = self._entry(position)
        return entry[1] if entry is not None else None

    def position_of(self, row: int) -> int:
        """Return the position of an incident by its row number, or -1."""
        try:
            return self.ids.index(row)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many incidents are listed."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the cell for the delegate, its text for everybody else."""
        if role not in (CELL_ROLE, DISPLAY, TOOLTIP):
            return None
        entry = self._entry(index.row())
        cell = entry[0][index.column()] if entry is not None else EMPTY
        if role == CELL_ROLE:
            return cell
        return cell.text or (entry[1].grade if entry is not None and cell.tag else "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the title of a column."""
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None

    def _cells(self, row: Any) -> tuple[Cell, ...]:
        return cells_of(row, self.keys, self.names)

    def _entry(self, position: int) -> tuple[tuple[Cell, ...], Any] | None:
        if not 0 <= position < len(self.ids):
            return None
        page, offset = divmod(position, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                self._ask(page, self.ids[page * PAGE : (page + 1) * PAGE])
                rows = self._pages.get(page)
            if rows is None:
                return None
        return rows[offset] if offset < len(rows) else None
