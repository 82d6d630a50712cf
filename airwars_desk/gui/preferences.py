"""Acts on what a person prefers on this device, and has the worker keep it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import look, settings_requests

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def keep(window: "Window", values: dict[str, Any]) -> None:
    """Use other preferences at once, and keep them."""
    use(window, values)
    window.runner.run_office(partial(settings_requests.keep_preferences, values=values))


def use(window: "Window", values: dict[str, Any]) -> None:
    """Use other preferences; scale and language wait for the next start."""
    window.preferences = dict(values)
    look.use_theme(window, str(values.get("theme") or look.SYSTEM))
    look.show_keys(shown=values.get("key_hints") is not False)
    page = window.pages.get("settings")
    shown = getattr(page, "show_preferences", None)
    if shown is not None:
        shown(values)


def export_folder(window: object) -> str:
    """Return the folder exports go to, the home folder where none was chosen. Pure."""
    told = getattr(window, "preferences", {}).get("export_folder")
    return str(told) if told else str(Path.home())
