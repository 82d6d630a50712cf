"""The Month page with real keys and clicks: its sentence, its marks, and where they lead."""

from calendar import monthrange
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui.charts.layout import Spot
from airwars_desk.gui.month_queries import GRADES, Mark, search_for
from airwars_desk.gui.pages.month.page import MonthPage
from airwars_desk.gui.pages.month.tables import Section, range_of
from airwars_desk.gui.window import Window
from airwars_desk.operations.month import DRIVERS
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.rules.dates import month_after, month_before

KEY = Qt.Key


@pytest.fixture
def page(window: Window, bugs: list[str]) -> Iterator[MonthPage]:
    window.perform_id("go.month")
    shown: Any = window.pages["month"]
    shown.go_to(shown.fullest())
    yield shown
    assert not bugs


def listed(window: Window) -> int:
    assert window.page == "incidents"
    assert window.list is not None
    assert not window.list.page.problem.text()
    return len(window.list.page.model.ids)


def spots(page: MonthPage) -> list[Spot]:
    return list(page.charts.chart.layout_of_marks().spots())


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or QPoint()
    )


def back(window: Window) -> None:
    window.perform_id("go.month")


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ({"incidents": 2, "unknown": 2, "killed_min": 0, "killed_max": 0}, "–"),
        ({"incidents": 2, "unknown": 1, "killed_min": 0, "killed_max": 0}, "0"),
        ({"incidents": 0, "unknown": 0, "killed_min": 0, "killed_max": 0}, "–"),
        ({"incidents": 3, "unknown": 1, "killed_min": 2, "killed_max": 5}, "2–5"),
    ],
)
def test_what_nobody_counted_is_a_dash_and_never_zero(block: dict[str, Any], shown: str) -> None:
    assert range_of(block, "killed") == shown


def test_every_mark_of_the_charts_leads_to_as_many_incidents_as_it_counts(
    window: Window, page: MonthPage
) -> None:
    found = spots(page)
    assert {spot.mark.kind for spot in found} == {"alleged", "likely", "grade"}
    for spot in found:
        page.lead_to(spot.mark)
        assert listed(window) == spot.mark.incidents, spot.mark


def test_a_click_on_a_bar_and_on_a_segment_opens_its_incidents(
    window: Window, page: MonthPage
) -> None:
    chart = page.charts.chart
    for kind in ("alleged", "likely", "grade"):
        spot = max((s for s in spots(page) if s.mark.kind == kind), key=lambda s: s.box.height())
        click(chart, spot.box.center())
        assert listed(window) == spot.mark.incidents
        back(window)


def test_a_click_under_the_plots_chooses_the_month(page: MonthPage) -> None:
    chart = page.charts.chart
    layout = chart.layout_of_marks()
    click(chart, QPoint(layout.slot(0).center().x(), layout.stacks.bottom() + 12))
    assert page.month == page.chart.months[0].month


def test_keys_step_months_walk_marks_and_open_them(window: Window, page: MonthPage) -> None:
    month = page.month
    chart = page.charts.chart
    chart.setFocus()
    QTest.keyClick(chart, KEY.Key_Left)
    assert page.month == month_before(month)
    QTest.keyClick(chart, KEY.Key_Right)
    assert page.month == month
    here = page.chart.at()
    assert here is not None
    marks = here.marks()
    QTest.keyClick(chart, KEY.Key_Up)
    assert str(marks[1].incidents) in chart.accessibleDescription()
    QTest.keyClick(chart, KEY.Key_Return)
    assert listed(window) == marks[1].incidents
    back(window)
    assert window.focusWidget() is chart


