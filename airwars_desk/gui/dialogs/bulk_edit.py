"""Edits one field of the incidents selected: what happens to each is shown before it happens."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui import bulk_requests
from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.forms.editors import editor_for
from airwars_desk.gui.sentences import value_text
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.text import UNKNOWN, number
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import N_, ntr, tr
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.bulk_edit import ADD, FIELDS, REMOVE, SET, STATES, Edit, Line

_MODES = ((ADD, N_("add")), (REMOVE, N_("remove")), (SET, N_("set to")))


class BulkEdit(Frame):
    """Field, value, preview; closes when the change was made."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        runner: BaseRunner,
        words: Vocabulary,
        rows: Sequence[int],
    ) -> None:
        title = ntr(
            "Edit {number} selected incident", "Edit {number} selected incidents", len(rows)
        )
        super().__init__(parent, title.format(number=number(len(rows))), tr("Change"), width=820)
        self._runner, self._words, self._rows = runner, words, list(rows)
        self.lines: list[Line] = []
        self.change: Any = None
        specs = CATALOGUES["incident"].specs
        self.field = Chooser([(name, tr(specs[name].label)) for name in FIELDS])
        self.field.setObjectName("field")
        self.mode = Chooser([(mode, tr(label)) for mode, label in _MODES])
        self.mode.setObjectName("mode")
        self.editor: Any = None
        self.reason = TextBox()
        self.reason.setObjectName("reason")
        self._place = QWidget()
        self._box = down(self._place)
        self._told = Label(ink="ink2")
        columns = (
            Column(tr("Code"), 110),
            Column(tr("Place"), share=3),
            Column(tr("Before"), share=4),
            Column(tr("After"), share=4),
        )
        self.table, self.model = cell_table(theme, columns)
        self.table.setAccessibleName(tr("What happens to each"))
        self._build()
        self.field.edited.connect(self._on_field)
        self.mode.edited.connect(self.plan)
        self.field.set_value("state")
        self._on_field()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the choice begins."""
        super().showEvent(event)
        self.field.setFocus()

    def edit(self) -> Edit | None:
        """Return the edit as it stands, None while it says nothing."""
        name = self.field.value()
        if not name:
            return None
        mode = self.mode.value() if self._spec(name).is_plural else SET
        value = self.editor.value() if self.editor is not None else None
        if mode is None or (mode != SET and not value) or (name == "state" and not value):
            return None
        return Edit(field=name, mode=mode, value=value)

    def plan(self) -> None:
        """Ask what would happen, and show it."""
        self.main.setEnabled(False)
        edit = self.edit()
        if edit is None:
            self._show([])
            return
        self._runner.run(
            partial(bulk_requests.plan_edit, rows=self._rows, edit=edit),
            self._show,
            failed=self._on_refused,
            lane="bulk-plan",
            owner=self,
        )

    def on_main(self) -> None:
        """Make the change as it was shown."""
        edit = self.edit()
        if edit is None or not self.main.isEnabled():
            return
        self.main.setEnabled(False)
        work = partial(
            bulk_requests.edit_many,
            edit=edit,
            lines=self.lines,
            reason=str(self.reason.value() or ""),
        )
        self._runner.run(work, self._done, failed=self._on_refused, owner=self)

    def _done(self, change: Any) -> None:
        self.change = change
        self.accept()

    def _on_refused(self, refused: Refused) -> None:
        self.say_problem(f"{refused.sentence} {refused.hint}".strip())

    def _show(self, lines: list[Line]) -> None:
        self.say_problem("")
        self.lines = lines
        changing = [line for line in lines if line.changes]
        staying = [line for line in lines if not line.changes]
        shown = [*map(self._changing, changing), *map(self._staying, staying)]
        self.model.set_rows(shown, [line.uid for line in (*changing, *staying)])
        told = ntr("{number} changes", "{number} change", len(changing))
        rest = ntr("{number} stays as it is", "{number} stay as they are", len(staying))
        parts = [told.format(number=number(len(changing)))] if lines else []
        if staying:
            parts.append(rest.format(number=number(len(staying))))
        self._told.set_text(" · ".join(parts) or tr("Choose a field and a value."))
        self.main.setEnabled(bool(changing))
        verb = ntr("Change {number} incident", "Change {number} incidents", len(changing))
        self.main.setText(verb.format(number=number(len(changing))) if changing else tr("Change"))

    def _changing(self, line: Line) -> tuple[Cell, ...]:
        return (
            Cell(line.code or UNKNOWN, weight=500),
            Cell(line.place or UNKNOWN),
            Cell(self._text(line.before), ink="ink2"),
            Cell(self._text(line.after), weight=500, ground="tint"),
        )

    def _staying(self, line: Line) -> tuple[Cell, ...]:
        return (
            Cell(line.code or UNKNOWN, ink="ink3"),
            Cell(line.place or UNKNOWN, ink="ink3"),
            Cell(self._text(line.before), ink="ink3"),
            Cell(tr("stays as it is"), ink="ink3"),
        )

    def _text(self, value: Any) -> str:
        name = str(self.field.value() or "")
        return value_text("incident", name, value, self._words) if name else ""

    def _spec(self, name: str) -> Any:
        return CATALOGUES["incident"].specs[name]

    def _on_field(self) -> None:
        """Offer the editor of another field."""
        if self.editor is not None:
            self.editor.setParent(None)
            self.editor.deleteLater()
            self.editor = None
        name = self.field.value()
        if name:
            self.editor = self._editor(name)
            self.editor.setObjectName("value")
            self.editor.setAccessibleName(tr("Value"))
            self._box.addWidget(self.editor)
            self.editor.edited.connect(self.plan)
        plural = bool(name) and self._spec(name).is_plural
        self.mode.setEnabled(plural)
        self.mode.set_value(ADD if plural else SET)
        self.plan()

    def _editor(self, name: str) -> Any:
        if name == "state":
            return Chooser([(key, choice_label(key)) for key in STATES])
        if name == "assignee":
            return Chooser(sorted(self._words.people.items(), key=lambda pair: pair[1]))
        return editor_for(self._spec(name), self._words)

    def _build(self) -> None:
        column = down(self.body, spacing=12)
        fields = QWidget()
        grid = form(fields)
        add_field(grid, tr("Field"), self.field)
        add_field(grid, tr("What to do"), self.mode)
        add_field(grid, tr("Value"), self._place)
        add_field(grid, tr("Reason"), self.reason)
        column.addWidget(fields)
        column.addWidget(self._told)
        self.table.setMinimumHeight(220)
        column.addWidget(self.table, 1)
