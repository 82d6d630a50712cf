"""A form: labels at the leading edge, editors after them, bound to one record of a case."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from airwars_desk.gui.forms.editors import editor_for
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.theme import LABEL
from airwars_desk.gui.widgets.label import Label
from airwars_desk.i18n import tr
from airwars_desk.records.field import FieldSpec

SECTION_MARK = "#"
GIVES = 24  # pixels that the labels of a form take from its editors before they are cut


class Form(QWidget):
    """Fields of one kind of record. A line `#Title` starts a section.

    Args:
        editing: the case at hand.
        kind: the kind of record.
        lines: field names in their order, with section titles between.
        label_width: pixels for the labels.
        specs: the fields, where they are not those of a kind of record.
    """

    def __init__(
        self,
        editing: Editing,
        kind: str,
        lines: Sequence[str],
        *,
        label_width: int = LABEL,
        specs: Mapping[str, FieldSpec] | None = None,
    ) -> None:
        super().__init__()
        from airwars_desk.records.kinds import CATALOGUES

        self._editing = editing
        self._uid = ""
        self.kind = kind
        self.editors: dict[str, Any] = {}
        self._specs = specs if specs is not None else CATALOGUES[kind].specs
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines):
            self._add(number, line)
        self._grid.setRowStretch(len(lines), 1)
        editing.edited.connect(self._on_edited)

    def show_record(self, uid: str) -> None:
        """Bind the form to a record, "" for none."""
        self._uid = uid if uid in self._editing.case.items else ""
        self.setEnabled(bool(self._uid) and self._editing.is_writable)
        for name, editor in self.editors.items():
            editor.set_value(self._editing.get(self._uid, name) if self._uid else None)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field; returns whether it is here."""
        editor = self.editors.get(name)
        if editor is None:
            return False
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _add(self, number: int, line: str) -> None:
        if line.startswith(SECTION_MARK):
            title = Label(line[len(SECTION_MARK) :], kind="section")
            title.setContentsMargins(0, 8 if number else 0, 0, 2)
            self._grid.addWidget(title, number, 0, 1, 2)
            return
        spec = self._specs[line]
        label = Label(tr(spec.label), ink="ink3", cut=True)
        label.setFixedHeight(26)
        label.setMinimumWidth(min(label.sizeHint().width(), self._label_width + GIVES))
        editor = editor_for(spec, self._editing.words)
        editor.edited.connect(lambda name=line, source=editor: self._put(name, source.value()))
        self.editors[line] = editor
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, number, 1)

    def _put(self, name: str, value: Any) -> None:
        if self._uid:
            self._editing.set(self._uid, name, value)

    def _on_edited(self, uid: str, name: str) -> None:
        """Follow what another view of the same record changed."""
        if uid == self._uid and name in self.editors:
            editor = self.editors[name]
            value = self._editing.get(uid, name)
            if editor.value() != value:
                editor.set_value(value)
