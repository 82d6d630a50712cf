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


def _difference(stage: Stage) -> QWidget:
    """What differs between the first change and the last."""
    page = stage.place("history")
    page.table.selectRow(page.model.rowCount() - 1)
    page.pressed.emit("mark")
    page.table.selectRow(0)
    page.pressed.emit("compare")

    def leave() -> None:
        page.model.mark("")
        page.leave_difference()

    stage.after(leave)
    return stage.window


def _nothing(stage: Stage) -> QWidget:
    """Filters that no change matches."""
    page = stage.place("history")
    page.filters.text.set_value("zzzz")
    page.renew()

    def leave() -> None:
        page.filters.text.set_value(None)
        page.renew()

    stage.after(leave)
    return stage.window


STATIONS = (
    *both("declared"),
    Station(name="declared-paste", covers="declared", draw=_paste),
    *both("history"),
    Station(name="history-difference", covers="history", draw=_difference),
    Station(name="history-none", covers="history", draw=_nothing, state="empty"),
    *both("settings"),
)
