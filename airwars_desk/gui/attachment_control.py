"""Joins the incident page with its attachments: drop, paste, choose, open outside, remove."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from airwars_desk.gui import attachment_requests as requests
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.given import given_by, has_files
from airwars_desk.gui.messages import Notice, said, written
from airwars_desk.gui.text import number
from airwars_desk.i18n import ntr, tr
from airwars_desk.rules.file_types import is_program, name_differs, type_label
from airwars_desk.rules.files import safe_name

if TYPE_CHECKING:
    from airwars_desk.gui.pages.incident.page import IncidentPage
    from airwars_desk.gui.window import Window

NAME = "attachments"


class AttachmentControl(QObject):
    """Serves the attachments of one incident page."""

    def __init__(self, window: "Window", page: "IncidentPage") -> None:
        super().__init__(page)
        self._window = window
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        page.sources.table.installEventFilter(self)
        page.sources.table.viewport().setAcceptDrops(True)
        page.sources.table.viewport().installEventFilter(self)
        page.history_wanted.connect(self.read)
        page.tabs.attach_wanted.connect(self.choose)
        page.tabs.open_wanted.connect(self.open_outside)
        page.tabs.copy_wanted.connect(self.save_copy)
        page.tabs.remove_wanted.connect(self.remove)
        window.runner.changed.connect(self._on_changed)

    def read(self, uid: str) -> None:
        """Read what is attached to the incident on the page."""
        self._window.runner.run(
            partial(requests.attachments, uid=uid),
            partial(self._show, uid),
            lane="attachments",
            owner=self._page,
        )

    def choose(self, citation: str = "") -> None:
        """Ask for files and attach them."""
        files = ask.files(self._window, tr("Attach files"), "")
        if files:
            self.attach(files, citation)

    def paste(self, citation: str = "") -> None:
        """Attach what is on the clipboard."""
        found = given_by(QGuiApplication.clipboard().mimeData())
        if found:
            self.attach(found, citation)
        else:
            self._say(tr("The clipboard holds no file and no picture."))

    def attach(self, given: Sequence[requests.Given], citation: str = "") -> None:
        """Attach files to the incident, or to one of its sources."""
        from airwars_desk.gui.dialogs.progress import run_with_progress

        case = self._page.case
        if not self._page.editing.is_writable or not case.uid:
            self._say(tr("This casebook can only be read: nothing can be attached."))
            return
        item = case.items.get(citation)
        if case.incident.is_new or (item is not None and item.is_new):
            self._say(
                tr("Save first (Ctrl S): files are attached to what is stored."),
                action="incident.save",
            )
            return
        title = ntr("Attach {number} file", "Attach {number} files", len(given))
        run_with_progress(
            self._window,
            self._window.runner,
            f"{title.format(number=number(len(given)))} ({tr('megabytes')})",
            partial(requests.attach, uid=case.uid, given=list(given), citation=citation),
            self._attached,
        )

    def open_outside(self, one: Any) -> None:
        """Ask, then hand a copy to the program the system knows for it."""
        from airwars_desk.gui.dialogs.open_outside import OpenOutside

        if is_program(one.name, one.media_type):
            self._say(tr("This is a program or a script: the desk starts none. Save a copy."))
            return
        warning = ""
        if name_differs(one.name, one.media_type):
            warning = tr("Its name ends as another type than its bytes are.")
        dialog = OpenOutside(self._window, one.name, type_label(one.media_type), warning)
        if dialog.exec():
            self._window.runner.run(partial(requests.open_copy, uid=one.uid), self._open)

    def save_copy(self, one: Any) -> None:
        """Ask for a name and write a copy."""
        path = ask.target(self._window, tr("Save a copy"), safe_name(one.name))
        if path is not None:
            self._window.runner.run(
                partial(requests.save_copy, uid=one.uid, path=path),
                lambda done: self._window.notice(
                    written(tr("Copy written to {path}.").format(path=done), path, opens=False)
                ),
            )

    def remove(self, one: Any) -> None:
        """Remove an attachment; undo brings it back."""
        self._window.runner.run(
            partial(requests.remove, uid=one.uid),
            lambda _change: self._window.notice(
                said(
                    tr("Removed: {name}").format(name=one.name),
                    action="edit.undo",
                    action_label=tr("Undo"),
                )
            ),
        )

    def source_at_cursor(self) -> str:
        """Return the source that a paste goes to: the one looked at while the list has focus."""
        if self._page.sources.table.hasFocus():
            return self._page.sources.current_uid()
        if self._page.current_tab() == NAME:
            return str(self._page.tabs.tab(NAME).target())
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drops, and Ctrl+V wherever no text field has taken it."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            if isinstance(event, QDragEnterEvent | QDropEvent) and has_files(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(watched, event)
        elif kind == QEvent.Type.KeyPress and _is_paste(event):
            self.paste(self.source_at_cursor())
            return True
        return False

    def _drop(self, watched: QObject, event: QDropEvent) -> bool:
        found = given_by(event.mimeData())
        if not found:
            return False
        event.acceptProposedAction()
        citation = ""
        if watched is self._page.sources.table.viewport():
            citation = self._page.sources.uid_at(event.position().toPoint())
        elif self._page.current_tab() == NAME:
            citation = str(self._page.tabs.tab(NAME).target())
        self.attach(found, citation)
        return True

    def _attached(self, change: Any) -> None:
        count = len(change.touched)
        self._window.notice(
            said(
                ntr("{number} file attached.", "{number} files attached.", count).format(
                    number=number(count)
                ),
                action="edit.undo",
                action_label=tr("Undo"),
            )
        )

    def _open(self, path: Any) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(tr("The system knows no program for this file. Save a copy instead."))

    def _show(self, uid: str, shown: list[Any]) -> None:
        if uid == self._page.case.uid:
            self._page.show_attachments(shown)

    def _on_changed(self, _change: Any) -> None:
        case = self._page.case
        if case.uid and not case.incident.is_new:
            self.read(case.uid)

    def _say(self, text: str, action: str = "") -> None:
        label = tr("Save") if action else ""
        self._window.notice(Notice(text, ink="warn", action=action, action_label=label))


def _is_paste(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)


def join_attachments(window: "Window", page: "IncidentPage") -> AttachmentControl:
    """Give an incident page its attachments."""
    return AttachmentControl(window, page)


def control_of(page: QWidget) -> AttachmentControl | None:
    """Return the control of a page."""
    return page.findChild(AttachmentControl)
