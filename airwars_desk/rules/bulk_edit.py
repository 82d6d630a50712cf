"""Editing one field of many incidents: what the new value of each is. Pure."""

from dataclasses import dataclass
from typing import Any, Final

from airwars_desk.records.case import same

SET, ADD, REMOVE = "set", "add", "remove"

FIELDS: Final = (
    "state",
    "assignee",
    "tracked_belligerents",
    "targeted_belligerents",
    "region",
    "governorate",
    "countries",
    "conflicts",
    "strike_types",
    "strike_status",
    "civilian_harm_reported",
    "infrastructure_tags",
    "observations",
    "causes",
    "impacts",
)
"""Fields of an incident that can be edited in many at once. The province follows the region."""

STATES: Final = ("researching", "in_review")
"""States that can be set in many at once: returning says why, and deciding decides each alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One field, and what is done with it: `set` it, or `add` and `remove` terms of a list."""

    field: str
    mode: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What an edit does to one incident; `heads` are those of the record when it was read."""

    uid: str
    code: str
    place: str
    before: Any
    after: Any
    heads: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether it becomes another value."""
        return not same(self.before, self.after)


def edited(before: Any, edit: Edit) -> Any:
    """The value after an edit; None is unknown, and so is an empty list.

    >>> edited(["a", "b"], Edit(field="causes", mode="add", value=["b", "c"]))
    ['a', 'b', 'c']
    >>> edited(["a"], Edit(field="causes", mode="remove", value=["a"])) is None
    True
    """
    if edit.mode == ADD:
        known = list(before or [])
        return [*known, *(one for one in edit.value or [] if one not in known)] or None
    if edit.mode == REMOVE:
        gone = edit.value or []
        return [one for one in before or [] if one not in gone] or None
    return edit.value if edit.value not in ("", []) else None
