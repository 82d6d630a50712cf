"""The sample casebook: invented incidents to look at, never a real one.

`python -m airwars_desk.operations.sample FOLDER [COUNT]` makes it and writes the workbook of its
fullest month beside it, for where there is no screen.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from airwars_desk import places
from airwars_desk.errors import environment
from airwars_desk.i18n import tr
from airwars_desk.operations.desk import Desk, Office, close, new_casebook, open_casebook

PERSON: Final = "Lena Marwick"  # invented, as everybody in the sample
COUNT: Final = 200
Progress = Callable[[int, int], None]


def sample_casebook(
    office: Office, folder: Path, count: int = COUNT, report: Progress | None = None
) -> Desk:
    """Open the sample of `count` incidents in `folder`; make it first if it is not there.

    Equal counts give equal incidents. A sample that could not be made whole is not left behind.

    Raises:
        Refused: the folder cannot be written, or the making was stopped.
    """
    path = places.private_folder(folder) / tr("Sample {count}.casebook").format(count=count)
    if path.exists():
        return open_casebook(office, path, person=PERSON)
    import shutil

    desk = new_casebook(office, path, PERSON, "supervisor")
    try:
        _fill(desk, folder, count, report)
    except BaseException:
        close(desk)
        shutil.rmtree(path, ignore_errors=True)
        raise
    return desk


def fullest_month(figures: dict[str, Any]) -> str:
    """Return the month with the most incidents, the later one of equals; "" without any.

    >>> fullest_month({"by_month": [{"month": "2031-02", "alleged": {"incidents": 3}}]})
    '2031-02'
    """
    months = [(row["alleged"]["incidents"], row["month"]) for row in figures["by_month"]]
    return max(months)[1] if months else ""


def write_sample_month(desk: Desk, folder: Path) -> Path:
    """Write the workbook of the sample's fullest month into `folder`; returns its path."""
    from airwars_desk.operations.figures import figures
    from airwars_desk.operations.workbook import write_month

    month = fullest_month(dict(figures(desk)))
    path = folder / f"sample-{month}.xlsx"
    write_month(desk, path, month)
    return path


def _fill(desk: Desk, folder: Path, count: int, report: Progress | None) -> None:
    from airwars_desk.formats.sample import write_sample
    from airwars_desk.operations.importing import import_files

    passing = folder / f".sample-{count}.jsonl.gz"
    try:
        with environment(passing):
            write_sample(passing, count)
        import_files(desk, [passing], report=report, details=False)
    finally:
        passing.unlink(missing_ok=True)


def _main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    count = int(arguments[1]) if len(arguments) > 1 else COUNT
    desk = sample_casebook(Office(folder=folder / "settings"), folder, count)
    try:
        write_sample_month(desk, folder)
    finally:
        close(desk)


if __name__ == "__main__":
    places.set_private_umask()
    _main(sys.argv[1:])
