"""The Enter that closed a dialog does nothing on the page behind it, struck twice or held."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.enter_once import LIFE_MS, MOMENT_MS
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.dialogs.write_month import WriteMonth
from airwars_desk.gui.window import Window

Settle = Callable[[int], None]
ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def strokes_are_meant() -> None:
    """Here they are not: as in the program, a second stroke within a moment is swallowed."""


def held(widget: QWidget) -> None:
    """Send an Enter as a key that is held repeats it."""
    plain = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ENTER, plain, "\r", autorep=True)
    QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def month(window: Window) -> Any:
    """The month page with the focus on its chart, on which Enter lists incidents."""
    window.perform_id("go.month")
    page: Any = window.pages["month"]
    page.go_to(page.fullest())
    page.charts.chart.setFocus()
    return page


def close_one(window: Window, key: Qt.Key = ENTER) -> None:
    dialog = Frame(window, "One", "Go on")
    dialog.show()
    QTest.keyClick(dialog, key)
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_a_second_enter_stays_on_the_page(window: Window, month: Any, settle: Settle) -> None:
    close_one(window)
    QTest.keyClick(month.charts.chart, ENTER)
    assert window.page == "month"
    QTest.keyClick(month.charts.chart, ENTER)
    assert window.page == "incidents"


def test_an_enter_of_its_own_comes_through(window: Window, month: Any, settle: Settle) -> None:
    close_one(window)
    settle(MOMENT_MS + 100)
    QTest.keyClick(month.charts.chart, ENTER)
    assert window.page == "incidents"


def test_an_enter_held_does_nothing_however_long(
    window: Window, month: Any, settle: Settle
) -> None:
    close_one(window)
    for _ in range(4):
        settle(LIFE_MS // 3)
        held(month.charts.chart)
    assert window.page == "month"


def test_another_key_in_between_means_what_follows(window: Window, month: Any) -> None:
    close_one(window)
    QTest.keyClick(month.charts.chart, Qt.Key.Key_Down)
    QTest.keyClick(month.charts.chart, ENTER)
    assert window.page == "incidents"


def test_a_dialog_that_was_left_swallows_nothing(window: Window, month: Any) -> None:
    close_one(window, Qt.Key.Key_Escape)
    QTest.keyClick(month.charts.chart, ENTER)
    assert window.page == "incidents"


def test_enter_struck_twice_writes_the_month_and_stays_there(
    window: Window, month: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    def struck(dialog: WriteMonth) -> int:
        dialog.folder.set_value(str(tmp_path))
        dialog.show()
        QTest.keyClick(dialog.month, ENTER)
        return dialog.result()

    monkeypatch.setattr(WriteMonth, "exec", struck)
    window.perform_id("month.write")
    QTest.keyClick(month.charts.chart, ENTER)
    assert window.page == "month"
    assert (tmp_path / f"{month.month}.xlsx").exists()
    assert not bugs
