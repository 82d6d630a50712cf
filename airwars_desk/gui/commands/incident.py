"""Commands on the incident at hand."""

from functools import partial
from typing import TYPE_CHECKING

from airwars_desk.gui import assembly, requests, review_requests
from airwars_desk.gui.messages import Notice, said
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


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


def add_source(window: "Window") -> None:
    """Add a source to the incident at hand."""
    if window.incident is not None:
        window.incident.page.add_source()


def insert_token(window: "Window") -> None:
    """Offer what may be named in the narrative, at its cursor."""
    if window.incident is not None:
        page = window.incident.page
        comes = page.current_tab() != "narrative"
        page.show_tab("narrative")
        page.tabs.tab("narrative").begin_token(comes=comes)


def decide(window: "Window") -> None:
    """Decide the incident at hand with its working state, unless this person may not."""
    if window.incident is not None and window.incident.uid:
        window.runner.run(
            partial(review_requests.may_decide, uid=window.incident.uid),
            partial(_ask_decision, window),
        )


def _ask_decision(window: "Window", refused: str) -> None:
    """Say why she may not, or ask for grade and reason."""
    from airwars_desk.gui.dialogs.decide import Decide
    from airwars_desk.gui.readings import head_of

    if refused:
        window.notice(Notice(text=refused, ink="error", stays=True))
        return
    if window.incident is None or not window.incident.uid:
        return
    uid = window.incident.uid
    case = window.incident.page.case
    head = head_of(case, window.words)
    dialog = Decide(window, window.theme, head, case, window.words)
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


def open_incident(window: "Window") -> None:
    """Open the selected incident."""
    if window.list is not None:
        row = window.list.page.current_row()
        if row is not None:
            assembly.open_row(window, row)


def history_of_incident(window: "Window") -> None:
    """Show the history of the incident at hand."""
    if window.page == "incidents":
        open_incident(window)
    if window.incident is not None:
        window.incident.page.show_tab("history")
