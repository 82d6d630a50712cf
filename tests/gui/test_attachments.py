"""Files are attached by drop, paste and choice; opened outside only after asking."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.open_outside import OpenOutside
from airwars_desk.gui.pages.incident.attachments import AttachmentsTab
from airwars_desk.gui.window import Window

JPEG = b"\xff\xd8\xff\xe0 invented"


@pytest.fixture
def casebook(plain_casebook: Path) -> Path:
    """Incidents on which nobody has worked: nothing is attached."""
    return plain_casebook


@pytest.fixture
def page(window: Window) -> Any:
    assert window.list is not None
    window.list.page.select(0)
    window.perform_id("incident.open")
    assert window.incident is not None
    return window.incident.page


def tab_of(page: Any) -> AttachmentsTab:
    tab = page.tabs.tab("attachments")
    assert isinstance(tab, AttachmentsTab)
    return tab


def names(page: Any) -> list[str]:
    model = tab_of(page).table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def targets(page: Any) -> list[str]:
    model = tab_of(page).table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def drop(widget: QWidget, paths: list[Path], at: QPoint) -> bool:
    """Drag files over a widget and let them go there."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(widget, let_go)
    return let_go.isAccepted()


def written(folder: Path, name: str, data: bytes = JPEG) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_files_dropped_on_the_page_hang_on_the_incident(page: Any, tmp_path: Path) -> None:
    paths = [written(tmp_path, "a.jpg"), written(tmp_path, "سوق.txt", b"text")]
    assert drop(page, paths, QPoint(5, 5))
    page.show_tab("attachments")
    assert names(page) == ["a.jpg", "سوق.txt"]
    assert targets(page) == ["The incident"] * 2
    assert page.bar.tabText(page.bar.currentIndex()) == "Attachments  2"
    assert not page.editing.is_dirty


def test_files_dropped_on_a_source_hang_on_it(page: Any, tmp_path: Path) -> None:
    table = page.sources.table
    place = table.visualRect(table.model().index(0, 1)).center()
    assert drop(table.viewport(), [written(tmp_path, "a.jpg")], place)
    page.show_tab("attachments")
    assert targets(page)[0].startswith("S1 ")


@pytest.fixture
def picture(qapp: QApplication) -> Iterator[QMimeData]:
    """A picture on the clipboard; held here, since the clipboard does not hold what Python made."""
    held = QMimeData()
    held.setData("image/png", b"\x89PNG\r\n\x1a\n never decoded")
    held.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(held)
    yield held
    qapp.clipboard().clear()


def test_a_picture_is_pasted_with_ctrl_v_where_no_text_is_typed(
    page: Any, window: Window, picture: QMimeData, casebook: Path
) -> None:
    page.show_tab("ranges")
    page.sources.table.setFocus()
    QTest.keyClick(page.sources.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert targets(page)[0].startswith("S1 ")
    assert names(page)[0].startswith("Pasted ")
    assert names(page)[0].endswith(".png")
    digest = hashlib.sha256(bytes(picture.data("image/png").data())).hexdigest()
    assert (casebook / "evidence" / digest).is_file()


def test_pixels_without_bytes_are_written_as_png(page: Any, window: Window) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    QGuiApplication.clipboard().setImage(image)
    page.show_tab("attachments")
    focus = window.focusWidget()
    assert focus is tab_of(page).add_button
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert targets(page) == ["The incident"]
    assert tab_of(page).table.model().index(0, 2).data() == "PNG picture"


def test_ctrl_v_in_a_text_field_pastes_text_and_attaches_nothing(page: Any) -> None:
    QGuiApplication.clipboard().setText("Hosn Arud")
    page.show_tab("where")
    box = page.tabs.tab("where").findChild(QWidget, "location_name")
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "Hosn Arud"
    assert names(page) == []


def test_an_empty_clipboard_is_told(page: Any, window: Window) -> None:
    QGuiApplication.clipboard().setText("only words")
    window.perform_id("attachment.paste")
    assert window.notices.notice is not None
    assert "clipboard" in window.notices.notice.text
    QGuiApplication.clipboard().clear()
    window.perform_id("attachment.paste")
    assert names(page) == []


def test_files_are_chosen_for_a_source(
    page: Any, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "a.jpg")
    monkeypatch.setattr(ask, "files", lambda *_: [path])
    page.show_tab("attachments")
    tab = tab_of(page)
    tab.to.setCurrentIndex(2)
    QTest.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
    assert targets(page)[0].startswith("S1 ")
    assert window.notices.notice is not None
    assert window.notices.notice.text == "1 file attached."
    window.perform_id("edit.undo")
    assert names(page) == []


def test_delete_removes_and_undo_brings_back(page: Any, window: Window, tmp_path: Path) -> None:
    drop(page, [written(tmp_path, "a.jpg"), written(tmp_path, "b.pdf", b"%PDF-1")], QPoint(5, 5))
    page.show_tab("attachments")
    table = tab_of(page).table
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert names(page) == ["a.jpg"]
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == ["a.jpg", "b.pdf"]


def test_what_is_typed_stays_typed_when_a_file_is_attached(
    page: Any, window: Window, tmp_path: Path
) -> None:
    page.show_tab("where")
    box = page.tabs.tab("where").findChild(QWidget, "region")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "Upper Sarim")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert page.editing.is_dirty
    drop(page, [written(tmp_path, "a.jpg")], QPoint(5, 5))
    assert page.editing.is_dirty
    assert names(page) == ["a.jpg"]
    window.perform_id("incident.save")
    assert not page.editing.is_dirty
    assert names(page) == ["a.jpg"]
    assert page.case.get(page.case.uid, "region") == "Upper Sarim"


