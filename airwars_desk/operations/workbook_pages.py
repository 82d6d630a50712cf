"""The small sheets of a workbook: tables by grade, belligerent, province and month."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from airwars_desk.formats.sheet_charts import Bars
from airwars_desk.formats.sheets import (
    Column,
    Sheet,
    Style,
    Styled,
)
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_columns import RANGE_LABELS
from airwars_desk.operations.workbook_formulas import Totals
from airwars_desk.operations.workbook_rows import NOBODY, Row
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import NO_GRADE, Figures, Range
from airwars_desk.rules.filters import Filters

RANGE_NAMES: Final = tuple(RANGE_LABELS)
#: The pale colours of bars in cells: what is alleged, what is likely.
ALLEGED_BAR: Final = "C9CBCC"
LIKELY_BAR: Final = "8FB9C1"
_BARRED: Final = ("killed_min", "killed_max")
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
    return [Column(label=first, width=width, style=style), *pair_number_columns()]


def pair_number_columns() -> list[Column]:
    """The columns of the alleged and the likely range."""
    return [
        Column(label=f"{tr(part)} · {tr(RANGE_LABELS[name])}", style=Style.INTEGER, width=12)
        for part in (ALLEGED, LIKELY)
        for name in RANGE_NAMES
    ]


def pair_place(part: str, name: str, lead: int = 1) -> int:
    """The column (1 = the first) of a number in a table of pairs that has `lead` others first."""
    return 1 + lead + _PLACE[name] + (len(RANGE_NAMES) if part == "likely" else 0)


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
        yield [name, *pair_cells(row, totals, (key, 1), filters)]


def province_rows(figures: Figures, totals: Totals, filters: Filters) -> Iterable[Row]:
    """A row per province, and one for those without."""
    for row in figures["by_province"]:
        name = row["name"] or tr("not recorded")
        yield [name, *pair_cells(row, totals, ("province", name), filters)]


def small_sheets(figures: Figures, about: str) -> list[Sheet]:
    """The plans of the small tables without months."""
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


def pair_bars(part: str, colour: str, lead: int = 1) -> Bars:
    """Bars on the killed of one part of a table of pairs that has `lead` other columns first."""
    least, most = (pair_place(part, name, lead) for name in _BARRED)
    return Bars(columns=(least, most), colour=colour)


def _barred(places: dict[str, int]) -> tuple[int, int]:
    return (2 + places[_BARRED[0]], 2 + places[_BARRED[1]])


def pair_cells(
    row: Figures, totals: Totals, where: tuple[str, str | int], filters: Filters
) -> list[Any]:
    """The alleged and the likely range of a row, as formulas."""
    likely = totals.range(row["likely"], [where], filters.likely)
    return [*totals.range(row["alleged"], [where]).values(), *likely.values()]
