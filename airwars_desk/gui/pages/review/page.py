"""The Review page: what waits at the leading edge, one incident side by side, what it moves.

It shows what it is given and says by signal what it wants; it never touches the disk.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from airwars_desk.gui.pages.review.below import EvidencePane, NarrativePane, ReasonPane
from airwars_desk.gui.pages.review.building import holds_focus, put_together
from airwars_desk.gui.pages.review.deciding import DecideBar, ReasonField
from airwars_desk.gui.pages.review.doubts import laid_anew
from airwars_desk.gui.pages.review.effect import EffectStrip, wanted_places
from airwars_desk.gui.pages.review.frame import FoldLine, Head
from airwars_desk.gui.pages.review.ruling import Ruling
from airwars_desk.gui.pages.review.table import SidesTable
from airwars_desk.gui.pages.review.waiting import WaitingPane
from airwars_desk.gui.review_readings import (
    ask_again,
    checks_before,
    reversed_ranges,
    said_in_all,
)
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.check_list import CheckList
from airwars_desk.gui.widgets.side_strip import SideStrip
from airwars_desk.i18n import tr
from airwars_desk.rules.effect import Place

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
        self.reason = ReasonField()
        self.checks = CheckList(theme)
        self.reasons = ReasonPane(self.reason, self.checks)
        self.effect = EffectStrip(theme)
        self.bar = DecideBar(theme)
        self.problem, self.buttons = self.bar.problem, self.bar.buttons
        self._deciding = False  # a decision is on its way
        self._anew = ""  # what could not be kept of what was typed
        self._laid_words = self.words
        self._asked: dict[str, str] = {}  # ranges about which she was asked once
        self.stack = QStackedWidget()
        self.upper = QWidget()  # table and folded rows: no higher than they need
        put_together(self, theme)
        self._connect()

    # -- what the control calls ------------------------------------------------------------------

    def on_shown(self) -> None:
        """Ask for what waits; the cursor goes to the table."""
        self.wanted.emit()
        self.table.setFocus()

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again, and lay out again what changed with it."""
        self.wanted.emit()
        if self.uid:
            self.lay_wanted.emit(self.uid)

    def show_waiting(self, found: Sequence[Any]) -> None:
        """List what waits."""
        self.strip.show_detail(str(len(found)) if found else "")
        self.waiting.show_waiting(found, self.words, self._wanted or self.uid)
        if not found and not self._wanted:
            self.uid = ""
            self.stack.setCurrentIndex(1)
            self.shown.emit()

    def show_laid(self, laid: Any) -> None:
        """Lay an incident side by side."""
        if laid.case.uid != (self._wanted or self.waiting.current_uid() or laid.case.uid):
            return
        is_same = laid.case.uid == self.uid and self.laid is not None and not self._deciding
        stands = is_same and laid.sides == self.laid.sides and self._laid_words is self.words
        self.laid, self.uid, self._laid_words = laid, laid.case.uid, self.words
        self.code = " ".join(laid.case.incident.values.get("codes", ())) or tr("the incident")
        self._figures = {}
        self.stack.setCurrentIndex(0)
        self.say_problem("")
        self.head.show_laid(laid, self.waiting.position(), self.words)
        self.narrative.show_laid(laid)
        self.reasons.show_reasons(laid.sides, laid.steps, self.words)
        refused = str(laid.refusal) if laid.refusal is not None else ""
        self.buttons["decide"].setEnabled(not refused)
        self.buttons["decide"].setToolTip(refused)
        if stands:
            self.table.renew(laid.case, laid.new)
        else:
            self._anew = self._lay_rows(is_same=is_same)
        self._renew()
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
        odd = reversed_ranges(self.ruling.values)
        wrong = next((cell.wrong for cell in self.table.cells.values() if cell.wrong), None)
        if self.laid.refusal is not None:
            self.say_problem(str(self.laid.refusal))
        elif wrong is not None:
            self.say_problem(wrong.toolTip())
            wrong.setFocus()
        elif not str(self.reason.value() or "").strip():
            self.say_problem(tr("Give the reason: a decision says why."))
            self.reason.setFocus()
        elif odd != self._asked:
            self.say_problem("")
            self.ask_about(odd)
        else:
            self.say_problem("")
            reason = str(self.reason.value()).strip()
            values = dict(self.ruling.values)
            self._deciding = True
            self.decide_wanted.emit(self.uid, values, reason, self.laid.decisions)

    def decided(self) -> None:
        """It was decided: the reason belongs to it and not to the next one."""
        self._deciding = False
        self.ruling.touched.clear()
        self.reason.set_value(None)
        self._wanted = ""
        self.table.setFocus()

    def refused(self, text: str) -> None:
        """It was not decided: reason and values stay."""
        self._deciding = False
        self.say_problem(text)

    def step(self, by: int) -> None:
        """Lay out the incident before or after."""
        self.held_uid = self.uid
        self._wanted = ""
        self.waiting.step(by)

    def toggle_same(self) -> None:
        """Show or fold the rows that are the same in all."""
        self._shows_all = not self._shows_all
        self._show_rows()

    def show_evidence(self) -> None:
        """Show the evidence of all rows where there is no room for it, or go to that of one."""
        if not self.table.swap_evidence():
            self.evidence.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, text: str) -> None:
        """Say what stands in the way, "" for nothing."""
        self.bar.say_problem(text)

    def next_pane(self) -> None:
        """Walk: waiting, table, narrative, evidence, reason, checks and reasons of the others."""
        below = [self.narrative.text, self.evidence.area, self.reason, self.reasons.area]
        panes = [self.waiting.table, self.table, *below]
        now = next((n for n, pane in enumerate(panes) if holds_focus(pane)), 1)
        target = panes[(now + 1) % len(panes)]
        self._is_open = target is self.waiting.table
        self._fold()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list of what waits where there is no room for it."""
        super().resizeEvent(event)
        self._fold()

    # -- inside ------------------------------------------------------------------------------------

    def _lay_rows(self, *, is_same: bool) -> str:
        """Lay the rows out; returns what is to be said of values that could not be kept."""
        old, self.ruling = self.ruling, Ruling(self.laid.sides)
        told = laid_anew(self.ruling.carry(old), old, self.words) if is_same else ""
        if not is_same:
            self._shows_all = False
            if not self._deciding:  # the reason of a decision refused is still needed
                self.reason.set_value(None)
        self._show_rows()
        return told

    def _show_rows(self) -> None:
        rows = self.ruling.rows(all_of_them=self._shows_all)
        self.table.show_ruling(self.ruling, self.laid.case, self.laid.new, self.words, rows)
        self.upper.setMaximumHeight(self.table.whole_height() + self.same.height())
        told = said_in_all(self.ruling.same, self.ruling.values, self.words)
        self.same.show_same(len(self.ruling.same), told, is_open=self._shows_all)
        self.head.show_differing(len(self.ruling.differing))

    def _on_taken(self) -> None:
        self._anew = ""
        self._renew()

    def _renew(self) -> None:
        """Show what a decision of these values would mean."""
        if self.laid is None:
            return
        self.say_problem("")
        self.ask_about({})
        missing = [place for place in wanted_places(self.ruling) if place not in self._figures]
        if missing:
            self.figures_wanted.emit(missing)
        self.effect.show_effect(self.ruling, self._figures, self.words)
        self.checks.show_checks(checks_before(self.laid.case, self.ruling.values, self.words))
        self._on_row(None)

    def _on_row(self, _row: object) -> None:
        key = self.table.current_key()
        row = next((one for one in self.table.rows if one.key == key), None)
        if row is not None and self.laid is not None:
            self.evidence.show_row(row, self.laid, self.ruling.values[key])

    def ask_about(self, odd: dict[str, str]) -> None:
        """Say which ranges cannot be so; the button then says with what it decides."""
        self._asked = odd
        self.bar.ask_with(", ".join(odd.values()))
        self.bar.tell(ask_again(odd) if odd else self._anew)

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
        self.reason.decided.connect(self.decide)
        self.reason.left.connect(self.table.setFocus)
        self.reason.focused.connect(lambda on: self.bar.show_writing(on=on))
        self.reason.edited.connect(lambda: self.say_problem(""))
        self.buttons["decide"].clicked.connect(self.decide)
        self.buttons["next"].clicked.connect(lambda: self.step(1))
