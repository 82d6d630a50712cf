"""Joins the history page with the casebook."""

from array import array
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from airwars_desk.gui import assembly, history_requests
from airwars_desk.gui.dialogs.progress import run_with_progress
from airwars_desk.gui.dialogs.two_times import TwoTimes
from airwars_desk.gui.dialogs.undo_preview import UndoPreview
from airwars_desk.gui.messages import said
from airwars_desk.gui.pages.casebook_history import CasebookHistory
from airwars_desk.gui.pages.change_fields import STEP
from airwars_desk.gui.text import moment
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window

WIDE = 2000  # records from which an undo tells how far it is


def join_history(window: "Window") -> None:
    """Make the history page of a window."""
    control = HistoryControl(window)
    window.add_page("history", control.page)


class HistoryControl(QObject):
    """Serves the history page; it lives as long as the page."""

    def __init__(self, window: "Window") -> None:
        self.page = CasebookHistory(window.theme, self._read_page)
        super().__init__(self.page)
        self._window = window
        self._first = ""  # when the change marked as the first moment was made
        self._more: Callable[[int], None] | None = None
        self._ask = partial(window.runner.run, owner=self.page)
        page = self.page
        page.control = self  # type: ignore[attr-defined]
        page.wanted.connect(self._find)
        page.fields_wanted.connect(self._fields)
        page.choices_wanted.connect(self._choices)
        page.incident_wanted.connect(partial(assembly.open_uid, window))
        page.pressed.connect(self.press)
        page.fields.more_wanted.connect(self._tell_more)

    def press(self, what: str) -> None:
        """Do what a key or a button of the page says."""
        acts = {
            "mark": self.mark,
            "compare": self.compare,
            "times": self.times,
            "undo": self.undo,
            "redo": self.redo,
        }
        acts[what]()

    def mark(self) -> None:
        """Mark the change at the cursor as the first of two moments, or take the mark away."""
        item = self.page.current()
        if item is not None:
            self.page.model.mark("" if self.page.model.first == item.id else item.id)
            self._first = moment(item.at)

    def compare(self) -> None:
        """Show what differs between the first moment, else the beginning, and the cursor."""
        from airwars_desk.rules.moments import Moment

        item = self.page.current()
        if item is None:
            return
        first = self.page.model.first
        told = self._first if first else tr("the beginning")
        self._difference(Moment(change=first), Moment(change=item.id), told, moment(item.at))

    def times(self) -> None:
        """Ask for two times and show what differs between them."""
        from airwars_desk.rules.moments import Moment

        dialog = TwoTimes(self._window)
        if dialog.exec():
            first, second = dialog.answer()
            self._difference(Moment(at=first), Moment(at=second), moment(first), moment(second))

    def undo(self) -> None:
        """Show what undoing the change at the cursor would change, and undo it if wanted."""
        item = self.page.current()
        if item is None or not self.page.undo_button.isEnabled():
            return

        def ask(most: int, show: Callable[[Any], None]) -> None:
            self._ask(partial(history_requests.preview, change=item.id, most=most), show)

        def show(told: Any) -> None:
            dialog = UndoPreview(self._window, told, self._window.words)
            dialog.fields.more_wanted.connect(lambda most: ask(most, dialog.show_told))
            if dialog.exec():
                self._void(
                    history_requests.undo, item, tr("Undo the change"), tr("Undone."), "redo"
                )

        ask(STEP, show)

    def redo(self) -> None:
        """Make the change again that the undo at the cursor took back."""
        item = self.page.current()
        if item is not None and self.page.redo_button.isEnabled():
            self._void(history_requests.redo, item, tr("Do it again"), tr("Done again."), "undo")

    def _void(self, work: Any, item: Any, title: str, text: str, back: str) -> None:
        label = tr("Redo") if back == "redo" else tr("Undo")

        def done(_change: Any) -> None:
            self._window.notice(said(text, action=f"edit.{back}", action_label=label))

        if item.records >= WIDE:
            run_with_progress(
                self._window, self._window.runner, title, partial(work, change=item.id), done
            )
        else:
            self._ask(partial(work, change=item.id), done)

    def _difference(self, first: Any, second: Any, told: str, also: str) -> None:
        def ask(most: int) -> None:
            self._ask(
                partial(history_requests.difference, first=first, second=second, most=most),
                lambda found: self.page.show_difference(found, told, also),
                lane="history-fields",
            )

        self._more = ask
        ask(STEP)

    def _tell_more(self, most: int) -> None:
        if self._more is not None:
            self._more(most)

    def _find(self, asked: Any) -> None:
        def show(found: Any) -> None:
            self.page.words = self._window.words
            self.page.show_rows(found)

        self._ask(partial(history_requests.found, asked=asked), show, lane="history")

    def _read_page(self, number: int, rows: "array[int]") -> None:
        shown = self.page.model.rows
        self._ask(
            partial(history_requests.page, rows=rows),
            lambda items: (
                self.page.model.set_page(number, items) if shown is self.page.model.rows else None
            ),
        )

    def _fields(self, change: str) -> None:
        def ask(most: int) -> None:
            self._ask(
                partial(history_requests.fields, change=change, most=most),
                self.page.show_fields,
                lane="history-fields",
                failed=lambda _refused: None,
            )

        self._more = ask
        ask(STEP)

    def _choices(self) -> None:
        self._ask(
            history_requests.choices,
            lambda told: self.page.filters.offer(*told),
            lane="history-choices",
        )
