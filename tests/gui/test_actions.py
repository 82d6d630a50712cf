"""The table of actions: ids and keys unique, all can be run, and keys do not eat text."""

import ast
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog

from airwars_desk.gui import action_rows, start_control
from airwars_desk.gui.action import Action
from airwars_desk.gui.actions import ACTIONS, MENUS, action
from airwars_desk.gui.commands.named import command
from airwars_desk.gui.context import Context
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.menus import shown_key
from airwars_desk.gui.page_table import PAGES
from airwars_desk.gui.window import Window


def test_ids_are_unique_and_keys_on_every_page() -> None:
    ids = [item.id for item in ACTIONS]
    assert len(set(ids)) == len(ids)
    full = dict.fromkeys(
        ("is_open", "is_writable", "has_incident", "has_draft", "can_undo", "can_redo"), True
    )
    for page, dirty in product((row.name for row in PAGES), (False, True)):
        context = Context(role="supervisor", page=page, is_dirty=dirty, **full)
        possible = [item for item in ACTIONS if item.is_possible(context)]
        keys = [QKeySequence(key).toString() for item in possible for key in item.keys]
        assert "" not in keys
        assert sorted(set(keys)) == sorted(keys), page


def test_every_action_stands_in_a_menu_and_names_a_function() -> None:
    for item in ACTIONS:
        assert item.menu in MENUS, item.id
        assert callable(command(item.run)), item.id
        assert command(item.run).__doc__, item.id


def test_every_title_is_marked_for_translation() -> None:
    rows = Path(action_rows.__file__).parent.glob("*.py")
    titles = [
        keyword.value
        for path in rows
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Action"
        for keyword in node.keywords
        if keyword.arg in ("title", "also")
    ]
    assert len(titles) == len(ACTIONS) + sum(bool(item.also) for item in ACTIONS)
    assert all(isinstance(t, ast.Call) and getattr(t.func, "id", "") == "N_" for t in titles)


def test_keys_of_pages_follow_the_navigation_from_top_to_bottom() -> None:
    places = [row.name for row in PAGES if row.is_place and row.name != "settings"]
    keys = [action(f"go.{name}").keys for name in places]
    assert keys == [(f"Alt+{number}",) for number in range(1, len(places) + 1)]
    listed = [item.id for item in ACTIONS if item.id in {f"go.{name}" for name in places}]
    assert listed == [f"go.{name}" for name in places]
    assert action("go.settings").keys == ("Ctrl+,",)


def test_without_a_casebook_only_what_needs_none_is_possible() -> None:
    possible = {item.id for item in ACTIONS if item.is_possible(Context())}
    assert {"casebook.new", "casebook.open", "help.keys", "app.quit"} <= possible
    assert not possible & {"incident.new", "incident.save", "import.file", "edit.undo"}


def test_a_casebook_that_can_only_be_read_is_not_changed() -> None:
    context = Context(is_open=True, is_writable=False, role="supervisor", page="incidents")
    possible = {item.id for item in ACTIONS if item.is_possible(context)}
    assert not possible & {"incident.new", "import.file", "edit.undo", "edit.redo"}
    assert "export.file" in possible


@pytest.mark.parametrize(
    ("role", "least", "may"),
    [
        ("researcher", "", True),
        ("researcher", "supervisor", False),
        ("supervisor", "researcher", True),
        ("", "researcher", False),
    ],
)
def test_a_role_reaches_what_is_below_it(role: str, least: str, may: bool) -> None:
    assert Context(role=role).has_role(least) is may


@pytest.mark.parametrize("item", ACTIONS, ids=[item.id for item in ACTIONS])
def test_every_action_runs_in_a_fresh_window(
    item: Action, window: Window, bugs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(dialog) or 0)
    monkeypatch.setattr(ask, "folder", lambda *_args: None)
    monkeypatch.setattr(ask, "files", lambda *_args: [])
    monkeypatch.setattr(ask, "target", lambda *_args: None)
    monkeypatch.setattr(ask, "new_target", lambda *_args: None)
    monkeypatch.setattr(ask, "printer", lambda *_args: None)
    monkeypatch.setattr(start_control, "SAMPLE", 20)  # a small one is a sample too
    window.perform_id("incident.open")
    command(item.run)(window)
    assert not bugs


def test_keys_are_shown_without_plus_signs() -> None:
    assert shown_key(action("edit.redo")) == "Ctrl Shift Z"
    assert shown_key(action("go.next")) == "Ctrl PgDn"
    assert shown_key(action("check.run")) == ""


def test_an_action_that_is_none_is_a_bug() -> None:
    with pytest.raises(KeyError):
        action("nothing.at.all")
