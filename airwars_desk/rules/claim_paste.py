"""Pasted claims of belligerents, read line by line into records; nothing is saved here.

What lines and cells are is said in `pasted.py`; columns for two subjects give two claims. A number
is exact ("16"), open ("at least 16", "16+", "up to 20") or a range ("300–350"); what is said to be
about a number is none and belongs into the words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from airwars_desk.i18n import tr
from airwars_desk.rules import claim_columns as column
from airwars_desk.rules import pasted
from airwars_desk.rules.claim_columns import ClaimColumn
from airwars_desk.rules.pasted import PastedLine, Shape, Values, read_lines
from airwars_desk.rules.tally_columns import Resolve
from airwars_desk.rules.tally_text import (
    UNKNOWN_MARKS,
    UnreadableError,
    read_count,
    read_period,
)
from airwars_desk.rules.text import clean, fold

KEY: Final = (
    "belligerent", "country", "stated_on", "date_start", "date_end", "stance", "subject",
    "stated_by", "address",
)  # fmt: skip
_LOOSE: Final = ("date_start", "date_end", "stated_by", "address")
_TEXTS: Final = (column.STATED_BY, column.ADDRESS, column.ARCHIVE, column.NOTE, column.WORDS)
_EVERYWHERE: Final = frozenset({*UNKNOWN_MARKS, "all", "all countries"})
_LEAST: Final = re.compile(r"(?:at least|min\.?|minimum) (?P<a>.+)|(?P<b>.+?) ?(?:\+|or more)")
_MOST: Final = re.compile(
    r"(?:up to|at most|max\.?|maximum) (?P<a>.+)|(?P<b>.+?) or (?:fewer|less)"
)
_RANGE: Final = re.compile(r"(?:between |from )?(\d[^a-z]*?) ?(?:-| to | and ) ?(\d[^a-z]*)")
_BEHIND: Final = re.compile(r"(?P<number>[^(\[*†]*?)\s*(?P<rest>[(\[*†].*)?")

Pairs = Sequence[tuple[ClaimColumn, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReading:
    """How to read: what the lines do not say, and what the columns are without a header.

    Attributes:
        country_of: from a name to the uid of a country, None for no country's name.
        belligerent_of: the same for belligerents.
        belligerent: uid, where no column says; `country`, `stance` and `subject` likewise.
        columns: a header to use where the text has none.
        address: kept with every claim, where no column says.
    """

    country_of: Resolve
    belligerent_of: Resolve
    belligerent: str | None = None
    country: str | None = None
    stance: str | None = None
    subject: str | None = None
    columns: str = ""
    address: str | None = None


def read_claims(text: str, reading: ClaimReading) -> list[PastedLine]:
    """Read every line that is not blank, in its order."""
    shape: Shape[ClaimColumn] = Shape(
        header_of=column.read_header,
        records_of=lambda pairs: _claims(pairs, reading),
        key=KEY,
        twice=tr("A line above says it of the same day; join them, or say who stated each."),
    )
    return read_lines(text, reading.columns, shape)


def compare(values: Values, known: Iterable[Mapping[str, Any]]) -> tuple[str, int]:
    """Tell whether a claim is `new`, the `same` as one recorded, or `differs` from it.

    A line that says no period, speaker or address means any.

    Returns:
        The word, and the place in `known` of the claim it was compared with (-1 for none).
    """
    return pasted.compare(values, known, KEY, column.SAID, _LOOSE)


def read_quantity(text: str) -> tuple[int | None, int | None, str]:
    """Read a number or a range; returns least, most and what stands behind and was left out.

    Raises:
        UnreadableError: it is none that could be stored without loss.

    >>> read_quantity("50,000+"), read_quantity("300–350 (revised)"), read_quantity("up to 20")
    ((50000, None, ''), (300, 350, '(revised)'), (None, 20, ''))
    """
    plain = fold(clean(text)).replace("–", "-").replace("—", "-")
    found = _BEHIND.fullmatch(plain)
    number, rest = (found["number"].strip(), found["rest"] or "") if found else (plain, "")
    if number in UNKNOWN_MARKS:
        return None, None, rest
    if (least := _LEAST.fullmatch(number)) is not None:
        return _count(least["a"] or least["b"], text), None, rest
    if (most := _MOST.fullmatch(number)) is not None:
        return None, _count(most["a"] or most["b"], text), rest
    if (both := _RANGE.fullmatch(number)) is not None:
        low, high = _count(both[1], text), _count(both[2], text)
        if low is not None and high is not None and low > high:
            sentence = tr("“{text}” begins with the greater number; write the smaller one first.")
            raise UnreadableError(sentence.format(text=clean(text)))
        return low, high, rest
    one = _count(number, text)
    return one, one, rest


def _count(number: str, text: str) -> int | None:
    try:
        return read_count(number)[0]
    except UnreadableError:
        sentence = tr("“{text}” is no exact number; write “at least 9”, “9–12”, or leave it empty.")
        raise UnreadableError(sentence.format(text=clean(text))) from None


def _claims(pairs: Pairs, reading: ClaimReading) -> pasted.Read:
    shared = _shared(pairs, reading)
    left_out = [cell for part, cell in pairs if part.role == column.IGNORED and cell]
    numbers: dict[str | None, Values] = {}
    for part, cell in pairs:
        if part.role not in column.NUMBERS:
            continue
        least, most, rest = _bounds(part, cell)
        left_out += [rest] if rest else []
        if least is None and most is None:
            continue
        row = numbers.setdefault(part.subject or shared["subject"], {})
        for name, value in (("quantity_min", least), ("quantity_max", most)):
            if value is not None and row.get(name) is not None:
                sentence = tr("Two columns give the same number: “{title}”.")
                raise UnreadableError(sentence.format(title=part.title))
            row[name] = value if value is not None else row.get(name)
    if not numbers and not shared.get("words"):
        raise UnreadableError(tr("Neither a number nor words stand in the line."))
    if None in numbers:
        raise UnreadableError(tr("A number of what? Choose it above, or paste a column “Of what”."))
    made = tuple(
        _values(shared, subject, row)
        for subject, row in (numbers or {shared["subject"]: {}}).items()
    )
    return made, tuple(left_out)


def _bounds(part: ClaimColumn, cell: str) -> tuple[int | None, int | None, str]:
    """What a number's column says; one for one end takes its number for that end."""
    least, most, rest = read_quantity(cell)
    if part.role == column.QUANTITY:
        return least, most, rest
    number = least if part.role == column.LEAST else most
    if number is None and (least is not None or most is not None):
        sentence = tr("“{text}” stands under “{title}”: write a plain number.")
        raise UnreadableError(sentence.format(text=clean(cell), title=part.title))
    return (number, None, rest) if part.role == column.LEAST else (None, number, rest)


