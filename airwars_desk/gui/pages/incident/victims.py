"""The Victims tab: people by family, both scripts, age beside age as written; edited in place."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.models.victims import FIELDS, VictimsModel, is_named_victim, named_killed
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.pages.incident.victim_table import VictimTable
from airwars_desk.gui.readings import counts_of, killed
from airwars_desk.gui.text import span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import across, down, foot, hint, link
from airwars_desk.gui.widgets.range_bar import RangeBar
from airwars_desk.gui.widgets.side_strip import SideStrip
from airwars_desk.i18n import tr
from airwars_desk.records.counts import CIVILIANS

MORE = (
    "is_pregnant",
    "age_group",
    "is_contested",
    "profession",
    "moh_id",
    "identifiers",
    "names_other",
    "url",
)
MORE_WIDTH = 324
WIDE = 1200


class VictimsTab(QWidget):
    """Enter edits a cell, N adds below, Shift+N a family, Delete removes."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._theme = theme
        self._editing = editing
        self._is_open = False
        self.model = VictimsModel(editing, self)
        self.table = VictimTable(theme, self)
        self.table.setModel(self.model)
        self._named = Label(kind="title")
        self._of = Label(kind="quiet-range", ink="ink2")
        self._bar = RangeBar(theme)
        self._has_bar = False  # nobody killed and nobody named: there is nothing to compare
        self._tallies = [Label(ink="ink2") for _ in range(4)]
        self._more_name = Label(kind="count", cut=True)
        self._more = Form(editing, "victim", MORE, label_width=152)
        self._family = Form(editing, "family", ("name", "name_local", "notes"), label_width=152)
        self._build()
        self.table.current.connect(self._on_current)
        editing.edited.connect(self._on_edited)
        editing.reshaped.connect(self._on_reshaped)

    def renew(self) -> None:
        """Show the victims of the case."""
        keep = self.current_uid()
        self.model.renew()
        self.table.clearSpans()
        for family in self.model.families():
            self.table.setSpan(family, 1, 1, len(self.model.columns) - 1)
        row = self.model.row_of(keep) if keep else -1
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(max(row, 0), 1))
        self._show_tally()
        self._on_current(self.table.currentIndex().row())

    def current_uid(self) -> str:
        """Return the uid of the victim or family at the cursor, "" for none."""
        line = self.model.line(self.table.currentIndex().row())
        return line.uid if line is not None else ""

    def focus_record(self, uid: str, name: str) -> None:
        """Put the cursor on a victim's field."""
        row = self.model.row_of(uid)
        if row >= 0:
            column = FIELDS.index(name) if name in FIELDS else 1
            self.table.setCurrentIndex(self.model.index(row, column))
            self.table.setFocus()

    def add_victim(self) -> None:
        """Add a victim to the family at the cursor and begin with the name."""
        if not self._editing.is_writable:
            return
        line = self.model.line(self.table.currentIndex().row())
        family = None
        if line is not None and line.uid:
            family = line.uid if line.is_family else self._editing.get(line.uid, "family")
        item = self._editing.add("victim", family=family, status="killed")
        self._edit(item.uid)

    def add_family(self) -> None:
        """Add a family and begin with its name."""
        if self._editing.is_writable:
            self._edit(self._editing.add("family").uid)

    def remove_current(self) -> None:
        """Remove the victim or the family at the cursor; its people stay, without a family."""
        line = self.model.line(self.table.currentIndex().row())
        if line is None or not line.uid or not self._editing.is_writable:
            return
        if line.is_family:
            for item in self._editing.case.of("victim"):
                if item.values.get("family") == line.uid:
                    self._editing.set(item.uid, "family", None)
        self._editing.remove(line.uid)

    def _edit(self, uid: str) -> None:
        row = self.model.row_of(uid)
        index = self.model.index(row, 1)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def _show_tally(self) -> None:
        case = self._editing.case
        victims = case.of("victim")
        pair = killed(counts_of(case, "working_range", case.uid, CIVILIANS))
        named = named_killed(victims)
        self._named.set_text(str(named))
        self._of.set_text(tr("of {range} killed are named").format(range=span(*pair)))
        top = max(named, *(value or 0 for value in pair), 1)
        self._bar.set_range(named, top, top)
        self._has_bar = any((named, *pair))
        self._fit()
        values = [item.values for item in victims]
        tallies = (
            (tr("Children {number}"), sum(v.get("age_group") == "child" for v in values)),
            (
                tr("Women {number}"),
                sum(v.get("sex") == "female" and v.get("age_group") != "child" for v in values),
            ),
            (
                tr("Men {number}"),
                sum(v.get("sex") == "male" and v.get("age_group") != "child" for v in values),
            ),
            (tr("Without a name {number}"), sum(not is_named_victim(v) for v in values)),
        )
        for label, (text, number) in zip(self._tallies, tallies, strict=True):
            label.set_text(text.format(number=number))

    def _on_current(self, row: int) -> None:
        line = self.model.line(row)
        is_victim = line is not None and not line.is_family
        uid = line.uid if line is not None and is_victim else ""
        self._more.show_record(uid)
        family = line.uid if line is not None and line.is_family else ""
        self._family.show_record(family)
        self._more.setVisible(not family)
        self._family.setVisible(bool(family))
        if family:
            self._more_name.set_text(tr("Family"))
            return
        values = self._editing.case.items[uid].values if uid else {}
        self._more_name.set_text(values.get("name") or values.get("name_local") or tr("More"))

    def _on_edited(self, uid: str, _name: str) -> None:
        item = self._editing.case.items.get(uid)
        if item is not None and item.kind in ("victim", "family", "working_range"):
            self._show_tally()
            row = self.model.row_of(uid)
            if row >= 0:
                last = len(self.model.columns) - 1
                self.model.dataChanged.emit(self.model.index(row, 0), self.model.index(row, last))

    def _on_reshaped(self, kind: str) -> None:
        if kind in ("victim", "family", "mention"):
            self.renew()

    def _build(self) -> None:
        row = across(self, spacing=0)
        main = QWidget()
        column = down(main)
        head = QWidget()
        head.setFixedHeight(44)
        line = across(head, margins=(MARGIN, 0, MARGIN, 0), spacing=14)
        line.addWidget(self._named)
        line.addWidget(self._of)
        self._bar.setFixedWidth(160)
        line.addWidget(self._bar)
        for label in self._tallies:
            line.addWidget(label)
        line.addStretch(1)
        add = link(tr("New victim"))
        add.clicked.connect(self.add_victim)
        line.addWidget(add)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        keys = (
            hint(self._theme, tr("Row"), "↑", "↓"),
            hint(self._theme, tr("Edit"), "Enter"),
            hint(self._theme, tr("New below"), "N"),
            hint(self._theme, tr("New family"), "Shift N"),
            hint(self._theme, tr("Remove"), "Del"),
        )
        column.addWidget(foot(*keys))
        row.addWidget(main, 1)
        row.addWidget(rule(vertical=True))
        self._side = side = QWidget()
        side.setFixedWidth(MORE_WIDTH)
        column = down(side, margins=(MARGIN, 12, MARGIN, 12), spacing=8)
        column.addWidget(self._more_name)
        column.addWidget(self._more, 1)
        column.addWidget(self._family, 1)
        row.addWidget(side)
        self._strip = SideStrip(self._theme, tr("More"))
        self._strip.opened.connect(self._open_more)
        row.addWidget(self._strip)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what else is known of a victim folds to a strip."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= WIDE
        shows = wide or self._is_open
        self._side.setVisible(shows)
        self._strip.setVisible(not shows)
        self._bar.setVisible(wide and self._has_bar)
        for label in self._tallies:
            label.setVisible(wide)

    def _open_more(self) -> None:
        """Open what is folded; it folds again when the cursor goes back to the table."""
        self._is_open = True
        self._fit()
        form = self._family if self._family.isVisible() else self._more
        first = next(iter(form.editors.values()), None)
        if first is not None:
            first.setFocus()

    def fold_more(self) -> None:
        """The cursor is back in the table."""
        if self._is_open:
            self._is_open = False
            self._fit()
