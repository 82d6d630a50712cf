"""The terms an import resolves to, and the new ones it has to make.

A term is found by its number in the exchange format, then by its spelling there, its label, its
aliases or their folded forms. What is not found becomes a new term; nothing here changes a term
that exists, so the spelling a term leaves under never moves by an import.
"""

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from airwars_desk.records.vocabulary import ShippedTerm, load_vocabularies
from airwars_desk.rules.aliases import name_form
from airwars_desk.rules.text import slug

Values = Mapping[str, Any]

_NO_TERM: Final[Values] = MappingProxyType({})


def shipped_values(term: ShippedTerm) -> dict[str, Any]:
    """Return the field values of a shipped term as a record of kind `term`, without nulls."""
    values: dict[str, Any] = {
        "vocabulary": term.vocabulary,
        "key": term.key,
        "label": term.label,
        "aliases": list(term.aliases) or None,
        "parent": term.parent,
        "external_id": term.external_id,
        "external_label": term.external_label,
        "position": term.order,
        "is_retired": None if term.active else True,
        "attributes": term.attributes(),
    }
    return {name: value for name, value in values.items() if value is not None}


def shipped_terms() -> dict[str, dict[str, Any]]:
    """Return all shipped terms: uid -> field values."""
    return {term.uid: shipped_values(term) for term in load_vocabularies()}


class TermIndex:
    """Terms by number and by name; `new` holds those made since, uid -> field values."""

    def __init__(self, terms: Mapping[str, Values] | None = None) -> None:
        """Index `terms` (uid -> field values); without them the shipped ones."""
        self.new: dict[str, dict[str, Any]] = {}
        self.quick: dict[str, dict[str, str]] = {}
        self._terms: dict[str, Values] = {}
        self._ids: dict[str, dict[int, str]] = {}
        self._exact: dict[str, dict[str, str]] = {}
        self._folded: dict[str, dict[str, str]] = {}
        self._pairs: dict[tuple[str, str | None, int | None], str] = {}
        known = shipped_terms() if terms is None else terms
        for uid, values in known.items():
            self._add(uid, values)
        for uid, values in known.items():
            self._add_names(uid, values["vocabulary"], values.get("aliases") or ())

    def __contains__(self, uid: str) -> bool:
        return uid in self._terms

    def get(self, uid: str) -> Values:
        """Return the field values of a term; empty for one that is not known."""
        return self._terms.get(uid, _NO_TERM)

    def find(self, vocabulary: str, text: str | None) -> str | None:
        """Return the uid of the term that a text names, or None; makes nothing."""
        if not text:
            return None
        uid = self._exact.get(vocabulary, {}).get(text)
        if uid is not None:
            return uid
        return self._folded.get(vocabulary, {}).get(name_form(vocabulary, text))

    def resolve(
        self, vocabulary: str, label: str | None = None, external_id: int | None = None
    ) -> str:
        """Return the uid of the term a label and a number name; make the term if it is new.

        The number is asked first. A label whose term bears another number is another term.

        Raises:
            ValueError: neither label nor number is given; a bug of ours.
        """
        pair = (vocabulary, label, external_id)
        uid = self._pairs.get(pair)
        if uid is None:
            uid = self._pairs[pair] = self._resolve(vocabulary, label, external_id)
        return uid

    def written(self, uid: str | None) -> str | None:
        """Return the spelling under which a term leaves; None for one known by number alone."""
        if uid is None:
            return None
        term = self._terms.get(uid)
        if term is None:
            return uid.partition("/")[2]
        spelling: str | None = term.get("external_label")
        if spelling is not None:
            return spelling
        return None if self._is_unnamed(uid) else term.get("label")

    def external_id(self, uid: str | None) -> int | None:
        """Return the number a term has in the exchange format, or None."""
        return None if uid is None else self._terms.get(uid, _NO_TERM).get("external_id")

    def _resolve(self, vocabulary: str, label: str | None, external_id: int | None) -> str:
        if external_id is not None:
            uid = self._ids.get(vocabulary, {}).get(external_id)
            if uid is not None:
                return uid
        if not label:
            if external_id is None:
                raise ValueError("a term needs a label or a number")
            return self._make(vocabulary, f"#{external_id}", None, external_id)
        uid = self.find(vocabulary, label) or f"{vocabulary}/{_key(label)}"
        if uid not in self._terms:
            return self._make(vocabulary, uid.partition("/")[2], label, external_id)
        other = self._terms[uid].get("external_id")
        if external_id is None or other is None:
            return uid
        return self._make(vocabulary, f"#{external_id}", label, external_id)

    def _make(self, vocabulary: str, key: str, label: str | None, external_id: int | None) -> str:
        uid = f"{vocabulary}/{key}"
        if uid in self._terms:
            return uid
        values: dict[str, Any] = {"vocabulary": vocabulary, "key": key}
        if label is not None:
            values["label"] = values["external_label"] = label
        if external_id is not None:
            values["external_id"] = external_id
        self.new[uid] = values
        self._add(uid, values)
        return uid

    def _add(self, uid: str, values: Values) -> None:
        vocabulary = values["vocabulary"]
        self._terms[uid] = values
        number = values.get("external_id")
        if number is not None:
            self._ids.setdefault(vocabulary, {}).setdefault(number, uid)
        spelling = self.written(uid)
        if spelling:
            self.quick.setdefault(vocabulary, {}).setdefault(spelling, uid)
        self._add_names(uid, vocabulary, (values.get("external_label"), values.get("label")))

    def _add_names(self, uid: str, vocabulary: str, names: Iterable[str | None]) -> None:
        exact = self._exact.setdefault(vocabulary, {})
        folded = self._folded.setdefault(vocabulary, {})
        for name in names:
            if name:
                exact.setdefault(name, uid)
                form = name_form(vocabulary, name)
                if form:
                    folded.setdefault(form, uid)

    @staticmethod
    def _is_unnamed(uid: str) -> bool:
        return uid.partition("/")[2].startswith("#")


def _key(label: str) -> str:
    """Return the key of a new term; labels without letter or digit get one by digest."""
    return slug(label) or "x-" + hashlib.sha256(label.encode()).hexdigest()[:12]
