"""The grid of counts: a row per group, killed and injured with two boxes each.

The same grid serves what one source says, the working range and a concession. A row of counts is
made when its first number is typed; unknown stays unknown and 0 stays 0.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from airwars_desk.gui.forms.boxes import CountBox
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.readings import GROUP_ORDER, counts_of
from airwars_desk.gui.sentences import field_label
from airwars_desk.gui.widgets.label import Label
from airwars_desk.i18n import tr
from airwars_desk.records.counts import NUMBERS

DASH_WIDTH = 8


def join_ranges(boxes: Mapping[tuple[str, str], CountBox]) -> None:
    """Let a range that is typed into a lower box, by group and field, fill the upper one too."""
    for (group, name), box in boxes.items():
        if name.endswith("_min"):
            box.upper = boxes[group, name.replace("_min", "_max")]


class CountsGrid(QWidget):
    """Boxes for the main groups below one owner.

    Args:
        editing: the case at hand.
        kind: the kind of counts: reported_count, working_range or concession.
        groups: uids of the groups, one row each.
    """

    def __init__(self, editing: Editing, kind: str, groups: Sequence[str] = GROUP_ORDER) -> None:
        super().__init__()
        self._editing = editing
        self._kind = kind
        self._owner = ""
        self._groups = tuple(groups)
        self.boxes: dict[tuple[str, str], CountBox] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(4)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(0, 1)
        self._labels: dict[str, Label] = {}
        self._build()
        editing.edited.connect(self._on_edited)

    def show_owner(self, owner: str) -> None:
        """Show the counts of another owner, "" for none."""
        self._owner = owner
        self.setEnabled(bool(owner) and self._editing.is_writable)
        for group in self._groups:
            title = self._editing.words.label(group)
            self._labels[group].set_text(title)
            item = counts_of(self._editing.case, self._kind, owner, group) if owner else None
            for name in NUMBERS:
                value = item.values.get(name) if item is not None else None
                self.boxes[group, name].set_value(value)
                self.boxes[group, name].setAccessibleName(
                    f"{title}, {field_label(self._kind, name)}"
                )

    def _build(self) -> None:
        titles = (tr("Group"), tr("Killed"), tr("to"), tr("Injured"), tr("to"))
        for column, title in enumerate(titles):
            label = Label(title, kind="header")
            centre = Qt.AlignmentFlag.AlignHCenter if column else Qt.AlignmentFlag.AlignLeading
            self.grid.addWidget(label, 0, column, centre)
        for line, group in enumerate(self._groups, 1):
            label = Label("")
            self._labels[group] = label
            self.grid.addWidget(label, line, 0)
            for column, name in enumerate(NUMBERS, 1):
                box = CountBox()
                box.edited.connect(
                    lambda at=group, field=name, source=box: self._put(at, field, source.value())
                )
                self.boxes[group, name] = box
                self.grid.addWidget(box, line, column)
        join_ranges(self.boxes)

    def _put(self, group: str, name: str, value: int | None) -> None:
        if not self._owner:
            return
        item = counts_of(self._editing.case, self._kind, self._owner, group)
        if item is None:
            if value is None:
                return
            item = self._editing.add(self._kind, self._owner, group=group, form="group")
        self._editing.set(item.uid, name, value)

    def _on_edited(self, uid: str, name: str) -> None:
        item = self._editing.case.items.get(uid)
        if item is None or item.kind != self._kind or item.owner != self._owner:
            return
        box = self.boxes.get((str(item.values.get("group")), name))
        if box is not None and not box.hasFocus() and box.value() != item.values.get(name):
            box.set_value(item.values.get(name))