def test_the_keys_of_the_page(window: Window, page: MonthPage) -> None:
    month = page.month
    window.activateWindow()
    page.charts.chart.setFocus()
    QTest.keyClicks(page.charts.chart, "[")
    assert page.month == month_before(month)
    QTest.keyClicks(page.charts.chart, "]]")
    assert page.month == month_after(month)
    QTest.keyClicks(page.charts.chart, "[")
    QTest.keyClicks(page.charts.chart, "W")
    assert page.asked.state == "working"
    QTest.keyClicks(page.charts.chart, "I")
    assert page.asked.harm == "injured"
    assert page.headline.blocks["alleged"].title.text() == "Alleged injured"
    QTest.keyClicks(page.charts.chart, "T")
    assert page.charts.shows_table
    assert window.focusWidget() is page.charts.table


@pytest.mark.parametrize("state", ["decided", "working"])
def test_every_block_of_the_headline_leads_to_its_incidents(
    window: Window, page: MonthPage, state: str
) -> None:
    page.sentence.ask(state=state)
    leading = {name: b.mark for name, b in page.headline.blocks.items() if b.mark is not None}
    assert "alleged" in leading
    for name, mark in leading.items():
        if state == "working" and mark.kind not in ("alleged", "not_reviewed", "conceded"):
            continue  # the list knows decided grades and figures alone
        back(window)
        click(page.headline.blocks[name])
        assert listed(window) == mark.incidents, name


def test_a_block_opens_by_enter_and_underlines_its_number(window: Window, page: MonthPage) -> None:
    block = page.headline.blocks["likely"]
    block.setFocus()
    assert block.head.font().underline()
    QTest.keyClick(block, KEY.Key_Return)
    assert block.mark is not None
    assert listed(window) == block.mark.incidents


def row_of(section: Section, position: int) -> QPoint:
    return section.table.visualRect(section.table.rows.index(position, 0)).center()


def test_one_click_on_a_row_of_a_table_leads_to_its_incidents(
    window: Window, page: MonthPage
) -> None:
    for section in (page.worst, page.belligerents, page.provinces):
        for position in range(section.table.rows.rowCount()):
            mark = section.table.rows.key(position)
            assert isinstance(mark, Mark)
            click(section.table.viewport(), row_of(section, position))
            assert listed(window) == mark.incidents, mark
            back(window)


def test_a_driver_opens_its_incident_and_the_others_their_list(
    window: Window, page: MonthPage
) -> None:
    busiest = max(page.chart.months, key=lambda month: sum(month.grades[:5]))
    assert sum(busiest.grades[:5]) > DRIVERS
    page.sentence.ask(month=busiest.month, likely=GRADES)
    table = page.drivers.table
    last = table.rows.rowCount() - 1
    others = table.rows.key(last)
    assert isinstance(others, Mark)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(last, 0))
    QTest.keyClick(table, KEY.Key_Return)
    assert listed(window) == others.incidents
    back(window)
    click(table.viewport(), row_of(page.drivers, 0))
    assert window.page == "incident"
    assert window.incident is not None
    assert window.incident.uid == table.rows.key(0)


def test_what_keeps_the_month_open_is_a_link(window: Window, page: MonthPage) -> None:
    shown = {name: link for name, link in page.close_foot.links.items() if link.isVisible()}
    assert shown
    for link in shown.values():
        count = int(link.property("count"))
        assert link.text().startswith(f"{count} ")
        click(link)
        assert listed(window) == count
        back(window)


def test_every_part_of_the_sentence_is_changed_in_place_by_keys(
    window: Window, page: MonthPage, qtbot: QtBot
) -> None:
    part = page.sentence.parts["belligerents"]
    part.setFocus()
    QTest.keyClick(part, KEY.Key_Return)
    popup = part.popup
    assert popup is not None
    field = popup.search if popup.search.isVisible() else popup.list
    QTest.keyClick(field, KEY.Key_Return)
    chosen = page.asked.belligerents
    assert len(chosen) == 1
    assert part.text() == window.words.label(chosen[0])
    QTest.keyClick(popup.list, KEY.Key_Escape)
    assert page.belligerent == chosen[0]
    likely = page.sentence.parts["likely"]
    likely.open_choices()
    assert likely.popup is not None
    QTest.keyClick(likely.popup.list, KEY.Key_Down)
    QTest.keyClick(likely.popup.list, KEY.Key_Space)
    assert page.asked.likely == ("Confirmed",)
    QTest.keyClick(likely.popup.list, KEY.Key_Up)
    QTest.keyClick(likely.popup.list, KEY.Key_Space)
    assert page.asked.likely == ("Confirmed",)  # one grade always stays
    likely.popup.close()
    assert "Confirmed" in page.filters_as_text()
    mark = page.headline.blocks["likely"].mark
    if mark is not None:
        page.lead_to(mark)
        assert listed(window) == mark.incidents


