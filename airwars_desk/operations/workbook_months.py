"""The two sheets with a row per month: the ranges of every month, and its grades.

Beside every month stands whether it was monitored. Where nobody watched and nothing counts, the
cells are empty: that is not nought.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from airwars_desk.formats.sheet_charts import Bars
from airwars_desk.formats.sheets import Column, Sheet, Style, as_month
from airwars_desk.i18n import tr
from airwars_desk.operations.workbook_columns import RANGE_LABELS
from airwars_desk.operations.workbook_formulas import Criterion, Totals
from airwars_desk.operations.workbook_pages import (
    ALLEGED_BAR,
    LIKELY_BAR,
    RANGE_NAMES,
    grade_label,
    pair_bars,
    pair_cells,
    pair_number_columns,
    pair_place,
    table_lines,
)
from airwars_desk.operations.workbook_rows import Row
from airwars_desk.operations.workbook_watch import Watch
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import NO_GRADE, Figures, Range
from airwars_desk.rules.filters import Filters

#: What stands before the numbers: the month, and whether it was monitored.
LEAD: Final = 2
#: The column (1 = the first) that says in words whether a month was monitored.
WORD_PLACE: Final = 2
#: The column of the sheet of ranges that holds 1 where a chart is hatched.
MARK_PLACE: Final = LEAD + 2 * len(RANGE_NAMES) + 1
#: What the sheet of grades by month shows of each grade.
GRADE_MONTH_NAMES: Final = ("incidents", "killed_min", "killed_max")
_ALL_GRADES: Final = (*GRADES, NO_GRADE)


def month_place(part: str, name: str) -> int:
    """The column (1 = the first) of a number on the sheet of ranges."""
    return pair_place(part, name, LEAD)


def month_sheets(series: Sequence[Figures], about: str) -> list[Sheet]:
    """The plans of the two sheets."""
    ranges = [
        *_lead_columns(),
        *pair_number_columns(),
        Column(label=tr("Hatched in charts"), style=Style.INTEGER, width=10),
    ]
    bars = [
        pair_bars("alleged", ALLEGED_BAR, LEAD),
        pair_bars("likely", LIKELY_BAR, LEAD),
    ]
    plans: tuple[tuple[str, list[Column], list[Bars]], ...] = (
        (tr("Month series"), ranges, bars),
        (tr("Grades by month"), [*_lead_columns(), *_grade_columns()], []),
    )
    return [
        Sheet(
            title=title,
            columns=columns,
            rows=len(series),
            lines=table_lines(title, about, len(series)),
            frozen_columns=LEAD,
            bars=drawn,
        )
        for title, columns, drawn in plans
    ]


def month_rows(
    series: Sequence[Figures],
    totals: Totals,
    live: Sequence[str] | None,
    filters: Filters,
    watch: Watch,
) -> Iterable[Row]:
    """A row per month: formulas where its incidents stand in this workbook, else numbers.

    Args:
        series: `by_month` of the figures, with the months of gaps.
        totals: the maker of formulas.
        live: the months whose incidents stand here; None = all.
        filters: which grades are likely.
        watch: which months were monitored.
    """
    for row in series:
        month = row["month"]
        number = as_month(month) or 0
        if month in watch.silent:
            cells: list[Any] = [None] * (2 * len(RANGE_NAMES))
        elif live is None or month in live:
            cells = pair_cells(row, totals, ("month", number), filters)
        else:
            cells = [*row["alleged"].values(), *row["likely"].values()]
        yield [number, watch.word(month), *cells, watch.mark(month)]


def grade_month_place(grade: str, name: str) -> int:
    """The column (1 = the first) of a number on the sheet of grades by month."""
    before = _ALL_GRADES.index(grade) * len(GRADE_MONTH_NAMES)
    return LEAD + before + GRADE_MONTH_NAMES.index(name) + 1


def grade_month_rows(
    series: Sequence[Figures], totals: Totals, live: Sequence[str] | None, watch: Watch
) -> Iterable[Row]:
    """A row per month with the numbers of each grade; see `month_rows`."""
    for row in series:
        month = row["month"]
        number = as_month(month) or 0
        cells: list[Any] = [number, watch.word(month)]
        for grade in _ALL_GRADES:
            found: Range = row["by_grade"][grade]
            numbers: dict[str, Any] = found
            if month in watch.silent:
                numbers = dict.fromkeys(found)
            elif live is None or month in live:
                where: list[Criterion] = [("month", number), ("grade", grade_label(grade))]
                numbers = dict(totals.range(found, where))
            cells += [numbers[name] for name in GRADE_MONTH_NAMES]
        yield cells


def _lead_columns() -> list[Column]:
    return [
        Column(label=tr("Month"), style=Style.MONTH, width=10),
        Column(label=tr("Monitoring"), style=Style.WRAPPED, width=20),
    ]


def _grade_columns() -> list[Column]:
    return [
        Column(
            label=f"{grade_label(grade)} · {tr(RANGE_LABELS[name])}", style=Style.INTEGER, width=12
        )
        for grade in _ALL_GRADES
        for name in GRADE_MONTH_NAMES
    ]
