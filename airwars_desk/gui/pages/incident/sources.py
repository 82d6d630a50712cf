"""The sources of an incident, at the leading edge: two lines each, what it counts at the end."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.readings import counts_of, injured, killed, source_name
from airwars_desk.gui.text import UNKNOWN, day, span
from airwars_desk.gui.theme import CELL, HEADER, MARGIN, ROW_TWO, Theme
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    TRAIL,
    Cell,
    CellDelegate,
    Column,
    Index,
    paint_cell,
    paint_ground,
)
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.widgets.panes import across, down, link
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import tr
from airwars_desk.records.case import Item
from airwars_desk.records.counts import CIVILIANS

UNLIMITED = 16_777_215  # Qt's own


class SourcesPane(QWidget):
    """Lists the citations; says which one is looked at."""

    chosen = Signal(str)
    added = Signal()

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        columns = (
            Column("", 38),
            Column(tr("Source")),
            Column(tr("Killed"), 64, TRAIL),
            Column(tr("Injured"), 62, TRAIL),
        )
        self.table, self._model = cell_table(theme, columns, row_height=ROW_TWO)
        self.table.setItemDelegateForColumn(1, _TwoLines(theme, columns, height=ROW_TWO))
        self._count = Label(ink="ink2")
        self._none = Label(tr("No source is recorded."), ink="ink2")
        self._is_typed = False  # the values changed under the citation that is looked at
        self._build(theme)
        self.table.current.connect(self._on_current)
        editing.edited.connect(self._on_edited)
        editing.reshaped.connect(lambda kind: self.renew() if kind == "citation" else None)

    def renew(self, chosen: str = "") -> None:
        """List the citations of the case; the one looked at stays."""
        keep = chosen or self.current_uid()
        citations = self._editing.case.of("citation")
        self._count.set_text(str(len(citations)))
        self._model.set_rows(
            [self._cells(number, item) for number, item in enumerate(citations, 1)],
            [item.uid for item in citations],
        )
        self._none.setVisible(not citations)
        self.table.setMaximumHeight(UNLIMITED if citations else HEADER)
        if citations:
            self.choose(keep if self._model.row_of(keep) >= 0 else citations[0].uid)
        else:
            self.chosen.emit("")

    def choose(self, uid: str) -> None:
        """Look at a citation."""
        row = self._model.row_of(uid)
        if row >= 0:
            self.table.selectRow(row)
            self.table.setCurrentIndex(self._model.index(row, 0))

    def step(self, by: int) -> None:
        """Look at the citation before or after."""
        row = self.table.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.choose(str(self._model.key(row)))

    def current_uid(self) -> str:
        """Return the uid of the citation looked at, "" for none."""
        return str(self._model.key(self.table.currentIndex().row()) or "")

    def uid_at(self, place: QPoint) -> str:
        """Return the uid of the citation at a place of the list, "" for none."""
        return str(self._model.key(self.table.rowAt(place.y())) or "")

    def _cells(self, number: int, item: Item) -> tuple[Cell, ...]:
        case, words = self._editing.case, self._editing.words
        counts = counts_of(case, "reported_count", item.uid, CIVILIANS)
        values = item.values
        role = choice_label(values["role"]) if values.get("role") else ""
        details = [
            part
            for part in (
                role,
                day(values["published_on"]) if values.get("published_on") else "",
                words.label(values.get("platform")),
                words.label(values.get("language")),
            )
            if part
        ]
        return (
            Cell(f"S{number}", ink="ink2", weight=500, size=12),
            Cell(source_name(item), more=", ".join(details) or tr("nothing recorded")),
            _range(killed(counts)),
            _range(injured(counts)),
        )

    def _on_current(self, row: int) -> None:
        uid = self._model.key(row)
        if uid and not self._is_typed:
            self.chosen.emit(str(uid))

    def _on_edited(self, uid: str, _name: str) -> None:
        item = self._editing.case.items.get(uid)
        if item is not None and item.kind in ("citation", "reported_count"):
            self._is_typed = True
            self.renew()
            self._is_typed = False

    def add(self) -> None:
        """Add a source and look at it; who shows its fields begins with its name."""
        if self._editing.is_writable:
            item = self._editing.add("citation")
            self.renew(item.uid)
            self.added.emit()

    def _build(self, theme: Theme) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(36)
        row = across(head, margins=(MARGIN - 2, 0, MARGIN, 0))
        row.addWidget(Label(tr("Sources"), kind="count"))
        row.addWidget(self._count)
        row.addStretch(1)
        add = link(tr("Add a source"))
        add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        add.clicked.connect(self.add)
        row.addWidget(add)
        row.addWidget(KeyHint(theme, "Alt N"))
        column.addWidget(head)
        column.addWidget(self.table, 1)
        self._none.setContentsMargins(MARGIN, 8, MARGIN, 0)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)


class _TwoLines(CellDelegate):
    """The name of a source over what is known of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint name and details."""
        cell = index.data(CELL_ROLE)
        paint_ground(painter, option, index, self.theme, cell)
        if not isinstance(cell, Cell):
            return
        rect: QRect = option.rect
        upper = QRect(rect.left(), rect.top() + 2, rect.width(), 18)
        lower = QRect(rect.left(), rect.top() + 19, rect.width(), 17)
        paint_cell(painter, upper, Cell(cell.text), self.theme, padding=CELL)
        paint_cell(painter, lower, Cell(cell.more, ink="ink3", size=12), self.theme, padding=CELL)


def _range(pair: tuple[int | None, int | None]) -> Cell:
    text = span(*pair)
    return Cell(text, ink="ink3") if text == UNKNOWN else Cell(text, weight=500)
