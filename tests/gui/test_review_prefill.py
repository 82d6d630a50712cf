"""What is known stays known in a decision, unless the supervisor empties it and is told."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.window import Window
from airwars_desk.operations import review
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.entry import open_case
from airwars_desk.rules.sides import UNKNOWN
from airwars_desk.rules.standing import standing_decisions
from tests.gui.test_review import (
    KILLED,
    SAID,
    assessed_by_two,
    key,
    laid_out,
    on_desk,
    uid_at,
)
from tests.operations.people import seat

INJURED = "injured group/civilians"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def decided_then_read(window: Window, **decided: Any) -> str:
    """Return an incident decided with 12–24 injured, then assessed by one who is silent on them."""
    uid = uid_at(window, 2)

    def work(desk: Desk) -> int:
        lk = seat(desk, "Lina Karim", "researcher")
        review.assess(lk, uid, {**SAID, INJURED: UNKNOWN}, "two origins")
        values = {**SAID, INJURED: (12, 24), **decided}
        review.decide(desk, uid, values=values, reason="two origins")
        review.assess(lk, uid, {**SAID, KILLED: (41, 47), INJURED: UNKNOWN}, "a third origin")
        return 1

    on_desk(window, work)
    return uid


def test_silence_does_not_empty_what_was_decided(window: Window, bugs: list[str]) -> None:
    uid = decided_then_read(window)
    page = laid_out(window, uid)
    assert page.ruling.values[KILLED] == (41, 47)
    known = page.ruling.values[INJURED]
    assert known != UNKNOWN
    assert INJURED not in [row.key for row in page.ruling.lost]

    page.table.select(KILLED)
    key(page, Qt.Key.Key_2, SHIFT)
    assert page.ruling.values[INJURED] == known, "a whole column taken leaves what it is silent on"
    page.reason.set_value("as laid out")
    page.table.setFocus()
    key(page, Qt.Key.Key_D)
    (decision,) = standing_decisions(on_desk(window, lambda desk: open_case(desk, uid)))
    assert decision.values["reason"] == "as laid out"
    assert not bugs


def test_what_is_emptied_on_purpose_is_marked_and_named(window: Window, bugs: list[str]) -> None:
    page = laid_out(window, decided_then_read(window))
    told = page.effect.lines[0]
    assert "injured" in told
    page.table.select(INJURED)
    cell = page.table.cells[INJURED]
    key(page, Qt.Key.Key_Return)
    for box in cell.editors:
        box.setFocus()
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Delete)
    assert page.ruling.values[INJURED] == UNKNOWN
    assert cell._whose.text() == "unknown"
    assert all(box.property("odd") for box in cell.editors)
    assert "becomes unknown" in cell.editors[0].toolTip().lower()
    assert page.effect.lines[-1].startswith("Becomes unknown: civilians injured 12–24")
    assert page.effect.lines[0] != told, "the effect shows the injured too"

    key(page, Qt.Key.Key_Escape)
    key(page, Qt.Key.Key_1)
    assert page.ruling.values[INJURED] == (12, 24)
    assert not any(box.property("odd") for box in cell.editors)
    assert not any("unknown" in line for line in page.effect.lines)
    assert not bugs


def test_the_effect_says_what_would_be_in_no_figure(
    window: Window, qtbot: QtBot, bugs: list[str]
) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    assert not any("in no figure" in line for line in page.effect.lines)
    key(page, Qt.Key.Key_A)
    page.table.cells["civilian_harm_reported"].editors[0].set_value(None)
    page.table.cells["civilian_harm_reported"]._on_edited()
    assert "in no figure until" in page.effect.lines[-1]
    window.resize(960, 600)
    room = page.effect.parentWidget()

    def all_seen() -> bool:
        told = [one for one in page.effect.findChildren(Paragraph) if one.isVisible()]
        ends = [one.mapTo(room, one.rect().bottomLeft()).y() for one in told]
        return bool(ends) and max(ends) <= room.height()

    qtbot.waitUntil(all_seen, timeout=2000)
    page.table.cells["civilian_harm_reported"].editors[0].set_value(False)
    page.table.cells["civilian_harm_reported"]._on_edited()
    assert "is No: this is in no figure" in page.effect.lines[-1]
    assert not bugs
