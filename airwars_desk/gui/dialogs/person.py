"""Asks who works in a casebook nobody is known in."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.i18n import tr


class AskPerson(Frame):
    """One field."""

    def __init__(self, parent: QWidget | None, casebook: str) -> None:
        title = tr("Who works in {name}?").format(name=casebook)
        super().__init__(parent, title, tr("Open"))
        self.person = TextBox()
        self.person.setObjectName("person")
        add_field(form(self.body), tr("Your name"), self.person)

    def answer(self) -> str:
        """Return the name."""
        return str(self.person.value() or "").strip()

    def on_main(self) -> None:
        """Close only with a name."""
        if self.answer():
            self.accept()
        else:
            self.say_problem(tr("Give your name: every change is signed with it."))
