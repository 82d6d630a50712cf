"""What the month page asks of operations; each function runs on the worker, as in `requests`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.gui.month_queries import Asked
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk
    from airwars_desk.records.case import Item


def month(desk: "Desk", asked: "Asked") -> dict[str, Any]:
    """Return all that the page of a month shows."""
    from airwars_desk.operations.month import month_view
    from airwars_desk.rules.filters import Filters

    filters = Filters(
        belligerents=asked.belligerents,
        countries=asked.countries,
        provinces=asked.provinces,
        places=asked.places,
        likely=asked.likely,
        state=asked.state,
    )
    return month_view(desk, filters, asked.month, asked.harm)


def places(desk: "Desk") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the areas and the places that the sentence offers."""
    from airwars_desk.operations.areas import area_names, place_names

    return area_names(desk), place_names(desk)


def gaps(desk: "Desk") -> "list[Item]":
    """Return the months not monitored, as records to be edited."""
    from airwars_desk.operations.standalone import list_items

    return list_items(desk, "monitoring_gap")


def save_gaps(desk: "Desk", items: "Sequence[Item]") -> "Change":
    """Save the months not monitored that were added, edited or taken away."""
    from airwars_desk.operations.standalone import save_items

    return save_items(desk, "save_gaps", items)


def save_file(_desk: "Desk", path: Path, data: bytes) -> Path:
    """Write a picture, whole or not at all, and return where it lies."""
    from airwars_desk.places import write_bytes_atomically

    write_bytes_atomically(path, data)
    return path
