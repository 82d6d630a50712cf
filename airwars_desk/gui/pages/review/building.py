"""Where the parts of the Review page stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.pages.review.waiting import WIDTH
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.label import rule
from airwars_desk.gui.widgets.panes import QuietSplitter, across, down, empty_state
from airwars_desk.gui.widgets.room import Room
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.pages.review.page import ReviewPage


def put_together(page: "ReviewPage", theme: Theme) -> None:
    """What waits at the leading edge; beside it head, table, panes below it, effect and buttons."""
    row = across(page, spacing=0)
    row.addWidget(page.strip)
    panes = QuietSplitter(theme, Qt.Orientation.Horizontal)
    panes.addWidget(page.waiting)
    main = QWidget()
    column = down(main)
    column.addWidget(page.head)
    column.addWidget(rule())
    column.addWidget(page.head.differing)
    body = QuietSplitter(theme, Qt.Orientation.Vertical)
    inner = down(page.upper)
    inner.addWidget(page.table, 1)
    inner.addWidget(page.same)
    body.addWidget(page.upper)
    lower = QuietSplitter(theme, Qt.Orientation.Horizontal)
    for pane in (page.narrative, page.evidence, page.reasons):
        lower.addWidget(pane)
    lower.setSizes([400, 400, 240])
    lower.setMinimumHeight(104)
    page.upper.setMinimumHeight(116)
    body.addWidget(lower)
    body.setSizes([430, 250])
    column.addWidget(body, 1)
    column.addWidget(rule())
    column.addWidget(Room(page.effect))
    column.addWidget(page.bar)
    page.stack.addWidget(main)
    none = tr("Nothing waits: no incident is in review, and none was assessed since its decision.")
    page.stack.addWidget(empty_state(theme, none, tr("Assess an incident"), "G"))
    panes.addWidget(page.stack)
    panes.setSizes([WIDTH, 1000])
    panes.setStretchFactor(1, 1)
    row.addWidget(panes, 1)


def holds_focus(pane: QWidget) -> bool:
    """Tell whether the cursor is in a pane."""
    focus = pane.window().focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
