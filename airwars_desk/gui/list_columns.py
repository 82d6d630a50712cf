"""Which columns the list shows: changed in place, remembered on this device."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.gui.list_order import Sort
    from airwars_desk.gui.pages.incidents import IncidentsPage
    from airwars_desk.gui.window import Window


def change_columns(page: "IncidentsPage", keys: tuple[str, ...]) -> None:
    """Show other columns of the same incidents; cursor and what is picked stay."""
    if keys == page.model.keys:
        return
    row = page.table.currentIndex().row()
    picked = page.table.positions() if page.table.is_picking else []
    page.model.set_columns(keys)
    page.table.set_columns(page.model.columns)
    if row >= 0:
        page.select(row)
    if picked:
        page.table.pick(picked)


def choose(window: "Window", keys: tuple[str, ...], sort: "Sort") -> None:
    """Show columns that a person chose, in an order, and remember them on this device."""
    if window.list is None:
        return
    page = window.list.page
    page.usual = window.usual_columns = keys
    page.show_columns(keys)
    page.show_order(sort)
    window.runner.run_office(partial(keep, keys=keys))


def recall(window: "Window", page: "IncidentsPage") -> None:
    """Show the columns that this device remembers, as they were read before the window was made."""
    page.usual = window.usual_columns
    page.show_columns(())


def keep(office: Any, keys: Sequence[str]) -> None:
    """Remember columns on this device."""
    from airwars_desk.gui import settings

    settings.keep(office.folder, settings.COLUMNS, list(keys))
