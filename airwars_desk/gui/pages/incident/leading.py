"""Where the cursor goes on the page of an incident: from pane to pane, to what a check names."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.forms.typed import told, unread

if TYPE_CHECKING:
    from airwars_desk.gui.pages.incident.page import IncidentPage


def next_pane(page: "IncidentPage") -> None:
    """Walk the panes: sources, text, values, tab. A folded strip opens."""
    if page.is_folded:
        page.fold(folded=False)
        page.upper.reveal(page.sources)
        page.sources.table.setFocus()
        return
    panes: list[QWidget] = [page.sources, page.text, page.this_source, page.tabs]
    focus = page.focusWidget()
    now = next(
        (n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)),
        len(panes) - 1,
    )
    target = panes[(now + 1) % len(panes)]
    page.upper.reveal(target)
    if target is page.sources:
        page.sources.table.setFocus()
    elif target is page.text:
        page.text.original.setFocus()
    else:
        enter(target)


def enter(pane: QWidget) -> None:
    """Put the cursor into the first place of a pane that shows it."""
    for widget in pane.findChildren(QWidget):
        tabs_there = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabs_there and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
    pane.setFocus(Qt.FocusReason.OtherFocusReason)


def lead_to(page: "IncidentPage", uid: str, name: str) -> None:
    """Put the cursor into the field a check is about."""
    item = page.case.items.get(uid)
    if item is None:
        return
    if item.kind == "working_range":
        page.show_tab("ranges")
        page.ranges.focus_field(str(item.values.get("group")), name or "killed_min")
    elif item.kind in ("victim", "family"):
        page.show_tab("victims")
        page.tabs.tab("victims").focus_record(uid, name)
    elif item.kind in ("citation", "reported_count"):
        page.fold(folded=False)
        page.sources.choose(uid if item.kind == "citation" else str(item.owner))
    elif item.kind == "incident":
        for tab in ("where", "facts"):
            if page.tabs.tab(tab).focus_field(name):
                page.show_tab(tab)
    elif item.kind == "narrative":
        page.show_tab("narrative")
        page.tabs.tab("narrative").focus_missing()
    else:
        page.show_tab("attribution")


def lead_to_unread(page: "IncidentPage") -> str:
    """Put the cursor into a field whose text cannot be read and say which; "" for none."""
    field = next(unread(page), None)
    if field is None:
        return ""
    tab = page.tabs.holding(field)
    if tab:
        page.show_tab(tab)
    else:
        page.fold(folded=False)
        for pane in (page.sources, page.this_source):
            if pane.isAncestorOf(field):
                page.upper.reveal(pane)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return told(field)
