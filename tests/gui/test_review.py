"""Review with real keys: assess from the list, take sides, type, decide, return, hold."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.gui import opening, requests
from airwars_desk.gui.dialogs.assess import Assess
from airwars_desk.gui.dialogs.decide import Decide
from airwars_desk.gui.dialogs.notes import AskNotes
from airwars_desk.gui.pages.review.effect import killed
from airwars_desk.gui.pages.review.page import ReviewPage
from airwars_desk.gui.review_readings import waiting_words
from airwars_desk.gui.sentences import checks_of
from airwars_desk.gui.widgets.grade_picker import GradePicker
from airwars_desk.gui.window import Window
from airwars_desk.operations import review
from airwars_desk.operations.browse import list_rows, read_page, row_of
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.entry import open_case
from airwars_desk.operations.waiting import figures_of, waiting
from airwars_desk.rules.query import Listing
from airwars_desk.rules.sides import ASSESSED, as_assessed
from airwars_desk.rules.standing import standing_decisions
from tests.operations.people import seat

KILLED = "killed group/civilians"
CHILDREN = "killed group/children"
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SAID = {"grade": "Fair", KILLED: (41, 46), CHILDREN: (3, 4), "civilian_harm_reported": True}


def on_desk(window: Window, work: Callable[[Desk], Any]) -> Any:
    """Do something on the window's open casebook and return what it gave."""
    found: list[Any] = []
    window.runner.run(work, found.append)
    assert found
    return found[0]


def uid_at(window: Window, position: int) -> str:
    """Return an incident that nobody assessed and that does not wait, and select it."""

    def plain(desk: Desk) -> list[str]:
        rows = read_page(desk, list_rows(desk, Listing()))
        known = [row.uid for row in rows if row is not None]
        waits = {one.uid for one in waiting(desk)}
        free = [uid for uid in known if uid not in waits]
        return [uid for uid in free if not open_case(desk, uid).of("assessment")]

    uid = str(on_desk(window, plain)[position])
    assert window.list is not None
    row = on_desk(window, lambda desk: row_of(desk, uid))
    window.list.page.select_row(row)
    return uid


def count_shown(window: Window) -> int:
    return int(window.shell.navigation._counts["review"].text() or 0)


def assessed_by_two(window: Window, uid: str) -> None:
    """Let two researchers assess an incident and send it."""

    def work(desk: Desk) -> str:
        lk = seat(desk, "Lina Karim", "researcher")
        review.assess(lk, uid, SAID, "two origins")
        other = {**SAID, "grade": "Weak", KILLED: (41, 44)}
        review.assess(seat(desk, "D. Osei", "researcher"), uid, other, "one origin")
        return review.send_for_review(lk, uid).id

    on_desk(window, work)
    window.words = on_desk(window, requests.vocabulary)


def laid_out(window: Window, uid: str) -> ReviewPage:
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    page.show_incident(uid)
    assert page.uid == uid
    page.table.setFocus()
    return page


