"""Commands on the list: its columns, what is picked in it, and it on paper."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui.messages import said, written
from airwars_desk.gui.text import number
from airwars_desk.i18n import ntr, tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def choose_columns(window: "Window") -> None:
    """Ask which columns are shown, and in which order the list is."""
    from airwars_desk.gui.dialogs.columns import ChooseColumns
    from airwars_desk.gui.list_columns import choose

    if window.list is None:
        return
    page = window.list.page
    dialog = ChooseColumns(window, window.theme, page.columns or page.usual, page.sort)
    if dialog.exec():
        choose(window, dialog.keys(), dialog.sort())


def edit_picked(window: "Window") -> None:
    """Ask for a field and a value, and edit the incidents picked as one change."""
    from airwars_desk.gui.dialogs.bulk_edit import BulkEdit

    if window.list is None or not window.list.page.picked_rows():
        return
    rows = window.list.page.picked_rows()
    dialog = BulkEdit(window, window.theme, window.runner, window.words, rows)
    if dialog.exec():
        count = sum(line.changes for line in dialog.lines)
        text = ntr("{number} incident changed.", "{number} incidents changed.", count)
        window.notice(
            said(text.format(number=number(count)), action="edit.undo", action_label=tr("Undo"))
        )


def write_csv(window: "Window") -> None:
    """Ask for a file and write what the list shows into it."""
    from airwars_desk.gui import bulk_requests
    from airwars_desk.gui.dialogs import ask
    from airwars_desk.gui.dialogs.progress import run_with_progress

    if window.list is None:
        return
    page = window.list.page
    path = ask.target(window, tr("Write the list as CSV"), "incidents.csv")
    if path is None:
        return
    text = tr("The list was written to {path}.").format(path=path)
    run_with_progress(
        window,
        window.runner,
        tr("Write the list as CSV"),
        partial(bulk_requests.write_csv, rows=page.model.ids, keys=page.model.keys, path=path),
        lambda _count: window.notice(written(text, path)),
    )


def write_pdf(window: "Window") -> None:
    """Ask for a file and write what the list shows into it as PDF."""
    from airwars_desk.gui import print_requests
    from airwars_desk.gui.dialogs import ask
    from airwars_desk.gui.dialogs.progress import run_with_progress

    path = ask.target(window, tr("Write the list as PDF"), "incidents.pdf")
    if window.list is None or path is None:
        return
    text = tr("The list was written to {path}.").format(path=path)
    run_with_progress(
        window,
        window.runner,
        tr("Write the list as PDF"),
        partial(print_requests.write_pdf, path=path, **_shown(window)),
        lambda _path: window.notice(written(text, path)),
    )


def print_list(window: "Window") -> None:
    """Ask for a printer and print what the list shows."""
    from airwars_desk.gui import print_requests, printing
    from airwars_desk.gui.dialogs import ask
    from airwars_desk.gui.dialogs.progress import run_with_progress

    printer = ask.printer(window, tr("Print the list"))
    if window.list is None or printer is None:
        return

    def show(sheet: printing.Sheet) -> None:
        pages = printing.paint(printer, sheet)
        text = ntr(
            "{number} page sent to the printer.", "{number} pages sent to the printer.", pages
        )
        window.notice(said(text.format(number=number(pages))))

    work = partial(print_requests.sheet, **_shown(window))
    run_with_progress(window, window.runner, tr("Print the list"), work, show)


def _shown(window: "Window") -> dict[str, Any]:
    """Return what the list shows now, as those who write it want it."""
    if window.list is None:
        return {}
    page = window.list.page
    return {
        "rows": page.model.ids,
        "keys": page.model.keys,
        "sort": page.sort,
        "asked": page.search.query_text(),
        "names": page.model.names,
    }
