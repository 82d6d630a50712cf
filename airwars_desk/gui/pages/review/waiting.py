"""The incidents that wait, two lines each: code and place over who sent it and when."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.review_readings import initials, short_day, waiting_words
from airwars_desk.gui.theme import CELL, HEADER, MARGIN, ROW_TWO, Theme, letter_of
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    CENTRE,
    Cell,
    CellDelegate,
    Column,
    Index,
    paint_cell,
    paint_ground,
)
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr

WIDTH = 212

BETWEEN = 8  # pixels from the code to the place
LEAST_PLACE = 48


class WaitingPane(QWidget):
    """Lists what waits; says which one is looked at."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setMinimumWidth(170)
        columns = (Column(tr("Incident")), Column("", 40, CENTRE))
        self.table, self._model = cell_table(theme, columns, row_height=ROW_TWO)
        self.table.head.setVisible(False)
        self.table.setAccessibleName(tr("Waiting"))
        self.table.setItemDelegateForColumn(0, _TwoLines(theme, columns, height=ROW_TWO))
        self._count = Label(ink="ink2")
        self._groups = Paragraph(kind="hint", ink="ink2")
        self._groups.setContentsMargins(MARGIN - 2, 0, 12, 6)
        self._groups.setToolTip(
            tr("In each group first what you may decide, then the oldest; what is held comes last.")
        )
        column = down(self)
        head = QWidget()
        head.setFixedHeight(HEADER + 8)
        row = across(head, margins=(MARGIN - 2, 0, 12, 0))
        row.addWidget(Label(tr("Waiting"), hugs=True, kind="count"))
        row.addWidget(self._count)
        row.addStretch(1)
        column.addWidget(head)
        column.addWidget(self._groups)
        column.addWidget(self.table, 1)
        self.table.current.connect(self._on_current)
        self.table.opened.connect(lambda row: self.opened.emit(str(self._model.key(row) or "")))

    def show_waiting(self, found: Sequence[Any], words: Vocabulary, keep: str) -> None:
        """List other incidents; the one looked at stays where it still waits."""
        before = self._model.row_of(keep)
        self.table.blockSignals(True)
        self._model.set_rows([_cells(one, words) for one in found], [one.uid for one in found])
        self._count.set_text(str(len(found)) if found else "")
        self._groups.set_text(waiting_words(Counter(one.state for one in found)))
        self._groups.setVisible(bool(found))
        row = self._model.row_of(keep)
        if row < 0 and found:  # it waits no more: the one that took its place
            row = min(max(before, 0), len(found) - 1)
        if found:
            self.table.setCurrentIndex(self._model.index(row, 0))
        self.table.blockSignals(False)
        self.chosen.emit(self.current_uid())

    def current_uid(self) -> str:
        """Return the uid of the incident looked at, "" for none."""
        return str(self._model.key(self.table.currentIndex().row()) or "")

    def position(self) -> tuple[int, int]:
        """Return which of how many is looked at, from 1; 0 for none."""
        return self.table.currentIndex().row() + 1, self._model.rowCount()

    def choose(self, uid: str) -> bool:
        """Look at an incident; returns whether it waits."""
        row = self._model.row_of(uid)
        if row >= 0:
            self.table.setCurrentIndex(self._model.index(row, 0))
        return row >= 0

    def step(self, by: int) -> None:
        """Look at the one before or after; after the last comes the first."""
        count = self._model.rowCount()
        if count:
            row = (self.table.currentIndex().row() + by) % count
            self.table.setCurrentIndex(self._model.index(row, 0))

    def _on_current(self, row: int) -> None:
        self.chosen.emit(str(self._model.key(row) or ""))


class _TwoLines(CellDelegate):
    """Code and place over person, day and what is to be known."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint both lines."""
        upper = index.data(CELL_ROLE)
        paint_ground(painter, option, index, self.theme, upper)
        if not isinstance(upper, Cell):
            return
        rect: QRect = option.rect
        name, _, below = upper.more.partition("\n")
        first = QRect(rect.left(), rect.top() + 2, rect.width(), 18)
        second = QRect(rect.left(), rect.top() + 19, rect.width(), 17)
        paint_cell(painter, first, Cell(upper.text, weight=500), self.theme)
        used = QFontMetrics(fonts.sized(13, 500)).horizontalAdvance(upper.text) + BETWEEN
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = first.adjusted(0, 0, -used, 0) if mirrored else first.adjusted(used, 0, 0, 0)
        if name and rest.width() >= LEAST_PLACE:  # of the code's size: both on one line, and cut
            paint_cell(painter, rest, Cell(name), self.theme)
        ink = "warn" if upper.dot else "ink2"
        paint_cell(painter, second, Cell(below, ink=ink, size=12), self.theme, padding=CELL)


def _cells(one: Any, words: Vocabulary) -> tuple[Cell, ...]:
    when = short_day(one.since) if one.since else ""
    parts = [f"{initials(words.person(one.person))} {when}".strip()]
    if one.conflicts:
        parts.append(tr("conflict"))
    if one.is_held:
        parts.append(tr("held"))
    elif one.state == "returned":
        parts.append(tr("returned"))
    elif one.returned:
        times = ntr("returned {number} time", "returned {number} times", one.returned)
        parts.append(
            tr("returned once") if one.returned == 1 else times.format(number=one.returned)
        )
    if one.state == "decided" and not one.is_held:
        parts.append(tr("decided before"))
    if not one.is_assessed:
        parts.append(tr("not assessed"))
    place = one.place or one.place_local
    code = one.code or tr("No code")
    dot = "warn" if one.conflicts else ""
    below = " · ".join(part for part in parts if part)
    tag = letter_of(one.grade) if one.is_assessed else ""
    return Cell(code, more=f"{place}\n{below}", dot=dot), Cell(tag=tag)
