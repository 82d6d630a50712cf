"""Joins the saved views in the navigation with the casebook and the list.

The views are read when the list is, and counted after it, so that nobody waits for the counts.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from airwars_desk.errors import Refused
from airwars_desk.gui import list_requests
from airwars_desk.gui.messages import of_refusal, said
from airwars_desk.gui.widgets.saved_views import ViewLine
from airwars_desk.i18n import tr
from airwars_desk.rules.query import Query
from airwars_desk.rules.query_parse import BadQuery, parse

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window
    from airwars_desk.operations.views import View


class ViewsControl(QObject):
    """Serves the saved views of one window, as long as its list lives."""

    def __init__(self, window: "Window", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._views: dict[str, View] = {}
        self.panel = window.shell.navigation.views
        self.panel.show_views(())
        self.panel.opened.connect(self.open)
        self.panel.rename_wanted.connect(self.rename)
        self.panel.delete_wanted.connect(self.delete)

    def renew(self) -> None:
        """Read the views again, and count them."""
        self._window.runner.run(list_requests.views, self._take, lane="views", owner=self)

    def shown(self, text: str) -> None:
        """The list shows another search: mark the view that asks the same."""
        same = [uid for uid, view in self._views.items() if view.query and view.query == text]
        self.panel.show_chosen(same[0] if same else "")

    def open(self, uid: str) -> None:
        """Show the incidents of a view, in its order and with its columns."""
        view = self._views.get(uid)
        if view is None or self._window.list is None:
            return
        try:
            query = parse(view.query)
        except BadQuery as refused:
            self._refuse(refused)
            return
        self._window.show_page("incidents")
        self._window.list.page.show_query(query, view.sort, view.columns)
        self._window.list.page.table.setFocus()

    def save(self) -> None:
        """Ask for a name and save what the list shows."""
        from airwars_desk.gui.dialogs.save_view import NameView

        if self._window.list is None:
            return
        page = self._window.list.page
        dialog = NameView(self._window)
        if dialog.exec():
            name, is_mine = dialog.answer()
            work = partial(
                list_requests.save_view,
                name=name,
                query=page.search.query_text(),
                sort=page.sort,
                columns=page.columns,
                is_mine=is_mine,
            )
            self._run(work, tr("View saved."))

    def rename(self, uid: str) -> None:
        """Ask for another name of a view."""
        from airwars_desk.gui.dialogs.save_view import NameView

        view = self._views.get(uid)
        if view is None:
            return
        dialog = NameView(self._window, view.name)
        if dialog.exec():
            name, _ = dialog.answer()
            self._run(partial(list_requests.rename_view, uid=uid, name=name), tr("View renamed."))

    def delete(self, uid: str) -> None:
        """Take a view away; the notice brings it back."""
        if uid in self._views:
            self._run(partial(list_requests.delete_view, uid=uid), tr("View deleted."))

    def current(self) -> str:
        """Return the view that the cursor or the list is on."""
        return self.panel.current()

    def _run(self, work: object, told: str) -> None:
        self._window.runner.run(
            work,  # type: ignore[arg-type]
            lambda _change: self._window.notice(
                said(told, action="edit.undo", action_label=tr("Undo"))
            ),
            failed=self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        self._window.notice(of_refusal(refused))

    def _take(self, views: "list[View]") -> None:
        self._views = {view.uid: view for view in views}
        self.panel.show_views([ViewLine(view.uid, view.name) for view in views])
        if self._window.list is not None:
            self.shown(self._window.list.page.search.query_text())
        if views:
            self._window.runner.run(
                partial(list_requests.view_counts, views=views),
                self.panel.show_counts,
                lane="view-counts",
                owner=self,
            )


def show_incidents(window: "Window", text: str) -> None:
    """Show the incidents of a search: what every number that counts incidents leads to."""
    window.show_page("incidents")
    if window.list is not None:
        window.list.page.show_query(parse(text) if text else Query())
        window.list.page.table.setFocus()
