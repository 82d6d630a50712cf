"""The tables of the month: belligerents, provinces, what drives the spread, worst months."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui.month_queries import Mark
from airwars_desk.gui.text import UNKNOWN, day, number, span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.range_cells import BarCell, LeadingTable
from airwars_desk.i18n import ntr, tr

PARTS = ("sole", "joint", "competing", "unsaid")
UNSAID = 4  # the column


class Section(QWidget):
    """A title, a quieter word beside it, and a table whose rows lead to their incidents."""

    opened = Signal(object)  # what a row stands for

    def __init__(self, theme: Theme, title: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.title = Label(title, kind="count")
        self.note = Label(kind="hint", ink="ink2", cut=True)
        self.table = LeadingTable(theme, columns)
        self.table.setAccessibleName(title)
        self.table.opened.connect(self._open)
        self.empty = Label(ink="ink2")
        self.empty.setContentsMargins(6, 4, 6, 4)
        self.empty.setVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = down(self, margins=(MARGIN - 6, 10, MARGIN - 6, 8), spacing=2)
        head = QWidget()
        row = across(head, margins=(6, 0, 6, 0), spacing=10)
        row.addWidget(self.title)
        row.addWidget(self.note, 1)
        column.addWidget(head)
        column.addWidget(self.table)
        column.addWidget(self.empty)

    def show_rows(
        self, rows: Sequence[Sequence[Cell]], keys: Sequence[object], empty: str = ""
    ) -> None:
        """Show other rows, or one sentence where there are none."""
        self.table.show_rows(rows, keys)
        self.table.setVisible(bool(rows))
        self.empty.set_text(empty)
        self.empty.setVisible(not rows)

    def _open(self, position: int) -> None:
        key = self.table.rows.key(position)
        if key is not None:
            self.opened.emit(key)


def belligerents(theme: Theme) -> Section:
    """The table of belligerents: what is likely by their part, and what they concede."""
    columns = (
        Column(tr("Belligerent"), share=3),
        Column(tr("Sole"), 78, TRAIL),
        Column(tr("Joint"), 74, TRAIL),
        Column(tr("Competing"), 82, TRAIL),
        Column(tr("Part not said"), 92, TRAIL),
        Column(tr("Likely"), 86, TRAIL),
        Column("", share=3),
        Column(tr("Conceded"), 76, TRAIL),
    )
    return Section(theme, tr("Belligerents"), columns)


def show_belligerents(section: Section, rows: Sequence[dict[str, Any]], harm: str) -> None:
    """Fill the table of belligerents."""
    scale = _scale(rows, harm)
    section.table.show_column(
        UNSAID, shown=any(row["parts"]["unsaid"]["incidents"] for row in rows)
    )
    section.show_rows(
        [
            (
                _name(row["name"]),
                *(Cell(range_of(row["parts"][part], harm)) for part in PARTS),
                Cell(range_of(row["likely"], harm), weight=600),
                _bar(row["likely"], harm, scale),
                Cell(_conceded(row["conceded"], harm)),
            )
            for row in rows
        ],
        [_mark("belligerent", row) for row in rows],
        tr("No belligerent is named in this month."),
    )


def provinces(theme: Theme) -> Section:
    """The table of provinces."""
    columns = (
        Column(tr("Province"), share=3),
        Column(tr("Incidents"), 72, TRAIL),
        Column(tr("Likely"), 92, TRAIL),
        Column("", share=4),
    )
    return Section(theme, tr("Provinces"), columns)


def show_provinces(section: Section, rows: Sequence[dict[str, Any]], harm: str) -> None:
    """Fill the table of provinces; only what counts as likely is counted in it."""
    shown = [row for row in rows if row["likely"]["incidents"]]
    shown.sort(key=lambda row: -row["likely"][f"{harm}_max"])
    scale = _scale(shown, harm)
    section.show_rows(
        [
            (
                _name(row["name"]),
                Cell(number(row["likely"]["incidents"]), ink="ink2"),
                Cell(range_of(row["likely"], harm), weight=600),
                _bar(row["likely"], harm, scale),
            )
            for row in shown
        ],
        [_mark("province", row) for row in shown],
        tr("No likely incident in this month."),
    )


def drivers(theme: Theme) -> Section:
    """The table of what drives the spread."""
    columns = (
        Column(tr("Incident"), share=3),
        Column(tr("Range"), 78, TRAIL),
        Column(tr("Spread"), 60, TRAIL),
        Column("", 64),
    )
    return Section(theme, tr("What drives the spread"), columns)


def show_drivers(section: Section, found: dict[str, Any], harm: str) -> None:
    """Fill the table of drivers; the last line holds all the others, so that the sums agree."""
    likely, others = found["here"]["likely"], found["others"]
    whole = likely[f"{harm}_max"] - likely[f"{harm}_min"]
    section.note.set_text(tr("likely, max less min: {number} in all").format(number=number(whole)))
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(row["code"] or UNKNOWN, weight=500, more=row["place"] or row["place_local"] or ""),
            Cell(span(row["low"], row["high"])),
            Cell(number(row["spread"]), weight=600),
            _spread_bar(row["spread"], whole, "likely"),
        )
        for row in found["drivers"]
    ]
    keys: list[object] = [row["uid"] for row in found["drivers"]]
    if others["incidents"]:
        words = ntr("{number} other", "{number} others", others["incidents"])
        rows.append(
            (
                Cell(words.format(number=number(others["incidents"])), ink="ink2"),
                Cell(span(others["min"], others["max"]), ink="ink2"),
                Cell(number(others["spread"]), ink="ink2"),
                _spread_bar(others["spread"], whole, "alleged"),
            )
        )
        keys.append(Mark(kind="likely", incidents=likely["incidents"]))
    section.show_rows(rows, keys, tr("No likely incident in this month."))


def worst_months(theme: Theme) -> Section:
    """The table of the worst months."""
    columns = (
        Column(tr("Month"), 84),
        Column(tr("Likely"), 92, TRAIL),
        Column(tr("Alleged"), 96, TRAIL),
        Column(""),
    )
    return Section(theme, tr("Worst months"), columns)


def show_worst(section: Section, rows: Sequence[dict[str, Any]], harm: str, now: str) -> None:
    """Fill the table of the worst months; the chosen one is bold."""
    section.note.set_text(tr("by likely max"))
    scale = _scale(rows, harm)
    section.show_rows(
        [
            (
                Cell(day(row["month"]), weight=600 if row["month"] == now else 400),
                Cell(range_of(row["likely"], harm), weight=600),
                Cell(range_of(row["alleged"], harm), ink="ink2"),
                _bar(row["likely"], harm, scale),
            )
            for row in rows
        ],
        [
            Mark(kind="likely", month=row["month"], incidents=row["likely"]["incidents"])
            for row in rows
        ],
        tr("No month has a likely incident."),
    )


def numbers(theme: Theme, titles: Sequence[str]) -> LeadingTable:
    """The table beside the charts: the same numbers in rows."""
    fixed = {0: 92, 1: 110, 2: 110, 3: 84}
    columns = [
        Column(title, fixed.get(place, 44), TRAIL if place else "lead")
        for place, title in enumerate(titles)
    ]
    return LeadingTable(theme, [*columns, Column("")])


def _name(name: str | None) -> Cell:
    return Cell(name or tr("Not recorded"), ink="ink" if name else "ink2")


def _mark(kind: str, row: dict[str, Any]) -> Mark:
    """The incidents of a row: those that are likely, or all where none is."""
    likely = row["likely"]["incidents"]
    return Mark(
        kind=kind if likely else f"{kind}_alleged",
        name=row["name"],
        incidents=likely or row["alleged"]["incidents"],
    )


def range_of(block: dict[str, Any], harm: str) -> str:
    """Return a block's range as text: a dash where nobody is counted or no count is recorded."""
    countless = block.get("unknown", 0) if harm == "killed" else 0
    if block["incidents"] <= countless:
        return UNKNOWN
    return span(block[f"{harm}_min"], block[f"{harm}_max"])


def _conceded(conceded: dict[str, int] | None, harm: str) -> str:
    if conceded is None:
        return UNKNOWN
    word = "injuries" if harm == "injured" else "deaths"
    return span(conceded[f"{word}_min"], conceded[f"{word}_max"])


def _scale(rows: Sequence[dict[str, Any]], harm: str) -> int:
    return max((row["likely"][f"{harm}_max"] for row in rows), default=0)


def _bar(block: dict[str, Any], harm: str, scale: int) -> BarCell:
    return BarCell(low=block[f"{harm}_min"], high=block[f"{harm}_max"], scale=scale)


def _spread_bar(value: int, whole: int, series: str) -> BarCell:
    return BarCell(low=max(0, value), high=max(0, value), scale=max(1, whole), series=series)
