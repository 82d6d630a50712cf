"""Joins the page "Declared" with the casebook."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import declared_requests
from airwars_desk.gui.messages import of_refusal, said
from airwars_desk.gui.pages.declared import DeclaredPage
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.errors import Refused
    from airwars_desk.gui.window import Window


def join_declared(window: "Window") -> None:
    """Make the page of declared strikes and claims of a window."""
    page = DeclaredPage(window.theme)

    def show(board: Any) -> None:
        page.show_board(board, window.words, writable=window.context().is_writable)

    def read() -> None:
        window.runner.run(declared_requests.board, show, lane="declared", owner=page)

    def failed(refused: "Refused") -> None:
        page.failed()
        window.notice(of_refusal(refused))

    def save(items: Any, reason: str) -> None:
        window.runner.run(
            partial(declared_requests.save, items=items, reason=reason),
            lambda _change: read(),
            failed=failed,
        )

    page.wanted.connect(read)
    page.save_wanted.connect(save)
    page.removed.connect(
        lambda: window.notice(said(tr("Removed."), action="edit.undo", action_label=tr("Undo")))
    )
    window.add_page("declared", page)
