"""The dialog of an assessment: nothing is written that was not said; what is missing is said."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui.dialogs.assess import Assess
from airwars_desk.gui.window import Window


def test_enter_without_a_grade_says_that_it_is_missing_and_writes_nothing(
    qtbot: QtBot, window: Window
) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    dialog = Assess(window, window.theme, window.incident.page.case, window.words)
    qtbot.addWidget(dialog)
    dialog.picker.set_value(None)
    dialog.show()
    assert dialog.focusWidget() is dialog.picker
    QTest.keyClick(dialog.picker, Qt.Key.Key_Return)
    assert dialog.problem.text().startswith("Choose a grade")
    assert dialog.focusWidget() is dialog.picker
    QTest.keyClicks(dialog.picker, "f")
    assert dialog.problem.isHidden()
    QTest.keyClick(dialog.picker, Qt.Key.Key_Return)
    assert dialog.problem.text() == "Give the reason: an assessment says why."
    assert dialog.focusWidget() is dialog.reason
    QTest.keyClicks(dialog.reason, "fair, two origins")
    assert dialog.problem.isHidden()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result()
    assert dialog.answer()[0]["grade"] == "Fair"
    assert dialog.answer()[1] == "fair, two origins"


def test_not_graded_is_written_only_when_it_is_said(qtbot: QtBot, window: Window) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    dialog = Assess(window, window.theme, window.incident.page.case, window.words)
    qtbot.addWidget(dialog)
    dialog.picker.set_value(None)
    dialog.show()
    dialog.reason.set_value("no source says who fired")
    dialog.on_main()
    assert not dialog.result()
    QTest.keyClick(dialog.picker, Qt.Key.Key_Delete)
    dialog.on_main()
    assert dialog.result()
    assert dialog.answer()[0]["grade"] is None


def test_every_stop_of_the_assessment_shows_that_it_has_the_focus(
    qtbot: QtBot, window: Window
) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    dialog = Assess(window, window.theme, window.incident.page.case, window.words)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    seen: list[QWidget] = []
    for _ in range(60):
        stop = dialog.focusWidget()
        assert stop is not None
        if stop in seen:
            break
        seen.append(stop)
        with_focus = stop.grab().toImage()
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        assert stop.grab().toImage() != with_focus, stop.objectName() or type(stop).__name__
    assert dialog.picker.width() >= dialog.picker.sizeHint().width()
    assert {dialog.picker, dialog.reason, dialog.cancel, dialog.main} <= set(seen)
