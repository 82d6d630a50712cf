"""What is typed on the incident page is stored, or it is said that it is not: met by a newcomer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from airwars_desk.gui.forms.plurals import Chips
from airwars_desk.gui.pages.incident.page import IncidentPage
from airwars_desk.gui.pages.incident.tabs import NAMES
from airwars_desk.gui.window import Window
from airwars_desk.records.counts import CIVILIANS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LOW, HIGH = (CIVILIANS, "killed_min"), (CIVILIANS, "killed_max")


@pytest.fixture
def page(window: Window) -> IncidentPage:
    window.perform_id("incident.open")
    assert window.incident is not None
    return window.incident.page


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    if hasattr(field, "selectAll"):
        field.selectAll()
    QTest.keyClicks(field, text)


def notice(window: Window) -> str:
    return str(window.notices._text.text())


def test_a_range_typed_into_one_box_fills_both(page: IncidentPage, window: Window) -> None:
    type_into(page.ranges.boxes[LOW], "3-14")
    assert page.ranges.boxes[LOW].value() == 3
    assert page.ranges.boxes[HIGH].value() == 14
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert page.ranges.boxes[LOW].text() == "3"
    assert not page.editing.is_dirty


def test_what_cannot_be_read_is_not_saved_and_the_cursor_goes_there(
    page: IncidentPage, window: Window
) -> None:
    before = page.ranges.boxes[HIGH].value()
    type_into(page.ranges.boxes[HIGH], "many")
    page.ranges.why.setFocus()
    QTest.keyClicks(page.ranges.why, "because")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert page.editing.is_dirty
    assert "many" in notice(window)
    assert "Not saved" in notice(window)
    assert page.ranges.boxes[HIGH].hasFocus()
    type_into(page.ranges.boxes[HIGH], "9")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not page.editing.is_dirty
    assert page.ranges.boxes[HIGH].value() == 9 != before


def test_part_of_a_country_is_taken_or_refused_but_never_left(
    page: IncidentPage, window: Window
) -> None:
    page.show_tab("where")
    chips = page.tabs.tab("where").forms[1].editors["countries"]
    assert isinstance(chips, Chips)
    chips.set_value(None)
    type_into(chips._field, "Qas")
    QTest.keyClick(chips._field, Qt.Key.Key_Return)
    assert [page.editing.words.label(uid) for uid in chips.value() or ()] == ["Qasra"]
    assert not chips._field.text()
    type_into(page.tabs.tab("where").forms[1].editors["region"], "North")
    type_into(chips._field, "Nowhere at all")
    QTest.keyClick(chips._field, Qt.Key.Key_Tab)
    window.perform_id("incident.save")
    assert "Nowhere at all" in notice(window)
    assert page.editing.is_dirty


def test_text_of_a_source_that_is_left_is_named(page: IncidentPage, window: Window) -> None:
    assert len(page.case.of("citation")) > 1
    type_into(page.this_source.counts.boxes[LOW], "two")
    QTest.keyClick(page, Qt.Key.Key_Down, ALT)
    assert "two" in notice(window)
    assert "Nothing was recorded" in notice(window)


def test_escape_brings_back_what_stood_in_the_field(page: IncidentPage) -> None:
    box = page.ranges.boxes[HIGH]
    before = box.value()
    type_into(box, "777")
    assert page.editing.is_dirty
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.value() == before
    assert not page.editing.is_dirty
    type_into(box, "many")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.is_wrong
    assert box.value() == before


def test_the_tab_counts_checks_as_the_list_does(page: IncidentPage, window: Window) -> None:
    assert window.list is not None
    row = window.list.page.model.record(0)
    told = page.bar.tabText(NAMES.index("checks")).split()
    assert told == (["Checks", str(row.checks)] if row.checks else ["Checks"])


def test_n_never_leaves_an_incident(page: IncidentPage, window: Window) -> None:
    uid = page.case.uid
    known = len(page.case.of("victim"))
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    table = page.tabs.tab("victims").table
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_N)
    assert page.case.uid == uid
    assert len(page.case.of("victim")) == known + 1
    for name in ("where", "facts", "attribution", "narrative"):
        page.show_tab(name)
        page.bar.setFocus()
        QTest.keyClick(page.bar, Qt.Key.Key_N)
        assert page.case.uid == uid


def test_a_source_is_added_by_key_and_begins_with_its_name(
    page: IncidentPage, window: Window
) -> None:
    known = len(page.case.of("citation"))
    page.show_tab("victims")
    QTest.keyClick(window, Qt.Key.Key_N, ALT)
    assert len(page.case.of("citation")) == known + 1
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Source"
    QTest.keyClicks(focused, "Bakery Families")
    assert page.case.of("citation")[-1].values["name"] == "Bakery Families"


def test_an_undo_while_typing_is_gone_on_from(page: IncidentPage, window: Window) -> None:
    high = page.ranges.boxes[HIGH]
    before = high.value()
    type_into(high, str(before + 3))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    type_into(high, str(before))
    page.ranges.why.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | ALT)
    assert high.value() == before
    assert not page.editing.is_dirty
    assert not page.header.save_button.isEnabled()


def test_the_undo_key_takes_a_save_back_once_it_is_saved(
    page: IncidentPage, window: Window
) -> None:
    high = page.ranges.boxes[HIGH]
    before = high.value()
    type_into(high, str(before + 3))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert high.hasFocus()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    asked.ignore()
    QApplication.sendEvent(high, asked)
    assert not asked.isAccepted()
    QTest.keyClicks(high, "1")
    QApplication.sendEvent(high, asked)
    assert asked.isAccepted()


def test_a_new_incident_has_no_history_of_another(page: IncidentPage, window: Window) -> None:
    assert "1" in page.bar.tabText(page.bar.count() - 1) or page.case.uid
    window.perform_id("incident.new")
    assert page.bar.tabText(page.bar.count() - 1) == "History"


def test_leaving_what_is_not_saved_says_so(page: IncidentPage, window: Window) -> None:
    type_into(page.ranges.boxes[HIGH], "55")
    window.perform_id("incident.new")
    assert "is not saved" in notice(window)


@pytest.mark.parametrize("tab", ["ranges", "where", "victims", "facts", "attribution", "narrative"])
def test_every_stop_of_the_cursor_can_be_seen(
    page: IncidentPage, window: Window, qtbot: QtBot, tab: str
) -> None:
    page.show_tab(tab)
    page.bar.setFocus()
    plain = (QAbstractScrollArea,)
    seen = []
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        if stop is None or (seen and stop is seen[0]):
            break
        seen.append(stop)
    blind = [
        stop
        for stop in seen
        if type(stop) is QWidget
        or (
            isinstance(stop, plain)
            and not isinstance(stop, QTableView | QTextEdit | QPlainTextEdit)
        )
    ]
    assert len(seen) > 5
    assert not blind, blind


def test_tab_in_a_cell_of_the_victims_goes_on_to_the_next(
    page: IncidentPage, window: Window
) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    tab = page.tabs.tab("victims")
    QTest.keyClick(tab.table, Qt.Key.Key_N)
    uid = tab.current_uid()
    for text in ("Rima Dalun", "", "Fem", "34"):
        editor = QApplication.focusWidget()
        assert editor is not None
        assert tab.table.isAncestorOf(editor), text
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        QApplication.processEvents()
    values = page.case.items[uid].values
    assert (values.get("name"), values.get("sex"), values.get("age_raw")) == (
        "Rima Dalun",
        "female",
        "34",
    )
