"""The month: headline ranges, both by month, belligerents, provinces, and the workbook.

Every number says its grades, that it counts decided incidents, and as of when.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from airwars_desk.gui.forms.choosers import Chooser, TermChooser
from airwars_desk.gui.text import UNKNOWN, day, moment, number, span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import TRAIL, Cell, CellModel, Column
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.marks import GradeTag
from airwars_desk.gui.widgets.month_chart import Month, MonthChart
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.gui.widgets.table import Table, cell_table
from airwars_desk.i18n import ntr, tr

SHOWN_MONTHS = 24
GRADE_BLOCKS = ("Weak", "Contested", "Discounted")


class MonthPage(QWidget):
    """Shows figures it is given; every part of the question can be changed in place."""

    wanted = Signal(str, object, str)  # month, belligerent, state
    workbook_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self.month = ""
        self._months: list[str] = []
        self._fullest = ""
        self._title = Label(kind="title")
        self._as_of = Label(hugs=True, ink="ink2")
        self._state = Chooser([("decided", tr("decided only")), ("working", tr("working"))])
        self._state.removeItem(0)
        self._who = TermChooser([], str)
        self._previous = button("‹")
        self._next = button("›")
        self._heads: dict[str, tuple[Label, Label]] = {}
        self._chart = MonthChart(theme)
        self._belligerents, self._belligerent_rows = _table(theme, tr("Belligerent"))
        self._provinces, self._province_rows = _table(theme, tr("Province"))
        self.workbook_button = button(tr("Workbook"), main=True, key="Ctrl E")
        self._build()
        self._connect()

    @property
    def belligerent(self) -> str | None:
        """The belligerent the figures are of; None means all."""
        chosen: str | None = self._who.value()
        return chosen

    def on_shown(self) -> None:
        """Ask for the figures again."""
        self._chart.setFocus()
        self.wanted.emit(self.month, self._who.value(), self._chosen_state())

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again."""
        self.on_shown()

    def show_words(self, words: Vocabulary) -> None:
        """Offer the belligerents of the casebook."""
        self._who.deleteLater()
        self._who = TermChooser(
            [(uid, words.label(uid)) for uid in words.terms("belligerent")], words.label
        )
        self._who.setAccessibleName(tr("Belligerent"))
        self._who.setItemText(0, tr("all belligerents"))
        self._who.setMinimumWidth(190)
        self._who.edited.connect(self.on_shown)
        self._row.insertWidget(self._at, self._who)

    def show_figures(self, found: dict[str, Any]) -> None:
        """Show the figures of a month."""
        self.month = found["month"]
        here = found["here"]
        series = found["series"]
        self._months = [row["month"] for row in series]
        most = max(series, key=lambda row: row["likely"]["killed_max"], default=None)
        self._fullest = most["month"] if most is not None else ""
        self._title.set_text(day(self.month, full=True) if self.month else tr("No month"))
        self._as_of.set_text(tr("as of {time}").format(time=moment(here["as_of"])))
        self._show_heads(here)
        last = self._months.index(self.month) + 1 if self.month in self._months else len(series)
        last = max(last, min(SHOWN_MONTHS, len(series)))
        shown = series[max(0, last - SHOWN_MONTHS) : last]
        self._chart.show_months([_month(row) for row in shown], self.month)
        _fill(self._belligerent_rows, here["by_belligerent"])
        _fill(self._province_rows, here["by_province"])
        position = self._months.index(self.month) if self.month in self._months else -1
        self._previous.setEnabled(position > 0)
        self._next.setEnabled(0 <= position < len(self._months) - 1)

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        if self.month in self._months:
            position = self._months.index(self.month) + by
            if 0 <= position < len(self._months):
                self.month = self._months[position]
                self.on_shown()

    def fullest(self) -> str:
        """Return the month with the most likely killed, "" when there is none."""
        return self._fullest

    def go_to(self, month: str) -> None:
        """Show another month."""
        self.month = month
        self.on_shown()

    def _chosen_state(self) -> str:
        return "working" if self._state.currentText() == tr("working") else "decided"

    def _show_heads(self, here: dict[str, Any]) -> None:
        alleged, likely = here["alleged"], here["likely"]
        self._put(
            "alleged",
            _killed(alleged),
            tr("{incidents}, all grades").format(incidents=_incidents(alleged)),
        )
        self._put("likely", _killed(likely), _incidents(likely))
        self._put("children", _part(likely, "children"), tr("likely"))
        self._put("women", _part(likely, "women"), tr("likely"))
        for grade in GRADE_BLOCKS:
            block = here["by_grade"][grade]
            self._put(grade, _killed(block), _incidents(block))
        waiting = here["not_reviewed"]
        self._put("not_reviewed", _killed(waiting), _incidents(waiting))
        self._put("unknown", number(alleged["unknown"]), tr("incidents"))
        conceded = here["conceded"]
        self._put(
            "conceded",
            span(conceded["deaths_min"], conceded["deaths_max"]) if conceded["rows"] else UNKNOWN,
            tr("in {number} rows").format(number=number(conceded["rows"])),
        )

    def _put(self, key: str, value: str, below: str) -> None:
        head, foot = self._heads[key]
        head.set_text(value)
        foot.set_text(below)

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._state.edited.connect(self.on_shown)
        self.workbook_button.clicked.connect(self.workbook_wanted)
        self._chart.chosen.connect(self.go_to)
        self._chart.stepped.connect(self.step)

    def _build(self) -> None:
        column = down(self)
        bar = QWidget()
        bar.setFixedHeight(46)
        self._row = across(bar, margins=(MARGIN, 0, MARGIN, 0), spacing=8)
        self._row.addWidget(self._title)
        self._row.addSpacing(6)
        for step in (self._previous, self._next):
            step.setFixedWidth(30)
            self._row.addWidget(step)
        self._row.addSpacing(6)
        self._at = self._row.count()
        self._row.addWidget(self._who)
        self._row.addWidget(self._state)
        self._row.addWidget(Label(tr("likely is Confirmed + Fair"), hugs=True, ink="ink2"))
        self._row.addWidget(self._as_of)
        self._row.addStretch(1)
        self._row.addWidget(self.workbook_button)
        column.addWidget(bar)
        column.addWidget(rule())
        column.addWidget(self._headline())
        column.addWidget(rule())
        chart = QWidget()
        inner = down(chart, margins=(MARGIN, 8, MARGIN, 4))
        inner.addWidget(self._chart)
        column.addWidget(chart, 5)
        column.addWidget(rule())
        tables = QWidget()
        row = across(tables, spacing=0)
        row.addWidget(self._belligerents, 1)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._provinces, 1)
        column.addWidget(tables, 4)

    def _headline(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFixedHeight(92)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip = QWidget()
        row = across(strip, margins=(MARGIN, 8, MARGIN, 8), spacing=26)
        blocks = (
            (
                ("alleged", tr("Alleged killed"), "headline", "ink"),
                ("likely", tr("Likely killed"), "headline", "accent"),
            ),
            (
                ("children", tr("Children killed"), "lesser", "ink"),
                ("women", tr("Women killed"), "lesser", "ink"),
            ),
            tuple((grade, tr(grade), "lesser", "ink") for grade in GRADE_BLOCKS),
            (
                ("not_reviewed", tr("Not reviewed"), "lesser", "ink"),
                ("unknown", tr("No count"), "lesser", "ink"),
                ("conceded", tr("Conceded"), "lesser", "ink"),
            ),
        )
        for position, group in enumerate(blocks):
            if position:
                row.addWidget(rule(vertical=True))
            for key, title, kind, ink in group:
                row.addWidget(self._block(key, title, kind, ink))
        row.addStretch(1)
        area.setWidget(strip)
        return area

    def _block(self, key: str, title: str, kind: str, ink: str) -> QWidget:
        block = QWidget()
        column = down(block, spacing=0)
        head, foot = Label(kind=kind, ink=ink), Label(kind="hint", ink="ink2")
        self._heads[key] = (head, foot)
        column.addWidget(Label(title, kind="hint", ink="ink2"))
        column.addStretch(1)
        column.addWidget(head)
        column.addStretch(1)
        last = QWidget()
        row = across(last, spacing=5)
        for grade in {"likely": ("Confirmed", "Fair")}.get(
            key, (key,) if key in GRADE_BLOCKS else ()
        ):
            row.addWidget(GradeTag(self._theme, grade))
        row.addWidget(foot)
        row.addStretch(1)
        column.addWidget(last)
        return block


def _table(theme: Theme, title: str) -> tuple[Table, CellModel]:
    columns = (
        Column(title),
        Column(tr("Incidents"), 84, TRAIL),
        Column(tr("Likely killed"), 110, TRAIL),
        Column(tr("Alleged killed"), 116, TRAIL),
    )
    return cell_table(theme, columns)


def _fill(model: CellModel, rows: list[dict[str, Any]]) -> None:
    model.set_rows(
        [
            (
                Cell(row["name"] or tr("not recorded"), ink="ink" if row["name"] else "ink2"),
                Cell(number(row["alleged"]["incidents"]), ink="ink2"),
                Cell(_killed(row["likely"]), weight=600),
                Cell(_killed(row["alleged"]), ink="ink2"),
            )
            for row in rows
        ]
    )


def _month(row: dict[str, Any]) -> Month:
    alleged, likely = row["alleged"], row["likely"]
    return Month(
        row["month"],
        (alleged["killed_min"], alleged["killed_max"]),
        (likely["killed_min"], likely["killed_max"]),
    )


def _incidents(block: dict[str, Any]) -> str:
    words = ntr("{number} incident", "{number} incidents", block["incidents"])
    return words.format(number=number(block["incidents"]))


def _killed(block: dict[str, Any]) -> str:
    if not block["incidents"]:
        return UNKNOWN
    return span(block["killed_min"], block["killed_max"])


def _part(block: dict[str, Any], who: str) -> str:
    if not block["incidents"]:
        return UNKNOWN
    return span(block[f"{who}_killed_min"], block[f"{who}_killed_max"])
