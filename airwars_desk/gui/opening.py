"""Opening and closing a casebook in the window: a first look, the casebook itself, what follows.

The list is shown from a first look as soon as the shell stands; records and the database layer
are loaded by the worker after that, and the list is read again from the casebook proper.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from airwars_desk.errors import Refused
from airwars_desk.gui import assembly, memory, requests, review_requests
from airwars_desk.gui.messages import of_refusal, said
from airwars_desk.gui.views import About
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window

WARM_UP_MS = 200
Glance = "tuple[array[int], list[Any]] | None"


def open_path(window: "Window", path: Path, person: str | None = None) -> None:
    """Open a casebook, with a first look at its list where nothing else is open."""

    def go_on() -> None:
        open_with(
            window,
            partial(requests.opened, path=path, person=person),
            path.name,
            failed=lambda refused: _not_opened(window, path, refused),
            replaces=partial(requests.is_at, path=path),
        )

    def look(found: Any) -> None:
        if found is not None and window.layout_.get(memory.PAGE, memory.FIRST) == memory.FIRST:
            window.is_glance = True
            window.runner.expect_desk()
            assembly.show_glance(window, *found)
            window.shell.strip.show_casebook(path.name, tr("opening …"))
        rows = window.list.page.table.viewport() if window.is_glance and window.list else None
        window.runner.after_paint(go_on, rows)

    if window.runner.has_desk:
        go_on()
    else:
        window.runner.run_alone(partial(requests.glance, path=path), look)


def open_with(
    window: "Window",
    work: Any,
    name: str,
    failed: Any = None,
    *,
    replaces: Any = None,
    reports: bool = False,
) -> None:
    """Open what some work on the office gives; what is open stays until that has worked.

    Args:
        window: the window.
        work: for the worker: takes the office, returns a desk.
        name: of what is opened, to be shown meanwhile.
        failed: takes a Refused; without it the window says it.
        replaces: tells of the open desk whether it is what is to be opened.
        reports: the work tells how far it is, and can be cancelled.
    """
    before = window.page
    window.leave_incident()
    if not window.is_glance:
        window.show_page("start")
        window.start_page.show_opening(name)

    def go_back(refused: Refused) -> None:
        if window.runner.has_desk:
            window.start_page.show_opening("")
            window.show_page(before)
        (failed or partial(refuse, window))(refused)

    ticket = window.runner.run_office(
        work, failed=go_back, opens=True, replaces=replaces, reports=reports
    )
    if reports:
        window.start_page.follow(ticket)


def opened(window: "Window", *, is_open: bool) -> None:
    """A casebook was opened, or closed, or could not be opened."""
    glanced, window.is_glance = window.is_glance, False
    if not (is_open and glanced):
        assembly.forget_pages(window)
    window.undo_id = window.redo_id = ""
    window.shell.strip.show_saved("")
    window.notices.clear()
    window.shell.navigation.set_open(is_open=is_open)
    if not is_open:
        window.about = About()
        window.shell.strip.show_casebook("", "")
        window.setWindowTitle("Airwars Desk")
        window.start_page.show_opening("")
        window.show_page("start")
        window.runner.run_office(requests.recent, window.start_page.show_recent)
        return
    if glanced and window.list is not None:
        window.list.renew()
    first = memory.first_page(window) if window.page == "start" else ""
    if first == memory.FIRST:  # the list takes names when they come, and nobody waits for them
        window.show_page(first)
    window.runner.run(requests.about, partial(take_about, window))
    window.runner.run(requests.vocabulary, partial(_take_first_words, window, first))
    window.runner.run(requests.undoable, partial(take_undoable, window))
    show_waiting(window)
    window.runner.run(requests.waiting_drafts, partial(assembly.offer_draft, window))
    QTimer.singleShot(WARM_UP_MS, window, partial(_warm_up, window))


def show_waiting(window: "Window") -> None:
    """Show in the navigation how many incidents wait for a decision, and why."""

    def show(counts: dict[str, int]) -> None:
        from airwars_desk.gui.review_readings import waiting_words

        words = waiting_words(counts)
        window.shell.navigation.show_count("review", sum(counts.values()), words)

    window.runner.run(review_requests.count_waiting, show, lane="count-waiting")


def take_words(window: "Window", words: Vocabulary) -> None:
    """Use other words; an incident page made with fewer of them is made anew."""
    window.words = words
    if window.list is not None:
        window.list.words = words
    incident = window.incident
    if incident is None:
        return
    incident.words = words
    if incident.page.editing.words.orders != words.orders and not incident.page.editing.is_dirty:
        uid = incident.uid
        assembly.forget_incident_page(window)
        if uid and window.page == "incident":
            assembly.make_incident_page(window)
            assembly.open_uid(window, uid)


def _take_first_words(window: "Window", first: str, words: Vocabulary) -> None:
    """The names are known: the page that is to come back can be laid out."""
    take_words(window, words)
    if first and window.page == "start":
        window.show_page(first)


def take_undoable(window: "Window", ids: tuple[str, str]) -> None:
    """Know what can be undone and redone."""
    window.undo_id, window.redo_id = ids
    window.renew_context()


def refuse(window: "Window", refused: Refused) -> None:
    """Say what was refused."""
    window.start_page.show_opening("")
    was_stopped = refused.code == "cancelled"
    window.notice(said(refused.sentence) if was_stopped else of_refusal(refused))


def take_about(window: "Window", about: About) -> None:
    """Know the casebook's name, the person and the role."""
    window.about = about
    if window.incident is not None:
        window.incident.set_writable(writable=about.is_writable)
    role = choice_label(about.role).lower()
    who = f"{about.person}, {role}" if about.person else tr("read only")
    window.shell.strip.show_casebook(about.name, who)
    window.setWindowTitle(f"{about.name} – Airwars Desk")
    window.renew_context()


def _not_opened(window: "Window", path: Path, refused: Refused) -> None:
    if refused.code == "no_person":
        from airwars_desk.gui.commands.casebook import ask_person

        name = ask_person(window, path)
        if name:
            open_path(window, path, name)
            return
    refuse(window, refused)


def _warm_up(window: "Window") -> None:
    """Load what the incident page needs and make the list with its views: nobody waits for it."""
    if window.runner.has_desk:
        import airwars_desk.gui.pages.incident.page  # noqa: F401 - loaded ahead of use

        if window.list is None and window.isVisible():
            assembly.make_page(window, memory.FIRST)
