"""Fields before and after: of one change, of an undo that might be made, or of two moments."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.text import number
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.panes import down, empty_state
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr

STEP = 400
MORE = "\0more"  # stands for the row that leads to more; no uid holds a NUL
HIDDEN_FIELDS = frozenset(
    {
        "position",
        "incident",
        "citation",
        "decision",
        "involvement",
        "form",
        "assessments",
        "replaces",
    }
)


class ChangeFields(QWidget):
    """A table of fields; the last row says what is left, and Enter on it asks for more.

    `more_wanted(records)`: how many records are to be told of; `opened(uid)`: an incident.
    """

    more_wanted = Signal(int)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        columns = (
            Column(tr("Incident"), 122),
            Column(tr("Record"), share=3),
            Column(tr("Field"), share=3),
            Column(tr("Before"), share=3),
            Column(tr("After"), share=4),
        )
        self.table, self.model = cell_table(theme, columns)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._none = empty_state(theme, tr("No field differs."))
        self.told: Any = None
        self._adds = False
        column = down(self)
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        self._none.setVisible(False)
        self.table.opened.connect(self._on_opened)

    def show_told(self, told: Any, words: Vocabulary) -> None:
        """Show what is told of some records, None for nothing."""
        self.told = told
        shown = [] if told is None else [one for one in told.fields if is_shown(one)]
        rows = [row_of(one, told, words) for one in shown]
        left = 0 if told is None else told.records - told.told
        if left > 0:
            text = ntr("{number} more record", "{number} more records", left)
            says = Cell(text.format(number=number(left)), ink="ink2")
            rows.append((Cell(), says, Cell(tr("Enter shows more"), ink="ink3")))
        keys = [one.uid for one in shown] + [MORE for _ in range(len(rows) - len(shown))]
        at = self.table.currentIndex().row()
        self.model.set_rows(rows, keys)
        if self._adds and 0 <= at < len(rows):
            self.table.selectRow(at)
        self._adds = False
        self.table.setVisible(told is None or bool(rows))
        self._none.setVisible(told is not None and not rows)

    def incident(self) -> str:
        """Return the uid of the incident of the row at the cursor, "" for none."""
        from airwars_desk.operations.moments import incident_of

        uid = str(self.model.key(self.table.currentIndex().row()) or "")
        if uid == MORE:
            return ""
        found = incident_of(uid, self.told.items) if uid and self.told is not None else None
        return found.uid if found is not None else ""

    def _on_opened(self, row: int) -> None:
        if self.model.key(row) == MORE and self.told is not None:
            self._adds = True
            self.more_wanted.emit(self.told.told + STEP)
        elif uid := self.incident():
            self.opened.emit(uid)


def is_shown(change: Any) -> bool:
    """Tell whether a person wants to see a field: no positions, no owners."""
    return change.field not in HIDDEN_FIELDS


def row_of(change: Any, told: Any, words: Vocabulary) -> tuple[Cell, ...]:
    """Return the cells of one field, its record named by code and name."""
    from airwars_desk.gui.sentences import field_label, kind_label, name_of, value_text
    from airwars_desk.operations.moments import incident_of

    item = told.items.get(change.uid)
    incident = incident_of(change.uid, told.items)
    named = kind_label(change.kind) if item is None else name_of(item, told, words)
    more = kind_label(change.kind) if named != kind_label(change.kind) else ""
    if item is not None and item.kind in ("person", "term", "area", "saved_view"):
        own = item.values.get("name") or item.values.get("label")
        named, more = (str(own), kind_label(item.kind)) if own else (named, more)
    before = value_text(change.kind, change.field, change.before, words, told)
    after = value_text(change.kind, change.field, change.after, words, told)
    return (
        Cell(code_of(incident), weight=500),
        Cell(named, ink="ink2", more=more),
        Cell(field_label(change.kind, change.field), weight=500),
        Cell(before, ink="ink2"),
        Cell(after),
    )


def code_of(incident: Any) -> str:
    """Return what an incident is called in one word: its code, or its place."""
    if incident is None:
        return ""
    codes: Sequence[str] = incident.values.get("codes") or ()
    return str(codes[0]) if codes else str(incident.values.get("location_name") or tr("No code"))
