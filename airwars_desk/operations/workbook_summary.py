"""The first sheet: headline ranges, change on the month before, what was counted and how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from airwars_desk.formats.sheets import (
    FIRST_ROW,
    Column,
    Formula,
    Sheet,
    Style,
    Styled,
    column_letter,
)
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_charts import month_ranges
from airwars_desk.operations.workbook_columns import CONCEDED_LABELS, RANGE_LABELS
from airwars_desk.operations.workbook_formulas import Totals, change, change_share, column_cells
from airwars_desk.operations.workbook_months import WORD_PLACE, month_place
from airwars_desk.operations.workbook_pages import RANGE_NAMES, grade_label
from airwars_desk.operations.workbook_rows import Row
from airwars_desk.operations.workbook_watch import Watch
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import NO_GRADE, Figures
from airwars_desk.rules.monitoring import PARTLY, WHOLLY

SHEET_LABEL_WIDTH: Final = 34
COUNT_LABELS: Final = {
    "incidents": N_("Incidents selected"),
    "harm_reported": N_("with harm to civilians reported"),
    "undated": N_("without a date"),
    "named_victims": N_("Victims named"),
    "sources": N_("Sources cited"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the summary tells.

    Attributes:
        title: what the workbook is about.
        about: what was selected, in words.
        as_of: the newest change among what is counted.
        figures: the figures of the selection.
        series: `by_month` over all months up to the last.
        before: the figures of the month before; None where there is no such month.
        month: the month of the workbook; None = all.
        watch: which months were monitored.
    """

    title: str
    about: str
    as_of: str
    figures: Figures
    series: Sequence[Figures]
    before: Figures | None
    before_month: str
    month: str | None
    watch: Watch

    @property
    def months(self) -> list[str]:
        """The months that the headline covers."""
        return [self.month] if self.month else [row["month"] for row in self.series]


def summary_sheet(facts: Facts, totals: Totals) -> Sheet:
    """The plan of the page; beside its last block stands the chart of the months."""
    above = len([*_Page(facts, totals).above_the_counts()])
    chart = month_ranges(
        "likely",
        len(facts.series),
        has_gaps=facts.watch.has_gaps,
        anchor=f"D{above + 1}",
        width=23,
        height=7.2,
    )
    columns = [Column(label="", width=SHEET_LABEL_WIDTH)]
    columns += [Column(label="", style=Style.INTEGER, width=13) for _ in RANGE_NAMES]
    return Sheet(
        title=tr("Summary"), columns=columns, is_table=False, charts=[chart] if chart else []
    )


def summary_rows(facts: Facts, totals: Totals) -> Iterator[Row]:
    """The rows of the page from the top."""
    page = _Page(facts, totals)
    yield from page.above_the_counts()
    yield from page.counts()


