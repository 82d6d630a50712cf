"""The month: the fullest one, and a casebook without any."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station


def _fullest(stage: Stage) -> QWidget:
    page = stage.place("month")
    month = page.fullest()
    if month:
        page.go_to(month)
    return stage.window


def _empty(stage: Stage) -> QWidget:
    stage.place("month", stage.empty)
    return stage.empty


STATIONS = (
    Station(name="month", covers="month", draw=_fullest, mirrored=True, readme=True),
    Station(name="month-empty", covers="month", draw=_empty, state="empty"),
)
