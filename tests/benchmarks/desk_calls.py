"""How the benchmarks drive the desk: command line, window and operations, as a user would."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.floors import WATCH

ROOT = Path(__file__).resolve().parents[2]
PERSON = "Bench"
JOURNAL = ("change", "entry", "change_entry", "erasure", "imported", "conflict", "alembic_version")
"""Tables that the floor of an import does without: it keeps no history."""

WINDOW = (
    WATCH
    + """
from airwars_desk.gui import application as desk
show = desk._show
watch = Watch()
def watched(window):
    watch.begin(window)
    show(window)
desk._show = watched
desk.run({path!r})
"""
)
"""The desk's own start, ended by whoever watches its window."""

FILLED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    seen = False
    def begin(self, window):
        self.window = window
        self.timer = QTimer(self)
        self.timer.setInterval(2)
        self.timer.timeout.connect(self.look)
        self.timer.start()
    def look(self):
        page = self.window.list and self.window.list.page
        if page and page.model.rowCount() > 1000 and page.model.index(0, 0).data():
            self.timer.stop()
            page.table.viewport().installEventFilter(self)
            page.table.viewport().update()
    def eventFilter(self, watched, event):
        if not self.seen and event.type() == QEvent.Type.Paint:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print("filled", time.monotonic_ns(), flush=True)
        QApplication.quit()
"""
"""Prints the moment when a long list shows its first rows, and ends the application."""


LAUNCHER = """
import os, sys, time
begun = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_pid, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - begun
print()
print(seconds, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Starts a process, and prints after its output the seconds and the kilobytes it took."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds of the clock and its greatest memory in MB."""

    seconds: float
    peak: float
    output: str


def filled_window(path: Path) -> str:
    """Return the program of a window that ends when the list of a casebook is filled."""
    return FILLED + WINDOW.removeprefix(WATCH).format(path=str(path))


def first_window(path: Path | None) -> str:
    """Return the program of a window that ends at its first paint."""
    return WATCH + WINDOW.removeprefix(WATCH).format(path=str(path or ""))


def verb(*arguments: str | Path) -> Run:
    """Run a verb of the command line in a process of its own.

    Raises:
        RuntimeError: it did not end with 0.
    """
    return process([sys.executable, "-m", "airwars_desk", *map(str, arguments)])


def process(command: Sequence[str]) -> Run:
    """Run a process and return its time, its greatest memory and what it printed.

    A small launcher starts it: a process inherits the memory mark of the one that starts it, and
    the benchmark itself holds many rows.

    Raises:
        RuntimeError: it did not end with 0.
    """
    launched = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *command],
        cwd=ROOT,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=False,
    )
    if launched.returncode != 0:
        said = launched.stdout[-500:] + launched.stderr[-2000:]
        raise RuntimeError(f"{' '.join(command)}: {launched.returncode}: {said}")
    output, _, measured = launched.stdout.rstrip("\n").rpartition("\n")
    seconds, peak = measured.split()
    return Run(float(seconds), float(peak) / 1024, output)


def casebook(path: Path, *files: Path) -> Path:
    """Make a casebook and import files into it, once; return its folder."""
    if not path.exists():
        verb("new", path, "--person", PERSON)
        if files:
            verb("import", path, *files)
    return path


def write_rows(target: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> str:
    """Write prepared rows with our own writer, which reads them back and compares them.

    Returns the seconds of the writing, and of all.
    """
    from airwars_desk.formats import workbook
    from airwars_desk.formats.sheets import Column, Sheet
    from airwars_desk.formats.workbook import Book, BookTitle, write_book

    check, checking = workbook.check_book, []

    def timed(*asked: Any) -> None:
        begun = time.perf_counter()
        check(*asked)
        checking.append(time.perf_counter() - begun)

    workbook.check_book = timed

    plans = [
        Sheet(
            title=name,
            columns=[Column(label="")] * max((len(row) for row in rows), default=0),
            is_table=False,
        )
        for name, rows in sheets.items()
    ]

    def fill(book: Book) -> None:
        for name, rows in sheets.items():
            for row in rows:
                book.append(name, row)

    begun = time.perf_counter()
    write_book(target, plans, BookTitle(title="Rows", stamp="INTERNAL"), fill)
    whole = time.perf_counter() - begun
    return f"{whole - sum(checking)} {whole}"


def sample(folder: Path, count: int) -> Path:
    """Write the invented sample of ``count`` incidents, once; return its file."""
    from airwars_desk.formats.sample import write_sample

    path = folder / f"sample-{count}.jsonl.gz"
    if not path.exists():
        write_sample(path, count)
    return path


def collection(folder: Path) -> tuple[str, Path]:
    """Return the name and file of the real Syria part, or of a sample of its size without it."""
    named = os.environ.get("AIRWARS_DESK_DATA")
    data = Path(named) if named else ROOT.parent / "shared" / "data"
    part = data / "airwars-syria" / "part-a.jsonl.gz"
    if part.exists():
        return "the real Syria part", part
    return "a sample of 6,000 incidents", sample(folder, 6_000)


def office(folder: Path) -> object:
    """Return the office whose settings lie in ``folder``."""
    from airwars_desk.operations.desk import Office

    return Office(folder=folder / "settings")
