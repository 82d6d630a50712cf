"""Opening a casebook beside an open one, or where there is none: a refusal loses nothing."""

import os
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from airwars_desk.gui import requests
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.window import Window
from airwars_desk.operations import sample
from airwars_desk.operations.desk import Office, close, open_casebook

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def said(window: Window) -> str:
    return window.notices.notice.text if window.notices.notice is not None else ""


@pytest.mark.parametrize("name", ["notes", "empty.casebook"])
def test_a_refused_folder_leaves_the_open_casebook_open(
    window: Window, tmp_path: Path, bugs: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).mkdir()
    monkeypatch.setattr(ask, "folder", lambda *_args: tmp_path / name)
    window.show_page("month")
    QTest.keyClick(window, Qt.Key.Key_O, CTRL)
    assert "is not a casebook" in said(window)
    assert window.runner.has_desk
    assert window.page == "month"
    assert window.windowTitle().startswith("Qasra.casebook")
    window.show_page("incidents")
    assert window.list is not None
    assert window.list.page.total >= 60
    assert not bugs


def test_what_was_typed_is_still_there_after_a_refused_opening(
    window: Window, tmp_path: Path, bugs: list[str]
) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    page = window.incident.page
    page.editing.set(page.case.uid, "location_name", "Tell Maraya, mill")
    window.open_path(tmp_path / "nowhere.casebook")
    assert window.page == "incident"
    assert window.incident is not None
    assert window.incident.page.editing.is_dirty
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not window.incident.page.editing.is_dirty
    assert not bugs


def test_a_casebook_somebody_else_holds_leaves_the_open_one_open(
    window: Window, casebook: Path, tmp_path: Path, office: Office
) -> None:
    other = Path(shutil.copytree(casebook, tmp_path / "Other.casebook"))
    held = open_casebook(office, other)
    window.open_path(other)
    assert "is open in another window" in said(window)
    assert window.windowTitle().startswith("Qasra.casebook")
    close(held)
    window.open_path(other)
    assert window.windowTitle().startswith("Other.casebook")
    held = open_casebook(office, casebook)  # the first one was given up
    close(held)


def test_the_open_casebook_can_be_opened_once_more(
    window: Window, casebook: Path, tmp_path: Path, bugs: list[str]
) -> None:
    window.open_path(casebook)
    assert said(window) == ""
    if os.name != "nt":
        (tmp_path / "link.casebook").symlink_to(casebook)
        window.open_path(tmp_path / "link.casebook")
        assert said(window) == ""
    assert window.page == "incidents"
    assert not bugs


def test_the_sample_can_be_opened_once_more_and_is_found_among_the_recent(
    window: Window, office: Office, bugs: list[str]
) -> None:
    window.start(sample=20)
    window.start(sample=20)
    assert said(window) == ""
    assert window.windowTitle().startswith("Qasra-20.casebook")
    window.close_casebook()
    assert window.windowTitle() == "Airwars Desk"
    QTest.keyClick(window, Qt.Key.Key_O, CTRL | SHIFT)
    focused = window.focusWidget()
    assert focused is window.start_page._names[0]
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Qasra-20.casebook")
    assert sample.sample_path(office, 20).is_dir()
    assert not bugs


def test_enter_presses_the_button_it_is_on(
    window: Window, bugs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page("settings")
    page: Any = window.pages["settings"]
    title = page.rules.editors["title"]
    title.setFocus()
    QTest.keyClicks(title, " 2031")
    page.save_button.setFocus()
    QTest.keyClick(page.save_button, Qt.Key.Key_Return)
    assert said(window) == "Saved."
    assert not page.save_button.isEnabled()
    place = window.shell.navigation._buttons["month"]
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_Enter)
    assert window.page == "month"
    menu = window.shell.strip.menu_button
    shown: list[bool] = []
    monkeypatch.setattr(menu, "showMenu", lambda: shown.append(True))
    menu.setFocus()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert shown == [True]
    assert not bugs


def test_an_empty_list_names_what_fills_it(window: Window, tmp_path: Path) -> None:
    work = partial(requests.made, path=tmp_path / "New.casebook", person="Rana", role="supervisor")
    window.open_with(work, "New.casebook")
    assert window.list is not None
    texts = [label.text() for label in window.list.page.findChildren(QLabel) if label.isVisible()]
    assert {"New incident", "Import a file"} <= set(texts)


def test_without_any_casebook_opened_lately_the_key_says_so(window: Window, office: Office) -> None:
    window.close_casebook()
    (office.folder / "window.json").unlink()
    QTest.keyClick(window, Qt.Key.Key_O, CTRL | SHIFT)
    assert said(window) == "No casebook was opened on this device yet."
    assert window.start_page.first.isVisible()
