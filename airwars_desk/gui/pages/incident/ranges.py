"""The Ranges tab: working numbers per group, every source on one scale, decided at the far edge."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from airwars_desk.gui.forms.boxes import CountBox
from airwars_desk.gui.forms.choosers import LongText
from airwars_desk.gui.forms.counts import join_ranges
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.readings import GROUP_ORDER, counts_of, decision_of, pair
from airwars_desk.gui.text import UNKNOWN, span
from airwars_desk.gui.theme import CELL, MARGIN, Theme
from airwars_desk.gui.views import Pair
from airwars_desk.gui.widgets.check_list import CheckList
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.scale import Mark, Scale, ScaleAxis, nice_top
from airwars_desk.i18n import tr
from airwars_desk.records.counts import CHILDREN, CIVILIANS, COMBATANTS, MEN, WOMEN

KILLED, INJURED = ("killed_min", "killed_max"), ("injured_min", "injured_max")
WHY_WIDTH, WHY_NARROW = 300, 216
WIDE = 900


def lines() -> tuple[tuple[str, tuple[str, str], str], ...]:
    """Return group, the two numbers and the title of each line, in their order."""
    return (
        (CIVILIANS, KILLED, tr("Civilians killed")),
        (CIVILIANS, INJURED, tr("Civilians injured")),
        (CHILDREN, KILLED, tr("Children killed")),
        (WOMEN, KILLED, tr("Women killed")),
        (MEN, KILLED, tr("Men killed")),
        (COMBATANTS, KILLED, tr("Combatants killed")),
        (CHILDREN, INJURED, tr("Children injured")),
        (WOMEN, INJURED, tr("Women injured")),
        (MEN, INJURED, tr("Men injured")),
        (COMBATANTS, INJURED, tr("Combatants injured")),
    )


class RangesTab(QWidget):
    """Min and max are two boxes: Tab goes through min, max, next."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._theme = theme
        self._editing = editing
        self.boxes: dict[tuple[str, str], CountBox] = {}
        self._scales: list[Scale] = []
        self._decided: list[Label] = []
        self._others = Label(kind="hint")
        self._axis = ScaleAxis(theme)
        self._why_title = Label(kind="section")
        self.why = LongText(lines=4)
        self.why.setMaximumHeight(92)
        self.why.setObjectName("reason")
        self.why.setAccessibleName(tr("Why this range"))
        self.why.edited.connect(self._put_why)
        self.checks = CheckList(theme)
        self._build()
        editing.edited.connect(self._on_edited)

    def renew(self) -> None:
        """Show the numbers of the case."""
        case = self._editing.case
        for group, names, _ in lines():
            item = counts_of(case, "working_range", case.uid, group)
            for name in names:
                box = self.boxes[group, name]
                value = item.values.get(name) if item is not None else None
                if not box.hasFocus() or box.value() != value:
                    box.set_value(value)
                box.setReadOnly(not self._editing.is_writable)
        civilians = counts_of(case, "working_range", case.uid, CIVILIANS)
        self.why.set_value(civilians.values.get("reason") if civilians is not None else None)
        self._renew_scales()
        others = [
            self._editing.words.label(item.values.get("group"))
            for item in case.of("working_range", case.uid)
            if item.values.get("group") not in GROUP_ORDER
        ]
        text = tr("Also recorded: {groups}").format(groups=", ".join(others)) if others else ""
        self._others.set_text(text)

    def focus_field(self, group: str, name: str) -> bool:
        """Put the cursor into a number; returns whether it is here."""
        box = self.boxes.get((group, name))
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box is not None

    def _renew_scales(self) -> None:
        case = self._editing.case
        decision = decision_of(case)
        everything = [
            (self._marks(group, names), self._pair(group, names)) for group, names, _ in lines()
        ]
        numbers = [mark.high for marks, _ in everything for mark in marks]
        numbers += [value for _, band in everything for value in band if value is not None]
        top = nice_top(max(numbers, default=0))
        self._axis.show_top(top)
        for number, (group, names, _) in enumerate(lines()):
            marks, band = everything[number]
            self._scales[number].show_marks(marks, band, top)
            row = (
                counts_of(case, "decided_range", decision.uid, group)
                if decision is not None
                else None
            )
            self._decided[number].set_text(span(*pair(row, names)))
        title = span(*self._pair(CIVILIANS, KILLED))
        self._why_title.set_text(
            tr("Why") if title == UNKNOWN else tr("Why {range}").format(range=title)
        )

    def _marks(self, group: str, names: tuple[str, str]) -> list[Mark]:
        case = self._editing.case
        found = []
        for number, citation in enumerate(case.of("citation"), 1):
            low, high = pair(counts_of(case, "reported_count", citation.uid, group), names)
            ends = [value for value in (low, high) if value is not None]
            if ends:
                found.append(Mark(f"S{number}", min(ends), max(ends)))
        return sorted(found, key=lambda mark: (mark.low + mark.high, mark.name))

    def _pair(self, group: str, names: tuple[str, str]) -> Pair:
        case = self._editing.case
        return pair(counts_of(case, "working_range", case.uid, group), names)

    def _put(self, group: str, name: str, value: int | None) -> None:
        case = self._editing.case
        item = counts_of(case, "working_range", case.uid, group)
        if item is None:
            if value is None:
                return
            item = self._editing.add("working_range", case.uid, group=group, form="group")
        self._editing.set(item.uid, name, value)

    def _put_why(self) -> None:
        case = self._editing.case
        item = counts_of(case, "working_range", case.uid, CIVILIANS)
        if item is None:
            item = self._editing.add("working_range", case.uid, group=CIVILIANS, form="group")
        self._editing.set(item.uid, "reason", self.why.value())

    def _on_edited(self, uid: str, _name: str) -> None:
        item = self._editing.case.items.get(uid)
        if item is not None and item.kind in ("working_range", "reported_count"):
            self._renew_scales()

    def _build(self) -> None:
        row = across(self, spacing=0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = down(inner, margins=(8, 0, 8, 8), spacing=6)
        column.addWidget(self._grid_widget())
        column.addWidget(self._others)
        column.addStretch(1)
        area.setWidget(inner)
        row.addWidget(area, 1)
        row.addWidget(rule(vertical=True))
        side = QWidget()
        beside = QScrollArea()
        beside.setWidgetResizable(True)
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setFixedWidth(WHY_WIDTH)
        self._beside = beside
        beside.setWidget(side)
        column = down(side, margins=(MARGIN, 12, MARGIN, 12), spacing=8)
        column.addWidget(self._why_title)
        column.addWidget(self.why)
        column.addWidget(self.checks)
        column.addStretch(1)
        row.addWidget(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side gives way before the numbers do."""
        super().resizeEvent(event)
        self._beside.setFixedWidth(WHY_WIDTH if self.width() >= WIDE else WHY_NARROW)

    def _grid_widget(self) -> QWidget:
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, 150)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(3, 90)
        for column, title in enumerate((tr("Group"), tr("Working"), "", tr("Decided"))):
            if column == 2:
                grid.addWidget(self._axis, 0, column)
                continue
            label = Label(title, kind="header")
            label.setContentsMargins(CELL, 0, CELL, 0)
            label.setFixedHeight(28)
            trailing = Qt.AlignmentFlag.AlignTrailing if column == 3 else Qt.AlignmentFlag(0)
            grid.addWidget(label, 0, column, trailing)
        grid.addWidget(rule(strong=True), 1, 0, 1, 4)
        for number, (group, names, title) in enumerate(lines()):
            self._add_line(grid, 2 + 2 * number, group, names, title)
        return widget

    def _add_line(
        self, grid: QGridLayout, at: int, group: str, names: tuple[str, str], title: str
    ) -> None:
        label = Label(title, kind="strong")
        label.setContentsMargins(CELL, 0, CELL, 0)
        grid.addWidget(label, at, 0)
        pair_ = QWidget()
        pair_.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a range reads so everywhere
        row = across(pair_, margins=(CELL, 0, CELL, 0), spacing=4)
        for position, name in enumerate(names):
            box = CountBox()
            box.setAccessibleName(f"{title}, {tr('at least') if not position else tr('up to')}")
            box.edited.connect(
                lambda at_group=group, field=name, source=box: self._put(
                    at_group, field, source.value()
                )
            )
            self.boxes[group, name] = box
            row.addWidget(box)
            if not position:
                row.addWidget(Label("–", ink="ink3"))
        join_ranges(self.boxes)
        grid.addWidget(pair_, at, 1)
        scale = Scale(self._theme)
        self._scales.append(scale)
        grid.addWidget(scale, at, 2)
        decided = Label(kind="body", ink="ink2")
        decided.setContentsMargins(CELL, 0, CELL, 0)
        self._decided.append(decided)
        grid.addWidget(
            decided, at, 3, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        )
        grid.addWidget(rule(), at + 1, 0, 1, 4)