def test_the_month_of_an_area_or_a_place_is_asked_for_by_keys(
    window: Window, page: MonthPage
) -> None:
    whole = page.headline.blocks["alleged"].mark
    part = page.sentence.parts["places"]
    assert part.text() == "all places"
    part.setFocus()
    QTest.keyClick(part, KEY.Key_Return)
    assert part.popup is not None
    offered = [part.popup.list.item(row).text() for row in range(4)]
    assert offered == ["Areas", "In and around Tell Maraya", "West Jawra", "Places"]
    QTest.keyClicks(part.popup.search, "jawra")
    QTest.keyClick(part.popup.search, KEY.Key_Return)
    assert page.asked.places == ("West Jawra",)
    assert part.text() == "West Jawra"
    assert "West Jawra" in page.filters_as_text()
    assert "West Jawra" in page.belligerents.note.text()
    mark = page.headline.blocks["alleged"].mark
    assert whole is not None
    assert mark is not None
    assert 0 < mark.incidents < whole.incidents
    page.lead_to(mark)
    assert listed(window) == mark.incidents
    back(window)


def test_a_place_that_is_not_offered_can_be_typed(window: Window, page: MonthPage) -> None:
    part = page.sentence.parts["places"]
    part.open_choices()
    assert part.popup is not None
    QTest.keyClicks(part.popup.search, "jawra ")
    part.popup.list.setCurrentRow(part.popup.list.count() - 1)
    item = part.popup.list.currentItem()
    assert item is not None
    assert item.text() == "“jawra” as a place"
    QTest.keyClick(part.popup.search, KEY.Key_Return)
    assert page.asked.places == ("jawra",)
    assert part.popup.search.text() == ""
    part.popup.close()
    mark = page.headline.blocks["alleged"].mark
    assert mark is not None
    page.lead_to(mark)
    assert listed(window) == mark.incidents
    back(window)
    part.open_choices()
    QTest.keyClicks(part.popup.search, "jawra")
    part.popup.list.setCurrentRow(
        [part.popup.list.item(n).text() for n in range(part.popup.list.count())].index("jawra")
    )
    QTest.keyClick(part.popup.search, KEY.Key_Return)
    assert page.asked.places == ()


def test_the_month_is_chosen_from_all_there_are(page: MonthPage) -> None:
    part = page.sentence.month
    part.setFocus()
    QTest.keyClick(part, KEY.Key_Space)
    assert part.popup is not None
    QTest.keyClicks(part.popup.search, page.chart.months[0].month[:4])
    QTest.keyClick(part.popup.search, KEY.Key_Return)
    assert page.month.startswith(page.chart.months[0].month[:4])