def key(page: ReviewPage, which: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    focus = page.window().focusWidget() or page
    QTest.keyClick(focus, which, modifiers)


def test_an_assessment_is_made_by_key_from_the_list(
    window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    uid = uid_at(window, 0)
    waited = count_shown(window)
    case_before = on_desk(window, lambda desk: open_case(desk, uid))

    def answered(dialog: Assess) -> int:
        dialog.show()
        dialog.picker.setFocus()
        QTest.keyClick(dialog.picker, Qt.Key.Key_X)
        assert dialog.picker.value() == "Contested"
        assert not [text for text in texts_of(dialog) if text.startswith("Confirmed")]
        QTest.keyClick(dialog.picker, Qt.Key.Key_C)
        told = checks_of(as_assessed(case_before, dialog.values()), window.words)
        expected = {said.text for said in told if said.uid.startswith(ASSESSED)}
        assert expected
        assert expected <= {text.partition(" ×")[0] for text in texts_of(dialog)}
        dialog.on_main()
        assert not dialog.result()
        box = dialog.boxes[KILLED, 1]
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "77")
        dialog.reason.setFocus()
        QTest.keyClicks(dialog.reason, "The party accepts it.")
        dialog.on_main()
        return dialog.result()

    monkeypatch.setattr(Assess, "exec", answered)
    assert window.list is not None
    QTest.keyClick(window.list.page.table, Qt.Key.Key_G)
    case = on_desk(window, lambda desk: open_case(desk, uid))
    (item,) = case.of("assessment")
    assert item.values["grade"] == "Confirmed"
    assert item.values["reason"] == "The party accepts it."
    civilians = next(r for r in item.values["ranges"] if r["group"] == "group/civilians")
    assert civilians["killed_max"] == 77
    assert len(case.of("decision")) == len(case_before.of("decision"))
    assert count_shown(window) == waited + 1
    window.perform_id("edit.undo")
    assert count_shown(window) == waited
    assert not bugs


def texts_of(dialog: Assess) -> list[str]:
    """Return the sentences of the checks beside an assessment."""
    from airwars_desk.gui.widgets.label import Paragraph

    return [label.text() for label in dialog.checks.findChildren(Paragraph)]


def test_columns_are_taken_values_typed_and_decided(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    titles = [column.title for column in page.table.columns]
    assert titles[1:5] == ["Last decision", "Researcher", "2nd reader", "Working"]
    page.table.select(KILLED)
    key(page, Qt.Key.Key_2)
    assert page.ruling.values[KILLED] == (41, 46)
    assert page.table.cells[KILLED]._whose.text() == "LK"
    key(page, Qt.Key.Key_3)
    assert page.ruling.values[KILLED] == (41, 44)
    key(page, Qt.Key.Key_2, SHIFT)
    assert page.ruling.values["grade"] == "Fair"
    assert page.table.cells[CHILDREN]._whose.text() == "LK DO"

    key(page, Qt.Key.Key_Return)
    box = page.table.cells[KILLED].editors[0]
    assert box.hasFocus()
    QTest.keyClicks(box, "40")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert page.table.cells[KILLED].editors[1].hasFocus()
    QTest.keyClicks(page.window().focusWidget(), "45")
    key(page, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.ruling.values[KILLED] == (40, 45)
    assert page.table.cells[KILLED]._whose.text() == "typed"

    told = list(page.effect.lines)
    key(page, Qt.Key.Key_D)
    assert "reason" in page.problem.text()
    key(page, Qt.Key.Key_F2)
    assert page.reason.hasFocus()
    QTest.keyClicks(page.reason, "Two origins; D did not know the second.")
    key(page, Qt.Key.Key_F6)
    page.table.setFocus()
    key(page, Qt.Key.Key_D)
    case = on_desk(window, lambda desk: open_case(desk, uid))
    (decision,) = standing_decisions(case)
    assert decision.values["reason"].startswith("Two origins")
    assert decision.values["grade"] == "Fair"
    assert len(decision.values["assessments"]) == 2
    assert case.get(uid, "state") == "decided"
    assert page.reason.value() is None
    places = list(page._figures) or []
    after = on_desk(window, lambda desk: figures_of(desk, places))
    for place, line in zip(places, told, strict=False):
        assert killed(after[place]["likely"]) in line
    assert not bugs


def test_what_is_the_same_is_folded_and_shown_by_key(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 3)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    few = len(page.table.rows)
    assert few == len(page.ruling.differing)
    key(page, Qt.Key.Key_A)
    assert len(page.table.rows) == few + len(page.ruling.same)
    cell = page.table.cells["tracked_belligerents"]
    cell.editors[0].toggle_term("belligerent/russian-military")
    assert "belligerent/russian-military" in page.ruling.values["tracked_belligerents"]
    assert len(page.effect.lines) >= 2
    key(page, Qt.Key.Key_A)
    assert len(page.table.rows) == few
    assert not bugs


def test_it_is_returned_with_notes_that_the_researcher_sees(
    window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    uid = uid_at(window, 4)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)

    def answered(dialog: AskNotes) -> int:
        dialog.show()
        dialog.on_main()
        assert not dialog.result()
        QTest.keyClicks(dialog.notes, "Which hospital?")
        dialog.on_main()
        return dialog.result()

    monkeypatch.setattr(AskNotes, "exec", answered)
    key(page, Qt.Key.Key_R)
    assert on_desk(window, lambda desk: open_case(desk, uid).get(uid, "state")) == "returned"
    page.opened.emit(uid)
    assert window.incident is not None
    header = window.incident.page.header
    assert "Which hospital?" in header._returned.text()
    assert header.send_button.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert on_desk(window, lambda desk: open_case(desk, uid).get(uid, "state")) == "in_review"
    assert not header.send_button.isVisible()
    window.incident.page.show_tab("assessments")
    table = window.incident.page.tabs.tab("assessments").table
    shown = [str(table.model().index(row, 1).data()) for row in range(table.model().rowCount())]
    assert shown.count("Assessment") == 2
    assert shown[:2] == ["Sent for review", "Returned"]
    assert not bugs


def test_held_comes_last_and_n_goes_on(
    window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    first, second = uid_at(window, 5), uid_at(window, 6)
    assessed_by_two(window, first)
    assessed_by_two(window, second)
    page = laid_out(window, first)

    def answered(dialog: AskNotes) -> int:
        QTest.keyClicks(dialog.notes, "geolocation")
        return 1

    monkeypatch.setattr(AskNotes, "exec", answered)
    key(page, Qt.Key.Key_H)
    order = [one.uid for one in on_desk(window, waiting)]
    assert order[-1] == first
    assert second in order
    page.show_incident(order[-2])
    page.table.setFocus()
    key(page, Qt.Key.Key_N)
    assert page.uid == first
    assert not bugs


def test_the_queue_says_what_it_counts_as_the_list_does(window: Window, bugs: list[str]) -> None:
    assessed_by_two(window, uid_at(window, 5))
    window.perform_id("go.review")
    page: Any = window.pages["review"]
    states = Counter(one.state for one in on_desk(window, waiting))
    opening.show_waiting(window)  # the others wrote behind the window's back
    assert page.waiting._groups.text() == waiting_words(states)
    badge = window.shell.navigation._buttons["review"]
    assert badge.toolTip() == waiting_words(states)
    assert f"{states['in_review']} in review" in badge.toolTip()
    assert not bugs


def test_who_may_not_decide_is_told_before_and_when_she_tries(
    window: Window, bugs: list[str]
) -> None:
    uid = uid_at(window, 7)
    on_desk(window, lambda desk: review.assess(desk, uid, SAID, "my own"))
    page = laid_out(window, uid)
    assert not page.buttons["decide"].isEnabled()
    assert "your own" in page.head._warning.text()
    page.reason.set_value("alone")
    page.table.setFocus()
    key(page, Qt.Key.Key_D)
    assert "your own" in page.problem.text()
    assert on_desk(window, lambda desk: open_case(desk, uid).get(uid, "state")) != "decided"
    assert not bugs


def test_the_quick_way_asks_nothing_of_who_may_not_decide(
    window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    uid = uid_at(window, 0)
    on_desk(window, lambda desk: review.assess(desk, uid, SAID, "my own"))
    window.perform_id("incident.open")
    asked: list[Any] = []
    monkeypatch.setattr(Decide, "exec", asked.append)
    assert window.incident is not None
    window.incident.page.sources.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    assert asked == []
    assert window.notices.notice is not None
    assert "your own" in window.notices.notice.text
    assert not bugs


def test_two_decisions_are_said_to_be_a_conflict(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 8)
    assessed_by_two(window, uid)

    def apart(desk: Desk) -> int:
        for grade in ("Fair", "Weak"):
            review.decide(desk, uid, grade=grade, reason="made apart", replaces=[])
        return 1

    on_desk(window, apart)
    page = laid_out(window, uid)
    assert "decisions stand" in page.head._warning.text()
    page.reason.set_value("both were seen")
    page.table.setFocus()
    key(page, Qt.Key.Key_D)
    case = on_desk(window, lambda desk: open_case(desk, uid))
    assert len(standing_decisions(case)) == 1
    assert not bugs


def test_a_narrow_window_folds_what_waits_and_cuts_nothing(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    window.resize(960, 600)
    assert (window.width(), window.height()) == (960, 600)
    assert page.strip.isVisible()
    assert not page.waiting.isVisible()
    table = page.table
    assert (
        sum(table.columnWidth(n) for n in range(len(table.columns)) if not table.isColumnHidden(n))
        <= table.viewport().width()
    )
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton)
    assert page.waiting.table.hasFocus()
    page.opened.emit(uid)
    assert window.incident is not None
    incident = window.incident.page
    for name in ("ranges", "where", "victims", "facts", "attribution", "assessments", "history"):
        incident.show_tab(name)
        assert window.width() == 960, name
        assert window.minimumSizeHint().width() <= 960, name
    incident.show_tab("ranges")
    assert incident.sources.isVisible()
    assert not incident.this_source.isVisible()
    incident.sources.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert incident.this_source.isVisible()
    assert not incident.sources.isVisible()
    assert not bugs


def test_a_grade_is_picked_by_letter_arrow_and_click(qtbot: QtBot, window: Window) -> None:
    picker = GradePicker(window.theme)
    qtbot.addWidget(picker)
    picker.resize(picker.sizeHint())
    picker.show()
    for letter, grade in zip(
        "CFWXD", ("Confirmed", "Fair", "Weak", "Contested", "Discounted"), strict=True
    ):
        QTest.keyClicks(picker, letter.lower())
        assert picker.value() == grade
    QTest.keyClick(picker, Qt.Key.Key_Left)
    assert picker.value() == "Contested"
    assert picker.is_chosen
    picker.set_value(None)
    assert not picker.is_chosen
    QTest.keyClick(picker, Qt.Key.Key_Delete)
    assert picker.value() is None
    assert picker.is_chosen
    QTest.keyClick(picker, Qt.Key.Key_Left)
    assert picker.value() == "Discounted"
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker._rects()[5].center())
    assert picker.value() is None
    assert picker.is_chosen
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker._rects()[1].center())
    assert picker.value() == "Fair"
