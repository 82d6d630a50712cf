"""Joins the first page with this device: what it asks for is made or opened by the worker."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from airwars_desk.errors import Refused
from airwars_desk.gui import opening, requests
from airwars_desk.gui.dialogs import ask
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window
    from airwars_desk.operations.desk import Desk, Office

SAMPLE = 300


def join_start(window: "Window") -> None:
    """Join the first page of a window."""
    page = window.start_page
    page.open_wanted.connect(lambda: window.perform_id("casebook.open"))
    page.new_wanted.connect(lambda: window.perform_id("casebook.new"))
    page.recent_wanted.connect(lambda path: window.open_path(Path(path)))
    page.first.made_wanted.connect(partial(_make, window))
    page.first.sample_wanted.connect(lambda: open_sample(window))
    window.runner.progress.connect(page.show_progress)
    page.first.folder_wanted.connect(partial(_choose, window))


def open_sample(window: "Window", count: int | None = None) -> None:
    """Open the casebook of invented incidents (by default `SAMPLE`), made when it is missing."""
    count = SAMPLE if count is None else count
    opening.open_with(
        window,
        partial(requests.sampled, count=count),
        tr("the sample"),
        replaces=partial(requests.is_sample, count=count),
        reports=True,
    )


def begun(office: "Office", path: Path, person: str, role: str) -> "Desk":
    """Make the first casebook, and the folder it lies in where that is missing."""
    from airwars_desk import places

    if not path.parent.exists():
        places.private_folder(path.parent)
    return requests.made(office, path, person, role)


def _make(window: "Window", path: Path, person: str, role: str) -> None:
    def refused(why: Refused) -> None:
        window.start_page.show_opening("")
        window.start_page.first.say_problem(f"{why.sentence} {why.hint}".strip())
        field = window.start_page.first
        (field.name if why.code == "exists" else field.folder).setFocus()

    opening.open_with(
        window,
        partial(begun, path=path, person=person, role=role),
        path.name,
        failed=refused,
    )


def _choose(window: "Window", start: str) -> None:
    chosen = ask.folder(window, tr("Folder for the casebook"), start)
    if chosen is not None:
        window.start_page.first.folder.set_value(str(chosen))
