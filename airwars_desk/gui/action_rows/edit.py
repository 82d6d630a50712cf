"""Rows of the table of actions: undo, redo, search."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="edit.undo",
        title=N_("Undo"),
        run="edit.undo",
        keys=("Ctrl+Z", "Ctrl+Alt+Z"),
        menu="edit",
        when=context.can_undo,
        group=1,
    ),
    Action(
        id="edit.redo",
        title=N_("Redo"),
        run="edit.redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Alt+Shift+Z"),
        menu="edit",
        when=context.can_redo,
        group=1,
    ),
    Action(
        id="list.search",
        title=N_("Search"),
        run="edit.search",
        keys=("/", "Ctrl+F"),
        menu="edit",
        when=context.is_open,
        group=2,
    ),
)
