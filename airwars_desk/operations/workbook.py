"""The workbook of a month, or of everything the filters select.

Figures stand in it as live formulas over the incidents they count, with victims, sources, tables,
a chart and notes. Every sheet is stamped INTERNAL.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from airwars_desk.errors import BadInput
from airwars_desk.formats.sheets import Formula, Sheet, Styled, column_letter
from airwars_desk.formats.workbook import Book, BookTitle, write_book
from airwars_desk.i18n import tr
from airwars_desk.operations import workbook_notes as notes
from airwars_desk.operations import workbook_pages as pages
from airwars_desk.operations import workbook_summary as summary
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.workbook_columns import (
    incident_columns,
    printed_columns,
    source_columns,
    victim_columns,
)
from airwars_desk.operations.workbook_formulas import Totals
from airwars_desk.operations.workbook_rows import NOBODY, RowMaker, flag_key
from airwars_desk.rules.dates import is_month, month_before
from airwars_desk.rules.figures import Figures
from airwars_desk.rules.filters import Filters
from airwars_desk.store.cases import load_cases
from airwars_desk.store.figures import count
from airwars_desk.store.names import names_of, read_terms, unnamed
from airwars_desk.store.sheet_rows import count_children, read_chosen

Report = Callable[[int, int], None]
STAMP: Final = "INTERNAL"
_TOLD_EVERY: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a workbook holds.

    Attributes:
        path: where it stands.
        rows: rows of data by sheet.
        figures: the figures of its selection.
        expected: what each formula must give, by (sheet, cell).
    """

    path: Path
    rows: dict[str, int]
    figures: Figures
    expected: dict[tuple[str, str], float | str | None] = field(repr=False)


def write_month(
    desk: Desk,
    path: Path,
    month: str,
    filters: Filters | None = None,
    *,
    empty_ok: bool = False,
    report: Report | None = None,
) -> Written:
    """Write the workbook of one month; the months of the filters do not count.

    Args:
        desk: the casebook.
        path: the target, replaced whole or left as it is.
        month: `YYYY-MM`.
        filters: belligerents, countries, provinces, grades, state.
        empty_ok: write also where the month holds no incident.
        report: told how far it is; it stops the work by raising.

    Raises:
        Refused: the month is none (`bad_input`) or holds nothing (`empty`), a text cannot be
            held, or the target cannot be written.
    """
    asked = (filters or Filters()).between(month, month)
    return _write(desk, path, asked, month, empty_ok=empty_ok, report=report)


def write_all(
    desk: Desk,
    path: Path,
    filters: Filters | None = None,
    *,
    empty_ok: bool = False,
    report: Report | None = None,
) -> Written:
    """Write the workbook of all that the filters select; see `write_month`."""
    return _write(desk, path, filters or Filters(), None, empty_ok=empty_ok, report=report)


def _write(
    desk: Desk,
    path: Path,
    filters: Filters,
    month: str | None,
    *,
    empty_ok: bool,
    report: Report | None,
) -> Written:
    with desk.store.reading() as connection:
        work = _Work(connection, filters, month, desk.name)
        if not work.chosen and not empty_ok:
            raise _nothing(month)
        rows = write_book(path, work.plans, work.title, lambda book: work.fill(book, report))
    return Written(path=path, rows=rows, figures=work.figures, expected=work.expected)


