"""The history of the whole casebook: who changed what, when and why; what differs between moments.

Changes above, narrowed by person, operation, days and record; below them the fields of the one
looked at, or what differs between two moments. What was undone is struck through.
"""

from array import array
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.models.changes import Ask, ChangesModel, columns, operation_label
from airwars_desk.gui.pages.change_fields import STEP, ChangeFields
from airwars_desk.gui.pages.history_filters import HistoryFilters
from airwars_desk.gui.text import moment, number
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import QuietSplitter, across, button, down, empty_state
from airwars_desk.gui.widgets.table import Table
from airwars_desk.i18n import ntr, tr
from airwars_desk.operations.names import LASTING

PAUSE_MS = 60
KEYS = {Qt.Key.Key_M: "mark", Qt.Key.Key_D: "compare", Qt.Key.Key_T: "times", Qt.Key.Key_U: "undo"}


class CasebookHistory(QWidget):
    """`pressed(what)`: one of mark, compare, times, undo, redo."""

    wanted = Signal(object)
    fields_wanted = Signal(str)
    incident_wanted = Signal(str)
    choices_wanted = Signal()
    pressed = Signal(str)

    def __init__(self, theme: Theme, ask: Ask) -> None:
        super().__init__()
        self.setObjectName("page")
        self.words = Vocabulary()
        self._kept = ""
        self._compares = False
        self._count = Label(ink="ink2")
        self._says = Label(ink="ink2", cut=True)
        self.filters = HistoryFilters()
        self.table = Table(theme, columns())
        self.table.setAccessibleName(tr("Changes"))
        self.model = ChangesModel(ask, self.table)
        self.table.setModel(self.model)
        self.fields = ChangeFields(theme)
        self.undo_button = button(tr("Undo this change …"), key="U")
        self.redo_button = button(tr("Do it again"))
        self.mark_button = button(tr("First moment"), key="M")
        self.compare_button = button(tr("Difference to here"), key="D")
        self.times_button = button(tr("Between two times …"), key="T")
        self._none = empty_state(theme, tr("No change matches."))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask_fields)
        self._build(theme)
        self._join()

    def on_shown(self) -> None:
        """Ask for the changes and for what they can be narrowed by."""
        self.table.setFocus()
        self.choices_wanted.emit()
        self.renew()

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again; the change looked at stays selected."""
        self.choices_wanted.emit()
        self.renew()

    def renew(self) -> None:
        """Ask for the changes that match."""
        item = self.current()
        self._kept = item.id if item is not None and self.table.currentIndex().row() else ""
        self.wanted.emit(self.filters.asked())

    def show_rows(self, rows: "array[int]") -> None:
        """Show the changes that match, newest first."""
        at = self.table.currentIndex().row()
        self.model.set_rows(rows)
        text = ntr("{number} change", "{number} changes", len(rows))
        self._count.set_text(text.format(number=number(len(rows))))
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if rows:
            self._select(at)
        else:
            self.show_fields(None)

    def current(self) -> Any:
        """Return the change at the cursor, None for none."""
        return self.model.item(self.table.currentIndex().row())

    def show_fields(self, told: Any) -> None:
        """Show what the change at the cursor did."""
        if self._compares:
            return
        self.fields.show_told(told, self.words)
        item = self.current()
        if item is None:
            self._says.set_text("")
        else:
            what = operation_label(item.operation)
            self._says.set_text(f"{what}, {moment(item.at)}")

    def show_difference(self, told: Any, first: str, second: str) -> None:
        """Show what differs between two moments; it stays until Escape or another difference."""
        again, self._compares = self._compares, True
        self.fields.show_told(told, self.words)
        text = ntr(
            "{number} record from {first} to {second}",
            "{number} records from {first} to {second}",
            told.records,
        )
        self._says.set_text(text.format(first=first, second=second, number=number(told.records)))
        self.fields.table.setFocus()
        if self.fields.model.rowCount() and not (again and told.told > STEP):
            self.fields.table.selectRow(0)

    def leave_difference(self) -> None:
        """Show the change at the cursor again."""
        self._compares = False
        self.table.setFocus()
        self._ask_fields()

    def next_pane(self) -> None:
        """Walk filters, changes and fields."""
        stops = [self.filters.person, self.table, self.fields.table]
        focused = [number for number, stop in enumerate(stops) if stop.hasFocus()]
        stops[(focused[0] + 1) % 3 if focused else 1].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of one letter act on the change at the cursor; Escape leaves a difference."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and watched is self.table
            and event.key() in KEYS
            and not event.modifiers()
        ):
            event.accept()  # the page's own key, whatever the window does with it elsewhere
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Escape and self._compares:
                self.leave_difference()
                return True
            if watched is self.table and key in KEYS and not event.modifiers():
                self.pressed.emit(KEYS[key])
                return True
        return super().eventFilter(watched, event)

    def _select(self, at: int) -> None:
        """Keep the cursor on the change it was on, as far as it is near."""
        row = min(max(at, 0), len(self.model.rows) - 1)
        if self._kept:
            near = range(max(0, row - 3), min(row + 4, len(self.model.rows)))
            found = [
                one for one in near if (item := self.model.item(one)) and item.id == self._kept
            ]
            row = found[0] if found else row
        elif at <= 0:
            row = 0
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._on_current()

    def _on_current(self) -> None:
        item = self.current()
        undoing = item is not None and item.operation in ("undo", "redo")
        stands = item is not None and not item.is_void
        self.undo_button.setEnabled(stands and not undoing and item.operation not in LASTING)
        self.redo_button.setEnabled(stands and item.operation == "undo")
        for which in (self.mark_button, self.compare_button):
            which.setEnabled(item is not None)
        self._pause.start()

    def _ask_fields(self) -> None:
        item = self.current()
        if item is not None and not self._compares:
            self.fields_wanted.emit(item.id)

    def _join(self) -> None:
        self.filters.edited.connect(self.renew)
        self.table.current.connect(lambda _row: self._on_current())
        self.table.opened.connect(lambda _row: self.fields.table.setFocus())
        self.fields.opened.connect(self.incident_wanted)
        self.model.dataChanged.connect(lambda *_range: self._on_current())
        for which, what in (
            (self.undo_button, "undo"),
            (self.redo_button, "redo"),
            (self.mark_button, "mark"),
            (self.compare_button, "compare"),
            (self.times_button, "times"),
        ):
            which.clicked.connect(lambda _checked=False, key=what: self.pressed.emit(key))
        for watched in (self.table, self.fields.table):
            watched.installEventFilter(self)

    def _build(self, theme: Theme) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(44)
        row = across(head, margins=(MARGIN, 0, MARGIN, 0))
        row.addWidget(Label(tr("History"), kind="count"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        column.addWidget(head)
        column.addWidget(self.filters)
        panes = QuietSplitter(theme, Qt.Orientation.Vertical)
        top, bottom, bar = QWidget(), QWidget(), QWidget()
        upper = down(top)
        upper.addWidget(self.table, 1)
        upper.addWidget(self._none, 1)
        line = across(bar, margins=(MARGIN, 4, MARGIN, 4))
        line.addWidget(self._says, 1)
        for which in (self.mark_button, self.compare_button, self.times_button):
            line.addWidget(which)
        lower = down(bottom)
        lower.addWidget(bar)
        lower.addWidget(self.fields, 1)
        panes.addWidget(top)
        panes.addWidget(bottom)
        panes.setSizes([330, 330])
        column.addWidget(panes, 1)
