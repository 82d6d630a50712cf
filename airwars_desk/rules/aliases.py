"""From a spelling to a term: how the words of a file or a person resolve to a vocabulary.

Works on any terms, shipped ones (records/vocabulary.py) or those of a casebook.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from airwars_desk.rules.text import comparable

_ADMINISTRATIVE: Final = frozenset({"governorate", "governate", "province", "muhafazah"})
"""Words that may stand behind the name of a province without changing what it names."""


class Named(Protocol):
    """What a term must tell to be found by its names."""

    @property
    def uid(self) -> str:
        """Return `vocabulary/key`."""

    @property
    def vocabulary(self) -> str:
        """Return the name of the vocabulary."""

    @property
    def label(self) -> str | None:
        """Return the English label."""

    @property
    def external_label(self) -> str | None:
        """Return the spelling in the exchange format, if another."""

    @property
    def aliases(self) -> Sequence[str] | None:
        """Return further spellings."""


class Aliases:
    """The names of terms, vocabulary by vocabulary.

    A name as it is written comes first, then its comparable form; among terms, labels come
    before aliases and earlier terms before later ones.
    """

    def __init__(self, terms: Iterable[Named]) -> None:
        self._exact: dict[str, dict[str, str]] = {}
        self._folded: dict[str, dict[str, str]] = {}
        kept = list(terms)
        for term in kept:
            for name in (term.external_label, term.label):
                self._add(term, name)
        for term in kept:
            for name in term.aliases or ():
                self._add(term, name)

    def resolve(self, vocabulary: str, text: str | None) -> str | None:
        """Return the uid of the term a text names, or None."""
        if not text:
            return None
        uid = self._exact.get(vocabulary, {}).get(text)
        if uid is not None:
            return uid
        return self._folded.get(vocabulary, {}).get(name_form(vocabulary, text))

    def nearest(self, vocabulary: str, text: str, n: int = 3) -> tuple[str, ...]:
        """Return the uids of the `n` terms whose names come nearest to a text, best first."""
        from rapidfuzz import fuzz

        form = name_form(vocabulary, text)
        names = self._folded.get(vocabulary, {})
        ranked = sorted(
            names, key=lambda name: -(fuzz.ratio(form, name) + fuzz.WRatio(form, name) / 4)
        )
        return tuple(dict.fromkeys(names[name] for name in ranked))[:n]

    def _add(self, term: Named, name: str | None) -> None:
        if not name:
            return
        self._exact.setdefault(term.vocabulary, {}).setdefault(name, term.uid)
        form = name_form(term.vocabulary, name)
        if form:
            self._folded.setdefault(term.vocabulary, {}).setdefault(form, term.uid)


def name_form(vocabulary: str, text: str) -> str:
    """Return the comparable form of a name, for provinces without the word province."""
    form = comparable(text)
    if vocabulary == "province":
        head, _, last = form.rpartition(" ")
        if head and last in _ADMINISTRATIVE:
            return head
    return form
