"""Makes the pages of a window when they are first shown, and spreads changes among them.

Everything that imports pages is here, so that the window itself loads before any of them.
"""

from array import array
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import requests
from airwars_desk.gui.menus import Actions
from airwars_desk.gui.messages import Notice, NoticeLine, said
from airwars_desk.gui.page_table import PAGES, maker
from airwars_desk.gui.pages.start import StartPage
from airwars_desk.gui.shell import Shell, local_time
from airwars_desk.gui.tasks import BaseRunner, Runner
from airwars_desk.gui.views import About
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.i18n import ntr, tr

if TYPE_CHECKING:
    from airwars_desk.gui.incident_control import IncidentControl
    from airwars_desk.gui.window import Window


def complete(window: "Window", runner: BaseRunner | None) -> None:
    """Give a window its shell, worker, actions, notices and first page."""
    places = [(row.name, tr(row.title)) for row in PAGES if row.is_place]
    window.shell = Shell(window.theme, places)
    window.shell.navigation.set_open(is_open=False)
    window.setCentralWidget(window.shell)
    window.runner = runner or Runner(requests.make_office, requests.close_desk)
    window.runner.setParent(window)
    window.words = Vocabulary()
    window.about = About()
    window.notices = NoticeLine()
    window.shell.strip.take_notices(window.notices)
    window.start_page = StartPage(window.theme)
    window.add_page("start", window.start_page)
    window.actions_ = Actions(window, window.perform)
    window.shell.strip.menu_button.setMenu(window.actions_.menu(window))


def make_page(window: "Window", name: str) -> None:
    """Make a page and join it with the casebook."""
    maker(name)(window)


def forget_pages(window: "Window") -> None:
    """Drop the pages of a casebook that is no longer open."""
    for name in [name for name in window.pages if name != "start"]:
        page = window.pages.pop(name)
        window.shell.pages.removeWidget(page)
        page.deleteLater()
    for control in (window.list, window.incident):
        if control is not None:
            control.deleteLater()
    window.list = None
    window.incident = None


def offer_draft(window: "Window", drafts: list[Any]) -> None:
    """Say that unsaved work is kept, and lead to it: to the one incident, or to the list."""
    if not drafts:
        return
    text = ntr(
        "{number} incident has unsaved work, kept as a draft.",
        "{number} incidents have unsaved work, kept as drafts.",
        len(drafts),
    ).format(number=len(drafts))
    window.notice(
        Notice(text, ink="warn", stays=True, action="draft.list", action_label=tr("Show it"))
    )


def spread(window: "Window", change: Any, *, saved_here: bool = False) -> None:
    """Tell pages of a change: each decides itself whether it concerns it.

    `saved_here`: the incident page made the change and shows it already.
    """
    if change.id:
        window.shell.strip.show_saved(tr("Saved {time}").format(time=local_time(change.at)))
    from airwars_desk.gui import opening

    window.runner.run(requests.undoable, partial(opening.take_undoable, window))
    opening.show_waiting(window)
    if change.is_wide or any(kind in ("term", "person", "area") for kind, _ in change.touched):
        window.runner.run(requests.vocabulary, partial(opening.take_words, window))
        window.runner.run(requests.about, partial(opening.take_about, window))
    if window.list is not None:
        window.list.renew()
    incident = window.incident
    if incident is not None and incident.uid and not saved_here and _concerns(change, incident.uid):
        incident.reload(taken_back=change.operation in ("undo", "redo"))
    heard = getattr(window.pages[window.page], "on_changed", None)
    if heard is not None:
        heard(change)


