"""The header of the incident page: what it is, working beside decided, and Save."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.text import span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.views import Head
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.marks import GradeTag
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.i18n import ntr, tr

HEIGHT = 64
WIDE = 1000


class Header(QWidget):
    """Always holds working and decided: the difference is what the incident is about."""

    save_wanted = Signal()
    send_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._code = Label(kind="title")
        self._place = Label(kind="title", cut=True)
        self._local = Label(hugs=True, kind="quiet-range", ink="ink2")
        self._when = Label(hugs=True, ink="ink2")
        self._when_below = Label(hugs=True, ink="ink2")
        self._state = Label()
        self._assignee = Label(hugs=True, ink="ink2")
        self._conflicts = Label(ink="warn")
        self._killed = Label(kind="range")
        self._injured = Label(kind="range")
        self._decided_title = Label(kind="hint")
        self._decided_killed = Label(kind="quiet-range", ink="ink2")
        self._decided_injured = Label(kind="quiet-range", ink="ink2")
        self._tag = GradeTag(theme)
        self.save_button = button(tr("Save"), main=True, key="Ctrl S")
        self.save_button.clicked.connect(self.save_wanted)
        self.send_button = button(tr("Send for review"), main=True, key="F9")
        self.send_button.clicked.connect(self.send_wanted)
        self._returned = Label(ink="warn", cut=True)
        self._is_sent = False
        self._build()

    def show_head(self, head: Head) -> None:
        """Show an incident."""
        self._code.set_text(head.code)
        self._place.set_text(head.place)
        self._place.setMaximumWidth(self._place.sizeHint().width() + 4)
        self._local.set_text(head.place_local)
        self._when.set_text(head.when)
        self._when_below.set_text(head.when)
        self._fit()
        self._state.set_text(head.state, "warn" if head.is_returned else "ink")
        self._is_sent = head.is_sent
        self._assignee.set_text(head.assignee)
        conflicts = ntr("{number} field in conflict", "{number} fields in conflict", head.conflicts)
        self._conflicts.set_text(conflicts.format(number=head.conflicts))
        self._conflicts.setVisible(head.conflicts > 0)
        self._killed.set_text(span(*head.working_killed))
        self._injured.set_text(span(*head.working_injured))
        title = tr("Decided") if head.is_decided else tr("Not decided")
        self._decided_title.set_text(
            f"{title} {head.decided_on}" if head.decided_on != "–" else title
        )
        self._decided_killed.set_text(span(*head.decided_killed))
        self._decided_injured.set_text(span(*head.decided_injured))
        self._tag.set_grade(head.grade)
        for widget in (self._decided_killed, self._decided_injured, self._tag):
            widget.setVisible(head.is_decided)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the date stands below and one script of the place is enough."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= WIDE
        self._when.setVisible(wide)
        self._when_below.setVisible(not wide)
        self._local.setVisible(bool(self._local.text()) and (wide or not self._place.text()))

    def show_dirty(self, *, dirty: bool, writable: bool) -> None:
        """Save wakes when there is something to save; else the next step is to send it."""
        self.save_button.setEnabled(dirty and writable)
        sends = writable and not dirty and not self._is_sent
        self.send_button.setVisible(sends)
        self.save_button.setVisible(not sends)

    def show_returned(self, text: str) -> None:
        """Say by whom it was returned and what she noted, "" for nothing."""
        self._returned.set_text(text)
        self._returned.setVisible(bool(text))

    def _build(self) -> None:
        row = across(self, margins=(MARGIN, 0, MARGIN, 0), spacing=18)
        row.addWidget(self._name_block(), 1)
        row.addWidget(self._working_block())
        row.addWidget(rule(vertical=True))
        row.addWidget(self._decided_block())
        row.addSpacing(6)
        row.addWidget(self.save_button)
        row.addWidget(self.send_button)

    def _name_block(self) -> QWidget:
        block = QWidget()
        column = down(block, margins=(0, 8, 0, 8), spacing=2)
        first, second = QWidget(), QWidget()
        line = across(first, spacing=12)
        line.addWidget(self._code)
        line.addWidget(self._place, 4)
        line.addWidget(self._local)
        line.addWidget(self._when)
        line.addStretch(1)
        line = across(second, spacing=12)
        for label in (self._when_below, self._state, self._assignee, self._conflicts):
            line.addWidget(label)
        line.addWidget(self._returned, 1)
        line.addStretch(1)
        column.addWidget(first)
        column.addWidget(second)
        return block

    def _working_block(self) -> QWidget:
        block = QWidget()
        column = down(block, margins=(0, 8, 0, 8), spacing=2)
        column.addWidget(Label(tr("Working"), kind="hint"))
        numbers = QWidget()
        line = across(numbers, spacing=8)
        line.addWidget(Label(tr("Killed"), ink="ink2"))
        line.addWidget(self._killed)
        line.addSpacing(6)
        line.addWidget(Label(tr("Injured"), ink="ink2"))
        line.addWidget(self._injured)
        column.addWidget(numbers)
        return block

    def _decided_block(self) -> QWidget:
        block = QWidget()
        column = down(block, margins=(0, 8, 0, 8), spacing=2)
        column.addWidget(self._decided_title)
        numbers = QWidget()
        line = across(numbers, spacing=12)
        for widget in (self._decided_killed, self._decided_injured, self._tag):
            line.addWidget(widget)
        line.addStretch(1)
        column.addWidget(numbers)
        return block
