"""Where a decision is said: the reason, the buttons with their keys, what stands in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from airwars_desk.gui.forms.choosers import LongText
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import across, button, down, hint, show_key
from airwars_desk.i18n import tr

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonField(LongText):
    """The reason: Ctrl+Enter decides, Escape goes back to the table."""

    decided = Signal()
    left = Signal()
    focused = Signal(bool)

    def __init__(self) -> None:
        super().__init__(lines=3)
        self.setObjectName("reason")
        self.setAccessibleName(tr("Reason"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys that leave the reason; a held key decides nothing."""
        if event.key() in ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.decided.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that a reason is being written."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it is no longer."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class DecideBar(QWidget):
    """What stands in the way or is to be known, over the four buttons and the hints of keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.problem = Paragraph(ink="error")
        self.told = Paragraph(ink="warn")
        column = down(self)
        for line in (self.problem, self.told):
            line.setContentsMargins(MARGIN, 6, MARGIN, 0)
            line.setVisible(False)
            column.addWidget(line)
        self.buttons: dict[str, QPushButton] = {
            "decide": button(tr("Decide"), main=True, key="D"),
            "return": button(tr("Return with notes"), key="R"),
            "hold": button(tr("Hold"), key="H"),
            "next": button(tr("Next"), key="N"),
        }
        bar = QWidget()
        row = across(bar, margins=(MARGIN, 8, MARGIN, 8), spacing=8)
        for one in self.buttons.values():
            row.addWidget(one)
        row.addStretch(1)
        self._at_table = [hint(theme, tr("Reason"), "F2"), hint(theme, tr("Assess"), "G")]
        self._in_reason = [hint(theme, tr("Back to the table"), "Esc")]
        for shown in (*self._at_table, *self._in_reason):
            row.addWidget(shown)
        column.addWidget(bar)
        self.show_writing(on=False)

    def say_problem(self, text: str) -> None:
        """Say what stands in the way, "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def tell(self, text: str) -> None:
        """Say what is to be known, "" for nothing."""
        self.told.set_text(text)
        self.told.setVisible(bool(text))

    def ask_with(self, ranges: str) -> None:
        """Let the main button say what it would decide with, "" for as usual."""
        text = tr("Decide with {ranges}").format(ranges=ranges) if ranges else tr("Decide")
        which = self.buttons["decide"]
        which.setProperty("words", text)
        which.setAccessibleName(text)
        show_key(which)

    def show_writing(self, *, on: bool) -> None:
        """Show the keys that work while the reason is written: letters are text then."""
        keys = {"decide": "Ctrl Enter"} if on else {}
        usual = {"decide": "D", "return": "R", "hold": "H", "next": "N"}
        for name, key in usual.items():
            self.buttons[name].setProperty("key", keys.get(name, "" if on else key))
            show_key(self.buttons[name])
        for shown in self._at_table:
            shown.setVisible(not on)
        for shown in self._in_reason:
            shown.setVisible(on)
