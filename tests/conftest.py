"""What every test starts from: no screen, a private settings folder, nothing left behind."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("LC_ALL", "C.UTF-8")

ROOT = Path(__file__).resolve().parent.parent
REAL_PARTS_VARIABLE = "AIRWARS_DESK_DATA"


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test its own settings folder, so that none sees another's or the user's."""
    home = tmp_path / "settings"
    monkeypatch.setenv("AIRWARS_DESK_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail a test that leaves a thread running or a window open."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(timeout=5)
    left = [t.name for t in set(threading.enumerate()) - before if not t.daemon]
    assert not left, f"threads left behind: {left}"
    assert not open_windows(), f"windows left open: {open_windows()}"


def open_windows() -> list[str]:
    """Return the classes of the windows on screen; does not load Qt to find out."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def real_parts() -> Path:
    """Return the folder of the two real collections, or skip where they are absent."""
    named = os.environ.get(REAL_PARTS_VARIABLE)
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real collections: set {REAL_PARTS_VARIABLE} to their folder")
    return folder
