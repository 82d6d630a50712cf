"""The key sheet: every action with its keys, by menu, from the table of actions."""

from PySide6.QtWidgets import QGridLayout, QWidget

from airwars_desk.gui.actions import ACTIONS, MENUS
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.menus import spelled
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.i18n import N_, tr

ON_PAGES = (
    (N_("Open the selected incident"), ("Enter",)),
    (N_("From the search box to the list"), ("Esc", "Down")),
    (N_("Source before, source after"), ("Alt+Up", "Alt+Down")),
    (N_("Tabs of the incident, first to last"), ("Ctrl+1", "Ctrl+8")),
    (N_("Edit a cell of the victims"), ("Enter",)),
    (N_("New victim, new family"), ("N", "Shift+N")),
    (N_("Remove the victim"), ("Del",)),
)


class KeySheet(Frame):
    """Two columns of actions."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Keys"), tr("Close"), width=760)
        self.cancel.setVisible(False)
        theme = getattr(parent, "theme", LIGHT)
        row = across(self.body, spacing=36)
        left, right = QWidget(), QWidget()
        columns = (down(left, spacing=14), down(right, spacing=14))
        for number, (place, title) in enumerate(MENUS.items()):
            lines = [
                (item.title, item.keys) for item in ACTIONS if item.menu == place and item.keys
            ]
            columns[number % 2].addWidget(_block(theme, tr(title), lines))
        columns[1].addWidget(_block(theme, tr("On the pages"), list(ON_PAGES)))
        for column in columns:
            column.addStretch(1)
        row.addWidget(left, 1)
        row.addWidget(right, 1)


def _block(theme: object, title: str, lines: list[tuple[str, tuple[str, ...]]]) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(title, kind="section"), 0, 0)
    for number, (text, keys) in enumerate(lines, 1):
        grid.addWidget(Label(tr(text)), number, 0)
        hints = QWidget()
        row = across(hints, spacing=4)
        row.addStretch(1)
        for key in keys:
            row.addWidget(KeyHint(theme, spelled(key)))  # type: ignore[arg-type]
        grid.addWidget(hints, number, 1)
    return block
