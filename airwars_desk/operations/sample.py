"""A casebook of invented incidents and of the work on them: a first look, tours, tests.

What the exchange format holds is imported; open incidents, readings of sources, assessments,
decisions and corrections follow as the work of an invented team, by the desk's own operations
(`sample_cases`, `sample_review`, `sample_files`, `sample_declared`).

`python -m airwars_desk.operations.sample FOLDER [COUNT]` makes it below a folder and writes the
workbook of its fullest month there, for where there is no screen.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, Final

from airwars_desk import places
from airwars_desk.operations.desk import Desk, Office, close, new_casebook, open_casebook, write
from airwars_desk.operations.sample_team import RESEARCHERS, SUPERVISOR, at_work, open_ones
from airwars_desk.store.transact import Transaction

FOLDER: Final = "samples"
COUNT: Final = 300
IMPORTED: Final = 0.4
"""The share of the import in the time it takes."""
STEPS: Final = 4
Progress = Callable[[int, int], None]


def sample_casebook(
    office: Office,
    count: int = COUNT,
    *,
    seed: int = 1,
    fresh: bool = False,
    report: Progress | None = None,
) -> Desk:
    """Open the sample casebook of `count` incidents below the settings, made when it is missing.

    Args:
        office: where the settings lie.
        count: invented incidents, 20 to 100,000.
        seed: equal seeds give equal incidents.
        fresh: make another one beside those that are there.
        report: called with incidents done and in all while it is made; may raise Cancelled.

    Raises:
        Refused: it cannot be written or opened.
    """
    path = sample_path(office, count, seed)
    places.private_folder(path.parent)
    if fresh:
        path = _free(path.parent, path.stem)
    if path.exists():
        return open_casebook(office, path)
    return make_sample(office, path, count, seed=seed, report=report)


def sample_path(office: Office, count: int = COUNT, seed: int = 1) -> Path:
    """Where the sample casebook of `count` incidents lies, made or not."""
    name = f"Qasra-{count}" if seed == 1 else f"Qasra-{count}-seed-{seed}"
    return office.folder / FOLDER / f"{name}.casebook"


def make_sample(
    office: Office,
    path: Path,
    count: int,
    *,
    seed: int = 1,
    report: Progress | None = None,
    with_work: bool = True,
) -> Desk:
    """Make a casebook of `count` invented incidents at `path` and open it.

    One that could not be made whole is not left behind. `with_work` adds what an invented team
    did with the incidents; without it the casebook holds them as they were imported.

    Raises:
        Refused: it exists, cannot be written, or was stopped.
    """
    begun = at_work(office) if with_work else office
    desk = new_casebook(begun, path, SUPERVISOR, "supervisor")
    try:
        left_open = open_ones(count) if with_work else frozenset()
        share = IMPORTED if with_work else 1.0
        _fill(desk, path.parent, count, seed, _part(report, count, 0.0, share), left_open)
        if with_work:
            _work(desk, count, seed, _part(report, count, share, 1.0))
        desk.office = office
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


def _fill(
    desk: Desk,
    folder: Path,
    count: int,
    seed: int,
    report: Progress,
    left_open: frozenset[int],
) -> None:
    from airwars_desk.formats.sample import write_sample
    from airwars_desk.formats.sample_places import TERMS
    from airwars_desk.operations.importing import import_files

    def add_terms(work: Transaction) -> None:
        for uid, values in TERMS.items():
            work.append("term", uid, values)

    write(desk, "add_terms", add_terms)
    with tempfile.TemporaryDirectory(dir=folder) as passing:
        file = Path(passing) / "sample.jsonl.gz"
        write_sample(file, count, seed, leave_out=left_open)
        import_files(desk, [file], report=report, details=False)


def _part(report: Progress | None, count: int, first: float, last: float) -> Progress:
    """What a part of the work reports to, as incidents of them all from one share to another."""

    def told(done: int, total: int) -> None:
        if report is not None:
            share = done / total if total else 1.0
            report(round(count * (first + (last - first) * share)), count)

    return told


def _work(desk: Desk, count: int, seed: int, report: Progress) -> None:
    from airwars_desk.formats.sample import generate
    from airwars_desk.operations.sample_cases import log_open, research
    from airwars_desk.operations.sample_declared import declare
    from airwars_desk.operations.sample_files import attach_files
    from airwars_desk.operations.sample_review import review
    from airwars_desk.operations.sample_team import gather

    desks = gather(desk)
    report(0, STEPS)
    newest = islice(enumerate(generate(count, seed)), max(open_ones(count)) + 1)
    waiting = log_open(desks, [record for at, record in newest if at in open_ones(count)])
    report(1, STEPS)
    decided = research(desks[RESEARCHERS[2]])
    report(2, STEPS)
    review(desks, waiting, decided)
    report(3, STEPS)
    attach_files(desks, waiting, decided)
    declare(desk)
    report(STEPS, STEPS)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{name}-{number}.casebook").exists():
        number += 1
    return path


def _main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    count = int(arguments[1]) if len(arguments) > 1 else COUNT
    desk = sample_casebook(Office(folder=places.private_folder(folder)), count)
    try:
        write_sample_month(desk, folder)
    finally:
        close(desk)


if __name__ == "__main__":
    places.set_private_umask()
    _main(sys.argv[1:])
