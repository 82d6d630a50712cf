"""The history of a casebook on the real page: filters, fields, differences, undo with a preview."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.formats.sample import write_sample
from airwars_desk.gui import history_control
from airwars_desk.gui.dialogs.two_times import TwoTimes, moment_at
from airwars_desk.gui.dialogs.undo_preview import UndoPreview
from airwars_desk.gui.models.changes import cells_of
from airwars_desk.gui.pages.casebook_history import CasebookHistory
from airwars_desk.gui.window import Window
from airwars_desk.operations import entry
from airwars_desk.operations.history import HistoryItem
from airwars_desk.operations.importing import import_files

PATIENCE = 20_000


@pytest.fixture
def casebook(plain_casebook: Path) -> Path:
    return plain_casebook


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CasebookHistory:
    """The page after two corrections of the incident that is listed first."""
    for place in ("Hosn Arud", "Ayn Zarda"):
        window.runner.run(lambda desk, place=place: corrected(desk, uid_of(window), place))
    window.perform_id("go.history")
    found = window.pages["history"]
    assert isinstance(found, CasebookHistory)
    return found


def uid_of(window: Window) -> str:
    assert window.list is not None
    return str(window.list.page.model.record(0).uid)


def corrected(desk: Any, uid: str, place: str) -> Any:
    case = entry.open_case(desk, uid)
    case.set(uid, "location_name", place)
    return entry.save_case(desk, case, "named by a second source")


def shown(page: CasebookHistory) -> list[str]:
    return [page.model.item(row).operation for row in range(page.model.rowCount())]


def fields(page: CasebookHistory) -> list[tuple[str, ...]]:
    model = page.fields.model
    return [
        tuple(model.cell(row, column).text for column in range(5))
        for row in range(model.rowCount())
    ]


def wait_for(qtbot: QtBot, test: Any) -> None:
    qtbot.waitUntil(test, timeout=PATIENCE)


def test_changes_stand_newest_first_with_their_fields(
    page: CasebookHistory, window: Window, qtbot: QtBot, bugs: list[str]
) -> None:
    assert shown(page) == ["save_case", "save_case", "import", "add_terms", "new_casebook"]
    assert page.table.hasFocus()
    wait_for(qtbot, lambda: len(fields(page)) == 1)
    [(code, _, field, before, after)] = fields(page)
    assert window.list is not None
    assert (code, field) == (window.list.page.model.record(0).code, "Place")
    assert (before, after) == ("Hosn Arud", "Ayn Zarda")
    assert not bugs


def test_a_change_of_one_incident_names_it_in_its_row(
    page: CasebookHistory, window: Window, bugs: list[str]
) -> None:
    assert window.list is not None
    code = window.list.page.model.record(0).code
    named = [page.model.index(row, 3).data() for row in range(5)]
    assert named == [f"{code} Ayn Zarda", f"{code} Ayn Zarda", "", "", ""]
    assert not bugs


def test_a_row_without_a_code_says_place_and_day_or_that_there_are_several() -> None:
    one = HistoryItem(
        id="1", at="", person="", operation="save_case", reason="", records=3, is_void=False
    )
    for told, text in (
        ({"incidents": 0}, ""),
        ({"incidents": 1}, "without a code"),
        ({"incidents": 1, "place": "Hosn\nArud"}, "Hosn Arud"),
        ({"incidents": 1, "place": "Hosn Arud", "date": "2024-03-14"}, "Hosn Arud, 14 Mar 2024"),
        ({"incidents": 12}, "12 incidents"),
    ):
        assert cells_of(replace(one, **told))[3].text == text


def test_a_wide_change_tells_how_many_records_are_left(page: CasebookHistory, qtbot: QtBot) -> None:
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    wait_for(qtbot, lambda: len(fields(page)) > 100)
    assert fields(page)[-1][1].endswith("more records")
    before, first = len(fields(page)), fields(page)[0]
    page.fields.table.setFocus()
    page.fields.table.selectRow(before - 1)
    QTest.keyClick(page.fields.table, Qt.Key.Key_Return)
    wait_for(qtbot, lambda: len(fields(page)) > before)
    assert fields(page)[0] == first
    assert page.fields.table.currentIndex().row() == before - 1


def test_filters_narrow_the_list(page: CasebookHistory, window: Window, qtbot: QtBot) -> None:
    page.filters.operation.set_value("save_case")
    page.filters.operation.edited.emit()
    wait_for(qtbot, lambda: shown(page) == ["save_case", "save_case"])
    page.filters.operation.set_value(None)
    QTest.keyClicks(page.filters.text, "Zarda")
    wait_for(qtbot, lambda: "add_terms" not in shown(page) and "save_case" in shown(page))
    page.filters.text.selectAll()
    QTest.keyClicks(page.filters.text, "zzzz")
    wait_for(qtbot, lambda: shown(page) == [])
    page.filters.text.selectAll()
    QTest.keyClick(page.filters.text, Qt.Key.Key_Delete)
    QTest.keyClicks(page.filters.day_to, "2001-01-01")
    wait_for(qtbot, lambda: page.filters.asked().day_to == "2001-01-01" and shown(page) == [])
    assert page.filters.person.count() == 2


def test_enter_leads_to_the_fields_and_on_to_the_incident(
    page: CasebookHistory, window: Window, qtbot: QtBot
) -> None:
    wait_for(qtbot, lambda: len(fields(page)) == 1)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.fields.table.hasFocus()
    page.fields.table.selectRow(0)
    QTest.keyClick(page.fields.table, Qt.Key.Key_Return)
    assert window.page == "incident"
    assert window.incident is not None
    assert window.incident.uid == uid_of(window)


def test_two_moments_are_compared_by_keys(
    page: CasebookHistory, window: Window, qtbot: QtBot, bugs: list[str]
) -> None:
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_M)
    assert page.model.first == page.model.item(2).id
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Up)
    QTest.keyClick(page.table, Qt.Key.Key_D)
    [(_, _, field, before, after)] = fields(page)
    assert (field, after) == ("Place", "Ayn Zarda")
    assert before not in ("Hosn Arud", "Ayn Zarda", "–")
    assert "1 record" in page._says.text()
    QTest.keyClick(page.fields.table, Qt.Key.Key_Escape)
    wait_for(qtbot, lambda: fields(page)[0][3] == "Hosn Arud")
    assert page.table.hasFocus()
    assert not bugs


def test_two_times_are_asked_for_and_compared(
    page: CasebookHistory, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(dialog: TwoTimes) -> int:
        dialog.first.set_value("2001-01-01")
        dialog.second.set_value("nonsense")
        dialog.on_main()
        assert not dialog.result()
        assert dialog.problem.text()
        dialog.second.set_value("2001-02-01 ١٠:٣٠")
        dialog.on_main()
        return dialog.result()

    monkeypatch.setattr(TwoTimes, "exec", answered)
    QTest.keyClick(page.table, Qt.Key.Key_T)
    assert fields(page) == []
    assert "0 records" in page._says.text()


@pytest.mark.parametrize("text", ["", "2031-02-30", "2031-02-01 25:00", "yesterday", "2031-2-1"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert moment_at(text) == ""


def test_any_change_is_undone_after_a_preview_and_stands_marked(
    page: CasebookHistory, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []

    def answered(dialog: UndoPreview) -> int:
        model = dialog.fields.model
        seen.append([model.cell(0, column).text for column in (2, 3, 4)])
        QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
        return dialog.result()

    monkeypatch.setattr(UndoPreview, "exec", answered)
    QTest.keyClick(page.table, Qt.Key.Key_U)
    assert seen == [["Place", "Ayn Zarda", "Hosn Arud"]]
    assert shown(page)[0] == "undo"
    undone = page.model.item(1)
    assert undone.is_void
    assert page.model.data(page.model.index(1, 2)) == "Edit the incident undone"
    page.table.selectRow(0)
    assert page.redo_button.isEnabled()
    QTest.mouseClick(page.redo_button, Qt.MouseButton.LeftButton)
    assert shown(page)[0] == "redo"
    assert [page.model.item(row).is_void for row in range(3)] == [False, True, False]


def test_what_no_longer_stands_offers_no_undo(
    page: CasebookHistory, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.table.selectRow(1)
    told: list[bool] = []

    def answered(dialog: UndoPreview) -> int:
        told.append(dialog.main.isEnabled())
        return 0

    monkeypatch.setattr(UndoPreview, "exec", answered)
    QTest.keyClick(page.table, Qt.Key.Key_U)
    assert told == [False]
    page.table.selectRow(4)
    assert not page.undo_button.isEnabled()


def test_an_import_is_undone_as_one_with_a_line_of_progress(
    page: CasebookHistory,
    window: Window,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    bugs: list[str],
) -> None:
    assert window.list is not None
    before = window.list.page.total
    file = tmp_path / "more.jsonl.gz"
    write_sample(file, 90)
    progress: list[tuple[int, int]] = []
    window.runner.progress.connect(lambda _ticket, done, total: progress.append((done, total)))
    window.runner.run(lambda desk: import_files(desk, [file]).change)
    page.renew()
    assert shown(page)[0] == "import"
    assert window.list.page.total > before
    monkeypatch.setattr(history_control, "WIDE", 100)
    monkeypatch.setattr(UndoPreview, "exec", lambda _dialog: 1)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_U)
    assert progress
    assert progress[-1][0] == progress[-1][1]
    assert window.list.page.total == before
    assert shown(page)[:2] == ["undo", "import"]
    assert page.model.item(1).is_void
    assert not bugs
