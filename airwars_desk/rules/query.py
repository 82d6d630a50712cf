"""What a list shows: words and filters, and their order (DESIGN 6). Pure values.

A query prints as the text that is typed for it, and reads back the same (`query_parse.parse`).
"""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from airwars_desk.rules.query_fields import FIELDS, WORDS

#: columns a list can be sorted by, as the `listing` table names them
SORTABLE = (
    "code",
    "date_start",
    "place",
    "place_local",
    "killed_max",
    "injured_max",
    "grade",
    "belligerents",
    "sources",
    "state",
    "checks",
    "province",
    "decided_killed_max",
    "decided_injured_max",
    "named",
    "decided_at",
    "assignee",
    "conflicts",
)
_LIKE_A_FIELD = re.compile(r"[A-Za-z_]+:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is asked of the list of incidents.

    `text`: words and filters as typed. `sort`: column and direction ("asc" or "desc"), most
    important first; unknown values come last in both directions.
    """

    text: str = ""
    sort: tuple[tuple[str, str], ...] = (("date_start", "desc"),)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or several that must stand together; `negated`: it must not occur."""

    text: str
    negated: bool = False

    def __str__(self) -> str:
        """The word as it is typed."""
        quotes = (
            self.text.startswith(("-", '"'))
            or any(letter.isspace() for letter in self.text)
            or _LIKE_A_FIELD.match(self.text) is not None
            or self.text.lower() in WORDS
        )
        return ("-" if self.negated else "") + (_quoted(self.text) if quotes else self.text)


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and its values, any of which will do; `negated`: none of them.

    `start` and `end` say where in the text it stood; they do not count for equality. `inside`: the
    local rows of the incidents in the areas and places among its values, once they were looked up
    (rules/query_names.py); those values are no longer in `values`.
    """

    field: str
    values: tuple[str, ...]
    negated: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)
    inside: frozenset[int] | None = dataclasses.field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        """The filter as it is typed."""
        sign = "-" if self.negated else ""
        if self.field == "is" and len(self.values) == 1:
            return sign + self.values[0]
        return f"{sign}{self.field}:{','.join(map(_value, self.values))}"


@dataclass(frozen=True, slots=True)
class Query:
    """Filters that must all hold, and words that must all occur."""

    filters: tuple[Filter, ...] = ()
    words: tuple[Word, ...] = ()

    def __str__(self) -> str:
        """The query as it is typed, filters first."""
        return " ".join(map(str, (*self.filters, *self.words)))

    def __bool__(self) -> bool:
        """Tell whether anything is asked."""
        return bool(self.filters or self.words)

    def values(self, name: str) -> tuple[str, ...]:
        """The values asked for in a field, those excluded left out."""
        return tuple(
            value
            for one in self.filters
            if one.field == name and not one.negated
            for value in one.values
        )

    def without(self, name: str) -> "Query":
        """The same query with no filter that asks for values of a field."""
        kept = tuple(one for one in self.filters if one.field != name or one.negated)
        return replace(self, filters=kept)

    def with_values(self, name: str, values: Iterable[str]) -> "Query":
        """The same query asking for these values of a field and no others."""
        wanted = tuple(dict.fromkeys(values))
        if not wanted:
            return self.without(name)
        made = Filter(name, wanted)
        kept: list[Filter] = []
        for one in self.filters:
            if one.field != name or one.negated:
                kept.append(one)
            elif made not in kept:
                kept.append(made)
        return replace(self, filters=tuple(kept if made in kept else [*kept, made]))

    def toggled(self, name: str, value: str) -> "Query":
        """The same query with one value of a field asked for, or no more."""
        now = self.values(name)
        rest = tuple(one for one in now if one != value)
        return self.with_values(name, rest if len(rest) < len(now) else (*now, value))

    def and_also(self, other: "Query") -> "Query":
        """Both queries at once."""
        return tidy((*self.filters, *other.filters), (*self.words, *other.words))


def tidy(filters: Iterable[Filter], words: Iterable[Word]) -> Query:
    """A query in which what widens the same field stands together and nothing stands twice."""
    kept: list[Filter] = []
    for one in filters:
        same = None if FIELDS[one.field].narrows else _same(kept, one)
        if same is None:
            if one not in kept:
                kept.append(one)
        else:
            values = tuple(dict.fromkeys((*kept[same].values, *one.values)))
            kept[same] = replace(kept[same], values=values)
    return Query(tuple(kept), tuple(dict.fromkeys(words)))


def _same(filters: list[Filter], wanted: Filter) -> int | None:
    for position, one in enumerate(filters):
        if (one.field, one.negated) == (wanted.field, wanted.negated):
            return position
    return None


def _value(text: str) -> str:
    plain = text and not any(letter.isspace() or letter in ',"' for letter in text)
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
