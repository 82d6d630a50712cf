"""Checks as a list: a dot and a sentence each; a click leads to the field. They never block."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.marks import paint_dot
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.i18n import ntr, tr

SHOWN = 8


NOTED = "ink3"  # the dot of a mere note


@dataclass(frozen=True, slots=True)
class Said:
    """What a check says of which field, the colour token of its dot, and where it leads."""

    text: str
    dot: str
    uid: str
    field: str
    where: str = ""
    detail: str = ""


def worth_a_look(found: Sequence[Said]) -> int:
    """Count the kinds of doubt among them, as the list of incidents does: notes are none."""
    return len({one.text for one in found if one.dot != NOTED})


class CheckList(QWidget):
    """The first few checks of an incident."""

    wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = Label(ink="ink2")
        column = down(self, spacing=4)
        head = QWidget()
        row = across(head)
        row.addWidget(Label(tr("Checks"), kind="section"))
        row.addWidget(self._count)
        row.addStretch(1)
        column.addWidget(head)
        self._lines = QWidget()
        self._column = down(self._lines, spacing=2)
        column.addWidget(self._lines)

    def show_checks(self, found: Sequence[Said]) -> None:
        """Show other checks; the same sentence once, with how often."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._count.set_text(str(worth_a_look(found) or ""))
        first: dict[str, list[Said]] = {}
        for said in found:
            first.setdefault(said.text, []).append(said)
        for same in sorted(first.values(), key=lambda same: same[0].dot != "warn")[:SHOWN]:
            self._column.addWidget(_Line(self._theme, same[0], len(same), self))
        left = len(first) - SHOWN
        if left > 0:
            text = ntr("{number} more", "{number} more", left).format(number=left)
            self._column.addWidget(Label(text, kind="hint"))
        if not found:
            self._column.addWidget(Label(tr("Nothing is odd."), ink="ink2"))


class _Line(QWidget):
    def __init__(self, theme: Theme, said: Said, times: int, owner: CheckList) -> None:
        super().__init__()
        self._theme = theme
        self._said = said
        self._owner = owner
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = across(self, margins=(14, 2, 0, 2))
        text = f"{said.text} × {times}" if times > 1 else said.text
        row.addWidget(Paragraph(text), 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the field."""
        self._owner.wanted.emit(self._said.uid, self._said.field)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        del event
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across_ = self.width() - 4.0 if mirrored else 4.0
        paint_dot(painter, QPointF(across_, 11.0), self._said.dot, self._theme)
        painter.end()
