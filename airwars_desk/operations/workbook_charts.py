"""The native charts: month bands, grades by month, belligerents; each over a sheet beside it."""

from typing import Any, Final

from airwars_desk.formats.sheet_charts import Chart, Hatch, Shape
from airwars_desk.formats.sheets import FIRST_ROW, Column, Sheet, Style, Styled
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_months import MARK_PLACE, grade_month_place, month_place
from airwars_desk.operations.workbook_pages import grade_label, pair_place, stamp
from airwars_desk.operations.workbook_rows import Row
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import NO_GRADE

#: How many months a chart looks back.
CHART_MONTHS: Final = 36
_MOST_NAMES: Final = 12
_TITLES: Final = {
    "alleged": N_("Civilians killed by month, alleged"),
    "likely": N_("Civilians killed by month, likely"),
}
_COLOURS: Final = {"alleged": ("CDCFD0", "8A8F93"), "likely": ("8FB9C1", "0E5E6F")}
_GRADE_COLOURS: Final = {
    "Confirmed": "1F4E8C",
    "Fair": "2B6A45",
    "Weak": "8A5400",
    "Contested": "7A3671",
    "Discounted": "5B6469",
    NO_GRADE: "B9B4AB",
}
_WIDTH: Final = 26.0
_HEIGHT: Final = 9.0
_ROWS_APART: Final = 19


def charts_sheet(months: int, belligerents: int, *, has_gaps: bool) -> Sheet:
    """The plan of the page of charts, one under the other.

    Args:
        months: how many rows the sheets of months have.
        belligerents: how many rows the sheet of belligerents has.
        has_gaps: whether a month of these was not monitored.
    """
    made = [
        month_ranges("likely", months, has_gaps=has_gaps, anchor=_anchor(0)),
        month_ranges("alleged", months, has_gaps=has_gaps, anchor=_anchor(1)),
        _grades(months, has_gaps=has_gaps, anchor=_anchor(2)),
        _belligerents(belligerents, anchor=_anchor(3)),
    ]
    return Sheet(
        title=tr("Charts"),
        columns=[Column(label="", style=Style.TEXT, width=13.5) for _ in range(10)],
        is_table=False,
        landscape=False,
        charts=[chart for chart in made if chart is not None],
    )


def charts_rows(about: str, likely: str, *, has_gaps: bool) -> list[Row]:
    """What stands above the charts."""
    note = tr("Solid: at least. Pale: up to. {likely} A month with no incident shows as nothing.")
    if has_gaps:
        note += " " + tr("Hatched: not monitored, never zero.")
    return [
        [*stamp(tr("Charts"))],
        [Styled(about, Style.QUIET)],
        [Styled(note.format(likely=likely), Style.QUIET)],
    ]


def month_ranges(part: str, months: int, *, has_gaps: bool, **place: Any) -> Chart | None:
    """The range of civilians killed in the last months; `place` says where it stands."""
    if months < 2:
        return None
    first, last = _last_months(months)
    return Chart(
        title=tr(_TITLES[part]),
        shape=Shape.RANGES,
        categories=1,
        columns=(month_place(part, "killed_max"), month_place(part, "killed_min")),
        names=(tr("Up to"), tr("At least")),
        colours=_COLOURS[part],
        first_row=first,
        last_row=last,
        sheet=tr("Month series"),
        hatch=_hatch(has_gaps=has_gaps),
        **{"width": _WIDTH, "height": _HEIGHT, **place},
    )


def _grades(months: int, *, has_gaps: bool, **place: Any) -> Chart | None:
    """The incidents of each grade in the last months."""
    if months < 2:
        return None
    first, last = _last_months(months)
    return Chart(
        title=tr("Incidents by grade and month"),
        shape=Shape.STACK,
        categories=1,
        columns=tuple(grade_month_place(grade, "incidents") for grade in _GRADE_COLOURS),
        names=tuple(grade_label(grade) for grade in (*GRADES, NO_GRADE)),
        colours=tuple(_GRADE_COLOURS.values()),
        first_row=first,
        last_row=last,
        sheet=tr("Grades by month"),
        hatch=_hatch(has_gaps=has_gaps),
        width=_WIDTH,
        height=_HEIGHT,
        **place,
    )


def _belligerents(rows: int, **place: Any) -> Chart | None:
    """The likely range of the belligerents with the most killed."""
    if not rows:
        return None
    return Chart(
        title=tr("Civilians killed by belligerent, likely"),
        shape=Shape.LYING_RANGES,
        categories=1,
        columns=(pair_place("likely", "killed_max"), pair_place("likely", "killed_min")),
        names=(tr("Up to"), tr("At least")),
        colours=_COLOURS["likely"],
        first_row=FIRST_ROW,
        last_row=FIRST_ROW + min(rows, _MOST_NAMES) - 1,
        sheet=tr("By belligerent"),
        width=_WIDTH,
        height=_HEIGHT,
        **place,
    )


def _hatch(*, has_gaps: bool) -> Hatch | None:
    if not has_gaps:
        return None
    return Hatch(sheet=tr("Month series"), column=MARK_PLACE, name=tr("Not monitored"))


def _last_months(months: int) -> tuple[int, int]:
    last = FIRST_ROW + months - 1
    return max(FIRST_ROW, last - CHART_MONTHS + 1), last


def _anchor(number: int) -> str:
    return f"A{5 + number * _ROWS_APART}"
