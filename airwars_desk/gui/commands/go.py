"""Commands that lead somewhere else."""

from typing import TYPE_CHECKING

from airwars_desk.gui import assembly

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def go_back(window: "Window") -> None:
    """Go back to the list; what is not saved stays on the page and as a draft."""
    window.leave_incident()
    window.show_page("incidents")
    if window.list is not None:
        window.list.page.table.setFocus()


def go_next(window: "Window") -> None:
    """Open the next incident of the list."""
    _step(window, 1)


def go_previous(window: "Window") -> None:
    """Open the incident before in the list."""
    _step(window, -1)


def _step(window: "Window", by: int) -> None:
    if window.list is None:
        return
    page = window.list.page
    position = page.table.currentIndex().row() + by
    if 0 <= position < len(page.model.ids):
        page.select(position)
        assembly.open_row(window, page.model.ids[position])


def go_incidents(window: "Window") -> None:
    """Show the list."""
    window.show_page("incidents")


def go_month(window: "Window") -> None:
    """Show the month."""
    window.show_page("month")


def go_history(window: "Window") -> None:
    """Show the history of the casebook."""
    window.show_page("history")


def next_pane(window: "Window") -> None:
    """Walk the panes of a page."""
    step = getattr(window.pages[window.page], "next_pane", None)
    if step is not None:
        step()
