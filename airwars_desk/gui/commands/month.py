"""Commands on the Month page."""

from typing import TYPE_CHECKING, Any, cast

from airwars_desk.gui import month_requests
from airwars_desk.gui.messages import said
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.pages.month.page import MonthPage
    from airwars_desk.gui.window import Window


def go_before(window: "Window") -> None:
    """Go to the month before."""
    _page(window).step(-1)


def go_after(window: "Window") -> None:
    """Go to the month after."""
    _page(window).step(1)


def switch_state(window: "Window") -> None:
    """From decided to working figures and back."""
    _page(window).sentence.switch_state()


def switch_harm(window: "Window") -> None:
    """From killed to injured and back."""
    _page(window).sentence.switch_harm()


def switch_table(window: "Window") -> None:
    """From the charts to their numbers and back."""
    _page(window).switch_table()


def copy_numbers(window: "Window") -> None:
    """Put the numbers of the charts on the clipboard."""
    _page(window).copy_numbers()
    window.notice(said(tr("The numbers of the charts are on the clipboard.")))


def save_picture(window: "Window") -> None:
    """Ask which chart, how and where, and write it."""
    from airwars_desk.gui.dialogs.save_chart import SaveChart

    page = _page(window)
    SaveChart(window, window.runner, page).run(window.notice)


def edit_gaps(window: "Window") -> None:
    """Show the months not monitored, and save what was changed of them."""

    def edit(items: list[Any]) -> None:
        from airwars_desk.gui.dialogs.gaps import Gaps

        dialog = Gaps(window, items, window.words)
        if dialog.exec():
            changed = dialog.answer()
            window.runner.run(
                lambda desk: month_requests.save_gaps(desk, changed),
                lambda _change: window.notice(said(tr("Months not monitored are saved."))),
            )

    window.runner.run(month_requests.gaps, edit)


def _page(window: "Window") -> "MonthPage":
    if "month" not in window.pages:
        window.show_page("month")
    return cast("MonthPage", window.pages["month"])
