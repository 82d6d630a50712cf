"""The list of incidents: search, sortable columns, preview of the selected one, totals."""

from array import array

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from airwars_desk.gui.models.incidents import IncidentsModel
from airwars_desk.gui.pages.preview import PreviewPane
from airwars_desk.gui.text import number, span
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.views import Preview, Totals
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import (
    Fact,
    QuietSplitter,
    across,
    button,
    down,
    empty_state,
    foot,
    hint,
)
from airwars_desk.gui.widgets.search_box import SearchBox
from airwars_desk.gui.widgets.table import Table
from airwars_desk.i18n import ntr, tr

Sort = tuple[tuple[str, str], ...]
NEWEST_FIRST: Sort = (("date_start", "desc"),)


class IncidentsPage(QWidget):
    """Shows what it is given; says by signal what it wants to be given."""

    wanted = Signal(str, object)  # text, sort: list the incidents
    page_wanted = Signal(int, object)  # page number, its rows
    preview_wanted = Signal(int)  # row of the incident
    opened = Signal(int)  # row of the incident
    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self.sort: Sort = NEWEST_FIRST
        self.total = 0
        self._keep_row: int | None = None
        self._is_waiting = False  # asked for a list that is not here yet
        self._is_opening = False  # Enter was pressed meanwhile; it means the list to come
        self.model = IncidentsModel(self.page_wanted.emit, self)
        self.search = SearchBox(theme, tr("Code, place or name in any script"))
        self.table = Table(theme, self.model.columns)
        self.table.setModel(self.model)
        self.table.head.setSectionsClickable(True)
        self.preview = PreviewPane(theme)
        self._counts = Label(ink="ink2")
        self._found = Label(kind="count")
        self._noun = Label(ink="ink2")
        self.new_button = button(tr("New incident"), main=True, key="N")
        self._foot = [Fact() for _ in range(5)]
        self._rows = QStackedWidget()
        self._build()
        self._connect()
        self._show_sort()

    def show_rows(self, rows: "array[int]", total: int) -> None:
        """List other incidents; the one that was selected stays selected where it can."""
        self.total = total
        keep = self._keep_row if self._keep_row is not None else self.current_row()
        self.model.set_ids(rows)
        self._rows.setCurrentIndex(0 if rows else 2 if total else 1)
        searching = bool(self.search.text().strip())
        self._counts.set_text(f"{number(total)} →" if searching else "")
        self._counts.setVisible(searching)
        self._found.set_text(number(len(rows)))
        self._noun.set_text(ntr("incident", "incidents", len(rows)))
        position = self.model.position_of(keep) if keep is not None else -1
        if rows:
            self.select(max(position, 0))
        else:
            self.preview.show_preview(None)
        self._keep_row = None
        self._is_waiting = False
        if self._is_opening:
            self._is_opening = False
            self._on_opened(self.table.currentIndex().row())

    def show_totals(self, totals: Totals | None) -> None:
        """Say what the incidents listed add up to."""
        facts = [("", "")] * len(self._foot)
        if totals is not None:
            waiting = tr("not reviewed {number}:").format(number=number(totals.not_reviewed))
            facts = [
                (ntr("incident", "incidents", totals.incidents), number(totals.incidents)),
                (tr("killed, all grades"), span(*totals.alleged)),
                (tr("Confirmed + Fair"), span(*totals.likely)),
                (waiting, span(*totals.not_reviewed_killed)),
                (tr("no count"), number(totals.no_count)),
            ]
        for shown, (word, value) in zip(self._foot, facts, strict=True):
            shown.show_fact(word, value)

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
        self.wanted.emit(self.search.text(), self.sort)

    def focus_search(self) -> None:
        """Put the cursor into the search box, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from anywhere on the page to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.table.setFocus()
            return
        super().keyPressEvent(event)

    def sort_by(self, section: int) -> None:
        """Sort by a column; by the same one again turns the order round."""
        key = self.model.columns[section].key
        if not key:
            return
        now, direction = self.sort[0]
        if key == now:
            direction = "asc" if direction == "desc" else "desc"
        else:
            direction = "asc" if key in ("code", "place", "place_local", "belligerents") else "desc"
        self.sort = ((key, direction),)
        self._show_sort()
        self.renew()

    def _show_sort(self) -> None:
        self.table.head.sorted_key, direction = self.sort[0]
        self.table.head.descending = direction == "desc"
        self.table.head.viewport().update()

    def _connect(self) -> None:
        self.search.asked.connect(lambda _text: self.renew())
        self.search.left.connect(self.table.setFocus)
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

    def _build(self) -> None:
        column = down(self)
        bar = QWidget()
        bar.setFixedHeight(48)
        row = across(bar, margins=(12, 0, 12, 0), spacing=6)
        row.addWidget(self.search, 1)
        row.addSpacing(8)
        for label in (self._counts, self._found, self._noun):
            row.addWidget(label)
        row.addSpacing(8)
        row.addWidget(self.new_button)
        column.addWidget(bar)
        self._rows.addWidget(self.table)
        self._rows.addWidget(
            empty_state(self._theme, tr("No incidents are recorded yet."), tr("New incident"), "N")
        )
        self._rows.addWidget(
            empty_state(
                self._theme, tr("No incident matches the search."), tr("Empty the search"), "Esc"
            )
        )
        panes = QuietSplitter(self._theme, Qt.Orientation.Vertical)
        panes.addWidget(self._rows)
        panes.addWidget(self.preview)
        panes.setStretchFactor(0, 1)
        panes.setSizes([560, 230])
        self.preview.setMinimumHeight(120)
        column.addWidget(panes, 1)
        trailing = (hint(self._theme, tr("Move"), "↑", "↓"), hint(self._theme, tr("Search"), "/"))
        column.addWidget(foot(*self._foot, trailing=trailing))
