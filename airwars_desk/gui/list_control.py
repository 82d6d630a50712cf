"""Joins the list page with the casebook: what it wants is asked of the worker, answers go back."""

from array import array
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from airwars_desk.gui import requests
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.vocabulary import Vocabulary

PREVIEW_MS = 60


class ListControl(QObject):
    """Serves one list page."""

    def __init__(self, page: IncidentsPage, runner: BaseRunner, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page
        self.words = Vocabulary()
        self._row = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_MS)
        self._pause.timeout.connect(self._preview)
        self._ask = partial(runner.run, owner=page)
        page.wanted.connect(self.list_incidents)
        page.page_wanted.connect(self._page)
        page.preview_wanted.connect(self._on_selected)

    def list_incidents(self, text: str, sort: Any) -> None:
        """List the incidents that match."""
        self._ask(partial(requests.listing, text=text, sort=sort), self._show_rows, lane="list")

    def _show_rows(self, found: tuple["array[int]", int]) -> None:
        rows, total = found
        self.page.show_rows(rows, total)
        whole = None if len(rows) == total else rows
        self._ask(partial(requests.totals, rows=whole), self.page.show_totals, lane="totals")

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
            partial(requests.preview, row=row, words=self.words),
            lambda preview: self.page.show_preview(row, preview) if preview else None,
            lane="preview",
            failed=lambda _refused: None,
        )
