"""The search box with real keys: chips, completion, what cannot be read."""

import threading
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.gui import completing, requests
from airwars_desk.gui.completing import Asked, Offer, asked_at, put_in
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.tasks import InlineRunner, Runner
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.window import Window
from airwars_desk.operations.areas import list_areas
from airwars_desk.operations.desk import Office
from airwars_desk.operations.standalone import save_items

WAIT = 20_000


@pytest.fixture
def page(window: Window) -> IncidentsPage:
    assert window.list is not None
    window.list.page.focus_search()
    return window.list.page


def chips(page: IncidentsPage) -> list[str]:
    return [chip.accessibleName() for chip in page.search.chip_row.chips]


def listed(page: IncidentsPage) -> list[Any]:
    return [page.model.record(at) for at in range(len(page.model.ids))]


def press(page: IncidentsPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.search, key)


def test_a_blank_after_a_filter_makes_a_chip_and_backspace_takes_it(
    page: IncidentsPage, qtbot: QtBot
) -> None:
    whole = len(page.model.ids)
    QTest.keyClicks(page.search, "grade:weak harm:yes market ")
    assert chips(page) == ["grade Weak", "harm Yes"]
    assert page.search.text() == "market "
    assert page.search.query_text() == "grade:weak harm:yes market"
    press(page, *[Qt.Key.Key_Backspace] * len("market "))
    qtbot.waitUntil(lambda: 0 < len(page.model.ids) < whole, timeout=WAIT)
    assert {row.grade for row in listed(page)} == {"Weak"}
    assert page._counts.text().startswith(f"{whole} ")
    press(page, Qt.Key.Key_Backspace)
    assert chips(page) == ["grade Weak"]
    press(page, Qt.Key.Key_Backspace)
    assert chips(page) == []
    assert len(page.model.ids) == whole


def test_completion_offers_values_with_counts_and_enter_takes_one(page: IncidentsPage) -> None:
    QTest.keyClicks(page.search, "grade:")
    assert page.search.is_offering
    offered = page.search._offers
    assert [offer.text for offer in offered][:3] == ["confirmed", "fair", "weak"]
    grades = [row.grade for row in listed(page)]
    assert {offer.text: offer.count for offer in offered}["fair"] == grades.count("Fair")
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chips(page) == ["grade Fair"]
    assert not page.search.is_offering
    assert page.search.hasFocus()
    assert len(page.model.ids) == grades.count("Fair")


def test_completion_offers_the_areas_that_the_team_has_named(
    page: IncidentsPage, window: Window
) -> None:
    runner = cast("InlineRunner", window.runner)
    QTest.keyClicks(page.search, "place:we")
    assert [offer.text for offer in page.search._offers] == ["West Jawra"]
    press(page, Qt.Key.Key_Tab)
    assert chips(page) == ["place West Jawra"]
    items, inside = list_areas(runner.desk)
    assert len(page.model.ids) == inside[1] > 0
    press(page, Qt.Key.Key_Backspace)
    items[1].values["name"] = "The west"
    runner.run(lambda desk: save_items(desk, "save_areas", items))
    QTest.keyClicks(page.search, "in:")
    assert [offer.text for offer in page.search._offers] == [
        "In and around Tell Maraya",
        "The west",
    ]


def test_completion_by_tab_mouse_and_field_name(page: IncidentsPage) -> None:
    QTest.keyClicks(page.search, "bell")
    assert [offer.text for offer in page.search._offers] == ["belligerent:"]
    press(page, Qt.Key.Key_Tab)
    assert page.search.text() == "belligerent:"
    QTest.keyClicks(page.search, "qasra")
    assert page.search._popup is not None
    table = page.search._popup._table
    at = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chips(page) == ["belligerent Qasra government"]
    assert all("Qasra government" in row.belligerents for row in listed(page))


