"""Nothing of Review is out of reach where there is little room: evidence, checks, reasons."""

from PySide6.QtCore import Qt

from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.window import Window
from tests.gui.test_review import KILLED, assessed_by_two, key, laid_out, uid_at


def test_the_evidence_of_all_rows_takes_the_place_of_the_sides(
    window: Window, bugs: list[str]
) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    window.resize(1280, 800)
    table, last = page.table, len(page.table.columns) - 1
    assert table.isColumnHidden(last)
    key(page, Qt.Key.Key_E)
    shown = [n for n in range(last + 1) if not table.isColumnHidden(n)]
    assert shown == [0, last - 1, last], "field, decision and evidence"
    assert sum(table.columnWidth(n) for n in shown) <= table.viewport().width()
    key(page, Qt.Key.Key_2)
    assert page.ruling.values[KILLED] == (41, 46), "columns are taken all the same"
    key(page, Qt.Key.Key_E)
    assert table.isColumnHidden(last)
    assert not table.isColumnHidden(1)
    window.resize(1900, 900)
    assert not table.isColumnHidden(last)
    key(page, Qt.Key.Key_E)
    assert page.evidence.area.hasFocus()
    assert not bugs


def test_f6_reaches_every_pane(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    page = laid_out(window, uid)
    seen = []
    for _ in range(6):
        key(page, Qt.Key.Key_F6)
        focus = window.focusWidget()
        seen.append(focus.accessibleName() if focus is not None else "")
    assert seen == [
        "Changes of the narrative",
        "Evidence",
        "Reason",
        "Checks, and the reasons of the others",
        "Waiting",
        "Side by side",
    ]
    assert not bugs


def test_few_rows_leave_their_room_to_what_stands_below(window: Window, bugs: list[str]) -> None:
    uid = uid_at(window, 2)
    assessed_by_two(window, uid)
    window.resize(1440, 900)
    page = laid_out(window, uid)
    needed = page.table.whole_height() + page.same.height()
    assert page.upper.height() <= needed
    texts = [label.text() for label in page.reasons.findChildren(Label)]
    assert texts.index("Checks") < texts.index("Their reasons")
    assert not bugs