class _Page:
    """Builds the page and remembers in which row the headline ranges stand."""

    def __init__(self, facts: Facts, totals: Totals) -> None:
        self._facts = facts
        self._totals = totals
        self._row = 0
        self._row_of: dict[str, int] = {}

    def above_the_counts(self) -> Iterator[Row]:
        """All but the last block, beside which the chart stands."""
        facts = self._facts
        yield from self.head()
        yield from self.headline()
        if facts.before is not None:
            if self._totals.is_silent or facts.before_month in facts.watch.silent:
                yield from self.no_change()
            else:
                yield from self.change(facts.before)
        yield from self.conceded()

    def head(self) -> Iterator[Row]:
        figures = self._facts.figures
        state = (
            tr("Decided incidents only; what nobody has decided stands apart.")
            if figures["state"] == "decided"
            else tr("Working values of all incidents, decided or not.")
        )
        likely = tr("Likely counts the grades {grades}; alleged counts all.").format(
            grades=" + ".join(figures["likely_grades"])
        )
        yield self._line([Styled(tr("INTERNAL"), Style.STAMP)])
        yield self._line([Styled(self._facts.title, Style.TITLE)])
        yield self._line([Styled(self._facts.about, Style.QUIET)])
        yield self._line([Styled(f"{likely} {state}", Style.QUIET)])
        as_of = self._facts.as_of or tr("nothing recorded")
        yield self._line([Styled(tr("As of {moment} UTC").format(moment=as_of), Style.QUIET)])
        for sentence in self._facts.watch.sentences(self._facts.months):
            yield self._line([Styled(sentence, Style.STRONG)])
        yield self._line([])

    def headline(self) -> Iterator[Row]:
        figures, totals = self._facts.figures, self._totals
        labels = [tr(RANGE_LABELS[name]) for name in RANGE_NAMES]
        yield self._head(tr("Civilians"), labels)
        ranges: list[tuple[str, str, Mapping[str, Formula | None]]] = [
            ("alleged", tr("Alleged, all grades"), totals.range(figures["alleged"])),
            (
                "likely",
                tr("Likely, {grades}").format(grades=" + ".join(figures["likely_grades"])),
                totals.range(figures["likely"], grades=figures["likely_grades"]),
            ),
        ]
        for grade in (*GRADES, NO_GRADE):
            label = grade_label(grade)
            found = totals.range(figures["by_grade"][grade], grades=[label])
            ranges.append((grade, label, found))
        ranges.append(
            (
                "not_reviewed",
                tr("Not reviewed, working values"),
                totals.not_reviewed(figures["not_reviewed"]),
            )
        )
        for key, label, formulas in ranges:
            style = Style.STRONG if key in ("alleged", "likely") else Style.TEXT
            yield self._line([Styled(label, style), *formulas.values()])
            self._row_of[key] = self._row
        yield self._line([])

    def no_change(self) -> Iterator[Row]:
        """Say why there is no change to tell: from or to a month nobody monitored."""
        months = [self._facts.before_month, self._facts.month or ""]
        unseen = [month for month in months if month in self._facts.watch.silent]
        head = tr("Change on the month before, {month}").format(month=self._facts.before_month)
        yield self._head(head, [])
        text = tr("{months} was not monitored: there is no change to tell.")
        yield self._line([text.format(months=", ".join(unseen))])
        if not self._totals.is_silent:
            yield from self._rank()
        yield self._line([])

    def change(self, before: Figures) -> Iterator[Row]:
        yield self._head(
            tr("Change on the month before, {month}").format(month=self._facts.before_month),
            [tr(RANGE_LABELS[name]) for name in RANGE_NAMES],
        )
        for key, label in (("alleged", tr("Alleged")), ("likely", tr("Likely"))):
            now, then = self._facts.figures[key], before[key]
            yield self._line([tr("{name}, the month before").format(name=label), *then.values()])
            earlier = self._row
            cells = [
                (self._cell(self._row_of[key], column), self._cell(earlier, column))
                for column in range(2, 2 + len(RANGE_NAMES))
            ]
            yield self._line(
                [
                    tr("{name}, change").format(name=label),
                    *(
                        Styled(change(*pair, now[name] - then[name]), Style.SIGNED)
                        for name, pair in zip(RANGE_NAMES, cells, strict=True)
                    ),
                ]
            )
            yield self._line(
                [
                    tr("{name}, change in per cent").format(name=label),
                    *(
                        Styled(change_share(*pair, (now[name], then[name])), Style.PERCENT)
                        for name, pair in zip(RANGE_NAMES, cells, strict=True)
                    ),
                ]
            )
        for sentence in self._facts.watch.sentences([self._facts.before_month]):
            yield self._line([sentence])
        yield from self._rank()
        yield self._line([])

    def conceded(self) -> Iterator[Row]:
        found = self._facts.figures["conceded"]
        yield self._head(
            tr("Conceded by belligerents"), [tr(label) for label in CONCEDED_LABELS.values()]
        )
        yield self._line(
            [tr("All positions"), *(self._totals.sum(name, found[name]) for name in found)]
        )
        yield self._line([])

    def counts(self) -> Iterator[Row]:
        figures, totals = self._facts.figures, self._totals
        yield self._head(tr("What the selection holds"), [tr("Number")])
        formulas = {
            "incidents": Formula(f"COUNT({totals.cells('number')})", figures["incidents"]),
            "harm_reported": totals.count([("harm", tr("yes"))], figures["harm_reported"]),
            "undated": Formula(
                f"COUNT({totals.cells('number')})-COUNT({totals.cells('month')})",
                figures["undated"],
            ),
            "named_victims": totals.sum("named", figures["named_victims"]),
            "sources": totals.sum("sources", figures["sources"]),
        }
        for key, formula in formulas.items():
            yield self._line([tr(COUNT_LABELS[key]), formula])
        yield self._line([])

    def _rank(self) -> Iterator[Row]:
        """How the month stands among the monitored months of the series, by the likely maximum."""
        watch, rows = self._facts.watch, len(self._facts.series)
        series = [row for row in self._facts.series if watch.reach.get(row["month"]) != WHOLLY]
        if self._facts.month is None or self._facts.month not in [r["month"] for r in series]:
            return
        sheet = tr("Month series")
        cells = column_cells(sheet, month_place("likely", "killed_max"), FIRST_ROW, rows)
        words = column_cells(sheet, WORD_PLACE, FIRST_ROW, rows)
        own = self._facts.figures["likely"]["killed_max"]
        rank = 1 + sum(row["likely"]["killed_max"] > own for row in series)
        here = self._cell(self._row_of["likely"], 2 + RANGE_NAMES.index("killed_max"))
        by = tr("by likely killed, up to")
        if PARTLY in [watch.reach.get(row["month"]) for row in series]:
            by = tr("by likely killed, up to; months monitored in part are among them")
        watched = f'{words},"<>{tr("not monitored")}"'
        yield self._line(
            [
                tr("Rank among {months} monitored months").format(months=len(series)),
                Formula(f'COUNTIFS({cells},">"&{here},{watched})+1', rank),
                Styled(by, Style.TEXT),
            ]
        )

    def _head(self, label: str, names: Sequence[str]) -> Row:
        numbers = [Styled(name, Style.HEADER_NUMBER) for name in names]
        return self._line([Styled(label, Style.HEADER), *numbers])

    def _line(self, values: Sequence[Any]) -> Row:
        self._row += 1
        return list(values)

    def _cell(self, row: int, column: int) -> str:
        return f"{column_letter(column)}{row}"
