"""A researcher's walk by keys alone, with the real worker: find, correct, save, undo, redo."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from airwars_desk.gui.application import make_application
from airwars_desk.operations.browse import Listing, list_rows, read_page
from airwars_desk.operations.desk import Office, close, new_casebook, open_casebook
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.sample import make_sample
from tests.acceptance.desk_window import KILLED_MAX, Hands, window_on

REAL_CODE = "CS598"
INVENTED = 120
TYPED = 4321


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, made as the program makes it."""
    return make_application()


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("invented")
    desk = make_sample(Office(folder=folder / "settings"), folder / "Qasra.casebook", INVENTED)
    close(desk)
    return folder


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    part = request.getfixturevalue("real_parts") / "airwars-syria" / "part-a.jsonl.gz"
    if not part.is_file():
        pytest.skip(f"no real collection: {part} is missing")
    folder = tmp_path_factory.mktemp("real")
    office = Office(folder=folder / "settings")
    desk = new_casebook(office, folder / "Syria.casebook", "Ada Example")
    import_files(desk, [part])
    close(desk)
    return folder


def a_code(folder: Path, casebook: str) -> str:
    """Return the code of an incident in the middle of the list."""
    desk = open_casebook(Office(folder=folder / "settings"), folder / casebook)
    try:
        rows = list_rows(desk, Listing())
        return str(read_page(desk, rows[40:41])[0].code)
    finally:
        close(desk)


def test_the_walk_on_invented_incidents(
    qapp: QApplication, qtbot: QtBot, invented: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(invented, tmp_path / "desk"))
    code = a_code(folder, "Qasra.casebook")
    with window_on(qapp, qtbot, folder / "Qasra.casebook", folder / "settings") as hands:
        walk(hands, code)


@pytest.mark.real
@pytest.mark.slow
def test_the_walk_on_real_records(qapp: QApplication, qtbot: QtBot, real: Path) -> None:
    with window_on(qapp, qtbot, real / "Syria.casebook", real / "settings") as hands:
        walk(hands, REAL_CODE)


def walk(hands: Hands, code: str) -> None:
    """Find, correct, save, look at the history, undo and redo; each seen on the screen."""
    find(hands, code)
    before = hands.cell(0, "killed_max")
    hands.press("Return")
    hands.wait(lambda: hands.window.page == "incident")
    assert hands.window.incident is not None
    page = hands.window.incident.page
    assert code in page.case.incident.values["codes"]

    box = hands.walk_to_count()
    was = box.text()
    hands.press("Ctrl+A")
    hands.type(str(TYPED))
    hands.press("Ctrl+S")
    hands.wait(lambda: not page.editing.is_dirty)
    hands.wait(lambda: hands.cell(0, "killed_max").endswith("4,321"))
    saved = hands.cell(0, "killed_max")
    assert saved != before

    hands.press("Ctrl+H")
    assert page.current_tab() == "history"
    history = page.tabs.tab("history")
    hands.wait(lambda: differences(hands) != [])
    assert differences(hands) == [(was or "–", str(TYPED))]
    changes = len(hands.rows(history.table))

    hands.press("Ctrl+Z")
    hands.wait(lambda: hands.cell(0, "killed_max") == before)
    hands.wait(lambda: page.ranges.boxes[KILLED_MAX].text() == was)
    hands.wait(lambda: len(hands.rows(history.table)) == changes + 1)
    hands.wait(lambda: hands.window.context().can_redo)

    hands.press("Ctrl+Shift+Z")
    hands.wait(lambda: hands.cell(0, "killed_max") == saved)
    hands.wait(lambda: page.ranges.boxes[KILLED_MAX].text() == str(TYPED))
    hands.wait(lambda: len(hands.rows(history.table)) == changes + 2)

    hands.press("Alt+Left")
    assert hands.window.page == "incidents"
    assert hands.cell(0, "code") == code
    assert hands.cell(0, "killed_max") == saved


def find(hands: Hands, code: str) -> None:
    """Search a code by keys; the cursor ends on its row."""
    hands.press("/")
    hands.type(code)
    hands.press("Return")
    hands.wait(lambda: hands.listed() == 1)
    hands.wait(lambda: hands.cell(0, "code") == code)


def differences(hands: Hands) -> list[tuple[str, str]]:
    """Return what the history shows as the upper bound before and after the newest change."""
    assert hands.window.incident is not None
    fields = hands.window.incident.page.tabs.tab("history").fields
    return [
        (before, after)
        for record, field, before, after in hands.rows(fields)
        if "killed" in field.lower()
    ]


def test_words_typed_into_a_source_stand_as_typed(
    qapp: QApplication, qtbot: QtBot, invented: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(invented, tmp_path / "desk"))
    with window_on(qapp, qtbot, folder / "Qasra.casebook", folder / "settings") as hands:
        hands.press("Return")
        hands.wait(lambda: hands.window.page == "incident")
        assert hands.window.incident is not None
        page = hands.window.incident.page
        page.text.original.setFocus()
        hands.press("Ctrl+A")
        hands.type("Three were killed")
        hands.press("Ctrl+S")
        hands.wait(lambda: not page.editing.is_dirty)
        hands.type(" at dawn")
        assert page.text.original.toPlainText() == "Three were killed at dawn"

        name = page.text._left.editors["name"]
        name.setFocus()
        hands.press("Ctrl+A")
        hands.type("Qasra")
        hands.press("Home")
        hands.type("The ")
        assert name.text() == "The Qasra"
        assert page.text._name.text() == "The Qasra"


def test_enter_twice_opens_what_was_searched(
    qapp: QApplication, qtbot: QtBot, invented: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(invented, tmp_path / "desk"))
    code = a_code(folder, "Qasra.casebook")
    with window_on(qapp, qtbot, folder / "Qasra.casebook", folder / "settings") as hands:
        assert hands.cell(0, "code") != code
        hands.press("/")
        hands.type(code)
        hands.press("Return")
        hands.press("Return")
        hands.wait(lambda: hands.window.page == "incident")
        assert hands.window.incident is not None
        assert code in hands.window.incident.page.case.incident.values["codes"]
