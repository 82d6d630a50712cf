"""A researcher's walk with real keys: find, correct, save, look at history, undo, redo."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui import requests
from airwars_desk.gui.tasks import Runner
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office
from airwars_desk.records.counts import CIVILIANS

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BOX = (CIVILIANS, "killed_max")
WAIT = 20_000  # milliseconds; a busy machine loads the records slowly
Settle = Callable[[int], None]


def code_at(window: Window, position: int) -> str:
    assert window.list is not None
    return str(window.list.page.model.record(position).code)


def find(window: Window, code: str, settle: Settle) -> None:
    assert window.list is not None
    page = window.list.page
    QTest.keyClick(window, Qt.Key.Key_Slash)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, code)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    settle(50)
    assert page.table.hasFocus()


def type_count(window: Window, text: str) -> None:
    assert window.incident is not None
    box = window.incident.page.ranges.boxes[BOX]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)


def test_find_correct_save_undo_redo(window: Window, settle: Settle, bugs: list[str]) -> None:
    assert window.list is not None
    settle(50)
    code = code_at(window, 3)
    before = window.list.page.model.record(3).killed_max
    find(window, code, settle)
    assert code_at(window, 0) == code
    QTest.keyClick(window.list.page.table, Qt.Key.Key_Return)
    assert window.page == "incident"
    assert window.incident is not None
    page = window.incident.page

    type_count(window, "777")
    assert page.editing.is_dirty
    assert page.header.save_button.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not page.editing.is_dirty
    assert not page.header.save_button.isEnabled()
    assert window.list.page.model.record(0).killed_max == 777
    assert "Saved" in window.shell.strip._saved.text()

    item = page.tabs.tab("history")._items[0]
    changed = [change for change in item.fields if change.field == "killed_max"]
    assert [change.after for change in changed] == [777]
    assert [change.before for change in changed] == [before]

    page.header.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.list.page.model.record(0).killed_max == before
    assert page.ranges.boxes[BOX].value() == before
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.list.page.model.record(0).killed_max == 777
    assert page.ranges.boxes[BOX].value() == 777
    assert not bugs


def test_unknown_and_zero_stay_apart(window: Window, settle: Settle, bugs: list[str]) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    page = window.incident.page
    type_count(window, "0")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert page.ranges.boxes[BOX].value() == 0
    box = page.ranges.boxes[BOX]
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert box.value() is None
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert page.ranges.boxes[BOX].value() is None
    assert window.list is not None
    assert window.list.page.model.record(0).killed_max is None
    assert not bugs


def test_arabic_is_typed_kept_and_found(window: Window, settle: Settle, bugs: list[str]) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    assert window.list is not None
    page = window.incident.page
    page.show_tab("where")
    field = page.tabs.tab("where").forms[1].editors["location_name_arabic"]
    field.setFocus()
    field.selectAll()
    commit(field, "قصر الحمراء الجديد")
    assert field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    uid = page.case.uid
    window.perform_id("list.search")
    window.list.page.search.clear()
    commit(window.list.page.search, "الحمراء")
    settle(250)
    assert [window.list.page.model.record(0).uid] == [uid]
    assert len(window.list.page.model.ids) == 1
    assert not bugs


def commit(field: QWidget, text: str) -> None:
    """Type as an input method does; keyClicks with Arabic ends the process."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_a_new_incident_is_stored_when_saved(window: Window, bugs: list[str]) -> None:
    assert window.list is not None
    total = window.list.page.total
    QTest.keyClick(window.list.page.table, Qt.Key.Key_N)
    assert window.page == "incident"
    assert window.incident is not None
    page = window.incident.page
    assert page.current_tab() == "where"
    field = page.tabs.tab("where").forms[1].editors["location_name"]
    field.setFocus()
    QTest.keyClicks(field, "New Ayn Zarda")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert window.list.page.total == total + 1
    assert not page.case.incident.is_new
    window.perform_id("edit.undo")
    assert window.list.page.total == total
    assert window.page == "incidents"
    assert not bugs


