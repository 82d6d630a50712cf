"""A person of the casebook: a new one with name and role, or another role for a known one."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.label import Label
from airwars_desk.i18n import tr

ROLES = ("researcher", "supervisor")


class PersonDialog(Frame):
    """Asks for the name of a new person, or shows that of a known one, and for the role."""

    def __init__(self, parent: QWidget | None, name: str = "", role: str = "researcher") -> None:
        title = tr("Change the role") if name else tr("Add a person")
        super().__init__(parent, title, title)
        self._known = name
        self.name = TextBox()
        self.name.setObjectName("name")
        self.role = Chooser([(key, choice_label(key)) for key in ROLES])
        self.role.require()
        self.role.set_value(role if role in ROLES else "researcher")
        self.role.setObjectName("role")
        grid = form(self.body)
        add_field(grid, tr("Name"), Label(name) if name else self.name)
        add_field(grid, tr("Role"), self.role)
        if name:
            self.name.setParent(None)
            self.role.setFocus()

    def answer(self) -> tuple[str, str]:
        """Return name and role."""
        return self._known or str(self.name.value() or "").strip(), str(self.role.value())

    def on_main(self) -> None:
        """Close only with a name."""
        if self.answer()[0]:
            self.accept()
        else:
            self.say_problem(tr("Give a name."))
            self.name.setFocus()
