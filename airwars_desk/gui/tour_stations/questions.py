"""Dialogs that belong to a page: what it asks before something is written or left."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station, pressed
from airwars_desk.i18n import tr


def _replace(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.careful import ReplaceFile

    path = Path("~/months/2024-03.xlsx")
    return ReplaceFile(stage.window, path, "2026-11-26T06:40:00+00:00")


def _areas(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.areas import AreasDialog

    return AreasDialog(stage.window, stage.window.runner, writable=True)


def _no_areas(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.areas import AreasDialog

    return AreasDialog(stage.empty, stage.empty.runner, writable=True)


def _no_gaps(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.gaps import Gaps

    return Gaps(stage.empty, [], stage.empty.words)


def _add_person(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.role import PersonDialog

    return PersonDialog(stage.window)


def _save_view(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_view import NameView

    return NameView(stage.window)


def _rename_view(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_view import NameView

    return NameView(stage.window, tr("Fair, one origin"))


def _row(
    name: str, dialog: str, draw: Callable[[Stage], QWidget], state: str = "filled"
) -> Station:
    return Station(name=f"dialog-{name}", covers=f"dialogs.{dialog}", draw=draw, state=state)


STATIONS = (
    _row("replace", "careful:ReplaceFile", _replace),
    _row("areas", "areas:AreasDialog", _areas),
    _row("areas-empty", "areas:AreasDialog", _no_areas, "empty"),
    _row("gaps-empty", "gaps:Gaps", _no_gaps, "empty"),
    _row("add-person", "role:PersonDialog", _add_person),
    _row("save-view-problem", "save_view:NameView", partial(pressed, draw=_save_view), "error"),
    _row("rename-view", "save_view:NameView", _rename_view),
)
