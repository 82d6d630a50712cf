"""The frame of every dialog: title, body, what stands in the way, buttons that say verbs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QPushButton, QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui.dialogs.enter_once import ENTERS, EnterOnce
from airwars_desk.gui.theme import LABEL, MARGIN
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.i18n import tr


class Frame(QDialog):
    """A dialog with a body, an error line and buttons; Escape leaves it."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, *, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        column = down(self, margins=(MARGIN + 4, MARGIN, MARGIN + 4, MARGIN), spacing=14)
        column.addWidget(Label(title, kind="title"))
        self.body = QWidget()
        column.addWidget(self.body, 1)
        self.problem = Paragraph(ink="error")
        self.problem.setVisible(False)
        column.addWidget(self.problem)
        self.main = button(verb, main=True)
        self.main.setDefault(True)
        self.main.setAutoDefault(True)
        self.cancel = button(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.main.clicked.connect(self.on_main)
        self.cancel.clicked.connect(self.reject)
        row = QWidget()
        line = across(row, spacing=10)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.main)
        column.addWidget(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        for field in self.body.findChildren(QLineEdit):
            if field.isEnabled():
                field.setFocus()
                return
        self.main.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter presses the main button, from a text of several lines too."""
        if event.key() in ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.main.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close; an Enter that was struck twice, or is still held, does nothing more."""
        super().done(result)
        if result:
            EnterOnce(self)

    def on_main(self) -> None:
        """The main button was pressed."""
        self.accept()

    def say_problem(self, text: str) -> None:
        """Say what stands in the way, "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))
        self.adjustSize()

    def say_refused(self, refused: Refused) -> None:
        """Say what was refused and what to do next."""
        self.say_problem(f"{refused.sentence} {refused.hint}".strip())


def form(parent: QWidget) -> QGridLayout:
    """Return a grid for labels and fields."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, LABEL)
    grid.setColumnStretch(1, 1)
    return grid


def add_field(
    grid: QGridLayout, title: str, field: QWidget, beside: QPushButton | None = None
) -> None:
    """Add a labelled field to a grid, with a button beside it."""
    line = grid.rowCount()
    label = Label(title, ink="ink3")
    label.setBuddy(field)
    field.setAccessibleName(title)
    grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(field, line, 1)
    if beside is not None:
        beside.setAutoDefault(False)  # Enter in the field is for the main button
        grid.addWidget(beside, line, 2)
