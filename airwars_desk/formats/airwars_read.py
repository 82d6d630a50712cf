"""A line of Airwars JSON Lines -> the rows of one incident. Nothing is repaired on the way.

`read_record` refuses only what cannot be stored; what is merely odd is kept and judged by
rules/checks.py. What fields cannot tell goes into `extra` (airwars_object.py).
"""

from typing import Any, Final

from airwars_desk.formats import airwars_keys as keys
from airwars_desk.formats import airwars_lists as lists
from airwars_desk.formats.airwars_belligerents import read_belligerents
from airwars_desk.formats.airwars_harm import read_decision, read_ranges
from airwars_desk.formats.airwars_object import (
    Extra,
    Reading,
    Values,
    Wrong,
    noted,
    noted_unless_same,
    optional_text,
    read_fields,
)
from airwars_desk.formats.airwars_rows import Parsed, Row, RowList, name_based
from airwars_desk.formats.airwars_targets import read_targets
from airwars_desk.formats.container import Where
from airwars_desk.i18n import tr
from airwars_desk.rules.terms import TermIndex

_ASIDE: Final = frozenset({keys.TARGET_IDS, keys.TARGET_NAMES})
_ASIDE_BORN: Final = _ASIDE | {"uid"}
_ROW_LISTS: Final = (
    "infrastructure",
    "other_casualties",
    "casualty_details",
    "belligerents",
    "victims",
    "sources",
    "media",
)
_SHOWN: Final = 60


def read_record(found: Values, terms: TermIndex, where: Where) -> Parsed:
    """Read one record.

    Args:
        found: the object of a line, as `container.parse_line` returns it.
        terms: grows by the terms that are new.
        where: file and line, for a refusal.

    Raises:
        BadInput: it has no identity, or a known key holds what it cannot hold.
    """
    label = label_of(found)
    dataset, external_id, uid = _identity(found, where, label)
    reading = Reading(terms)
    rows = RowList(dataset, external_id, uid)
    try:
        _read(reading, rows, found, born_here=isinstance(external_id, str))
    except Wrong as wrong:
        raise where.bad(
            tr("“{key}” holds {found} where {expected} is expected.").format(
                key=wrong.path, found=_shown(wrong.found), expected=wrong.expected
            ),
            tr("Correct the file; docs/formats/airwars-jsonl.md describes the keys."),
            record=label,
        ) from None
    return Parsed(dataset, external_id, uid, label, rows.rows, tuple(sorted(reading.unknown)))


def label_of(found: Values) -> str:
    """Return the name by which people know a record: its code, else its number."""
    for key in ("code", "airwars_id", "uid"):
        value = found.get(key)
        if isinstance(value, (str, int)) and value != "":
            return str(value)
    return ""


def _identity(found: Values, where: Where, label: str) -> tuple[str, int | str, str]:
    dataset = found.get("dataset")
    if not isinstance(dataset, str) or not dataset:
        raise where.bad(
            tr("The record names no data set."), tr("“dataset” is a text."), record=label
        )
    number = found.get("airwars_id")
    if number.__class__ is int:
        return dataset, number, name_based(dataset, number)
    uid = found.get("uid")
    if dataset == keys.BORN_HERE and number is None and isinstance(uid, str) and uid:
        return dataset, uid, uid
    raise where.bad(
        tr("The record has no identity."),
        tr("“airwars_id” is a whole number; records made in this program have “uid” instead."),
        record=label,
    )


def _read(reading: Reading, rows: RowList, found: Values, *, born_here: bool) -> None:
    shape = keys.INCIDENT
    extra: Extra | None = None
    if len(found) != len(shape.required) + 1 or _has_other_keys(found):
        found, extra = reading.mend(shape, found, "", _ASIDE_BORN if born_here else _ASIDE)
    values, extra = read_fields(shape, found, extra, reading.terms)
    rows.rows.append(Row("incident", rows.uid, values, "", ""))
    if not born_here:
        values["airwars_id"] = found["airwars_id"]
    extra = _codes(found, values, extra)
    extra = lists.read_points(reading, found, values, extra)
    extra = lists.read_tags(reading, found, values, extra)
    extra = read_targets(found, values, extra, reading.terms)
    documents = bool(values.get("declassified_documents"))
    extra = noted_unless_same(
        extra, "has_declassified_document", documents, found["has_declassified_document"]
    )
    extra = _narrative(rows, found, extra)
    extra, ranges = read_ranges(reading, rows, found, extra)
    lists.read_infrastructure(reading, rows, found)
    lists.read_sources(reading, rows, found)
    lists.read_victims(reading, rows, found)
    lists.read_media(reading, rows, found)
    read_belligerents(reading, rows, found)
    extra = read_decision(rows, found, values, ranges, extra, reading.terms)
    for key in _ROW_LISTS:
        if found[key] is None:
            extra = noted(extra, key, [], None)
    if extra:
        values["extra"] = extra


def _has_other_keys(found: Values) -> bool:
    if not keys.INCIDENT.required < found.keys():
        return True
    return keys.TARGET_IDS not in found and keys.TARGET_NAMES not in found


def _codes(found: Values, values: Values, extra: Extra | None) -> Extra | None:
    code = optional_text("code", found["code"])
    codes = values.get("codes")
    if codes is None and code and code.split():
        codes = values["codes"] = code.split()
        extra = noted_unless_same(extra, "codes", codes, found["codes"])
    joined = " ".join(codes) if codes else None
    return noted_unless_same(extra, "code", joined, code)


def _narrative(rows: RowList, found: Values, extra: Extra | None) -> Extra | None:
    text = optional_text("narrative", found["narrative"])
    if text:
        values = {"incident": rows.uid, "language": keys.ENGLISH, "text": text}
        rows.add("narrative", "narrative", values)
    elif text is not None:
        extra = noted(extra, "narrative", None, text)
    return extra


def _shown(value: Any) -> str:
    """Return a value for a message: its kind of thing, and itself where it is short."""
    if isinstance(value, dict):
        return tr("an object")
    if isinstance(value, list):
        return tr("a list")
    if isinstance(value, str):
        return tr("a text")
    return "null" if value is None else str(value).lower()[:_SHOWN]
