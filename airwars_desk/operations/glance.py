"""A first look at a casebook while the program still loads. Light to import."""

from array import array
from pathlib import Path
from typing import Any

from airwars_desk.store.glance import glance


def glance_at(path: Path) -> "tuple[array[int], list[Any]] | None":
    """Return the rows of the list, newest first, and the first page of it; None where none."""
    return glance(path)
