"""A dressed application, a small casebook of invented incidents, and a window on it."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from airwars_desk.gui import requests
from airwars_desk.gui.application import dress, make_application
from airwars_desk.gui.dialogs import enter_once
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.theme import LIGHT, Theme
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.sample import make_sample, sample_casebook

INCIDENTS = 60


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, made as the program makes it."""
    return make_application()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look, on the application."""
    return dress(qapp, LIGHT)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook of invented incidents, made once; tests take copies."""
    folder = tmp_path_factory.mktemp("shelf")
    desk = sample_casebook(Office(folder=folder), INCIDENTS)
    path = desk.store.folder
    close(desk)
    return path


@pytest.fixture
def casebook(shelf: Path, tmp_path: Path) -> Path:
    """A casebook of its own for a test."""
    return Path(shutil.copytree(shelf, tmp_path / "Qasra.casebook"))


@pytest.fixture(scope="session")
def plain_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same incidents as imported, with nobody's work on them."""
    folder = tmp_path_factory.mktemp("plain-shelf")
    path = folder / "Qasra.casebook"
    close(make_sample(Office(folder=folder), path, INCIDENTS, with_work=False))
    return path


@pytest.fixture
def plain_casebook(plain_shelf: Path, tmp_path: Path) -> Path:
    """A casebook of its own for a test that begins with nothing declared, no team, no views."""
    return Path(shutil.copytree(plain_shelf, tmp_path / "Qasra.casebook"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Settings of its own for a test."""
    folder = tmp_path / "home"
    folder.mkdir()
    return Office(folder=folder)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, theme: Theme, casebook: Path, office: Office
) -> Iterator[Window]:
    """A window on the casebook; its worker does everything at once."""
    runner = InlineRunner(lambda: office, requests.close_desk)
    shown = Window(theme, runner)
    shown.show()
    shown.open_path(casebook)
    yield shown
    shown.close()
    runner.shut_down()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [widget for widget in qapp.topLevelWidgets() if isinstance(widget, Window)]


@pytest.fixture(autouse=True)
def strokes_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of tests follow each other faster than a hand strikes twice; every one is meant."""
    monkeypatch.setattr(enter_once, "MOMENT_MS", 0)


@pytest.fixture
def settle() -> Callable[[int], None]:
    """Let timers and events run for some milliseconds."""
    return partial(_settle)


def _settle(for_ms: int = 200) -> None:
    loop = QEventLoop()
    QTimer.singleShot(for_ms, loop.quit)
    loop.exec()


@pytest.fixture
def bugs(window: Window) -> list[str]:
    """Bugs the window met; every test that uses it looks at them at its end."""
    found: list[Any] = []
    window.runner.broken.connect(found.append)
    return found
