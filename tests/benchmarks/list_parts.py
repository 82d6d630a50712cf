"""The parts that measure the list of 100,000 incidents: opening, pages, search, facets, typing."""

import os
import random
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import desk_calls, floors, list_floors
from tests.benchmarks.results import Result

MANY, FEW = 100_000, 10_000
PAGES, PAGE, STARTS, TIMES = 200, 256, 7, 9
RARE = "Zyxwarda"  # an invented place that the sample has not
TYPED = "raqqa market grade:weak "


def opening_and_pages(folder: Path) -> list[Result]:
    """Measure the filled list at 100,000 beside 10,000, and a page beside its bare SQL."""
    environment = dict(os.environ, PYTHONPATH=str(desk_calls.ROOT))
    many, few = _casebook(folder, MANY), _casebook(folder, FEW)

    def start(path: Path) -> Callable[[], float]:
        command = [sys.executable, "-c", desk_calls.filled_window(path)]
        return lambda: floors.seconds_to_line(command, "filled", environment)

    found = floors.medians({"many": start(many), "few": start(few)}, STARTS)
    pages, bare = _pages(folder, many)
    return [
        Result(
            part="list",
            what=f"process start to the filled list of {MANY:,} incidents",
            floor=f"the same with {FEW:,} incidents",
            seconds=found["many"],
            floor_seconds=found["few"],
            limit=1.5,
        ),
        Result(
            part="list",
            what=f"a page of the list at {MANY:,} incidents, median of {PAGES} pages",
            floor="the same SQL through the bare driver",
            seconds=pages,
            floor_seconds=bare,
            limit=2,
        ),
    ]


def search(folder: Path) -> list[Result]:
    """Measure a word that one incident holds beside a LIKE scan of every text that is searched."""
    from airwars_desk.operations.browse import list_rows
    from airwars_desk.operations.desk import close
    from airwars_desk.operations.entry import new_case, save_case
    from airwars_desk.operations.history import undo
    from airwars_desk.rules.query import Listing

    path = _casebook(folder, MANY)
    desk = _desk(folder, path)
    case = new_case(desk)
    case.set(case.uid, "location_name", RARE)
    change = save_case(desk, case)
    bare = list_floors.reader(path / "casebook.db")
    asked = Listing(text=RARE)
    times: dict[str, list[float]] = {"desk": [], "floor": []}
    for _ in range(TIMES):
        times["desk"].append(_timed(lambda: list_rows(desk, asked)))
        times["floor"].append(_timed(lambda: list_floors.like_scan(bare, RARE)))
    found = set(list_rows(desk, asked))
    if len(found) != 1 or found != list_floors.like_scan(bare, RARE):
        raise RuntimeError(f"the search finds {len(found)} incidents, not the one there is")
    bare.close()
    undo(desk, change.id)
    close(desk)
    return [
        Result(
            part="search",
            what=f"search for a rare word at {MANY:,} incidents",
            floor="a LIKE scan of every column that is searched",
            seconds=median(times["desk"]),
            floor_seconds=median(times["floor"]),
            limit=1 / 20,
        )
    ]


def facets(folder: Path) -> list[Result]:
    """Measure all facets, of everything and below a filter, beside their bare SQL."""
    from airwars_desk.operations.browse import facets as counted
    from airwars_desk.operations.desk import close

    path = _casebook(folder, MANY)
    desk = _desk(folder, path)
    bare = list_floors.reader(path / "casebook.db")
    results = []
    for text, within, told in (
        ("", "", "of everything"),
        ("harm:yes sources:>2", "harm = 1 AND sources > 2", "below a filter"),
    ):
        times: dict[str, list[float]] = {"desk": [], "floor": []}
        for _ in range(TIMES):
            times["desk"].append(_timed(lambda asked=text: counted(desk, asked)))
            times["floor"].append(_timed(lambda sql=within: list_floors.facets(bare, sql)))
        results.append(
            Result(
                part="facets",
                what=f"all facets {told} at {MANY:,} incidents",
                floor="one hand-written GROUP BY per facet",
                seconds=median(times["desk"]),
                floor_seconds=median(times["floor"]),
                limit=3,
            )
        )
    bare.close()
    close(desk)
    return results


def typing(folder: Path) -> list[Result]:
    """Measure key presses in the search box while the worker is held up by something long."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from airwars_desk.gui import requests
    from airwars_desk.gui.application import dress, make_application
    from airwars_desk.gui.tasks import Runner
    from airwars_desk.gui.window import Window

    application = make_application()
    runner = Runner(lambda: desk_calls.office(folder), requests.close_desk)
    window = Window(dress(application), runner)
    window.show()
    window.start(str(_casebook(folder, MANY)))
    _wait(lambda: window.list is not None and bool(window.list.page.facets.known))
    assert window.list is not None
    release = threading.Event()
    runner.run(lambda _desk: release.wait(600))
    box = window.list.page.search
    box.setFocus()
    presses = [_timed(lambda key=letter: QTest.keyClicks(box, key)) for letter in TYPED]
    plain = QLineEdit()
    plain.show()
    floor = [_timed(lambda key=letter: QTest.keyClicks(plain, key)) for letter in TYPED]
    release.set()
    print(
        f"typing: with the worker held, median {median(presses) * 1000:.2f} ms,"
        f" slowest {max(presses) * 1000:.2f} ms a key"
    )
    plain.close()
    window.close()
    runner.shut_down()
    return [
        Result(
            part="typing",
            what=f"a key press in the search box at {MANY:,} incidents, the database busy",
            floor="a key press in a bare line of text",
            seconds=median(presses),
            floor_seconds=median(floor),
        )
    ]


def _casebook(folder: Path, count: int) -> Path:
    """Return a casebook of so many incidents, the one that the figures are measured on."""
    name = "ten.casebook" if count == FEW else f"figures-{count}.casebook"
    return desk_calls.casebook(folder / name, desk_calls.sample(folder, count))


def _desk(folder: Path, path: Path) -> Any:
    from airwars_desk.operations.desk import open_casebook

    return open_casebook(desk_calls.office(folder), path, person=desk_calls.PERSON)  # type: ignore[arg-type]


def _pages(folder: Path, path: Path) -> tuple[float, float]:
    """Return the median seconds of a page of the desk and of the bare driver."""
    from airwars_desk.operations.browse import list_rows, read_page
    from airwars_desk.operations.desk import close
    from airwars_desk.rules.query import Listing

    desk = _desk(folder, path)
    bare = list_floors.reader(path / "casebook.db")
    rows = list_rows(desk, Listing())
    chance = random.Random(PAGES)
    ours, theirs = [], []
    for _ in range(PAGES):
        start = chance.randrange(0, len(rows) - PAGE)
        wanted: Sequence[int] = rows[start : start + PAGE]
        ours.append(_timed(lambda page=wanted: read_page(desk, page)))
        theirs.append(_timed(lambda page=wanted: list_floors.list_page(bare, page)))
    bare.close()
    close(desk)
    return median(ours), median(theirs)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _wait(until: Callable[[], bool], seconds: float = 600) -> None:
    """Let the window work until something holds.

    Raises:
        RuntimeError: it never did.
    """
    from PySide6.QtTest import QTest

    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise RuntimeError("the window never got there")
        QTest.qWait(20)
