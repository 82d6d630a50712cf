"""The page "Declared" with real keys: records typed, removed, undone; a table pasted."""

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.gui.pages.declared import DeclaredPage
from airwars_desk.gui.pages.declared_form import CLAIM, TALLY
from airwars_desk.gui.pages.declared_rows import sentence_of
from airwars_desk.gui.pages.paste_table import PasteTable
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.window import Window
from airwars_desk.operations.standalone import list_items
from airwars_desk.records.case import Item
from airwars_desk.rules.tallies import Doubt

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # offscreen popups

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
COALITION, SYRIA = "belligerent/us-led-coalition", "country/syria"
MARCH = (
    "Month\tSyria\tSyria to date\tIraq\tIraq to date\n"
    "Feb 2017\t547\t7,397\t272\t11,286\n"
    "March 2017\t434 (-21%)\t7,831\tabout 270\t11,554\n"
    "spring\t1\t2\t3\t4\n"
    "May 2017\t\t9,093\t267\t12,820\n"
)


@pytest.fixture
def casebook(plain_casebook: Path) -> Path:
    return plain_casebook


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> DeclaredPage:
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    QTest.keyClick(window, Qt.Key.Key_8, ALT)
    assert window.page == "declared"
    return cast("DeclaredPage", window.pages["declared"])


def stored(window: Window, kind: str) -> list[Item]:
    return list_items(cast("InlineRunner", window.runner).desk, kind)


def fill(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose(field: Any, text: str) -> None:
    """Type a part of a label; Escape puts the completions away, Return takes what was meant."""
    edit = field.lineEdit()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    popup = field.completer().popup()
    if popup.isVisible():
        popup.hide()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Return)


def add_tally(page: DeclaredPage, end: str, strikes: str, to_date: str) -> None:
    table = page.blocks[TALLY].table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_N)
    editors = page.form.forms[TALLY].editors
    choose(editors["belligerent"], "u.s.-led coal")
    choose(editors["country"], "syria")
    fill(editors["date_start"], f"1 {end.split(' ', 1)[1]}")
    fill(editors["date_end"], end)
    fill(editors["strikes"], strikes)
    fill(editors["strikes_to_date"], to_date)


