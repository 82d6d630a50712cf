"""Rows of the table of actions: filters of the list and saved views."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.gui.context import Context
from airwars_desk.i18n import N_


def can_save_view(now: Context) -> bool:
    """The list is shown and may be changed."""
    return context.is_writable(now) and context.on_incidents(now)


ROWS: tuple[Action, ...] = (
    Action(
        id="list.fold",
        title=N_("Fold or unfold the filters"),
        run="views.fold_facets",
        keys=("Ctrl+Shift+F",),
        menu="go",
        when=context.on_incidents,
        group=3,
    ),
    Action(
        id="list.all",
        title=N_("Show all incidents"),
        run="views.show_all",
        keys=("Ctrl+Shift+A",),
        menu="go",
        when=context.on_incidents,
        group=3,
    ),
    Action(
        id="view.go",
        title=N_("Saved views"),
        run="views.go_to_views",
        keys=("Ctrl+Shift+V",),
        menu="go",
        when=context.is_open,
        group=3,
    ),
    Action(
        id="view.save",
        title=N_("Save view …"),
        run="views.save_view",
        keys=("Ctrl+Shift+S",),
        menu="edit",
        when=can_save_view,
        group=1,
    ),
    Action(
        id="view.rename",
        title=N_("Rename the saved view …"),
        run="views.rename_view",
        menu="edit",
        when=context.is_writable,
        group=1,
    ),
    Action(
        id="view.delete",
        title=N_("Delete the saved view"),
        run="views.delete_view",
        menu="edit",
        when=context.is_writable,
        group=1,
    ),
)
