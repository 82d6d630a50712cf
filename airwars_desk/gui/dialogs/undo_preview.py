"""What undoing a change would change, before it is done."""

from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.pages.change_fields import ChangeFields
from airwars_desk.gui.text import number
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import ntr, tr


class UndoPreview(Frame):
    """Shows values now and after; what others wrote since is not touched, so it is not listed."""

    def __init__(self, parent: QWidget | None, told: Any, words: Vocabulary) -> None:
        super().__init__(parent, tr("Undo this change"), tr("Undo"), width=760)
        self.fields = ChangeFields(getattr(parent, "theme", LIGHT))
        self.fields.setMinimumHeight(260)
        column = down(self.body, spacing=10)
        text = ntr(
            "It touched {number} record. What was written since stays as it is.",
            "It touched {number} records. What was written since stays as it is.",
            told.records,
        )
        column.addWidget(Paragraph(text.format(number=number(told.records)), ink="ink2"))
        column.addWidget(self.fields, 1)
        self._words = words
        self.show_told(told)
        if not told.fields and told.told == told.records:
            self.main.setEnabled(False)
            self.say_problem(tr("Nothing of it stands any more, so there is nothing to undo."))

    def show_told(self, told: Any) -> None:
        """Show what is told of some of the records, or of more of them."""
        self.fields.show_told(told, self._words)
