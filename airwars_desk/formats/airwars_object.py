"""One object of the format <-> the field values of one record, and what fields cannot tell.

`extra` keeps the rest, so that an export is lossless: `unknown` keys with their values, `absent`
keys, and under `was` per key what we would write and what stood there: it is written again only
while we would still write the same. `inner` holds the same for objects that are no record.
"""

from collections.abc import Mapping
from typing import Any, Final

from airwars_desk.formats.airwars_keys import Shape
from airwars_desk.records.case import same
from airwars_desk.rules.terms import TermIndex

Values = dict[str, Any]
Extra = dict[str, Any]

UNKNOWN: Final = "unknown"
ABSENT: Final = "absent"
WAS: Final = "was"
INNER: Final = "inner"
_NOTHING: Final[frozenset[str]] = frozenset()


class Wrong(Exception):  # noqa: N818 - becomes a BadInput as soon as the place is known
    """A known key holds what it cannot hold. `path` grows outwards."""

    def __init__(self, key: str, found: Any, expected: str) -> None:
        super().__init__(key)
        self.path = key
        self.found = found
        self.expected = expected

    def inside(self, outer: str) -> "Wrong":
        """Put an outer key before the path."""
        self.path = f"{outer}.{self.path}"
        return self


class Reading:
    """What reading one record needs at every object: the terms, and the unknown keys met."""

    __slots__ = ("terms", "unknown")

    def __init__(self, terms: TermIndex) -> None:
        self.terms = terms
        self.unknown: set[str] = set()

    def object(self, shape: Shape, found: Any, path: str) -> tuple[Values, Values, Extra | None]:
        """Read an object: itself with every required key, its field values, its extra.

        Raises:
            Wrong: a known key holds what it cannot hold.
        """
        if found.__class__ is not dict:
            raise Wrong(path, found, "object")
        extra: Extra | None = None
        if found.keys() != shape.required and found.keys() != shape.everything:
            found, extra = self.mend(shape, found, path)
        return found, *read_fields(shape, found, extra, self.terms)

    def mend(
        self, shape: Shape, found: Values, path: str, aside: frozenset[str] = _NOTHING
    ) -> tuple[Values, Extra | None]:
        """Return the object with every required key, and what was unknown and absent."""
        extra: Extra = {}
        unknown = {k: v for k, v in found.items() if k not in shape.everything and k not in aside}
        if unknown:
            extra[UNKNOWN] = unknown
            self.unknown.update(f"{path}.{key}" if path else key for key in unknown)
        absent = sorted(shape.required - found.keys())
        if absent:
            extra[ABSENT] = absent
            found = {**{key: shape.empty.get(key, _none)() for key in absent}, **found}
        return found, extra or None


def read_fields(
    shape: Shape, found: Values, extra: Extra | None, terms: TermIndex
) -> tuple[Values, Extra | None]:
    """Read all keys of an object that stand for one field each."""
    values: Values = {}
    for key, name in shape.texts:
        value = found[key]
        if value is not None:
            if value.__class__ is not str:
                raise Wrong(key, value, "text")
            if value:
                values[name] = value
            else:
                extra = noted(extra, key, None, value)
    extra = _read_numbers(shape, found, values, extra)
    if shape.choices or shape.optional:
        extra = _read_choices(shape, found, values, extra)
    if shape.terms or shape.lists:
        extra = _read_terms(shape, found, values, extra, terms)
    if shape.codes or shape.json:
        extra = _read_kept(shape, found, values, extra)
    return values, extra


def _read_numbers(shape: Shape, found: Values, values: Values, extra: Extra | None) -> Extra | None:
    """Read whole numbers, also those written `3.0`, and true or false."""
    for key, name in shape.numbers:
        value = found[key]
        if value is not None:
            if value.__class__ is int:
                values[name] = value
            else:
                values[name] = whole = whole_number(key, value)
                extra = noted(extra, key, whole, value)
    for key, name in shape.flags:
        value = found[key]
        if value is not None:
            if value.__class__ is not bool:
                raise Wrong(key, value, "true or false")
            values[name] = value
    return extra


def _read_choices(shape: Shape, found: Values, values: Values, extra: Extra | None) -> Extra | None:
    """Read choices and optional texts; what is no choice is kept as it came, not as a value."""
    for key, name, allowed in shape.choices:
        value = optional_text(key, found[key])
        if value is not None:
            if value in allowed:
                values[name] = value
            else:
                extra = noted(extra, key, None, value)
    for key, name in shape.optional:
        if key in found:
            value = optional_text(key, found[key])
            if value:
                values[name] = value
            else:
                extra = noted(extra, key, None, value)
    return extra


