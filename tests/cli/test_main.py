"""Exit codes, refusals and the last door behind a bug."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from airwars_desk.errors import Refused
from airwars_desk.operations import figures as counting
from tests.cli.shell import Run


def test_a_verb_that_is_done_ends_with_0(run: Run, book: Path) -> None:
    ran = run("figures", book, "--json")
    assert ran.code == 0
    assert ran.told["incidents"] == 20
    assert ran.problems == ""


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("figures",),
        ("figures", "BOOK", "--state", "dreamt"),
        ("new", "BOOK", "--person", "A", "--role", "king"),
        ("workbook", "BOOK", "out.xlsx"),
        ("workbook", "BOOK", "out.xlsx", "--all", "--month", "2017-03"),
        ("workbook", "BOOK", "out.xlsx", "--month", "2017-03", "--from", "2017-01"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert "usage: airwars-desk" in ran.problems
    assert ran.out == ""


@pytest.mark.parametrize("arguments", [("--help",), ("help",), ("help", "import")])
def test_help_is_help(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 0
    assert ran.out.startswith("usage: airwars-desk")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("airwars-desk ")


def test_a_refusal_is_a_sentence_and_a_hint_or_json(run: Run, tmp_path: Path) -> None:
    ran = run("figures", tmp_path / "nowhere.casebook")
    assert (ran.code, ran.out) == (1, "")
    sentence, hint = ran.problems.strip().split("\n")
    assert "nowhere.casebook" in sentence
    assert hint
    run("figures", tmp_path / "nowhere.casebook", "--json").refused("not_found", "nowhere")


def test_a_bug_ends_with_3_and_tells_no_data(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError("A Secret Name")

    monkeypatch.setattr(counting, "count", broken)
    ran = run("figures", book, "--json")
    assert ran.code == 3
    assert ran.told["error"]["code"] == "bug"
    assert "ZeroDivisionError" in ran.told["error"]["sentence"]
    assert "Secret" not in ran.out + ran.problems
    assert "numbers.py" in ran.problems


def test_an_interrupted_verb_is_cancelled(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(counting, "count", interrupted)
    run("figures", book, "--json").refused("cancelled")


def test_no_memory_is_a_refusal(run: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_args: object) -> None:
        raise MemoryError

    monkeypatch.setattr(counting, "count", greedy)
    run("figures", book, "--json").refused("no_memory")


def test_the_program_speaks_utf_8_whatever_the_terminal_says(root: Path, book: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "airwars_desk", "figures", str(book), "--json"],
        cwd=root,
        env={"PYTHONIOENCODING": "ascii", "AIRWARS_DESK_HOME": str(book.parent / "home")},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["incidents"] == 20


def test_a_reader_that_has_seen_enough_is_no_bug(root: Path, book: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "airwars_desk", "figures", str(book)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == ""
    program.stderr.close()
    assert program.wait() == 0


def test_every_refusal_of_ours_can_be_printed() -> None:
    assert set(Refused("exists", "It exists.", "Choose.").as_json()) == {
        "code",
        "sentence",
        "hint",
    }
