"""Commands on the incident at hand."""

from functools import partial
from typing import TYPE_CHECKING

from airwars_desk.gui import assembly, requests
from airwars_desk.gui.messages import said
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
