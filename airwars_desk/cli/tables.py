"""Short tables for people in a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from airwars_desk.rules.ranges import show

GAP = "  "


def table(rows: Sequence[Sequence[str]], *, text_columns: int = 1) -> list[str]:
    """Align columns: the first `text_columns` to the left, numbers after them to the right.

    >>> table([["", "killed"], ["Fair", "4–9"]])
    ['      killed', 'Fair     4–9']
    """
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        GAP.join(
            cell.ljust(width) if column < text_columns else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def pairs(values: Mapping[str, Any]) -> list[str]:
    """Names with their values below one another."""
    return table([[name, str(value)] for name, value in values.items()], text_columns=2)


def range_row(name: str, found: Mapping[str, int]) -> list[str]:
    """One line of a table of figures: name, incidents, killed, injured, children, women."""
    return [
        name,
        str(found["incidents"]),
        *(
            show(found[f"{part}_min"], found[f"{part}_max"])
            for part in ("killed", "injured", "children_killed", "women_killed")
        ),
    ]
