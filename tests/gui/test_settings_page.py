"""Settings with real keys: the device at once and kept, the casebook by supervisors alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from airwars_desk.gui import look, settings
from airwars_desk.gui.application import dress
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.role import PersonDialog
from airwars_desk.gui.pages.settings import SettingsPage
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.theme import DARK, LIGHT, Theme
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.window import Window
from airwars_desk.operations import people
from airwars_desk.operations.desk import Office
from airwars_desk.records.field import catalogue
from airwars_desk.records.preferences import DEFAULTS, Preferences, sound

PATIENCE = 20_000


@pytest.fixture
def casebook(plain_casebook: Path) -> Path:
    return plain_casebook


@pytest.fixture(autouse=True)
def restored(qapp: QApplication, theme: Theme) -> Any:
    """Give the application its light look and its hints back."""
    yield
    dress(qapp, LIGHT)
    look.show_keys(shown=True)


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> SettingsPage:
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.pages["settings"]
    assert isinstance(found, SettingsPage)
    return found


def kept(office: Office) -> dict[str, Any]:
    return dict(settings.of_device(settings.read(office.folder)))


def choose(page: SettingsPage, name: str, value: Any) -> None:
    """Choose a value by keys, as one does in a box of choices."""
    editor = page.device.editors[name]
    editor.setFocus()
    for _ in range(editor.count()):
        QTest.keyClick(editor, Qt.Key.Key_Up)
    while editor.value() != value:
        QTest.keyClick(editor, Qt.Key.Key_Down)


def test_every_preference_has_a_default_and_an_editor(page: SettingsPage) -> None:
    specs = catalogue(Preferences).specs
    assert set(specs) == set(DEFAULTS) == set(page.device.editors)
    assert sound({**DEFAULTS, "theme": "pink", "key_hints": "yes", "x": 1}) == DEFAULTS


def test_the_dark_theme_is_used_at_once_and_kept(
    page: SettingsPage, window: Window, office: Office, qtbot: QtBot, qapp: QApplication
) -> None:
    choose(page, "theme", "dark")
    qtbot.waitUntil(lambda: kept(office).get("theme") == "dark", timeout=PATIENCE)
    assert vars(window.theme) == vars(DARK)
    assert qapp.palette().window().color() == QColor(DARK.paper)
    assert window.grab().toImage().pixelColor(600, 850) == QColor(DARK.paper)
    for name in ("incidents", "month", "history"):
        window.show_page(name)
        assert window.grab().toImage().pixelColor(4, 500) == QColor(DARK.side)
    window.perform_id("theme.turn")
    assert vars(window.theme) == vars(LIGHT)
    assert kept(office)["theme"] == "light"
    assert LIGHT.paper != DARK.paper


def test_as_the_system_follows_the_system(
    window: Window, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "system_is_dark", lambda: True)
    assert look.theme_for("system").name == "dark"
    look.use_theme(window, "system")
    assert window.theme.name == "dark"
    monkeypatch.setattr(look, "system_is_dark", lambda: False)
    look.use_theme(window, "system")
    assert window.theme.name == "light"


def test_more_contrast_is_taken_when_the_system_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "system_wants_contrast", lambda: True)
    assert look.theme_for("light").line2 != LIGHT.line2
    assert look.theme_for("dark").line2 != DARK.line2


def test_keys_beside_buttons_can_be_switched_off(
    page: SettingsPage, window: Window, office: Office, qtbot: QtBot
) -> None:
    assert window.list is not None
    new = window.list.page.new_button
    assert new.text().endswith("N")
    choose(page, "key_hints", False)
    qtbot.waitUntil(lambda: kept(office).get("key_hints") is False, timeout=PATIENCE)
    assert new.text() == "New incident"
    assert all(hint.sizeHint().width() == 0 for hint in window.shell.findChildren(KeyHint))
    choose(page, "key_hints", True)
    qtbot.waitUntil(lambda: new.text().endswith("N"), timeout=PATIENCE)


def test_the_size_waits_for_the_next_start(
    page: SettingsPage, office: Office, qtbot: QtBot
) -> None:
    choose(page, "scale", "150 %")
    qtbot.waitUntil(lambda: kept(office).get("scale") == "150 %", timeout=PATIENCE)
    assert settings.scale_of(settings.read(office.folder)) == "1.5"


def test_the_folder_for_exports_is_chosen_or_typed_and_used(
    page: SettingsPage,
    window: Window,
    office: Office,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(ask, "folder", lambda *_given: tmp_path / "out")
    QTest.mouseClick(page.choose_button, Qt.MouseButton.LeftButton)
    folder = str(tmp_path / "out")
    qtbot.waitUntil(lambda: kept(office).get("export_folder") == folder, timeout=PATIENCE)
    asked: list[str] = []
    monkeypatch.setattr(ask, "new_target", lambda _window, _title, name: asked.append(name))
    window.perform_id("backup.make")
    assert asked
    assert asked[0].startswith(folder)


def test_settings_are_private_and_keep_the_recent_casebooks(
    page: SettingsPage, office: Office, qtbot: QtBot, casebook: Path
) -> None:
    choose(page, "theme", "light")
    qtbot.waitUntil(lambda: kept(office).get("theme") == "light", timeout=PATIENCE)
    file = office.folder / settings.FILE
    assert file.stat().st_mode & 0o077 == 0
    assert settings.recent(office.folder) == [str(casebook)]
    file.write_text("[1, ", encoding="utf-8")
    assert settings.read(office.folder) == {}
    file.write_text(json.dumps({"recent": 3, "device": [], "layout": 1}), encoding="utf-8")
    told = settings.read(office.folder)
    assert settings.recent(office.folder) == []
    assert (settings.of_device(told), settings.of_layout(told)) == ({}, {})


def test_a_supervisor_saves_the_rules_and_undoes_it(
    page: SettingsPage, window: Window, bugs: list[str]
) -> None:
    assert not page.save_button.isEnabled()
    title = page.rules.editors["title"]
    title.setFocus()
    QTest.keyClicks(title, "Qasra 2031")
    page.rules.editors["may_decide_alone"].setFocus()
    QTest.keyClick(page.rules.editors["may_decide_alone"], Qt.Key.Key_Up)
    assert page.save_button.isEnabled()
    page.save_button.setFocus()
    QTest.keyClick(page.save_button, Qt.Key.Key_Space)
    assert isinstance(window.runner, InlineRunner)
    desk = window.runner.desk
    assert people.read_rules(desk).values == {"title": "Qasra 2031", "may_decide_alone": True}
    assert not page.save_button.isEnabled()
    window.perform_id("edit.undo")
    assert people.read_rules(desk).values == {}
    assert page.rules.editors["title"].value() is None
    assert not bugs


def test_a_supervisor_adds_people_and_changes_roles(
    page: SettingsPage, window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    def named(dialog: PersonDialog) -> int:
        dialog.on_main()
        assert not dialog.result()
        QTest.keyClicks(dialog.name, "Dara Osei")
        dialog.on_main()
        return dialog.result()

    monkeypatch.setattr(PersonDialog, "exec", named)
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    assert [page.people.model().index(row, 0).data() for row in range(2)] == [
        "L. Karim you", "Dara Osei",
    ]  # fmt: skip

    def promoted(dialog: PersonDialog) -> int:
        dialog.role.set_value("supervisor" if dialog.answer()[0] == "Dara Osei" else "researcher")
        dialog.on_main()
        return dialog.result()

    monkeypatch.setattr(PersonDialog, "exec", promoted)
    page.people.setFocus()
    page.people.selectRow(1)
    QTest.keyClick(page.people, Qt.Key.Key_Return)
    assert page.people.model().index(1, 1).data() == "Supervisor"
    page.people.selectRow(0)
    QTest.keyClick(page.people, Qt.Key.Key_Return)
    assert window.about.role == "researcher"
    assert not page.add_button.isEnabled()
    assert not page.rules.isEnabled()
    assert not bugs


def test_it_says_who_is_at_work_and_in_which_role(page: SettingsPage, window: Window) -> None:
    person, role = window.about.person, window.about.role
    assert page.who.text() == f"You work here as {person}, {role}."
    said = [page._model.cell(row, 0) for row in range(page._model.rowCount())]
    assert [cell.text for cell in said if cell.more == "you"] == [person]


def test_the_last_supervisor_is_told_why_she_stays_one(
    page: SettingsPage, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def demoted(dialog: PersonDialog) -> int:
        dialog.role.set_value("researcher")
        return 1

    monkeypatch.setattr(PersonDialog, "exec", demoted)
    page.people.selectRow(0)
    QTest.mouseClick(page.role_button, Qt.MouseButton.LeftButton)
    assert window.notices.notice is not None
    assert "last supervisor" in window.notices.notice.text


def test_panes_are_walked_by_f6(page: SettingsPage, window: Window) -> None:
    assert page.device.editors["theme"].hasFocus()
    for wanted in (page.rules.editors["title"], page.people, page.device.editors["theme"]):
        window.perform_id("pane.next")
        assert wanted.hasFocus()


def test_without_a_casebook_only_this_device_has_settings(window: Window) -> None:
    window.close_casebook()
    window.perform_id("go.settings")
    page: Any = window.pages["settings"]
    assert page.device.isVisible()
    assert not page.rules.isVisible()
