"""Below the table: the narrative's changes, the evidence of the row looked at, reasons."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QScrollArea, QTextEdit, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.review_readings import (
    numbers_of_sources,
    reported,
    row_title,
    short_day,
    source_line,
)
from airwars_desk.gui.text import is_rtl, many_lines, span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Label, Paragraph, rule
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.scale import Mark, Scale, ScaleAxis, nice_top
from airwars_desk.i18n import ntr, tr
from airwars_desk.rules.sides import UNKNOWN, Row
from airwars_desk.rules.text_diff import DELETED, INSERTED, differences, sentences_changed

SCALE_ROW = 26


class NarrativePane(QWidget):
    """The narrative with what came and went, and what else changed since the last decision."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(180)
        self._count = Label(ink="ink2", cut=True)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAcceptRichText(False)
        self.text.setAccessibleName(tr("Changes of the narrative"))
        column = down(self, margins=(MARGIN, 8, MARGIN, 8), spacing=4)
        head = QWidget()
        row = across(head)
        row.addWidget(Label(tr("Narrative"), kind="section"))
        row.addWidget(self._count, 1)
        column.addWidget(head)
        column.addWidget(self.text, 1)

    def show_laid(self, laid: Any) -> None:
        """Show the narrative of an incident, changes marked where there is a decision."""
        before, after = laid.narrative
        self.text.clear()
        if not laid.decisions:
            self._count.set_text(tr("first decision") if after else "")
            pieces = [("same", after)]
        else:
            number = sentences_changed(before, after)
            text = ntr("{number} sentence differs", "{number} sentences differ", number)
            self._count.set_text(
                text.format(number=number) if number else tr("as at the last decision")
            )
            pieces = differences(before, after)
        for kind, text in pieces:
            self._insert(kind, many_lines(text))
        if not after and not before:
            self._insert("same", tr("No narrative is written."))
        if laid.decisions:
            self._insert("same", "\n\n" + tr("Also changed since the last decision"), ink="ink2")
            self._insert("same", "\n" + self._changes(laid))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(self, kind: str, text: str, ink: str = "ink") -> None:
        shown = QTextCharFormat()
        shown.setFont(fonts.font("running-arabic" if is_rtl(text) else "running"))
        shown.setForeground(self._theme.colour(ink if kind != DELETED else "ink2"))
        if kind in (INSERTED, DELETED):
            shown.setBackground(self._theme.colour(kind))
            shown.setFontStrikeOut(kind == DELETED)
        self.text.textCursor().insertText(text, shown)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    @staticmethod
    def _changes(laid: Any) -> str:
        """Say what else came or went since the last decision."""
        numbers = numbers_of_sources(laid.case)
        sources = [f"S{numbers[uid]}" for uid in numbers if uid in laid.new]
        victims = [item for item in laid.case.of("victim") if item.uid in laid.new]
        named = [item.values.get("name") or item.values.get("name_local") for item in victims]
        lines = []
        if sources:
            text = ntr("+{number} source", "+{number} sources", len(sources))
            lines.append(f"{text.format(number=len(sources))}  {' '.join(sources)}")
        if victims:
            text = ntr("+{number} victim", "+{number} victims", len(victims))
            names = ", ".join(str(name) for name in named if name)
            lines.append(f"{text.format(number=len(victims))}  {names}".rstrip())
        if laid.gone:
            text = ntr("−{number} victim", "−{number} victims", len(laid.gone))
            names = ", ".join(name for name in laid.gone if name)
            lines.append(f"{text.format(number=len(laid.gone))}  {names}".rstrip())
        if not lines:
            return tr("No source and no victim came or went since the last decision.")
        return "\n".join(lines)


