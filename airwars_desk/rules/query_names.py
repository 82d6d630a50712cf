"""The names in a query become the terms, people and places they mean, in any script. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from airwars_desk.i18n import tr
from airwars_desk.rules.aliases import Aliases, Named
from airwars_desk.rules.query import Filter, Query
from airwars_desk.rules.query_fields import FIELDS, NONE, PERSON, PLACES, TERM, QueryField
from airwars_desk.rules.query_parse import BadQuery, nearest, nearest_hint
from airwars_desk.rules.text import comparable

ME = "me"
_NOTHING = frozenset({NONE, "unknown", "not recorded"})


class Names:
    """What the names of a query are looked up in.

    Args:
        terms: of the vocabularies it needs.
        people: names by uid.
        me: who is at work, by uid.
        places: rows of the incidents inside, by field and value as typed; what is not among them
            is sought by its words.
    """

    def __init__(
        self,
        terms: Iterable[Named],
        people: Mapping[str, str],
        me: str | None = None,
        places: Mapping[tuple[str, str], Iterable[int]] | None = None,
    ) -> None:
        kept = list(terms)
        self._aliases = Aliases(kept)
        self._labels = {term.uid: term.label or term.uid.partition("/")[2] for term in kept}
        self._people = dict(people)
        self._me = me
        self._places = places or {}

    def resolve(self, query: Query) -> Query:
        """Return the query with uids in place of names; `none` stays.

        Raises:
            BadQuery: a name that is not known, with the nearest three.
        """
        return replace(query, filters=tuple(self._resolved(one) for one in query.filters))

    def _resolved(self, one: Filter) -> Filter:
        known = FIELDS[one.field]
        if known.kind == TERM:
            return replace(one, values=tuple(self._term(known, text, one) for text in one.values))
        if known.kind == PERSON:
            return replace(one, values=tuple(self._person(text, one) for text in one.values))
        if known.name in PLACES:
            return self._located(one)
        return one

    def _located(self, one: Filter) -> Filter:
        found = [value for value in one.values if (one.field, value) in self._places]
        if not found:
            return one
        inside = frozenset(row for value in found for row in self._places[one.field, value])
        left = tuple(value for value in one.values if value not in found)
        return replace(one, values=left, inside=inside)

    def _term(self, known: QueryField, text: str, at: Filter) -> str:
        if text.lower() in _NOTHING:
            return NONE
        vocabulary = known.vocabulary
        uid = self._aliases.resolve(vocabulary, text) or self._literal(vocabulary, text)
        if uid is None:
            near = [self._labels[one] for one in self._aliases.nearest(vocabulary, text)]
            sentence = tr("No {field} is called “{name}”.").format(field=tr(known.title), name=text)
            raise _unknown(sentence, near, at)
        return uid

    def _literal(self, vocabulary: str, text: str) -> str | None:
        """A term named by its uid or its key, such as `#922`."""
        for uid in (
            text,
            f"{vocabulary}/{text}",
            f"{vocabulary}/{text.removesuffix(' (unnamed)')}",
        ):
            if uid in self._labels and uid.startswith(f"{vocabulary}/"):
                return uid
        return None

    def _person(self, text: str, at: Filter) -> str:
        if text.lower() in _NOTHING:
            return NONE
        if text.lower() == ME:
            if self._me is None:
                raise _unknown(tr("Nobody is at work here whom “me” could mean."), [], at)
            return self._me
        if text in self._people:
            return text
        wanted = comparable(text)
        for uid, name in self._people.items():
            if wanted and comparable(name) == wanted:
                return uid
        sentence = tr("Nobody here is called “{name}”.").format(name=text)
        raise _unknown(sentence, nearest(text, list(self._people.values())), at)


def _unknown(sentence: str, near: list[str], at: Filter) -> BadQuery:
    return BadQuery(sentence, nearest_hint(near), start=at.start, end=at.end, code="unknown_name")