def cells(page: DeclaredPage, kind: str) -> list[list[str]]:
    rows = page.blocks[kind].table.rows
    return [
        [rows.cell(row, column).text for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_a_tally_is_typed_saved_edited_removed_and_undone(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    add_tally(page, "28 Feb 2017", "547", "7,397")
    assert stored(window, TALLY) == []
    QTest.keyClick(page.form.forms[TALLY].editors["strikes"], Qt.Key.Key_Return, CTRL)
    (item,) = stored(window, TALLY)
    assert item.values == {
        "belligerent": COALITION, "country": SYRIA, "date_start": "2017-02-01",
        "date_end": "2017-02-28", "strikes": 547, "strikes_to_date": 7397,
    }  # fmt: skip
    assert not page.form.save_button.isEnabled()
    table = page.blocks[TALLY].table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    fill(page.form.forms[TALLY].editors["strikes"], "548")
    QTest.keyClick(page.form.forms[TALLY].editors["strikes"], Qt.Key.Key_Return, CTRL)
    assert stored(window, TALLY)[0].values["strikes"] == 548
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert stored(window, TALLY) == []
    assert cells(page, TALLY) == []
    notice = window.notices.notice
    assert notice is not None
    assert notice.action == "edit.undo"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert stored(window, TALLY)[0].values["strikes"] == 548
    assert len(cells(page, TALLY)) == 1
    assert not bugs


def test_what_was_typed_is_saved_when_the_cursor_or_the_page_leaves(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    add_tally(page, "28 Feb 2017", "547", "7397")
    add_tally(page, "31 Mar 2017", "434", "7831")
    assert len(stored(window, TALLY)) == 1
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    assert [item.values["strikes"] for item in stored(window, TALLY)] == [547, 434]
    QTest.keyClick(window, Qt.Key.Key_8, ALT)
    assert [row[2:6] for row in cells(page, TALLY)] == [
        ["Mar 2017", "434", "−21 %", "7,831"],
        ["Feb 2017", "547", "–", "7,397"],
    ]
    table = page.blocks[TALLY].table
    assert table.hasFocus()
    fill(page.form.forms[TALLY].editors["munitions"], "12")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down if table.currentIndex().row() == 0 else Qt.Key.Key_Up)
    assert sum(item.values.get("munitions") == 12 for item in stored(window, TALLY)) == 1
    assert not bugs


def test_what_was_typed_is_saved_when_the_casebook_is_closed(
    window: Window, page: DeclaredPage, casebook: Path, bugs: list[str]
) -> None:
    add_tally(page, "28 Feb 2017", "547", "7397")
    window.perform_id("casebook.close")
    window.open_path(casebook)
    assert [item.values["strikes"] for item in stored(window, TALLY)] == [547]
    assert not bugs


def test_a_casebook_that_can_only_be_read_is_shown_and_not_changed(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    add_tally(page, "28 Feb 2017", "547", "7397")
    page.leave()
    board = page.board
    assert board is not None
    page.show_board(board, window.words, writable=False)
    page.add(TALLY)
    page.remove_current(TALLY)
    assert len(cells(page, TALLY)) == 1
    assert not page.form.forms[TALLY].isEnabled()
    page.pastes[TALLY].box.setPlainText("Month\tSyria\nMarch 2017\t5")
    page.pastes[TALLY].kind.belligerent.set_value(COALITION)
    page.pastes[TALLY].renew()
    assert [read.state for read in page.pastes[TALLY].read] == ["new"]
    assert not page.pastes[TALLY].add_button.isEnabled()
    page.pastes[TALLY].accept()
    assert len(stored(window, TALLY)) == 1
    assert not bugs


def test_a_new_record_with_nothing_typed_is_not_saved(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    add_tally(page, "28 Feb 2017", "547", "7397")
    page.form.save_button.click()
    QTest.mouseClick(page.blocks[TALLY].table.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(page.blocks[TALLY].table, Qt.Key.Key_N)
    assert page.form.forms[TALLY].editors["country"].value() == SYRIA
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    assert len(stored(window, TALLY)) == 1
    assert not bugs


def test_a_claim_is_typed_and_a_contradiction_is_shown(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    add_tally(page, "28 Feb 2017", "547", "7397")
    add_tally(page, "31 Mar 2017", "400", "7831")
    page.leave()
    assert [row[-1] for row in cells(page, TALLY)] == [
        "Mar 2017: 400 stated, the sums differ by 434", "",
    ]  # fmt: skip
    assert "434" in page.form.doubts.text()
    table = page.blocks[CLAIM].table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_N)
    editors = page.form.forms[CLAIM].editors
    choose(editors["belligerent"], "u.s.-led coal")
    editors["stance"].set_value("claims")
    editors["stance"].edited.emit()
    editors["subject"].set_value("combatants_killed")
    editors["subject"].edited.emit()
    fill(editors["quantity_min"], "50000")
    fill(editors["stated_on"], "14.12.2016")
    QTest.keyClick(editors["stated_on"], Qt.Key.Key_Return, CTRL)
    (claim,) = stored(window, CLAIM)
    assert claim.values["quantity_min"] == 50_000
    assert cells(page, CLAIM) == [
        ["U.S.-led Coalition", "all", "14 Dec 2016", "Claims", "Combatants killed", "50,000+", ""]
    ]
    assert not bugs


def test_a_table_is_pasted_read_and_taken_line_by_line(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    QGuiApplication.clipboard().setText(MARCH)
    table = page.blocks[TALLY].table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_V, CTRL)
    paste = page.pastes[TALLY]
    assert paste.isVisible()
    assert {read.state for read in paste.read} == {"refused"}
    assert not paste.add_button.isEnabled()
    choose(paste.kind.belligerent, "u.s.-led coal")
    assert [read.state for read in paste.read] == ["new", "new", "refused", "refused", "new", "new"]
    assert stored(window, TALLY) == []
    refuse(paste, 1)
    assert paste.add_button.text().startswith("Add 3")
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    assert stored(window, TALLY) == []
    assert paste.leave_out.text() == "&Leave out 2 lines not read"
    QTest.keyClick(paste.leave_out, Qt.Key.Key_Space)
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    found = [(i.values["country"], i.values.get("strikes")) for i in stored(window, TALLY)]
    assert found == [(SYRIA, 547), (SYRIA, None), ("country/iraq", 267)]
    left = paste.box.toPlainText().splitlines()
    assert [line.split("\t")[0] for line in left] == ["Month", "Feb 2017", "March 2017", "spring"]
    assert [read.state for read in paste.read] == ["same", "new", "refused", "refused"]
    assert not paste.read[1].is_taken
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.AltModifier)
    assert stored(window, TALLY) == []
    QTest.keyClick(paste.box, Qt.Key.Key_Escape)
    assert not paste.isVisible()
    assert not bugs


def refuse(paste: PasteTable, row: int) -> None:
    paste.table.setFocus()
    paste.table.setCurrentIndex(paste.model.index(row, 0))
    QTest.keyClick(paste.table, Qt.Key.Key_Space)


def test_a_tally_that_differs_changes_the_record_only_when_a_person_says_so(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    add_tally(page, "31 Mar 2017", "434", "7831")
    page.leave()
    uid = stored(window, TALLY)[0].uid
    window.perform_id("tally.paste")
    paste = page.pastes[TALLY]
    choose(paste.kind.belligerent, "u.s.-led coal")
    fill(paste.kind.columns, "Month; Syria; Syria to date")
    paste.box.setPlainText("March 2017\t435\t7,832")
    assert [(read.state, read.is_taken) for read in paste.read] == [("differs", False)]
    assert "435 (recorded: 434)" in paste.model.cell(0, 0).text
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    assert stored(window, TALLY)[0].values["strikes"] == 434
    refuse(paste, 0)
    assert paste.read[0].is_taken
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    (item,) = stored(window, TALLY)
    assert (item.uid, item.values["strikes"], item.values["strikes_to_date"]) == (uid, 435, 7832)
    assert paste.box.toPlainText() == ""
    assert not bugs


CLAIMS = (
    "Date; Position; Of what; Number; In words\n"
    "14 Dec 2016; claims; fighters killed; 50,000+; Fifty thousand\n"
    "1 May 2017; concedes; civilian deaths; 352; At least 352\n"
    "1 May 2017; hints; civilian deaths; 3; \n"
)


def test_claims_are_pasted_by_keys_read_and_undone_as_one(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    QGuiApplication.clipboard().setText(CLAIMS)
    page.blocks[CLAIM].table.setFocus()
    QTest.keyClick(page.blocks[CLAIM].table, Qt.Key.Key_V, CTRL)
    paste = page.pastes[CLAIM]
    assert paste.isVisible()
    assert {read.state for read in paste.read} == {"refused"}
    choose(paste.kind.belligerent, "u.s.-led coal")
    assert [read.state for read in paste.read] == ["new", "new", "refused"]
    assert "“hints” is not understood; write claims" in paste.model.cell(2, 0).text
    assert paste.model.cell(0, 0).text == (
        "14 Dec 2016: claims combatants killed 50,000+, U.S.-led Coalition, all, “Fifty thousand”"
    )
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    assert stored(window, CLAIM) == []
    QTest.keyClick(paste.leave_out, Qt.Key.Key_Space)
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    assert stored(window, CLAIM)[1].values == {
        "belligerent": COALITION, "stance": "concedes", "subject": "civilians_killed",
        "stated_on": "2017-05-01", "quantity_min": 352, "quantity_max": 352,
        "words": "At least 352",
    }  # fmt: skip
    assert paste.box.toPlainText().splitlines()[1:] == CLAIMS.splitlines()[3:]
    assert len(cells(page, CLAIM)) == 2
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.AltModifier)
    assert stored(window, CLAIM) == []
    QTest.keyClick(paste.box, Qt.Key.Key_Escape)
    assert page.blocks[CLAIM].table.hasFocus()
    assert not bugs


def test_a_claim_that_differs_changes_the_record_only_when_a_person_says_so(
    window: Window, page: DeclaredPage, bugs: list[str]
) -> None:
    window.perform_id("claim.paste")
    paste = page.pastes[CLAIM]
    choose(paste.kind.belligerent, "u.s.-led coal")
    head = "Date\tPosition\tCivilians killed\tIn words\n1 May 2017\tconcedes\t"
    paste.box.setPlainText(f"{head}300–352\tWords")
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    (before,) = stored(window, CLAIM)
    paste.box.setPlainText(f"{head}352+\tWords")
    assert [(read.state, read.is_taken) for read in paste.read] == [("differs", False)]
    assert "352+ (recorded: 300–352)" in paste.model.cell(0, 0).text
    refuse(paste, 0)
    QTest.keyClick(paste.box, Qt.Key.Key_Return, CTRL)
    (after,) = stored(window, CLAIM)
    assert after.uid == before.uid
    assert after.values["quantity_min"] == 352
    assert "quantity_max" not in after.values
    assert not bugs


def test_f6_walks_the_panes(window: Window, page: DeclaredPage, bugs: list[str]) -> None:
    add_tally(page, "31 Mar 2017", "434", "7831")
    page.leave()
    page.blocks[TALLY].table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.blocks[CLAIM].table.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.form.isAncestorOf(window.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.blocks[TALLY].table.hasFocus()
    assert not bugs


@pytest.mark.parametrize("name", ["month_differs", "sum_falls", "stated_twice"])
def test_every_doubt_says_both_numbers(name: str) -> None:
    doubt = Doubt(id=name, measure="strikes", when="2017-03", values=(1234, 999), uids=())
    assert "1,234" in sentence_of(doubt)
    assert "999" in sentence_of(doubt)


@pytest.mark.parametrize("name", ["not_a_month", "no_day"])
def test_what_no_month_uses_says_so(name: str) -> None:
    doubt = Doubt(id=name, measure="strikes", when="", values=(1234,), uids=())
    assert "1,234" in sentence_of(doubt)
    assert "not used" in sentence_of(doubt)
