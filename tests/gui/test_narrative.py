"""The Narrative tab: tokens typed by key, numbers that follow, a text that stays what it means."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from airwars_desk.gui.pages.incident.narrative import FOLLOWS_MS, NarrativeTab
from airwars_desk.gui.token_offers import token_offers
from airwars_desk.gui.window import Window
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules.checks import check_case
from airwars_desk.rules.narrative import names_of

Settle = Callable[[int], None]


@pytest.fixture
def tab(window: Window, settle: Settle) -> NarrativeTab:
    """The empty narrative of an incident with two sources at least."""
    window.perform_id("incident.open")
    page = page_of(window)
    while len(page.case.of("citation")) < 3:
        page.editing.add("citation", name="Ayn Zarda Mirror")
    window.perform_id("incident.save")
    page.show_tab("narrative")
    found: NarrativeTab = page.tabs.tab("narrative")
    window.activateWindow()
    found.text.setFocus()
    settle(50)
    QTest.keyClick(found.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(found.text, Qt.Key.Key_Delete)
    return found


def page_of(window: Window) -> Any:
    assert window.incident is not None
    return window.incident.page


def text_of(window: Window) -> str:
    case = page_of(window).case
    return str(case.get(case.of("narrative")[0].uid, "text"))


def test_tokens_typed_by_key_are_kept_by_uid_and_follow_their_source(
    window: Window, tab: NarrativeTab, settle: Settle, bugs: list[str]
) -> None:
    page = page_of(window)
    first, second = (item.uid for item in page.case.of("citation")[:2])
    QTest.keyClicks(tab.text, "As [S2] says, [killed] were killed.")
    kept = f"As [source:{second}] says, [count:killed] were killed."
    assert text_of(window) == kept
    assert tab.text.value() == "As [S2] says, [killed] were killed."
    window.perform_id("incident.save")
    assert text_of(window) == kept
    page.editing.remove(first)
    assert tab.text.value() == "As [S1] says, [killed] were killed."
    assert tab.text.textCursor().position() == len("As [S1] says, [killed] were killed.")
    QTest.keyClicks(tab.text, " Again [S1].")
    window.perform_id("incident.save")
    assert text_of(window) == f"{kept} Again [source:{second}]."
    settle(FOLLOWS_MS * 2)
    assert str(tab.reading.value()).count(" (S1)") == 2
    page.editing.set(second, "position", 99)
    last = len(page.case.of("citation"))
    assert tab.text.value() == f"As [S{last}] says, [killed] were killed. Again [S{last}]."
    assert not bugs


def test_the_reading_follows_typing_and_what_it_names(
    window: Window, tab: NarrativeTab, settle: Settle
) -> None:
    page = page_of(window)
    QTest.keyClicks(tab.text, "Some were killed.")
    settle(FOLLOWS_MS * 2)
    assert not tab.reading.isVisible()
    QTest.keyClicks(tab.text, " [killed], says [S1].")
    settle(FOLLOWS_MS * 2)
    assert tab.reading.isVisible()
    for item in page.case.of("working_range"):
        if item.values.get("group") == CIVILIANS:
            page.editing.set(item.uid, "killed_min", 41)
            page.editing.set(item.uid, "killed_max", 43)
    page.editing.set(page.case.of("citation")[0].uid, "name", "Renamed Mirror")
    assert tab.reading.value() == "Some were killed. 41–43, says Renamed Mirror (S1)."
    assert tab.text.value() == "Some were killed. [killed], says [S1]."


def test_a_deleted_source_is_said_checked_and_led_to(window: Window, tab: NarrativeTab) -> None:
    page = page_of(window)
    gone = page.case.of("citation")[-1].uid
    number = len(page.case.of("citation"))
    QTest.keyClicks(tab.text, f"So says [S{number}].")
    page.editing.remove(gone)
    assert tab.text.value() == f"So says [source:{gone}]."
    assert tab.reading.value() == "So says (a source that is no longer here)."
    uid = page.case.of("narrative")[0].uid
    page.show_tab("checks")
    page._recheck()
    page.lead_to(uid, "text")
    assert page.current_tab() == "narrative"
    assert tab.text.textCursor().selectedText() == f"[source:{gone}]"
    assert "narrative_names_nobody" in {problem.id for problem in check_case(page.case)}


def test_what_only_looks_like_a_token_stays_text(window: Window, tab: NarrativeTab) -> None:
    page = page_of(window)
    QTest.keyClicks(tab.text, r"One \[killed], \[S1] and [S999].")
    assert text_of(window) == "One [killed], [S1] and [S999]."
    window.perform_id("incident.save")
    assert tab.text.value() == r"One \[killed], \[S1] and \[S999]."
    assert not page.editing.is_dirty


def test_a_bracket_offers_and_enter_takes(window: Window, tab: NarrativeTab) -> None:
    page = page_of(window)
    source = page.case.of("citation")[1]
    QTest.keyClicks(tab.text, "As [")
    assert tab.typing.is_offering
    QTest.keyClick(tab.text, Qt.Key.Key_Down)
    QTest.keyClick(tab.text, Qt.Key.Key_Up)
    QTest.keyClick(tab.text, Qt.Key.Key_Return)
    assert not tab.typing.is_offering
    assert text_of(window) == "As [count:killed]"
    QTest.keyClicks(tab.text, " by [S2")
    QTest.keyClick(tab.text, Qt.Key.Key_Tab)
    assert text_of(window) == f"As [count:killed] by [source:{source.uid}]"
    assert tab.text.hasFocus()
    QTest.keyClicks(tab.text, " [S")
    QTest.keyClick(tab.text, Qt.Key.Key_Escape)
    assert not tab.typing.is_offering
    QTest.keyClick(tab.text, Qt.Key.Key_Left)
    QTest.keyClicks(tab.text, "[")
    tab.summary.setFocus()
    assert not tab.typing.is_offering


def test_the_action_begins_a_token_from_any_tab(window: Window, tab: NarrativeTab) -> None:
    page = page_of(window)
    QTest.keyClicks(tab.text, "By ")
    tab.text.moveCursor(QTextCursor.MoveOperation.Start)
    page.show_tab("facts")
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.current_tab() == "narrative"
    assert tab.text.value() == "By ["  # nobody stood in the text: at its end
    assert tab.typing.is_offering
    window.perform_id("narrative.insert")
    assert tab.text.value() == "By ["
    QTest.keyClicks(tab.text, "inj")
    QTest.keyClick(tab.text, Qt.Key.Key_Enter)
    assert text_of(window) == "By [count:injured]"


def test_history_and_the_preview_show_no_uid(window: Window, tab: NarrativeTab) -> None:
    page = page_of(window)
    name = names_of(page.case).sources[page.case.of("citation")[0].uid].name
    QTest.keyClicks(tab.text, "As [S1] says, [killed] were killed.")
    window.perform_id("incident.save")
    page.show_tab("history")
    cells = page.tabs.tab("history").fields.model()
    shown = [
        str(cells.index(row, column).data())
        for row in range(cells.rowCount())
        for column in range(cells.columnCount())
    ]
    assert f"As {name} (S1) says, [killed] were killed." in shown
    assert not any("[source:" in text for text in shown)


def test_undo_of_the_casebook_brings_the_text_back(window: Window, tab: NarrativeTab) -> None:
    QTest.keyClicks(tab.text, "First [killed].")
    window.perform_id("incident.save")
    QTest.keyClicks(tab.text, " Second [S1].")
    window.perform_id("incident.save")
    window.perform_id("edit.undo")
    assert text_of(window) == "First [count:killed]."
    assert tab.text.value() == "First [killed]."


def test_untouched_text_with_odd_line_ends_comes_back_as_it_was(
    window: Window, tab: NarrativeTab
) -> None:
    page = page_of(window)
    uid = page.case.of("citation")[0].uid
    narrative = page.case.of("narrative")[0].uid if page.case.of("narrative") else None
    if narrative is None:
        narrative = page.editing.add("narrative", language="language/english").uid
    text = f"[source:{uid}]\r\n[S1] \\[killed]"
    page.editing.set(narrative, "text", text)
    tab.renew()
    page.editing.set(uid, "name", "Other")
    tab._put()
    assert page.case.get(narrative, "text") == text


def test_offers_begin_with_what_is_typed_and_know_names() -> None:
    case = Case(uid="i")
    case.add("incident", "i")
    for number, name in enumerate(("Qasra Today", "Hosn Arud Press", "Qasra Mirror"), 1):
        case.add("citation", f"c{number}", name=name, position=number)
    case.add("victim", "v", name_local="ليلى قصرة", position=1)
    case.add("working_range", "w", group="group/children", form="group", killed_min=2)
    assert [one.text for one in token_offers(case, "")][:4] == [
        "[killed]",
        "[injured]",
        "[children killed]",
        "[children injured]",
    ]
    assert [one.text for one in token_offers(case, "qas")] == ["[S1]", "[S3]"]
    assert [one.text for one in token_offers(case, "s3")] == ["[S3]"]
    assert [one.label for one in token_offers(case, "children k")] == ["children killed · 2+"]
    assert [one.text for one in token_offers(case, "قصرة")] == ["[V1]"]
    assert token_offers(case, "see note") == []
