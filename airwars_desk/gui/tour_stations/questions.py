"""Dialogs that belong to a page: what it asks before something is written or left."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui import requests
from airwars_desk.gui.tour_stations.station import Stage, Station, pressed
from airwars_desk.i18n import tr
from airwars_desk.operations.drafts import Draft


def _replace(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.careful import ReplaceFile

    path = Path("~/months/2024-03.xlsx")
    return ReplaceFile(stage.window, path, "2026-11-26T06:40:00+00:00")


def _drafts(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.drafts import Drafts

    window = stage.window
    found: list[Any] = []
    rows = list(stage.place("incidents").model.ids[:3])
    for row in rows:
        window.runner.run(partial(requests.open_row, row=row), found.append)
    window.runner.run(requests.new_incident, lambda case: found.append((case, None)))
    drafts = [
        Draft(uid=case.uid, at=f"2026-11-26T06:4{number}:00Z", person="", case=case)
        for number, (case, _) in enumerate(reversed(found))
    ]
    drafts[0].case.set(drafts[0].uid, "location_name", "Tell Maraya, mill")
    people = list(window.words.people)
    return Drafts(window, [replace(one, person=people[0]) for one in drafts], window.words)


def _drop_draft(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.drafts import DropDraft

    return DropDraft(stage.window, "MQ0247", "2026-11-26T06:40:00Z")


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
    _row("drafts", "drafts:Drafts", _drafts),
    _row("draft-drop", "drafts:DropDraft", _drop_draft),
    _row("areas", "areas:AreasDialog", _areas),
    _row("areas-empty", "areas:AreasDialog", _no_areas, "empty"),
    _row("gaps-empty", "gaps:Gaps", _no_gaps, "empty"),
    _row("add-person", "role:PersonDialog", _add_person),
    _row("save-view-problem", "save_view:NameView", partial(pressed, draw=_save_view), "error"),
    _row("rename-view", "save_view:NameView", _rename_view),
)
