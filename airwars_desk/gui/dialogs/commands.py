"""The palette: one box for commands, codes, places, victims, sources and saved views.

Commands come from the table of actions at once; the rest is asked of the worker after a pause in
typing, and an answer that comes too late is dropped. What is typed and found is never logged.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from airwars_desk.gui import finding_requests, fonts
from airwars_desk.gui.action import Action
from airwars_desk.gui.actions import ACTIONS
from airwars_desk.gui.context import Context
from airwars_desk.gui.dialogs.enter_once import EnterOnce
from airwars_desk.gui.menus import shown_key
from airwars_desk.gui.text import day
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import N_, tr

PAUSE_MS = 60
SIZE = (600, 480)
GROUPS = {
    "code": N_("Incidents by code"),
    "place": N_("Places"),
    "victim": N_("People harmed"),
    "source": N_("Sources"),
    "view": N_("Saved views"),
}
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandList(QDialog):
    """Lists what can be done and gone to now, narrowed by what is typed; Enter takes a row."""

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Go to anything"))
        self.setFixedSize(*SIZE)
        self._runner = getattr(parent, "runner", None)
        self._finds = context.is_open and self._runner is not None
        self._possible = [item for item in ACTIONS if item.is_possible(context)]
        self._hits: Sequence[Any] = ()
        self._takes_first = False  # Enter was pressed before anything was found
        self.field = QLineEdit()
        self.field.setFont(fonts.font("body"))
        title = tr("Command, code, place, name, source or saved view")
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        theme = getattr(parent, "theme", LIGHT)
        self.table, self.model = cell_table(theme, (Column(""), Column("", 190, TRAIL)))
        self.table.horizontalHeader().setVisible(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._says = Label(ink="ink2")
        self._room = QWidget()  # where the rows would be
        column = down(self, margins=(12, 12, 12, 12), spacing=8)
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        column.addWidget(self._says)
        column.addWidget(self._room, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.table.opened.connect(lambda _row: self._take())
        self._show()

    def done(self, result: int) -> None:
        """Close; an Enter that was struck twice does nothing more."""
        super().done(result)
        if result:
            EnterOnce(self)

    def choose(self) -> Any:
        """Ask, and return the id of the action or the hit chosen, "" for none."""
        return self.chosen() if self.exec() else ""

    def chosen(self) -> Any:
        """Return the id of the action, or the hit, at the cursor; "" for none."""
        return self.model.key(self.table.currentIndex().row()) or ""

    def current(self) -> str:
        """Return the id of the action at the cursor, "" for none."""
        chosen = self.chosen()
        return chosen if isinstance(chosen, str) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the cursor stays in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        """Move to a row that can be taken; titles of groups are stepped over."""
        rows = [row for row in range(self.model.rowCount()) if self.model.key(row)]
        now = self.table.currentIndex().row()
        if rows:
            at = rows.index(now) if now in rows else 0
            self.table.selectRow(rows[max(0, min(len(rows) - 1, at + by))])
            if at + by <= 0:
                self.table.scrollToTop()

    def _on_typed(self, _typed: str) -> None:
        self._hits = ()
        self._takes_first = False
        self._show()
        if self._finds and self.field.text().strip():
            self._pause.start()
            self._says.set_text(tr("Searching …"))
        else:
            self._pause.stop()

    def _ask(self) -> None:
        typed = self.field.text()
        if self._runner is not None:
            self._runner.run(
                partial(finding_requests.find, typed=typed),
                partial(self._on_found, typed),
                failed=lambda _refused: self._on_found(typed, ()),
                lane="palette",
                owner=self,
            )

    def _on_found(self, typed: str, hits: Sequence[Any]) -> None:
        if typed != self.field.text():
            return
        self._hits = hits
        self._show(self.chosen())
        if self._takes_first and self.chosen():
            self.accept()

    def _take(self) -> None:
        """Take the row at the cursor; while nothing is found yet, the first that will be."""
        if self.chosen():
            self.accept()
        elif self._finds and self.field.text().strip():
            self._takes_first = True
            self._pause.stop()
            self._ask()

    def _show(self, kept: Any = "") -> None:
        rows: list[tuple[Cell, ...]] = []
        keys: list[Any] = []
        commands = self._commands()
        if commands and self._hits:
            rows.append(_title(tr("Commands")))
            keys.append(None)
        for item in commands:
            rows.append((Cell(tr(item.title)), Cell(shown_key(item), ink="ink3")))
            keys.append(item.id)
        for kind, title in GROUPS.items():
            found = [hit for hit in self._hits if hit.kind == kind]
            if found:
                rows.append(_title(tr(title)))
                keys.append(None)
            for hit in found:
                rows.append(_row(hit))
                keys.append(hit)
        self.model.set_rows(rows, keys)
        self.table.setVisible(bool(rows))
        self._room.setVisible(not rows)
        first = next((row for row, key in enumerate(keys) if key), -1)
        at = self.model.row_of(kept) if kept else first
        if at >= 0:
            self.table.selectRow(at)
        self._says.set_text("" if first >= 0 else tr("Nothing is found."))

    def _commands(self) -> list[Action]:
        wanted = self.field.text().casefold().split()
        return [item for item in self._possible if all(word in _words(item) for word in wanted)]


def _words(item: Action) -> str:
    """What an action is found by: its title, and other words for it."""
    return f"{tr(item.title)} {tr(item.also) if item.also else ''}".casefold()


def _title(text: str) -> tuple[Cell, ...]:
    return (Cell(text, ink="ink2", weight=600, size=12, ground="side"), Cell(ground="side"))


def _row(hit: Any) -> tuple[Cell, ...]:
    if hit.kind == "view":
        return (Cell(hit.label, more=hit.other), Cell())
    beside = hit.code if hit.code != hit.label else ""
    when = day(hit.date) if hit.date else ""
    return (
        Cell(hit.label, weight=500, more=hit.other),
        Cell(" · ".join(part for part in (beside, when) if part), ink="ink3"),
    )
