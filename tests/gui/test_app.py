"""The door: a verb goes to the command line, all else opens the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from airwars_desk import app
from airwars_desk.cli import main as cli
from airwars_desk.gui import application

SAMPLE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from airwars_desk.gui import window

def look():
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, window.Window)]
    if shown and shown[0].list is not None and shown[0].list.page.model.record(0) is not None:
        print("listed", len(shown[0].list.page.model.ids), flush=True)
        shown[0].close()
        QApplication.quit()

complete = window.Window.complete
def completed(self, *args):
    complete(self, *args)
    self.watch = QTimer(self)
    self.watch.timeout.connect(look)
    self.watch.start(50)
window.Window.complete = completed
from airwars_desk.app import main
sys.exit(main(["--sample", "20"]))
"""


def test_every_verb_of_the_command_line_is_known_here() -> None:
    text = Path(cli.__file__).read_text("utf-8")
    for verb in ("new", "import", "export", "figures", "workbook", "check", "backup", "restore"):
        assert f'"{verb}"' in text
        assert verb in app.VERBS


def test_a_verb_goes_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[list[str]] = []

    def main(arguments: list[str]) -> int:
        heard.append(arguments)
        return 1

    monkeypatch.setattr(cli, "main", main)
    assert app.main(["figures", "Some.casebook", "--json"]) == 1
    assert heard == [["figures", "Some.casebook", "--json"]]


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], ("", None, [])),
        (["Some.casebook"], ("Some.casebook", None, [])),
        (["--sample", "300"], ("", 300, [])),
        (["-style", "Some.casebook"], ("Some.casebook", None, ["-style"])),
    ],
)
def test_anything_else_opens_the_window(
    arguments: list[str], opened: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []

    def run(path: str, sample: int | None, left: list[str]) -> int:
        heard.append((path, sample, left))
        return 0

    monkeypatch.setattr(application, "run", run)
    assert app.main(arguments) == 0
    assert heard == [opened]


@pytest.mark.parametrize(
    "arguments", [["--sample"], ["--sample", "x"], ["--sample", "5"], ["a.casebook", "b.casebook"]]
)
def test_wrong_use_is_said_and_exits_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(arguments) == 2
    assert "Use:" in capsys.readouterr().err


def test_the_sample_opens_in_a_window_of_its_own_process(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "AIRWARS_DESK_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", SAMPLE],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "listed 20" in done.stdout