def test_escape_closes_the_offers_then_empties_then_leaves(page: IncidentsPage) -> None:
    whole = len(page.model.ids)
    QTest.keyClicks(page.search, "harm:no state:")
    assert page.search.is_offering
    press(page, Qt.Key.Key_Escape)
    assert not page.search.is_offering
    press(page, Qt.Key.Key_Escape)
    assert page.search.query_text() == ""
    assert len(page.model.ids) == whole
    press(page, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_what_cannot_be_read_is_said_under_the_box_and_the_list_stays(
    page: IncidentsPage, bugs: list[str]
) -> None:
    before = list(page.model.ids)
    QTest.keyClicks(page.search, "grade:weak belligerent:orlnd")
    press(page, Qt.Key.Key_Return)
    assert page._problem_row.isVisible()
    assert "“orlnd”" in page.problem.text()
    assert "“Orland”" in page.problem.text()
    assert list(page.model.ids) == before
    page.focus_search()
    press(page, Qt.Key.Key_Escape)
    assert not page._problem_row.isVisible()
    QTest.keyClicks(page.search, "nofield:x ")
    page.search._ask_now()
    assert "no filter “nofield”" in page.problem.text()
    assert not bugs


def test_a_chip_is_taken_out_by_a_click(page: IncidentsPage) -> None:
    QTest.keyClicks(page.search, "grade:fair,weak -reviewed ")
    assert chips(page) == ["grade Fair, Weak", "not reviewed"]
    chip = page.search.chip_row.chips[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    assert chips(page) == ["not reviewed"]
    assert page.search.query_text() == "-reviewed"


def test_filters_without_room_are_counted_before_those_that_have(page: IncidentsPage) -> None:
    page.window().resize(960, 600)
    QTest.keyClicks(page.search, "grade:fair,weak harm:yes sources:>1 -state:returned ")
    row = page.search.chip_row
    shown = [chip for chip in row.chips if chip.isVisibleTo(page)]
    assert len(row.chips) == 4
    assert 1 <= len(shown) < 4
    assert row.hidden == 4 - len(shown)
    assert str(row.hidden) in page.search.toolTip()
    assert min(chip.x() for chip in shown) > 38


def test_counts_of_what_is_offered_are_not_cut(page: IncidentsPage) -> None:
    QTest.keyClicks(page.search, "grade:")
    popup = page.search._popup
    assert popup is not None
    table = popup._table
    assert sum(map(table.columnWidth, range(3))) <= table.viewport().width()


def test_keys_are_taken_while_the_worker_is_held_up(
    qtbot: QtBot, theme: Theme, casebook: Path, office: Office
) -> None:
    runner = Runner(lambda: office, requests.close_desk)
    window = Window(theme, runner)
    qtbot.addWidget(window)
    window.show()
    window.start(str(casebook))
    qtbot.waitUntil(lambda: bool(window.list and window.list.page.facets.known), timeout=WAIT)
    assert window.list is not None
    page = window.list.page
    whole = len(page.model.ids)
    gate = threading.Event()
    runner.run(lambda _desk: gate.wait(60))
    page.focus_search()
    QTest.keyClicks(page.search, "grade:we")
    assert [offer.label for offer in page.search._offers] == ["Weak"]
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert chips(page) == ["grade Weak"]
    assert len(page.model.ids) == whole
    gate.set()
    qtbot.waitUntil(lambda: 0 < len(page.model.ids) < whole, timeout=WAIT)
    window.close()
    runner.shut_down()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", None),
        ("a", None),
        ("raqqa 2017", None),
        ("حلب", None),
        ("nofield:x", None),
        ("-gra", Asked(1, "", "gra")),
        ("grade:", Asked(6, "grade", "")),
        ("grade:weak,co", Asked(11, "grade", "co")),
        ('place:"west mosul" state:re', Asked(25, "state", "re")),
        ('belligerent:"meridian co', Asked(12, "belligerent", "meridian co")),
    ],
)
def test_what_is_being_typed(text: str, asked: Asked | None) -> None:
    assert asked_at(text, len(text)) == asked


def test_an_offer_with_blanks_is_put_in_quotation_marks() -> None:
    asked = asked_at("by:mer rest", 6)
    assert asked is not None
    offer = Offer("Meridian Coalition", "Meridian Coalition", 3)
    text, cursor = put_in("by:mer rest", 6, asked, offer)
    assert text == 'by:"Meridian Coalition" rest'
    assert text[:cursor] == 'by:"Meridian Coalition" '


def test_every_field_of_few_values_offers_them() -> None:
    counts = {"date": {"2017-03": 4, "none": 1}, "assignee": {"p1": 2}}
    words = Vocabulary(people={"p1": "L. Karim"})

    def texts(field: str, prefix: str = "") -> list[str]:
        return [offer.text for offer in completing.offers(Asked(0, field, prefix), counts, words)]

    assert texts("date") == ["2017-03"]
    assert texts("assignee") == ["me", "L. Karim"]
    assert texts("has", "na") == ["names", "narrative"]
    assert texts("state", "ret") == ["returned"]
    assert texts("sources") == ["<2", "3..10"]
    assert texts("place") == ["raqqa", "west mosul"]
    assert texts("", "sou") == ["sources:", "source:"]