def make_incidents_page(window: "Window") -> None:
    """Make the list."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence, QShortcut

    from airwars_desk.gui.list_columns import recall
    from airwars_desk.gui.list_control import ListControl
    from airwars_desk.gui.pages.incidents import IncidentsPage
    from airwars_desk.gui.views_control import ViewsControl

    page = IncidentsPage(window.theme)
    window.list = ListControl(page, window.runner, window)
    window.list.words = window.words
    window.list.views = ViewsControl(window, window.list)
    page.table.head.customContextMenuRequested.connect(
        lambda _place: window.perform_id("list.columns")
    )
    page.table.picked.connect(page.foot.show_picked)
    new = QShortcut(QKeySequence("N"), page)  # here alone: elsewhere N is a letter, or another's
    new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    new.activated.connect(page.new_wanted)
    page.view_wanted.connect(lambda: window.perform_id("view.save"))
    page.opened.connect(lambda row: open_row(window, row))
    page.new_wanted.connect(lambda: window.perform_id("incident.new"))
    page.table.current.connect(lambda _row: window.renew_context())
    window.add_page("incidents", page)
    recall(window, page)
    window.list.renew()
    page.table.setFocus()


def show_glance(window: "Window", rows: "array[int]", first: list[Any]) -> None:
    """Show the list of a casebook that is still being opened."""
    forget_pages(window)
    window.show_page("incidents")
    if window.list is not None:
        window.list.page.show_rows(rows, len(rows))
        window.list.page.model.set_page(0, first)


def make_incident_page(window: "Window") -> None:
    """Make the page of one incident."""
    if window.incident is not None:
        return
    from airwars_desk.gui.attachment_control import join_attachments
    from airwars_desk.gui.incident_control import IncidentControl
    from airwars_desk.gui.pages.incident.page import IncidentPage

    page = IncidentPage(window.theme, window.words)
    control = IncidentControl(page, window.runner, window)
    control.words = window.words
    control.is_writable = window.context().is_writable
    control.shown.connect(lambda: window.show_page("incident"))
    control.renewed.connect(window.renew_context)
    control.saved.connect(lambda change: _on_saved(window, change))
    control.noticed.connect(window.notice)
    control.gone.connect(lambda: window.show_page("incidents"))
    page.dirtied.connect(lambda dirty: _on_dirtied(window, dirty=dirty))
    control.shown.connect(lambda: _on_dirtied(window, dirty=page.editing.is_dirty))
    page.undo_wanted.connect(lambda change: undo(window, change))
    page.redo_wanted.connect(lambda change: redo(window, change))
    join_attachments(window, page)
    page.send_wanted.connect(lambda: window.perform_id("incident.send"))
    window.incident = control
    window.add_page("incident", page)


def forget_incident_page(window: "Window") -> None:
    """Drop the page of the incident: it is made anew when it is needed."""
    page = window.pages.pop("incident", None)
    if page is not None:
        window.shell.pages.removeWidget(page)
        page.deleteLater()
    if window.incident is not None:
        window.incident.deleteLater()
        window.incident = None


def open_uid(window: "Window", uid: str) -> None:
    """Open an incident by its uid."""
    _with_page(window, lambda control: control.open_uid(uid))


def open_row(window: "Window", row: int) -> None:
    """Open an incident of the list."""
    _with_page(window, lambda control: control.open_row(row))


def start_incident(window: "Window") -> None:
    """Begin an incident."""

    def begin(control: "IncidentControl") -> None:
        control.start_new()
        control.page.show_tab("where")

    _with_page(window, begin)


def _with_page(window: "Window", act: Callable[["IncidentControl"], None]) -> None:
    """Act on the incident page, made first where there is none, once the words are known."""

    def go_on() -> None:
        make_incident_page(window)
        if window.incident is not None:
            act(window.incident)

    def learn(words: Vocabulary) -> None:
        window.words = words
        go_on()

    if window.words.labels:
        go_on()
    else:
        window.runner.run(requests.vocabulary, learn)


def undo(window: "Window", change: str) -> None:
    """Undo a change and say so, with the way back."""
    window.runner.run(
        lambda desk: requests.undo(desk, change),
        lambda _change: window.notice(
            said(tr("Undone."), action="edit.redo", action_label=tr("Redo"))
        ),
    )


def redo(window: "Window", change: str) -> None:
    """Make an undone change again and say so, with the way back."""
    window.runner.run(
        lambda desk: requests.redo(desk, change),
        lambda _change: window.notice(
            said(tr("Done again."), action="edit.undo", action_label=tr("Undo"))
        ),
    )


def _on_saved(window: "Window", change: Any) -> None:
    from airwars_desk.gui.incident_control import saved_notice

    window.notice(saved_notice())
    spread(window, change, saved_here=True)


def _on_dirtied(window: "Window", *, dirty: bool) -> None:
    name = window.incident.name if dirty and window.incident is not None else ""
    window.shell.strip.show_unsaved(tr("{name} is not saved").format(name=name) if name else "")
    window.renew_context()


def _concerns(change: Any, uid: str) -> bool:
    return bool(change.is_wide or uid in change.incidents or not change.incidents)
