"""Rows of the table of actions: columns of the list, what is picked in it, and it on paper."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.gui.context import Context
from airwars_desk.i18n import N_


def can_edit_picked(now: Context) -> bool:
    """The list is shown, something is picked, and it may be changed."""
    return context.is_writable(now) and context.on_incidents(now) and now.has_incident


ROWS: tuple[Action, ...] = (
    Action(
        id="list.columns",
        title=N_("Columns and order …"),
        also=N_("sort show hide fields"),
        run="listing.choose_columns",
        keys=("Ctrl+Shift+K",),
        menu="go",
        when=context.on_incidents,
        group=3,
    ),
    Action(
        id="list.edit",
        title=N_("Edit selected incidents …"),
        run="listing.edit_picked",
        keys=("Ctrl+Shift+B",),
        menu="edit",
        when=can_edit_picked,
    ),
    Action(
        id="list.csv",
        title=N_("Write the list as CSV …"),
        run="listing.write_csv",
        menu="casebook",
        when=context.on_incidents,
        group=1,
    ),
    Action(
        id="list.pdf",
        title=N_("Write the list as PDF …"),
        run="listing.write_pdf",
        menu="casebook",
        when=context.on_incidents,
        group=1,
    ),
    Action(
        id="list.print",
        title=N_("Print the list …"),
        run="listing.print_list",
        keys=("Ctrl+P",),
        menu="casebook",
        when=context.on_incidents,
        group=1,
    ),
)
