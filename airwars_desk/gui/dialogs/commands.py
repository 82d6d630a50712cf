"""All commands: type a part of a name, Enter does it. A view of the table of actions."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.action import Action
from airwars_desk.gui.actions import ACTIONS
from airwars_desk.gui.context import Context
from airwars_desk.gui.menus import shown_key
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.panes import down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import tr


class CommandList(QDialog):
    """Lists what can be done now, narrowed by what is typed."""

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All commands"))
        self.setFixedSize(460, 420)
        self._possible = [item for item in ACTIONS if item.is_possible(context)]
        self.field = QLineEdit()
        self.field.setFont(fonts.font("body"))
        self.field.setPlaceholderText(tr("Name of a command"))
        self.field.setAccessibleName(tr("Name of a command"))
        theme = getattr(parent, "theme", LIGHT)
        self.table, self.model = cell_table(
            theme, (Column(tr("Command")), Column(tr("Key"), 110, TRAIL))
        )
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = down(self, margins=(12, 12, 12, 12), spacing=8)
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self.accept)
        self.field.installEventFilter(self)
        self.table.opened.connect(lambda _row: self.accept())
        self._show("")

    def choose(self) -> str:
        """Ask, and return the id of the action chosen, "" for none."""
        return self.current() if self.exec() else ""

    def current(self) -> str:
        """Return the id of the action at the cursor."""
        return str(self.model.key(self.table.currentIndex().row()) or "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the cursor stays in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.table.currentIndex().row() + step
                if 0 <= row < self.model.rowCount():
                    self.table.selectRow(row)
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown: list[Action] = [
            item
            for item in self._possible
            if all(word in tr(item.title).casefold() for word in wanted)
        ]
        self.model.set_rows(
            [(Cell(tr(item.title)), Cell(shown_key(item), ink="ink3")) for item in shown],
            [item.id for item in shown],
        )
        if shown:
            self.table.selectRow(0)
