"""Rows of the table of actions: the history of the casebook."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="history.undo",
        title=N_("Undo the selected change …"),
        run="history.undo_selected",
        menu="edit",
        when=context.on_writable_history,
        group=3,
    ),
    Action(
        id="history.redo",
        title=N_("Do the undone change again"),
        run="history.redo_selected",
        menu="edit",
        when=context.on_writable_history,
        group=3,
    ),
    Action(
        id="history.mark",
        title=N_("Mark the first of two moments"),
        run="history.mark_first",
        menu="edit",
        when=context.on_history,
        group=3,
    ),
    Action(
        id="history.compare",
        title=N_("Difference to the selected change"),
        run="history.compare",
        menu="edit",
        when=context.on_history,
        group=3,
    ),
    Action(
        id="history.times",
        title=N_("Difference between two times …"),
        run="history.compare_times",
        menu="edit",
        when=context.on_history,
        group=3,
    ),
)
