"""Commands on the history of the casebook; the page knows which change is meant."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def undo_selected(window: "Window") -> None:
    """Undo the selected change, after showing what that would change."""
    _press(window, "undo")


def redo_selected(window: "Window") -> None:
    """Make the change again that the selected undo took back."""
    _press(window, "redo")


def mark_first(window: "Window") -> None:
    """Mark the selected change as the first of two moments."""
    _press(window, "mark")


def compare(window: "Window") -> None:
    """Show what differs between the first moment and the selected change."""
    _press(window, "compare")


def compare_times(window: "Window") -> None:
    """Show what differs between two times."""
    _press(window, "times")


def _press(window: "Window", what: str) -> None:
    pressed = getattr(window.pages.get("history"), "pressed", None)
    if pressed is not None:
        pressed.emit(what)
