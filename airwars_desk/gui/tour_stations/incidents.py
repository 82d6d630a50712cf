"""The list of incidents: all, found, none found, none at all, being opened."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.i18n import tr
from airwars_desk.rules.query import Query
from airwars_desk.rules.query_parse import parse


def _search(stage: Stage, text: str) -> QWidget:
    page = stage.place("incidents")
    page.show_query(parse(text))
    stage.after(lambda: _forget(stage))
    return stage.window


def _forget(stage: Stage) -> None:
    page = stage.place("incidents")
    page.show_query(Query())
    page.table.setFocus()
    stage.settle()


def _all(stage: Stage) -> QWidget:
    stage.place("incidents").select(0)
    return stage.window


def _found(stage: Stage) -> QWidget:
    return _search(stage, "market")


def _arabic(stage: Stage) -> QWidget:
    return _search(stage, "تل")


def _none(stage: Stage) -> QWidget:
    return _search(stage, "zzzz")


def _filtered(stage: Stage) -> QWidget:
    return _search(stage, "grade:fair,weak harm:yes -state:returned bridge")


def _typed(stage: Stage, text: str) -> QWidget:
    """Type into the search box as somebody would."""
    page = stage.place("incidents")
    page.focus_search()
    QTest.keyClicks(page.search, text)
    stage.after(lambda: _forget(stage))
    return stage.window


def _offered(stage: Stage) -> QWidget:
    return _typed(stage, "grade:")


def _unreadable(stage: Stage) -> QWidget:
    return _typed(stage, "belligerent:orlnd ")


def _view(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_view import NameView

    return NameView(stage.window)


def _empty(stage: Stage) -> QWidget:
    stage.place("incidents", stage.empty)
    return stage.empty


def _glance(stage: Stage) -> QWidget:
    """The list as first seen, while the casebook is still being opened."""
    stage.place("incidents")
    about, strip = stage.window.about, stage.window.shell.strip
    strip.show_casebook(about.name, tr("opening …"))
    who = f"{about.person}, {choice_label(about.role).lower()}"
    stage.after(lambda: strip.show_casebook(about.name, who))
    return stage.window


STATIONS = (
    Station(name="incidents", covers="incidents", draw=_all, mirrored=True, readme=True),
    Station(name="incidents-search", covers="incidents", draw=_found),
    Station(name="incidents-search-arabic", covers="incidents", draw=_arabic),
    Station(name="incidents-filtered", covers="incidents", draw=_filtered, mirrored=True),
    Station(name="incidents-offered", covers="incidents", draw=_offered),
    Station(name="incidents-unreadable", covers="incidents", draw=_unreadable, state="error"),
    Station(name="dialog-view", covers="dialogs.save_view:NameView", draw=_view),
    Station(name="incidents-none", covers="incidents", draw=_none, state="empty"),
    Station(name="incidents-empty", covers="incidents", draw=_empty, state="empty"),
    Station(name="incidents-opening", covers="incidents", draw=_glance, state="busy"),
)
