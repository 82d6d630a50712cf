"""The list of incidents: facets, search, sortable columns, preview of the selected one, totals."""

from array import array

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui import column_room
from airwars_desk.gui.list_columns import change_columns
from airwars_desk.gui.list_order import NEWEST_FIRST, Sort, show_order, sorted_by
from airwars_desk.gui.models.incidents import IncidentsModel
from airwars_desk.gui.pages.facets import FacetPane
from airwars_desk.gui.pages.list_foot import ListFoot
from airwars_desk.gui.pages.preview import PreviewPane
from airwars_desk.gui.text import number
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.views import Preview, Totals
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import (
    QuietSplitter,
    across,
    button,
    down,
    empty_state,
)
from airwars_desk.gui.widgets.pick_table import PickTable
from airwars_desk.gui.widgets.search_box import SearchBox
from airwars_desk.i18n import ntr, tr
from airwars_desk.rules.query import Query
from airwars_desk.rules.query_parse import BadQuery, parse

NOTHING_FOUND = 2  # the page of the stack that says so
NARROW = 900  # pixels of this page; below, the facets fold


class IncidentsPage(QWidget):
    """Shows what it is given; says by signal what it wants to be given."""

    wanted = Signal(str, object)  # text, sort: list the incidents
    page_wanted = Signal(int, object)  # page number, its rows
    preview_wanted = Signal(int)  # row of the incident
    opened = Signal(int)  # row of the incident
    new_wanted = Signal()
    view_wanted = Signal()  # save what is shown as a view

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self.sort: Sort = NEWEST_FIRST
        self.columns: tuple[str, ...] = ()  # keys of those shown; none = as on this device
        self.usual: tuple[str, ...] = ()  # keys of those that this device shows
        self.total = 0
        self._keep_row: int | None = None
        self._is_waiting = False  # asked for a list that is not here yet
        self._is_opening = False  # Enter was pressed meanwhile; it means the list to come
        self.model = IncidentsModel(self.page_wanted.emit, self)
        self.search = SearchBox(
            theme, tr("Code, place, name in any script, or a filter such as sources:<2")
        )
        self.facets = FacetPane(theme)
        self.problem = Paragraph(kind="hint", ink="error")
        self._is_narrow = False
        self.table = PickTable(theme, self.model.columns)
        head = self.table.head
        self.table.fit = lambda all_, room: column_room.widths(all_, room, head.marked_titles())
        self.table.setModel(self.model)
        self.table.head.setSectionsClickable(True)
        self.table.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.preview = PreviewPane(theme)
        self._counts = Label(ink="ink2")
        self._found = Label(kind="count")
        self._noun = Label(ink="ink2")
        self.new_button = button(tr("New incident"), main=True, key="N")
        self.view_button = button(tr("Save view"))
        self.foot = ListFoot(theme)
        self._rows = QStackedWidget()
        self._build()
        self._connect()
        self._show_sort()

    def show_rows(self, rows: "array[int]", total: int, resolved: Query | None = None) -> None:
        """List other incidents; the one that was selected stays selected where it can.

        `resolved`: what was asked for, with names as uids; without it, nothing was.
        """
        self.total = total
        self.say_problem(None)
        self.facets.show_query(self.search.query(), resolved or Query())
        keep = self._keep_row if self._keep_row is not None else self.current_row()
        picked = set(self.picked_rows()) if self.table.is_picking else set()
        self.model.set_ids(rows)
        self._rows.setCurrentIndex(0 if rows else NOTHING_FOUND if total else 1)
        searching = resolved is not None and bool(resolved)
        self._counts.set_text(f"{number(total)} →" if searching else "")
        self._counts.setVisible(searching)
        self._found.set_text(number(len(rows)))
        self._noun.set_text(ntr("incident", "incidents", len(rows)))
        position = self.model.position_of(keep) if keep is not None else -1
        if rows:
            self.select(max(position, 0))
            if picked:
                self.table.pick(n for n, row in enumerate(rows) if row in picked)
        else:
            self.preview.show_preview(None)
        self._keep_row = None
        self._is_waiting = False
        if self._is_opening:
            self._is_opening = False
            self._on_opened(self.table.currentIndex().row())

    def say_problem(self, refused: Refused | None) -> None:
        """Say under the box what cannot be read; the list stays as it is."""
        self._is_waiting = False
        if self.search.is_offering:  # what is typed is not finished
            refused = None
        self.problem.set_text(str(refused) if refused is not None else "")
        self._problem_row.setVisible(refused is not None)
        start, end = (refused.start, refused.end) if isinstance(refused, BadQuery) else (0, 0)
        self.search.show_wrong(start, end)

    def show_query(self, query: Query, sort: Sort = (), columns: tuple[str, ...] = ()) -> None:
        """Ask for something else, in another order if one is given."""
        self.search.show_query(query)
        self.show_columns(columns)
        self.show_order(sort or self.sort)

    def show_columns(self, keys: tuple[str, ...]) -> None:
        """Show these columns in this order; none given = those of this device."""
        self.columns = keys
        change_columns(self, keys or self.usual)

    def show_order(self, sort: Sort) -> None:
        """List in another order."""
        self.sort = sort
        self._show_sort()
        self.renew()

    def picked_rows(self) -> list[int]:
        """Return the rows of the incidents picked, in the order of the list."""
        return [self.model.ids[position] for position in self.table.positions()]

    def ask_also(self, text: str) -> None:
        """Narrow what is asked for."""
        self.show_query(self.search.query().and_also(parse(text)), self.sort, self.columns)

    def next_pane(self) -> None:
        """Walk from the list to the search box, the facets, and back."""
        focus = self.window().focusWidget()
        if focus is self.search:
            self.facets.enter()
        elif focus is not None and self.facets.isAncestorOf(focus):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def fold_facets(self) -> None:
        """Fold the facets to a strip, or unfold them."""
        self.facets.set_folded(folded=not self.facets.is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the facets and drop what has no room when the page grows narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.facets.set_folded(folded=narrow)

    def show_totals(self, totals: Totals | None) -> None:
        """Say what the incidents listed add up to."""
        self.foot.show_totals(totals)

    def show_preview(self, row: int, preview: Preview) -> None:
        """Show the preview, unless another incident was selected meanwhile."""
        if row == self.current_row():
            self.preview.show_preview(preview)

    def current_row(self) -> int | None:
        """Return the row of the selected incident, or None."""
        position = self.table.currentIndex().row()
        return self.model.ids[position] if 0 <= position < len(self.model.ids) else None

    def select(self, position: int) -> None:
        """Select the incident at a position and bring it into view."""
        index = self.model.index(position, 0)
        self.table.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.table.scrollTo(index)

    def select_row(self, row: int) -> None:
        """Select an incident by its row once it is listed."""
        position = self.model.position_of(row)
        if position >= 0:
            self.select(position)
        else:
            self._keep_row = row

    def on_shown(self) -> None:
        """Put the cursor on the list, unless it is somewhere on the page already."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.table.setFocus()

    def renew(self) -> None:
        """Ask for the list again."""
        self._is_waiting = True
        self.wanted.emit(self.search.query_text(), self.sort)

    def focus_search(self) -> None:
        """Put the cursor into the search box, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from anywhere on the page to the list; with nothing found, to everything."""
        if event.key() == Qt.Key.Key_Escape:
            if self._rows.currentIndex() == NOTHING_FOUND:
                self.show_query(Query())
            self.table.setFocus()
            return
        super().keyPressEvent(event)

    def sort_by(self, section: int) -> None:
        """Sort by a column; by the same one again turns the order round; Shift adds it."""
        key = self.model.columns[section].key
        self.show_order(sorted_by(self.sort, key, adds=self.table.head.is_adding))

    def _show_sort(self) -> None:
        show_order(self.table, self.sort)

    def _connect(self) -> None:
        self.search.asked.connect(lambda _text: self.renew())
        self.search.left.connect(self.table.setFocus)
        self.facets.wanted.connect(lambda query: self.show_query(query, self.sort, self.columns))
        self.foot.asked_also.connect(self.ask_also)
        self.view_button.clicked.connect(self.view_wanted)
        self.table.head.sectionClicked.connect(self.sort_by)
        self.table.opened.connect(self._on_opened)
        self.table.current.connect(self._on_current)
        self.new_button.clicked.connect(self.new_wanted)

    def _on_opened(self, position: int) -> None:
        if self._is_waiting:
            self._is_opening = True
        elif 0 <= position < len(self.model.ids):
            self.opened.emit(self.model.ids[position])

    def _on_current(self, position: int) -> None:
        if 0 <= position < len(self.model.ids):
            self.preview_wanted.emit(self.model.ids[position])

    def _bar(self) -> QWidget:
        """Make the bar over the list: search, what was found, buttons."""
        bar = QWidget()
        bar.setFixedHeight(48)
        row = across(bar, margins=(12, 0, 12, 0), spacing=6)
        self.search.setMinimumWidth(220)
        row.addWidget(self.search, 1)
        row.addSpacing(8)
        for label in (self._counts, self._found, self._noun):
            row.addWidget(label)
        row.addSpacing(8)
        row.addWidget(self.view_button)
        row.addWidget(self.new_button)
        return bar

    def _build(self) -> None:
        whole = across(self, spacing=0)
        whole.addWidget(self.facets)
        body = QWidget()
        body.setMinimumWidth(560)
        whole.addWidget(body, 1)
        column = down(body)
        column.addWidget(self._bar())
        self._problem_row = QWidget()
        across(self._problem_row, margins=(MARGIN, 0, MARGIN, 8)).addWidget(self.problem, 1)
        self._problem_row.hide()
        column.addWidget(self._problem_row)
        self._rows.addWidget(self.table)
        none, more = tr("No incidents are recorded yet."), (tr("Import a file"), "Ctrl I")
        self._rows.addWidget(empty_state(self._theme, none, tr("New incident"), "N", more))
        none = tr("No incident matches the search.")
        self._rows.addWidget(empty_state(self._theme, none, tr("Empty the search"), "Esc"))
        panes = QuietSplitter(self._theme, Qt.Orientation.Vertical)
        panes.addWidget(self._rows)
        panes.addWidget(self.preview)
        panes.setStretchFactor(0, 1)
        panes.setSizes([560, 230])
        self.preview.setMinimumSize(420, 120)
        column.addWidget(panes, 1)
        column.addWidget(self.foot)
