"""The page of one incident: its tabs, a new one, one being corrected."""

from functools import partial

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.pages.incident.tabs import NAMES
from airwars_desk.gui.tour_stations.station import Stage, Station

MIRRORED = ("ranges", "victims")


def _tab(stage: Stage, tab: str) -> QWidget:
    stage.incident().show_tab(tab)
    return stage.window


def _new(stage: Stage) -> QWidget:
    stage.place("incidents", stage.empty)
    stage.empty.perform_id("incident.new")
    return stage.empty


def _nothing_attached(stage: Stage) -> QWidget:
    _new(stage)
    page = stage.place("incident", stage.empty)
    page.show_tab("attachments")
    stage.after(lambda: page.show_tab("ranges"))
    return stage.empty


def _typed(stage: Stage) -> QWidget:
    page = stage.incident()
    page.show_tab("ranges")
    box = next(iter(page.ranges.boxes.values()))
    box.selectAll()
    box.insert("7")
    box.textEdited.emit("7")
    return stage.window


def _saved(stage: Stage) -> QWidget:
    _typed(stage)
    stage.window.perform_id("incident.save")
    return stage.window


def _offers(stage: Stage) -> QWidget:
    """The list that a bracket opens in the narrative; nothing of it is kept."""
    page = stage.incident()
    page.show_tab("narrative")
    tab = page.tabs.tab("narrative")
    stage.window.activateWindow()
    tab.text.setFocus()
    stage.settle()
    uid = page.case.of("narrative")[0].uid
    text = page.editing.get(uid, "text")
    tab.begin_token(comes=True)

    def leave() -> None:
        tab.typing.hide()
        page.editing.set(uid, "text", text)
        tab.renew()
        page.show_tab("ranges")

    stage.after(leave)
    return stage.window


def _saved_history(stage: Stage) -> QWidget:
    page = stage.incident()
    page.show_tab("history")
    stage.after(lambda: page.show_tab("ranges"))
    return stage.window


STATIONS = (
    *(
        Station(
            name=f"incident-{tab}",
            covers="incident",
            draw=partial(_tab, tab=tab),
            mirrored=tab in MIRRORED,
            readme=tab in MIRRORED,
        )
        for tab in NAMES
    ),
    Station(name="incident-narrative-offers", covers="incident", draw=_offers, writes=True),
    Station(name="incident-new", covers="incident", draw=_new, state="empty"),
    Station(
        name="incident-attachments-empty", covers="incident", draw=_nothing_attached, state="empty"
    ),
    Station(name="incident-typed", covers="incident", draw=_typed, writes=True),
    Station(name="incident-saved", covers="incident", draw=_saved, writes=True),
    Station(name="incident-saved-history", covers="incident", draw=_saved_history, writes=True),
)
