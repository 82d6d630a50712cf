"""From the name an action gives to the function that does it; its module is loaded when used."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def command(name: str) -> "Callable[[Window], None]":
    """Return the function of `module.function` below `gui/commands/`."""
    module, _, function = name.partition(".")
    found: Callable[[Window], None] = getattr(
        import_module(f"airwars_desk.gui.commands.{module}"), function
    )
    return found
