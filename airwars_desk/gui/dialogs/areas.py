"""Areas: names for lists of places and polygons, with how many incidents lie inside each.

Places stand one on a line, corners of a polygon one on a line as "latitude, longitude"; lines that
are not understood stay and are named. Everything is saved as one change when the dialog closes by
its main button.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui import declared_requests
from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import LongText
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.text import number, one_line
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr
from airwars_desk.records.case import Item
from airwars_desk.rules.areas import read_corners, ring_of

SIDE = 320


class AreasDialog(Frame):
    """The list at the leading edge, the area at the cursor beside it."""

    def __init__(self, parent: QWidget | None, runner: BaseRunner, *, writable: bool) -> None:
        super().__init__(parent, tr("Areas"), tr("Save the areas"), width=860)
        self._runner = runner
        self._is_writable = writable
        self._is_showing = False
        self._counts: dict[str, int] = {}
        self.items: list[Item] = []
        theme = getattr(parent, "theme", LIGHT)
        self.table, self.model = cell_table(
            theme, (Column(tr("Area")), Column(tr("Incidents"), 84, TRAIL))
        )
        self.table.setAccessibleName(tr("Areas"))
        self.name, self.aliases = TextBox(), TextBox()
        self.places, self.polygon = LongText(lines=6), LongText(lines=6)
        self.note = LongText(lines=2)
        self.inside = Label(ink="ink2")
        self.unread = Paragraph(ink="warn")
        self.add_button, self.remove_button = button(tr("New area")), button(tr("Remove"))
        self._fields = (self.name, self.aliases, self.places, self.polygon, self.note)
        self._build()
        self.main.setEnabled(writable)
        for field in self._fields:
            field.edited.connect(self._take)
        self.table.current.connect(lambda _row: self._show_area())
        self.table.installEventFilter(self)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        runner.run(declared_requests.areas, self._show, owner=self)

    def add(self) -> None:
        """Begin an area."""
        from airwars_desk.operations.standalone import new_item

        self.items.append(new_item("area"))
        self._show_list(len(self.live()) - 1)
        self.name.setFocus()

    def remove(self) -> None:
        """Take the area at the cursor away; saving makes it so, undo brings it back."""
        item = self.current()
        if item is not None:
            item.is_live = False
            self._show_list(max(0, self.table.currentIndex().row() - 1))

    def live(self) -> list[Item]:
        """Return the areas of the list."""
        return [item for item in self.items if item.is_live]

    def current(self) -> Item | None:
        """Return the area at the cursor."""
        row, live = self.table.currentIndex().row(), self.live()
        return live[row] if 0 <= row < len(live) else None

    def on_main(self) -> None:
        """Save all as one change; an area needs a name, and every corner must be read."""
        for place, item in enumerate(self.live()):
            problem = _problem(item)
            if problem:
                self._show_list(place)
                self.say_problem(problem)
                self.name.setFocus()
                return
        self._runner.run(
            partial(declared_requests.save, items=self.items),
            lambda _change: self.accept(),
            failed=lambda refused: self.say_problem(f"{refused.sentence} {refused.hint}".strip()),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list N adds and Delete removes."""
        if watched is self.table and isinstance(event, QKeyEvent) and self._is_writable:
            is_press = event.type() == QEvent.Type.KeyPress
            if event.key() == Qt.Key.Key_N and not event.modifiers():
                if is_press:
                    self.add()
                event.accept()
                return True
            if is_press and event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
        return super().eventFilter(watched, event)

    def _show(self, found: tuple[list[Item], list[int]]) -> None:
        self.items = found[0]
        self._counts = {item.uid: count for item, count in zip(found[0], found[1], strict=True)}
        self._show_list(0)

    def _show_list(self, at: int) -> None:
        self._is_showing = True
        live = self.live()
        self.model.set_rows([self._row(item) for item in live], [item.uid for item in live])
        if live:
            self.table.setCurrentIndex(self.model.index(min(at, len(live) - 1), 0))
        self._is_showing = False
        self._show_area()

    def _row(self, item: Item) -> tuple[Cell, ...]:
        name = one_line(item.values.get("name"))
        return (
            Cell(name or tr("no name yet"), ink="ink" if name else "ink3", weight=500),
            Cell(number(self._counts.get(item.uid)), ink="ink2"),
        )

    def _show_area(self) -> None:
        if self._is_showing:
            return
        item = self.current()
        get: Any = item.values.get if item is not None else {}.get
        self._is_showing = True
        self.name.set_value(get("name"))
        self.aliases.set_value("; ".join(get("aliases") or ()) or None)
        self.places.set_value("\n".join(get("places") or ()) or None)
        self.polygon.set_value(_lines_of(get("polygon")))
        self.note.set_value(get("note"))
        self._is_showing = False
        for field in (*self._fields, self.remove_button):
            field.setEnabled(item is not None and self._is_writable)
        self.add_button.setEnabled(self._is_writable)
        self.unread.set_text("")
        self._say_inside()

    def _take(self) -> None:
        """Read what stands in the fields into the area at the cursor."""
        item = self.current()
        if item is None or self._is_showing:
            return
        corners, refused = read_corners(str(self.polygon.value() or "").splitlines())
        values: dict[str, Any] = {
            "name": str(self.name.value() or "").strip() or None,
            "aliases": _parts(self.aliases.value(), ";"),
            "places": _parts(self.places.value(), "\n"),
            "polygon": [*corners, *refused],
            "note": self.note.value(),
        }
        values = {**item.values, **values}
        item.values = {name: value for name, value in values.items() if value not in (None, [])}
        text = ntr("{number} line is no corner: {lines}", "{number} lines are no corners: {lines}",
                   len(refused))  # fmt: skip
        shown = text.format(number=number(len(refused)), lines="; ".join(refused[:3]))
        self.unread.set_text(shown if refused else "")
        self._renew_rows()
        self._runner.run(
            partial(declared_requests.inside, values=dict(item.values)),
            partial(self._count, item),
            lane="areas",
            owner=self,
        )

    def _count(self, item: Item, count: int) -> None:
        self._counts[item.uid] = count
        self._renew_rows()
        self._say_inside()

    def _renew_rows(self) -> None:
        """Show names and counts again; the cursor stays."""
        row = self.table.currentIndex().row()
        self._is_showing = True
        self.model.set_rows([self._row(one) for one in self.live()])
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._is_showing = False

    def _say_inside(self) -> None:
        item = self.current()
        count = self._counts.get(item.uid) if item is not None else None
        text = ntr("{number} incident lies inside", "{number} incidents lie inside", count or 0)
        self.inside.set_text(text.format(number=number(count)) if count is not None else "")

    def _build(self) -> None:
        row = across(self.body, spacing=16)
        left = QWidget()
        left.setFixedWidth(SIDE)
        column = down(left, spacing=8)
        self.table.setMinimumHeight(300)
        column.addWidget(self.table, 1)
        line = QWidget()
        buttons = across(line)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        for one in (self.add_button, self.remove_button):
            one.setAutoDefault(False)
        column.addWidget(line)
        row.addWidget(left)
        right = QWidget()
        column = down(right, spacing=8)
        fields = QWidget()
        grid = form(fields)
        add_field(grid, tr("Name"), self.name)
        add_field(grid, tr("Also written"), self.aliases)
        add_field(grid, tr("Places"), self.places)
        add_field(grid, tr("Polygon"), self.polygon)
        add_field(grid, tr("Note"), self.note)
        self.aliases.setPlaceholderText(tr("apart by semicolons"))
        self.places.setPlaceholderText(tr("one place on a line"))
        self.polygon.setPlaceholderText(tr("one corner on a line: latitude, longitude"))
        column.addWidget(fields)
        column.addWidget(self.unread)
        column.addWidget(self.inside)
        column.addStretch(1)
        row.addWidget(right, 1)


def _parts(text: Any, divider: str) -> list[str]:
    return [part.strip() for part in str(text or "").split(divider) if part.strip()]


def _lines_of(polygon: Any) -> str | None:
    lines = [
        ", ".join(str(number_) for number_ in corner) if isinstance(corner, list) else str(corner)
        for corner in polygon or ()
    ]
    return "\n".join(lines) or None


def _problem(item: Item) -> str:
    """What keeps an area from being saved, "" for nothing."""
    if not item.values.get("name"):
        return tr("Every area needs a name.")
    polygon = item.values.get("polygon") or []
    if any(not isinstance(corner, list) for corner in polygon):
        return tr("A line of the polygon is no corner; write latitude, longitude.")
    if polygon and not ring_of(polygon):
        return tr("A polygon needs at least three corners.")
    return ""
