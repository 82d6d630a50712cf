"""What the search box offers while a filter is typed. Pure; counts are those of the facets."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from airwars_desk.gui import facet_words
from airwars_desk.gui.facet_words import Counts
from airwars_desk.gui.text import one_line
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.i18n import tr
from airwars_desk.rules.query import Filter
from airwars_desk.rules.query_fields import CHOICE, FIELDS, PERSON, PLACES, TERM, field_named
from airwars_desk.rules.text import comparable

MOST = 12
_FIELD = re.compile(r"-?([A-Za-z_]+):")
_BEGUN = re.compile(r"-?([A-Za-z]{2,})")


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing offered: what it puts in, what it is called, its incidents (None: not said)."""

    text: str
    label: str
    count: int | None = None
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being typed before the cursor.

    Args:
        start: where the value (or the field's name) begins in the text.
        field: the field whose value is typed, "" while it is a word.
        prefix: what is typed of it so far.
    """

    start: int
    field: str
    prefix: str


def asked_at(text: str, cursor: int) -> Asked | None:
    """Return what is typed before the cursor, None where nothing is to be offered.

    >>> asked_at("raqqa grade:we", 14), asked_at("sta", 3), asked_at('place:"west mo', 14).prefix
    (Asked(start=12, field='grade', prefix='we'), Asked(start=0, field='', prefix='sta'), 'west mo')
    """
    before = text[:cursor]
    start = _token_start(before)
    found = _FIELD.match(before, start)
    if found is not None:
        known = field_named(found[1])
        if known is None:
            return None
        at = _value_start(before, found.end())
        return Asked(at, known.name, before[at:].removeprefix('"'))
    begun = _BEGUN.fullmatch(before, start)
    if begun is None:
        return None
    return Asked(begun.start(1), "", begun[1].lower())


def offers(asked: Asked, counts: Mapping[str, Counts], words: Vocabulary) -> list[Offer]:
    """Return what may be meant, what begins with the prefix first."""
    if not asked.field:
        return [
            Offer(f"{name}:", f"{name}:")
            for name in FIELDS
            if name.startswith(asked.prefix) and name != "is"
        ]
    return _matching(_values(asked.field, counts, words), asked.prefix)


def _values(name: str, counts: Mapping[str, Counts], words: Vocabulary) -> list[Offer]:
    known, found = FIELDS[name], counts.get(name, {})
    if name in facet_words.TITLES and known.kind == CHOICE:
        return [
            Offer(value, facet_words.label_of(name, value, words), found.get(value, 0),
                  facet_words.TAGS.get(value, "") if name == "grade" else "")
            for value in facet_words.order(name, found)
        ]  # fmt: skip
    if known.kind == CHOICE:
        return [Offer(value, value) for value in known.choices]
    if known.kind in (TERM, PERSON):
        mine = [Offer("me", tr("me"))] if known.kind == PERSON else []
        return mine + [
            Offer(
                facet_words.typed_for(name, value, words),
                facet_words.label_of(name, value, words),
                found[value],
            )
            for value in facet_words.order(name, found)
        ]
    if name == "date":
        months = sorted((month for month in found if month[:1].isdigit()), reverse=True)
        return [Offer(month, facet_words.date_words(month), found[month]) for month in months]
    if name in PLACES and words.areas:
        return [Offer(area, one_line(area)) for area in words.areas]
    return [Offer(example, example) for example in known.examples]


def _matching(every: Iterable[Offer], prefix: str) -> list[Offer]:
    wanted = comparable(prefix)
    first, later = [], []
    for offer in every:
        texts = (comparable(offer.text), comparable(offer.label))
        if offer.text.startswith(prefix) or any(text.startswith(wanted) for text in texts):
            first.append(offer)
        elif any(f" {wanted}" in text for text in texts):
            later.append(offer)
    return [*first, *later][:MOST]


def put_in(text: str, cursor: int, asked: Asked, offer: Offer) -> tuple[str, int]:
    """Return the text with an offer taken, and where the cursor then stands."""
    if not asked.field:
        put = offer.text
    else:
        put = str(Filter("place", (offer.text,))).partition(":")[2] + " "
    after = text[cursor:].lstrip()
    made = text[: asked.start] + put
    return made + after, len(made)


def _token_start(text: str) -> int:
    """Return where the last token begins: after the last blank outside quotation marks."""
    start, quoted = 0, False
    for at, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter.isspace() and not quoted:
            start = at + 1
    return start


def _value_start(text: str, at: int) -> int:
    """Return where the last of several values begins: after the last comma outside quotes."""
    start, quoted = at, False
    for position in range(at, len(text)):
        if text[position] == '"':
            quoted = not quoted
        elif text[position] == "," and not quoted:
            start = position + 1
    return start
