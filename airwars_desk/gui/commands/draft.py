"""Commands on unsaved work: list all of it, go on with some of it, drop it after asking."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import assembly, requests
from airwars_desk.gui.messages import said
from airwars_desk.gui.tasks import FILES
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def list_drafts(window: "Window") -> None:
    """Show all unsaved work kept in this casebook, and go on with what is chosen."""
    if window.incident is not None:
        window.incident.keep()
    window.runner.run(requests.waiting_drafts, partial(_show, window), thread=FILES)


def _show(window: "Window", drafts: list[Any]) -> None:
    from airwars_desk.gui.dialogs.drafts import Drafts

    if not drafts:
        window.notice(said(tr("Everything is saved.")))
        return
    dialog = Drafts(window, drafts, window.words)
    dialog.dropped.connect(partial(_drop, window))
    if dialog.exec():
        open_draft(window, dialog.chosen())


def open_draft(window: "Window", draft: Any) -> None:
    """Go on with unsaved work; what is on the page already is newer and stays."""
    window.notices.clear()
    assembly.make_incident_page(window)
    control = window.incident
    if control is None:
        return
    if control.uid == draft.uid and control.page.editing.is_dirty:
        window.show_page("incident")
        return
    control.leave()
    control.draft = draft
    control.take_draft()


def _drop(window: "Window", draft: Any) -> None:
    """Remove a draft; where its incident is on the page unsaved, the page is given up."""
    control = window.incident
    if control is not None and control.draft is not None and control.draft.uid == draft.uid:
        control.draft = None
        window.notices.clear()
    if control is not None and control.uid == draft.uid and control.page.editing.is_dirty:
        assembly.forget_incident_page(window)
        window.shell.strip.show_unsaved("")
        if window.page == "incident":
            window.show_page("incidents")
    window.runner.run(partial(requests.drop_draft, uid=draft.uid), thread=FILES)
    window.renew_context()
