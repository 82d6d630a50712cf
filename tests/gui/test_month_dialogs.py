"""Months not monitored are entered and edited; charts are saved as pictures."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.gui import month_requests
from airwars_desk.gui.charts.picture import Print, picture
from airwars_desk.gui.charts.series import BANDS, STACKS, Bar, Chart, Month
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.gaps import Gaps
from airwars_desk.gui.dialogs.save_chart import SaveChart
from airwars_desk.gui.pages.month.page import MonthPage
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.window import Window
from airwars_desk.records.case import Item

KEY = Qt.Key
WORDS = Vocabulary({"belligerent/a": "Party A"}, {"belligerent": ("belligerent/a",)})


@pytest.fixture
def casebook(plain_casebook: Path) -> Path:
    return plain_casebook


@pytest.fixture
def page(window: Window, bugs: list[str]) -> Iterator[MonthPage]:
    window.perform_id("go.month")
    shown: Any = window.pages["month"]
    yield shown
    assert not bugs


def kept(window: Window) -> list[Item]:
    found: list[list[Item]] = []
    window.runner.run(month_requests.gaps, found.append)
    return found[0]


def typing(*steps: Callable[[Gaps], None]) -> Callable[[Gaps], int]:
    """Stand in for the person at the dialog: do the steps, then press Enter."""

    def act(dialog: Gaps) -> int:
        dialog.show()
        for step in steps:
            step(dialog)
        dialog.on_main()
        return dialog.result()

    return act


def first_gap(dialog: Gaps) -> None:
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.boxes["month_from"], "2016-05")
    QTest.keyClicks(dialog.boxes["month_to"], "2016-07")
    QTest.keyClicks(dialog.boxes["reason"], "nobody at work")


def test_months_are_entered_edited_and_taken_away(
    window: Window, page: MonthPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gaps, "exec", typing(first_gap))
    window.perform_id("month.gaps")
    (item,) = kept(window)
    assert item.values["month_from"] == "2016-05"
    assert item.values["reason"] == "nobody at work"
    assert [m.gap for m in page.chart.months if m.month in ("2016-05", "2016-07")] in (
        [],
        ["wholly", "wholly"],
    )
    page.go_to("2016-06")
    assert page.charts.chart.accessibleName().startswith("This month was not monitored")

    def later(dialog: Gaps) -> None:
        assert dialog.list.currentItem().text() == "May 2016 – Jul 2016"
        box = dialog.boxes["month_to"]
        box.selectAll()
        QTest.keyClicks(box, "2016-08")

    monkeypatch.setattr(Gaps, "exec", typing(later))
    window.perform_id("month.gaps")
    assert [gap.values["month_to"] for gap in kept(window)] == ["2016-08"]

    def away(dialog: Gaps) -> None:
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, KEY.Key_Delete)

    monkeypatch.setattr(Gaps, "exec", typing(away))
    window.perform_id("month.gaps")
    assert kept(window) == []
    window.perform_id("edit.undo")
    assert len(kept(window)) == 1


def test_months_that_cannot_be_are_said_and_not_saved(qtbot: QtBot, theme: object) -> None:
    del theme
    dialog = Gaps(None, [], WORDS)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.boxes["month_from"], "2016-13")
    dialog.on_main()
    assert not dialog.result()
    assert dialog.problem.text()
    dialog.boxes["month_from"].selectAll()
    QTest.keyClicks(dialog.boxes["month_from"], "2016-05")
    QTest.keyClicks(dialog.boxes["month_to"], "2016-04")
    dialog.on_main()
    assert dialog.problem.text() == "The last month comes before the first."
    dialog.boxes["month_to"].selectAll()
    QTest.keyClick(dialog.boxes["month_to"], KEY.Key_Delete)
    part = dialog.parts["belligerents"]
    part.setFocus()
    QTest.keyClick(part, KEY.Key_Space)
    assert part.popup is not None
    QTest.keyClick(part.popup.list, KEY.Key_Space)
    dialog.on_main()
    assert dialog.result()
    assert dialog.answer()[0].values == {
        "month_from": "2016-05",
        "belligerents": ["belligerent/a"],
    }


@pytest.mark.parametrize(("chart", "kind"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_a_chart_is_saved_with_what_it_says_printed_in_it(
    window: Window,
    page: MonthPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chart: int,
    kind: int,
) -> None:
    page.go_to(page.fullest())
    target = tmp_path / "chart"

    def chosen(dialog: SaveChart) -> int:
        dialog.chart.setCurrentIndex(chart)
        dialog.kind.setCurrentIndex(kind)
        assert dialog.name().endswith((".png", ".svg")[kind])
        return 1

    monkeypatch.setattr(SaveChart, "exec", chosen)
    monkeypatch.setattr(ask, "target", lambda *_args: target)
    window.perform_id("month.picture")
    path = target.with_name("chart" + (".png", ".svg")[kind])
    assert window.notices.notice is not None
    assert str(path) in window.notices.notice.text
    if kind == 0:
        image = QImage(str(path))
        assert image.width() == 2400
        assert image.pixelColor(2, 2) == QColor(LIGHT.paper)
        return
    text = html.unescape(re.sub(r"<[^>]+>", " ", path.read_text("utf-8")))
    words = re.sub(r"\s+", " ", text)
    assert ("Killed by month", "Incidents by grade")[chart] in words
    assert page.filters_as_text() in words
    assert "as of" in words
    assert ("Alleged: all grades. Likely: Confirmed + Fair", "each counted once")[chart] in words


@pytest.mark.parametrize("ungraded", [0, 1])
def test_the_legend_names_what_is_not_graded_where_it_is_stacked(
    theme: object, ungraded: int
) -> None:
    del theme
    months = (Month(month="2016-06", alleged=Bar(3, 9, 4), grades=(1, 1, 1, 0, 0, ungraded)),)
    printed = Print(chart=STACKS, grades="Confirmed + Fair", filters="all")
    drawn = picture(Chart(months=months, now="2016-06"), printed, "svg").decode()
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", drawn))
    assert all(grade in words for grade in ("Confirmed", "Fair", "Weak", "Contested", "Discounted"))
    assert ("Not graded" in words) == bool(ungraded)


def test_equal_numbers_give_an_equal_picture(theme: object) -> None:
    del theme
    shown = Chart(
        months=(
            Month(month="2016-05", gap="wholly"),
            Month(
                month="2016-06",
                alleged=Bar(3, 9, 4),
                likely=Bar(2, 5, 2),
                grades=(1, 1, 1, 0, 0, 1),
            ),
        ),
        now="2016-06",
        note="3 of the 3 likely spread is one incident, AB1",
    )
    for chart in (BANDS, STACKS):
        printed = Print(chart=chart, grades="Confirmed + Fair", filters="all · as of now")
        for kind in ("png", "svg"):
            assert picture(shown, printed, kind) == picture(shown, printed, kind)
    mirrored = Print(chart=BANDS, grades="Fair", filters="all", mirrored=True)
    assert picture(shown, mirrored, "png") != picture(
        shown, Print(chart=BANDS, grades="Fair", filters="all"), "png"
    )
    with pytest.raises(ValueError, match="gif"):
        picture(shown, mirrored, "gif")
