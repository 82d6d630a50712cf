"""The Review page: what waits at the leading edge, one incident side by side, what it moves.

It shows what it is given and says by signal what it wants; it never touches the disk.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from airwars_desk.gui.forms.choosers import LongText
from airwars_desk.gui.pages.review.below import EvidencePane, NarrativePane, ReasonPane
from airwars_desk.gui.pages.review.effect import EffectStrip, wanted_places
from airwars_desk.gui.pages.review.frame import FoldLine, Head, buttons
from airwars_desk.gui.pages.review.ruling import Ruling
from airwars_desk.gui.pages.review.table import SidesTable
from airwars_desk.gui.pages.review.waiting import WIDTH, WaitingPane
from airwars_desk.gui.review_readings import said_in_all
from airwars_desk.gui.sentences import checks_of
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.check_list import CheckList
from airwars_desk.gui.widgets.label import Paragraph, rule
from airwars_desk.gui.widgets.panes import QuietSplitter, across, down, empty_state
from airwars_desk.gui.widgets.room import Room
from airwars_desk.gui.widgets.side_strip import SideStrip
from airwars_desk.i18n import tr
from airwars_desk.rules.effect import Place
from airwars_desk.rules.sides import ASSESSED, as_assessed

WIDE = 1130  # below it the list of what waits folds to a strip


class ReviewPage(QWidget):
    """Lays one incident after the other side by side; the supervisor takes, types and decides."""

    wanted = Signal()
    lay_wanted = Signal(str)
    figures_wanted = Signal(object)  # places
    decide_wanted = Signal(str, object, str, object)  # uid, values, reason, decisions seen
    opened = Signal(str)
    shown = Signal()  # another incident is laid out

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self.words = Vocabulary()
        self.uid = ""
        self.code = ""
        self.held_uid = ""
        self.laid: Any = None
        self.ruling = Ruling()
        self._figures: dict[Place, Any] = {}
        self._wanted = ""  # an incident asked for that may not wait
        self._is_open = False  # the list is open beside a narrow table
        self._shows_all = False
        self.waiting = WaitingPane(theme)
        self.strip = SideStrip(theme, tr("Waiting"))
        self.head = Head(theme)
        self.table = SidesTable(theme)
        self.same = FoldLine(theme)
        self.narrative = NarrativePane(theme)
        self.evidence = EvidencePane(theme)
        self.reason = LongText(lines=3)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("Reason"))
        self.checks = CheckList(theme)
        self._reasons = ReasonPane(self.reason, self.checks)
        self.effect = EffectStrip(theme)
        self.problem = Paragraph(ink="error")
        self.problem.setVisible(False)
        self.buttons, self.bar = buttons(theme)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # -- what the control calls ------------------------------------------------------------------

    def on_shown(self) -> None:
        """Ask for what waits; the cursor goes to the table."""
        self.wanted.emit()
        self.table.setFocus()

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again; what was typed for this incident is laid out anew."""
        self.wanted.emit()
        if self.uid:
            self.lay_wanted.emit(self.uid)

    def show_waiting(self, found: Sequence[Any]) -> None:
        """List what waits."""
        self.strip.show_detail(str(len(found)) if found else "")
        self.waiting.show_waiting(found, self.words, self._wanted or self.uid)
        if not found and not self._wanted:
            self.uid = ""
            self._stack.setCurrentIndex(1)
            self.shown.emit()

    def show_laid(self, laid: Any) -> None:
        """Lay an incident side by side."""
        if laid.case.uid != (self._wanted or self.waiting.current_uid() or laid.case.uid):
            return
        is_same = laid.case.uid == self.uid
        self.laid, self.uid = laid, laid.case.uid
        self.code = " ".join(laid.case.incident.values.get("codes", ())) or tr("the incident")
        self.ruling = Ruling(laid.sides)
        self._figures = {}
        self._stack.setCurrentIndex(0)
        if not is_same:
            self.reason.set_value(None)
            self._shows_all = False
        self.say_problem("")
        self.head.show_laid(laid, self.waiting.position(), self.words)
        self.narrative.show_laid(laid)
        self._reasons.show_reasons(laid.sides, laid.steps, self.words)
        refused = str(laid.refusal) if laid.refusal is not None else ""
        self.buttons["decide"].setEnabled(not refused)
        self.buttons["decide"].setToolTip(refused)
        self._show_rows()
        self._on_taken()
        self.shown.emit()

    def show_figures(self, figures: Mapping[Place, Any]) -> None:
        """Know the figures as they are now."""
        self._figures.update(figures)
        self.effect.show_effect(self.ruling, self._figures, self.words)

    def show_incident(self, uid: str) -> None:
        """Lay an incident out, whether it waits or not."""
        self._wanted = uid
        if self.waiting.choose(uid):
            self._wanted = ""
        self.lay_wanted.emit(uid)

    # -- what keys and buttons do ----------------------------------------------------------------

    def decide(self) -> None:
        """Decide as laid out, if there is a reason and all can be read."""
        if not self.uid or self.laid is None:
            return
        wrong = next((cell.wrong for cell in self.table.cells.values() if cell.wrong), None)
        if self.laid.refusal is not None:
            self.say_problem(str(self.laid.refusal))
        elif wrong is not None:
            self.say_problem(wrong.toolTip())
            wrong.setFocus()
        elif not str(self.reason.value() or "").strip():
            self.say_problem(tr("Give the reason: a decision says why."))
            self.reason.setFocus()
        else:
            self.say_problem("")
            reason = str(self.reason.value()).strip()
            values = dict(self.ruling.values)
            self.decide_wanted.emit(self.uid, values, reason, self.laid.decisions)

    def decided(self) -> None:
        """It was decided: the reason belongs to it and not to the next one."""
        self.reason.set_value(None)
        self._wanted = ""
        self.table.setFocus()

    def step(self, by: int) -> None:
        """Lay out the incident before or after."""
        self.held_uid = self.uid
        self._wanted = ""
        self.waiting.step(by)

    def toggle_same(self) -> None:
        """Show or fold the rows that are the same in all."""
        self._shows_all = not self._shows_all
        self._show_rows()

    def say_problem(self, text: str) -> None:
        """Say what stands in the way, "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def next_pane(self) -> None:
        """Walk: waiting, table, narrative, reason."""
        panes = [self.waiting.table, self.table, self.narrative.text, self.reason]
        now = next((n for n, pane in enumerate(panes) if _holds_focus(pane)), 1)
        target = panes[(now + 1) % len(panes)]
        self._is_open = target is self.waiting.table
        self._fold()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list of what waits where there is no room for it."""
        super().resizeEvent(event)
        self._fold()

    # -- inside ------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        rows = self.ruling.rows(all_of_them=self._shows_all)
        self.table.show_ruling(self.ruling, self.laid.case, self.laid.new, self.words, rows)
        told = said_in_all(self.ruling.same, self.ruling.values, self.words)
        self.same.show_same(len(self.ruling.same), told, is_open=self._shows_all)
        self.head.show_differing(len(self.ruling.differing))

    def _on_taken(self) -> None:
        if self.laid is None:
            return
        self.say_problem("")
        missing = [place for place in wanted_places(self.ruling) if place not in self._figures]
        if missing:
            self.figures_wanted.emit(missing)
        self.effect.show_effect(self.ruling, self._figures, self.words)
        said = checks_of(as_assessed(self.laid.case, self.ruling.values), self.words)
        self.checks.show_checks([one for one in said if one.uid.startswith(ASSESSED)])
        self._on_row(None)

    def _on_row(self, _row: object) -> None:
        key = self.table.current_key()
        row = next((one for one in self.table.rows if one.key == key), None)
        if row is not None and self.laid is not None:
            self.evidence.show_row(row, self.laid, self.ruling.values[key])

    def _on_chosen(self, uid: str) -> None:
        if uid:
            self._wanted = ""
            self.lay_wanted.emit(uid)

    def _fold(self) -> None:
        folded = self.width() < WIDE and not self._is_open
        self.waiting.setVisible(not folded)
        self.strip.setVisible(folded)

    def _open_list(self) -> None:
        self._is_open = True
        self._fold()
        self.waiting.table.setFocus()

    def _connect(self) -> None:
        self.waiting.chosen.connect(self._on_chosen)
        self.waiting.opened.connect(lambda _uid: self.table.setFocus())
        self.strip.opened.connect(self._open_list)
        self.table.taken.connect(self._on_taken)
        self.table.row_shown.connect(self._on_row)
        self.table.step_wanted.connect(self.step)
        self.table.open_wanted.connect(lambda: self.opened.emit(self.uid))
        self.head.opened.connect(lambda: self.opened.emit(self.uid))
        self.same.toggled.connect(self.toggle_same)
        self.buttons["decide"].clicked.connect(self.decide)
        self.buttons["next"].clicked.connect(lambda: self.step(1))

    def _build(self) -> None:
        row = across(self, spacing=0)
        row.addWidget(self.strip)
        panes = QuietSplitter(self._theme, Qt.Orientation.Horizontal)
        panes.addWidget(self.waiting)
        main = QWidget()
        column = down(main)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(self.head.differing)
        body = QuietSplitter(self._theme, Qt.Orientation.Vertical)
        upper = QWidget()
        inner = down(upper)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.same)
        body.addWidget(upper)
        lower = QuietSplitter(self._theme, Qt.Orientation.Horizontal)
        for pane in (self.narrative, self.evidence, self._reasons):
            lower.addWidget(pane)
        lower.setSizes([400, 400, 240])
        lower.setMinimumHeight(120)
        upper.setMinimumHeight(140)
        body.addWidget(lower)
        body.setSizes([430, 250])
        column.addWidget(body, 1)
        column.addWidget(rule())
        column.addWidget(Room(self.effect))
        self.problem.setContentsMargins(16, 6, 16, 0)
        column.addWidget(self.problem)
        column.addWidget(self.bar)
        self._stack.addWidget(main)
        none = tr(
            "Nothing waits: no incident is in review, and none was assessed since its decision."
        )
        self._stack.addWidget(empty_state(self._theme, none, tr("Assess an incident"), "G"))
        panes.addWidget(self._stack)
        panes.setSizes([WIDTH, 1000])
        panes.setStretchFactor(1, 1)
        row.addWidget(panes, 1)


def _holds_focus(pane: QWidget) -> bool:
    focus = pane.window().focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
