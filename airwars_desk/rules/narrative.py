r"""Tokens in a narrative: a source, a victim or a range, kept by uid and shown by number.

Three forms of one text (docs/decisions/0023):

* *stored*: `[source:UID]`, `[victim:UID]`, `[count:killed]`; survives renumbering and renaming;
* *shown* where it is written: `[S7]`, `[V3]`, `[killed]`; what only looks like a token stands
  there with a backslash, `\[S7]`, and comes back as it was;
* *read*: `Qasra Today (S7)`, a name, `4–6`: what everybody else sees.

`stored(shown(text, names), names) == text` holds for every text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from airwars_desk.i18n import tr
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS, COMBATANTS, MEN, WOMEN
from airwars_desk.rules import ranges
from airwars_desk.rules.names import source_called, victim_called

SOURCE, VICTIM, COUNT = "source", "victim", "count"
LETTERS: Final = {SOURCE: "S", VICTIM: "V"}
KIND_OF: Final = {SOURCE: "citation", VICTIM: "victim"}
Pair = tuple[int | None, int | None]
#: the words of the ranges, with the group and the harm they stand for
RANGES: Final = {
    **{harm: (CIVILIANS, harm) for harm in ("killed", "injured")},
    **{
        f"{word} {harm}": (group, harm)
        for word, group in (
            ("children", CHILDREN),
            ("women", WOMEN),
            ("men", MEN),
            ("combatants", COMBATANTS),
        )
        for harm in ("killed", "injured")
    },
}

_WORDS: Final = "(?:(?:children|women|men|combatants) )?(?:killed|injured)"
_UID: Final = "[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}"
_DIGITS: Final = "[0-9٠-٩۰-۹]{1,4}"
_STORED: Final = rf"\[(?:(?P<kind>source|victim):(?P<uid>{_UID})|count:(?P<count>{_WORDS}))\]"
_SHOWN: Final = rf"\[(?:(?P<letter>[SsVv])(?P<number>{_DIGITS})|(?P<words>{_WORDS}))\]"
_MARKS: Final = r"(?<!\\)(?P<marks>\\*+)"  # a run as a whole: one of thousands costs no more
_TOKEN: Final = re.compile(_STORED)
_OF_STORED: Final = re.compile(rf"{_MARKS}(?:{_STORED}|{_SHOWN})")
_OF_SHOWN: Final = re.compile(rf"{_MARKS}{_SHOWN}")


class Token(NamedTuple):
    """A token: its kind, and the uid or the words of a range."""

    kind: str
    key: str

    def __str__(self) -> str:
        """Return the token as it is stored."""
        return f"[{self.kind}:{self.key}]"


class Named(NamedTuple):
    """What a record is called, "" for no name, and its number; 0 where it has none."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Numbers and names of the sources and victims of an incident, by uid."""

    sources: Mapping[str, Named] = field(default_factory=dict)
    victims: Mapping[str, Named] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, Named]:
        """Return those of a kind of token."""
        return self.sources if kind == SOURCE else self.victims


def names_of(case: Case) -> Names:
    """Return the names of a case's live sources and victims, numbered as its page numbers them."""
    return Names(
        {
            item.uid: Named(number, source_called(item.values))
            for number, item in enumerate(case.of("citation"), 1)
        },
        {
            item.uid: Named(number, victim_called(item.values))
            for number, item in enumerate(case.of("victim"), 1)
        },
    )


def names_held(items: Mapping[str, Item], case: Case | None = None) -> Names:
    """Return names for history: of all records at hand, also deleted; numbers are of `case`."""
    live = names_of(case) if case is not None else Names()
    named: dict[str, dict[str, Named]] = {"citation": {}, "victim": {}}
    for item in items.values():
        if item.kind in named:
            call = source_called if item.kind == "citation" else victim_called
            named[item.kind][item.uid] = Named(0, call(item.values))
    return Names({**named["citation"], **live.sources}, {**named["victim"], **live.victims})


def counts_of(case: Case, kind: str, owner: str) -> dict[str, Pair]:
    """Return the ranges that tokens may name, by their words, from one owner's counts."""
    found: dict[str, Pair] = {}
    for item in case.of(kind, owner):
        values = item.values
        if values.get("form", "group") == "group":
            for words, (group, harm) in RANGES.items():
                if values.get("group") == group and words not in found:
                    found[words] = (values.get(f"{harm}_min"), values.get(f"{harm}_max"))
    return found


