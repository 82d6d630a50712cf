"""The columns of the list on the screen: how wide, where they stand, what their cells show."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from airwars_desk.gui.text import UNKNOWN, day, number, span
from airwars_desk.gui.theme import letter_of
from airwars_desk.gui.widgets.cells import CENTRE, EMPTY, LEAD, TRAIL, Cell, Column
from airwars_desk.i18n import N_, tr
from airwars_desk.rules.list_columns import COLUMNS, ListColumn, Shape, known, names_of

Names = Mapping[str, str]

STATES = {
    "researching": N_("Researching"),
    "in_review": N_("In review"),
    "returned": N_("Returned"),
    "decided": N_("Decided"),
}
#: key -> width in pixels (0 = shares what is left), share
_WIDTHS: dict[str, tuple[int, int]] = {
    "code": (122, 1),
    "date_start": (102, 1),
    "place": (0, 5),
    "place_local": (0, 4),
    "province": (0, 3),
    "killed_max": (76, 1),
    "injured_max": (72, 1),
    "decided_killed_max": (112, 1),
    "decided_injured_max": (116, 1),
    "grade": (54, 1),
    "belligerents": (0, 5),
    "sources": (84, 1),
    "named": (116, 1),
    "state": (142, 1),
    "decided_at": (102, 1),
    "assignee": (0, 3),
    "checks": (62, 1),
    "conflicts": (72, 1),
}
_ALIGN = {Shape.RANGE: TRAIL, Shape.PAIR: TRAIL, Shape.COUNT: TRAIL, Shape.GRADE: CENTRE}


def columns_of(keys: Iterable[str]) -> tuple[Column, ...]:
    """Return columns by their keys, in this order; the usual ones for none."""
    return tuple(_column(COLUMNS[key]) for key in known(keys))


def cells_of(row: Any, keys: Iterable[str] = (), names: Names | None = None) -> tuple[Cell, ...]:
    """Return the cells of one listing row; empty ones for an incident that is gone.

    `names` gives names of people and labels of terms, which are stored by uid.
    """
    columns = [COLUMNS[key] for key in known(keys)]
    if row is None:
        return (EMPTY,) * len(columns)
    return tuple(_MAKERS[column.shape](row, column, names or {}) for column in columns)


def belligerents(value: str | None) -> str:
    """Return the names of belligerents as one text."""
    return " · ".join(names_of(value))


def _column(column: ListColumn) -> Column:
    width, share = _WIDTHS[column.key]
    align = _ALIGN.get(column.shape, LEAD)
    return Column(tr(column.title), width, align, key=column.key, share=share)


def _text(row: Any, column: ListColumn, _names: Names) -> Cell:
    value = getattr(row, column.fields[0])
    if column.key == "code":
        return Cell(value or UNKNOWN, weight=500)
    if not value:
        return Cell(UNKNOWN, ink="ink3")
    return Cell(str(value), ink="ink" if column.key == "place" else "ink2")


def _day(row: Any, column: ListColumn, _names: Names) -> Cell:
    value = getattr(row, column.fields[0])
    return Cell(day(value), ink="ink2" if value else "ink3")


def _range(row: Any, column: ListColumn, _names: Names) -> Cell:
    low, high = (getattr(row, name) for name in column.fields)
    unknown = low is None and high is None
    decided = column.key.startswith("decided")
    return Cell(span(low, high), ink="ink3" if unknown else "ink2" if decided else "ink")


def _grade(row: Any, column: ListColumn, _names: Names) -> Cell:
    return Cell(tag=letter_of(getattr(row, column.fields[0])))


def _names(row: Any, column: ListColumn, _names: Names) -> Cell:
    text = belligerents(getattr(row, column.fields[0]))
    return Cell(text, ink="ink2") if text else Cell(UNKNOWN, ink="ink3")


def _pair(row: Any, column: ListColumn, _names: Names) -> Cell:
    first, second = (getattr(row, name) for name in column.fields)
    return Cell(f"{number(first)} / {number(second)}", ink="ink2")


def _state(row: Any, column: ListColumn, names: Names) -> Cell:
    state = STATES.get(getattr(row, column.fields[0]) or "", "")
    ink = "warn" if row.state == "returned" else "ink2" if row.is_decided else "ink"
    return Cell(tr(state) if state else UNKNOWN, ink=ink, more=_state_detail(row, names))


def _state_detail(row: Any, names: Names) -> str:
    if row.state == "decided" or row.is_decided:
        return day(row.decided_at) if row.decided_at else ""
    return names.get(row.assignee or "", row.assignee or "")


def _named(row: Any, column: ListColumn, names: Names) -> Cell:
    value = getattr(row, column.fields[0])
    return Cell(names.get(value, value), ink="ink2") if value else Cell(UNKNOWN, ink="ink3")


def _count(row: Any, column: ListColumn, _names: Names) -> Cell:
    value = getattr(row, column.fields[0])
    return Cell(str(value) if value else "", ink="warn", weight=500)


_MAKERS: dict[Shape, Callable[[Any, ListColumn, Names], Cell]] = {
    Shape.TEXT: _text,
    Shape.DAY: _day,
    Shape.RANGE: _range,
    Shape.GRADE: _grade,
    Shape.NAMES: _names,
    Shape.PAIR: _pair,
    Shape.STATE: _state,
    Shape.PERSON: _named,
    Shape.TERM: _named,
    Shape.COUNT: _count,
}