def test_a_letter_typed_into_a_field_starts_no_action(window: Window) -> None:
    window.perform_id("list.search")
    assert window.list is not None
    QTest.keyClicks(window.list.page.search, "n/?")
    assert window.page == "incidents"
    assert window.list.page.search.text() == "n/?"


def test_what_was_typed_is_offered_again_after_leaving(window: Window, bugs: list[str]) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    assert window.list is not None
    uid = window.incident.uid
    type_count(window, "555")
    window.perform_id("go.next")
    assert window.incident.uid != uid
    window.incident.open_uid(uid)
    notice = window.notices.notice
    assert notice is not None
    assert notice.action == "draft.take"
    assert window.incident.page.ranges.boxes[BOX].value() != 555
    window.perform_id("draft.take")
    assert window.incident.page.ranges.boxes[BOX].value() == 555
    assert window.incident.page.editing.is_dirty
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    window.incident.open_uid(uid)
    assert window.incident.draft is None
    assert not bugs


def test_typing_is_on_the_disk_within_two_seconds(
    window: Window, casebook: Path, settle: Settle
) -> None:
    window.perform_id("incident.open")
    type_count(window, "4444")
    settle(1300)
    files = list((casebook / "drafts").glob("*.json"))
    assert len(files) == 1
    assert b"4444" in files[0].read_bytes()


def test_a_folder_that_is_no_casebook_is_refused_in_one_sentence(
    window: Window, tmp_path: Path
) -> None:
    window.close_casebook()
    window.open_path(tmp_path)
    notice = window.notices.notice
    assert notice is not None
    assert notice.ink == "error"
    assert notice.stays
    assert window.page == "start"


def test_columns_sort_and_turn_round(window: Window) -> None:
    assert window.list is not None
    page = window.list.page
    page.sort_by(4)
    most = [page.model.record(at).killed_max or 0 for at in range(5)]
    assert most == sorted(most, reverse=True)
    page.sort_by(4)
    known = [page.model.record(at).killed_max for at in range(5)]
    assert known == sorted(number for number in known if number is not None)


def test_enter_on_the_first_look_opens_the_incident_once_the_casebook_is_open(
    qtbot: QtBot, theme: Theme, casebook: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pause between look and opening, made as long as a busy machine makes it."""
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(
        Runner, "after_paint", lambda _runner, act, _shown=None: waiting.append(act)
    )
    runner = Runner(lambda: office, requests.close_desk)
    window = Window(theme, runner)
    qtbot.addWidget(window)
    window.show()
    window.start(str(casebook))
    qtbot.waitUntil(lambda: bool(waiting))
    assert window.is_glance
    assert window.list is not None
    QTest.keyClick(window.list.page.table, Qt.Key.Key_Return)
    for act in waiting:
        act()
    qtbot.waitUntil(lambda: window.page == "incident", timeout=20_000)
    assert window.incident is not None
    assert window.incident.uid
    window.close()
    runner.shut_down()


def test_the_real_worker_serves_the_window(
    qtbot: QtBot, theme: Theme, shelf: Path, tmp_path: Path, office: Office
) -> None:
    path = Path(shutil.copytree(shelf, tmp_path / "Own.casebook"))
    runner = Runner(lambda: office, requests.close_desk)
    window = Window(theme, runner)
    qtbot.addWidget(window)
    window.show()
    window.start(str(path))
    qtbot.waitUntil(
        lambda: window.list is not None and len(window.list.page.model.ids) > 0, timeout=WAIT
    )
    assert window.list is not None
    qtbot.waitUntil(
        lambda: window.list is not None and window.list.page.model.record(0) is not None,
        timeout=WAIT,
    )
    QTest.keyClick(window.list.page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page == "incident", timeout=WAIT)
    type_count(window, "321")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(
        lambda: window.incident is not None and not window.incident.page.editing.is_dirty,
        timeout=WAIT,
    )
    qtbot.waitUntil(
        lambda: (r := window.list.page.model.record(0)) and r.killed_max == 321,  # type: ignore[union-attr]
        timeout=WAIT,
    )
    window.close()
    runner.shut_down()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("desk-")]
