"""Deciding by key from the reason, and what is said before what cannot be so is decided."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from airwars_desk.gui.dialogs.decide import Decide
from airwars_desk.gui.pages.review.page import ReviewPage
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.window import Window
from airwars_desk.operations import review
from airwars_desk.operations.entry import open_case, save_case
from airwars_desk.rules.standing import standing_decisions
from tests.gui.test_review import (
    CHILDREN,
    CTRL,
    KILLED,
    assessed_by_two,
    key,
    laid_out,
    on_desk,
    uid_at,
)
from tests.operations.people import seat

HARM = "civilian_harm_reported"


def type_range(page: ReviewPage, row: str, least: str, most: str) -> None:
    """Type a decided range by key."""
    page.table.select(row)
    page.table.setFocus()
    key(page, Qt.Key.Key_Return)
    for box, text in zip(page.table.cells[row].editors, (least, most), strict=True):
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)


def decisions(window: Window, uid: str) -> list[Any]:
    return standing_decisions(on_desk(window, lambda desk: open_case(desk, uid)))


def test_the_reason_is_left_and_decided_by_key(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    key(page, Qt.Key.Key_D)
    assert page.problem.isVisible()
    assert page.reason.hasFocus()
    assert page.buttons["decide"].text().endswith("Ctrl Enter")
    assert page.buttons["return"].text() == "Return with notes"
    QTest.keyClicks(page.reason, "d")
    assert not page.problem.isVisible(), "a reason is there, so nobody asks for it"
    key(page, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.buttons["decide"].text().endswith("D")
    key(page, Qt.Key.Key_F2)
    QTest.keyClicks(page.reason, "ecided by two origins")
    before = [item.uid for item in decisions(window, uid)]
    key(page, Qt.Key.Key_Return, CTRL)
    (decision,) = decisions(window, uid)
    assert decision.uid not in before
    assert decision.values["reason"] == "decided by two origins"
    assert not bugs


def test_ctrl_d_decides_on_review_too(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 3)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    key(page, Qt.Key.Key_F2)
    QTest.keyClicks(page.reason, "two origins")
    key(page, Qt.Key.Key_D, CTRL)
    (decision,) = decisions(window, uid)
    assert decision.values["reason"] == "two origins"
    assert not bugs


def test_a_minimum_above_its_maximum_is_decided_on_purpose_only(
    window: Window, bugs: list[str]
) -> None:
    uid = uid_at(window, 4)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    before = [item.uid for item in decisions(window, uid)]
    type_range(page, CHILDREN, "6", "1")
    cell = page.table.cells[CHILDREN]
    assert cell._whose.text() == "min > max"
    assert all(box.property("odd") for box in cell.editors)
    assert "Children killed 6–1" in cell.editors[0].toolTip()
    assert [p for p in page.checks.findChildren(Paragraph) if "minimum is above" in p.text()]
    page.reason.set_value("kept as the source has it")
    page.table.setFocus()
    key(page, Qt.Key.Key_D)
    assert "Children killed 6–1" in page.bar.told.text()
    assert page.buttons["decide"].text().startswith("Decide with 6–1")
    assert [item.uid for item in decisions(window, uid)] == before

    type_range(page, KILLED, "41", "40")
    assert not page.bar.told.isVisible()
    assert page.buttons["decide"].accessibleName() == "Decide"
    page.table.setFocus()
    key(page, Qt.Key.Key_D)
    assert "Decide with 41–40, 6–1" in page.buttons["decide"].text()
    assert [item.uid for item in decisions(window, uid)] == before
    key(page, Qt.Key.Key_D)
    (decision,) = decisions(window, uid)
    assert decision.uid not in before
    assert page.buttons["decide"].accessibleName() == "Decide"
    assert not bugs


def test_what_is_in_no_figure_is_said_before_any_grade(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 5)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    page.ruling.type("grade", None)
    page.ruling.type(HARM, None)
    page.table.refresh()
    told = [p.text() for p in page.checks.findChildren(Paragraph)]
    assert any("in no figure" in text for text in told)
    assert not bugs


def test_the_quick_way_shows_the_checks_and_asks_once_more(
    window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    uid = uid_at(window, 6)

    def upside_down(desk: Any) -> int:
        case = open_case(desk, uid)
        (civilians,) = (
            item
            for item in case.of("working_range")
            if item.values.get("group") == "group/civilians"
        )
        case.set(civilians.uid, "killed_min", 9)
        case.set(civilians.uid, "killed_max", 5)
        case.set(uid, HARM, None)
        save_case(desk, case)
        return 1

    on_desk(window, upside_down)
    window.perform_id("incident.open")
    done: list[int] = []

    def answered(dialog: Decide) -> int:
        dialog.show()
        told = " ".join(p.text() for p in dialog.checks.findChildren(Paragraph))
        assert "in no figure" in told
        assert "minimum is above" in told
        dialog.on_main()
        assert "reason" in dialog.problem.text()
        QTest.keyClicks(dialog.reason, "as the source has it")
        assert not dialog.problem.isVisible()
        dialog.on_main()
        assert not dialog.result()
        assert "Civilians killed 9–5" in dialog.problem.text()
        assert dialog.main.text() == "Decide with 9–5"
        dialog.on_main()
        done.append(dialog.result())
        return dialog.result()

    monkeypatch.setattr(Decide, "exec", answered)
    assert window.incident is not None
    window.incident.page.sources.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    assert done == [1]
    (decision,) = decisions(window, uid)
    assert decision.values["reason"] == "as the source has it"
    assert not bugs


def test_what_is_typed_stays_when_something_else_is_written(
    window: Window, bugs: list[str]
) -> None:
    uid, other = uid_at(window, 2), uid_at(window, 8)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    type_range(page, KILLED, "40", "45")
    box = page.table.cells[KILLED].editors[1]
    box.setText("4x")
    on_desk(window, lambda desk: review.send_for_review(desk, other))
    page.on_changed(None)
    assert page.uid == uid
    assert page.table.cells[KILLED].editors[1] is box, "nothing of this incident changed"
    assert box.text() == "4x"
    assert page.ruling.values[KILLED] == (40, 45)
    assert not bugs


def test_what_is_typed_stays_when_another_row_changed(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    page.reason.set_value("half a reason")
    type_range(page, KILLED, "40", "45")

    def another(desk: Any) -> str:
        values = {"grade": "Contested", CHILDREN: (1, 1)}
        return review.assess(seat(desk, "R. Arudi", "researcher"), uid, values, "denied").id

    on_desk(window, another)
    page.on_changed(None)
    assert page.ruling.values["grade"] == "Contested"
    assert page.ruling.values[KILLED] == (40, 45)
    assert page.table.current_key() == KILLED
    assert page.table.cells[KILLED].editors[1].hasFocus()
    assert page.table.cells[KILLED].editors[1].text() == "45"
    assert page.reason.value() == "half a reason"
    assert not page.bar.told.isVisible()
    assert not bugs


def test_what_was_typed_against_changed_and_it_is_said(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    type_range(page, KILLED, "40", "45")
    type_range(page, CHILDREN, "1", "2")

    def another(desk: Any) -> str:
        values = {"grade": "Weak", KILLED: (39, 50)}
        return review.assess(seat(desk, "R. Arudi", "researcher"), uid, values, "a new source").id

    on_desk(window, another)
    page.on_changed(None)
    assert page.ruling.values[KILLED] == (39, 50)
    assert page.ruling.values[CHILDREN] == (1, 2)
    assert "Civilians killed (you had 40–45)" in page.bar.told.text()
    page.table.select(KILLED)
    page.table.setFocus()
    key(page, Qt.Key.Key_2)
    assert not page.bar.told.isVisible()
    assert not bugs


def test_after_a_decision_nothing_typed_is_left(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    type_range(page, KILLED, "40", "45")
    page.reason.set_value("as typed")
    key(page, Qt.Key.Key_D, CTRL)
    page.show_incident(uid)
    assert page.ruling.values[KILLED] == (41, 44)
    assert not page.ruling.touched
    assert not page.bar.told.isVisible()
    assert not bugs
