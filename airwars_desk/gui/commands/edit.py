"""Undo, redo and search."""

from typing import TYPE_CHECKING

from airwars_desk.gui import assembly

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def undo(window: "Window") -> None:
    """Undo the newest change of this person."""
    if window.undo_id:
        assembly.undo(window, window.undo_id)


def redo(window: "Window") -> None:
    """Make the newest undone change again."""
    if window.redo_id:
        assembly.redo(window, window.redo_id)


def search(window: "Window") -> None:
    """Put the cursor into the search box of the list."""
    window.show_page("incidents")
    if window.list is not None:
        window.list.page.focus_search()
