"""The list as shown, out of the house: as CSV, and what a printed list says of itself."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from airwars_desk import places
from airwars_desk.formats.csv_list import Value, write_csv
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.desk import Desk, people
from airwars_desk.operations.terms import list_terms
from airwars_desk.rules.list_columns import COLUMNS, ListColumn, Shape, known, names_of
from airwars_desk.store import lists
from airwars_desk.store.lists import PAGE, ListingRow, Totals

log = logging.getLogger(__name__)

Report = Callable[[int, int], None]
_STATES: Final = {
    "researching": N_("Researching"),
    "in_review": N_("In review"),
    "returned": N_("Returned"),
    "decided": N_("Decided"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFacts:
    """What a list says of itself on paper: totals, and the newest change among its incidents."""

    totals: Totals
    as_of: str | None


def write_list_csv(
    desk: Desk, rows: Sequence[int], keys: Sequence[str], path: Path, report: Report | None = None
) -> int:
    """Write listed incidents in their order and with these columns; return how many.

    The old file stays until the new one is whole. Ranges and pairs become two columns.

    Args:
        desk: the casebook.
        rows: local rows of the incidents.
        keys: keys of the columns; none = the usual ones.
        path: the file to be replaced.
        report: called with incidents done and in all; may raise Cancelled.

    Raises:
        Refused: the target cannot be written, or it was cancelled.
    """
    columns = [COLUMNS[key] for key in known(keys)]
    titles = [title for column in columns for title in _titles(column)]
    names = {**{term.uid: term.label for term in list_terms(desk)}, **people(desk)}
    written = 0

    def write(file: BinaryIO) -> None:
        nonlocal written
        with desk.store.reading() as connection:
            found = _read(connection, rows, report)
            written = write_csv(file, titles, (_values(row, columns, names) for row in found))

    places.replace_file(path, write)
    log.info("list as csv: %d incidents, %d columns", written, len(columns))
    return written


def list_facts(desk: Desk, rows: Sequence[int]) -> ListFacts:
    """What a printed list says of itself."""
    with desk.store.reading() as connection:
        return ListFacts(totals=lists.totals(connection, rows), as_of=lists.as_of(connection, rows))


def note_print(desk: Desk, incidents: int, columns: int) -> None:
    """Note that a list left the house on paper or as PDF: counts, never names."""
    del desk
    log.info("list printed: %d incidents, %d columns", incidents, columns)


def _read(connection: Any, rows: Sequence[int], report: Report | None) -> Iterator[ListingRow]:
    for start in range(0, len(rows), PAGE):
        for row in lists.read_page(connection, rows[start : start + PAGE]):
            if row is not None:
                yield row
        if report is not None:
            report(min(start + PAGE, len(rows)), len(rows))


def _titles(column: ListColumn) -> list[str]:
    title = tr(column.title)
    if column.shape is Shape.RANGE:
        return [tr("{name}, min").format(name=title), tr("{name}, max").format(name=title)]
    if column.parts:
        return [tr(part) for part in column.parts]
    return [title]


def _values(
    row: ListingRow, columns: Sequence[ListColumn], names: Mapping[str, str]
) -> list[Value]:
    values: list[Value] = []
    for column in columns:
        found = [getattr(row, name) for name in column.fields]
        if column.shape is Shape.NAMES:
            found = ["; ".join(names_of(found[0]))]
        elif column.shape in (Shape.PERSON, Shape.TERM):
            found = [names.get(found[0], found[0])]
        elif column.shape is Shape.STATE:
            found = [tr(_STATES[found[0]]) if found[0] in _STATES else found[0]]
        elif column.shape is Shape.DAY:
            found = [found[0][:10] if found[0] else None]
        values += found
    return values
