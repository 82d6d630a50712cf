"""One workbook at work: the plans of its sheets, and the filling of them in one pass."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from airwars_desk.formats.sheets import Formula, Sheet, Styled, column_letter
from airwars_desk.formats.workbook import Book, BookTitle
from airwars_desk.i18n import tr
from airwars_desk.operations import workbook_charts as charts
from airwars_desk.operations import workbook_columns as columns
from airwars_desk.operations import workbook_declared as declared
from airwars_desk.operations import workbook_definitions as definitions
from airwars_desk.operations import workbook_index as index
from airwars_desk.operations import workbook_months as months
from airwars_desk.operations import workbook_notes as notes
from airwars_desk.operations import workbook_pages as pages
from airwars_desk.operations import workbook_part_columns as parts
from airwars_desk.operations import workbook_summary as summary
from airwars_desk.operations.workbook_formulas import Totals
from airwars_desk.operations.workbook_part_rows import PartMaker
from airwars_desk.operations.workbook_read import Reading
from airwars_desk.operations.workbook_rows import NOBODY, RowMaker
from airwars_desk.rules.figures import Figures
from airwars_desk.rules.filters import Filters
from airwars_desk.store.cases import load_cases
from airwars_desk.store.sheet_batch import BATCH, Batch, place_of
from airwars_desk.store.sheet_rows import Chosen, count_children

Report = Callable[[int, int], None]
STAMP: Final = "INTERNAL"
_TOLD_EVERY: Final = 25
#: The records whose rows a sheet shows; the sheet of ranges pairs two kinds, so it is not counted.
_RECORDS: Final = {
    "victim": ("victim",),
    "citation": ("citation",),
    "reported_count": ("reported_count",),
    "involvement": ("involvement",),
    "statement": ("strike_report", "statement"),
    "judgement": ("assessment", "decision"),
}


class Work:
    """One workbook: what was read for it, its plans, and the filling of its sheets."""

    def __init__(
        self,
        connection: Any,
        filters: Filters,
        month: str | None,
        *,
        name: str,
        for_supervisor: bool,
    ) -> None:
        self._connection = connection
        self._filters = filters
        self._month = month
        self._facts = facts = Reading(connection, filters, month)
        self._with_judgements = for_supervisor
        self.expected: dict[tuple[str, str], float | str | None] = {}
        self._columns = {
            "incident": columns.incident_columns([*facts.flags, (NOBODY, tr("Counts under none"))]),
            "victim": columns.victim_columns(),
            "citation": columns.source_columns(),
            "reported_count": parts.reported_columns(),
            "involvement": parts.involvement_columns(),
            "statement": parts.statement_columns(),
            "range": parts.range_columns(),
        }
        self._titles = {
            "incident": tr("Incidents"),
            "victim": tr("Victims"),
            "citation": tr("Sources"),
            "reported_count": tr("Reported counts"),
            "involvement": tr("Involvements"),
            "statement": tr("Statements"),
            "range": tr("Ranges by group"),
        }
        if for_supervisor:
            self._columns["judgement"] = parts.judgement_columns()
            self._titles["judgement"] = tr("Decisions and assessments")
        self._counts = {
            sheet: count_children(connection, filters, _RECORDS[sheet])
            for sheet in self._columns
            if sheet in _RECORDS
        }
        self._counts["incident"] = len(facts.chosen)
        self._totals = Totals(
            sheet=self._titles["incident"],
            columns=self._columns["incident"],
            rows=len(facts.chosen),
            state=filters.state,
            is_silent=month in facts.watch.silent,
        )
        self.title = BookTitle(
            title=f"{name} · {month or tr('all months')}", stamp=tr(STAMP), as_of=facts.moment()
        )
        self.plans = self._plans()

    @property
    def chosen(self) -> list[Chosen]:
        """The selected incidents."""
        return self._facts.chosen

    @property
    def is_silent(self) -> bool:
        """Whether nobody monitored the month of the workbook and nothing counts in it."""
        return self._totals.is_silent

    @property
    def figures(self) -> Figures:
        """The figures of the selection."""
        return self._facts.figures

    def fill(self, book: Book, report: Report | None) -> None:
        """Append every row of every sheet."""
        facts, totals = self._facts, self._totals
        self._put(book, tr("Summary"), summary.summary_rows(self._summary(), totals))
        self._put(
            book,
            tr("Charts"),
            charts.charts_rows(facts.about, self._likely(), has_gaps=facts.watch.has_gaps),
        )
        self._put(book, tr("Notes"), notes.general_notes(facts.about))
        self._put(book, tr("Notes"), notes.gap_notes(facts.gaps, facts.names))
        self._put(book, tr("Notes"), notes.crossed_notes(facts.figures))
        self._cases(book, report)
        self._put(book, tr("By grade"), pages.grade_rows(facts.figures, totals))
        self._put(
            book,
            tr("By belligerent"),
            pages.belligerent_rows(facts.figures, totals, facts.flags, self._filters),
        )
        self._put(
            book, tr("By province"), pages.province_rows(facts.figures, totals, self._filters)
        )
        live = [self._month] if self._month else None
        series = months.month_rows(facts.series, totals, live, self._filters, facts.watch)
        self._put(book, tr("Month series"), series)
        grades = months.grade_month_rows(facts.grades, totals, live, facts.watch)
        self._put(book, tr("Grades by month"), grades)
        for kind, title in declared.TITLES.items():
            rows = declared.declared_rows(kind, facts.declared[kind], facts.names)
            self._put(book, tr(title), rows)
        self._put(book, tr("Definitions"), definitions.definition_rows())
        self._put(book, tr("Notes"), notes.split_notes(book.split))
        self._check_counts(book)
        self._put(book, tr("Index"), index.index_rows(self._told(book)))

    def _cases(self, book: Book, report: Report | None) -> None:
        """Append all that hangs on incidents and their notes in one pass."""
        facts = self._facts
        maker = RowMaker(facts.names, self._filters, self._columns)
        part_maker = PartMaker(facts.names, facts.people, self._columns)
        victims = citations = 1
        datasets: Counter[str] = Counter()
        data_set = place_of("incident", "dataset")
        for number, (batch, chosen) in enumerate(self._batches(), 1):
            common = maker.hanging(batch, chosen)
            found = batch.incidents[chosen.incident]
            code = common["code"] or found[1]
            book.append(self._titles["incident"], maker.incident(number, batch, chosen), code)
            for row in maker.victims(victims, batch, chosen):
                book.append(self._titles["victim"], row, code)
                victims += 1
            for row in maker.citations(citations, batch, chosen):
                book.append(self._titles["citation"], row, code)
                citations += 1
            for sheet, row in part_maker.rows(batch, chosen, common):
                book.append(self._titles[sheet], row, code)
            for row in notes.incident_notes(batch, chosen, code):
                book.append(tr("Notes"), row, code)
            datasets.update([found[data_set] or tr("born here")])
            if report is not None and (number % _TOLD_EVERY == 0 or number == len(facts.chosen)):
                report(number, len(facts.chosen) + 1)
        self._checks(book)
        self._put(book, tr("Notes"), notes.dataset_notes(datasets))

    def _batches(self) -> Iterator[tuple[Batch, Chosen]]:
        """Every selected incident with the batch that holds its records."""
        for start in range(0, len(self.chosen), BATCH):
            some = self.chosen[start : start + BATCH]
            batch = Batch(self._connection, [one.incident for one in some])
            for one in some:
                yield batch, one

    def _checks(self, book: Book) -> None:
        """Append what checks find, opening only those incidents where something was found."""
        odd = [one.incident for one in self.chosen if one.checks != 0]
        for case in load_cases(self._connection, odd):
            code = "; ".join(case.incident.values.get("codes", ())) or case.uid
            for row in notes.check_notes(case, code):
                book.append(tr("Notes"), row, code)

    def _put(self, book: Book, title: str, rows: Iterable[Sequence[Any]]) -> None:
        """Append rows and remember what their formulas must give."""
        for row in rows:
            at = book.append(title, row)
            for column, value in enumerate(row, 1):
                inner = value.value if isinstance(value, Styled) else value
                if isinstance(inner, Formula):
                    self.expected[title, f"{column_letter(column)}{at}"] = inner.value

    def _check_counts(self, book: Book) -> None:
        """Say so aloud where a row was lost on the way: a bug of ours."""
        for sheet, number in self._counts.items():
            if book.rows[self._titles[sheet]] != number:
                raise RuntimeError(f"{sheet}: {book.rows[self._titles[sheet]]} rows of {number}")

    def _plans(self) -> list[Sheet]:
        facts = self._facts
        big = [
            Sheet(
                title=self._titles[sheet],
                columns=[keyed.column for keyed in shown],
                rows=self._counts.get(sheet),
                lines=pages.table_lines(self._titles[sheet], facts.about, self._counts.get(sheet)),
                frozen_columns=2,
                print_columns=columns.printed_columns(shown),
            )
            for sheet, shown in self._columns.items()
        ]
        return [
            summary.summary_sheet(self._summary(), self._totals),
            index.index_sheet(),
            charts.charts_sheet(
                len(facts.series),
                len(facts.figures["by_belligerent"]),
                has_gaps=facts.watch.has_gaps,
            ),
            *big,
            *pages.small_sheets(facts.figures, facts.about),
            *months.month_sheets(facts.series, facts.about),
            *(
                declared.declared_sheet(kind, facts.about, len(facts.declared[kind]))
                for kind in declared.TITLES
            ),
            definitions.definitions_sheet(facts.about),
            notes.notes_sheet(facts.about),
        ]

    def _summary(self) -> summary.Facts:
        facts = self._facts
        return summary.Facts(
            title=self.title.title,
            about=facts.about,
            as_of=facts.as_of,
            figures=facts.figures,
            series=facts.series,
            before=facts.before,
            before_month=facts.before_month or "",
            month=self._month,
            watch=facts.watch,
        )

    def _told(self, book: Book) -> index.Told:
        facts, figures = self._facts, self._facts.figures
        state = figures["state"]
        return index.Told(
            rows=book.rows,
            numbered={self._titles[sheet]: number for sheet, number in self._counts.items()},
            heads=facts.heads,
            facts=[
                (tr("As of"), f"{facts.as_of} UTC" if facts.as_of else tr("nothing recorded")),
                (tr("Selected"), facts.about),
                (tr("Likely grades"), " + ".join(figures["likely_grades"])),
                (
                    tr("Counted"),
                    tr("decided ranges") if state == "decided" else tr("working ranges"),
                ),
            ],
            with_judgements=self._with_judgements,
        )

    def _likely(self) -> str:
        grades = " + ".join(self._facts.figures["likely_grades"])
        return tr("Likely counts {grades}; alleged counts all grades.").format(grades=grades)