def test_the_table_beside_the_charts_has_the_same_numbers_and_copies_as_text(
    window: Window, page: MonthPage
) -> None:
    window.perform_id("month.table")
    here = page.chart.at()
    assert here is not None
    table = page.charts.table
    row = table.currentIndex().row()
    assert table.rows.cell(row, 1).text == here.alleged.text()
    assert table.rows.cell(row, 2).text == here.likely.text()
    assert [int(table.rows.cell(row, n).text) for n in range(4, 10)] == list(here.grades)
    QTest.keyClick(table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert here.likely.text() in text
    assert text.splitlines()[0].startswith("Month\t")
    window.perform_id("month.copy")
    assert QGuiApplication.clipboard().text().startswith(page.filters_as_text())
    window.perform_id("month.table")
    assert not page.charts.shows_table


def test_an_empty_month_says_why(window: Window, page: MonthPage) -> None:
    chart = page.charts.chart
    far = month_after(page.chart.months[-1].month)
    page.go_to(far)
    assert chart.accessibleName() == "No incident is recorded in this month."
    assert page.headline.blocks["alleged"].head.text() == "–"
    page.go_to(page.fullest())
    page.sentence.ask(countries=("country/nowhere",))
    assert chart.accessibleName() == "This month has incidents, but the filters leave none."
    page.sentence.ask(countries=())
    window.runner.run(
        lambda desk: save_items(desk, "save_gaps", [new_item("monitoring_gap", month_from=far)])
    )
    page.go_to(far)
    assert chart.accessibleName() == "This month was not monitored; that is not zero."
    assert page.chart.months[-1].gap == "wholly"
    assert not [spot for spot in spots(page) if spot.mark.month == far]


def test_what_is_declared_stands_beside_the_ranges_and_leads_to_its_page(
    window: Window, page: MonthPage
) -> None:
    who, where = (window.words.terms(name)[-1] for name in ("belligerent", "country"))
    month, before = page.month, month_before(page.month)
    tallies = [
        new_item(
            "strike_tally",
            belligerent=who,
            country=where,
            date_start=f"{each}-01",
            date_end=f"{each}-{monthrange(int(each[:4]), int(each[5:]))[1]}",
            strikes=strikes,
            munitions=munitions,
        )
        for each, strikes, munitions in ((before, 50, None), (month, 75, 420))
    ]
    claim = new_item(
        "belligerent_claim",
        belligerent=who,
        stated_on=f"{month}-20",
        date_end=f"{month}-28",
        stance="concedes",
        subject="civilians_killed",
        quantity_min=229,
        words="at least 229",
        address="https://example.org/report",
    )
    window.runner.run(lambda desk: save_items(desk, "save_tallies", tallies))
    window.runner.run(lambda desk: save_items(desk, "save_claims", [claim]))
    page.sentence.ask(belligerents=(who,))
    rows = page.strikes.table.rows
    assert [rows.cell(0, column).text for column in (1, 2, 4)] == ["75", "+50\u00a0%", "420"]
    said = page.claims.table.rows
    assert said.cell(0, 2).text == "229+"
    assert said.cell(0, 3).text == "at least 229"
    assert page.headline.blocks["conceded"].head.text() != "229+"
    click(page.strikes.table.viewport(), row_of(page.strikes, 0))
    assert window.page == "declared"


def test_f6_walks_the_panes(window: Window, page: MonthPage) -> None:
    page.charts.chart.setFocus()
    seen = []
    for _ in range(12):
        window.perform_id("pane.next")
        seen.append(window.focusWidget())
    assert page.sentence.month in seen
    assert page.headline.blocks["alleged"] in seen
    assert page.belligerents.table in seen


def test_nothing_clips_in_a_small_window(window: Window, page: MonthPage) -> None:
    window.resize(960, 600)
    QApplication.processEvents()
    body = page.area.widget()
    assert body is not None
    assert body.width() <= page.area.viewport().width()
    for section in (page.drivers, page.worst, page.belligerents, page.provinces):
        assert section.width() <= page.area.viewport().width()
        table = section.table
        assert table.viewport().height() >= 26 * table.rows.rowCount()
    for block in page.headline.blocks.values():
        assert block.width() >= block.minimumSizeHint().width()


def test_a_search_names_what_is_asked(page: MonthPage) -> None:
    search = search_for(page.asked, Mark(kind="likely"), page._words.label)
    assert search == f"date:{page.month} harm:yes reviewed grade:confirmed,fair"
