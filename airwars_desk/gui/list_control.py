"""Joins the list page with the casebook: what it wants is asked of the worker, answers go back."""

from array import array
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from airwars_desk.gui import completing, facet_words, list_requests, requests
from airwars_desk.gui.list_requests import Facets
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.vocabulary import Vocabulary

if TYPE_CHECKING:
    from airwars_desk.gui.views_control import ViewsControl
    from airwars_desk.operations.browse import Found

PREVIEW_MS = 60


class ListControl(QObject):
    """Serves one list page."""

    def __init__(self, page: IncidentsPage, runner: BaseRunner, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page
        self._words = Vocabulary()
        self._row = -1
        self._known: Facets = {}  # the facets of the whole casebook
        self._is_stale = True  # something was written since they were counted
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_MS)
        self._pause.timeout.connect(self._preview)
        self._ask = partial(runner.run, owner=page)
        page.wanted.connect(self.list_incidents)
        page.page_wanted.connect(self._page)
        page.preview_wanted.connect(self._on_selected)
        self.views: ViewsControl  # joined when the list is
        page.search.offers_for = self._offers
        page.search.words_of = lambda one: facet_words.chip_words(one, self._words)

    @property
    def words(self) -> Vocabulary:
        """The labels of terms and names of people."""
        return self._words

    @words.setter
    def words(self, words: Vocabulary) -> None:
        self._words = words
        self.page.facets.words = words
        self.page.model.names = {**words.labels, **words.people}
        self.page.model.forget_pages()
        self.page.facets.show_counts(self._known, self.page.facets.now)
        self.page.search.renew_chips()

    def renew(self) -> None:
        """Something was written: list again, and count everything again."""
        self._is_stale = True
        self.page.renew()
        self.views.renew()

    def list_incidents(self, text: str, sort: Any) -> None:
        """List the incidents that match."""
        self._ask(
            partial(list_requests.listing, text=text, sort=sort),
            partial(self._show_rows, text),
            lane="list",
            failed=self.page.say_problem,
        )

    def _show_rows(self, text: str, found: "Found") -> None:
        self.page.show_rows(found.rows, found.total, found.query)
        self.views.shown(text)
        whole = None if len(found.rows) == found.total else found.rows
        self._ask(partial(requests.totals, rows=whole), self.page.show_totals, lane="totals")
        if self._is_stale and text:
            self._ask(partial(list_requests.facets, text=""), self._take_known, lane="facets-known")
        self._ask(
            partial(list_requests.facets, text=text),
            partial(self._take_facets, text),
            lane="facets",
            failed=lambda _refused: None,
        )

    def _take_known(self, known: Facets) -> None:
        self._known = known
        self._is_stale = False

    def _take_facets(self, text: str, now: Facets) -> None:
        if not text:
            self._take_known(now)
        self.page.facets.show_counts(self._known, now)

    def _offers(self, asked: completing.Asked) -> list[completing.Offer]:
        counts = {
            name: {value: self.page.facets.now.get(name, {}).get(value, 0) for value in known}
            for name, known in self._known.items()
        }
        return completing.offers(asked, counts, self._words)

    def _page(self, number: int, rows: "array[int]") -> None:
        ids = self.page.model.ids
        self._ask(
            partial(requests.page, rows=rows),
            lambda found: (
                self.page.model.set_page(number, found) if ids is self.page.model.ids else None
            ),
        )

    def _on_selected(self, row: int) -> None:
        self._row = row
        self._pause.start()

    def _preview(self) -> None:
        row = self._row
        self._ask(
            partial(requests.preview, row=row, words=self._words),
            lambda preview: self.page.show_preview(row, preview) if preview else None,
            lane="preview",
            failed=lambda _refused: None,
        )
