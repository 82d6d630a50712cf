"""Unsaved work: every incident of which something was typed and not saved. Enter opens one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.careful import Careful
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.readings import head_of
from airwars_desk.gui.text import moment
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import button, down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import tr


class DropDraft(Careful):
    """Asks before unsaved work is thrown away."""

    def __init__(self, parent: QWidget | None, name: str, at: str) -> None:
        sentence = tr("What was typed of {name} until {time} was never saved. It would be lost.")
        super().__init__(
            parent,
            tr("Drop unsaved work"),
            tr("Drop it"),
            sentence.format(name=name, time=moment(at)),
        )


class Drafts(Frame):
    """One row per incident: code or place, when it was kept, by whom. `dropped(Draft)`."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None, drafts: Sequence[Any], words: Vocabulary) -> None:
        super().__init__(parent, tr("Unsaved work"), tr("Open"), width=640)
        self._drafts = list(drafts)
        self._words = words
        self.table, self._model = cell_table(
            getattr(parent, "theme", LIGHT),
            (
                Column(tr("Incident"), share=3),
                Column(tr("Kept"), 150),
                Column(tr("By"), share=1),
            ),
        )
        self.table.setAccessibleName(tr("Unsaved work"))
        self.table.setMinimumHeight(220)
        self.drop_button = button(tr("Drop"), key="Del")
        self.drop_button.setAutoDefault(False)
        self.drop_button.clicked.connect(self._drop)
        column = down(self.body, spacing=10)
        column.addWidget(self.table)
        hint = tr("Typed and not saved, kept on this device. Opening one changes nothing yet.")
        column.addWidget(Paragraph(hint, kind="hint"))
        column.addWidget(self.drop_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.cancel.setText(tr("Close"))
        self.table.opened.connect(lambda _row: self.accept())
        drop = QShortcut(QKeySequence("Del"), self)
        drop.activated.connect(self._drop)
        self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the rows."""
        super().showEvent(event)
        self.table.setFocus()

    def chosen(self) -> Any:
        """Return the draft at the cursor, None for none."""
        row = self.table.currentIndex().row()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def _drop(self) -> None:
        draft = self.chosen()
        if draft is None:
            return
        if DropDraft(self, name_of(draft, self._words), draft.at).exec():
            self._drafts.remove(draft)
            self.dropped.emit(draft)
            self._show_rows()
            if not self._drafts:
                self.reject()

    def _show_rows(self) -> None:
        at = max(0, self.table.currentIndex().row())
        self._model.set_rows([self._row(draft) for draft in self._drafts])
        self.table.selectRow(min(at, len(self._drafts) - 1))

    def _row(self, draft: Any) -> tuple[Cell, ...]:
        head = head_of(draft.case, self._words)
        place = " ".join(part for part in (head.place, head.place_local) if part)
        return (
            Cell(name_of(draft, self._words), weight=500, more=place),
            Cell(moment(draft.at)),
            Cell(self._words.person(draft.person), ink="ink2"),
        )


def name_of(draft: Any, words: Vocabulary) -> str:
    """Return what the incident of a draft is called: its code, or that it is a new one."""
    codes = draft.case.incident.values.get("codes")
    return head_of(draft.case, words).code if codes else tr("New incident")
