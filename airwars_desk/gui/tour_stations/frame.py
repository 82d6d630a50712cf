"""The frame of the window: start page, what it says in passing, the menu."""

from PySide6.QtWidgets import QWidget

from airwars_desk.errors import NotFound
from airwars_desk.gui.messages import of_bug, of_refusal, written
from airwars_desk.gui.tickets import Ticket
from airwars_desk.gui.tour_stations.station import Stage, Station
from airwars_desk.i18n import tr


def _start(stage: Stage) -> QWidget:
    return stage.bare


def _recent(stage: Stage) -> QWidget:
    folder = stage.folder
    names = [str(folder / f"{name}.casebook") for name in ("Qasra", "Dalun 2023", "تل مرايا")]
    stage.bare.start_page.show_recent(names)
    return stage.bare


def _sample(stage: Stage) -> QWidget:
    """The sample while it is made: how far it is, and how to stop it."""
    page = stage.bare.start_page
    page.show_opening(tr("the sample"))
    page.follow(Ticket(0, lambda _office: None, None, None, "", ""))
    page.show_progress(0, 120, 300)
    stage.after(lambda: page.show_opening(""))
    return stage.bare


def _opening(stage: Stage) -> QWidget:
    stage.bare.start_page.show_opening("Qasra.casebook")
    stage.after(lambda: stage.bare.start_page.show_opening(""))
    return stage.bare


def _refused(stage: Stage) -> QWidget:
    stage.bare.open_path(stage.folder / "Jawra.casebook")
    stage.after(stage.bare.notices.clear)
    return stage.bare


def _notices(stage: Stage) -> QWidget:
    stage.place("incidents")
    refusal = NotFound(tr("This incident is not in the casebook."), tr("Search again."))
    stage.window.notice(of_refusal(refusal))
    stage.after(stage.window.notices.clear)
    return stage.window


def _bug(stage: Stage) -> QWidget:
    stage.place("incidents")
    stage.window.notice(of_bug())
    stage.after(stage.window.notices.clear)
    return stage.window


def _written(stage: Stage) -> QWidget:
    stage.place("incidents")
    path = "~/months/2024-03.xlsx"
    stage.window.notice(written(tr("Workbook written to {path}.").format(path=path)))
    stage.after(stage.window.notices.clear)
    return stage.window


def _menu(stage: Stage) -> QWidget:
    from PySide6.QtWidgets import QMenu

    stage.place("incidents")
    menu = stage.window.actions_.menu(stage.window)
    inner = menu.findChildren(QMenu)
    return inner[0] if inner else menu


STATIONS = (
    Station(name="start", covers="start", draw=_start, state="empty", mirrored=True),
    Station(name="start-recent", covers="start", draw=_recent),
    Station(name="start-opening", covers="start", draw=_opening, state="busy"),
    Station(name="start-sample", covers="start", draw=_sample, state="busy"),
    Station(name="start-refused", covers="start", draw=_refused, state="error"),
    Station(name="notice-refused", covers="incidents", draw=_notices, state="error"),
    Station(name="notice-bug", covers="incidents", draw=_bug, state="error"),
    Station(name="notice-written", covers="incidents", draw=_written),
    Station(name="menu", covers="incidents", draw=_menu),
)
