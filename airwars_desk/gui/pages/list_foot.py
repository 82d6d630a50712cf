"""The foot of the list: what is listed adds up to, counts that lead to their incidents, keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.text import number, span
from airwars_desk.gui.theme import FOOT, MARGIN, Theme
from airwars_desk.gui.views import Totals
from airwars_desk.gui.widgets.fact_link import FactLink
from airwars_desk.gui.widgets.panes import Fact, across, hint
from airwars_desk.i18n import ntr, tr

NOT_REVIEWED, NO_COUNT = "-reviewed harm:yes", "reviewed harm:yes -has:count"
GAP = 14


class ListFoot(QWidget):
    """Leaves out what has no room: first the keys, then the last facts."""

    asked_also = Signal(str)  # a filter that shows the incidents behind a number

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(FOOT)
        self.setMinimumWidth(1)
        self.not_reviewed, self.no_count = FactLink(), FactLink()
        self.not_reviewed.followed.connect(lambda: self.asked_also.emit(NOT_REVIEWED))
        self.no_count.followed.connect(lambda: self.asked_also.emit(NO_COUNT))
        self._facts = (Fact(), Fact(), Fact(), self.not_reviewed, self.no_count)
        self.picked = Fact()
        self._hints = (
            hint(theme, tr("Move"), "↑", "↓"),
            hint(theme, tr("Select"), "X"),
            hint(theme, tr("Search"), "/"),
            hint(theme, tr("Panes"), "F6"),
        )
        row = across(self, margins=(MARGIN, 0, MARGIN, 0), spacing=GAP)
        for fact in (self.picked, *self._facts):
            row.addWidget(fact)
        row.addStretch(1)
        for keys in self._hints:
            row.addWidget(keys)

    def show_totals(self, totals: Totals | None) -> None:
        """Say what the incidents listed add up to."""
        facts = [("", "")] * len(self._facts)
        if totals is not None:
            waiting = tr("not reviewed {number}:").format(number=number(totals.not_reviewed))
            noun = ntr("incident", "incidents", totals.incidents)
            facts = [
                ("", f"{number(totals.incidents)} {noun}"),
                (tr("killed, all grades"), span(*totals.alleged)),
                (tr("Confirmed + Fair"), span(*totals.likely)),
                (waiting, span(*totals.not_reviewed_killed)),
                (tr("no count"), number(totals.no_count)),
            ]
        for shown, (word, value) in zip(self._facts, facts, strict=True):
            shown.show_fact(word, value)
        self._fit()

    def show_picked(self, count: int) -> None:
        """Say how many incidents are selected, where it is more than the one at the cursor."""
        told = tr("{number} selected").format(number=number(count)) if count > 1 else ""
        self.picked.show_fact("", told)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * MARGIN
        facts = (self.picked, *self._facts)
        for part in (*facts, *self._hints):
            is_empty = part in facts and not part.accessibleName()
            wide = part.sizeHint().width() + GAP
            part.setVisible(not is_empty and wide <= room)
            room -= 0 if is_empty else wide
