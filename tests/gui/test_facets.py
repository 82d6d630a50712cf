"""The facets with real keys and clicks: counts that follow, values chosen and let go."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from airwars_desk.gui.facet_words import months_chosen
from airwars_desk.gui.pages.facets import STRIP_WIDTH, FacetPane
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.widgets.facet_group import FacetGroup
from airwars_desk.gui.widgets.facet_months import LONGEST, months_shown
from airwars_desk.gui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window) -> IncidentsPage:
    assert window.list is not None
    return window.list.page


@pytest.fixture
def facets(page: IncidentsPage) -> FacetPane:
    return page.facets


def counts(group: FacetGroup) -> dict[str, int]:
    return {row.value: row.count for row in group._every}


def grades(page: IncidentsPage) -> list[Any]:
    return [page.model.record(at).grade for at in range(len(page.model.ids))]


def test_f6_walks_the_panes_and_the_arrows_walk_the_facets(
    window: Window, page: IncidentsPage, facets: FacetPane
) -> None:
    page.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.search.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    grade, state = facets.groups["grade"], facets.groups["state"]
    assert grade.hasFocus()
    for _ in range(7):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert state.hasFocus()
    QTest.keyClick(state, Qt.Key.Key_Up)
    assert grade.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.table.hasFocus()


def test_space_and_enter_choose_and_let_go_and_counts_follow(
    page: IncidentsPage, facets: FacetPane
) -> None:
    whole = grades(page)
    grade, harm = facets.groups["grade"], facets.groups["harm"]
    before = counts(grade)
    assert before["weak"] == whole.count("Weak")
    assert sum(before.values()) == len(whole)
    facets.enter()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(grade, key)
    assert page.search.query_text() == "grade:weak"
    assert set(grades(page)) == {"Weak"}
    assert counts(grade) == before  # as if its own filter were off
    assert sum(counts(harm).values()) == before["weak"]
    assert grade.hasFocus()
    QTest.keyClick(grade, Qt.Key.Key_Up)
    QTest.keyClick(grade, Qt.Key.Key_Return)
    assert page.search.query_text() == "grade:weak,fair"
    assert [row.value for row in grade._every if row.chosen] == ["fair", "weak"]
    QTest.keyClick(grade, Qt.Key.Key_Return)
    assert page.search.query_text() == "grade:weak"
    assert page._counts.text() == f"{len(whole)} →"


def test_a_value_with_none_stays_and_a_click_chooses(
    page: IncidentsPage, facets: FacetPane
) -> None:
    belligerents = facets.groups["belligerent"]
    values = [row.value for row in belligerents._every]
    grade = facets.groups["grade"]
    at = [row.value for row in grade.rows()].index("discounted")
    QTest.mouseClick(grade, Qt.MouseButton.LeftButton, pos=grade.row_box(at).center())
    assert page.search.query_text() == "grade:discounted"
    assert [row.value for row in belligerents._every] == values
    box = belligerents.row_box(0).center()
    QTest.mouseClick(belligerents, Qt.MouseButton.LeftButton, pos=box)
    label = belligerents._every[0].label
    assert page.search.query_text() == f'grade:discounted belligerent:"{label}"'
    assert belligerents._every[0].chosen
    QTest.mouseClick(belligerents, Qt.MouseButton.LeftButton, pos=box)
    assert page.search.query_text() == "grade:discounted"


def test_months_are_dragged_over_and_chosen_by_key(page: IncidentsPage, facets: FacetPane) -> None:
    months = facets.months
    third, fifth = months.months[2], months.months[4]
    start, end = months.bar_box(2).center(), months.bar_box(4).center()
    QTest.mousePress(months, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(months, end)
    QTest.mouseRelease(months, Qt.MouseButton.LeftButton, pos=end)
    assert page.search.query_text() == f"date:{third}..{fifth}"
    assert months._taken == set(months.months[2:5])
    months.setFocus()
    QTest.keyClick(months, Qt.Key.Key_Delete)
    assert page.search.query_text() == ""
    QTest.keyClick(months, Qt.Key.Key_Home)
    QTest.keyClick(months, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(months, Qt.Key.Key_Space)
    first, second = months.months[:2]
    assert page.search.query_text() == f"date:{first}..{second}"
    dates = {page.model.record(at).date_start[:7] for at in range(len(page.model.ids))}
    assert dates <= {first, second}
    QTest.mouseClick(months, Qt.MouseButton.LeftButton, pos=QPoint(100, 8))
    assert page.search.query_text() == ""


def test_numbers_at_the_foot_lead_to_their_incidents(page: IncidentsPage) -> None:
    told = page.foot.no_count.accessibleName().split()[-1]
    QTest.mouseClick(page.foot.no_count, Qt.MouseButton.LeftButton)
    assert page.search.query_text() == "reviewed harm:yes -has:count"
    assert len(page.model.ids) == int(told)
    page.show_query(type(page.search.query())())
    told = page.foot.not_reviewed.accessibleName().split()[2].rstrip(":")
    page.foot.not_reviewed.setFocus()
    QTest.keyClick(page.foot.not_reviewed, Qt.Key.Key_Return)
    assert page.search.query_text() == "-reviewed harm:yes"
    assert len(page.model.ids) == int(told)


def test_little_room_folds_the_facets_and_drops_columns_before_they_are_cut(
    window: Window, page: IncidentsPage, facets: FacetPane
) -> None:
    window.resize(960, 600)
    assert window.width() == 960
    assert facets.is_folded
    assert facets.width() == STRIP_WIDTH
    table = page.table
    shown = [at for at in range(len(page.model.columns)) if not table.isColumnHidden(at)]
    keys = [page.model.columns[at].key for at in shown]
    assert {"code", "date_start", "place", "killed_max", "grade", "state"} <= set(keys)
    assert sum(table.columnWidth(at) for at in shown) <= table.viewport().width()
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert not facets.is_folded
    assert facets.groups["grade"].hasFocus()
    window.resize(1440, 900)
    assert not facets.is_folded
    assert not any(table.isColumnHidden(at) for at in range(len(page.model.columns)))
    window.perform_id("list.fold")
    assert facets.is_folded


def test_the_months_shown_have_no_holes_and_no_far_strays() -> None:
    assert months_shown({"2017-01": 2, "2017-03": 1, "none": 4}) == (
        "2017-01",
        "2017-02",
        "2017-03",
    )
    assert months_shown({"none": 4}) == ()
    real = {f"20{year}-{month:02}": 9 for year in range(14, 24) for month in range(1, 13)}
    shown = months_shown({**real, "0217-03": 1, "2107-03": 1})
    assert shown[0] == "2014-01"
    assert shown[-1] == "2023-12"
    assert len(shown) <= LONGEST


@pytest.mark.parametrize(
    ("value", "months"),
    [
        ("2017-02", [2]),
        ("2017-02-11", [2]),
        ("2017", [1, 2, 3, 4]),
        ("2017-02..2017-03", [2, 3]),
        (">2017-02", [3, 4]),
        (">=2017-02", [2, 3, 4]),
        ("<=2017-02", [1, 2]),
        ("none", []),
    ],
)
def test_the_months_of_a_filter_are_marked(value: str, months: list[int]) -> None:
    every = [f"2017-{month:02}" for month in range(1, 5)]
    assert months_chosen([value], every) == {f"2017-{month:02}" for month in months}
