"""The runner: results on the GUI thread, stale replies dropped, refusals and bugs told apart."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from airwars_desk.errors import Refused
from airwars_desk.gui.tasks import FILES, BaseRunner, InlineRunner, Runner
from airwars_desk.operations.change import Change

CHANGE = Change(id="c", operation="save_case", at="2026-01-01T00:00:00Z")


class Book:
    """Stands for an open casebook."""

    def __init__(self) -> None:
        self.closed = False


def shut(book: Book) -> None:
    book.closed = True


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner(object, shut)
    made.run_office(lambda _office: Book(), opens=True)
    qtbot.waitUntil(lambda: made.has_desk)
    yield made
    made.shut_down()


@pytest.fixture(params=["real", "inline"])
def either(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[BaseRunner]:
    made: BaseRunner = (
        Runner(object, shut) if request.param == "real" else InlineRunner(object, shut)
    )
    made.run_office(lambda _office: Book(), opens=True)
    qtbot.waitUntil(lambda: made.has_desk)
    yield made
    made.shut_down()


def test_work_runs_elsewhere_and_its_result_comes_home(runner: Runner, qtbot: QtBot) -> None:
    seen: list[threading.Thread] = []
    got: list[Any] = []

    def work(_desk: object) -> int:
        seen.append(threading.current_thread())
        return 7

    def done(value: int) -> None:
        got.append((value, threading.current_thread()))

    runner.run(work, done)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(7, threading.main_thread())]
    assert seen[0] is not threading.main_thread()


def test_a_stale_reply_is_dropped(runner: Runner, qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[str] = []
    runner.run(lambda _desk: gate.wait(5) and "old", got.append, lane="list")
    runner.run(lambda _desk: "new", got.append, lane="list")
    runner.run(lambda _desk: "other", got.append)
    gate.set()
    qtbot.waitUntil(lambda: "other" in got)
    assert got == ["new", "other"]


def test_what_was_overtaken_before_it_began_is_not_done(runner: Runner, qtbot: QtBot) -> None:
    gate = threading.Event()
    done: list[int] = []
    runner.run(lambda _desk: gate.wait(20))
    for number in range(5):
        runner.run(lambda _desk, at=number: done.append(at), lane="list")
    runner.run(lambda _desk: done.append(99))
    gate.set()
    qtbot.waitUntil(lambda: 99 in done, timeout=20_000)
    assert done == [4, 99]


def test_a_refusal_goes_to_who_asked_else_to_the_window(either: BaseRunner, qtbot: QtBot) -> None:
    asked: list[Refused] = []
    shown: list[Refused] = []
    either.refused.connect(shown.append)

    def refuse(_desk: object) -> None:
        raise Refused("empty", "Nothing is there.")

    either.run(refuse, failed=asked.append)
    either.run(refuse)
    qtbot.waitUntil(lambda: bool(asked) and bool(shown))
    assert [r.code for r in asked + shown] == ["empty", "empty"]


def test_a_bug_is_reported_with_its_place_and_the_worker_lives_on(
    either: BaseRunner, qtbot: QtBot
) -> None:
    told: list[str] = []
    got: list[int] = []
    either.broken.connect(told.append)
    either.run(lambda _desk: 1 / 0)
    either.run(lambda _desk: 3, got.append)
    qtbot.waitUntil(lambda: bool(told) and bool(got))
    assert "ZeroDivisionError" in told[0]
    assert got == [3]


def test_a_long_work_reports_and_stops_when_cancelled(runner: Runner, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    failed: list[Refused] = []
    runner.progress.connect(lambda _ticket, done, total: steps.append((done, total)))
    started = threading.Event()

    def work(_desk: object, report: Callable[[int, int], None]) -> None:
        for step in range(10_000):
            report(step, 10_000)
            started.set()
            threading.Event().wait(0.001)

    ticket = runner.run(work, failed=failed.append, reports=True)
    assert started.wait(5)
    ticket.cancel()
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].code == "cancelled"
    assert steps[0] == (0, 10_000)
    assert len(steps) < 10_000


def test_a_desk_is_kept_and_closed_before_the_next_opens(either: BaseRunner, qtbot: QtBot) -> None:
    books = [Book(), Book()]
    states: list[bool] = []
    got: list[Any] = []
    either.opened.connect(states.append)
    either.run_office(lambda _office: books[0], opens=True)
    either.run(lambda desk: desk is books[0], got.append)
    either.run_office(lambda _office: books[1], opens=True)
    either.run(lambda desk: desk is books[1], got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == [True, True]
    assert states == [True, True]
    assert books[0].closed
    assert not books[1].closed
    either.shut_down()
    assert books[1].closed


def refuse(_office: object) -> None:
    raise Refused("in_use", "It is in use.")


def break_down(_office: object) -> None:
    raise RuntimeError("a bug")


@pytest.mark.parametrize("fail", [refuse, break_down])
def test_an_opening_that_fails_leaves_open_what_was(
    either: BaseRunner, qtbot: QtBot, fail: Callable[[object], None]
) -> None:
    book = Book()
    states: list[bool] = []
    got: list[Any] = []
    either.opened.connect(states.append)
    either.run_office(lambda _office: book, opens=True)
    either.run_office(fail, opens=True)
    either.run(lambda desk: desk is book, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [True]
    assert states == [True]
    assert not book.closed
    assert either.has_desk


@pytest.mark.parametrize("fail", [refuse, break_down])
def test_a_casebook_opened_again_is_closed_first(
    either: BaseRunner, qtbot: QtBot, fail: Callable[[object], None]
) -> None:
    book = Book()
    states: list[bool] = []
    either.opened.connect(states.append)
    either.run_office(lambda _office: book, opens=True)
    either.run_office(fail, opens=True, replaces=lambda desk: desk is book)
    qtbot.waitUntil(lambda: len(states) == 2)
    assert states == [True, False]
    assert book.closed
    assert not either.has_desk


def test_a_change_is_told_to_whoever_listens(either: BaseRunner, qtbot: QtBot) -> None:
    heard: list[Change] = []
    either.changed.connect(heard.append)
    either.run(lambda _desk: CHANGE)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [CHANGE]


def test_small_files_do_not_wait_for_the_database(runner: Runner, qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[str] = []
    runner.run(lambda _desk: gate.wait(5) and "import", got.append)
    runner.run(lambda _desk: "draft", got.append, thread=FILES)
    qtbot.waitUntil(lambda: got == ["draft"])
    gate.set()
    qtbot.waitUntil(lambda: got == ["draft", "import"])
    assert got == ["draft", "import"]
