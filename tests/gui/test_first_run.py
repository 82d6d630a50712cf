"""The first time: nothing is known, one page asks, by keyboard, with clear refusals."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from airwars_desk.gui import requests, start_control
from airwars_desk.gui.dialogs.new_casebook import RoleHint
from airwars_desk.gui.dialogs.role import PersonDialog
from airwars_desk.gui.pages.first_run import FirstRun, usual_folder
from airwars_desk.gui.pages.settings import SettingsPage
from airwars_desk.gui.tasks import InlineRunner, Runner
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office


@pytest.fixture
def fresh(qapp: QApplication, theme: Theme, qtbot: QtBot, office: Office) -> Iterator[Window]:
    """A window of somebody who never opened the program before."""
    runner = InlineRunner(lambda: office, requests.close_desk)
    shown = Window(theme, runner)
    shown.show()
    shown.start()
    yield shown
    shown.close()
    runner.shut_down()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def first(fresh: Window, tmp_path: Path) -> FirstRun:
    asked = fresh.start_page.first
    assert asked.isVisible()
    asked.folder.set_value(str(tmp_path / "Documents" / "Airwars Desk"))
    return asked


def test_it_asks_in_one_page_and_begins_with_the_name(fresh: Window) -> None:
    asked = fresh.start_page.first
    assert asked.person.hasFocus()
    assert asked.folder.value() == str(usual_folder())
    assert usual_folder().name == "Airwars Desk"


@pytest.fixture
def threaded(qapp: QApplication, theme: Theme, qtbot: QtBot, office: Office) -> Iterator[Window]:
    """The same with a worker of its own, as the program has it."""
    runner = Runner(lambda: office, requests.close_desk)
    shown = Window(theme, runner)
    shown.show()
    shown.start()
    qtbot.waitUntil(shown.start_page.first.isVisible, timeout=20_000)
    yield shown
    shown.close()
    runner.shut_down()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_sample_says_how_far_it_is_and_then_it_is_open(
    threaded: Window, qtbot: QtBot, office: Office
) -> None:
    told: list[tuple[int, int]] = []
    threaded.runner.progress.connect(lambda _ticket, *numbers: told.append(numbers))
    threaded.start_page.first.sample_button.click()
    page = threaded.start_page
    assert page.progress.isVisible()
    qtbot.waitUntil(lambda: threaded.page == "incidents", timeout=60_000)
    assert told[-1] == (300, 300)
    assert told == sorted(told)
    assert not page.progress.isVisible()


def test_what_reports_while_it_opens_is_cancelled_by_key(threaded: Window, qtbot: QtBot) -> None:
    page, go_on = threaded.start_page, threading.Event()

    def work(_office: Office, report: Any) -> None:
        report(120, 300)
        go_on.wait(20)
        report(180, 300)

    threaded.open_with(work, "the sample", reports=True)
    qtbot.waitUntil(lambda: page.how_far.words.text() == "120 of 300", timeout=20_000)
    assert not page.first.isVisible()
    QTest.keyClick(page.stop_button, Qt.Key.Key_Space)
    assert page.how_far.words.text() == "Stopping …"
    go_on.set()
    qtbot.waitUntil(page.first.isVisible, timeout=20_000)
    assert not page.progress.isVisible()
    notice = threaded.notices.notice
    assert notice is not None
    assert notice.text == "Stopped. Nothing was changed."


def test_name_and_enter_make_the_casebook_and_its_folder(
    fresh: Window, first: FirstRun, tmp_path: Path
) -> None:
    QTest.keyClicks(first.person, "Dara Osei")
    QTest.keyClick(first.person, Qt.Key.Key_Tab)
    assert first.role.hasFocus()
    QTest.keyClick(first.role, Qt.Key.Key_Tab)
    assert first.name.hasFocus()
    QTest.keyClick(first.name, Qt.Key.Key_Return)
    path = tmp_path / "Documents" / "Airwars Desk" / "Casebook.casebook"
    assert path.is_dir()
    assert path.parent.stat().st_mode & 0o077 == 0
    assert fresh.page == "incidents"
    assert (fresh.about.person, fresh.about.role) == ("Dara Osei", "supervisor")


def test_who_begins_as_a_researcher_is_told_and_can_become_supervisor(
    fresh: Window, first: FirstRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(first.person, "Rana Odeh")
    before = [one.text() for one in first.findChildren(RoleHint)]
    QTest.keyClick(first.role, Qt.Key.Key_Down)
    assert first.role.value() == "researcher"
    [hint] = first.findChildren(RoleHint)
    assert hint.text() not in before
    assert "only a supervisor decides" in hint.text()
    QTest.keyClick(first.name, Qt.Key.Key_Return)
    assert fresh.about.role == "researcher"
    fresh.show_page("settings")
    page = fresh.pages["settings"]
    assert isinstance(page, SettingsPage)
    assert page.role_button.isEnabled()
    assert fresh.actions_.by_id["person.add"].isEnabled()

    def become(dialog: PersonDialog) -> int:
        dialog.role.set_value("supervisor")
        return 1

    monkeypatch.setattr(PersonDialog, "exec", become)
    page.role_button.click()
    assert fresh.about.role == "supervisor"
    assert page.role_button.isEnabled()


@pytest.mark.parametrize(
    ("field", "text"), [("person", " "), ("name", "a/b"), ("name", ""), ("folder", "")]
)
def test_what_is_missing_is_said_and_the_cursor_is_there(
    fresh: Window, first: FirstRun, field: str, text: str
) -> None:
    first.person.set_value("Dara Osei")
    box = getattr(first, field)
    box.set_value(text)
    QTest.keyClick(first.folder, Qt.Key.Key_Return)
    assert first.problem
    assert box.hasFocus()
    assert fresh.page == "start"


def test_a_name_that_exists_is_refused_beside_the_fields(
    fresh: Window, first: FirstRun, tmp_path: Path
) -> None:
    first.person.set_value("Dara Osei")
    (tmp_path / "Documents" / "Airwars Desk" / "Casebook.casebook").mkdir(parents=True)
    QTest.keyClick(first.person, Qt.Key.Key_Return)
    assert "Casebook.casebook" in first.problem
    assert first.isVisible()
    assert first.name.hasFocus()
    first.name.set_value("Another")
    QTest.keyClick(first.name, Qt.Key.Key_Return)
    assert fresh.page == "incidents"


@pytest.mark.skipif(os.name == "nt", reason="a file in the way is told otherwise there")
def test_a_folder_that_cannot_be_made_is_refused(
    fresh: Window, first: FirstRun, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    first.person.set_value("Dara Osei")
    first.folder.set_value(str(tmp_path / "file" / "below"))
    QTest.keyClick(first.person, Qt.Key.Key_Return)
    assert first.problem
    assert first.folder.hasFocus()


def test_enter_on_the_button_opens_the_sample(
    fresh: Window, first: FirstRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_control, "SAMPLE", 20)
    first.sample_button.setFocus()
    QTest.keyClick(first.sample_button, Qt.Key.Key_Return)
    assert fresh.list is not None
    assert fresh.list.page.total >= 20


def test_who_was_here_before_gets_the_recent_casebooks(window: Window) -> None:
    window.close_casebook()
    assert not window.start_page.first.isVisible()
    assert window.start_page.open_button.isVisible()
