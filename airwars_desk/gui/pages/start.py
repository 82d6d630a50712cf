"""The first page: no casebook is open. The first time it asks, later it offers the recent ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from airwars_desk.gui.pages.first_run import FirstRun
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.tickets import Ticket
from airwars_desk.gui.widgets.how_far import HowFar
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, button, down, link
from airwars_desk.i18n import tr

BAR = 320


class StartPage(QWidget):
    """Open, new, recent; or the questions of the first time."""

    open_wanted = Signal()
    new_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        del theme
        self.setObjectName("page")
        self._is_first = False
        self._names: list[QPushButton] = []  # of the casebooks opened lately
        self._is_opening = False
        inner = QWidget()
        column = down(inner, margins=(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN), spacing=12)
        self._sentence = Label(tr("No casebook is open."), ink="ink2")
        column.addWidget(self._sentence)
        self._ticket: Ticket | None = None
        self.progress = QWidget()
        self.how_far = HowFar()
        self.stop_button = button(tr("Cancel"))
        self._build_progress(column)
        self.first = FirstRun()
        self.first.setVisible(False)
        column.addWidget(self.first)
        self._ways = QWidget()
        line = across(self._ways, spacing=10)
        self.open_button = button(tr("Open casebook"), main=True, key="Ctrl O")
        self.new_button = button(tr("New casebook"))
        self.sample_button = button(tr("Open the sample"))
        self.open_button.clicked.connect(self.open_wanted)
        self.new_button.clicked.connect(self.new_wanted)
        self.sample_button.clicked.connect(self.first.sample_wanted)
        for which in (self.open_button, self.new_button, self.sample_button):
            line.addWidget(which)
        line.addStretch(1)
        column.addWidget(self._ways)
        self._recent = QWidget()
        self._list = down(self._recent, margins=(0, 12, 0, 0), spacing=6)
        column.addWidget(self._recent)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        down(self).addWidget(area)

    def on_shown(self) -> None:
        """Begin with what is most likely wanted."""
        if self._is_first:
            self.first.begin()
        else:
            self.open_button.setFocus()

    def show_opening(self, name: str) -> None:
        """Say that a casebook is being opened, "" when that is over."""
        self._show_ways(opening=name)

    def begin_recent(self) -> bool:
        """Go to the casebook opened last; tells whether there is one."""
        if self._names:
            self._names[0].setFocus()
        return bool(self._names)

    def follow(self, ticket: Ticket) -> None:
        """Show how far the opening of a ticket is, and let it be cancelled."""
        if not self._is_opening:
            return
        self._ticket = ticket
        self.how_far.begin()
        self.stop_button.setEnabled(True)
        self.progress.setVisible(True)
        self.stop_button.setFocus()

    def show_progress(self, ticket: int, done: int, total: int) -> None:
        """Show how much is done of how much."""
        mine = self._ticket
        if mine is not None and ticket == mine.number and not mine.stop.is_set():
            self.how_far.show_numbers(done, total)

    def stop(self) -> None:
        """Cancel: the work stops at its next report, and then nothing has happened."""
        if self._ticket is not None:
            self._ticket.cancel()
            self.stop_button.setEnabled(False)
            self.how_far.show_stopping()

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the casebooks opened lately; where there are none, ask as the first time."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._names.clear()
        was_first, self._is_first = self._is_first, not paths
        self._show_ways()
        if self._is_first and not was_first and self.isVisible():
            self.first.begin()
        if not paths:
            return
        self._list.addWidget(Label(tr("Opened lately"), kind="section"))
        for path in paths:
            row = QWidget()
            line = across(row, spacing=10)
            name = link(Path(path).name)
            name.clicked.connect(lambda _checked=False, at=path: self.recent_wanted.emit(at))
            self._names.append(name)
            line.addWidget(name)
            line.addWidget(Label(str(Path(path).parent), kind="hint", cut=True), 1)
            self._list.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
            row.show()

    def _build_progress(self, column: QVBoxLayout) -> None:
        line = across(self.progress, spacing=12)
        self.how_far.setFixedWidth(BAR)
        line.addWidget(self.how_far)
        line.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self.progress.setVisible(False)
        self.stop_button.clicked.connect(self.stop)
        column.addWidget(self.progress)

    def _show_ways(self, opening: str = "") -> None:
        self._is_opening = bool(opening)
        self.progress.setVisible(False)
        self._ticket = None
        if opening:
            text = tr("Opening {name} …").format(name=opening)
        elif self._is_first:
            text = tr("Welcome. Make a casebook, or look at the sample first.")
        else:
            text = tr("No casebook is open.")
        self._sentence.set_text(text)
        self._ways.setVisible(not opening)
        self._recent.setVisible(not opening)
        self.first.setVisible(self._is_first and not opening)
        self.new_button.setVisible(not self._is_first)
        self.sample_button.setVisible(not self._is_first)
        self.open_button.setProperty("main", not self._is_first)
        self.open_button.style().unpolish(self.open_button)
        self.open_button.style().polish(self.open_button)
