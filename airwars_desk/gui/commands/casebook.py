"""Commands on the casebook as a whole: open, import, export, write, check."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import errands, requests
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.messages import said, written
from airwars_desk.gui.preferences import export_folder
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
    """Go to the first page, and there to the casebook opened last."""

    def show(paths: list[str]) -> None:
        window.start_page.show_recent(paths)
        if not window.start_page.begin_recent():
            window.notice(said(tr("No casebook was opened on this device yet.")))

    window.show_page("start")
    window.runner.run_office(requests.recent, show)


def open_sample(window: "Window") -> None:
    """Open the casebook of invented incidents."""
    from airwars_desk.gui.start_control import open_sample as show

    show(window)


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

    name = str(Path(export_folder(window)) / "incidents.jsonl.gz")
    path = ask.target(window, tr("Export all incidents"), name)
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
                ).format(number=number(count), path=path),
                path,
                opens=False,
            )
        ),
    )


def write_month(window: "Window") -> None:
    """Ask for month, belligerent and folder, and write the workbook."""
    from airwars_desk.gui.dialogs.write_month import WriteMonth

    page = window.pages.get("month")
    asked = getattr(page, "asked", None)
    WriteMonth(window, window.runner, window.words, asked=asked).run(window.notice)


def make_backup(window: "Window") -> None:
    """Ask for a file and write a verified backup."""
    from airwars_desk.gui.dialogs.progress import run_with_progress

    name = Path(window.about.name).stem or "casebook"
    at = str(Path(export_folder(window)) / f"{name}.backup")
    path = ask.new_target(window, tr("Make a backup"), at)
    if path is not None:
        run_with_progress(
            window,
            window.runner,
            tr("Make a backup"),
            partial(errands.backup, path=path),
            lambda _kept: window.notice(
                written(tr("Backup written to {path}.").format(path=path), path, opens=False)
            ),
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


def ask_person(window: "Window", path: Path) -> str:
    """Ask who works in a casebook nobody is known in; "" for nobody."""
    from airwars_desk.gui.dialogs.person import AskPerson

    dialog = AskPerson(window, path.name)
    return dialog.answer() if dialog.exec() else ""
