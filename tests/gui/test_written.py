"""What was written is opened, or its folder shown, from the notice, by key and from the palette."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from airwars_desk.gui.commands import casebook
from airwars_desk.gui.commands.listing import write_csv
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.commands import CommandList
from airwars_desk.gui.dialogs.write_month import WriteMonth
from airwars_desk.gui.messages import said
from airwars_desk.gui.window import Window


class Opener(QObject):
    """Stands where the system's own programs would."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)

    def paths(self) -> list[Path]:
        return [Path(url.toLocalFile()) for url in self.urls]


@pytest.fixture
def opener() -> Iterator[Opener]:
    one = Opener()
    QDesktopServices.setUrlHandler("file", one, "take")
    yield one
    QDesktopServices.unsetUrlHandler("file")


def write_month(window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the fullest month as a person does, and return where the workbook must lie."""
    window.perform_id("go.month")
    month: Any = window.pages["month"]
    fullest = month.fullest()

    def answered(dialog: WriteMonth) -> int:
        dialog.month.set_value(fullest)
        dialog.folder.set_value(str(folder))
        return 1

    monkeypatch.setattr(WriteMonth, "exec", answered)
    casebook.write_month(window)
    return folder / f"{fullest}.xlsx"


def buttons(window: Window) -> dict[str, QPushButton]:
    found = window.notices.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


def test_the_workbook_is_opened_and_its_folder_shown_from_the_notice(
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opener: Opener,
    bugs: list[str],
) -> None:
    path = write_month(window, tmp_path, monkeypatch)
    assert list(buttons(window)) == ["Open", "Show the folder", "Dismiss"]
    QTest.mouseClick(buttons(window)["Open"], Qt.MouseButton.LeftButton)
    assert opener.paths() == [path]
    button = buttons(window)["Show the folder"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert opener.paths() == [path, tmp_path]
    QTest.mouseClick(buttons(window)["Dismiss"], Qt.MouseButton.LeftButton)
    assert buttons(window) == {}
    assert not bugs


def test_it_is_opened_by_key_and_found_in_the_palette_after_the_notice_is_gone(
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opener: Opener,
    bugs: list[str],
) -> None:
    assert not window.context().has_written
    path = write_month(window, tmp_path, monkeypatch)
    window.notices.clear()
    QTest.keyClick(window, Qt.Key.Key_F8)
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert opener.paths() == [path, tmp_path]
    dialog = CommandList(window, window.context())
    QTest.keyClicks(dialog.field, "open workbook")
    assert dialog.current() == "written.open"
    dialog.deleteLater()
    assert not bugs


def test_a_file_that_was_taken_away_is_said_calmly(
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opener: Opener,
    bugs: list[str],
) -> None:
    path = write_month(window, tmp_path, monkeypatch)
    path.unlink()
    window.perform_id("written.open")
    assert opener.urls == []
    assert window.notices.notice is not None
    assert window.notices.notice.text == f"{path} is not there any more."
    assert window.notices.notice.ink == "warn"
    assert not bugs


@pytest.mark.qt_log_ignore("does not support QPlatformServices", extend=True)
def test_where_no_program_knows_it_the_notice_says_where_it_lies(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    """Without a screen Qt knows no program for any file."""
    path = write_month(window, tmp_path, monkeypatch)
    window.perform_id("written.open")
    assert window.notices.notice is not None
    assert str(path) in window.notices.notice.text
    assert window.notices.notice.text.startswith("The system knows no program")
    assert not bugs


def test_a_backup_and_an_export_lead_to_their_folder_alone(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    monkeypatch.setattr(ask, "new_target", lambda *_args: tmp_path / "kept.backup")
    casebook.make_backup(window)
    assert list(buttons(window)) == ["Show the folder", "Dismiss"]
    monkeypatch.setattr(ask, "target", lambda *_args: tmp_path / "all.jsonl.gz")
    casebook.export_file(window)
    assert list(buttons(window)) == ["Show the folder", "Dismiss"]
    monkeypatch.setattr(ask, "target", lambda *_args: tmp_path / "list.csv")
    write_csv(window)
    assert list(buttons(window)) == ["Open", "Show the folder", "Dismiss"]
    assert not bugs


def test_a_notice_that_an_action_says_is_not_cleared_by_its_button(
    window: Window, bugs: list[str]
) -> None:
    window.notice(said("It went.", action="month.copy", action_label="Copy"))
    window.perform_id("go.month")
    QTest.mouseClick(buttons(window)["Copy"], Qt.MouseButton.LeftButton)
    assert window.notices.notice is not None
    assert "clipboard" in window.notices.notice.text
    assert not bugs
