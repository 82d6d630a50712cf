"""The incident page: sources, words and values left to right, the tabs below, the header above.

It shows a case, says what it wants by signal, and never touches the disk.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from airwars_desk.gui.forms.boxes import Box
from airwars_desk.gui.forms.choosers import LongText, RunningText
from airwars_desk.gui.forms.typed import told, unread
from airwars_desk.gui.pages.incident import leading
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.pages.incident.header import Header
from airwars_desk.gui.pages.incident.panes import UpperPanes
from airwars_desk.gui.pages.incident.ranges import RangesTab
from airwars_desk.gui.pages.incident.sources import SourcesPane
from airwars_desk.gui.pages.incident.tabs import NAMES, TALL, Tabs
from airwars_desk.gui.pages.incident.text_pane import TextPane
from airwars_desk.gui.pages.incident.this_source import ThisSourcePane
from airwars_desk.gui.readings import head_of
from airwars_desk.gui.sentences import checks_of, worth_a_look
from airwars_desk.gui.text import day
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.fold import FoldedStrip
from airwars_desk.gui.widgets.label import rule
from airwars_desk.gui.widgets.panes import QuietSplitter, down
from airwars_desk.gui.widgets.tab_bar import TabBar
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case

DRAFT_MS = 1000
CHECK_MS = 350


class IncidentPage(QWidget):
    """One incident: opened, checked, edited and saved as one."""

    save_wanted = Signal()
    send_wanted = Signal()
    draft_wanted = Signal(object)  # a Case to keep beside the casebook
    history_wanted = Signal(str)
    dirtied = Signal(bool)
    lost = Signal(str)  # says what could not be read and is not kept
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
        self.tabs = Tabs(theme, self.editing, self.ranges)
        self.bar = TabBar()
        self._strip = FoldedStrip(theme)
        self.upper = UpperPanes(theme, self.sources, self.text, self.this_source)
        self._panes = QuietSplitter(theme, Qt.Orientation.Vertical)
        self._draft_timer = _once(self, DRAFT_MS, self._keep_draft)
        self._check_timer = _once(self, CHECK_MS, self._recheck)
        self.is_folded = False
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
            self.sources.table.setFocus()
        self._wants_history()

    def show_saved(self, stored: Case, sent: Case) -> None:
        """Take the stored state after a save; what was typed meanwhile stays."""
        self.editing.rebase(stored, sent)
        self._renew(self.sources.current_uid())
        self._wants_history()
        for field in self.findChildren(QWidget):
            if isinstance(field, Box | LongText | RunningText):
                field.forget_typing()

    def lead_to_unread(self) -> str:
        """Put the cursor into a field whose text cannot be read and say which; "" for none."""
        return leading.lead_to_unread(self)

    def show_history(self, uid: str, items: list[Any]) -> None:
        """Show the changes of the incident, unless another one was opened meanwhile."""
        if uid == self.case.uid:
            self.tabs.show_history(items)
            self._set_count("history", len(items))
            self.header.show_returned(_returned(self.case, items))

    def show_attachments(self, shown: list[Any]) -> None:
        """Show what is attached to the incident."""
        self.tabs.show_attachments(shown)
        self._set_count("attachments", len(shown))

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(NAMES.index(name))

    def current_tab(self) -> str:
        """Return the name of the tab at the front."""
        return NAMES[self.bar.currentIndex()]

    def add_source(self) -> None:
        """Add a source and begin with its name."""
        self.fold(folded=False)
        self.sources.add()

    def fold(self, *, folded: bool) -> None:
        """Fold sources, text and values into a strip, or show them again."""
        self.is_folded = folded
        self.upper.setVisible(not folded)
        self._strip.setVisible(folded)

    def next_pane(self) -> None:
        """Walk the panes: sources, text, values, tab. A folded strip opens."""
        leading.next_pane(self)

    def lead_to(self, uid: str, name: str) -> None:
        """Put the cursor into the field a check is about."""
        leading.lead_to(self, uid, name)

    def _renew(self, citation: str) -> None:
        self.tabs.renew()
        self.sources.renew(citation)
        self._show_head()
        self._recheck()
        self.header.show_dirty(dirty=self.editing.is_dirty, writable=self.editing.is_writable)

    def _show_head(self) -> None:
        case = self.case
        self.header.show_head(head_of(case, self.editing.words))
        self._set_count("victims", len(case.of("victim")))
        self._set_count("assessments", len(case.of("assessment")))
        self._strip.show_names(
            [
                (tr("Sources"), str(len(case.of("citation")))),
                (tr("Text"), ""),
                (tr("This source"), ""),
            ]
        )

    def _recheck(self) -> None:
        found = checks_of(self.case, self.editing.words)
        self.ranges.checks.show_checks(found)
        self.tabs.show_checks(found)
        self._set_count("checks", worth_a_look(found))
        self._show_head()

    def _on_citation(self, uid: str) -> None:
        citations = [item.uid for item in self.case.of("citation")]
        number = citations.index(uid) + 1 if uid in citations else 0
        if uid != self.this_source.uid:
            for field in (*unread(self.text), *unread(self.this_source)):
                self.lost.emit(told(field))
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
            self.show_history(self.case.uid, [])
            self.show_attachments([])

    def _on_tab(self, index: int) -> None:
        self.tabs.show_tab(NAMES[index])
        self.fold(folded=NAMES[index] in TALL)
        if NAMES[index] == "history":  # else the cursor lands on the button that undoes
            self.tabs.tab("history").table.setFocus()
        elif NAMES[index] == "attachments":
            self.tabs.tab("attachments").take_cursor()

    def _go_to_tab(self, name: str) -> None:
        """Bring a tab to the front and begin in it."""
        self.show_tab(name)
        if name == "victims":
            self.tabs.tab(name).table.setFocus()
        elif name not in ("history", "attachments"):
            leading.enter(self.tabs.tab(name))

    def _set_count(self, tab: str, count: int) -> None:
        title = self.tabs.title(tab)
        self.bar.setTabText(NAMES.index(tab), f"{title}  {count}" if count else title)

    def _connect(self) -> None:
        self.editing.edited.connect(lambda _uid, _name: self._on_edit())
        self.editing.reshaped.connect(lambda _kind: self._on_edit())
        self.editing.dirtied.connect(self._on_dirtied)
        self.sources.chosen.connect(self._on_citation)
        self.sources.added.connect(self.text.begin)
        self.header.save_wanted.connect(self.save_wanted)
        self.header.send_wanted.connect(self.send_wanted)
        self.bar.currentChanged.connect(self._on_tab)
        self.tabs.wanted.connect(self.lead_to)
        self.ranges.checks.wanted.connect(self.lead_to)
        self.tabs.undo_wanted.connect(self.undo_wanted)
        self.tabs.redo_wanted.connect(self.redo_wanted)
        self._strip.opened.connect(lambda: self.fold(folded=False))
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            step = QShortcut(QKeySequence(key), self)
            step.activated.connect(lambda by=by: self.sources.step(by))
        for number, name in enumerate(NAMES, 1):
            go = QShortcut(QKeySequence(f"Ctrl+{number % 10}"), self)
            go.activated.connect(lambda name=name: self._go_to_tab(name))

    def _build(self) -> None:
        column = down(self)
        column.addWidget(self.header)
        column.addWidget(rule())
        column.addWidget(self._strip)
        lower = QWidget()
        inner = down(lower)
        inner.addWidget(self.bar)
        inner.addWidget(rule())
        room = QScrollArea()  # a tab that is wider than a small window can be moved
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self.tabs)
        inner.addWidget(room, 1)
        for name in NAMES:
            self.bar.addTab(self.tabs.title(name))
        lower.setMinimumHeight(170)
        self.upper.setMinimumHeight(150)
        self._panes.addWidget(self.upper)
        self._panes.addWidget(lower)
        self._panes.setSizes([470, 330])
        column.addWidget(self._panes, 1)
        self.fold(folded=False)


def _returned(case: Case, items: list[Any]) -> str:
    """Return who returned an incident last and with what notes, "" where it is not returned."""
    if case.incident.values.get("state") != "returned":
        return ""
    for item in items:
        if item.operation == "return_case" and not item.is_void:
            text = tr("by {person} on {day}: {notes}")
            return text.format(person=item.person, day=day(item.at), notes=item.reason)
    return ""


def _once(parent: QWidget, after_ms: int, act: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(act)
    return timer