def test_an_incident_that_is_not_saved_says_so(window: Window, tmp_path: Path) -> None:
    window.perform_id("incident.new")
    assert window.incident is not None
    drop(window.incident.page, [written(tmp_path, "a.jpg")], QPoint(5, 5))
    assert window.notices.notice is not None
    assert window.notices.notice.action == "incident.save"
    assert names(window.incident.page) == []


def test_a_folder_is_refused_with_a_sentence(page: Any, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    drop(page, [written(tmp_path, "a.jpg"), tmp_path / "folder"], QPoint(5, 5))
    from airwars_desk.gui.dialogs.progress import Progress

    (dialog,) = page.window().findChildren(Progress)
    qtbot.waitUntil(dialog.isVisible, timeout=20_000)
    assert "is a folder" in dialog.problem.text()
    dialog.close()
    assert names(page) == []


class Opener(QObject):
    """Takes the place of the system's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def test_a_file_is_opened_outside_only_after_asking(
    page: Any, window: Window, tmp_path: Path
) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    drop(page, [written(tmp_path, "a photo.jpg")], QPoint(5, 5))
    page.show_tab("attachments")
    asked: list[str] = []

    def answer(key: Qt.Key) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OpenOutside)
        asked.append(dialog.main.text())
        QTest.keyClick(dialog, key)

    QTimer.singleShot(0, lambda: answer(Qt.Key.Key_Escape))
    QTest.keyClick(tab_of(page).table, Qt.Key.Key_Return)
    assert opener.urls == []
    QTimer.singleShot(0, lambda: answer(Qt.Key.Key_Return))
    QTest.mouseClick(tab_of(page).open_button, Qt.MouseButton.LeftButton)
    QDesktopServices.unsetUrlHandler("file")
    assert asked == ["Open the file"] * 2
    (url,) = opener.urls
    path = Path(url.toLocalFile())
    assert path.name == "a photo.jpg"
    assert path.read_bytes() == JPEG
    assert not os.access(path, os.W_OK) or os.geteuid() == 0
    window.close_casebook()
    assert not path.exists()


def test_a_copy_is_saved_where_one_wants(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(page, [written(tmp_path, "a.jpg")], QPoint(5, 5))
    page.show_tab("attachments")
    monkeypatch.setattr(ask, "target", lambda _parent, _title, name: tmp_path / f"copy of {name}")
    QTest.mouseClick(tab_of(page).copy_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "copy of a.jpg").read_bytes() == JPEG


def test_a_name_that_lies_and_a_missing_file_are_told(
    page: Any, window: Window, tmp_path: Path, casebook: Path
) -> None:
    drop(page, [written(tmp_path, "a.jpg", b"%PDF-1.7")], QPoint(5, 5))
    page.show_tab("attachments")
    model = tab_of(page).table.model()
    assert model.index(0, 2).data() == "PDF document not as named"
    (stored,) = (casebook / "evidence").iterdir()
    stored.unlink()
    page.history_wanted.emit(page.case.uid)
    assert model.index(0, 3).data() == "missing"
    assert not tab_of(page).open_button.isEnabled()


def test_a_program_is_not_even_asked_about(page: Any, window: Window, tmp_path: Path) -> None:
    drop(page, [written(tmp_path, "holiday.jpg", b"MZ program")], QPoint(5, 5))
    page.show_tab("attachments")
    QTest.keyClick(tab_of(page).table, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert window.notices.notice is not None
    assert "starts none" in window.notices.notice.text
