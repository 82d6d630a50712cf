"""Pages that show all they have when they are opened: with something in them, and without."""

from functools import partial

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station


def _page(stage: Stage, name: str) -> QWidget:
    stage.place(name)
    return stage.window


def _empty(stage: Stage, name: str) -> QWidget:
    stage.place(name, stage.empty)
    return stage.empty


def both(name: str, *, readme: bool = False) -> tuple[Station, Station]:
    """Return the two stations of a page that shows all it has when it is opened."""
    return (
        Station(
            name=name, covers=name, draw=partial(_page, name=name), mirrored=True, readme=readme
        ),
        Station(name=f"{name}-empty", covers=name, draw=partial(_empty, name=name), state="empty"),
    )


def _paste(stage: Stage) -> QWidget:
    page = stage.place("declared")
    page.show_paste()
    stage.after(page.show_form)
    return stage.window


STATIONS = (
    *both("review", readme=True),
    *both("declared"),
    Station(name="declared-paste", covers="declared", draw=_paste),
    *both("history"),
    *both("settings"),
)
