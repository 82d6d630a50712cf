"""What the palette asks of the worker."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.operations.desk import Desk


def find(desk: "Desk", typed: str) -> list[Any]:
    """Return a few hits of each kind for what was typed."""
    from airwars_desk.operations.finding import find_anything

    return list(find_anything(desk, typed))
