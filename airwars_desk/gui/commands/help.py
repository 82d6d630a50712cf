"""The palette, the key sheet, the report of a mistake."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def all_commands(window: "Window") -> None:
    """Find a command, an incident, a place, a person, a source or a view, and go there."""
    from airwars_desk.gui import assembly
    from airwars_desk.gui.dialogs.commands import CommandList
    from airwars_desk.gui.views_control import show_incidents

    chosen = CommandList(window, window.context()).choose()
    if not chosen:
        return
    if isinstance(chosen, str):
        window.perform_id(chosen)
    elif chosen.kind == "view":
        show_incidents(window, chosen.other)
    else:
        assembly.open_uid(window, chosen.uid)


def show_keys(window: "Window") -> None:
    """Show every key."""
    from airwars_desk.gui.dialogs.keys import KeySheet

    KeySheet(window).exec()


def show_report(window: "Window") -> None:
    """Show the report of a mistake of the program, to be copied."""
    from airwars_desk.gui.dialogs.report import BugReport

    BugReport(window, window.bug).exec()
