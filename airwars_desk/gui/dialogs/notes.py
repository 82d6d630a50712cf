"""Asks for a few words: the notes of a return, what an incident is held for."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.choosers import LongText
from airwars_desk.i18n import tr


class AskNotes(Frame):
    """One field of several lines; `needed` says what to write where it must not be empty."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, needed: str = "") -> None:
        super().__init__(parent, title, verb)
        self._needed = needed
        self.notes = LongText(lines=5)
        self.notes.setObjectName("notes")
        add_field(form(self.body), tr("Notes"), self.notes)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to write at once."""
        super().showEvent(event)
        self.notes.setFocus()

    def answer(self) -> str:
        """Return what was written."""
        return str(self.notes.value() or "").strip()

    def on_main(self) -> None:
        """Close only with what is needed."""
        if self._needed and not self.answer():
            self.say_problem(self._needed)
            self.notes.setFocus()
        else:
            self.accept()
