"""What the history of the casebook asks of the worker."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk
    from airwars_desk.rules.moments import ChangesAsked, Moment


def found(desk: "Desk", asked: "ChangesAsked") -> "array[int]":
    """Return the rows of the changes asked for, newest first."""
    from airwars_desk.operations.moments import find_changes

    return find_changes(desk, asked)


def page(desk: "Desk", rows: Sequence[int]) -> list[Any]:
    """Return some changes, without their fields."""
    from airwars_desk.operations.moments import read_changes

    return list(read_changes(desk, rows))


def choices(desk: "Desk") -> tuple[list[Any], list[str]]:
    """Return the people of the casebook and the operations that occur in it."""
    from airwars_desk.operations.moments import used_operations
    from airwars_desk.operations.people import list_people

    return list_people(desk), used_operations(desk)


def fields(desk: "Desk", change: str, most: int) -> Any:
    """Return what a change did to its first records."""
    from airwars_desk.operations.moments import fields_of_change

    return fields_of_change(desk, change, most)


def preview(desk: "Desk", change: str, most: int) -> Any:
    """Return what undoing a change would change in its first records."""
    from airwars_desk.operations.moments import preview_undo

    return preview_undo(desk, change, most)


def difference(desk: "Desk", first: "Moment", second: "Moment", most: int) -> Any:
    """Return what differs between two moments, for the first records."""
    from airwars_desk.operations.moments import difference as compare

    return compare(desk, first, second, most=most)


def undo(desk: "Desk", change: str, *, report: Any = None) -> "Change":
    """Undo a change, telling how far it is."""
    from airwars_desk.operations.history import undo as void

    return void(desk, change, report)


def redo(desk: "Desk", change: str, *, report: Any = None) -> "Change":
    """Make an undone change again, telling how far it is."""
    from airwars_desk.operations.history import redo as void

    return void(desk, change, report)
