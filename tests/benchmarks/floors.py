"""The named floors of the benchmarks: the least that could do the same work.

Each floor takes plain inputs (a command, rows, a file), knows nothing of the program, and returns
seconds. The program is measured beside them in the same run, and only ratios are published.
"""

# ruff: noqa: S608 - SQL is put together from names of tables and columns only

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import sqlcipher3.dbapi2 as sqlite

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
)
"""The settings of a casebook that cost time; the floor pays for safety as the program does."""

WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    seen = False
    def begin(self, window):
        window.installEventFilter(self)
        if window.centralWidget():  # where it covers the window, only it is painted
            window.centralWidget().installEventFilter(self)
    def eventFilter(self, watched, event):
        if not self.seen and event.type() == QEvent.Type.Paint:
            self.seen = True
            print("painted", time.monotonic_ns(), flush=True)
            QTimer.singleShot(0, QApplication.quit)
        return False
"""
"""Prints the moment of the first paint of a window, and ends the application.

It watches the window alone: a filter on the whole application would have each event of each object
turned into Python, which costs more than what is measured."""

EMPTY_WINDOW = (
    WATCH
    + """
from PySide6.QtWidgets import QMainWindow
application = QApplication(sys.argv)
watch = Watch()
window = QMainWindow()
watch.begin(window)
window.resize(1440, 900)
window.show()
application.exec()
"""
)
"""The floor of a start: a process that shows one empty window."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one table, in memory, with its statements (table and indexes)."""

    table: str
    statements: tuple[str, ...]
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def medians(works: Mapping[str, Callable[[], float]], times: int) -> dict[str, float]:
    """Run all works ``times`` times, alternating, and return the median seconds of each."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            found[name].append(work())
    return {name: median(values) for name, values in found.items()}


def seconds_to_line(command: Sequence[str], word: str, environment: Mapping[str, str]) -> float:
    """Start a process and return the seconds until the moment it prints after ``word``.

    Raises:
        RuntimeError: it ended without printing the word.
    """
    begun = time.monotonic_ns()
    process = subprocess.run(
        list(command),
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    for line in process.stdout.splitlines():
        first, _, rest = line.partition(" ")
        if first == word:
            return (int(rest) - begun) / 1e9
    raise RuntimeError(f"no “{word}” from {command[0]}: {process.stderr[-2000:]}")


def empty_window(environment: Mapping[str, str]) -> float:
    """Return the seconds from the start of a process to the first paint of an empty window."""
    return seconds_to_line([sys.executable, "-c", EMPTY_WINDOW], "painted", environment)


def rows_of(database: Path, without: Sequence[str]) -> list[Rows]:
    """Read every table of a casebook but those named, with the statements that make them."""
    connection = sqlite.connect(f"file:{database}?mode=ro", uri=True)
    try:
        found = []
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"
            " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (name,) in names:
            if name in without or name.startswith("search_"):
                continue
            statements = connection.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
                " ORDER BY type = 'index'",
                (name,),
            ).fetchall()
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            columns = tuple(column[0] for column in cursor.description)
            texts = tuple(statement for (statement,) in statements)
            found.append(Rows(name, texts, columns, cursor.fetchall()))
        return found
    finally:
        connection.close()


def insert_rows(target: Path, tables: Sequence[Rows]) -> float:
    """Make the tables and insert all rows by ``executemany`` in one transaction; return seconds."""
    connection = sqlite.connect(target, isolation_level=None)
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        for table in tables:
            for statement in table.statements:
                connection.execute(statement)
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table in tables:
            marks = ", ".join("?" * len(table.columns))
            names = ", ".join(f'"{column}"' for column in table.columns)
            connection.executemany(
                f'INSERT INTO "{table.table}" ({names}) VALUES ({marks})',
                table.rows,
            )
        connection.execute("COMMIT")
        return time.perf_counter() - begun
    finally:
        connection.close()


_R = """count(*), sum(killed_min), sum(killed_max), sum(injured_min), sum(injured_max),
 sum(children_killed_min), sum(children_killed_max), sum(women_killed_min), sum(women_killed_max),
 sum(killed_min IS NULL AND killed_max IS NULL)"""
_BOTH = f"""{_R},
 sum(likely), sum(likely * killed_min), sum(likely * killed_max),
 sum(likely * injured_min), sum(likely * injured_max),
 sum(likely * children_killed_min), sum(likely * children_killed_max),
 sum(likely * women_killed_min), sum(likely * women_killed_max),
 sum(likely AND killed_min IS NULL AND killed_max IS NULL)"""
_LIKE = "coalesce(grade IN ('Confirmed', 'Fair'), 0) AS likely"

AGGREGATES: dict[str, str] = {
    "top": "SELECT count(*), sum(harm), sum(date_start IS NULL) FROM counted"
    " WHERE state = 'decided'",
    "named and sources": "SELECT sum(named), sum(sources) FROM listing",
    "alleged": f"SELECT {_R} FROM counted WHERE state = 'decided' AND harm",
    "likely": f"SELECT {_R} FROM counted WHERE state = 'decided' AND harm"
    " AND grade IN ('Confirmed', 'Fair')",
    "not reviewed": f"SELECT {_R} FROM counted WHERE state = 'working' AND harm"
    " AND incident NOT IN (SELECT incident FROM counted WHERE state = 'decided')",
    "by grade": f"SELECT grade, {_R} FROM counted WHERE state = 'decided' AND harm GROUP BY grade",
    "conceded": "SELECT sum(c.killed_min), sum(c.killed_max), sum(c.injured_min),"
    " sum(c.injured_max), count(*) FROM concession c"
    " JOIN involvement i ON i.row = c.involvement"
    " JOIN counted d ON d.incident = i.incident AND d.state = 'decided' WHERE c.is_live",
    "by month": f"SELECT month, {_BOTH} FROM (SELECT *, {_LIKE} FROM counted"
    " WHERE state = 'decided' AND harm) GROUP BY month",
    "by belligerent": f"SELECT t.term, {_BOTH} FROM (SELECT *, {_LIKE} FROM counted"
    " WHERE state = 'decided' AND harm) d LEFT JOIN counted_term t ON t.incident = d.incident"
    " AND t.state = 'decided' AND t.field = 'tracked_belligerents' GROUP BY t.term",
    "by province": f"SELECT province, {_BOTH} FROM (SELECT *, {_LIKE} FROM counted"
    " WHERE state = 'decided' AND harm) GROUP BY province",
}
"""One hand-written aggregate per block of the figures."""


def aggregate(connection: Any) -> dict[str, list[tuple[Any, ...]]]:
    """Run every aggregate once and return its rows by block."""
    return {block: connection.execute(sql).fetchall() for block, sql in AGGREGATES.items()}


def aggregates(database: Path) -> float:
    """Return the seconds that all aggregates take together, on a connection already open."""
    connection = sqlite.connect(f"file:{database}?mode=ro", uri=True)
    try:
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        begun = time.perf_counter()
        aggregate(connection)
        return time.perf_counter() - begun
    finally:
        connection.close()


def write_sheets(target: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> float:
    """Write prepared rows with XlsxWriter at constant memory and return the seconds."""
    import xlsxwriter

    begun = time.perf_counter()
    book = xlsxwriter.Workbook(str(target), {"constant_memory": True, "strings_to_formulas": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value[:32_767])
                elif value is not None:
                    sheet.write(number, column, value)
    book.close()
    return time.perf_counter() - begun
