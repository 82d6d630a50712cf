"""Unsaved work is found again: listed, opened, dropped only after a question."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from airwars_desk.gui.dialogs.commands import CommandList
from airwars_desk.gui.dialogs.drafts import Drafts, DropDraft
from airwars_desk.gui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Settle = Callable[[int], None]


def kept(casebook: Path) -> list[Path]:
    return sorted((casebook / "drafts").glob("*.json"))


def type_place(window: Window, text: str) -> str:
    """Type a place into the incident at hand, and return its uid."""
    assert window.incident is not None
    page = window.incident.page
    page.show_tab("where")
    field = page.tabs.tab("where").forms[1].editors["location_name"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    return str(page.case.uid)


def three_drafts(window: Window) -> list[str]:
    """Type into a known incident and into two new ones, and save none; newest first."""
    window.perform_id("incident.open")
    uids = [type_place(window, "Tell Maraya, mill")]
    for place in ("Ayn Zarda", "Hosn Arud"):
        window.perform_id("incident.new")
        uids.append(type_place(window, place))
    window.perform_id("go.back")
    return uids[::-1]


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What to do with the lists of drafts that are shown; each answers in turn."""
    acts: list[Any] = []

    def answer(dialog: Drafts) -> int:
        return int(acts.pop(0)(dialog))

    monkeypatch.setattr(Drafts, "exec", answer)
    return acts


def test_every_draft_is_listed_and_can_be_opened(
    window: Window, listed: list[Any], bugs: list[str]
) -> None:
    uids = three_drafts(window)
    shown: list[Any] = []

    def choose_second(dialog: Drafts) -> int:
        model = dialog.table.model()
        assert model is not None
        shown.extend(str(model.index(row, 0).data()) for row in range(model.rowCount()))
        assert [draft.uid for draft in dialog._drafts] == uids
        dialog.table.selectRow(1)
        return 1

    listed.append(choose_second)
    QTest.keyClick(window, Qt.Key.Key_D, CTRL | SHIFT)
    assert [text.split()[:2] for text in shown[:2]] == [["New", "incident"]] * 2
    assert "Ayn Zarda" in shown[1]
    assert window.incident is not None
    assert (window.page, window.incident.uid) == ("incident", uids[1])
    assert window.incident.page.editing.is_dirty
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    listed.append(lambda dialog: shown.append(len(dialog._drafts)) or 0)
    QTest.keyClick(window, Qt.Key.Key_D, CTRL | SHIFT)
    assert shown[-1] == 2
    assert not bugs


def test_a_draft_is_dropped_only_after_a_question(
    window: Window,
    listed: list[Any],
    casebook: Path,
    monkeypatch: pytest.MonkeyPatch,
    bugs: list[str],
) -> None:
    three_drafts(window)
    answers = [0, 1]
    monkeypatch.setattr(DropDraft, "exec", lambda _dialog: answers.pop(0))

    def press_delete_twice(dialog: Drafts) -> int:
        dialog.drop_button.click()
        assert len(dialog._drafts) == 3
        dialog.drop_button.click()
        assert len(dialog._drafts) == 2
        return 0

    listed.append(press_delete_twice)
    window.perform_id("draft.list")
    assert answers == []
    assert len(kept(casebook)) == 2
    assert not window.context().is_dirty  # it was the one on the page: the page was given up
    assert not bugs


def test_a_new_incident_with_nothing_typed_leaves_no_draft(
    window: Window, casebook: Path, settle: Settle, bugs: list[str]
) -> None:
    for _ in range(2):
        window.perform_id("incident.new")
    window.perform_id("go.back")
    settle(1300)
    assert kept(casebook) == []
    assert window.notices.notice is None
    window.perform_id("draft.list")
    assert window.notices.notice is not None
    assert window.notices.notice.text == "Everything is saved."
    assert not bugs


def test_the_next_start_says_so_and_leads_to_the_list(
    window: Window, casebook: Path, listed: list[Any], bugs: list[str]
) -> None:
    uids = three_drafts(window)
    window.open_path(casebook)
    notice = window.notices.notice
    assert notice is not None
    assert notice.text == "3 incidents have unsaved work, kept as drafts."
    listed.append(lambda dialog: dialog.table.selectRow(2) or 1)
    window.notices._acts[0].click()
    assert window.incident is not None
    assert window.incident.uid == uids[2]
    assert not bugs


def test_what_is_typed_when_the_window_closes_is_kept(
    window: Window, casebook: Path, bugs: list[str]
) -> None:
    window.perform_id("incident.new")
    type_place(window, "Ayn Zarda, well")
    window.close()
    assert len(kept(casebook)) == 1
    assert b"Ayn Zarda, well" in kept(casebook)[0].read_bytes()
    assert not bugs


def test_the_title_says_what_is_not_saved_and_leads_there(window: Window, bugs: list[str]) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    code = window.incident.name
    type_place(window, "Tell Maraya, mill")
    unsaved = window.shell.strip.unsaved
    assert unsaved.text() == f"{code} is not saved"
    window.show_page("month")
    assert unsaved.isVisible()
    unsaved.click()
    assert window.page == "incident"
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not unsaved.isVisible()
    assert not bugs


@pytest.mark.parametrize("word", ["draft", "unsaved"])
def test_the_palette_finds_unsaved_work(window: Window, word: str) -> None:
    dialog = CommandList(window, window.context())
    QTest.keyClicks(dialog.field, word)
    assert dialog.current() == "draft.list"
    dialog.deleteLater()


def test_what_is_said_of_an_incident_goes_with_its_page(window: Window, bugs: list[str]) -> None:
    window.perform_id("incident.open")
    uid = type_place(window, "Tell Maraya, mill")
    window.perform_id("go.next")
    assert window.incident is not None
    window.incident.open_uid(uid)
    assert window.notices.notice is not None
    assert window.notices.notice.action == "draft.take"
    window.show_page("month")
    assert window.notices.notice is None
    assert not bugs
