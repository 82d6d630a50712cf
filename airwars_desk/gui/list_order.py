"""The order of the list: one column, or several, the most important first. Pure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from airwars_desk.rules.list_columns import COLUMNS, Shape

if TYPE_CHECKING:
    from airwars_desk.gui.widgets.table import Table

Sort = tuple[tuple[str, str], ...]
NEWEST_FIRST: Sort = (("date_start", "desc"),)
MOST = 4  # columns a list is sorted by; more say nothing
_RISING = (Shape.TEXT, Shape.NAMES, Shape.PERSON, Shape.TERM)


def sorted_by(now: Sort, key: str, *, adds: bool = False) -> Sort:
    """Return the order after a click on a column.

    The same column again turns its order round; `adds` keeps the others, and puts a new column
    behind them.

    >>> sorted_by((("date_start", "desc"),), "grade", adds=True)
    (('date_start', 'desc'), ('grade', 'desc'))
    >>> sorted_by((("date_start", "desc"), ("place", "asc")), "place", adds=True)
    (('date_start', 'desc'), ('place', 'desc'))
    >>> sorted_by((("date_start", "desc"), ("place", "asc")), "date_start")
    (('date_start', 'asc'),)
    """
    known = dict(now)
    if not adds:
        turned = now[0][0] == key
        return ((key, _other(now[0][1]) if turned else first_way(key)),)
    if key in known:
        return tuple((name, _other(way) if name == key else way) for name, way in now)
    return (*now[: MOST - 1], (key, first_way(key)))


def first_way(key: str) -> str:
    """Return the direction a column is first sorted in: names from A, numbers from the greatest."""
    return "asc" if COLUMNS[key].shape in _RISING else "desc"


def show_order(table: "Table", sort: Sequence[tuple[str, str]]) -> None:
    """Mark the sorted columns in the header of a table, and give the marks room."""
    table.head.orders = {key: (place, way == "desc") for place, (key, way) in enumerate(sort, 1)}
    table.head.viewport().update()
    table.lay_out()


def _other(way: str) -> str:
    return "asc" if way == "desc" else "desc"
