"""The columns a list of incidents can have, one table for screen, print and CSV. Pure.

To add one: a line in `_ALL`, its width in `gui/columns.py`, and, where its key is no column of the
`listing` table yet, that column; a test compares keys with `SORTABLE`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from airwars_desk.i18n import N_


class Shape(StrEnum):
    """What a column holds, and so how it is shown and written."""

    TEXT = "text"
    DAY = "day"
    RANGE = "range"
    GRADE = "grade"
    NAMES = "names"
    PAIR = "pair"
    COUNT = "count"
    STATE = "state"
    PERSON = "person"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: `key` is what the list is sorted by, `fields` what it shows of a listing row."""

    key: str
    title: str
    shape: Shape
    fields: tuple[str, ...]
    parts: tuple[str, ...] = ()
    """Titles of the two columns that a pair becomes in CSV."""


_ALL: Final = (
    ListColumn("code", N_("Code"), Shape.TEXT, ("code",)),
    ListColumn("date_start", N_("Date"), Shape.DAY, ("date_start",)),
    ListColumn("place", N_("Place"), Shape.TEXT, ("place",)),
    ListColumn("place_local", N_("Place, Arabic"), Shape.TEXT, ("place_local",)),
    ListColumn("province", N_("Province"), Shape.TERM, ("province",)),
    ListColumn("killed_max", N_("Killed"), Shape.RANGE, ("killed_min", "killed_max")),
    ListColumn("injured_max", N_("Injured"), Shape.RANGE, ("injured_min", "injured_max")),
    ListColumn(
        "decided_killed_max",
        N_("Killed, decided"),
        Shape.RANGE,
        ("decided_killed_min", "decided_killed_max"),
    ),
    ListColumn(
        "decided_injured_max",
        N_("Injured, decided"),
        Shape.RANGE,
        ("decided_injured_min", "decided_injured_max"),
    ),
    ListColumn("grade", N_("Grade"), Shape.GRADE, ("grade",)),
    ListColumn("belligerents", N_("Alleged"), Shape.NAMES, ("belligerents",)),
    ListColumn(
        "sources",
        N_("Src / orig."),
        Shape.PAIR,
        ("sources", "origins"),
        (N_("Sources"), N_("Origins")),
    ),
    ListColumn(
        "named",
        N_("Named / victims"),
        Shape.PAIR,
        ("named", "victims"),
        (N_("Named"), N_("Victims")),
    ),
    ListColumn("state", N_("State"), Shape.STATE, ("state",)),
    ListColumn("decided_at", N_("Decided"), Shape.DAY, ("decided_at",)),
    ListColumn("assignee", N_("Assigned to"), Shape.PERSON, ("assignee",)),
    ListColumn("checks", N_("Checks"), Shape.COUNT, ("checks",)),
    ListColumn("conflicts", N_("Conflicts"), Shape.COUNT, ("conflicts",)),
)
COLUMNS: Final[dict[str, ListColumn]] = {column.key: column for column in _ALL}
USUAL: Final = (
    "code",
    "date_start",
    "place",
    "place_local",
    "killed_max",
    "injured_max",
    "grade",
    "belligerents",
    "sources",
    "state",
    "checks",
)


def known(keys: Iterable[Any]) -> tuple[str, ...]:
    """The keys that name a column, each once; the usual ones where none does.

    >>> known(["code", "nonsense", "grade", "code"]), known([]) == USUAL
    (('code', 'grade'), True)
    """
    return tuple(dict.fromkeys(key for key in keys if key in COLUMNS)) or USUAL


def names_of(value: str | None) -> list[str]:
    """The names that the listing keeps joined by line feeds."""
    return [part for part in (value or "").split("\n") if part]
