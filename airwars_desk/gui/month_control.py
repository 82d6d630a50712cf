"""Joins the month page with the casebook, and its marks with the list of incidents."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import assembly, month_requests
from airwars_desk.gui.month_queries import Asked
from airwars_desk.gui.pages.month.page import MonthPage
from airwars_desk.gui.views_control import show_incidents

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def join_month(window: "Window") -> None:
    """Make the month page of a window."""
    page = MonthPage(window.theme)
    page.show_words(window.words)

    def read(asked: Asked) -> None:
        def show(found: dict[str, Any]) -> None:
            page.show_words(window.words)
            page.show_month(asked, found)

        window.runner.run(
            partial(month_requests.month, asked=asked), show, lane="month", owner=page
        )

    def read_places() -> None:
        window.runner.run(
            month_requests.places,
            lambda found: page.sentence.show_places(*found),
            lane="month-places",
            owner=page,
        )

    page.wanted.connect(read)
    page.places_wanted.connect(read_places)
    page.search_wanted.connect(partial(show_incidents, window))
    page.incident_wanted.connect(partial(assembly.open_uid, window))
    page.workbook_wanted.connect(lambda: window.perform_id("month.write"))
    page.declared_wanted.connect(lambda: window.show_page("declared"))
    page.gaps_wanted.connect(lambda: window.perform_id("month.gaps"))
    page.picture_wanted.connect(lambda: window.perform_id("month.picture"))
    window.add_page("month", page)
