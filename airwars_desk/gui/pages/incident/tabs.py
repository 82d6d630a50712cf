"""The tabs of the incident page, each made when it is first shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from airwars_desk.gui.pages.history import HistoryView
from airwars_desk.gui.pages.incident.assessments import AssessmentsTab
from airwars_desk.gui.pages.incident.attachments import AttachmentsTab
from airwars_desk.gui.pages.incident.attribution import AttributionTab
from airwars_desk.gui.pages.incident.details import (
    FACTS,
    WHERE_AND_WHEN,
    ChecksTab,
    FieldsTab,
)
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.pages.incident.narrative import NarrativeTab
from airwars_desk.gui.pages.incident.ranges import RangesTab
from airwars_desk.gui.pages.incident.victims import VictimsTab
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.check_list import Said
from airwars_desk.i18n import tr

NAMES = (
    "ranges",
    "where",
    "victims",
    "facts",
    "attribution",
    "narrative",
    "attachments",
    "assessments",
    "checks",
    "history",
)
TALL = frozenset(NAMES) - {"ranges"}  # they fold the panes above


class Tabs(QStackedWidget):
    """Shows one tab of the case at hand."""

    wanted = Signal(str, str)  # uid, field: a check leads there
    undo_wanted = Signal(str)
    redo_wanted = Signal(str)
    attach_wanted = Signal(str)  # citation uid, "" for the incident
    open_wanted = Signal(object)  # an attachment
    copy_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, editing: Editing, ranges: RangesTab) -> None:
        super().__init__()
        self._theme = theme
        self._editing = editing
        self._made: dict[str, Any] = {"ranges": ranges}
        self._checks: list[Said] = []
        self._history: list[Any] = []
        self._attachments: list[Any] = []
        self._stale: set[str] = set()
        self.addWidget(ranges)

    @staticmethod
    def title(name: str) -> str:
        """Return the title of a tab."""
        return {
            "ranges": tr("Ranges"),
            "where": tr("Where and when"),
            "victims": tr("Victims"),
            "facts": tr("Facts"),
            "attribution": tr("Attribution"),
            "narrative": tr("Narrative"),
            "attachments": tr("Attachments"),
            "assessments": tr("Assessments"),
            "checks": tr("Checks"),
            "history": tr("History"),
        }[name]

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front, up to date."""
        self.setCurrentWidget(self.tab(name))

    def tab(self, name: str) -> Any:
        """Return a tab, made if it was not needed before, showing the case as it is."""
        if name not in self._made:
            self._made[name] = self._make(name)
            self._stale.add(name)
            self.addWidget(self._made[name])
        if name in self._stale:
            self._stale.discard(name)
            self._renew(name)
        return self._made[name]

    def renew(self) -> None:
        """Another case is at hand: what is seen shows it now, the rest when it is seen."""
        self._stale = set(self._made) - {"checks", "history"}
        for name in ("ranges", self.current()):
            self.tab(name)

    def current(self) -> str:
        """Return the name of the tab at the front."""
        widget = self.currentWidget()
        return next((name for name, made in self._made.items() if made is widget), "ranges")

    def holding(self, widget: QWidget) -> str:
        """Return the name of the tab a widget is in, "" for none."""
        return next((name for name, made in self._made.items() if made.isAncestorOf(widget)), "")

    def show_checks(self, found: list[Said]) -> None:
        """Show what the checks say."""
        self._checks = found
        if "checks" in self._made:
            self._made["checks"].show_checks(found)

    def show_history(self, items: list[Any]) -> None:
        """Show the changes of the case."""
        self._history = items
        for name in ("history", "assessments"):
            if name in self._made:
                self._renew(name)

    def show_attachments(self, shown: list[Any]) -> None:
        """Show what is attached to the case."""
        self._attachments = shown
        if "attachments" in self._made:
            self._made["attachments"].show_attachments(shown)

    def _renew(self, name: str) -> None:
        made = self._made[name]
        if name == "checks":
            made.show_checks(self._checks)
        elif name == "history":
            made.show_items(self._history, self._editing.words, self._editing.case)
        elif name == "assessments":
            made.show_steps(self._history)
        else:
            made.renew()
        if name == "attachments":
            made.show_attachments(self._attachments)

    def _make(self, name: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "where": lambda: FieldsTab(self._editing, WHERE_AND_WHEN),
            "victims": lambda: VictimsTab(self._theme, self._editing),
            "facts": lambda: FieldsTab(self._editing, FACTS),
            "attribution": lambda: AttributionTab(self._theme, self._editing),
            "narrative": lambda: NarrativeTab(self._theme, self._editing),
            "attachments": self._make_attachments,
            "assessments": lambda: AssessmentsTab(self._theme, self._editing),
            "checks": self._make_checks,
            "history": self._make_history,
        }
        return makers[name]()

    def _make_checks(self) -> QWidget:
        tab = ChecksTab(self._theme)
        tab.wanted.connect(self.wanted)
        return tab

    def _make_attachments(self) -> QWidget:
        tab = AttachmentsTab(self._theme, self._editing)
        tab.choose_wanted.connect(self.attach_wanted)
        tab.open_wanted.connect(self.open_wanted)
        tab.copy_wanted.connect(self.copy_wanted)
        tab.remove_wanted.connect(self.remove_wanted)
        return tab

    def _make_history(self) -> QWidget:
        tab = HistoryView(self._theme, title=tr("History of the incident"))
        tab.undo_wanted.connect(self.undo_wanted)
        tab.redo_wanted.connect(self.redo_wanted)
        return tab
