"""Rows of the table of actions: files attached to the incident at hand."""

from airwars_desk.gui.action import Action
from airwars_desk.gui.context import Context, is_writable, on_incident
from airwars_desk.i18n import N_


def can_attach(now: Context) -> bool:
    """An incident is shown and may be changed."""
    return is_writable(now) and on_incident(now)


ROWS: tuple[Action, ...] = (
    Action(
        id="attachment.choose",
        title=N_("Attach files …"),
        also=N_("add a file picture photo video evidence"),
        run="attachment.choose_files",
        keys=("Ctrl+Alt+A",),
        menu="edit",
        when=can_attach,
    ),
    Action(
        id="attachment.paste",
        title=N_("Attach what is on the clipboard"),
        run="attachment.paste_files",
        keys=("Ctrl+Alt+V",),
        menu="edit",
        when=can_attach,
    ),
)
