"""The palette with real keys: commands, codes, places and people in one box; nothing stale."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.gui import requests
from airwars_desk.gui.commands import help as guide
from airwars_desk.gui.dialogs.commands import CommandList
from airwars_desk.gui.tasks import Runner
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office
from airwars_desk.operations.standalone import new_item, save_items

PATIENCE = 20_000


@pytest.fixture
def palette(window: Window, qtbot: QtBot) -> Iterator[CommandList]:
    dialog = CommandList(window, window.context())
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def kinds(dialog: CommandList) -> list[str]:
    keys = [dialog.model.key(row) for row in range(dialog.model.rowCount())]
    return [getattr(key, "kind", "command") for key in keys if key]


def first_code(window: Window) -> str:
    assert window.list is not None
    return str(window.list.page.model.record(0).code)


def test_without_words_it_lists_what_can_be_done_with_keys(palette: CommandList) -> None:
    assert set(kinds(palette)) == {"command"}
    row = palette.model.row_of("go.history")
    assert palette.model.cell(row, 1).text == "Alt 5"


def test_a_code_is_found_and_enter_opens_its_incident(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = first_code(window)

    def answered(dialog: CommandList) -> int:
        dialog.show()
        QTest.keyClicks(dialog.field, code.lower())
        qtbot.waitUntil(lambda: "code" in kinds(dialog), timeout=PATIENCE)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(CommandList, "exec", answered)
    guide.all_commands(window)
    assert window.page == "incident"
    assert window.incident is not None
    case = window.incident.page.case
    assert case.get(case.uid, "codes")[0] == code


def test_enter_pressed_before_anything_is_found_waits_for_the_first(
    palette: CommandList, window: Window
) -> None:
    QTest.keyClicks(palette.field, first_code(window))
    assert palette.chosen() == ""
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.result()
    assert palette.chosen().code == first_code(window)


def test_arabic_through_an_input_method_finds_places_and_people(
    palette: CommandList, qtbot: QtBot
) -> None:
    event = QInputMethodEvent()
    event.setCommitString("مرا")
    QCoreApplication.sendEvent(palette.field, event)
    qtbot.waitUntil(lambda: "place" in kinds(palette), timeout=PATIENCE)
    assert all(kind in ("place", "victim", "source") for kind in kinds(palette))


def test_arrows_step_over_the_titles_of_groups(palette: CommandList, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "ma")
    qtbot.waitUntil(lambda: len(set(kinds(palette))) > 2, timeout=PATIENCE)
    seen = [palette.chosen()]
    for _ in range(len(kinds(palette)) - 1):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
        seen.append(palette.chosen())
    assert all(seen)
    assert len(seen) == len(set(map(str, seen)))
    QTest.keyClick(palette.field, Qt.Key.Key_PageUp)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.chosen() in seen


def test_words_that_nothing_holds_say_so(palette: CommandList, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "zzzz")
    qtbot.waitUntil(lambda: palette._says.text() == "Nothing is found.", timeout=PATIENCE)
    assert palette.chosen() == ""


def test_where_nothing_is_found_the_words_stand_where_rows_would(
    palette: CommandList, qtbot: QtBot
) -> None:
    QTest.keyClicks(palette.field, "zzzz")
    assert palette._says.text() == "Searching …"
    assert not palette.table.isVisible()
    qtbot.waitUntil(lambda: palette._says.text() == "Nothing is found.", timeout=PATIENCE)
    assert palette._says.geometry().top() - palette.field.geometry().bottom() < 20
    palette.field.clear()
    assert palette.table.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("add an incident", "incident.new"),
        ("spreadsheet", "month.write"),
        ("grade", "incident.assess"),
        ("preferences", "go.settings"),
        ("shortcuts", "help.keys"),
        ("add a file", "attachment.choose"),
    ],
)
def test_an_action_is_found_by_other_words_for_it(window: Window, typed: str, found: str) -> None:
    window.perform_id("incident.open")
    dialog = CommandList(window, window.context())
    dialog.field.setText(typed)
    assert found in [dialog.model.key(row) for row in range(dialog.model.rowCount())]
    dialog.deleteLater()


def test_a_saved_view_is_found_and_its_search_asked(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    view = new_item("saved_view", name="Around the market", query="market")
    window.runner.run(lambda desk: save_items(desk, "save_views", [view]))

    def answered(dialog: CommandList) -> int:
        dialog.show()
        QTest.keyClicks(dialog.field, "around")
        qtbot.waitUntil(lambda: kinds(dialog) == ["view"], timeout=PATIENCE)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(CommandList, "exec", answered)
    guide.all_commands(window)
    assert window.page == "incidents"
    assert window.list is not None
    assert window.list.page.search.text() == "market"
    assert not bugs


def test_without_a_casebook_only_commands_are_offered(window: Window, qtbot: QtBot) -> None:
    window.close_casebook()
    dialog = CommandList(window, window.context())
    QTest.keyClicks(dialog.field, "sample")
    assert dialog.current() == "casebook.sample"
    assert set(kinds(dialog)) == {"command"}
    dialog.deleteLater()


def test_typing_never_waits_and_stale_answers_are_dropped(
    qtbot: QtBot, theme: Theme, casebook: Path, office: Office
) -> None:
    runner = Runner(lambda: office, requests.close_desk)
    window = Window(theme, runner)
    window.show()
    window.open_path(casebook)
    qtbot.waitUntil(lambda: bool(window.about.name), timeout=PATIENCE)
    dialog = CommandList(window, window.context())
    dialog.show()
    told: list[Any] = []
    for typed in ("m", "ma", "mar", "mark"):
        dialog.field.setText(typed)
        dialog._ask()
        assert dialog.field.text() == typed
    dialog._show = lambda kept="": told.append(dialog.field.text())  # type: ignore[method-assign]
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == ["mark"]
    dialog.close()
    dialog.deleteLater()
    window.close()
    runner.shut_down()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
