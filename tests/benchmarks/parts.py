"""The parts of the benchmark: each measures the desk and its floor and returns what it found."""

import os
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import ModuleType

from tests.benchmarks import desk_calls, floors
from tests.benchmarks.results import Result

STARTS = 15
_SHEETS = """
import pickle, sys
from pathlib import Path
from {module} import {function}
with open(sys.argv[1], "rb") as file:
    sheets = pickle.load(file)
print({function}(Path(sys.argv[2]), sheets))
"""


def start(folder: Path) -> list[Result]:
    """Measure the start to the first paint, and to the filled list of 10,000 incidents."""
    environment = dict(os.environ, PYTHONPATH=str(desk_calls.ROOT))
    big = desk_calls.casebook(folder / "ten.casebook", desk_calls.sample(folder, 10_000))

    def program(text: str, word: str) -> Callable[[], float]:
        command = [sys.executable, "-c", text]
        return lambda: floors.seconds_to_line(command, word, environment)

    found = floors.medians(
        {
            "floor": lambda: floors.empty_window(environment),
            "shell": program(desk_calls.first_window(None), "painted"),
            "list": program(desk_calls.filled_window(big), "filled"),
        },
        STARTS,
    )
    floor = "a process that paints an empty PySide6 window"
    return [
        Result(
            part="start",
            what=f"process start to first paint of the shell, {STARTS} alternating starts",
            floor=floor,
            seconds=found["shell"],
            floor_seconds=found["floor"],
            limit=1.3,
        ),
        Result(
            part="start",
            what="process start to the filled list of a casebook of 10,000 incidents",
            floor=floor,
            seconds=found["list"],
            floor_seconds=found["floor"],
            limit=5,
        ),
    ]


def importing(folder: Path) -> list[Result]:
    """Measure the import verb beside inserting the same rows into the same tables."""
    name, file = desk_calls.collection(folder)
    runs, inserts = [], []
    for number in range(3):
        path = folder / f"import-{number}.casebook"
        desk_calls.casebook(path)
        runs.append(desk_calls.verb("import", path, file))
        tables = floors.rows_of(path / "casebook.db", desk_calls.JOURNAL)
        inserts.append(floors.insert_rows(folder / f"floor-{number}.db", tables))
    return [
        Result(
            part="import",
            what=f"import verb, {name}",
            floor="`executemany` of the same rows into the same tables and indexes",
            seconds=median(run.seconds for run in runs),
            floor_seconds=median(inserts),
            limit=6,
            peak=max(run.peak for run in runs),
            peak_limit=400,
        )
    ]


def figures(folder: Path) -> list[Result]:
    """Measure all blocks of the figures beside one aggregate per block."""
    return [_figures(folder, count) for count in (10_000, 100_000)]


def _figures(folder: Path, count: int) -> Result:
    from airwars_desk.operations.desk import close, open_casebook
    from airwars_desk.operations.figures import Filters
    from airwars_desk.operations.figures import figures as count_all

    name = "ten.casebook" if count == 10_000 else f"figures-{count}.casebook"
    path = desk_calls.casebook(folder / name, desk_calls.sample(folder, count))
    desk = open_casebook(desk_calls.office(folder), path, writing=False)
    try:
        found: dict[str, object] = {}

        def ask() -> float:
            begun = time.perf_counter()
            found.update(count_all(desk, Filters()))
            return time.perf_counter() - begun

        ask()
        times = floors.medians(
            {"floor": lambda: floors.aggregates(path / "casebook.db"), "desk": ask}, 9
        )
    finally:
        close(desk)
    if found["incidents"] != count:
        raise RuntimeError(f"the figures count {found['incidents']} of {count} incidents")
    return Result(
        part="figures",
        what=f"all blocks of the figures, {count:,} incidents",
        floor="one hand-written aggregate per block over the same tables",
        seconds=times["desk"],
        floor_seconds=times["floor"],
        limit=3,
    )


def workbook(folder: Path) -> list[Result]:
    """Measure the workbook of everything, and the writer alone, beside XlsxWriter."""
    name, file = desk_calls.collection(folder)
    path = desk_calls.casebook(folder / "workbook.casebook", file)
    target = folder / "all.xlsx"
    desk_calls.verb("workbook", path, target, "--all")
    prepared = folder / "sheets.pickle"
    prepared.write_bytes(pickle.dumps(_rows(target)))
    runs, writes, checked, floor_writes = [], [], [], []
    for _ in range(3):
        floor_writes.append(_write("write_sheets", floors, prepared, folder)[0])
        written, whole = _write("write_rows", desk_calls, prepared, folder)
        writes.append(written)
        checked.append(whole)
        runs.append(desk_calls.verb("workbook", path, target, "--all"))
    floor = "XlsxWriter with `constant_memory` writing the same prepared rows"
    return [
        Result(
            part="workbook",
            what=f"sheet writer alone, the rows of the workbook of {name}",
            floor=floor,
            seconds=median(writes),
            floor_seconds=median(floor_writes),
            limit=0.5,
        ),
        Result(
            part="workbook",
            what=f"the same rows, written, read back and compared, {name}",
            floor=floor,
            seconds=median(checked),
            floor_seconds=median(floor_writes),
        ),
        Result(
            part="workbook",
            what=f"workbook verb with `--all`, {name}",
            floor=floor,
            seconds=median(run.seconds for run in runs),
            floor_seconds=median(floor_writes),
            limit=1,
            peak=max(run.peak for run in runs),
            peak_limit=250,
        ),
    ]


def _write(function: str, module: ModuleType, prepared: Path, folder: Path) -> list[float]:
    """Write prepared rows in a process of its own; the seconds it tells."""
    program = _SHEETS.format(module=module.__name__, function=function)
    target = str(folder / f"{function}.xlsx")
    told = desk_calls.process([sys.executable, "-c", program, str(prepared), target]).output
    return [float(seconds) for seconds in told.split()]


def _rows(path: Path) -> dict[str, list[list[object]]]:
    """Read back every sheet of a workbook."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    return {
        name: [[_plain(value) for value in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def _plain(value: object) -> object:
    """Return a cell as a writer takes it: dates as numbers of their day, blanks as None."""
    import datetime as dt

    if value == "":
        return None
    if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
        return str(value)
    return value
