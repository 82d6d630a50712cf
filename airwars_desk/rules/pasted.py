"""Pasted text as lines and cells: what every pasted table has in common; nothing is saved here.

Columns are apart by tabs, semicolons, bars, commas or several blanks, the same for all lines. The
first line that is a header says what they mean; without one the caller gives it. A line is read
whole or refused with the sentence that says why and what to do.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from airwars_desk.i18n import tr
from airwars_desk.rules.tally_text import UnreadableError
from airwars_desk.rules.text import has_forbidden

Role = TypeVar("Role")
Values = dict[str, Any]
Read = tuple[tuple[Values, ...], tuple[str, ...]]  # the records of a line, what was left out

COMMA, THOUSANDS, BLANKS = ",", ",000", "  "
_PLAIN_COMMA: Final = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_BLANKS: Final = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedLine:
    """One line: the records it gives, or why it gives none.

    Attributes:
        number: of the line in the text, from 1.
        text: the line as pasted.
        records: the values of the records it gives.
        problem: the sentence that says why it is refused, "" otherwise.
        left_out: what of it no record holds.
        is_header: the line says what the columns mean.
    """

    number: int
    text: str
    records: tuple[Values, ...] = ()
    problem: str = ""
    left_out: tuple[str, ...] = ()
    is_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Generic[Role]):
    """What a kind of table is made of.

    Attributes:
        header_of: the roles of the columns, or None where the cells are no header.
        records_of: the records of a line from its columns and cells; raises UnreadableError.
        key: the fields in which two records are the same statement.
        twice: the sentence for a line whose record stands in a line above.
    """

    header_of: Callable[[Sequence[str]], tuple[Role, ...] | None]
    records_of: Callable[[Sequence[tuple[Role, str]]], Read]
    key: tuple[str, ...]
    twice: str


def read_lines(text: str, columns: str, shape: Shape[Role]) -> list[PastedLine]:
    """Read every line that is not blank, in its order.

    Args:
        text: as pasted.
        columns: a header to use where the text has none, "" for none.
        shape: of the table.
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    divider = _divider([line for _, line in lines])
    header = None
    if columns.strip():
        header = shape.header_of(cells_of(columns, _divider([columns])))
    found: list[PastedLine] = []
    own = None
    for place, (number, line) in enumerate(lines):
        own = shape.header_of(cells_of(line, divider))
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
        read = _line(PastedLine(number=number, text=line), divider, header, shape)
        keys = [tuple(values.get(name) for name in shape.key) for values in read.records]
        if any(key in seen for key in keys):
            read = _refused(read, shape.twice)
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


def compare(
    values: Mapping[str, Any],
    known: Iterable[Mapping[str, Any]],
    key: Sequence[str],
    said: Sequence[str],
    loose: Sequence[str] = (),
) -> tuple[str, int]:
    """Tell whether a record is `new`, the `same` as one recorded, or `differs` from it.

    Args:
        values: of the record that was read.
        known: the values of those recorded.
        key: the fields in which two are the same statement.
        said: the fields in which they may differ; one that was not read is not compared.
        loose: the fields of the key that are not compared where they were not read.

    Returns:
        The word, and the place in `known` of the record it was compared with (-1 for none).
    """
    names = [name for name in key if name not in loose or values.get(name) is not None]
    mine = [values.get(name) for name in names]
    found = ("new", -1)
    for place, other in enumerate(known):
        if mine != [other.get(name) for name in names]:
            continue
        if all(values[name] == other.get(name) for name in said if name in values):
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
    read: PastedLine, divider: str, header: Sequence[Role] | None, shape: Shape[Role]
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
        records, left_out = shape.records_of(list(zip(header, cells, strict=False)))
    except UnreadableError as problem:
        return _refused(read, str(problem))
    return replace(read, records=records, left_out=left_out)


def _refused(read: PastedLine, problem: str) -> PastedLine:
    return replace(read, records=(), left_out=(), problem=problem)


def _above(number: int, line: str) -> PastedLine:
    problem = tr("The line stands above the header.")
    return PastedLine(number=number, text=line, problem=problem)
