"""Joins the month page with the casebook."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import errands
from airwars_desk.gui.pages.month import MonthPage

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def join_month(window: "Window") -> None:
    """Make the month page of a window."""
    page = MonthPage(window.theme)
    page.show_words(window.words)

    def read(month: str, belligerent: Any, state: str) -> None:
        window.runner.run(
            partial(errands.figures, month=month, belligerent=belligerent, state=state),
            page.show_figures,
            lane="month",
        )

    page.wanted.connect(read)
    page.workbook_wanted.connect(lambda: window.perform_id("month.write"))
    window.add_page("month", page)
