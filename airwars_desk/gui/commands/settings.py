"""Commands on settings and people."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def go_settings(window: "Window") -> None:
    """Show the settings."""
    window.show_page("settings")


def turn_theme(window: "Window") -> None:
    """Turn the light theme into the dark one, or back, and keep it."""
    from airwars_desk.gui import preferences

    name = "light" if window.theme.name == "dark" else "dark"
    preferences.keep(window, {**window.preferences, "theme": name})


def add_person(window: "Window") -> None:
    """Ask for a name and a role, and add the person to the casebook."""
    from airwars_desk.gui import settings_requests
    from airwars_desk.gui.dialogs.role import PersonDialog

    dialog = PersonDialog(window)
    if dialog.exec():
        name, role = dialog.answer()
        window.runner.run(partial(settings_requests.admit, name=name, role=role))