def _read_terms(
    shape: Shape, found: Values, values: Values, extra: Extra | None, terms: TermIndex
) -> Extra | None:
    """Read labels and lists of labels; a spelling that is not the term's own is kept beside."""
    for key, name, vocabulary in shape.terms:
        value = optional_text(key, found[key])
        if value is not None:
            uid = terms.resolve(vocabulary, value) if value else None
            if uid is not None:
                values[name] = uid
            extra = noted_unless_same(extra, key, terms.written(uid), value)
    for key, name, vocabulary in shape.lists:
        labels = checked_list(key, found[key], str, "list of texts")
        uids = list(dict.fromkeys(terms.resolve(vocabulary, x) for x in labels if x))
        if uids:
            values[name] = uids
        written = [terms.written(uid) for uid in uids]
        if written != found[key]:
            extra = noted(extra, key, written, found[key])
    return extra


def _read_kept(shape: Shape, found: Values, values: Values, extra: Extra | None) -> Extra | None:
    """Read lists of codes, and what is kept as JSON."""
    for key, name in shape.codes:
        codes = [code for code in checked_list(key, found[key], str, "list of texts") if code]
        if codes:
            values[name] = codes
        if codes != found[key]:
            extra = noted(extra, key, codes, found[key])
    for key, name, held in shape.json:
        value = found[key]
        if value is None:
            extra = noted(extra, key, held(), value)
        elif value.__class__ is not held:
            raise Wrong(key, value, "object" if held is dict else "list of objects")
        elif value:
            if held is list:
                checked_list(key, value, dict, "list of objects")
            values[name] = value
    return extra


def write_fields(shape: Shape, values: Mapping[str, Any], terms: TermIndex) -> Values:
    """Write all keys of an object that stand for one field each."""
    get = values.get
    out = {key: get(name) for key, name in shape.scalars}
    for key, name, _ in shape.terms:
        out[key] = terms.written(get(name))
    for key, name, _ in shape.lists:
        out[key] = [terms.written(uid) for uid in get(name) or ()]
    for key, name in shape.codes:
        out[key] = list(get(name) or ())
    for key, name, held in shape.json:
        value = get(name)
        out[key] = held() if value is None else value
    for key, name in shape.optional:
        value = get(name)
        if value is not None:
            out[key] = value
    return out


def settle(out: Values, extra: Mapping[str, Any] | None) -> Values:
    """Give an object that was written what its extra holds; returns the same object."""
    if not extra:
        return out
    for key, pair in extra.get(WAS, {}).items():
        if same(out.get(key), pair[0]):
            if len(pair) > 1:
                out[key] = pair[1]
            else:
                out.pop(key, None)
    for key in extra.get(ABSENT, ()):
        if key in out and _is_empty(out[key]):
            del out[key]
    for key, value in extra.get(UNKNOWN, {}).items():
        out.setdefault(key, value)
    return out


def noted(extra: Extra | None, key: str, written: Any, original: Any) -> Extra:
    """Note that `key` held `original` where we would write `written`."""
    if extra is None:
        extra = {}
    extra.setdefault(WAS, {})[key] = [written, original]
    return extra


def noted_unless_same(extra: Extra | None, key: str, written: Any, original: Any) -> Extra | None:
    """Note a key that we work out, where it stood there otherwise or not at all."""
    if original.__class__ is written.__class__ and same(original, written):
        return extra
    if extra is not None and key in extra.get(ABSENT, ()):
        if not _is_empty(written):
            extra[ABSENT] = [absent for absent in extra[ABSENT] if absent != key]
            if not extra[ABSENT]:
                del extra[ABSENT]
            extra.setdefault(WAS, {})[key] = [written]
        return extra
    return noted(extra, key, written, original)


def checked_list(key: str, value: Any, held: type, expected: str) -> list[Any]:
    """Return a list whose elements all have one type; null counts as no elements."""
    if value is None:
        return []
    if value.__class__ is not list:
        raise Wrong(key, value, expected)
    for element in value:
        if element.__class__ is not held:
            raise Wrong(key, element, expected)
    return value


def whole_number(key: str, value: Any) -> int:
    """Return the whole number that `1.0` means.

    Raises:
        Wrong: it is none, or beyond 64 bits.
    """
    if value.__class__ is float and value.is_integer() and abs(value) < 2**53:
        return int(value)
    raise Wrong(key, value, "whole number")


def optional_number(key: str, value: Any) -> int | None:
    """Return a whole number or null."""
    if value is None or value.__class__ is int:
        return value
    return whole_number(key, value)


def optional_text(key: str, value: Any) -> str | None:
    """Return a text or null."""
    if value is None or value.__class__ is str:
        return value
    raise Wrong(key, value, "text")


def inner(extra: Extra | None, path: str, part: Extra | None) -> Extra | None:
    """Keep the extra of an object that is no record inside that of its owner."""
    if part is None:
        return extra
    if extra is None:
        extra = {}
    extra.setdefault(INNER, {})[path] = part
    return extra


def _is_empty(value: Any) -> bool:
    if isinstance(value, dict):
        return all(held is None for held in value.values())
    return value is None or value == []


def _none() -> None:
    return None
