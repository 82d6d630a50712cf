"""The list of incidents: all, found, none found, none at all, being opened."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station


def _search(stage: Stage, text: str) -> QWidget:
    page = stage.place("incidents")
    page.search.setText(text)
    page.search.asked.emit(text)
    stage.after(lambda: _forget(stage))
    return stage.window


def _forget(stage: Stage) -> None:
    page = stage.place("incidents")
    page.search.setText("")
    page.search.asked.emit("")
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


def _empty(stage: Stage) -> QWidget:
    stage.place("incidents", stage.empty)
    return stage.empty


def _glance(stage: Stage) -> QWidget:
    """The list as first seen, while the casebook is still being opened."""
    stage.place("incidents")
    name = stage.window.about[0]
    stage.window.shell.strip.show_casebook(name, "opening …")
    stage.after(lambda: stage.window.shell.strip.show_casebook(name, stage.window.about[1]))
    return stage.window


STATIONS = (
    Station(name="incidents", covers="incidents", draw=_all, mirrored=True, readme=True),
    Station(name="incidents-search", covers="incidents", draw=_found),
    Station(name="incidents-search-arabic", covers="incidents", draw=_arabic),
    Station(name="incidents-none", covers="incidents", draw=_none, state="empty"),
    Station(name="incidents-empty", covers="incidents", draw=_empty, state="empty"),
    Station(name="incidents-opening", covers="incidents", draw=_glance, state="busy"),
)
