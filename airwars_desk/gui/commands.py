"""What actions do, one function each, taking the window. They ask, then hand work to the worker."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import assembly, errands, requests
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.messages import said, written
from airwars_desk.gui.text import number
from airwars_desk.i18n import ntr, tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def new_casebook(window: "Window") -> None:
    """Ask for place, name and person, and make a casebook."""
    from airwars_desk.gui.dialogs.new_casebook import NewCasebook

    dialog = NewCasebook(window)
    if dialog.exec():
        path, person, role = dialog.answer()
        window.open_with(partial(requests.made, path=path, person=person, role=role), path.name)


def open_casebook(window: "Window") -> None:
    """Ask for a casebook's folder and open it."""
    folder = ask.folder(window, tr("Open casebook"))
    if folder is not None:
        window.open_path(folder)


def recent_casebooks(window: "Window") -> None:
    """Go to the first page, where the recent casebooks are."""
    window.runner.run_office(requests.recent, window.start_page.show_recent)
    window.show_page("start")


def close_casebook(window: "Window") -> None:
    """Close the casebook."""
    window.close_casebook()


def leave(window: "Window") -> None:
    """Close the window."""
    window.close()


def import_file(window: "Window") -> None:
    """Ask for files and import them."""
    from airwars_desk.gui.dialogs.importing import ImportDialog

    paths = ask.files(window, tr("Import Airwars JSON Lines"), "*.jsonl *.jsonl.gz *.gz")
    if paths:
        ImportDialog(window, window.runner, paths).run()


def export_file(window: "Window") -> None:
    """Ask for a file and export all incidents into it."""
    from airwars_desk.gui.dialogs.progress import run_with_progress

    path = ask.target(window, tr("Export all incidents"), "incidents.jsonl.gz")
    if path is None:
        return
    run_with_progress(
        window,
        window.runner,
        tr("Export all incidents"),
        partial(errands.export, path=path),
        lambda count: window.notice(
            written(
                ntr(
                    "{number} incident written to {path}.",
                    "{number} incidents written to {path}.",
                    count,
                ).format(number=number(count), path=path)
            )
        ),
    )


def write_month(window: "Window") -> None:
    """Ask for month, belligerent and folder, and write the workbook."""
    from airwars_desk.gui.dialogs.write_month import WriteMonth

    page = window.pages.get("month")
    month, who = getattr(page, "month", ""), getattr(page, "belligerent", None)
    WriteMonth(window, window.runner, window.words, month, who).run(window.notice)


def make_backup(window: "Window") -> None:
    """Ask for a file and write a verified backup."""
    from airwars_desk.gui.dialogs.progress import run_with_progress

    name = window.casebook.stem if window.casebook is not None else "casebook"
    path = ask.target(window, tr("Make a backup"), f"{name}.backup")
    if path is not None:
        run_with_progress(
            window,
            window.runner,
            tr("Make a backup"),
            partial(errands.backup, path=path),
            lambda _kept: window.notice(written(tr("Backup written to {path}.").format(path=path))),
        )


def run_check(window: "Window") -> None:
    """Check the casebook and say what was found."""
    from airwars_desk.gui.dialogs.progress import run_with_progress

    run_with_progress(
        window,
        window.runner,
        tr("Check the casebook"),
        errands.check_casebook,
        partial(_show_findings, window),
    )


def _show_findings(window: "Window", findings: list[Any]) -> None:
    from airwars_desk.gui.dialogs.findings import Findings

    if not findings:
        window.notice(said(tr("The casebook is sound.")))
        return
    Findings(window, findings).exec()


def new_incident(window: "Window") -> None:
    """Begin an incident."""
    assembly.start_incident(window)


def save_incident(window: "Window") -> None:
    """Save the incident at hand."""
    if window.incident is not None:
        focus = window.focusWidget()
        if focus is not None:
            focus.clearFocus()
            focus.setFocus()
        window.incident.save()


