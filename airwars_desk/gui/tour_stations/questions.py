"""Dialogs that belong to a page: what it asks before something is written or left."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station, pressed
from airwars_desk.i18n import tr


def _areas(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.areas import AreasDialog

    return AreasDialog(stage.window, stage.window.runner, writable=True)


def _no_areas(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.areas import AreasDialog

    return AreasDialog(stage.empty, stage.empty.runner, writable=True)


def _assess(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.assess import Assess

    page = stage.incident()
    return Assess(stage.window, stage.theme, page.case, stage.window.words)


def _gaps(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.gaps import KIND, Gaps
    from airwars_desk.operations.standalone import list_items

    found: list[Any] = []
    stage.window.runner.run(partial(list_items, kind=KIND), found.extend)
    return Gaps(stage.window, found, stage.window.words)


def _no_gaps(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.gaps import Gaps

    return Gaps(stage.empty, [], stage.empty.words)


def _return(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.notes import AskNotes

    title = tr("Return {code} to its researcher").format(code="MQ0300")
    needed = tr("Say what is to be done.")
    return AskNotes(stage.window, title, tr("Return with notes"), needed)


def _open_outside(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.open_outside import OpenOutside

    return OpenOutside(stage.window, "تل مرايا 2024-03-31.jpg", tr("Picture, JPEG"))


def _add_person(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.role import PersonDialog

    return PersonDialog(stage.window)


def _change_role(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.role import PersonDialog

    return PersonDialog(stage.window, "D. Osei", "researcher")


def _save_chart(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_chart import SaveChart

    return SaveChart(stage.window, stage.window.runner, stage.place("month"))


def _save_view(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_view import NameView

    return NameView(stage.window)


def _rename_view(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_view import NameView

    return NameView(stage.window, tr("Fair, one origin"))


def _two_times(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.two_times import TwoTimes

    return TwoTimes(stage.window)


def _undo(stage: Stage) -> QWidget:
    from airwars_desk.gui import history_requests
    from airwars_desk.gui.dialogs.undo_preview import UndoPreview
    from airwars_desk.gui.pages.change_fields import STEP

    change = stage.window.undo_id
    found: list[Any] = []
    stage.window.runner.run(
        partial(history_requests.preview, change=change, most=STEP), found.append
    )
    return UndoPreview(stage.window, found[0], stage.window.words)


def _row(
    name: str, dialog: str, draw: Callable[[Stage], QWidget], state: str = "filled"
) -> Station:
    return Station(name=f"dialog-{name}", covers=f"dialogs.{dialog}", draw=draw, state=state)


STATIONS = (
    _row("areas", "areas:AreasDialog", _areas),
    _row("areas-empty", "areas:AreasDialog", _no_areas, "empty"),
    _row("assess", "assess:Assess", _assess),
    _row("assess-problem", "assess:Assess", partial(pressed, draw=_assess), "error"),
    _row("gaps", "gaps:Gaps", _gaps),
    _row("gaps-empty", "gaps:Gaps", _no_gaps, "empty"),
    _row("return", "notes:AskNotes", _return),
    _row("return-problem", "notes:AskNotes", partial(pressed, draw=_return), "error"),
    _row("open-outside", "open_outside:OpenOutside", _open_outside),
    _row("add-person", "role:PersonDialog", _add_person),
    _row("add-person-problem", "role:PersonDialog", partial(pressed, draw=_add_person), "error"),
    _row("change-role", "role:PersonDialog", _change_role),
    _row("save-chart", "save_chart:SaveChart", _save_chart),
    _row("save-view", "save_view:NameView", _save_view),
    _row("save-view-problem", "save_view:NameView", partial(pressed, draw=_save_view), "error"),
    _row("rename-view", "save_view:NameView", _rename_view),
    _row("two-times", "two_times:TwoTimes", _two_times),
    _row("two-times-problem", "two_times:TwoTimes", partial(pressed, draw=_two_times), "error"),
    _row("undo", "undo_preview:UndoPreview", _undo),
)