def _shared(pairs: Pairs, reading: ClaimReading) -> Values:
    """What all claims of a line have in common: who, where, when, the position, the source."""
    shared: Values = {
        name: getattr(reading, name)
        for name in ("belligerent", "country", "stance", "subject", "address")
    }
    for part, cell in pairs:
        if part.role in _TEXTS:
            shared[part.role] = cell or shared.get(part.role)
        elif part.role == column.COUNTRY and cell:
            is_open = fold(cell) in _EVERYWHERE
            shared["country"] = None if is_open else _named(cell, reading.country_of)
        elif part.role == column.BELLIGERENT and cell:
            shared["belligerent"] = _named(cell, reading.belligerent_of)
        elif part.role == column.STANCE and fold(cell) not in UNKNOWN_MARKS:
            shared["stance"] = _chosen(cell, column.stance_of, tr("claims, concedes or denies"))
        elif part.role == column.SUBJECT and fold(cell) not in UNKNOWN_MARKS:
            known = tr("civilians killed, combatants killed, strikes, other …")
            shared["subject"] = _chosen(cell, column.subject_of, known)
    if shared["belligerent"] is None:
        raise UnreadableError(tr("No belligerent: choose one above, or paste a column of them."))
    if shared["stance"] is None:
        raise UnreadableError(tr("No position: choose one above, or paste a column of them."))
    return {**shared, **_days(pairs)}


def _days(pairs: Pairs) -> Values:
    """The day of the statement and the period it speaks of; one of them must stand in the line."""
    days: Values = {}
    for part, cell in pairs:
        if fold(cell) in UNKNOWN_MARKS:
            continue
        if part.role == column.STATED_ON:
            found = read_period(cell)
            if not found.is_day:
                sentence = tr("“{text}” is no single day; call the column “Period”.")
                raise UnreadableError(sentence.format(text=clean(cell)))
            days["stated_on"] = found.end
        elif part.role == column.PERIOD:
            found = read_period(cell)
            days["date_start"], days["date_end"] = found.start, found.end
        elif part.role == column.START:
            found = read_period(cell)
            days["date_start"] = found.start or found.end
        elif part.role == column.END:
            days["date_end"] = read_period(cell).end
    if not days:
        raise UnreadableError(tr("No day stands in the line: paste the day of the statement."))
    if (days.get("date_start") or "") > (days.get("date_end") or "9999"):
        raise UnreadableError(tr("The period ends before it begins."))
    return days


def _values(shared: Values, subject: str | None, row: Values) -> Values:
    given = {**shared, "subject": subject}
    return {name: value for name, value in given.items() if value is not None} | row


def _named(cell: str, resolve: Resolve) -> str:
    uid = resolve(cell)
    if uid is None:
        sentence = tr("“{text}” is not a known name; write it as the lists of this page do.")
        raise UnreadableError(sentence.format(text=clean(cell)))
    return uid


def _chosen(cell: str, read: Resolve, known: str) -> str:
    found = read(cell)
    if found is None:
        sentence = tr("“{text}” is not understood; write {known}.")
        raise UnreadableError(sentence.format(text=clean(cell), known=known))
    return found
