"""What the window asks about many incidents at once, each a function for the worker: desk first."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk.rules.bulk_edit import Edit, Line

if TYPE_CHECKING:
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk
    from airwars_desk.operations.list_out import ListFacts


def plan_edit(desk: "Desk", rows: Sequence[int], edit: Edit) -> list[Line]:
    """Return what an edit would do to each of some incidents."""
    from airwars_desk.operations.bulk import plan_edit as plan

    return plan(desk, rows, edit)


def edit_many(desk: "Desk", edit: Edit, lines: Sequence[Line], reason: str) -> "Change":
    """Make a planned edit, as one change."""
    from airwars_desk.operations.bulk import edit_many as make

    return make(desk, edit, lines, reason)


def write_csv(
    desk: "Desk", rows: Sequence[int], keys: Sequence[str], path: Path, *, report: Any = None
) -> int:
    """Write the list as CSV and return how many incidents."""
    from airwars_desk.operations.list_out import write_list_csv

    return write_list_csv(desk, rows, keys, path, report)


def list_facts(desk: "Desk", rows: Sequence[int]) -> "ListFacts":
    """Return what a printed list says of itself."""
    from airwars_desk.operations.list_out import list_facts as facts

    return facts(desk, rows)