def decide(window: "Window") -> None:
    """Ask for grade and reason, and decide the incident at hand."""
    from airwars_desk.gui.dialogs.decide import Decide
    from airwars_desk.gui.readings import head_of

    if window.incident is None or not window.incident.uid:
        return
    uid = window.incident.uid
    dialog = Decide(window, head_of(window.incident.page.case, window.words))
    if dialog.exec():
        grade, reason = dialog.answer()
        window.runner.run(
            partial(requests.decide, uid=uid, grade=grade, reason=reason),
            lambda _change: window.notice(
                said(tr("Decided."), action="edit.undo", action_label=tr("Undo"))
            ),
        )


def take_draft(window: "Window") -> None:
    """Go on with the draft."""
    if window.incident is not None:
        window.notices.clear()
        window.incident.take_draft()


def drop_draft(window: "Window") -> None:
    """Remove the draft."""
    if window.incident is not None:
        window.notices.clear()
        window.incident.drop_draft()
        window.renew_context()


def undo(window: "Window") -> None:
    """Undo the newest change of this person."""
    if window.undo_id:
        assembly.undo(window, window.undo_id)


def redo(window: "Window") -> None:
    """Make the newest undone change again."""
    if window.redo_id:
        assembly.redo(window, window.redo_id)


def search(window: "Window") -> None:
    """Put the cursor into the search box of the list."""
    window.show_page("incidents")
    if window.list is not None:
        window.list.page.focus_search()


def open_incident(window: "Window") -> None:
    """Open the selected incident."""
    if window.list is not None:
        row = window.list.page.current_row()
        if row is not None:
            assembly.open_row(window, row)


def go_back(window: "Window") -> None:
    """Go back to the list; what is not saved stays on the page and as a draft."""
    window.leave_incident()
    window.show_page("incidents")
    if window.list is not None:
        window.list.page.table.setFocus()


def go_next(window: "Window") -> None:
    """Open the next incident of the list."""
    _step(window, 1)


def go_previous(window: "Window") -> None:
    """Open the incident before in the list."""
    _step(window, -1)


def _step(window: "Window", by: int) -> None:
    if window.list is None:
        return
    page = window.list.page
    position = page.table.currentIndex().row() + by
    if 0 <= position < len(page.model.ids):
        page.select(position)
        assembly.open_row(window, page.model.ids[position])


def go_incidents(window: "Window") -> None:
    """Show the list."""
    window.show_page("incidents")


def go_month(window: "Window") -> None:
    """Show the month."""
    window.show_page("month")


def go_history(window: "Window") -> None:
    """Show the history of the casebook."""
    window.show_page("history")


def next_pane(window: "Window") -> None:
    """Walk the panes of a page."""
    step = getattr(window.pages[window.page], "next_pane", None)
    if step is not None:
        step()


def history_of_incident(window: "Window") -> None:
    """Show the history of the incident at hand."""
    if window.page == "incidents":
        open_incident(window)
    if window.incident is not None:
        window.incident.page.show_tab("history")


def all_commands(window: "Window") -> None:
    """Find an action by its name."""
    from airwars_desk.gui.dialogs.commands import CommandList

    chosen = CommandList(window, window.context()).choose()
    if chosen:
        window.perform_id(chosen)


def show_keys(window: "Window") -> None:
    """Show every key."""
    from airwars_desk.gui.dialogs.keys import KeySheet

    KeySheet(window).exec()


def show_report(window: "Window") -> None:
    """Show the report of a mistake of the program, to be copied."""
    from airwars_desk.gui.dialogs.report import BugReport

    BugReport(window, window.bug).exec()


def ask_person(window: "Window", path: Path) -> str:
    """Ask who works in a casebook nobody is known in; "" for nobody."""
    from airwars_desk.gui.dialogs.person import AskPerson

    dialog = AskPerson(window, path.name)
    return dialog.answer() if dialog.exec() else ""
