"""What the history of the casebook is narrowed by: person, operation, days, record."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.forms.days import DateBox
from airwars_desk.gui.models.changes import operation_label
from airwars_desk.gui.theme import MARGIN
from airwars_desk.gui.widgets.panes import across
from airwars_desk.i18n import tr
from airwars_desk.rules.moments import ChangesAsked

PAUSE_MS = 200


class HistoryFilters(QWidget):
    """One line; what is empty asks for nothing."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person = Chooser()
        self.operation = Chooser()
        self.day_from = DateBox()
        self.day_to = DateBox()
        self.text = TextBox()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.edited)
        row = across(self, margins=(MARGIN, 0, MARGIN, 8), spacing=8)
        for editor, name, title, share in (
            (self.person, "person", tr("By anybody"), 3),
            (self.operation, "operation", tr("Any change"), 3),
            (self.day_from, "day_from", tr("From day"), 2),
            (self.day_to, "day_to", tr("Until day"), 2),
            (self.text, "record", tr("Code or words of an incident"), 5),
        ):
            editor.setObjectName(name)
            editor.setAccessibleName(title)
            editor.setToolTip(title)
            editor.setMinimumWidth(84)
            editor.edited.connect(self._pause.start)
            row.addWidget(editor, share)
        for box, hint in (
            (self.day_from, tr("From day")),
            (self.day_to, tr("Until day")),
            (self.text, tr("Code or words of an incident")),
        ):
            box.setPlaceholderText(hint)
        self.offer([], [])

    def offer(self, people: Sequence[Any], operations: Sequence[str]) -> None:
        """Offer the people and the operations there are; what is chosen stays."""
        self.person.set_options([(one.uid, one.name) for one in people])
        self.person.setItemText(0, tr("By anybody"))
        labels = sorted((operation_label(one), one) for one in operations)
        self.operation.set_options([(one, label) for label, one in labels])
        self.operation.setItemText(0, tr("Any change"))

    def asked(self) -> ChangesAsked:
        """Return what is asked for."""
        return ChangesAsked(
            person=self.person.value() or "",
            operation=self.operation.value() or "",
            day_from=self.day_from.value() or "",
            day_to=self.day_to.value() or "",
            text=self.text.value() or "",
        )
