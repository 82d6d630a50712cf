"""The first time: who works here, where the casebook lies; a new one, or the sample."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from airwars_desk.gui.dialogs.frame import add_field, form
from airwars_desk.gui.dialogs.new_casebook import ENDING, FORBIDDEN, RoleHint
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.i18n import tr

WIDTH = 560
FOLDER = "Airwars Desk"


class FirstRun(QWidget):
    """Asks for a name, a role and a folder. `made_wanted(path, person, role)`."""

    made_wanted = Signal(Path, str, str)
    sample_wanted = Signal()
    folder_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(WIDTH)
        self.person = TextBox()
        self.role = Chooser([(key, choice_label(key)) for key in ("supervisor", "researcher")])
        self.role.require()
        self.role.set_value("supervisor")
        self.name = TextBox()
        self.name.set_value(tr("Casebook"))
        self.folder = TextBox()
        self.folder.set_value(str(usual_folder()))
        self._problem = Paragraph(ink="error")
        self._problem.setVisible(False)
        self.make_button = button(tr("New casebook"), main=True, key="Enter")
        self.sample_button = button(tr("Open the sample"))
        choose = button(tr("Choose"))
        choose.clicked.connect(lambda: self.folder_wanted.emit(str(self.folder.value() or "")))
        self.make_button.clicked.connect(self._make)
        self.sample_button.clicked.connect(self.sample_wanted)
        for field, key in (
            (self.person, "person"),
            (self.role, "role"),
            (self.name, "name"),
            (self.folder, "folder"),
        ):
            field.setObjectName(key)
        column = down(self, spacing=12)
        body = QWidget()
        grid = form(body)
        add_field(grid, tr("Your name"), self.person)
        add_field(grid, tr("Role"), self.role)
        grid.addWidget(RoleHint(self.role), grid.rowCount(), 1)
        add_field(grid, tr("Casebook"), self.name)
        add_field(grid, tr("Folder"), self.folder, choose)
        column.addWidget(body)
        column.addWidget(self._problem)
        row = QWidget()
        line = across(row, spacing=10)
        line.addWidget(self.make_button)
        line.addWidget(self.sample_button)
        line.addStretch(1)
        column.addWidget(row)
        hint = tr(
            "The sample is a casebook of invented incidents: nothing and nobody in it is real."
            " Every change you make is signed with your name. Nothing leaves this device."
        )
        column.addWidget(Paragraph(hint, kind="hint"))

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self.person.setFocus()

    def say_problem(self, text: str) -> None:
        """Say what stands in the way, "" for nothing; it stays until it is solved."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    @property
    def problem(self) -> str:
        """What stands in the way."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field makes the casebook; on a button it does what the button says."""
        if event.text() in ("\r", "\n"):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self._make()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        person = " ".join(str(self.person.value() or "").split())
        name = str(self.name.value() or "").strip().removesuffix(ENDING)
        folder = str(self.folder.value() or "").strip()
        if not person:
            self.say_problem(tr("Give your name: every change is signed with it."))
            self.person.setFocus()
        elif not name or FORBIDDEN & set(name):
            self.say_problem(tr("Give the casebook a name without signs such as / or :."))
            self.name.setFocus()
        elif not folder:
            self.say_problem(tr("Name the folder the casebook is to lie in."))
            self.folder.setFocus()
        else:
            self.say_problem("")
            path = Path(folder).expanduser() / f"{name}{ENDING}"
            self.made_wanted.emit(path, person, str(self.role.value()))


def usual_folder() -> Path:
    """Return the folder casebooks usually lie in: below the documents. Looks at no disk."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    documents = QStandardPaths.writableLocation(where) or str(Path.home())
    return Path(documents) / FOLDER
