"""Months not monitored: a list of them, and the fields of the one at hand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.text import day
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.filter_part import FilterPart
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.i18n import tr
from airwars_desk.operations.standalone import new_item
from airwars_desk.records.case import Item
from airwars_desk.rules.dates import is_month

KIND = "monitoring_gap"
TEXTS = ("month_from", "month_to", "reason")
TERMS = (("belligerents", "belligerent"), ("countries", "country"))


class Gaps(Frame):
    """Edits copies of what it is given; `answer` is all of them, those taken away included."""

    def __init__(self, parent: QWidget | None, items: Sequence[Item], words: Vocabulary) -> None:
        super().__init__(parent, tr("Months not monitored"), tr("Save"), width=560)
        self._words = words
        self._items = list(items)
        self._live = [item for item in self._items if item.is_live]
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Months not monitored"))
        self.list.setFixedHeight(128)
        self.add = button(tr("Add months"))
        self.remove = button(tr("Take away"))
        self.boxes = {name: TextBox() for name in TEXTS}
        self.parts = {
            "belligerents": FilterPart(tr("Belligerents"), none=tr("all belligerents")),
            "countries": FilterPart(tr("Countries"), none=tr("all countries")),
        }
        self._build()
        self._connect()
        self._fill(0)

    def answer(self) -> list[Item]:
        """The records as they are now; saving writes only what was changed of them."""
        return self._items

    def on_main(self) -> None:
        """Save only months that can be."""
        for position, item in enumerate(self._live):
            problem = _problem(item)
            if problem:
                self.list.setCurrentRow(position)
                self.say_problem(problem)
                self.boxes["month_from"].setFocus()
                return
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete in the list takes the months at hand away."""
        if event.key() == Qt.Key.Key_Delete and self.focusWidget() is self.list:
            self._remove()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        item = new_item(KIND)
        self._items.append(item)
        self._live.append(item)
        self._fill(len(self._live) - 1)
        self.boxes["month_from"].setFocus()

    def _remove(self) -> None:
        item = self._current()
        if item is None:
            return
        position = self._live.index(item)
        item.is_live = False
        self._live.remove(item)
        self._fill(max(0, position - 1))

    def _current(self) -> Item | None:
        position = self.list.currentRow()
        return self._live[position] if 0 <= position < len(self._live) else None

    def _fill(self, position: int) -> None:
        self.list.clear()
        self.list.addItems([self._line(item) for item in self._live])
        self.list.setCurrentRow(min(position, len(self._live) - 1))
        self._show()

    def _show(self) -> None:
        """Show the fields of the months at hand."""
        item = self._current()
        for name, box in self.boxes.items():
            box.setEnabled(item is not None)
            box.set_value(item.values.get(name) if item is not None else None)
        for name, vocabulary in TERMS:
            options = [(uid, self._words.label(uid)) for uid in self._words.terms(vocabulary)]
            chosen = item.values.get(name, ()) if item is not None else ()
            self.parts[name].setEnabled(item is not None)
            self.parts[name].show_part(options, chosen)
        self.remove.setEnabled(item is not None)

    def _take(self, name: str, value: Any) -> None:
        item = self._current()
        if item is None:
            return
        if value in (None, "", []):
            item.values.pop(name, None)
        else:
            item.values[name] = value
        line = self.list.item(self.list.currentRow())
        line.setText(self._line(item))
        self.say_problem("")

    def _line(self, item: Item) -> str:
        first, last = item.values.get("month_from"), item.values.get("month_to")
        months = day(first) if not last or last == first else f"{day(first)} – {day(last)}"
        named = [uid for name, _ in TERMS for uid in item.values.get(name, ())]
        return " · ".join([months, *map(self._words.label, named)])

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        for name, box in self.boxes.items():
            box.edited.connect(lambda name=name, box=box: self._take(name, box.value()))
        for name, part in self.parts.items():
            part.edited.connect(lambda values, name=name: self._take(name, list(values)))

    def _build(self) -> None:
        column = down(self.body, spacing=10)
        column.addWidget(
            Paragraph(
                tr(
                    "Nobody watched in these months: charts hatch them and never show them as zero."
                    " Without belligerents and countries a month is not monitored for all."
                ),
                ink="ink2",
            )
        )
        column.addWidget(self.list)
        row = QWidget()
        line = across(row)
        for press in (self.add, self.remove):
            press.setAutoDefault(False)
            line.addWidget(press)
        line.addStretch(1)
        column.addWidget(row)
        fields = QWidget()
        grid = form(fields)
        for name, title in (("month_from", tr("From month")), ("month_to", tr("Until month"))):
            self.boxes[name].setPlaceholderText(tr("YYYY-MM"))
            add_field(grid, title, self.boxes[name])
        for name, title in (("belligerents", tr("Belligerents")), ("countries", tr("Countries"))):
            self.parts[name].setAutoDefault(False)
            add_field(grid, title, self.parts[name])
        add_field(grid, tr("Why"), self.boxes["reason"])
        column.addWidget(fields)


def _problem(item: Item) -> str:
    first, last = item.values.get("month_from"), item.values.get("month_to")
    if not is_month(first) or (last and not is_month(last)):
        return tr("Write year and month, such as 2017-03.")
    if last and str(last) < str(first):
        return tr("The last month comes before the first.")
    return ""