class _Work:
    """One workbook: what was read for it, its plans, and the filling of its sheets."""

    def __init__(self, connection: Any, filters: Filters, month: str | None, name: str) -> None:
        self._connection = connection
        self._filters = filters
        self._month = month
        self.expected: dict[tuple[str, str], float | str | None] = {}
        self.figures = count(connection, filters)
        self.chosen = read_chosen(connection, filters)
        self._names = {term.uid: term.label or unnamed(term.uid) for term in read_terms(connection)}
        self._series = self._read_series()
        self._about = self._in_words()
        self._flags = self._read_flags()
        self._columns = {
            "incident": incident_columns([*self._flags, (NOBODY, tr("Counts under none"))]),
            "victim": victim_columns(),
            "citation": source_columns(),
        }
        self._titles = {
            "incident": tr("Incidents"),
            "victim": tr("Victims"),
            "citation": tr("Sources"),
        }
        self._counts = {
            "incident": len(self.chosen),
            "victim": count_children(connection, filters, "victim"),
            "citation": count_children(connection, filters, "citation"),
        }
        self.title = BookTitle(
            title=f"{name} · {month or tr('all months')}",
            stamp=tr(STAMP),
            as_of=_moment(self.figures["as_of"]),
        )
        self.plans = self._plans()

    def fill(self, book: Book, report: Report | None) -> None:
        """Append every row of every sheet."""
        totals = Totals(
            sheet=self._titles["incident"],
            columns=self._columns["incident"],
            rows=len(self.chosen),
            state=self._filters.state,
        )
        rows = {self._titles[kind]: number for kind, number in self._counts.items()}
        self._put(book, tr("Summary"), summary.summary_rows(self._facts(rows), totals))
        self._put(book, tr("Notes"), notes.general_notes(self._about, rows))
        self._cases(book, report)
        self._put(book, tr("By grade"), pages.grade_rows(self.figures, totals))
        self._put(
            book,
            tr("By belligerent"),
            pages.belligerent_rows(self.figures, totals, self._flags, self._filters),
        )
        self._put(book, tr("By province"), pages.province_rows(self.figures, totals, self._filters))
        live = [self._month] if self._month else None
        self._put(
            book, tr("Month series"), pages.month_rows(self._series, totals, live, self._filters)
        )
        self._put(book, tr("Notes"), notes.split_notes(book.split))
        for kind, number in self._counts.items():
            if book.rows[self._titles[kind]] != number:
                raise RuntimeError(f"{kind}: {book.rows[self._titles[kind]]} rows of {number}")

    def _cases(self, book: Book, report: Report | None) -> None:
        """Append incidents, victims, sources and their notes in one pass over the cases."""
        maker = RowMaker(self._names, self._filters, self._columns)
        cases = load_cases(self._connection, [one.incident for one in self.chosen])
        victims = citations = 1
        datasets: Counter[str] = Counter()
        for number, (case, chosen) in enumerate(zip(cases, self.chosen, strict=True), 1):
            code = "; ".join(case.incident.values.get("codes", ())) or case.uid
            book.append(self._titles["incident"], maker.incident(number, case, chosen), code)
            for row in maker.victims(victims, case, chosen):
                book.append(self._titles["victim"], row, code)
                victims += 1
            for row in maker.citations(citations, case, chosen):
                book.append(self._titles["citation"], row, code)
                citations += 1
            for row in notes.case_notes(case, chosen, code):
                book.append(tr("Notes"), row, code)
            datasets.update([case.incident.values.get("dataset") or tr("born here")])
            if report is not None and (number % _TOLD_EVERY == 0 or number == len(self.chosen)):
                report(number, len(self.chosen) + 1)
        self._put(book, tr("Notes"), notes.dataset_notes(datasets))

    def _put(self, book: Book, title: str, rows: Iterable[Sequence[Any]]) -> None:
        """Append rows and remember what their formulas must give."""
        for row in rows:
            at = book.append(title, row)
            for column, value in enumerate(row, 1):
                inner = value.value if isinstance(value, Styled) else value
                if isinstance(inner, Formula):
                    self.expected[title, f"{column_letter(column)}{at}"] = inner.value

    def _plans(self) -> list[Sheet]:
        big = [
            Sheet(
                title=self._titles[kind],
                columns=[keyed.column for keyed in columns],
                rows=self._counts[kind],
                lines=pages.table_lines(self._titles[kind], self._about, self._counts[kind]),
                frozen_columns=2,
                print_columns=printed_columns(columns),
            )
            for kind, columns in self._columns.items()
        ]
        small = pages.small_sheets(self.figures, self._series, self._about)
        first = summary.summary_sheet(
            len(self._series), has_change=_month_before(self._month) is not None
        )
        return [first, *big, *small, notes.notes_sheet(self._about)]

    def _facts(self, rows: dict[str, int]) -> summary.Facts:
        before = _month_before(self._month)
        return summary.Facts(
            title=self.title.title,
            about=self._about,
            as_of=self.figures["as_of"] or "",
            figures=self.figures,
            series=self._series,
            before=count(self._connection, self._filters.between(before, before))
            if before
            else None,
            before_month=before or "",
            month=self._month,
            sheets=rows,
        )

    def _read_series(self) -> list[Figures]:
        """All months up to that of the workbook, or those of the selection."""
        series: list[Figures] = self.figures["by_month"]
        if self._month:
            wide = replace(self._filters, month_from=None)
            series = count(self._connection, wide)["by_month"]
        return series

    def _read_flags(self) -> list[tuple[str, str]]:
        """A key and a name per belligerent under which a selected incident counts."""
        terms = {term for one in self.chosen for term in one.belligerents}
        named = names_of(self._connection, sorted(terms))
        return sorted(
            ((flag_key(term), name) for term, name in named.items()), key=lambda flag: flag[::-1]
        )

    def _in_words(self) -> str:
        """What was selected, as a sentence for every sheet."""
        filters = self._filters
        parts = [
            "; ".join(self._names.get(uid, uid) for uid in uids)
            for uids in (filters.belligerents, filters.countries, filters.provinces)
            if uids
        ]
        if filters.places:
            parts.append("; ".join(filters.places))
        months = [month for month in (filters.month_from, filters.month_to) if month]
        if months:
            parts.append("–".join(dict.fromkeys(months)))
        return " · ".join(parts) or tr("All incidents of the casebook")


def _moment(as_of: str | None) -> dt.datetime | None:
    if not as_of:
        return None
    try:
        return dt.datetime.fromisoformat(as_of).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _month_before(month: str | None) -> str | None:
    before = month_before(month) if month else None
    return before if is_month(before) else None


def _nothing(month: str | None) -> BadInput:
    if month:
        sentence = tr("No incident of {month} passes these filters.").format(month=month)
    else:
        sentence = tr("No incident passes these filters.")
    return BadInput(
        sentence,
        tr("Choose other filters, or allow an empty workbook (--empty-ok)."),
        code="empty",
    )
