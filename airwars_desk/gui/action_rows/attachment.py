"""Rows of the table of actions: files attached to the incident at hand."""

from airwars_desk.gui.action import Action
from airwars_desk.gui.context import on_writable_incident
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="attachment.choose",
        title=N_("Attach files …"),
        also=N_("add a file picture photo video evidence"),
        run="attachment.choose_files",
        keys=("Ctrl+Alt+A",),
        menu="edit",
        when=on_writable_incident,
    ),
    Action(
        id="attachment.paste",
        title=N_("Attach what is on the clipboard"),
        run="attachment.paste_files",
        keys=("Ctrl+Alt+V",),
        menu="edit",
        when=on_writable_incident,
    ),
)