def working_counts(case: Case) -> dict[str, Pair]:
    """Return the working ranges of a case, by the words of their tokens."""
    return counts_of(case, "working_range", case.uid)


def tokens(text: str) -> Iterator[Token]:
    """Return the tokens of a stored text, in their order."""
    for found in _TOKEN.finditer(text):
        yield _token(found)


def has_tokens(text: str | None) -> bool:
    """Tell whether a stored text holds a token."""
    return text is not None and _TOKEN.search(text) is not None


def missing(text: str, names: Names) -> list[Token]:
    """Return the tokens of sources and victims that `names` does not know."""
    return [one for one in tokens(text) if one.kind != COUNT and one.key not in names.of(one.kind)]


def without_tokens(text: str) -> str:
    """Return a stored text with a blank in place of every token, as it is searched."""
    return _TOKEN.sub(" ", text) if "[" in text else text


def shown(text: str, names: Names) -> str:
    r"""Return a stored text as it is written in the editor.

    >>> shown("[count:killed] were killed [sic], [killed]", Names())
    '[killed] were killed [sic], \\[killed]'
    """

    def write(found: re.Match[str]) -> str:
        if found["letter"] or found["words"]:
            return "\\" + found[0]
        token = _token(found)
        if found["marks"]:  # a backslash would make a plain text of it
            return found[0]
        if token.kind == COUNT:
            return f"[{token.key}]"
        named = names.of(token.kind).get(token.key)
        return f"[{LETTERS[token.kind]}{named.number}]" if named and named.number else found[0]

    return _OF_STORED.sub(write, text)


def stored(text: str, names: Names) -> str:
    r"""Return what was written in the editor as it is stored; a number of nothing stays text.

    >>> stored("[killed] killed, \\[killed], [S9]", Names())
    '[count:killed] killed, [killed], [S9]'
    """
    uids = {
        (letter, named.number): str(Token(kind, uid))
        for kind, letter in LETTERS.items()
        for uid, named in names.of(kind).items()
    }

    def keep(found: re.Match[str]) -> str:
        if found["marks"]:
            return found[0][1:]
        if found["words"]:
            return str(Token(COUNT, found["words"]))
        return uids.get((found["letter"].upper(), int(found["number"])), found[0])

    return _OF_SHOWN.sub(keep, text)


def read(text: str, names: Names, counts: Mapping[str, Pair] | None = None) -> str:
    """Return a stored text as it is read.

    Args:
        text: as stored; one without tokens comes back as it is.
        names: of sources and victims; one that is missing is said to be.
        counts: ranges by their words; None leaves `[killed]`, for moments whose ranges are
            not known.
    """

    def say(found: re.Match[str]) -> str:
        token = _token(found)
        if token.kind == COUNT:
            return f"[{token.key}]" if counts is None else _range(counts, token.key)
        return _called(token.kind, names.of(token.kind).get(token.key))

    return _TOKEN.sub(say, text) if "[" in text else text


def read_case(case: Case, text: str, counts: Mapping[str, Pair] | None = None) -> str:
    """Return a stored text of a case as it is read, by default with its working ranges."""
    if not has_tokens(text):
        return text
    return read(text, names_of(case), working_counts(case) if counts is None else counts)


def _range(counts: Mapping[str, Pair], words: str) -> str:
    return ranges.show(*counts.get(words, (None, None)))


def _called(kind: str, named: Named | None) -> str:
    if named is None:
        if kind == SOURCE:
            return tr("(a source that is no longer here)")
        return tr("(a victim who is no longer here)")
    number = f"{LETTERS[kind]}{named.number}" if named.number else ""
    if kind == VICTIM:
        return named.name or number or tr("a victim without a name")
    if not named.name:
        return number or tr("a source without a name")
    return f"{named.name} ({number})" if number else named.name


def _token(found: re.Match[str]) -> Token:
    if found["count"]:
        return Token(COUNT, found["count"])
    return Token(found["kind"], found["uid"])
