"""The rows of one record on their way in: their names (uids) and what identifies them in a list.

A uid is made from data set, record, list, identifying text and the number among equals, so that
two desks importing the same file agree, and a row inserted upstream moves nobody's notes.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

Values = dict[str, Any]


@dataclass(slots=True)
class Row:
    """One row of a parsed record: `values` holds no nulls; owners are named by uid.

    `list` is the list it stands in, with the owner where that is not the incident; `identity`
    the text by which it is recognised there.
    """

    kind: str
    uid: str
    values: Values
    list: str
    identity: str


@dataclass(slots=True)
class Parsed:
    """One record as read: its rows, owners first, the keys nobody knows and the file's name."""

    dataset: str
    external_id: int | str
    uid: str
    label: str
    rows: list[Row] = field(default_factory=list)
    unknown: tuple[str, ...] = ()


def name_based(*parts: str | int) -> str:
    """Return the uid that belongs to a series of texts and numbers: 32 hexadecimal digits."""
    return hashlib.sha256(orjson.dumps(parts)).hexdigest()[:32]


def identity_of(kind: str, values: Mapping[str, Any]) -> str:
    """Return the text by which a row is recognised among those of its list."""
    return _IDENTITY[kind](values)


class RowList:
    """Collects the rows of one record and names them."""

    __slots__ = ("_counts", "_key", "rows", "uid")

    def __init__(self, dataset: str, external_id: int | str, uid: str) -> None:
        self._key = (dataset, external_id)
        self._counts: dict[tuple[str, str], int] = {}
        self.uid = uid
        self.rows: list[Row] = []

    def add(self, kind: str, list_name: str, values: Values, extra: Values | None = None) -> str:
        """Add a row and return its uid."""
        identity = _IDENTITY[kind](values)
        place = (list_name, identity)
        number = self._counts.get(place, 0)
        self._counts[place] = number + 1
        uid = name_based(*self._key, list_name, identity, number)
        if extra:
            values["extra"] = extra
        self.rows.append(Row(kind, uid, values, list_name, identity))
        return uid

    def name(self, list_name: str, identity: str, number: int) -> str:
        """Return the uid of the row with that identity and number among equals in a list."""
        return name_based(*self._key, list_name, identity, number)


def source_uid(form: str) -> str:
    """Return the uid of the source with a comparison form, shared by all incidents."""
    return name_based("source", form)


def _joined(*names: str) -> Callable[[Mapping[str, Any]], str]:
    """Recognise a row by several fields together."""
    return lambda values: "\n".join(str(values.get(name, "")) for name in names)


def _first(*names: str) -> Callable[[Mapping[str, Any]], str]:
    """Recognise a row by the first of several fields that is known."""
    return lambda values: next((str(values[name]) for name in names if name in values), "")


_IDENTITY: Final[dict[str, Callable[[Mapping[str, Any]], str]]] = {
    "narrative": _first("language"),
    "infrastructure": _first("infrastructure"),
    "working_range": _joined("group", "affiliation"),
    "decided_range": _joined("group"),
    "citation": _first("address", "archive_address", "name"),
    "family": _first("position"),
    "victim": _joined("name", "name_local"),
    "media_link": _first("address", "thumbnail_address", "media_id", "caption"),
    "involvement": _first("belligerent", "slug"),
    "concession": _first("group"),
    "strike_report": _joined("belligerent", "url"),
    "statement": _first("url", "text"),
    "decision": _joined(),
}
