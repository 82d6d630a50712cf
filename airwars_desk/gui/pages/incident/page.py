"""The incident page: sources, words and values left to right, the tabs below, the header above.

It shows a case, says what it wants by signal, and never touches the disk.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.pages.history import HistoryView
from airwars_desk.gui.pages.incident.attribution import AttributionTab
from airwars_desk.gui.pages.incident.details import (
    FACTS,
    WHERE_AND_WHEN,
    ChecksTab,
    FieldsTab,
    NarrativeTab,
)
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.pages.incident.header import Header
from airwars_desk.gui.pages.incident.ranges import RangesTab
from airwars_desk.gui.pages.incident.sources import SourcesPane
from airwars_desk.gui.pages.incident.text_pane import TextPane
from airwars_desk.gui.pages.incident.this_source import ThisSourcePane
from airwars_desk.gui.pages.incident.victims import VictimsTab
from airwars_desk.gui.readings import head_of
from airwars_desk.gui.theme import TABS, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.fold import FoldedStrip
from airwars_desk.gui.widgets.label import rule
from airwars_desk.gui.widgets.panes import QuietSplitter, down
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case

DRAFT_MS = 1000
CHECK_MS = 350
TALL = frozenset({"victims", "where", "facts", "attribution", "narrative", "history", "checks"})


class IncidentPage(QWidget):
    """One incident: opened, checked, edited and saved as one."""

    save_wanted = Signal()
    draft_wanted = Signal(object)  # a Case to keep beside the casebook
    history_wanted = Signal(str)
    dirtied = Signal(bool)
    undo_wanted = Signal(str)
    redo_wanted = Signal(str)

    def __init__(self, theme: Theme, words: Vocabulary) -> None:
        super().__init__()
        self.setObjectName("page")
        self.editing = Editing(words)
        self.header = Header(theme)
        self.sources = SourcesPane(theme, self.editing)
        self.text = TextPane(self.editing)
        self.this_source = ThisSourcePane(theme, self.editing)
        self.ranges = RangesTab(theme, self.editing)
        self.where = FieldsTab(self.editing, WHERE_AND_WHEN)
        self.victims = VictimsTab(theme, self.editing)
        self.facts = FieldsTab(self.editing, FACTS)
        self.attribution = AttributionTab(theme, self.editing)
        self.narrative = NarrativeTab(self.editing)
        self.checks = ChecksTab(theme, self.editing)
        self.history = HistoryView(theme, title=tr("History of the incident"))
        self._tabs: dict[str, tuple[str, QWidget]] = {
            "ranges": (tr("Ranges"), self.ranges),
            "where": (tr("Where and when"), self.where),
            "victims": (tr("Victims"), self.victims),
            "facts": (tr("Facts"), self.facts),
            "attribution": (tr("Attribution"), self.attribution),
            "narrative": (tr("Narrative"), self.narrative),
            "checks": (tr("Checks"), self.checks),
            "history": (tr("History"), self.history),
        }
        self.bar = QTabBar()
        self._stack = QStackedWidget()
        self._strip = FoldedStrip(theme)
        self._upper = QuietSplitter(theme, Qt.Orientation.Horizontal)
        self._panes = QuietSplitter(theme, Qt.Orientation.Vertical)
        self._draft_timer = _once(self, DRAFT_MS, self._keep_draft)
        self._check_timer = _once(self, CHECK_MS, self._recheck)
        self._is_folded = False
        self._build()
        self._connect()

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""
        return self.editing.case

    def show_case(self, case: Case, words: Vocabulary, *, writable: bool = True) -> None:
        """Show another incident, or the same one as stored."""
        same_one = case.uid == self.case.uid
        self.editing.words = words
        self.editing.is_writable = writable
        self.editing.load(case)
        self._renew(self.sources.current_uid() if same_one else "")
        if not same_one:
            self.show_tab("ranges")
        self._wants_history()

    def show_saved(self, stored: Case, sent: Case) -> None:
        """Take the stored state after a save; what was typed meanwhile stays."""
        self.editing.rebase(stored, sent)
        self._renew(self.sources.current_uid())
        self._wants_history()

    def show_history(self, uid: str, items: list[Any]) -> None:
        """Show the changes of the incident, unless another one was opened meanwhile."""
        if uid == self.case.uid:
            self.history.show_items(items, self.editing.words, self.case)
            self._set_count("history", len(items))

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(list(self._tabs).index(name))

    def current_tab(self) -> str:
        """Return the name of the tab at the front."""
        return list(self._tabs)[self.bar.currentIndex()]

    def fold(self, *, folded: bool) -> None:
        """Fold sources, text and values into a strip, or show them again."""
        self._is_folded = folded
        self._upper.setVisible(not folded)
        self._strip.setVisible(folded)

    def next_pane(self) -> None:
        """Walk the panes: sources, text, values, tab. A folded strip opens."""
        if self._is_folded:
            self.fold(folded=False)
            self.sources.table.setFocus()
            return
        panes: list[QWidget] = [self.sources, self.text, self.this_source, self._stack]
        focus = self.focusWidget()
        now = next(
            (n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)),
            len(panes) - 1,
        )
        target = panes[(now + 1) % len(panes)]
        if target is self.sources:
            self.sources.table.setFocus()
        elif target is self.text:
            self.text.original.setFocus()
        else:
            widget = _first_field(target)
            (widget or target).setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_to(self, uid: str, name: str) -> None:
        """Put the cursor into the field a check is about."""
        item = self.case.items.get(uid)
        if item is None:
            return
        if item.kind == "working_range":
            self.show_tab("ranges")
            self.ranges.focus_field(str(item.values.get("group")), name or "killed_min")
        elif item.kind in ("victim", "family"):
            self.show_tab("victims")
            self.victims.focus_record(uid, name)
        elif item.kind in ("citation", "reported_count"):
            self.fold(folded=False)
            self.sources.choose(uid if item.kind == "citation" else str(item.owner))
        elif item.kind == "incident":
            for tab, fields in (("where", self.where), ("facts", self.facts)):
                if fields.focus_field(name):
                    self.show_tab(tab)
        else:
            self.show_tab("attribution")

    def _renew(self, citation: str) -> None:
        for tab in (self.ranges, self.where, self.victims, self.facts, self.narrative):
            tab.renew()
        self.attribution.renew()
        self.sources.renew(citation)
        self._show_head()
        self._recheck()
        self.header.show_dirty(dirty=self.editing.is_dirty, writable=self.editing.is_writable)

    def _show_head(self) -> None:
        case = self.case
        self.header.show_head(head_of(case, self.editing.words))
        self._set_count("victims", len(case.of("victim")))
        self._strip.show_names(
            [
                (tr("Sources"), str(len(case.of("citation")))),
                (tr("Text"), ""),
                (tr("This source"), ""),
            ]
        )

    def _recheck(self) -> None:
        self.checks.renew()
        self._show_head()

    def _on_citation(self, uid: str) -> None:
        citations = [item.uid for item in self.case.of("citation")]
        number = citations.index(uid) + 1 if uid in citations else 0
        self.text.show_citation(uid)
        self.this_source.show_citation(uid, number)

    def _on_edit(self) -> None:
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._check_timer.start()

    def _keep_draft(self) -> None:
        if self.editing.is_dirty:
            self.draft_wanted.emit(self.editing.snapshot())

    def _on_dirtied(self, dirty: bool) -> None:
        self.header.show_dirty(dirty=dirty, writable=self.editing.is_writable)
        self.dirtied.emit(dirty)

    def _wants_history(self) -> None:
        if not self.case.incident.is_new:
            self.history_wanted.emit(self.case.uid)
        else:
            self.history.show_items([], self.editing.words, self.case)

    def _on_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.fold(folded=list(self._tabs)[index] in TALL)

    def _on_checked(self, found: list[Any]) -> None:
        self.ranges.checks.show_checks(found)
        self._set_count("checks", len(found))

    def _set_count(self, tab: str, count: int) -> None:
        title = self._tabs[tab][0]
        self.bar.setTabText(list(self._tabs).index(tab), f"{title}  {count}" if count else title)

    def _connect(self) -> None:
        self.editing.edited.connect(lambda _uid, _name: self._on_edit())
        self.editing.reshaped.connect(lambda _kind: self._on_edit())
        self.editing.dirtied.connect(self._on_dirtied)
        self.sources.chosen.connect(self._on_citation)
        self.header.save_wanted.connect(self.save_wanted)
        self.bar.currentChanged.connect(self._on_tab)
        self.checks.wanted.connect(self.lead_to)
        self.checks.found.connect(self._on_checked)
        self.ranges.checks.wanted.connect(self.lead_to)
        self.history.undo_wanted.connect(self.undo_wanted)
        self.history.redo_wanted.connect(self.redo_wanted)
        self._strip.opened.connect(lambda: self.fold(folded=False))
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            step = QShortcut(QKeySequence(key), self)
            step.activated.connect(lambda by=by: self.sources.step(by))
        for number, name in enumerate(self._tabs, 1):
            go = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            go.activated.connect(lambda name=name: self.show_tab(name))

    def _build(self) -> None:
        column = down(self)
        column.addWidget(self.header)
        column.addWidget(rule())
        column.addWidget(self._strip)
        for pane in (self.sources, self.text, self.this_source):
            self._upper.addWidget(pane)
        self._upper.setSizes([350, 550, 396])
        self._upper.setStretchFactor(1, 1)
        lower = QWidget()
        inner = down(lower)
        self.bar.setFixedHeight(TABS)
        self.bar.setFont(fonts.font("count"))  # wide enough for the tab at the front
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(False)
        inner.addWidget(self.bar)
        inner.addWidget(rule())
        inner.addWidget(self._stack, 1)
        for title, widget in self._tabs.values():
            self.bar.addTab(title)
            self._stack.addWidget(widget)
        lower.setMinimumHeight(170)
        self._upper.setMinimumHeight(150)
        self._panes.addWidget(self._upper)
        self._panes.addWidget(lower)
        self._panes.setSizes([470, 330])
        column.addWidget(self._panes, 1)
        self.fold(folded=False)


def _once(parent: QWidget, after_ms: int, act: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(act)
    return timer


def _first_field(pane: QWidget) -> QWidget | None:
    for widget in pane.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None
