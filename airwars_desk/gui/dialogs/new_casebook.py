"""New casebook: its name, the folder it lies in, who works in it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import button
from airwars_desk.i18n import tr

ENDING = ".casebook"
FORBIDDEN = set('/\\:*?"<>|')


class RoleHint(Paragraph):
    """Says below the role what it means to begin a casebook in it."""

    def __init__(self, role: Chooser) -> None:
        super().__init__(kind="hint")
        self._role = role
        role.currentIndexChanged.connect(lambda _index: self.renew())
        self.renew()

    def renew(self) -> None:
        """Say it of the role chosen now."""
        if self._role.value() == "researcher":
            text = tr(
                "Researchers enter and assess; only a supervisor decides. Until this casebook has"
                " one, anybody in it can become supervisor, in its settings."
            )
        else:
            text = tr("Supervisors also decide, and set the casebook's rules, people and roles.")
        self.set_text(text)


class NewCasebook(Frame):
    """Asks; the casebook is made by the worker."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("New casebook"), tr("Make the casebook"))
        self.name = TextBox()
        self.folder = TextBox()
        self.folder.set_value(str(Path.home()))
        self.person = TextBox()
        self.role = Chooser([(key, choice_label(key)) for key in ("supervisor", "researcher")])
        self.role.require()
        self.role.set_value("supervisor")
        choose = button(tr("Choose"))
        choose.clicked.connect(self._choose)
        grid = form(self.body)
        add_field(grid, tr("Name"), self.name)
        add_field(grid, tr("Folder"), self.folder, choose)
        add_field(grid, tr("Your name"), self.person)
        add_field(grid, tr("Role"), self.role)
        grid.addWidget(RoleHint(self.role), grid.rowCount(), 1)
        self.name.setObjectName("name")
        self.folder.setObjectName("folder")
        self.person.setObjectName("person")

    def answer(self) -> tuple[Path, str, str]:
        """Return path, person and role."""
        name = str(self.name.value() or "").strip().removesuffix(ENDING)
        path = Path(str(self.folder.value() or "")).expanduser() / f"{name}{ENDING}"
        return path, str(self.person.value() or "").strip(), str(self.role.value() or "researcher")

    def on_main(self) -> None:
        """Close only with a name, a folder and a person."""
        name = str(self.name.value() or "").strip()
        if not name or FORBIDDEN & set(name):
            self.say_problem(tr("Give the casebook a name without signs such as / or :."))
            self.name.setFocus()
        elif not str(self.person.value() or "").strip():
            self.say_problem(tr("Give your name: every change is signed with it."))
            self.person.setFocus()
        else:
            self.accept()

    def _choose(self) -> None:
        chosen = ask.folder(self, tr("Folder for the casebook"), str(self.folder.value() or ""))
        if chosen is not None:
            self.folder.set_value(str(chosen))
