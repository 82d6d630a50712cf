"""The decided value of one row: boxes or a chooser, and whose value it is."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.forms.boxes import CountBox
from airwars_desk.gui.forms.choosers import BooleanChooser, Chooser, TermChooser
from airwars_desk.gui.forms.days import DateBox
from airwars_desk.gui.pages.review.terms_box import TermsBox
from airwars_desk.gui.review_readings import initials, row_title
from airwars_desk.gui.theme import GRADE_LETTERS, Theme
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across
from airwars_desk.i18n import tr
from airwars_desk.rules.sides import PLURAL, Row

VOCABULARIES = {
    "strike_status": "strike_status",
    "province": "province",
    "countries": "country",
    "tracked_belligerents": "belligerent",
}


class DecideCell(QWidget):
    """Min and max are two boxes: Tab goes through min, max, next."""

    typed = Signal(str, object)  # row key, value
    entered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, row: Row, words: Vocabulary, parent: QWidget) -> None:
        super().__init__(parent)
        del theme
        self._row = row
        self.editors: list[Any] = self._make(words)
        line = across(self, margins=(8, 0, 8, 0), spacing=4)
        values = QWidget()
        if row.is_range:
            values.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a range reads so everywhere
        pair = across(values, spacing=4)
        for number, editor in enumerate(self.editors):
            if number:
                pair.addWidget(Label("–", ink="ink3"))
            pair.addWidget(editor)
            editor.edited.connect(self._on_edited)
        self._whose = Label(kind="hint", cut=True)
        line.addWidget(values, 0 if row.is_range else 1)
        line.addStretch(1 if row.is_range else 0)
        line.addWidget(self._whose)
        self._whose.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        if not row.is_range:
            self._whose.setFixedWidth(52)
        title = row_title(row)
        for number, editor in enumerate(self.editors):
            ends = (tr("at least"), tr("up to"))
            editor.setAccessibleName(f"{title}, {ends[number]}" if row.is_range else title)
            editor.setObjectName(f"decide-{row.key}-{number}" if not row.is_range else "count")
            editor.installEventFilter(self)

    def watch(self, owner: QObject) -> None:
        """Let the table hear the keys that leave the value."""
        for editor in self.editors:
            editor.installEventFilter(owner)

    def begin(self) -> None:
        """Put the cursor into the value."""
        first = self.editors[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, CountBox | DateBox):
            first.selectAll()

    def value(self) -> Any:
        """Return what stands in the boxes."""
        if self._row.is_range:
            return tuple(editor.value() for editor in self.editors)
        value = self.editors[0].value()
        return tuple(value or ()) if self._row.key in PLURAL else value

    @property
    def wrong(self) -> QWidget | None:
        """The editor whose text cannot be read, or None."""
        return next((one for one in self.editors if getattr(one, "is_wrong", False)), None)

    def set_value(self, value: Any) -> None:
        """Show a value; does not say `typed`."""
        if self._row.is_range:
            for editor, number in zip(self.editors, value, strict=True):
                editor.set_value(number)
        else:
            self.editors[0].set_value(list(value) if self._row.key in PLURAL else value)

    def show_people(self, people: list[str], otherwise: str) -> None:
        """Say whose the value is: initials, or where else it comes from."""
        self._whose.set_text(" ".join(initials(name) for name in people) or otherwise)
        self._whose.setToolTip(", ".join(people) or otherwise)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Entering a value looks at its row."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self._row.key)
        return super().eventFilter(watched, event)

    def _on_edited(self) -> None:
        self.typed.emit(self._row.key, self.value())

    def _make(self, words: Vocabulary) -> list[Any]:
        key = self._row.key
        if self._row.is_range:
            low, high = CountBox(), CountBox()
            low.upper = high
            return [low, high]
        if key == "grade":
            return [Chooser([(grade, choice_label(grade)) for grade in GRADE_LETTERS])]
        if key == "civilian_harm_reported":
            return [BooleanChooser()]
        if key == "date_start":
            return [DateBox()]
        options = [(uid, words.label(uid)) for uid in words.terms(VOCABULARIES[key])]
        if key in PLURAL:
            return [TermsBox(options, words.label)]
        return [TermChooser(options, words.label)]
