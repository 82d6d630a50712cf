"""The charts of the month, and in their place the table of the same numbers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.charts.series import (
    Chart,
    month_of,
    table_row,
    table_titles,
    title_of,
    window_of,
)
from airwars_desk.gui.month_queries import Mark
from airwars_desk.gui.pages.month.tables import numbers
from airwars_desk.gui.text import number
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.cells import Cell
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.month_chart import MonthChart
from airwars_desk.gui.widgets.panes import across, down, link
from airwars_desk.gui.widgets.range_cells import LeadingTable
from airwars_desk.i18n import N_, tr

SHOWN_MONTHS = 24
WHY = {
    "not_monitored": N_("This month was not monitored; that is not zero."),
    "not_reviewed": N_("Nothing is decided in this month yet; see “Not reviewed”."),
    "filtered": N_("This month has incidents, but the filters leave none."),
    "none": N_("No incident is recorded in this month."),
}


class Charts(QWidget):
    """One at a time: the charts, or their numbers in rows."""

    opened = Signal(object)  # the Mark
    chosen = Signal(str)
    stepped = Signal(int)
    gaps_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chart = MonthChart(theme)
        self.table: LeadingTable = numbers(theme, table_titles("killed"))
        self._theme = theme
        self._column = down(self, margins=(MARGIN, 10, MARGIN, 6), spacing=4)
        self._title = Label(kind="count")
        self._switch = link(tr("Numbers in rows"))
        self._gaps = link(tr("Months not monitored"))
        self._picture = link(tr("Save as a picture"))
        self._build()
        self._connect()

    @property
    def shows_table(self) -> bool:
        """Whether the numbers stand in rows."""
        return self.chart.isHidden()

    def show_months(self, found: dict[str, Any], note: str) -> None:
        """Show all months of an answer, the last ones drawn, all of them in the table."""
        months = [month_of(row, found["harm"]) for row in found["series"]]
        shown = window_of(months, found["month"], SHOWN_MONTHS)
        why = tr(WHY[found["why_empty"]]) if found["why_empty"] else ""
        if not months:
            why = tr("No month has an incident that counts.")
        chart = Chart(months=shown, now=found["month"], harm=found["harm"], note=note)
        self.chart.show_chart(chart, why)
        self._title.set_text(f"{title_of('bands', chart.harm)} · {title_of('stacks', '')}")
        self._fill(months[::-1], found)

    def switch(self) -> None:
        """From the charts to their numbers and back; the keys go with them."""
        rows = not self.shows_table
        self.chart.setVisible(not rows)
        self.table.setVisible(rows)
        self._switch.setText(tr("Charts") if rows else tr("Numbers in rows"))
        self._title.setVisible(rows)
        (self.table if rows else self.chart).setFocus()

    def as_text(self) -> str:
        """The numbers as text, tabs between columns."""
        return self.table.as_text()

    def _fill(self, months: Sequence[Any], found: dict[str, Any]) -> None:
        titles = table_titles(found["harm"])
        if titles != [column.title for column in self.table.columns[:-1]]:
            at = self._column.indexOf(self.table)
            self.table.setVisible(False)
            self.table.deleteLater()
            self.table = numbers(self._theme, titles)
            self.table.opened.connect(self._open_row)
            self._column.insertWidget(at, self.table)
            self.table.setVisible(self.shows_table)
        rows = []
        for month in months:
            weight = 600 if month.month == found["month"] else 400
            texts = table_row(month)
            rows.append(
                [
                    Cell(text, weight=weight if place in (0, 2) else 400)
                    for place, text in enumerate(texts)
                ]
            )
        keys = [
            Mark(kind="alleged", month=month.month, incidents=month.alleged.incidents)
            if month.alleged.incidents
            else None
            for month in months
        ]
        self.table.show_rows(rows, keys)
        names = [month.month for month in months]
        if found["month"] in names:
            self.table.setCurrentIndex(self.table.rows.index(names.index(found["month"]), 0))
        self.table.setAccessibleName(tr("{number} months").format(number=number(len(rows))))

    def _open_row(self, position: int) -> None:
        key = self.table.rows.key(position)
        if key is not None:
            self.opened.emit(key)

    def _connect(self) -> None:
        self.chart.opened.connect(self.opened)
        self.chart.chosen.connect(self.chosen)
        self.chart.stepped.connect(self.stepped)
        self.table.opened.connect(self._open_row)
        self._switch.clicked.connect(self.switch)
        self._gaps.clicked.connect(self.gaps_wanted)
        self._picture.clicked.connect(self.picture_wanted)

    def _build(self) -> None:
        column = self._column
        column.addWidget(self._title)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table)
        self._title.setVisible(False)
        self.table.setVisible(False)
        row = QWidget()
        line = across(row, spacing=16)
        for button in (self._switch, self._gaps, self._picture):
            line.addWidget(button)
        line.addStretch(1)
        column.addWidget(row)
