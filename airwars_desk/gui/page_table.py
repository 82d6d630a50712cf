"""Every page of the window, in one table: its name, its place in the navigation, who makes it.

To add a page: a row here, and the function it names, taking the window, which makes the page, joins
it with the casebook and gives it to `window.add_page`. A page may have `on_shown()` (it comes to
the front), `on_changed(change)` (something was written while it is there), `next_pane()` and
`leave()` (the window or the casebook is closed: save or keep what was typed).
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from airwars_desk.i18n import N_

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page.

    Args:
        name: as `window.show_page` takes it.
        title: marked for translation.
        maker: `module:function` below `gui/`.
        is_place: it stands in the navigation.
    """

    name: str
    title: str
    maker: str
    is_place: bool = True


PAGES: tuple[PageRow, ...] = (
    PageRow(name="incidents", title=N_("Incidents"), maker="assembly:make_incidents_page"),
    PageRow(
        name="incident",
        title=N_("Incident"),
        maker="assembly:make_incident_page",
        is_place=False,
    ),
    PageRow(name="review", title=N_("Review"), maker="review_control:join_review"),
    PageRow(name="month", title=N_("Month"), maker="month_control:join_month"),
    PageRow(name="declared", title=N_("Declared"), maker="declared_control:join_declared"),
    PageRow(name="history", title=N_("History"), maker="history_control:join_history"),
    PageRow(name="settings", title=N_("Settings"), maker="settings_control:join_settings"),
)


def maker(name: str) -> "Callable[[Window], None]":
    """Return the function that makes a page; its module is loaded when used.

    Raises:
        KeyError: there is no such page; a bug of ours.
    """
    for row in PAGES:
        if row.name == name:
            module, _, function = row.maker.partition(":")
            found: Callable[[Window], None] = getattr(
                import_module(f"airwars_desk.gui.{module}"), function
            )
            return found
    raise KeyError(name)
