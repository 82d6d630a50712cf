"""Commands on the filters of the list and on saved views."""

from typing import TYPE_CHECKING

from airwars_desk.rules.query import Query

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def fold_facets(window: "Window") -> None:
    """Fold the filters beside the list, or unfold them."""
    if window.list is not None:
        window.list.page.fold_facets()


def show_all(window: "Window") -> None:
    """Take all filters and words out."""
    if window.list is not None:
        window.list.page.show_query(Query())


def go_to_views(window: "Window") -> None:
    """Put the cursor on the saved views."""
    window.shell.navigation.views.setFocus()


def save_view(window: "Window") -> None:
    """Save what the list shows as a view."""
    if window.list is not None:
        window.list.views.save()


def rename_view(window: "Window") -> None:
    """Rename the view the cursor is on."""
    if window.list is not None:
        window.list.views.rename(window.list.views.current())


def delete_view(window: "Window") -> None:
    """Take away the view the cursor is on."""
    if window.list is not None:
        window.list.views.delete(window.list.views.current())
