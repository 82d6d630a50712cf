"""Commands on files attached to the incident at hand."""

from typing import TYPE_CHECKING

from airwars_desk.gui.attachment_control import control_of

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def choose_files(window: "Window") -> None:
    """Ask for files and attach them to what the cursor is on."""
    control = control_of(window.incident.page) if window.incident is not None else None
    if control is not None:
        control.choose(control.source_at_cursor())


def paste_files(window: "Window") -> None:
    """Attach what is on the clipboard to what the cursor is on."""
    control = control_of(window.incident.page) if window.incident is not None else None
    if control is not None:
        control.paste(control.source_at_cursor())
