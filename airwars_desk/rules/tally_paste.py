"""A pasted table of declared strikes, read line by line into tallies; nothing is saved here.

Columns are apart by tabs, semicolons, bars, commas or several blanks, the same for all lines. The
first line that is a header says what they mean; without one the caller gives it. A line is read
whole or refused with the sentence that says why; columns for two countries give two tallies.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from airwars_desk.i18n import tr
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
from airwars_desk.rules.text import clean, fold, has_forbidden

Values = dict[str, Any]

COMMA, THOUSANDS, BLANKS = ",", ",000", "  "
KEY: Final = ("belligerent", "country", "date_start", "date_end")
_PLAIN_COMMA: Final = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_BLANKS: Final = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedLine:
    """One line: the tallies it gives, or why it gives none.

    Attributes:
        number: of the line in the text, from 1.
        text: the line as pasted.
        tallies: the values of the records it gives.
        problem: the sentence that says why it is refused, "" otherwise.
        left_out: what of it no tally holds.
        is_header: the line says what the columns mean.
    """

    number: int
    text: str
    tallies: tuple[Values, ...] = ()
    problem: str = ""
    left_out: tuple[str, ...] = ()
    is_header: bool = False


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
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    divider = _divider([line for _, line in lines])
    header = None
    if reading.columns.strip():
        titles = cells_of(reading.columns, _divider([reading.columns]))
        header = read_header(titles, reading.country_of)
    found: list[PastedLine] = []
    own = None
    for place, (number, line) in enumerate(lines):
        own = read_header(cells_of(line, divider), reading.country_of)
        if own is not None:
            found = [_above(n, other) for n, other in lines[:place]]
            found.append(PastedLine(number=number, text=line, is_header=True))
            break
    header = header or own
    rest = lines[len(found) :]
    if divider == COMMA and header is not None:
        divider = _comma([line for _, line in rest], len(header))
    seen = set[tuple[Any, ...]]()
    for number, line in rest:
        read = _line(PastedLine(number=number, text=line), divider, header, reading)
        keys = [tuple(values.get(name) for name in KEY) for values in read.tallies]
        if any(key in seen for key in keys):
            read = _refused(read, tr("The same period and country stand in a line above."))
        seen.update(keys)
        found.append(read)
    return found


def cells_of(line: str, divider: str) -> list[str]:
    """The cells of a line as a divider parts them."""
    if divider == BLANKS:
        return [cell.strip() for cell in _BLANKS.split(line.strip())]
    if divider == THOUSANDS and '"' not in line:
        return [cell.strip() for cell in _PLAIN_COMMA.split(line)]
    return [cell.strip() for cell in next(csv.reader([line], delimiter=divider[0]), [])]


def compare(values: Mapping[str, Any], known: Iterable[Mapping[str, Any]]) -> tuple[str, int]:
    """Tell whether a tally is `new`, the `same` as one recorded, or `differs` from it.

    Returns:
        The word, and the place in `known` of the tally it was compared with (-1 for none).
    """
    key = [values.get(name) for name in KEY]
    found = ("new", -1)
    for place, other in enumerate(known):
        if key != [other.get(name) for name in KEY]:
            continue
        if all(values[name] == other.get(name) for name in NUMBERS if name in values):
            return "same", place
        found = ("differs", place)
    return found


def _divider(lines: Sequence[str]) -> str:
    """What stands between the cells: the first sign that every line holds."""
    for sign in ("\t", ";", "|"):
        if lines and sum(sign in line for line in lines) * 2 > len(lines):
            return sign
    if lines and sum(bool(_BLANKS.search(line.strip())) for line in lines) * 2 > len(lines):
        return BLANKS
    return COMMA


def _comma(lines: Sequence[str], columns: int) -> str:
    """Whether all commas part columns, or some of them thousands: what the header's width says."""
    if all(len(cells_of(line, COMMA)) == columns for line in lines):
        return COMMA
    return THOUSANDS


def _line(
    read: PastedLine, divider: str, header: Sequence[ColumnRole] | None, reading: Reading
) -> PastedLine:
    line = read.text
    if has_forbidden(line):
        return _refused(read, tr("The line holds a character that cannot be stored."))
    if header is None:
        return _refused(read, tr("No header says what the columns are; write them above."))
    cells = cells_of(line, divider)
    while len(cells) > len(header) and not cells[-1]:
        cells.pop()
    if divider == THOUSANDS and len(cells) != len(header) and any("," in one for one in cells):
        return _refused(
            read, tr("A comma may part columns or thousands here; paste with tabs or semicolons.")
        )
    if len(cells) > len(header):
        sentence = tr("The line has {cells} columns, the header {header}.")
        return _refused(read, sentence.format(cells=len(cells), header=len(header)))
    try:
        tallies, left_out = _tallies(list(zip(header, cells, strict=False)), reading)
    except UnreadableError as problem:
        return _refused(read, str(problem))
    return replace(read, tallies=tallies, left_out=left_out)


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


def _refused(read: PastedLine, problem: str) -> PastedLine:
    return replace(read, tallies=(), left_out=(), problem=problem)


def _above(number: int, line: str) -> PastedLine:
    problem = tr("The line stands above the header.")
    return PastedLine(number=number, text=line, problem=problem)
