"""Rows of the table of actions: what belligerents declare, and areas."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="go.declared",
        title=N_("Declared strikes and claims"),
        run="declared.go_declared",
        keys=("Alt+8",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="tally.new",
        title=N_("New strike tally"),
        run="declared.new_tally",
        menu="edit",
        when=context.is_writable,
        group=3,
    ),
    Action(
        id="claim.new",
        title=N_("New claim of a belligerent"),
        run="declared.new_claim",
        menu="edit",
        when=context.is_writable,
        group=3,
    ),
    Action(
        id="tally.paste",
        title=N_("Paste a table of strikes"),
        run="declared.paste_table",
        menu="edit",
        when=context.is_writable,
        group=3,
    ),
    Action(
        id="claim.paste",
        title=N_("Paste a table of claims"),
        run="declared.paste_claims",
        menu="edit",
        when=context.is_writable,
        group=3,
    ),
    Action(
        id="areas.edit",
        title=N_("Areas …"),
        run="declared.edit_areas",
        menu="edit",
        when=context.is_open,
        group=3,
    ),
)
