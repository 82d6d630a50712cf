"""History: who changed what, when and why, field by field; undo and redo from here.

A tab of the incident; the page of the whole casebook is `casebook_history.py`.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.pages.change_fields import is_shown
from airwars_desk.gui.text import moment, number, one_line
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import QuietSplitter, across, button, down, empty_state
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import N_, ntr, tr

SHOWN_FIELDS = 400
ORIGINS = {"import": N_("file")}


class HistoryView(QWidget):
    """Changes above, the fields of the one looked at below."""

    undo_wanted = Signal(str)
    redo_wanted = Signal(str)
    wanted = Signal()

    def __init__(self, theme: Theme, *, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._items: list[Any] = []
        self._words = Vocabulary()
        self._case: Any = None
        self._title = Label(title, kind="count")
        self._count = Label(ink="ink2")
        columns = (
            Column(tr("When"), 148),
            Column(tr("Who"), 170),
            Column(tr("What"), share=2),
            Column(tr("Why"), share=3),
            Column(tr("Records"), 80, TRAIL),
            Column(tr("Fields"), 72, TRAIL),
        )
        self.table, self._model = cell_table(theme, columns)
        fields = (
            Column(tr("Record"), share=3),
            Column(tr("Field"), 190),
            Column(tr("Before"), share=4),
            Column(tr("After"), share=4),
        )
        self.fields, self._fields = cell_table(theme, fields)
        self._none = empty_state(theme, tr("Nothing was changed yet."))
        self.undo_button = button(tr("Undo this change"))
        self.redo_button = button(tr("Do it again"))
        self._build(theme)
        self.table.current.connect(self._on_current)
        self.undo_button.clicked.connect(lambda: self._act(self.undo_wanted))
        self.redo_button.clicked.connect(lambda: self._act(self.redo_wanted))
        self.show_items([], self._words)

    def on_shown(self) -> None:
        """Ask for the changes: the page came to the front, or something changed."""
        self.table.setFocus()
        self.wanted.emit()

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again."""
        self.on_shown()

    def show_items(self, items: Sequence[Any], words: Vocabulary, case: Any = None) -> None:
        """Show changes, newest first. `case` names the records of one incident."""
        self._items = list(items)
        self._words = words
        self._case = case
        self._model.set_rows([self._row(item) for item in items], [item.id for item in items])
        self._count.set_text(number(len(items)))
        self.table.setVisible(bool(items))
        self._none.setVisible(not items)
        if items:
            self.table.setCurrentIndex(self._model.index(0, 0))
        self._on_current(0 if items else -1)

    def _row(self, item: Any) -> tuple[Cell, ...]:
        from airwars_desk.operations.names import OPERATIONS

        ink = "ink3" if item.is_void else "ink"
        known = OPERATIONS.get(item.operation)
        what = tr(known) if known else item.operation.replace("_", " ").capitalize()
        reason = "" if item.operation in ("undo", "redo") else one_line(item.reason)
        fields = len(_shown(item.fields))
        return (
            Cell(moment(item.at), ink="ink3" if item.is_void else "ink2"),
            Cell(item.person or tr("not named"), ink=ink),
            Cell(what, ink=ink, weight=500, more=tr("undone") if item.is_void else ""),
            Cell(reason, ink="ink2"),
            Cell(number(item.records), ink="ink2"),
            Cell(number(fields) if fields else "", ink="ink2"),
        )

    def _on_current(self, row: int) -> None:
        item = self._items[row] if 0 <= row < len(self._items) else None
        undoing = item is not None and item.operation in ("undo", "redo")
        making = item is not None and item.operation in ("new_casebook", "add_person")
        self.undo_button.setEnabled(
            item is not None and not item.is_void and not undoing and not making
        )
        self.redo_button.setEnabled(
            item is not None and not item.is_void and item.operation == "undo"
        )
        rows = self._field_rows(item) if item is not None else []
        self._fields.set_rows(rows)

    def _field_rows(self, item: Any) -> list[tuple[Cell, ...]]:
        from airwars_desk.gui.sentences import field_label, value_text

        shown = sorted(_shown(item.fields), key=lambda change: _rank(change.kind))
        rows: list[tuple[Cell, ...]] = [
            (
                Cell(self._record(change), ink="ink2"),
                Cell(field_label(change.kind, change.field), weight=500),
                Cell(
                    tr("erased")
                    if change.is_erased
                    else self._text(value_text, change, change.before),
                    ink="ink2",
                ),
                Cell(self._text(value_text, change, change.after)),
            )
            for change in shown[:SHOWN_FIELDS]
        ]
        left = len(shown) - SHOWN_FIELDS
        if left > 0:
            text = ntr("{number} more field", "{number} more fields", left)
            rows.append((Cell(text.format(number=number(left)), ink="ink2"),))
        return rows

    def _text(self, show: Any, change: Any, value: Any) -> str:
        return str(show(change.kind, change.field, value, self._words, self._case))

    def _record(self, change: Any) -> str:
        from airwars_desk.gui.sentences import kind_label, name_of

        item = self._case.items.get(change.uid) if self._case is not None else None
        if item is None:
            return kind_label(change.kind)
        return name_of(item, self._case, self._words)

    def _act(self, signal: Any) -> None:
        key = self._model.key(self.table.currentIndex().row())
        if key:
            signal.emit(str(key))

    def _build(self, theme: Theme) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(44)
        row = across(head, margins=(MARGIN, 0, MARGIN, 0))
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        column.addWidget(head)
        panes = QuietSplitter(theme, Qt.Orientation.Vertical)
        top = QWidget()
        inner = down(top)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._none, 1)
        panes.addWidget(top)
        panes.addWidget(self.fields)
        panes.setSizes([280, 380])
        column.addWidget(panes, 1)


def _rank(kind: str) -> int:
    """Return the place of a kind of record: the incident first, then as a case holds them."""
    from airwars_desk.records.case import kinds_in_order

    order = kinds_in_order()
    return order.index(kind) if kind in order else len(order)


def _shown(fields: Sequence[Any]) -> list[Any]:
    """Return the field changes a person wants to see: no positions, no owners."""
    return [change for change in fields if is_shown(change)]
