"""The key sheet: every action with its keys, by menu, and the keys of each page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from airwars_desk.gui.actions import ACTIONS, MENUS
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.local_keys import LOCAL_KEYS
from airwars_desk.gui.menus import spelled
from airwars_desk.gui.theme import LIGHT, Theme
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.i18n import tr

Line = tuple[str, tuple[str, ...]]
WIDTH, HEIGHT = 820, 640
ROOM = 80  # pixels of the screen that stay free above and below


class KeySheet(Frame):
    """Two columns, scrolled where the screen is small; the page one is on comes first."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Keys"), tr("Close"), width=WIDTH)
        self.cancel.setVisible(False)
        theme: Theme = getattr(parent, "theme", LIGHT)
        inner = QWidget()
        row = across(inner, margins=(0, 0, 12, 0), spacing=36)
        columns = [(QWidget(), 0), (QWidget(), 0)]
        layouts = [down(widget, spacing=14) for widget, _ in columns]
        heights = [0, 0]
        for title, lines in blocks(str(getattr(parent, "page", ""))):
            shorter = 0 if heights[0] <= heights[1] else 1
            layouts[shorter].addWidget(_block(theme, title, lines))
            heights[shorter] += len(lines) + 2
        for (widget, _), layout in zip(columns, layouts, strict=True):
            layout.addStretch(1)
            row.addWidget(widget, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down(self.body).addWidget(self.area, 1)
        room = self.screen().availableSize()
        top = parent.height() if parent is not None else room.height()
        self.resize(WIDTH, min(HEIGHT, max(360, top - ROOM), room.height() - ROOM))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the sheet, so that the arrow keys scroll it."""
        super().showEvent(event)
        self.area.setFocus()


def blocks(page: str) -> list[tuple[str, list[Line]]]:
    """Return title and lines of every block, that of a page first. Pure."""
    names = sorted(LOCAL_KEYS, key=lambda name: name != page)
    local = [
        (tr(title), [(tr(one.title), one.keys) for one in lines])
        for title, lines in (LOCAL_KEYS[name] for name in names)
    ]
    menus = [
        (
            tr(title),
            [(tr(item.title), item.keys) for item in ACTIONS if item.menu == place and item.keys],
        )
        for place, title in MENUS.items()
    ]
    here = local[:1] if page in LOCAL_KEYS else []
    return [*here, *menus, *local[len(here) :]]


def _block(theme: Theme, title: str, lines: Sequence[Line]) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(title, kind="section"), 0, 0)
    for number, (text, keys) in enumerate(lines, 1):
        grid.addWidget(Paragraph(text), number, 0)
        hints = QWidget()
        row = across(hints, spacing=4)
        row.addStretch(1)
        for key in keys:
            row.addWidget(KeyHint(theme, spelled(key), always=True))
        grid.addWidget(hints, number, 1)
    return block
