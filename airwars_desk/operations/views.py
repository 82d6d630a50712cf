"""Saved views: a search under a name, with its order and columns, for one person or everybody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from airwars_desk.errors import BadInput, NotFound, Refused
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.standalone import list_items, new_item, save_items
from airwars_desk.records.case import Item
from airwars_desk.rules.query import SORTABLE
from airwars_desk.rules.query_parse import parse
from airwars_desk.store import lists
from airwars_desk.store.query_names import names_of

OPERATION = "save_views"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A saved view; `columns` are keys, empty for those of every list."""

    uid: str
    name: str
    query: str = ""
    sort: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    is_mine: bool = False


def list_views(desk: Desk) -> list[View]:
    """The views that the person at work sees, in their order."""
    items = [
        item
        for item in list_items(desk, "saved_view")
        if item.values.get("person") in (None, desk.person)
    ]
    items.sort(key=lambda item: (item.values.get("position") or 0, item.uid))
    return [_view(item) for item in items]


def count_view(desk: Desk, view: View) -> int | None:
    """How many incidents a view holds now; None where its search can be read no more."""
    try:
        query = parse(view.query)
        with desk.store.reading() as connection:
            resolved = names_of(connection, desk.person, query).resolve(query)
            return lists.count_rows(connection, resolved)
    except BadInput:
        return None


def save_view(desk: Desk, view: View) -> Change:
    """Save a view: a new one without `uid`, else the one it names.

    Raises:
        Refused: no name, a name that another view has, a search that cannot be read.
    """
    name = " ".join(view.name.split())
    if not name:
        raise BadInput(tr("A view needs a name."), tr("Give it one."))
    known = list_views(desk)
    if any(one.name.casefold() == name.casefold() and one.uid != view.uid for one in known):
        raise Refused(
            "exists",
            tr("A view is called “{name}” already.").format(name=name),
            tr("Choose another name."),
        )
    values: dict[str, Any] = {
        "name": name,
        "query": str(parse(view.query)),
        "sort": [list(pair) for pair in view.sort] or None,
        "columns": list(view.columns) or None,
        "person": desk.person if view.is_mine else None,
    }
    if view.uid:
        item = _item(desk, view.uid)
        item.values = {**item.values, **values}
    else:
        item = new_item("saved_view", **values, position=_last(desk) + 1)
    return save_items(desk, OPERATION, [item])


def rename_view(desk: Desk, uid: str, name: str) -> Change:
    """Give a view another name."""
    return save_view(desk, replace(_view(_item(desk, uid)), name=name))


def delete_view(desk: Desk, uid: str) -> Change:
    """Take a view away; undo brings it back."""
    item = _item(desk, uid)
    item.is_live = False
    return save_items(desk, OPERATION, [item])


def _view(item: Item) -> View:
    values = item.values
    return View(
        uid=item.uid,
        name=values.get("name") or tr("no name"),
        query=values.get("query") or "",
        sort=_sort(values.get("sort") or ()),
        columns=tuple(map(str, values.get("columns") or ())),
        is_mine=values.get("person") is not None,
    )


def _sort(stored: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    """The order as a list takes it; a column this version does not know is left out."""
    pairs = [tuple(map(str, pair)) for pair in stored if isinstance(pair, list)]
    return tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2 and pair[0] in SORTABLE)


def _item(desk: Desk, uid: str) -> Item:
    for item in list_items(desk, "saved_view"):
        if item.uid == uid:
            return item
    raise NotFound(tr("The view is there no more."))


def _last(desk: Desk) -> int:
    items = list_items(desk, "saved_view")
    return max((item.values.get("position") or 0 for item in items), default=0)
