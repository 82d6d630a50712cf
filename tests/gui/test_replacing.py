"""No file is written over without a question, and Enter alone never answers it with yes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.careful import ReplaceFile
from airwars_desk.gui.dialogs.save_chart import SaveChart
from airwars_desk.gui.dialogs.write_month import WriteMonth
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.window import Window


@pytest.fixture
def form(window: Window, qtbot: QtBot, tmp_path: Path) -> WriteMonth:
    dialog = WriteMonth(window, window.runner, window.words, "2024-03")
    qtbot.addWidget(dialog)
    dialog.folder.set_value(str(tmp_path))
    dialog.show()
    return dialog


def answering(act: Callable[[ReplaceFile], None]) -> list[str]:
    """Answer the next question, and return what its button said."""
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ReplaceFile) and dialog.cancel.hasFocus():  # shown and ready
            seen.append(dialog.main.text())
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()
        else:
            QTimer.singleShot(20, look)

    look()
    return seen


def test_a_free_name_is_not_asked_about(form: WriteMonth) -> None:
    QTest.keyClick(form.month, Qt.Key.Key_Return)
    assert form.result()


def test_enter_keeps_the_file_and_leads_back_to_the_form(form: WriteMonth, tmp_path: Path) -> None:
    (tmp_path / "2024-03.xlsx").write_bytes(b"corrected by hand")
    said = answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    QTest.keyClick(form.month, Qt.Key.Key_Return)
    assert said == ["Replace 2024-03.xlsx"]
    assert not form.result()
    assert form.isVisible()


def test_the_button_replaces(form: WriteMonth, tmp_path: Path) -> None:
    (tmp_path / "2024-03.xlsx").write_bytes(b"older")

    def go_there_and_press(dialog: ReplaceFile) -> None:
        QTest.keyClick(dialog.cancel, Qt.Key.Key_Tab)
        assert dialog.main.hasFocus()
        QTest.keyClick(dialog.main, Qt.Key.Key_Return)

    answering(go_there_and_press)
    QTest.keyClick(form.month, Qt.Key.Key_Return)
    assert form.result()


def test_the_question_names_file_folder_and_time(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    dialog = ReplaceFile(None, tmp_path / "2024-03.xlsx", "2026-11-26T06:40:00+00:00")
    qtbot.addWidget(dialog)
    dialog.show()
    texts = " ".join(label.text() for label in dialog.findChildren(type(dialog.problem)))
    assert "2024-03.xlsx" in texts
    assert str(tmp_path) in texts
    assert "26 Nov 2026 06:40" in texts


@pytest.mark.parametrize("replace", [False, True])
def test_a_picture_whose_ending_is_added_is_asked_about(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    window.show_page("month")
    (tmp_path / "chart.svg").write_bytes(b"older")
    asked: list[Any] = []
    monkeypatch.setattr(SaveChart, "exec", lambda dialog: dialog.kind.setCurrentIndex(1) or 1)
    monkeypatch.setattr(ask, "target", lambda *_args: tmp_path / "chart")
    monkeypatch.setattr(ReplaceFile, "exec", lambda dialog: asked.append(dialog) or int(replace))
    window.perform_id("month.picture")
    assert len(asked) == 1
    assert ((tmp_path / "chart.svg").read_bytes() == b"older") is not replace


def test_a_backup_never_replaces(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Qasra.backup"
    path.write_bytes(b"older")
    monkeypatch.setattr(ask, "new_target", lambda *_args: path)
    window.perform_id("backup.make")
    dialog = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "say_problem"))
    assert "exists already" in dialog.problem.text()  # type: ignore[attr-defined]
    dialog.close()
    assert path.read_bytes() == b"older"
