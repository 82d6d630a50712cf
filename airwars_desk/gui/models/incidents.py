"""The list of incidents as a table: an array of row numbers and pages of 256 read when shown.

Sorting and searching happen in the database; no proxy model, no record objects. A page that is
not there yet is asked for once and shows empty cells until it arrives.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from airwars_desk.gui.text import UNKNOWN, day, number, span
from airwars_desk.gui.theme import letter_of
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    CENTRE,
    DISPLAY,
    EMPTY,
    TOOLTIP,
    TRAIL,
    Cell,
    Column,
    Index,
)
from airwars_desk.i18n import N_, tr

PAGE = 256
KEPT = 64
STATES = {
    "researching": N_("Researching"),
    "in_review": N_("In review"),
    "returned": N_("Returned"),
    "decided": N_("Decided"),
}

Ask = Callable[[int, "array[int]"], None]


def columns() -> tuple[Column, ...]:
    """Return the columns of the list, in their order; `key` is what the database sorts by."""
    return (
        Column(tr("Code"), 122, key="code"),
        Column(tr("Date"), 102, key="date_start"),
        Column(tr("Place"), share=5, key="place"),
        Column(tr("Place, Arabic"), share=4, key="place_local"),
        Column(tr("Killed"), 76, TRAIL, key="killed_max"),
        Column(tr("Injured"), 72, TRAIL, key="injured_max"),
        Column(tr("Grade"), 54, CENTRE, key="grade"),
        Column(tr("Alleged"), share=5, key="belligerents"),
        Column(tr("Src / orig."), 84, TRAIL, key="sources"),
        Column(tr("State"), 142, key="state"),
        Column(tr("Checks"), 62, TRAIL, key="checks"),
    )


class IncidentsModel(QAbstractTableModel):
    """Rows of the list, by position in the order the database gave."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self.ids: array[int] = array("q")
        self._ask = ask
        self._pages: OrderedDict[int, list[tuple[tuple[Cell, ...], Any]]] = OrderedDict()
        self._asked: set[int] = set()

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
        self._pages[page] = [(cells_of(row), row) for row in rows]
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


def cells_of(row: Any) -> tuple[Cell, ...]:
    """Return the cells of one listing row, in the order of `columns`; none for one that is gone."""
    if row is None:
        return (EMPTY,) * len(columns())
    state = STATES.get(row.state or "", "")
    return (
        Cell(row.code or UNKNOWN, weight=500),
        Cell(day(row.date_start), ink="ink2" if row.date_start else "ink3"),
        _text(row.place),
        _text(row.place_local, ink="ink2"),
        _range(row.killed_min, row.killed_max),
        _range(row.injured_min, row.injured_max),
        Cell(tag=letter_of(row.grade)),
        _text(belligerents(row.belligerents), ink="ink2"),
        Cell(f"{number(row.sources)} / {number(row.origins)}", ink="ink2"),
        Cell(
            tr(state) if state else UNKNOWN,
            ink="warn" if row.state == "returned" else "ink2" if row.is_decided else "ink",
            more=_state_detail(row),
        ),
        Cell(str(row.checks) if row.checks else "", ink="warn", weight=500),
    )


def belligerents(value: object) -> str:
    """Return the names of belligerents as one text; the list keeps them joined or apart."""
    if not value:
        return ""
    if isinstance(value, str):
        return " · ".join(part for part in value.split("\n") if part)
    return " · ".join(str(part) for part in value if part)  # type: ignore[attr-defined]


def _state_detail(row: Any) -> str:
    if row.state == "decided" or row.is_decided:
        return day(row.decided_at) if row.decided_at else ""
    return row.assignee or ""


def _text(value: str | None, ink: str = "ink") -> Cell:
    return Cell(value, ink=ink) if value else Cell(UNKNOWN, ink="ink3")


def _range(low: int | None, high: int | None) -> Cell:
    unknown = low is None and high is None
    return Cell(span(low, high), ink="ink3" if unknown else "ink")
