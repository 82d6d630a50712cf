"""What printing the list asks of the worker: rows as cells, totals, and as of when."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk import places
from airwars_desk.gui.columns import cells_of, columns_of
from airwars_desk.gui.list_order import Sort
from airwars_desk.gui.printing import Sheet, as_pdf
from airwars_desk.gui.text import moment, number, span
from airwars_desk.i18n import ntr, tr
from airwars_desk.rules.list_columns import COLUMNS

if TYPE_CHECKING:
    from airwars_desk.operations.desk import Desk
    from airwars_desk.operations.list_out import ListFacts

_PAGE = 256


def sheet(
    desk: "Desk",
    rows: Sequence[int],
    keys: Sequence[str],
    sort: Sort,
    asked: str,
    names: Mapping[str, str],
    *,
    report: Any = None,
) -> Sheet:
    """Return the list as it is printed.

    Args:
        desk: the casebook.
        rows: rows of the incidents, in their order.
        keys: keys of the columns.
        sort: the order, to be told.
        asked: the search as typed, to be told.
        names: names of people and labels of terms.
        report: told how far it is; may raise Cancelled.
    """
    from airwars_desk.operations.browse import read_page
    from airwars_desk.operations.list_out import list_facts, note_print

    cells = []
    for start in range(0, len(rows), _PAGE):
        batch = rows[start : start + _PAGE]
        cells += [cells_of(row, keys, names) for row in read_page(desk, batch) if row is not None]
        if report is not None:
            report(min(start + _PAGE, len(rows)), len(rows))
    columns = columns_of(keys)
    note_print(desk, len(cells), len(columns))
    return Sheet(
        title=tr("Incidents of {casebook}").format(casebook=desk.name),
        lines=_lines(list_facts(desk, rows), sort, asked),
        columns=columns,
        rows=cells,
    )


def write_pdf(
    desk: "Desk",
    path: Path,
    rows: Sequence[int],
    keys: Sequence[str],
    sort: Sort,
    asked: str,
    names: Mapping[str, str],
    *,
    report: Any = None,
) -> Path:
    """Write the list as PDF; the old file stays until the new one is whole."""
    made = sheet(desk, rows, keys, sort, asked, names, report=report)
    places.write_bytes_atomically(path, as_pdf(made, report))
    return path


def _lines(facts: "ListFacts", sort: Sort, asked: str) -> tuple[str, ...]:
    totals = facts.totals
    count = ntr("{number} incident", "{number} incidents", totals.incidents)
    shown = asked or tr("all incidents")
    order = ", ".join(
        f"{tr(COLUMNS[key].title)} {tr('ascending') if way == 'asc' else tr('descending')}"
        for key, way in sort
    )
    decided = tr(
        "killed, decided: all grades {alleged}, Confirmed + Fair {likely};"
        " not reviewed {waiting}: {working}; no count {unknown}"
    ).format(
        alleged=span(totals.alleged_min, totals.alleged_max),
        likely=span(totals.likely_min, totals.likely_max),
        waiting=number(totals.not_reviewed),
        working=span(totals.not_reviewed_min, totals.not_reviewed_max),
        unknown=number(totals.no_count),
    )
    as_of = tr("As of {moment} UTC").format(moment=moment(facts.as_of))
    rows = tr("Killed and injured in the rows are working ranges, unless the column says decided.")
    return (
        tr("Shown: {filter}. Sorted by {order}.").format(filter=shown, order=order),
        f"{count.format(number=number(totals.incidents))}; {decided}",
        f"{as_of}. {rows}",
    )
