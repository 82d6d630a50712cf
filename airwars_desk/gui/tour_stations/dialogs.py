"""Every dialog: as it opens, with what stands in its way, at work, refused."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.errors import NotFound
from airwars_desk.gui import errands, requests
from airwars_desk.gui.month_queries import Asked
from airwars_desk.gui.tour_stations.station import PERSON, Stage, Station, pressed
from airwars_desk.i18n import tr


def _new_casebook(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.new_casebook import NewCasebook

    dialog = NewCasebook(stage.bare)
    dialog.folder.set_value("~/casebooks")
    return dialog


def _person(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.person import AskPerson

    return AskPerson(stage.bare, "Qasra.casebook")


_ASKED = Asked(countries=("country/qasra",), places=("West Jawra",), state="working")


def _write_month(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.write_month import WriteMonth

    window = stage.window
    dialog = WriteMonth(window, window.runner, window.words, "2024-03", _ASKED)
    dialog.folder.set_value("~/months")
    return dialog


def _decide(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.decide import Decide
    from airwars_desk.gui.readings import head_of

    page = stage.incident()
    return Decide(stage.window, head_of(page.case, stage.window.words))


def _two_times(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.two_times import TwoTimes

    return TwoTimes(stage.window, "2024-03-14", "2024-04-02 18:30")


def _no_times(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.two_times import TwoTimes

    return TwoTimes(stage.window)


def _undo_preview(stage: Stage) -> QWidget:
    from airwars_desk.gui import history_requests
    from airwars_desk.gui.dialogs.undo_preview import UndoPreview

    page = stage.place("history")
    found: list[Any] = []
    change = page.model.item(0).id
    stage.window.runner.run(partial(history_requests.preview, change=change, most=40), found.append)
    return UndoPreview(stage.window, found[0], stage.window.words)


def _role(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.role import PersonDialog

    return PersonDialog(stage.window, "Dara Osei")


def _add_person(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.role import PersonDialog

    return PersonDialog(stage.window)


def _keys(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.keys import KeySheet

    return KeySheet(stage.window)


def _commands(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.commands import CommandList

    stage.place("incidents")
    return CommandList(stage.window, stage.window.context())


def _report(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.report import BugReport

    return BugReport(stage.window, "Traceback (most recent call last):\n  …\nKeyError: 'killed'")


def _no_report(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.report import BugReport

    return BugReport(stage.window, "")


def _progress(stage: Stage) -> QWidget:
    """A work that has done two fifths, and goes on once the picture is taken."""
    from airwars_desk.gui.dialogs.progress import Progress
    from airwars_desk.gui.tasks import Runner

    runner = Runner(stage.office, requests.close_desk)
    path = stage.folder / "Maraya.casebook"
    runner.run_office(
        partial(requests.made, path=path, person=PERSON, role="supervisor"), opens=True
    )
    go_on = threading.Event()

    def work(_desk: Any, report: Callable[[int, int], None]) -> None:
        report(2_400, 6_000)
        go_on.wait(60)

    dialog = Progress(stage.window, runner, tr("Import {name}").format(name="Qasra.jsonl.gz"))
    dialog.run(work, lambda _nothing: None)
    stage.settle(400)

    def end() -> None:
        go_on.set()
        runner.shut_down()

    stage.after(end)
    return dialog


def _progress_refused(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.progress import Progress

    def work(_desk: Any, report: Callable[[int, int], None]) -> None:
        report(1, 2)
        sentence = tr("“{name}” does not exist.").format(name="Qasra.jsonl.gz")
        raise NotFound(sentence, tr("Check the path."))

    title = tr("Import {name}").format(name="Qasra.jsonl.gz")
    dialog = Progress(stage.window, stage.window.runner, title)
    dialog.run(work, lambda _nothing: None)
    return dialog


def _imported(stage: Stage) -> QWidget:
    path = stage.folder / "sample.jsonl"
    stage.window.runner.run(partial(errands.export, path=path))
    return _import_report(stage, path)


def _broken(stage: Stage) -> QWidget:
    path = stage.folder / "broken.jsonl"
    path.write_text('{"dataset": "airwars-sample"\n', encoding="utf-8")
    return _import_report(stage, path)


def _import_report(stage: Stage, path: Path) -> QWidget:
    """The report of an import into the empty casebook, which is then as before."""
    from airwars_desk.gui.dialogs.importing import ImportReportDialog

    found: list[Any] = []
    stage.empty.runner.run(partial(errands.import_files, paths=[path], dry_run=True), found.append)
    return ImportReportDialog(stage.empty, found[0], stage.theme)


def _findings(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.findings import Findings

    text = tr("a record differs from what its journal adds up to")
    found = [
        {"what": text, "where": place}
        for place in ("incident 3, grade", "victim 12, age_raw", "citation 40, name")
    ]
    return Findings(stage.window, found)


def _row(
    name: str, dialog: str, draw: Callable[[Stage], QWidget], state: str = "filled"
) -> Station:
    return Station(name=f"dialog-{name}", covers=f"dialogs.{dialog}", draw=draw, state=state)


STATIONS = (
    _row("new", "new_casebook:NewCasebook", _new_casebook),
    _row("new-problem", "new_casebook:NewCasebook", partial(pressed, draw=_new_casebook), "error"),
    _row("person", "person:AskPerson", _person),
    _row("person-problem", "person:AskPerson", partial(pressed, draw=_person), "error"),
    _row("month", "write_month:WriteMonth", _write_month),
    _row("decide", "decide:Decide", _decide),
    _row("decide-problem", "decide:Decide", partial(pressed, draw=_decide), "error"),
    _row("two-times", "two_times:TwoTimes", _two_times),
    _row("two-times-problem", "two_times:TwoTimes", partial(pressed, draw=_no_times), "error"),
    _row("undo-preview", "undo_preview:UndoPreview", _undo_preview),
    _row("role", "role:PersonDialog", _role),
    _row("add-person-problem", "role:PersonDialog", partial(pressed, draw=_add_person), "error"),
    _row("keys", "keys:KeySheet", _keys),
    _row("commands", "commands:CommandList", _commands),
    _row("report", "report:BugReport", _report, "error"),
    _row("report-empty", "report:BugReport", _no_report, "empty"),
    _row("progress", "progress:Progress", _progress, "busy"),
    _row("progress-refused", "progress:Progress", _progress_refused, "error"),
    _row("imported", "importing:ImportReportDialog", _imported),
    _row("imported-broken", "importing:ImportReportDialog", _broken, "error"),
    _row("findings", "findings:Findings", _findings, "error"),
)
