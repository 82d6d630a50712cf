"""What the columns of a pasted table of strikes mean, read from the words of its header.

A column holds a period, a belligerent, a country, a number, or where it comes from. A number's
column may name a country ("Iraq", "Syria strikes to date"); what no word explains is left out, and
says so. Nothing is guessed from the numbers themselves.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from airwars_desk.rules.text import clean, search_tokens

Resolve = Callable[[str], str | None]

PERIOD, START, END = "period", "date_start", "date_end"
BELLIGERENT, COUNTRY = "belligerent", "country"
REPORTED_BY, ADDRESS, NOTE, IGNORED = "reported_by", "address", "note", ""
NUMBERS: Final = ("strikes", "strikes_to_date", "munitions", "munitions_to_date")

_TO_DATE: Final = frozenset({"cumulative", "total", "totals", "overall", "accumulated", "sum"})
_MUNITIONS: Final = frozenset(
    {"munition", "munitions", "weapon", "weapons", "bomb", "bombs", "missiles", "ordnance"}
)
_STRIKES: Final = frozenset({"strike", "strikes", "airstrike", "airstrikes", "raids", "attacks"})
_CHANGES: Final = frozenset({"change", "percent", "pct", "difference", "average", "share"})
_WORDS: Final[dict[str, frozenset[str]]] = {
    START: frozenset({"from", "start", "begin", "beginning"}),
    END: frozenset({"until", "end", "ending", "through"}),
    PERIOD: frozenset({"month", "period", "date", "day", "week"}),
    BELLIGERENT: frozenset({"belligerent", "party", "actor", "military"}),
    COUNTRY: frozenset({"country", "theatre", "theater"}),
    REPORTED_BY: frozenset({"source", "reported", "publisher", "organisation"}),
    ADDRESS: frozenset({"address", "url", "link"}),
    NOTE: frozenset({"note", "notes", "comment", "comments", "remark", "remarks"}),
}
_FILLING: Final = frozenset(
    {"in", "the", "of", "per", "by", "for", "number", "no", "this", "released"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRole:
    """What a column means.

    Attributes:
        title: as written in the header.
        role: a field of a tally, `period`, or "" for a column that is left out.
        country: uid, where the header names one.
        is_month: the header says that the number, or the period, is that of a month.
    """

    title: str
    role: str
    country: str | None = None
    is_month: bool = False


def read_header(cells: Sequence[str], country_of: Resolve) -> tuple[ColumnRole, ...] | None:
    """Read a header, or None where the cells are none: it needs a period and a number."""
    roles = tuple(_role(cell, country_of) for cell in cells)
    kinds = {role.role for role in roles}
    if kinds & {PERIOD, START, END} and kinds & set(NUMBERS):
        return roles
    return None


def _role(cell: str, country_of: Resolve) -> ColumnRole:
    title = clean(cell)
    words = search_tokens(title)
    found = set(words)
    is_month = bool(found & {"month", "monthly"})
    if not words or "%" in title or found & _CHANGES:
        return ColumnRole(title=title, role=IGNORED)
    is_sum = bool(found & _TO_DATE) or _has_run(words, "to", "date") or _has_run(words, "so", "far")
    left = found - _FILLING - _TO_DATE - _MUNITIONS - _STRIKES - {"month", "monthly"}
    left -= {"to", "date", "so", "far"} if is_sum else set()
    country = country_of(" ".join(word for word in _split(title) if _folds_into(word, left)))
    if found & (_MUNITIONS | _STRIKES) or (country is not None and left):
        if left and country is None:
            return ColumnRole(title=title, role=IGNORED)
        kind = "munitions" if found & _MUNITIONS else "strikes"
        role = f"{kind}_to_date" if is_sum else kind
        return ColumnRole(title=title, role=role, country=country, is_month=is_month)
    if is_sum and not left:
        return ColumnRole(title=title, role="strikes_to_date")
    if _has_run(words, "as", "of") or _has_run(words, "as", "at"):
        return ColumnRole(title=title, role=END)
    role = next((role for role, known in _WORDS.items() if found & known), IGNORED)
    return ColumnRole(title=title, role=role, is_month=is_month)


def _split(title: str) -> list[str]:
    return [word for word in re.split(r"[\s,;:()/–—-]+", title) if word]


def _folds_into(word: str, left: set[str]) -> bool:
    tokens = search_tokens(word)
    return bool(tokens) and all(token in left for token in tokens)


def _has_run(words: Sequence[str], one: str, other: str) -> bool:
    return any(pair == (one, other) for pair in pairwise(words))
