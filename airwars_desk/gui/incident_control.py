"""Joins the incident page with the casebook: opens, saves, keeps drafts, reads history."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from airwars_desk.errors import Refused
from airwars_desk.gui import requests
from airwars_desk.gui.messages import Notice, said
from airwars_desk.gui.pages.incident.editing import before
from airwars_desk.gui.pages.incident.page import IncidentPage
from airwars_desk.gui.readings import head_of
from airwars_desk.gui.tasks import FILES, BaseRunner
from airwars_desk.gui.text import moment
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.i18n import tr


class IncidentControl(QObject):
    """Serves one incident page."""

    shown = Signal()  # an incident is on the page
    renewed = Signal()  # the incident on the page was read again
    saved = Signal(object)  # the Change
    noticed = Signal(object)  # a Notice
    gone = Signal()  # the incident is not in the casebook any more

    def __init__(self, page: IncidentPage, runner: BaseRunner, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page
        self.words = Vocabulary()
        self.is_writable = True
        self.draft: Any = None
        self._saving = False
        self._ask = partial(runner.run, owner=page)
        page.save_wanted.connect(self.save)
        page.draft_wanted.connect(self._keep_draft)
        page.history_wanted.connect(self._read_history)
        page.lost.connect(
            lambda told: self._say_error(tr("Nothing was recorded: {told}").format(told=told))
        )

    @property
    def uid(self) -> str:
        """The uid of the incident on the page, "" for none."""
        return self.page.case.uid

    @property
    def is_in_review(self) -> bool:
        """The incident on the page was sent for review and waits."""
        return self.page.case.incident.values.get("state") == "in_review"

    def set_writable(self, *, writable: bool) -> None:
        """The casebook may be changed here, or not: known only once it is open."""
        if writable != self.is_writable:
            self.is_writable = writable
            if self.uid:
                self.page.show_case(self.page.case, self.words, writable=writable)

    def open_row(self, row: int) -> None:
        """Open an incident of the list."""
        self.leave()
        self._ask(partial(requests.open_row, row=row), self._show, lane="open")

    def open_uid(self, uid: str) -> None:
        """Open an incident by its uid."""
        self.leave()
        self._ask(partial(requests.open_incident, uid=uid), self._show, lane="open")

    def reload(self, *, taken_back: bool = False) -> None:
        """Show the incident as stored now, unless something on it is not saved.

        `taken_back`: she undid or redid something of it here; what is not saved then goes on
        from there, as she has seen it.
        """
        if self.uid and self.page.editing.is_dirty and taken_back:
            self._ask(partial(requests.open_incident, uid=self.uid), self._go_on_from, lane="open")
        elif self.uid and not self.page.editing.is_dirty:
            self._ask(
                partial(requests.open_incident, uid=self.uid),
                self._reloaded,
                lane="open",
                failed=lambda _refused: self.gone.emit(),
            )

    def start_new(self) -> None:
        """Begin an incident that is not stored yet."""
        self.leave()
        self._ask(requests.new_incident, lambda case: self._show((case, None)), lane="open")

    def leave(self) -> None:
        """Keep what is not saved as a draft: something else is shown next."""
        if self.keep():
            self.noticed.emit(
                said(
                    tr("{name} is not saved: what was typed is kept as a draft.").format(
                        name=self.name
                    ),
                    action="draft.list",
                    action_label=tr("Unsaved work"),
                )
            )

    def keep(self) -> bool:
        """Keep what is not saved as a draft; tells whether there was anything."""
        begun = self.page.editing.is_dirty and self.is_writable and self.page.case.is_begun
        if begun:
            self._keep_draft(self.page.editing.snapshot())
        return begun

    @property
    def name(self) -> str:
        """What the incident on the page is called."""
        if self.page.case.incident.is_new:
            return tr("The new incident")
        return head_of(self.page.case, self.words).code

    def save(self) -> None:
        """Save what was changed, unless something that was typed cannot be read."""
        unread = self.page.lead_to_unread() if self.is_writable else ""
        if unread:
            self._say_error(f"{tr('Not saved.')} {unread}")
            return
        if self._saving or not self.page.editing.is_dirty or not self.is_writable:
            return
        self._saving = True
        sent = self.page.editing.snapshot()
        self._ask(
            partial(requests.save, case=sent),
            lambda result: self._on_saved(result, sent),
            failed=self._on_refused,
        )

    def take_draft(self) -> None:
        """Go on with the draft that was found."""
        if self.draft is None:
            return
        draft, self.draft = self.draft, None
        self.page.show_case(draft.case, self.words, writable=self.is_writable)
        self.shown.emit()

    def drop_draft(self) -> None:
        """Remove the draft that was found."""
        if self.draft is not None:
            uid, self.draft = self.draft.uid, None
            self._ask(partial(requests.drop_draft, uid=uid), thread=FILES)

    def _show(self, found: tuple[Any, Any]) -> None:
        case, draft = found
        self.page.show_case(case, self.words, writable=self.is_writable)
        self.draft = draft
        self.shown.emit()
        if draft is not None and draft.case.is_begun:
            text = tr("What was typed here until {time} is not saved.").format(
                time=moment(draft.at)
            )
            self.noticed.emit(
                Notice(
                    text,
                    ink="warn",
                    stays=True,
                    action="draft.take",
                    action_label=tr("Take it"),
                    page="incident",
                )
            )

    def _reloaded(self, found: tuple[Any, Any]) -> None:
        case, _draft = found
        if case.incident.is_live:
            self.page.show_case(case, self.words, writable=self.is_writable)
            self.renewed.emit()
        else:
            self.gone.emit()

    def _go_on_from(self, found: tuple[Any, Any]) -> None:
        stored, _draft = found
        if stored.uid == self.uid and stored.incident.is_live:
            self.page.show_saved(stored, before(self.page.case))
            self.renewed.emit()

    def _on_saved(self, result: tuple[Any, Any], sent: Any) -> None:
        self._saving = False
        change, stored = result
        if stored.uid == self.uid:
            self.page.show_saved(stored, sent)
        self.saved.emit(change)

    def _on_refused(self, refused: Refused) -> None:
        self._saving = False
        self._say_error(f"{tr('Not saved.')} {refused.sentence} {refused.hint}".strip())

    def _say_error(self, text: str) -> None:
        self.noticed.emit(Notice(text, ink="error", stays=True))

    def _keep_draft(self, case: Any) -> None:
        if self.is_writable and case.is_begun:
            self._ask(partial(requests.keep_draft, case=case), thread=FILES)
        elif self.is_writable and case.incident.is_new:
            self._ask(partial(requests.drop_draft, uid=case.uid), thread=FILES)

    def _read_history(self, uid: str) -> None:
        self._ask(
            partial(requests.history, uid=uid),
            lambda items: self.page.show_history(uid, items),
            lane="history-tab",
        )


def saved_notice() -> Notice:
    """Return what is said after saving: a line with its undo."""
    return said(tr("Saved."), action="edit.undo", action_label=tr("Undo"))
