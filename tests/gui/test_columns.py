"""Columns, order by several, and rows picked, with real keys and clicks."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from airwars_desk.gui import requests, settings
from airwars_desk.gui.columns import cells_of, columns_of
from airwars_desk.gui.dialogs.columns import ChooseColumns
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office
from airwars_desk.rules.list_columns import COLUMNS, USUAL

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: Window) -> IncidentsPage:
    assert window.list is not None
    window.list.page.table.setFocus()
    return window.list.page


def click_head(page: IncidentsPage, key: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
    head = page.table.head
    section = [column.key for column in page.model.columns].index(key)
    place = QPoint(head.sectionViewportPosition(section) + 12, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, keys, place)


def values(page: IncidentsPage, window: Window, name: str) -> list[Any]:
    assert isinstance(window.runner, InlineRunner)
    return [getattr(row, name) for row in requests.page(window.runner.desk, list(page.model.ids))]


def test_shift_click_adds_a_second_column_to_the_order(page: IncidentsPage, window: Window) -> None:
    click_head(page, "state")
    assert page.sort == (("state", "desc"),)
    click_head(page, "place", SHIFT)
    assert page.sort == (("state", "desc"), ("place", "asc"))
    assert page.table.head.orders == {"state": (1, True), "place": (2, False)}
    pairs = list(zip(values(page, window, "state"), values(page, window, "place"), strict=True))
    for (state, place), (next_state, next_place) in itertools.pairwise(pairs):
        assert state >= next_state
        if state == next_state and place and next_place:
            assert place <= next_place
    click_head(page, "place", SHIFT)
    assert page.sort == (("state", "desc"), ("place", "desc"))
    click_head(page, "place")
    assert page.sort == (("place", "asc"),)
    assert page.table.head.orders == {"place": (1, False)}


def test_every_column_has_a_width_and_a_cell() -> None:
    shown = columns_of(COLUMNS)
    assert [column.key for column in shown] == list(COLUMNS)
    assert len(cells_of(None, COLUMNS)) == len(COLUMNS)


def choose(window: Window, act: Any) -> None:
    """Open the dialog by its key and act on it."""

    def go_on() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChooseColumns)
        act(dialog)

    QTimer.singleShot(0, go_on)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL | SHIFT)


def test_columns_are_chosen_and_moved_by_keyboard_and_remembered(
    page: IncidentsPage, window: Window, office: Office, theme: Theme
) -> None:
    page.select(4)
    kept = page.current_row()

    def act(dialog: ChooseColumns) -> None:
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)  # the date
        QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        row = [dialog.list.item(n).text() for n in range(dialog.list.count())].index("Province")
        dialog.list.setCurrentRow(row)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        chooser, way = dialog.sorts[1]
        chooser.set_value("province")
        chooser.edited.emit()
        assert way.value() == "asc"
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    choose(window, act)
    shown = [column.key for column in page.model.columns]
    assert shown == ["date_start", "code", *USUAL[2:], "province"]
    assert page.columns == tuple(shown)
    assert page.sort == (("date_start", "desc"), ("province", "asc"))
    assert page.current_row() == kept
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "Date"
    assert page.model.index(0, 1).data() == values(page, window, "code")[0]

    runner = InlineRunner(lambda: office, requests.close_desk)
    other = Window(theme, runner, told=settings.read(office.folder))
    window.close_casebook()
    other.show()
    other.open_path(office.folder.parent / "Qasra.casebook")
    assert other.list is not None
    assert [column.key for column in other.list.page.model.columns] == shown
    assert other.list.page.columns == ()
    other.close()
    runner.shut_down()
    other.deleteLater()


def test_as_usual_and_no_column_at_all(page: IncidentsPage, window: Window) -> None:
    page.show_columns(("code", "grade"))
    assert page.model.columnCount() == 2
    told: list[str] = []

    def act(dialog: ChooseColumns) -> None:
        for _ in range(2):
            QTest.keyClick(dialog.list, Qt.Key.Key_Space)
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
        told.append(dialog.problem.text())
        QTest.mouseClick(dialog.usual_button, Qt.MouseButton.LeftButton)
        QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    choose(window, act)
    assert told == ["Tick at least one column."]
    assert tuple(column.key for column in page.model.columns) == USUAL


def test_a_view_shows_its_own_columns_and_leaves_those_of_the_device(page: IncidentsPage) -> None:
    from airwars_desk.rules.query import Query

    page.show_query(Query(), (("place", "asc"),), ("place", "killed_max"))
    assert [column.key for column in page.model.columns] == ["place", "killed_max"]
    page.show_query(Query())
    assert tuple(column.key for column in page.model.columns) == USUAL


def picked(page: IncidentsPage) -> list[int]:
    return page.table.positions()


def test_x_picks_while_the_arrows_walk_and_escape_ends_it(page: IncidentsPage) -> None:
    table = page.table
    page.select(0)
    QTest.keyClick(table, Qt.Key.Key_X)  # lets go of the first
    assert picked(page) == []
    QTest.keyClick(table, Qt.Key.Key_X)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert picked(page) == [0]
    QTest.keyClick(table, Qt.Key.Key_X)
    assert picked(page) == [0, 3]
    assert page.picked_rows() == [page.model.ids[0], page.model.ids[3]]
    page.renew()
    assert picked(page) == [0, 3]
    assert table.currentIndex().row() == 3
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert picked(page) == [3]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert picked(page) == [4]


def test_shift_and_ctrl_pick_as_everywhere(page: IncidentsPage) -> None:
    table = page.table
    page.select(1)
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert picked(page) == [1, 2, 3]
    assert page.foot.picked.accessibleName() == "3 selected"
    place = table.visualRect(page.model.index(6, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert picked(page) == [1, 2, 3, 6]
    place = table.visualRect(page.model.index(5, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)
    assert picked(page) == [5]
    assert page.foot.picked.accessibleName() == ""
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert len(picked(page)) == len(page.model.ids)
