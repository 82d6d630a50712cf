"""The changes of a casebook as a table: an array of rows, and pages of them read when shown."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from airwars_desk.gui.text import day, moment, number, one_line
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    DISPLAY,
    EMPTY,
    TOOLTIP,
    TRAIL,
    Cell,
    Column,
    Index,
)
from airwars_desk.i18n import ntr, tr

PAGE = 256
Ask = Callable[[int, "array[int]"], None]


def columns() -> tuple[Column, ...]:
    """Return the columns of the list of changes."""
    return (
        Column(tr("When"), 148),
        Column(tr("Who"), share=2),
        Column(tr("What"), share=3),
        Column(tr("Incident"), share=2),
        Column(tr("Why"), share=3),
        Column(tr("Records"), 76, TRAIL),
    )


class ChangesModel(QAbstractTableModel):
    """Changes by position, newest first; a page not there yet shows empty until it arrives."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self.rows: array[int] = array("q")
        self.first = ""  # the change marked as the first of two moments
        self._ask = ask
        self._pages: dict[int, list[Any]] = {}
        self._asked: set[int] = set()

    def set_rows(self, rows: "array[int]") -> None:
        """Show other changes."""
        self.beginResetModel()
        self.rows = rows
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def set_page(self, page: int, items: Sequence[Any]) -> None:
        """Take a page that was asked for."""
        self._asked.discard(page)
        self._pages[page] = list(items)
        self.renew()

    def mark(self, change: str) -> None:
        """Mark a change as the first of two moments, "" for none."""
        self.first = change
        self.renew()

    def renew(self) -> None:
        """Paint all rows again."""
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def item(self, position: int) -> Any:
        """Return the change at a position, or None while it is not read."""
        if not 0 <= position < len(self.rows):
            return None
        page, offset = divmod(position, PAGE)
        items = self._pages.get(page)
        if items is None and page not in self._asked:
            self._asked.add(page)
            self._ask(page, self.rows[page * PAGE : (page + 1) * PAGE])
            items = self._pages.get(page)
        return items[offset] if items is not None and offset < len(items) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many changes are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the cell for the delegate, its text for everybody else."""
        if role not in (CELL_ROLE, DISPLAY, TOOLTIP):
            return None
        item = self.item(index.row())
        cell = EMPTY if item is None else cells_of(item, self.first)[index.column()]
        return cell if role == CELL_ROLE else f"{cell.text} {cell.more}".strip()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the title of a column."""
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None


def cells_of(item: Any, first: str = "") -> tuple[Cell, ...]:
    """Return the cells of one change; an undone one is struck through and says so."""
    ink = "ink3" if item.is_void else "ink"
    ground = "mark" if item.id == first else ""
    reason = "" if item.operation in ("undo", "redo") else one_line(item.reason)
    more = tr("undone") if item.is_void else ""
    return (
        Cell(moment(item.at), ink="ink3" if item.is_void else "ink2", ground=ground),
        Cell(item.person or tr("not named"), ink=ink, ground=ground),
        Cell(
            operation_label(item.operation),
            ink=ink,
            weight=500,
            more=more,
            ground=ground,
            struck=item.is_void,
        ),
        _incident(item, "ink3" if item.is_void else "ink2", ground),
        Cell(reason, ink="ink2", ground=ground),
        Cell(number(item.records), ink="ink2", ground=ground),
    )


def _incident(item: Any, ink: str, ground: str) -> Cell:
    """The incident a change was about by its code, else by place and day; of several how many."""
    if item.incidents > 1:
        text = ntr("{number} incident", "{number} incidents", item.incidents)
        return Cell(text.format(number=number(item.incidents)), ink=ink, ground=ground)
    if item.code:
        return Cell(item.code, ink=ink, ground=ground, more=one_line(item.place))
    when = day(item.date) if item.date else ""
    known = ", ".join(part for part in (one_line(item.place), when) if part)
    return Cell(known or (tr("without a code") if item.incidents else ""), ink=ink, ground=ground)


def operation_label(operation: str) -> str:
    """Return what an operation is called; one of a later program by its id."""
    from airwars_desk.operations.names import OPERATIONS

    known = OPERATIONS.get(operation)
    return tr(known) if known else operation.replace("_", " ").capitalize()
