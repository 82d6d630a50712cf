"""The head of an incident laid side by side, and the line of folded rows."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.readings import head_of
from airwars_desk.gui.review_readings import short_day
from airwars_desk.gui.theme import FOOT, MARGIN, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.widgets.panes import across, down, hint, link
from airwars_desk.i18n import ntr, tr
from airwars_desk.rules.sides import ASSESSMENT

HEIGHT = 60


class Head(QWidget):
    """Code, place and date over who sent it and who assessed it."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._code = Label(kind="title")
        self._place = Label(kind="title", cut=True)
        self._local = Label(kind="quiet-range", ink="ink2", cut=True)
        self._when = Label(ink="ink2")
        self._way = Label(ink="ink2", cut=True)
        self._warning = Label(ink="warn", cut=True)
        self._position = Label(ink="ink2")
        self.open_button = link(tr("Open the incident"))
        self.open_button.clicked.connect(self.opened)
        row = across(self, margins=(MARGIN, 0, MARGIN, 0), spacing=14)
        block = QWidget()
        column = down(block, margins=(0, 8, 0, 8), spacing=2)
        first, second = QWidget(), QWidget()
        line = across(first, spacing=12)
        for label in (self._code, self._place, self._local, self._when):
            line.addWidget(label)
        line.addStretch(1)
        line = across(second, spacing=14)
        line.addWidget(self._warning)
        line.addWidget(self._way, 1)
        column.addWidget(first)
        column.addWidget(second)
        row.addWidget(block, 1)
        row.addWidget(self.open_button)
        row.addWidget(KeyHint(theme, "Ctrl Enter"))
        row.addWidget(self._position)
        keys = QWidget()
        line = across(keys, spacing=4)
        for key in ("[", "]"):
            line.addWidget(KeyHint(theme, key))
        row.addWidget(keys)
        self.differing = QWidget()
        self.differing.setObjectName("side")
        self.differing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.differing.setFixedHeight(FOOT)
        line = across(self.differing, margins=(10, 0, MARGIN, 0))
        line.addWidget(Label(tr("Differs"), kind="section", ink="ink"))
        self._differing = Label(ink="ink2")
        line.addWidget(self._differing)
        line.addStretch(1)
        line.addWidget(hint(theme, tr("Take a column"), "1", "2", "3"))
        line.addWidget(hint(theme, tr("for all rows"), "Shift"))
        line.addWidget(hint(theme, tr("Type"), "Enter"))
        line.addWidget(hint(theme, tr("Evidence"), "E"))

    def show_laid(self, laid: Any, position: tuple[int, int], words: Vocabulary) -> None:
        """Show an incident."""
        head = head_of(laid.case, words)
        self._code.set_text(head.code)
        for label, text in ((self._place, head.place), (self._local, head.place_local)):
            label.set_text(text)
            label.setVisible(bool(text))
            label.setMaximumWidth(label.sizeHint().width() + 4)
        self._when.set_text(head.when)
        self._way.set_text(" · ".join(way_of(laid, words)))
        warnings = []
        if len(laid.decisions) > 1:
            text = tr("{number} decisions stand, made apart; deciding replaces them all.")
            warnings.append(text.format(number=len(laid.decisions)))
        if laid.refusal is not None:
            warnings.append(laid.refusal.sentence)
        self._warning.set_text(" ".join(warnings))
        self._warning.setToolTip(str(laid.refusal or " ".join(warnings)))
        self._warning.setVisible(bool(warnings))
        self._warning.setMaximumWidth(self._warning.sizeHint().width() + 4)
        at, count = position
        of = tr("{number} of {count}").format(number=at, count=count) if at else ""
        self._position.set_text(of)

    def show_differing(self, count: int) -> None:
        """Say how many rows differ."""
        text = ntr("{number} field", "{number} fields", count).format(number=count)
        self._differing.set_text(text if count else tr("nothing"))


class FoldLine(QWidget):
    """The rows that are the same in all, folded into one line that says what they are."""

    toggled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(FOOT)
        row = across(self, margins=(10, 0, MARGIN, 0))
        row.addWidget(Label(tr("Same in all"), kind="section", ink="ink"))
        self._count = Label(ink="ink2")
        row.addWidget(self._count)
        self._told = Label(ink="ink2", cut=True)
        row.addWidget(self._told, 1)
        self._verb = Label(kind="hint")
        row.addWidget(self._verb)
        row.addWidget(KeyHint(theme, "A"))

    def show_same(self, count: int, told: str, *, is_open: bool) -> None:
        """Say how many rows are the same, and what they say."""
        text = ntr("{number} field:", "{number} fields:", count).format(number=count)
        self._count.set_text(text if told else text.rstrip(":"))
        self._told.set_text(told)
        self._verb.set_text(tr("Fold") if is_open else tr("Show"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show them, or fold them again."""
        self.toggled.emit()
        event.accept()


def way_of(laid: Any, words: Vocabulary) -> list[str]:
    """Return how an incident came here: sent, returned, read."""
    parts = []
    sent = [step for step in laid.steps if step.operation == "send_for_review"]
    if sent:
        text = tr("Sent by {person} on {day}").format(
            person=words.person(sent[-1].person), day=short_day(sent[-1].at)
        )
        times = {2: tr("second time"), 3: tr("third time")}.get(len(sent), "")
        parts.append(f"{text}, {times}" if times else text)
    for side in laid.sides:
        if side.kind == ASSESSMENT:
            text = tr("Assessed by {person}, {day}")
            parts.append(text.format(person=words.person(side.person), day=short_day(side.at)))
    if not parts:
        parts.append(tr("Not assessed"))
    return parts
