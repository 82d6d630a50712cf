"""From what is typed into the search box to a query: `grade:weak -has:point raqqa`. Pure.

Filters are `field:value`; values with blanks stand in quotation marks, several are parted by
commas; `-` before a filter or word excludes. What is no filter is a word to search for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from airwars_desk.errors import BadInput
from airwars_desk.i18n import tr
from airwars_desk.rules import query_fields as fields
from airwars_desk.rules.query import Filter, Query, Word, tidy
from airwars_desk.rules.query_fields import FIELDS, WORDS, QueryField
from airwars_desk.rules.query_values import date_value, number_value
from airwars_desk.rules.text import has_forbidden

LONGEST: Final = 2000
_FIELD: Final = re.compile(r"(-?)([A-Za-z_]+):(?!//)")


class BadQuery(BadInput):
    """A search that cannot be read, with the place of what is wrong in it.

    Args:
        start: where it begins in the text.
        end: where it ends.
    """

    def __init__(
        self, sentence: str, hint: str = "", *, start: int = 0, end: int = 0, code: str = ""
    ) -> None:
        super().__init__(sentence, hint, code=code)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class _Piece:
    """One filter or word as it stands in the text."""

    start: int
    end: int
    negated: bool
    field: str  # "" for a word
    values: tuple[str, ...]
    quoted: bool


def parse(text: str) -> Query:
    """Read a query; names of belligerents, provinces and people are not looked up here.

    Raises:
        BadQuery: a field or value that cannot be; `start` and `end` say where.

    >>> str(parse('sources:<2 raqqa grade:w,Fair -reviewed'))
    'sources:<2 grade:weak,fair -reviewed raqqa'
    """
    if len(text) > LONGEST:
        raise BadQuery(
            tr("The search is longer than {most} characters.").format(most=LONGEST),
            start=LONGEST,
            end=len(text),
        )
    if has_forbidden(text):
        raise BadQuery(tr("The search holds a character that no text may hold."), end=len(text))
    filters: list[Filter] = []
    words: list[Word] = []
    for piece in _pieces(text):
        made = _filter(piece)
        if made is not None:
            filters.append(made)
        elif piece.values[0]:
            words.append(Word(piece.values[0], piece.negated))
    return tidy(filters, words)


def _filter(piece: _Piece) -> Filter | None:
    """Make a filter of a piece, None where it is a word."""
    if not piece.field:
        word = piece.values[0].lower()
        if piece.quoted or word not in WORDS:
            return None
        value = fields.choice_of(FIELDS["is"], word)
        return Filter("is", (str(value),), piece.negated, piece.start, piece.end)
    known = fields.field_named(piece.field)
    if known is None:
        raise _unknown_field(piece)
    values = [value for value in piece.values if value]
    if not values:
        raise BadQuery(
            tr("“{field}:” needs a value.").format(field=known.name),
            _choices(known),
            start=piece.start,
            end=piece.end,
        )
    read = tuple(dict.fromkeys(_value(known, value, piece) for value in values))
    return Filter(known.name, read, piece.negated, piece.start, piece.end)


def _value(known: QueryField, text: str, piece: _Piece) -> str:
    """Return a value in the one way it is written."""
    if known.kind == fields.CHOICE:
        choice = fields.choice_of(known, text)
        if choice is None:
            raise BadQuery(
                tr("“{value}” is no value of “{field}”.").format(value=text, field=known.name),
                nearest_hint(nearest(text, list(known.choices), n=len(known.choices))),
                start=piece.start,
                end=piece.end,
                code="unknown_name",
            )
        return choice
    if known.kind == fields.NUMBER:
        found, hint = number_value(text), tr("Write 3, <2, >=10 or 5..20.")
    elif known.kind == fields.DATE:
        found, hint = date_value(text), tr("Write 2017, 2017-03, 2017-03-17 or 2017-01..2017-03.")
    else:
        return text
    if found is None:
        raise BadQuery(
            tr("“{value}” cannot be asked of “{field}”.").format(value=text, field=known.name),
            hint,
            start=piece.start,
            end=piece.end,
        )
    return found


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _piece(text, at)
        yield piece
        at = piece.end


def _piece(text: str, start: int) -> _Piece:
    found = _FIELD.match(text, start)
    if found is not None:
        values, end = _values(text, found.end())
        return _Piece(start, end, bool(found[1]), found[2], values, quoted=False)
    negated = text[start] == "-" and start + 1 < len(text) and not text[start + 1].isspace()
    at = start + negated
    if text[at] == '"':
        value, end = _in_quotes(text, at)
        return _Piece(start, end, negated, "", (value.strip(),), quoted=True)
    end = _until(text, at, "")
    return _Piece(start, end, negated, "", (text[at:end],), quoted=False)


def _values(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Return the values after a colon and where they end."""
    values = []
    while True:
        value = ""
        if text[at : at + 1] == '"':
            value, at = _in_quotes(text, at)
        end = _until(text, at, ",")
        values.append((value + text[at:end]).strip())
        at = end
        if text[at : at + 1] != ",":
            return tuple(values), at
        at += 1


def _in_quotes(text: str, start: int) -> tuple[str, int]:
    """Return what stands in quotation marks, which may be left open at the end."""
    parts: list[str] = []
    at = start + 1
    while True:
        end = text.find('"', at)
        if end < 0:
            return "".join([*parts, text[at:]]), len(text)
        parts.append(text[at:end])
        if text[end + 1 : end + 2] != '"':
            return "".join(parts), end + 1
        parts.append('"')
        at = end + 2


def _until(text: str, at: int, stop: str) -> int:
    """Return where the next blank or other stop is."""
    while at < len(text) and not text[at].isspace() and text[at] not in stop:
        at += 1
    return at


def _unknown_field(piece: _Piece) -> BadQuery:
    return BadQuery(
        tr("There is no filter “{field}”.").format(field=piece.field),
        " ".join(
            (
                nearest_hint(nearest(piece.field, list(FIELDS))),
                tr("To search for it as it is, put it in quotation marks."),
            )
        ),
        start=piece.start,
        end=piece.end,
        code="unknown_name",
    )


def _choices(known: QueryField) -> str:
    shown = list(known.choices) or list(known.examples)
    return tr("Choose from: {choices}.").format(choices=", ".join(shown)) if shown else ""


def nearest(text: str, names: Sequence[str], n: int = 3) -> list[str]:
    """Return the names that come nearest to a text, best first."""
    from rapidfuzz import fuzz

    return sorted(names, key=lambda name: -fuzz.ratio(text.lower(), name.lower()))[:n]


def nearest_hint(names: Sequence[str]) -> str:
    """Return the hint that names what may have been meant."""
    if not names:
        return ""
    return tr("Nearest: {names}.").format(names=", ".join(f"“{name}”" for name in names))
