"""Joins the Review page with the casebook, and keeps the count of what waits in the navigation."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import assembly, review_requests
from airwars_desk.gui.messages import said
from airwars_desk.gui.pages.review.page import ReviewPage
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.errors import Refused
    from airwars_desk.gui.window import Window


def join_review(window: "Window") -> None:
    """Make the Review page of a window."""
    page = ReviewPage(window.theme)
    page.words = window.words
    ask = partial(window.runner.run, owner=page)

    def with_words(show: Any, found: Any) -> None:
        page.words = window.words
        show(found)

    def read() -> None:
        ask(review_requests.waiting, partial(with_words, page.show_waiting), lane="waiting")

    def lay(uid: str) -> None:
        ask(partial(review_requests.lay, uid=uid), partial(with_words, page.show_laid), lane="lay")

    def count(places: Sequence[Any]) -> None:
        ask(partial(review_requests.figures_now, places=places), page.show_figures)

    def decide(uid: str, values: Any, reason: str, replaces: Any) -> None:
        ask(
            partial(
                review_requests.decide, uid=uid, values=values, reason=reason, replaces=replaces
            ),
            lambda _change: _on_decided(window, page),
            failed=lambda refused: _on_refused(page, refused),
        )

    page.wanted.connect(read)
    page.lay_wanted.connect(lay)
    page.figures_wanted.connect(count)
    page.decide_wanted.connect(decide)
    page.opened.connect(lambda uid: assembly.open_uid(window, uid) if uid else None)
    page.shown.connect(lambda: _on_laid(window, page))
    page.buttons["return"].clicked.connect(lambda: window.perform_id("review.return"))
    page.buttons["hold"].clicked.connect(lambda: window.perform_id("review.hold"))
    window.add_page("review", page)


def _on_laid(window: "Window", page: ReviewPage) -> None:
    """Another incident is laid out: what can be done with it wakes."""
    window.renew_context()
    can = window.context().is_writable and window.context().has_role("supervisor")
    for name in ("return", "hold"):
        page.buttons[name].setEnabled(can and bool(page.uid))


def _on_decided(window: "Window", page: ReviewPage) -> None:
    page.decided()
    window.notice(said(tr("Decided."), action="edit.undo", action_label=tr("Undo")))


def _on_refused(page: ReviewPage, refused: "Refused") -> None:
    page.refused(str(refused))
