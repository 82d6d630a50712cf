"""The window: shell, pages, and who hears of what. It assembles; it does no work itself.

A sketch of the shell is painted first, and this module imports no more than that needs.
`complete` puts the shell, the actions, the worker and the notices in; pages are made when they
are shown; records and operations are imported by the worker.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QPushButton, QToolButton, QWidget

from airwars_desk.gui.settings import of_columns, of_device, of_layout
from airwars_desk.gui.sketch import Sketch
from airwars_desk.gui.theme import Theme
from airwars_desk.i18n import is_right_to_left, language

if TYPE_CHECKING:
    from airwars_desk.errors import Refused
    from airwars_desk.gui.action import Action
    from airwars_desk.gui.context import Context
    from airwars_desk.gui.incident_control import IncidentControl
    from airwars_desk.gui.list_control import ListControl
    from airwars_desk.gui.menus import Actions
    from airwars_desk.gui.messages import Notice, NoticeLine
    from airwars_desk.gui.pages.start import StartPage
    from airwars_desk.gui.shell import Shell
    from airwars_desk.gui.tasks import BaseRunner
    from airwars_desk.gui.views import About
    from airwars_desk.gui.vocabulary import Vocabulary

SIZE = (1440, 900)


class Window(QMainWindow):
    """One window on one casebook."""

    shell: "Shell"
    runner: "BaseRunner"
    actions_: "Actions"
    notices: "NoticeLine"
    words: "Vocabulary"
    start_page: "StartPage"
    about: "About"

    def __init__(
        self,
        theme: Theme,
        runner: "BaseRunner | None" = None,
        told: "dict[str, Any] | None" = None,
    ) -> None:
        super().__init__()
        self.theme = theme.copy()  # turned into another when the person or the system changes
        self.preferences: dict[str, Any] = of_device(told or {})
        self.layout_: dict[str, Any] = of_layout(told or {})
        self.usual_columns: tuple[str, ...] = of_columns(told or {})
        self.bug = ""
        self.undo_id = ""
        self.redo_id = ""
        self.written: Path | None = None  # the file written last, for its notice
        self._page = "start"
        self._is_complete = False
        self.is_glance = False  # the list is shown while the casebook is still being opened
        self.pages: dict[str, QWidget] = {}
        self.list: ListControl | None = None
        self.incident: IncidentControl | None = None
        self.sketch = Sketch(theme, mirrored=is_right_to_left(language()))
        self.setCentralWidget(self.sketch)
        self.setWindowTitle("Airwars Desk")
        self.resize(*SIZE)
        if runner is not None:
            self.complete(runner)

    def complete(self, runner: "BaseRunner | None" = None) -> None:
        """Put in what the first paint does not need: shell, worker, actions, notices."""
        if self._is_complete:
            return
        from airwars_desk.gui import assembly

        self._is_complete = True
        assembly.complete(self, runner)
        self._connect()
        self.show_page("start")

    def shut_down(self) -> None:
        """Let the worker finish."""
        if self._is_complete:
            self.runner.shut_down()

    # -- start and casebook ----------------------------------------------------------------

    def start(self, path: str = "", sample: int | None = None) -> None:
        """Begin after the first paint: open what was asked for, or offer the recent ones."""
        from airwars_desk.gui import requests

        self.complete()
        if sample is not None:
            from airwars_desk.gui.start_control import open_sample

            open_sample(self, sample)
        elif path:
            self.open_path(Path(path))
        else:
            self.runner.run_office(requests.recent, self.start_page.show_recent)

    def open_path(self, path: Path, person: str | None = None) -> None:
        """Open a casebook."""
        from airwars_desk.gui import opening

        opening.open_path(self, path, person)

    def open_with(self, work: Any, name: str, *, reports: bool = False) -> None:
        """Open what some work on the office gives."""
        from airwars_desk.gui import opening

        opening.open_with(self, work, name, reports=reports)

    def close_casebook(self) -> None:
        """Close the casebook; what is not saved stays as a draft."""
        self.leave_incident()
        self.runner.run_office(lambda _office: None, opens=True)

    def leave_incident(self) -> None:
        """Keep what is not saved: a draft of the incident, what was typed on other pages."""
        if self.incident is not None:
            self.incident.leave()
        leave = getattr(self.pages.get(self._page), "leave", None)
        if leave is not None:
            leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep a draft and how the window is now, and let the worker finish."""
        self.leave_incident()
        if self._is_complete:
            from airwars_desk.gui import memory

            memory.keep(self)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, as in dialogs; what has a use for Enter took it."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and isinstance(focused, QAbstractButton):
            if isinstance(focused, QPushButton | QToolButton) and focused.menu() is not None:
                focused.showMenu()
            else:
                focused.click()
        else:
            super().keyPressEvent(event)

    # -- pages -------------------------------------------------------------------------------

    def add_page(self, name: str, page: QWidget) -> None:
        """Keep a page under its name."""
        from airwars_desk.gui import memory

        self.pages[name] = page
        self.shell.pages.addWidget(page)
        memory.watch_panes(self, name, page)

    def show_page(self, name: str) -> None:
        """Bring a page to the front, made when it is first shown."""
        if name not in self.pages:
            from airwars_desk.gui import assembly

            assembly.make_page(self, name)
        self._page = name
        self.notices.clear_of_pages()
        self.shell.pages.setCurrentWidget(self.pages[name])
        self.shell.navigation.show_place("incidents" if name == "incident" else name)
        shown = getattr(self.pages[name], "on_shown", None)
        if shown is not None:
            shown()
        self.renew_context()

    @property
    def page(self) -> str:
        """The name of the page at the front."""
        return self._page

    # -- actions and notices -------------------------------------------------------------------

    def perform(self, item: "Action") -> None:
        """Do an action if the context allows it."""
        if not item.is_possible(self.context()):
            return
        from airwars_desk.gui.commands.named import command

        command(item.run)(self)

    def perform_id(self, name: str) -> None:
        """Do an action by its id."""
        from airwars_desk.gui.actions import action

        self.perform(action(name))

    def notice(self, notice: "Notice") -> None:
        """Say something in the title strip; know the file it tells of."""
        self.notices.show_notice(notice)
        if notice.path is not None:
            self.written = notice.path
            self.renew_context()

    def context(self) -> "Context":
        """Return what actions may depend on."""
        from airwars_desk.gui.context import Context

        incident = self.incident
        has = self._page == "incident" and incident is not None and bool(incident.uid)
        if self._page == "incidents" and self.list is not None:
            has = self.list.page.current_row() is not None
        if self._page == "review":
            has = bool(getattr(self.pages["review"], "uid", ""))
        return Context(
            is_open=self.runner.has_desk or self.is_glance,
            is_writable=self.about.is_writable,
            role=self.about.role,
            may_manage=self.about.may_manage,
            page=self._page,
            is_dirty=incident is not None and incident.page.editing.is_dirty,
            has_incident=has,
            is_in_review=incident is not None and incident.is_in_review,
            has_draft=incident is not None and incident.draft is not None,
            can_undo=bool(self.undo_id),
            can_redo=bool(self.redo_id),
            has_written=self.written is not None,
        )

    def renew_context(self) -> None:
        """Wake and put to sleep the actions."""
        self.actions_.renew(self.context())

    # -- what the worker says ---------------------------------------------------------------------

    def _connect(self) -> None:
        from airwars_desk.gui.start_control import join_start

        join_start(self)
        self.runner.opened.connect(self._on_opened)
        self.runner.refused.connect(self._on_refused)
        self.runner.broken.connect(self._on_broken)
        self.runner.changed.connect(self.on_changed)
        self.shell.navigation.chosen.connect(self.show_page)
        self.notices.acted.connect(self.perform_id)
        self.shell.strip.unsaved.clicked.connect(lambda: self.show_page("incident"))

    def _on_opened(self, is_open: bool) -> None:
        from airwars_desk.gui import opening

        opening.opened(self, is_open=is_open)

    def on_changed(self, change: Any) -> None:
        """Something was written: whoever shows it reads again."""
        from airwars_desk.gui import assembly

        assembly.spread(self, change)

    def _on_refused(self, refused: "Refused") -> None:
        from airwars_desk.gui import opening

        opening.refuse(self, refused)

    def _on_broken(self, report: str) -> None:
        from airwars_desk.gui.messages import of_bug

        self.bug = report
        self.start_page.show_opening("")
        self.notice(of_bug())
