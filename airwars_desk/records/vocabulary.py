"""The shipped vocabularies: the terms of `resources/vocabularies/*.toml` as plain values.

To add a term: 1. put a `[[term]]` with key, label and order into the file of its vocabulary;
2. give it the Airwars term id only where that is known; 3. never change a key that was shipped,
retire it with `active = false`. A new vocabulary is a new file. An id met without a label is not
shipped: an import makes such a term itself.
"""

import functools
import tomllib
from dataclasses import dataclass
from typing import Any, Final

from airwars_desk import places

FOLDER: Final = "vocabularies"
_OTHER_KEYS: Final = ("definition", "letter", "tracked", "slugs", "country", "box")
_KNOWN_KEYS: Final = frozenset(
    {"key", "label", "order", "aliases", "external_id", "external_label", "parent", "active"}
    | set(_OTHER_KEYS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedTerm:
    """One entry of a vocabulary as shipped.

    Attributes:
        uid: `vocabulary/key`.
        label: the English label.
        aliases: other spellings that plainly mean it.
        external_id: Airwars's number of the term, where known.
        external_label: its spelling in the exchange format, where that is not the label.
        parent: uid of the term above it, in a tree.
        definition: what it means, in our words (grades, strike status, positions).
        letter: the letter of a grade.
        tracked: incidents may count under this belligerent.
        slugs: older names of a belligerent in the exchange format.
        country: uid of the country a province lies in.
        box: south, west, north, east of a country in degrees.
    """

    uid: str
    vocabulary: str
    key: str
    label: str
    order: int
    aliases: tuple[str, ...] = ()
    external_id: int | None = None
    external_label: str | None = None
    parent: str | None = None
    active: bool = True
    definition: str | None = None
    letter: str | None = None
    tracked: bool | None = None
    slugs: tuple[str, ...] = ()
    country: str | None = None
    box: tuple[float, float, float, float] | None = None

    def attributes(self) -> dict[str, Any] | None:
        """Return what only one vocabulary needs, as JSON-native values; None where nothing."""
        found: dict[str, Any] = {}
        for name in _OTHER_KEYS:
            value = getattr(self, name)
            if value is not None and value != ():
                found[name] = list(value) if isinstance(value, tuple) else value
        return found or None


@functools.cache
def load_vocabularies() -> tuple[ShippedTerm, ...]:
    """Read every shipped vocabulary, ordered by vocabulary and then by order.

    Raises:
        ValueError: a shipped file is not as it should be; a bug of ours.
    """
    terms: list[ShippedTerm] = []
    for path in sorted(places.resource(FOLDER).glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        terms.extend(_term(path.stem, entry) for entry in table.get("term", ()))
    return tuple(sorted(terms, key=lambda term: (term.vocabulary, term.order)))


def _term(vocabulary: str, entry: dict[str, Any]) -> ShippedTerm:
    """Make a term of one `[[term]]` table."""
    unknown = entry.keys() - _KNOWN_KEYS
    if unknown:
        raise ValueError(f"{vocabulary}: unknown keys {sorted(unknown)}")
    values = dict(entry)
    for name in ("aliases", "slugs", "box"):
        if name in values:
            values[name] = tuple(values[name])
    if "parent" in values:
        values["parent"] = f"{vocabulary}/{values['parent']}"
    if "country" in values:
        values["country"] = f"country/{values['country']}"
    return ShippedTerm(uid=f"{vocabulary}/{values['key']}", vocabulary=vocabulary, **values)