class EvidencePane(QWidget):
    """What each source says of the row looked at, on one scale over the decided range."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(180)
        self._row_title = Label(kind="section", ink="ink", cut=True)
        self.area = _area(tr("Evidence"))
        column = down(self, margins=(MARGIN, 8, 8, 8), spacing=4)
        head = QWidget()
        row = across(head, spacing=4)
        row.addWidget(Label(tr("Evidence for"), kind="section"))
        row.addWidget(self._row_title, 1)
        column.addWidget(head)
        column.addWidget(self.area, 1)

    def show_row(self, row: Row, laid: Any, decided: Any) -> None:
        """Show the evidence of a row; `decided` is the range about to be decided."""
        self._row_title.set_text(row_title(row).lower())
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        if row.is_range:
            self._ranges(grid, row, laid, decided)
        else:
            self._sources(grid, laid)
        grid.setRowStretch(grid.rowCount(), 1)
        self.area.setWidget(inner)

    def _ranges(self, grid: QGridLayout, row: Row, laid: Any, decided: Any) -> None:
        numbers = numbers_of_sources(laid.case)
        found = reported(laid.case, row)
        ends = [n for _, pair in found for n in pair if n is not None]
        top = nice_top(max([*ends, *(n for n in decided if n is not None)], default=0))
        last = laid.sides[0].values.get(row.key, UNKNOWN) if laid.decisions else UNKNOWN
        if not found:
            grid.addWidget(Label(tr("No source gives a number."), ink="ink2"), 0, 0, 1, 4)
            return
        axis = ScaleAxis(self._theme)
        axis.setMinimumWidth(112)
        axis.show_top(top)
        grid.addWidget(axis, 0, 3)
        for citation, pair in found:
            line = grid.rowCount()
            self._source(
                grid, line, numbers[citation.uid], citation, is_new=citation.uid in laid.new
            )
            grid.addWidget(Label(span(*pair), kind="strong"), line, 2, _TRAILING)
            known = [n for n in pair if n is not None]
            scale = Scale(self._theme)
            scale.setMinimumWidth(112)
            scale.setFixedHeight(SCALE_ROW + 8)
            scale.show_marks([Mark("", min(known), max(known))], decided, top)
            grid.addWidget(scale, line, 3)
        if laid.decisions:
            line = grid.rowCount()
            grid.addWidget(Label(tr("Last decision"), ink="ink2"), line, 1)
            grid.addWidget(Label(span(*last), ink="ink2"), line, 2, _TRAILING)

    def _sources(self, grid: QGridLayout, laid: Any) -> None:
        numbers = numbers_of_sources(laid.case)
        citations = sorted(laid.case.of("citation"), key=lambda item: item.uid not in laid.new)
        if not citations:
            grid.addWidget(Label(tr("No source is recorded."), ink="ink2"), 0, 0, 1, 4)
        for citation in citations:
            line = grid.rowCount()
            self._source(
                grid, line, numbers[citation.uid], citation, is_new=citation.uid in laid.new
            )

    @staticmethod
    def _source(grid: QGridLayout, line: int, number: int, citation: Any, *, is_new: bool) -> None:
        tag = Label(f"S{number}", kind="section")
        tag.setMinimumHeight(SCALE_ROW)
        grid.addWidget(tag, line, 0)
        name = QWidget()
        row = across(name, spacing=6)
        label = Label(source_line(citation), cut=True)
        row.addWidget(label, 1)
        if is_new:
            row.addWidget(Label(tr("new"), kind="hint", ink="accent"))
        grid.addWidget(name, line, 1)


class ReasonPane(QWidget):
    """The reason to be given, the checks that are open, what the others gave as theirs."""

    def __init__(self, field: QWidget, checks: QWidget) -> None:
        super().__init__()
        self.setMinimumWidth(180)
        self.area = _area(tr("Checks, and the reasons of the others"))
        inner = QWidget()
        column = down(inner, margins=(MARGIN, 8, 12, 8), spacing=8)
        column.addWidget(Label(tr("Reason"), kind="section"))
        column.addWidget(field)
        column.addWidget(checks)
        column.addWidget(rule())
        column.addWidget(Label(tr("Their reasons"), kind="section"))
        self._theirs = QWidget()
        self._lines = down(self._theirs, spacing=2)
        column.addWidget(self._theirs)
        column.addStretch(1)
        self.area.setWidget(inner)
        down(self).addWidget(self.area)

    def show_reasons(self, sides: Sequence[Any], steps: Sequence[Any], words: Vocabulary) -> None:
        """Show why the others graded as they did, and the notes of the way, newest first."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        told = [(side.at, side.person, side.reason) for side in sides if side.reason]
        told += [
            (step.at, step.person, step.reason)
            for step in steps
            if step.reason and step.operation != "decide"
        ]
        for at, person, reason in sorted(told, reverse=True):
            who = words.person(person) or tr("nobody named")
            self._lines.addWidget(Label(f"{who}, {short_day(at)}", kind="hint", cut=True))
            self._lines.addWidget(Paragraph(reason))
        if not told:
            self._lines.addWidget(Label(tr("Nobody gave a reason yet."), ink="ink2", cut=True))


def _area(name: str) -> QScrollArea:
    """Return room that scrolls; F6 reaches it, Tab passes by."""
    area = QScrollArea()
    area.setObjectName("walked")
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return area


_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
