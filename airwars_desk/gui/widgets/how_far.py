"""How far a long operation is: a bar, and "120 of 300" under it."""

from PySide6.QtWidgets import QProgressBar, QWidget

from airwars_desk.gui.text import number
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr


class HowFar(QWidget):
    """Moves to and fro until a number is known."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.words = Label(kind="hint", ink="ink2")
        column = down(self, spacing=8)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        self.begin()

    def begin(self) -> None:
        """Nothing is known yet."""
        self.bar.setRange(0, 0)
        self.words.set_text("")

    def show_numbers(self, done: int, total: int) -> None:
        """Show how much is done of how much."""
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        if total:
            text = tr("{done} of {total}").format(done=number(done), total=number(total))
            self.words.set_text(text)

    def show_stopping(self) -> None:
        """It will stop at its next report."""
        self.words.set_text(tr("Stopping …"))
