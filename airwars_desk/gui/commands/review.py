"""Commands of assessing and of the Review page."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import review_requests
from airwars_desk.gui.messages import said
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.pages.review.page import ReviewPage
    from airwars_desk.gui.window import Window


def assess(window: "Window") -> None:
    """Assess the incident at hand or selected, in the list too."""
    uid, row = "", None
    if window.page == "incidents" and window.list is not None:
        row = window.list.page.current_row()
    elif window.page == "review":
        uid = _page(window).uid
    elif window.incident is not None:
        uid = window.incident.uid
    window.runner.run(
        partial(review_requests.to_assess, row=row, uid=uid), partial(_ask_assessment, window)
    )


def send(window: "Window") -> None:
    """Send the incident at hand for review."""
    if window.incident is not None and window.incident.uid:
        window.runner.run(
            partial(review_requests.send, uid=window.incident.uid),
            lambda _change: _tell(window, tr("Sent for review.")),
        )


def decide(window: "Window") -> None:
    """Decide the incident as it is laid out."""
    _page(window).decide()


def give_back(window: "Window") -> None:
    """Return the incident with notes."""
    from airwars_desk.gui.dialogs.notes import AskNotes

    page = _page(window)
    if not page.uid:
        return
    title = tr("Return {code}").format(code=page.code)
    needed = tr("Say what is missing: a return has notes.")
    dialog = AskNotes(window, title, tr("Return with notes"), needed)
    if dialog.exec():
        window.runner.run(
            partial(review_requests.give_back, uid=page.uid, notes=dialog.answer()),
            lambda _change: _tell(window, tr("Returned.")),
        )


def hold(window: "Window") -> None:
    """Put the incident behind the others that wait."""
    from airwars_desk.gui.dialogs.notes import AskNotes

    page = _page(window)
    if not page.uid:
        return
    dialog = AskNotes(window, tr("Hold {code}").format(code=page.code), tr("Hold"))
    if dialog.exec():
        page.step(1)
        window.runner.run(
            partial(review_requests.hold, uid=page.held_uid, reason=dialog.answer()),
            lambda _change: _tell(window, tr("Held: it comes after the others now.")),
        )


def go_next(window: "Window") -> None:
    """Lay out the next incident that waits."""
    _page(window).step(1)


def go_previous(window: "Window") -> None:
    """Lay out the incident before."""
    _page(window).step(-1)


def show_same(window: "Window") -> None:
    """Show or fold the rows that are the same in all."""
    _page(window).toggle_same()


def show_evidence(window: "Window") -> None:
    """Show the evidence where the sides leave no room for it, or go to that of one row."""
    _page(window).show_evidence()


def write_reason(window: "Window") -> None:
    """Put the cursor into the reason."""
    _page(window).reason.setFocus()


def go_review(window: "Window") -> None:
    """Show the Review page."""
    window.show_page("review")


def _ask_assessment(window: "Window", found: Any) -> None:
    from airwars_desk.gui.dialogs.assess import Assess

    if found is None:
        return
    case, before = found
    dialog = Assess(window, window.theme, case, window.words, before)
    if dialog.exec():
        values, reason = dialog.answer()
        window.runner.run(
            partial(review_requests.assess, uid=case.uid, values=values, reason=reason),
            lambda _change: _tell(window, tr("Assessed.")),
        )


def _tell(window: "Window", text: str) -> None:
    window.notice(said(text, action="edit.undo", action_label=tr("Undo")))


def _page(window: "Window") -> "ReviewPage":
    from airwars_desk.gui.pages.review.page import ReviewPage

    if "review" not in window.pages:
        window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)  # noqa: S101 - a bug of ours otherwise
    return page
