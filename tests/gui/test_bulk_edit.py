"""Several incidents edited at once: preview, one change, one undo; and the list as CSV."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.bulk_edit import BulkEdit
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.window import Window
from airwars_desk.operations.browse import read_page
from airwars_desk.operations.entry import open_case

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window) -> IncidentsPage:
    assert window.list is not None
    window.list.page.table.setFocus()
    return window.list.page


def regions(window: Window, rows: list[int]) -> list[Any]:
    assert isinstance(window.runner, InlineRunner)
    desk = window.runner.desk
    uids = [row.uid for row in read_page(desk, rows) if row is not None]
    return [open_case(desk, uid).get(uid, "region") for uid in uids]


def pick_three(page: IncidentsPage) -> list[int]:
    page.select(0)
    QTest.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    return page.picked_rows()


def edit(window: Window, act: Any) -> None:
    def go_on() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BulkEdit)
        act(dialog)

    QTimer.singleShot(0, go_on)
    QTest.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)


def cells(dialog: BulkEdit, column: int) -> list[str]:
    return [dialog.model.cell(row, column).text for row in range(dialog.model.rowCount())]


def test_a_region_is_set_with_a_preview_and_undone_at_once(
    page: IncidentsPage, window: Window, qtbot: QtBot
) -> None:
    rows = pick_three(page)
    before = regions(window, rows)
    seen: list[Any] = []

    def act(dialog: BulkEdit) -> None:
        assert "3" in dialog.windowTitle()
        assert not dialog.main.isEnabled()
        dialog.field.set_value("region")
        dialog.field.edited.emit()
        QTest.keyClicks(dialog.editor, "Upper Sarim")
        QTest.keyClick(dialog.editor, Qt.Key.Key_Tab)
        seen.append((cells(dialog, 3), dialog.main.text()))
        QTest.keyClicks(dialog.reason, "as the map says")
        QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    edit(window, act)
    assert seen == [(["Upper Sarim"] * 3, "Change 3 incidents")]
    assert regions(window, rows) == ["Upper Sarim"] * 3
    assert page.picked_rows() == rows
    assert window.notices.notice is not None
    assert window.notices.notice.text == "3 incidents changed."
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert regions(window, rows) == before


def test_those_that_stay_are_told_apart(page: IncidentsPage, window: Window) -> None:
    pick_three(page)
    told: list[Any] = []

    def act(dialog: BulkEdit) -> None:
        dialog.field.set_value("tracked_belligerents")
        dialog.field.edited.emit()
        wanted = dialog._words.terms("belligerent")[0]
        dialog.mode.set_value("add")
        dialog.editor.set_value([wanted])
        dialog.editor.edited.emit()
        first = cells(dialog, 3)
        dialog.mode.set_value("set")
        dialog.mode.edited.emit()
        told.append((first, cells(dialog, 3)))
        dialog.reject()

    edit(window, act)
    ((added, replaced),) = told
    assert len(added) == len(replaced) == 3


def test_a_state_that_wants_a_reason_is_not_offered(page: IncidentsPage, window: Window) -> None:
    pick_three(page)
    offered: list[str] = []

    def act(dialog: BulkEdit) -> None:
        offered.extend(dialog.editor.itemText(n) for n in range(dialog.editor.count()))
        dialog.editor.set_value("in_review")
        dialog.editor.edited.emit()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    edit(window, act)
    assert offered == ["–", "Researching", "In review"]
    assert window.notices.notice is None


def test_the_list_is_written_as_csv_as_it_is_shown(
    page: IncidentsPage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    monkeypatch.setattr(ask, "target", lambda *_: path)
    page.show_columns(("code", "killed_max"))
    window.perform_id("list.csv")
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    assert lines[0] == 'Code,"Killed, min","Killed, max"'
    assert len(lines) == len(page.model.ids) + 1
    assert lines[1].split(",")[0] == page.model.index(0, 0).data()
