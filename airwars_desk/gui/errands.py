"""Errands: what takes long or reads all: import, export, figures, workbook, backup, check.

Each is a function for the worker, as in `gui/requests.py`; those with `report` can be cancelled.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.gui.month_queries import Asked
    from airwars_desk.operations.desk import Desk
    from airwars_desk.operations.import_report import ImportReport


def import_files(
    desk: "Desk", paths: Sequence[Path], *, dry_run: bool = False, report: Any = None
) -> "ImportReport":
    """Import Airwars JSON Lines."""
    from airwars_desk.operations.importing import import_files as take

    return take(desk, list(paths), dry_run=dry_run, report=report)


def export(desk: "Desk", path: Path, *, report: Any = None) -> int:
    """Export all incidents and return how many."""
    from airwars_desk.operations.exchange import export_jsonl

    return int(export_jsonl(desk, path, report))


def backup(desk: "Desk", path: Path, *, report: Any = None) -> Any:
    """Write a verified backup."""
    from airwars_desk.operations.upkeep import backup as write

    return write(desk, path, report)


def check_casebook(desk: "Desk", *, report: Any = None) -> list[Any]:
    """Return what a check of the casebook found."""
    from airwars_desk.operations.upkeep import check_casebook as check

    return list(check(desk, report))


def write_month(
    desk: "Desk",
    path: Path,
    month: str,
    asked: "Asked",
    *,
    report: Any = None,
) -> Any:
    """Write the workbook of a month, with the filters asked for."""
    from airwars_desk.operations.figures import resolve_filters
    from airwars_desk.operations.workbook import write_month as write

    filters = resolve_filters(
        desk,
        belligerents=asked.belligerents,
        countries=asked.countries,
        provinces=asked.provinces,
        places=asked.places,
        likely=asked.likely,
        state=asked.state,
    )
    return write(desk, path, month, filters, report=report)
