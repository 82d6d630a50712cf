"""The first page: no casebook is open. One sentence, the ways to one, the recent ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, button, down, link
from airwars_desk.i18n import tr


class StartPage(QWidget):
    """Open, new, recent."""

    open_wanted = Signal()
    new_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        del theme
        self.setObjectName("page")
        column = down(self, margins=(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN), spacing=12)
        self._sentence = Label(tr("No casebook is open."), ink="ink2")
        column.addWidget(self._sentence)
        row = QWidget()
        line = across(row, spacing=10)
        self.open_button = button(tr("Open casebook"), main=True, key="Ctrl O")
        self.new_button = button(tr("New casebook"))
        self.open_button.clicked.connect(self.open_wanted)
        self.new_button.clicked.connect(self.new_wanted)
        line.addWidget(self.open_button)
        line.addWidget(self.new_button)
        line.addStretch(1)
        column.addWidget(row)
        self._recent = QWidget()
        self._list = down(self._recent, margins=(0, 12, 0, 0), spacing=6)
        column.addWidget(self._recent)
        column.addStretch(1)

    def on_shown(self) -> None:
        """Begin with what is most likely wanted."""
        self.open_button.setFocus()

    def show_opening(self, name: str) -> None:
        """Say that a casebook is being opened, "" when that is over."""
        text = tr("Opening {name} …").format(name=name) if name else tr("No casebook is open.")
        self._sentence.set_text(text)
        for widget in (self.open_button, self.new_button, self._recent):
            widget.setVisible(not name)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the casebooks opened lately."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if not paths:
            return
        self._list.addWidget(Label(tr("Opened lately"), kind="section"))
        for path in paths:
            row = QWidget()
            line = across(row, spacing=10)
            name = link(Path(path).name)
            name.clicked.connect(lambda _checked=False, at=path: self.recent_wanted.emit(at))
            line.addWidget(name)
            line.addWidget(Label(str(Path(path).parent), kind="hint"))
            line.addStretch(1)
            self._list.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
