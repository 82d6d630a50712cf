"""The workbook of a month, or of everything the filters select.

Figures stand in it as live formulas over the incidents they count, with victims, sources, tables,
charts, definitions and notes. Every sheet is stamped INTERNAL.
"""

from dataclasses import dataclass, field
from pathlib import Path

from airwars_desk.child import collector_at_rest
from airwars_desk.errors import BadInput
from airwars_desk.formats.workbook import write_book
from airwars_desk.i18n import spoken, tr
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.workbook_work import Report, Work
from airwars_desk.rules.figures import Figures
from airwars_desk.rules.filters import Filters
from airwars_desk.store.sheet_batch import read_once


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
    language: str | None = None,
    plain: bool = False,
    report: Report | None = None,
) -> Written:
    """Write the workbook of one month; the months of the filters do not count.

    Args:
        desk: the casebook.
        path: the target, replaced whole or left as it is.
        month: `YYYY-MM`.
        filters: belligerents, countries, provinces, grades, state.
        empty_ok: write also where the month holds no incident.
        language: of labels and sentences; None = the one in use.
        plain: leave the rows to openpyxl: slower, with equal cells.
        report: told how far it is; it stops the work by raising.

    Raises:
        Refused: the month is none (`bad_input`) or holds nothing (`empty`), a text cannot be
            held, or the target cannot be written.
    """
    asked = (filters or Filters()).between(month, month)
    with spoken(language):
        return _write(desk, path, asked, month, empty_ok=empty_ok, plain=plain, report=report)


def write_all(
    desk: Desk,
    path: Path,
    filters: Filters | None = None,
    *,
    empty_ok: bool = False,
    language: str | None = None,
    plain: bool = False,
    report: Report | None = None,
) -> Written:
    """Write the workbook of all that the filters select; see `write_month`."""
    asked = filters or Filters()
    with spoken(language):
        return _write(desk, path, asked, None, empty_ok=empty_ok, plain=plain, report=report)


def _write(
    desk: Desk,
    path: Path,
    filters: Filters,
    month: str | None,
    *,
    empty_ok: bool,
    plain: bool,
    report: Report | None,
) -> Written:
    with desk.store.reading() as connection, collector_at_rest(), read_once(connection):
        work = Work(
            connection, filters, month, name=desk.name, for_supervisor=desk.role == "supervisor"
        )
        if not work.chosen and not empty_ok:
            raise _nothing(month, is_silent=work.is_silent)
        rows = write_book(
            path, work.plans, work.title, lambda book: work.fill(book, report), plain=plain
        )
    return Written(path=path, rows=rows, figures=work.figures, expected=work.expected)


def _nothing(month: str | None, *, is_silent: bool) -> BadInput:
    if month and is_silent:
        sentence = tr("{month} was not monitored, and no incident of it passes these filters.")
        sentence = sentence.format(month=month)
    elif month:
        sentence = tr("No incident of {month} passes these filters.").format(month=month)
    else:
        sentence = tr("No incident passes these filters.")
    return BadInput(
        sentence,
        tr("Choose other filters, or allow an empty workbook (--empty-ok)."),
        code="empty",
    )
