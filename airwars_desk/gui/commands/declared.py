"""Commands on declared strikes, claims and areas."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from airwars_desk.gui.pages.declared import DeclaredPage
    from airwars_desk.gui.window import Window


def go_declared(window: "Window") -> None:
    """Show declared strikes and claims."""
    window.show_page("declared")


def new_tally(window: "Window") -> None:
    """Begin a tally of strikes."""
    _page(window).add("strike_tally")


def new_claim(window: "Window") -> None:
    """Begin a claim of a belligerent."""
    _page(window).add("belligerent_claim")


def paste_table(window: "Window") -> None:
    """Open the pane in which a table of strikes is pasted."""
    _page(window).show_paste("strike_tally")


def paste_claims(window: "Window") -> None:
    """Open the pane in which a table of claims is pasted."""
    _page(window).show_paste("belligerent_claim")


def edit_areas(window: "Window") -> None:
    """Show the areas and edit them."""
    from airwars_desk.gui.dialogs.areas import AreasDialog

    AreasDialog(window, window.runner, writable=window.context().is_writable).exec()


def _page(window: "Window") -> "DeclaredPage":
    if window.page != "declared":
        window.show_page("declared")
    return cast("DeclaredPage", window.pages["declared"])
