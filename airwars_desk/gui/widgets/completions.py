"""The list under the search box: what may be meant, with how many incidents each would show."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from airwars_desk.gui.completing import Offer
from airwars_desk.gui.text import number
from airwars_desk.gui.theme import ROW, Theme
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.panes import down
from airwars_desk.gui.widgets.table import Table, cell_table

WIDTH, TAGS, COUNTS = 300, 30, 70
LINE = 34  # pixels of the tallest line of text


class Completions(QFrame):
    """Never takes the focus: the box drives it by key, the mouse by a click."""

    taken = Signal(int)

    def __init__(self, theme: Theme, under: QWidget) -> None:
        super().__init__(under.window())
        self.setObjectName("offers")
        self._under = under
        columns = (Column("", TAGS), Column(""), Column("", COUNTS, TRAIL))
        self._table, self._model = cell_table(theme, columns)
        self._has_tags = False
        self._table.fit = self._widths
        self._table.head.setVisible(False)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self._table.clicked.connect(lambda index: self.taken.emit(index.row()))
        down(self, margins=(1, 1, 1, 1)).addWidget(self._table)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def offer(self, offers: Sequence[Offer], *, choose: bool, at: QPoint | None = None) -> None:
        """Show offers under the box, the first of them chosen if `choose`; hide for none.

        `at`: a place inside the box to show them at instead, such as below its cursor.
        """
        if not offers:
            self.hide()
            return
        rows = [
            (
                Cell(tag=offer.tag) if offer.tag else Cell(),
                Cell(offer.label),
                Cell("" if offer.count is None else number(offer.count), ink="ink2"),
            )
            for offer in offers
        ]
        self._model.set_rows(rows)
        self._has_tags = any(offer.tag for offer in offers)
        height = len(offers) * ROW + 2
        corner = self._under.mapTo(self._under.window(), at or QPoint(0, self._under.height() + 2))
        width = min(WIDTH, self._under.width())
        if at is not None:
            corner = self._inside(corner, width, height)
        elif self._under.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + self._under.width() - width)
        self.setGeometry(corner.x(), corner.y(), width, height)
        if choose:
            self._table.selectRow(0)
        else:
            self._table.clearSelection()
            self._table.setCurrentIndex(self._model.index(-1, -1))
        self.show()
        self.raise_()
        self._table.lay_out()  # its width is right only once it is shown

    def _inside(self, corner: QPoint, width: int, height: int) -> QPoint:
        """Keep the list inside the window, above the line where there is no room below."""
        window = self._under.window()
        if corner.y() + height > window.height():
            corner.setY(max(0, corner.y() - height - LINE))
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        return corner

    def _widths(self, _columns: Sequence[Column], width: int) -> list[int]:
        tags = TAGS if self._has_tags else 0
        return [tags, max(40, width - tags - COUNTS), COUNTS]

    def current(self) -> int:
        """Return the row that is chosen, or -1."""
        return self._table.currentIndex().row()

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        last = self._model.rowCount() - 1
        self._table.selectRow(max(0, min(last, self.current() + by)))
