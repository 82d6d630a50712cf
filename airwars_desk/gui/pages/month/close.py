"""The foot of the month: what keeps it open, each a link to its incidents."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.month_queries import Mark
from airwars_desk.gui.text import day, number
from airwars_desk.gui.theme import MARGIN
from airwars_desk.gui.widgets.flow import FlowLayout
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across
from airwars_desk.i18n import N_, tr

OPEN: tuple[tuple[str, str], ...] = (
    ("in_review", N_("{number} in review")),
    ("returned", N_("{number} returned")),
    ("no_location", N_("{number} without location")),
    ("not_reviewed", N_("{number} not reviewed")),
)


class CloseFoot(QWidget):
    """Says what is open in the month, as links; closing itself comes with a later page."""

    opened = Signal(object)  # the Mark

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(kind="count")
        self.links: dict[str, QPushButton] = {}
        row = across(self, margins=(MARGIN, 6, MARGIN, 6), spacing=14)
        words = QWidget()
        flow = FlowLayout(words, gap=14)
        for widget in (self.title, *map(self._link, [name for name, _ in OPEN])):
            flow.addWidget(widget)
        row.addWidget(words, 1)

    def show_open(self, month: str, found: dict[str, Any]) -> None:
        """Show what is open in a month; what is not is no link."""
        if not month:
            self.title.set_text(tr("No month is open."))
        elif any(found[name] for name, _ in OPEN):
            name = day(month, full=True).split(" ")[0]
            self.title.set_text(tr("Close {month}").format(month=name))
        else:
            self.title.set_text(
                tr("Nothing keeps {month} open.").format(month=day(month, full=True))
            )
        for name, words in OPEN:
            count = found[name] if month else 0
            button = self.links[name]
            button.setText(tr(words).format(number=number(count)))
            button.setVisible(bool(count))
            button.setProperty("count", count)
        self.updateGeometry()

    def _link(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName("link")
        button.setFont(fonts.font("body"))
        button.clicked.connect(
            lambda: self.opened.emit(Mark(kind=name, incidents=int(button.property("count") or 0)))
        )
        self.links[name] = button
        return button
