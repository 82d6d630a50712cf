"""The small sheets of a workbook: tables by grade, belligerent, province and month."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from airwars_desk.formats.sheets import (
    Bars,
    Column,
    Sheet,
    Style,
    Styled,
    as_month,
)
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_columns import RANGE_LABELS
from airwars_desk.operations.workbook_formulas import Criterion, Totals
from airwars_desk.operations.workbook_rows import NOBODY, Row
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import NO_GRADE, Figures, Range
from airwars_desk.rules.filters import Filters

RANGE_NAMES: Final = tuple(RANGE_LABELS)
#: The pale colours of bars in cells: what is alleged, what is likely.
ALLEGED_BAR: Final = "C9CBCC"
LIKELY_BAR: Final = "8FB9C1"
_BARRED: Final = ("killed_min", "killed_max")
#: What the sheet of grades by month shows of each grade.
GRADE_MONTH_NAMES: Final = ("incidents", "killed_min", "killed_max")
_PLACE: Final = {name: number for number, name in enumerate(RANGE_NAMES)}
ALLEGED: Final = N_("Alleged")
LIKELY: Final = N_("Likely")


def range_columns(first: str, width: float, style: Style = Style.TEXT) -> list[Column]:
    """A first column, then one per number of a range."""
    return [
        Column(label=first, width=width, style=style),
        *(
            Column(label=tr(RANGE_LABELS[name]), style=Style.INTEGER, width=11)
            for name in RANGE_NAMES
        ),
    ]


def pair_columns(first: str, width: float, style: Style = Style.TEXT) -> list[Column]:
    """A first column, then the alleged and the likely range."""
    return [
        Column(label=first, width=width, style=style),
        *(
            Column(label=f"{tr(part)} · {tr(RANGE_LABELS[name])}", style=Style.INTEGER, width=12)
            for part in (ALLEGED, LIKELY)
            for name in RANGE_NAMES
        ),
    ]


def pair_place(part: str, name: str) -> int:
    """The column (1 = the first) of a number in a table of pairs."""
    return 2 + _PLACE[name] + (len(RANGE_NAMES) if part == "likely" else 0)


def stamp(title: str) -> Sequence[Any]:
    """The first line of every sheet."""
    return [Styled(f"{tr('INTERNAL')} · {title}", Style.STAMP)]


def table_lines(title: str, about: str, rows: int | None) -> list[Sequence[Any]]:
    """The lines above a table: stamp and title, what was selected, how many rows there must be."""
    counted = "" if rows is None else tr("{rows} rows on this sheet").format(rows=rows)
    return [
        stamp(title),
        [Styled(about, Style.QUIET)],
        [Styled(counted, Style.QUIET)],
    ]


def grade_label(grade: str) -> str:
    """How a grade stands in a sheet."""
    return tr("not graded") if grade == NO_GRADE else grade


def grade_rows(figures: Figures, totals: Totals) -> Iterable[Row]:
    """A row per grade, and one for what is not graded."""
    for grade in (*GRADES, NO_GRADE):
        label = grade_label(grade)
        found: Range = figures["by_grade"][grade]
        yield [label, *totals.range(found, grades=[label]).values()]


def belligerent_rows(
    figures: Figures, totals: Totals, flags: Sequence[tuple[str, str]], filters: Filters
) -> Iterable[Row]:
    """A row per tracked belligerent, and one for those that count under nobody."""
    keys: dict[str, list[str]] = {}
    for key, name in flags:
        keys.setdefault(name, []).append(key)
    for row in figures["by_belligerent"]:
        key = keys[row["name"]].pop(0) if row["name"] else NOBODY
        name = row["name"] or tr("none")
        yield [name, *_pair(row, totals, (key, 1), filters)]


def province_rows(figures: Figures, totals: Totals, filters: Filters) -> Iterable[Row]:
    """A row per province, and one for those without."""
    for row in figures["by_province"]:
        name = row["name"] or tr("not recorded")
        yield [name, *_pair(row, totals, ("province", name), filters)]


def month_rows(
    series: Sequence[Figures], totals: Totals, live: Sequence[str] | None, filters: Filters
) -> Iterable[Row]:
    """A row per month: formulas where its incidents stand in this workbook, else numbers.

    Args:
        series: `by_month` of the figures.
        totals: the maker of formulas.
        live: the months whose incidents stand here; None = all.
        filters: which grades are likely.
    """
    for row in series:
        month = as_month(row["month"])
        if live is None or row["month"] in live:
            yield [month, *_pair(row, totals, ("month", month or 0), filters)]
        else:
            yield [month, *row["alleged"].values(), *row["likely"].values()]


def grade_month_columns() -> list[Column]:
    """A column of months, then three numbers per grade."""
    return [
        Column(label=tr("Month"), width=10, style=Style.MONTH),
        *(
            Column(
                label=f"{grade_label(grade)} · {tr(RANGE_LABELS[name])}",
                style=Style.INTEGER,
                width=12,
            )
            for grade in (*GRADES, NO_GRADE)
            for name in GRADE_MONTH_NAMES
        ),
    ]


def grade_month_place(grade: str, name: str) -> int:
    """The column (1 = the first) of a number on the sheet of grades by month."""
    return (
        2
        + [*GRADES, NO_GRADE].index(grade) * len(GRADE_MONTH_NAMES)
        + GRADE_MONTH_NAMES.index(name)
    )


def grade_month_rows(
    series: Sequence[Figures], totals: Totals, live: Sequence[str] | None
) -> Iterable[Row]:
    """A row per month with the numbers of each grade; see `month_rows`."""
    for row in series:
        month = as_month(row["month"])
        cells: list[Any] = [month]
        for grade in (*GRADES, NO_GRADE):
            found: Range = row["by_grade"][grade]
            numbers: dict[str, Any] = found
            if live is None or row["month"] in live:
                where: list[Criterion] = [("month", month or 0), ("grade", grade_label(grade))]
                numbers = dict(totals.range(found, where))
            cells += [numbers[name] for name in GRADE_MONTH_NAMES]
        yield cells


def small_sheets(figures: Figures, series: Sequence[Figures], about: str) -> list[Sheet]:
    """The plans of the small tables."""
    by_name = [pair_bars("alleged", ALLEGED_BAR), pair_bars("likely", LIKELY_BAR)]
    grade_bars = [Bars(columns=_barred(_PLACE), colour=LIKELY_BAR)]
    plans: tuple[tuple[str, list[Column], int, list[Bars]], ...] = (
        (tr("By grade"), range_columns(tr("Grade"), 14), len(GRADES) + 1, grade_bars),
        (
            tr("By belligerent"),
            pair_columns(tr("Belligerent"), 30),
            len(figures["by_belligerent"]),
            by_name,
        ),
        (tr("By province"), pair_columns(tr("Province"), 20), len(figures["by_province"]), by_name),
        (tr("Month series"), pair_columns(tr("Month"), 10, Style.MONTH), len(series), by_name),
        (tr("Grades by month"), grade_month_columns(), len(series), []),
    )
    return [
        Sheet(
            title=title,
            columns=columns,
            rows=rows,
            lines=table_lines(title, about, rows),
            frozen_columns=1,
            bars=bars,
        )
        for title, columns, rows, bars in plans
    ]


def pair_bars(part: str, colour: str) -> Bars:
    """Bars on the killed of one part of a table of pairs."""
    return Bars(columns=(pair_place(part, _BARRED[0]), pair_place(part, _BARRED[1])), colour=colour)


def _barred(places: dict[str, int]) -> tuple[int, int]:
    return (2 + places[_BARRED[0]], 2 + places[_BARRED[1]])


def _pair(
    row: Figures, totals: Totals, where: tuple[str, str | int], filters: Filters
) -> list[Any]:
    likely = totals.range(row["likely"], [where], filters.likely)
    return [*totals.range(row["alleged"], [where]).values(), *likely.values()]
