"""The effect in print: what likely, alleged and the grades become if this is decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui.pages.review.doubts import loss_sentence, losses, no_figure
from airwars_desk.gui.pages.review.ruling import Ruling
from airwars_desk.gui.text import day, moment, span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.flow import FlowLayout
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.range_bar import RangeBar
from airwars_desk.i18n import tr
from airwars_desk.rules.effect import Move, Place, moves, places_of
from airwars_desk.rules.figures import NO_GRADE
from airwars_desk.rules.filters import LIKELY

SHOWN_TABLES = 4
BARS_FROM = 940  # pixels; in less room the numbers stand alone


class EffectStrip(QWidget):
    """One line per month and belligerent; the numbers that move are bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines: list[str] = []
        self._told: tuple[Ruling, Mapping[Place, Any], Vocabulary] | None = None
        self._is_wide = True
        self._column = down(self, margins=(MARGIN, 6, MARGIN, 6), spacing=4)

    def minimumSizeHint(self) -> QSize:
        """As high as its lines are at this width, not as they would be in the narrowest room."""
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand otherwise where the room became narrow, or wide again."""
        super().resizeEvent(event)
        if self._is_wide != (self.width() >= BARS_FROM):  # not while the room is being shared out
            QTimer.singleShot(0, self, self._stand_otherwise)

    def show_effect(self, ruling: Ruling, figures: Mapping[Place, Any], words: Vocabulary) -> None:
        """Show what the decision as it stands would move."""
        self._told = (ruling, figures, words)
        self._is_wide = self.width() >= BARS_FROM
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        places = [place for place in wanted_places(ruling) if place in figures]
        for place in places[:SHOWN_TABLES]:
            before = figures[place]
            found = moves(place, before, ruling.old, ruling.values, ruling.working)
            self._column.addWidget(self._line(place, found, before["as_of"], words))
        if not places:
            self._column.addWidget(Label(tr("Effect if decided"), kind="section"))
        lost = losses(ruling, words)
        warnings = [loss_sentence(", ".join(lost.values()))] if lost else []
        for at, text in enumerate(filter(None, (*warnings, no_figure(ruling)))):
            self.lines.append(text)
            self._column.insertWidget(at, Paragraph(text, ink="warn"))  # seen without scrolling

    def _stand_otherwise(self) -> None:
        if self._told is not None and self._is_wide != (self.width() >= BARS_FROM):
            self.show_effect(*self._told)

    def _line(
        self, place: Place, found: Sequence[Move], as_of: str | None, words: Vocabulary
    ) -> QWidget:
        line = QWidget()
        row = across(line, spacing=18) if self._is_wide else down(line, spacing=2)
        where = place_text(place, words)
        row.addWidget(_title(where, as_of, is_wide=self._is_wide))
        rest = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        rest.setSizePolicy(policy)
        flow = FlowLayout(rest, gap=18)
        told = []
        for move in found:
            flow.addWidget(self._move(move))
            killed_injured = [
                f"{words_of} {told_of(move.before)} → {told_of(move.after)}"
                for words_of, told_of in ((tr("killed"), killed), (tr("injured"), injured))
            ]
            told.append(f"{move_title(move.name)} {', '.join(killed_injured)}")
        self.lines.append(f"{where}: {', '.join(told)}")
        line.setAccessibleName(self.lines[-1])
        row.addWidget(rest, 1)
        return line

    def _move(self, move: Move) -> QWidget:
        block = QWidget()
        row = across(block, spacing=8)
        words = QWidget()
        column = down(words)
        column.addWidget(Label(move_title(move.name), kind="hint", ink="ink2"))
        column.addWidget(_numbers(killed(move.before), killed(move.after)))
        below = _numbers(injured(move.before), injured(move.after), tr("injured"))
        column.addWidget(below)
        row.addWidget(words)
        if move.name in ("likely", "alleged") and self._is_wide:
            row.addWidget(self._bars(move))
        return block

    def _bars(self, move: Move) -> QWidget:
        bars = QWidget()
        bars.setFixedWidth(64)
        column = down(bars)
        scale = max(move.before["killed_max"], move.after["killed_max"], 1)
        for sums, series in ((move.before, "alleged"), (move.after, "likely")):
            bar = RangeBar(self._theme, series=series)
            bar.set_range(sums["killed_min"], sums["killed_max"], scale)
            column.addWidget(bar)
        return bars


def wanted_places(ruling: Ruling) -> list[Place]:
    """Return the tables a decision would move: where the incident stands now and then."""
    now = ruling.old if ruling.old is not None else ruling.working
    return places_of(now, ruling.values)


def killed(sums: Mapping[str, int]) -> str:
    """Return the killed of a sum as a range."""
    return span(sums["killed_min"], sums["killed_max"])


def injured(sums: Mapping[str, int]) -> str:
    """Return the injured of a sum as a range."""
    return span(sums["injured_min"], sums["injured_max"])


def _title(where: str, as_of: str | None, *, is_wide: bool) -> QWidget:
    """Return what a line is about: in two lines, or in one over the sums."""
    title = QWidget()
    column = down(title)
    first = QWidget()
    both = across(first, spacing=8)
    both.addWidget(Label(tr("Effect if decided"), kind="section", ink="ink"))
    both.addWidget(Label(tr("as of {time}").format(time=moment(as_of)), kind="hint"))
    table = Label(where, kind="hint", ink="ink2", cut=not is_wide)
    if not is_wide:
        both.addWidget(table, 1)
    both.addStretch(1 if is_wide else 0)
    column.addWidget(first)
    if is_wide:
        column.addWidget(table)
        column.addStretch(1)
    return title


def _numbers(before: str, after: str, word: str = "") -> QWidget:
    """Return what a sum is and becomes; `word` says what of, in smaller letters."""
    result = QWidget()
    row = across(result, spacing=5)
    if word:
        row.addWidget(Label(word, kind="hint"))
    numbers = QWidget()
    numbers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the arrow points to what comes
    line = across(numbers, spacing=5)
    plain, moved = ("hint", "section") if word else ("body", "count")
    line.addWidget(Label(before, kind=plain, ink="ink2"))
    line.addWidget(Label("→", kind=plain, ink="ink3"))
    line.addWidget(Label(after, kind=moved if before != after else plain, ink="ink"))
    row.addWidget(numbers)
    row.addStretch(1)
    return result


def move_title(name: str) -> str:
    """Return what a sum is called, with the grades it counts."""
    if name == "likely":
        grades = " + ".join(choice_label(grade) for grade in LIKELY)
        return tr("Likely ({grades})").format(grades=grades)
    if name == NO_GRADE:
        return tr("Not graded")
    return {"alleged": tr("Alleged"), "not_reviewed": tr("Not reviewed")}.get(
        name, choice_label(name)
    )


def place_text(place: Place, words: Vocabulary) -> str:
    """Return the month and belligerent of a table."""
    month = day(place.month, full=True) if place.month else tr("All months")
    who = words.label(place.belligerent) if place.belligerent else tr("all belligerents")
    return f"{month}, {who}"
