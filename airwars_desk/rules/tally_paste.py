"""A pasted table of declared strikes, read line by line into tallies; nothing is saved here.

What lines and cells are is said in `pasted.py`; columns for two countries give two tallies.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from airwars_desk.i18n import tr
from airwars_desk.rules import pasted
from airwars_desk.rules.pasted import PastedLine, Shape, Values, read_lines
from airwars_desk.rules.tallies import month_end
from airwars_desk.rules.tally_columns import (
    ADDRESS,
    BELLIGERENT,
    COUNTRY,
    END,
    IGNORED,
    NOTE,
    NUMBERS,
    PERIOD,
    REPORTED_BY,
    START,
    ColumnRole,
    Resolve,
    read_header,
)
from airwars_desk.rules.tally_text import (
    UNKNOWN_MARKS,
    Period,
    UnreadableError,
    read_count,
    read_period,
)
from airwars_desk.rules.text import clean, fold

KEY: Final = ("belligerent", "country", "date_start", "date_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How to read: who and where, if the lines do not say, and what the columns are without header.

    Attributes:
        country_of: from a name to the uid of a country, None for no country's name.
        belligerent_of: the same for belligerents.
        belligerent: uid, where no column says.
        country: uid, where no column says.
        columns: a header to use where the text has none.
        reported_by: kept with every tally, where no column says.
        address: the same.
    """

    country_of: Resolve
    belligerent_of: Resolve
    belligerent: str | None = None
    country: str | None = None
    columns: str = ""
    reported_by: str | None = None
    address: str | None = None


def read_paste(text: str, reading: Reading) -> list[PastedLine]:
    """Read every line that is not blank, in its order."""
    shape: Shape[ColumnRole] = Shape(
        header_of=lambda cells: read_header(cells, reading.country_of),
        records_of=lambda pairs: _tallies(pairs, reading),
        key=KEY,
        twice=tr("The same period and country stand in a line above."),
    )
    return read_lines(text, reading.columns, shape)


def compare(values: Values, known: Iterable[Mapping[str, Any]]) -> tuple[str, int]:
    """Tell whether a tally is `new`, the `same` as one recorded, or `differs` from it.

    Returns:
        The word, and the place in `known` of the tally it was compared with (-1 for none).
    """
    return pasted.compare(values, known, KEY, NUMBERS)


def _tallies(
    pairs: Sequence[tuple[ColumnRole, str]], reading: Reading
) -> tuple[tuple[Values, ...], tuple[str, ...]]:
    shared = _shared(pairs, reading)
    country = shared.pop("country")
    period = _period(pairs)
    left_out = [cell for column, cell in pairs if column.role == IGNORED and cell]
    numbers: dict[str, Values] = {}
    for column, cell in pairs:
        if column.role not in NUMBERS:
            continue
        count, rest = read_count(cell)
        left_out += [rest] if rest else []
        if count is None:
            continue
        where = column.country or country
        if where is None:
            raise UnreadableError(tr("No country: choose one above, or paste a column of them."))
        row = numbers.setdefault(where, {})
        if column.role in row:
            raise UnreadableError(
                tr("Two columns give the same number: “{title}”.").format(title=column.title)
            )
        row[column.role] = count
        period = _whole(period) if column.is_month else period
    if not numbers:
        raise UnreadableError(tr("No number stands in the line."))
    made = tuple(_values(shared, where, period, row) for where, row in numbers.items())
    return made, tuple(left_out)


def _shared(pairs: Sequence[tuple[ColumnRole, str]], reading: Reading) -> Values:
    """What all tallies of a line have in common: who, where if one column says so, and source."""
    shared: Values = {
        "belligerent": reading.belligerent,
        "country": reading.country,
        "reported_by": reading.reported_by,
        "address": reading.address,
    }
    for column, cell in pairs:
        if not cell:
            continue
        if column.role == BELLIGERENT:
            shared["belligerent"] = _term(cell, reading.belligerent_of)
        elif column.role == COUNTRY:
            shared["country"] = _term(cell, reading.country_of)
        elif column.role in (REPORTED_BY, ADDRESS, NOTE):
            shared[column.role] = cell
    if shared["belligerent"] is None:
        raise UnreadableError(tr("No belligerent: choose one above, or paste a column of them."))
    return shared


def _values(shared: Values, country: str, period: Period, row: Values) -> Values:
    start = period.start
    if period.is_day and not {"strikes", "munitions"} & row.keys():
        start = None  # a sum to date at a day speaks of no period
    days = {"country": country, "date_start": start, "date_end": period.end}
    return {name: value for name, value in {**shared, **days, **row}.items() if value is not None}


def _period(pairs: Sequence[tuple[ColumnRole, str]]) -> Period:
    given: dict[str, Period] = {}
    for column, cell in pairs:
        if column.role in (PERIOD, START, END) and fold(cell) not in UNKNOWN_MARKS:
            found = read_period(cell)
            given[column.role] = _whole(found) if column.is_month else found
    if PERIOD in given:
        return given[PERIOD]
    if END not in given:
        raise UnreadableError(tr("No day or month stands in the line."))
    end = given[END]
    if START not in given:
        return Period(start=None, end=end.end, is_day=True) if end.is_day else end
    start = given[START].start or given[START].end
    if start > end.end:
        raise UnreadableError(tr("The period ends before it begins."))
    return Period(start=start, end=end.end)


def _whole(period: Period) -> Period:
    """The month of a day that is its last: what a column "this month" beside a day speaks of."""
    month = period.end[:7]
    if not period.is_day:
        return period
    if period.end != month_end(month):
        raise UnreadableError(tr("{day} is not the end of a month.").format(day=period.end))
    return Period(start=f"{month}-01", end=period.end)


def _term(cell: str, resolve: Resolve) -> str:
    uid = resolve(cell)
    if uid is None:
        raise UnreadableError(tr("“{text}” is not a known name.").format(text=clean(cell)))
    return uid
