"""What the list asks of the operations, each a function for the worker: desk in, values out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airwars_desk.operations.browse import Found
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk
    from airwars_desk.operations.views import View

Sort = tuple[tuple[str, str], ...]
Facets = dict[str, dict[str, int]]


def listing(desk: "Desk", text: str, sort: Sort) -> "Found":
    """Return the incidents that match, in their order, and what was asked."""
    from airwars_desk.operations.browse import find
    from airwars_desk.rules.query import Listing

    return find(desk, Listing(text=text, sort=sort))


def facets(desk: "Desk", text: str) -> Facets:
    """Return how many incidents have which value."""
    from airwars_desk.operations.browse import facets as counted

    return counted(desk, text)


def views(desk: "Desk") -> "list[View]":
    """Return the saved views, not counted yet."""
    from airwars_desk.operations.views import list_views

    return list_views(desk)


def view_counts(desk: "Desk", views: "Sequence[View]") -> dict[str, int | None]:
    """Return how many incidents each view holds, by its uid."""
    from airwars_desk.operations.views import count_view

    return {view.uid: count_view(desk, view) for view in views}


def save_view(
    desk: "Desk", name: str, query: str, sort: Sort, columns: tuple[str, ...], *, is_mine: bool
) -> "Change":
    """Save a new view."""
    from airwars_desk.operations.views import View
    from airwars_desk.operations.views import save_view as save

    view = View(uid="", name=name, query=query, sort=sort, columns=columns, is_mine=is_mine)
    return save(desk, view)


def rename_view(desk: "Desk", uid: str, name: str) -> "Change":
    """Give a view another name."""
    from airwars_desk.operations.views import rename_view as rename

    return rename(desk, uid, name)


def delete_view(desk: "Desk", uid: str) -> "Change":
    """Take a view away."""
    from airwars_desk.operations.views import delete_view as delete

    return delete(desk, uid)
