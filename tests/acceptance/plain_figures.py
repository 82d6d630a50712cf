"""The figures counted a second time, in plain Python, straight from Airwars JSON Lines.

This module is the independent witness of the acceptance tests: it uses the standard library
only, imports nothing of the program, and follows the written rules of the figures word by word.
Imported records count as decided with the values of the record itself, so ``not_reviewed`` is
nothing. ``as_of`` is left out: it is about the casebook, not about the records.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.acceptance.plain_places import Area, is_there

Record = dict[str, Any]
Row = dict[str, Any]

GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
LIKELY = ("Confirmed", "Fair")
_SUMS = (
    ("killed_min", "civilians", "killed_min"),
    ("killed_max", "civilians", "killed_max"),
    ("injured_min", "civilians", "injured_min"),
    ("injured_max", "civilians", "injured_max"),
    ("children_killed_min", "children", "killed_min"),
    ("children_killed_max", "children", "killed_max"),
    ("women_killed_min", "women", "killed_min"),
    ("women_killed_max", "women", "killed_max"),
)
_CONCEDED = (
    ("deaths_min", "deaths_conceded_min"),
    ("deaths_max", "deaths_conceded_max"),
    ("injuries_min", "injuries_conceded_min"),
    ("injuries_max", "injuries_conceded_max"),
)


def _as_written(name: str) -> str | None:
    """Return a name as it is, or None for an empty one."""
    return name or None


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked for: the filters, and how written names become the names of terms.

    Attributes:
        belligerents: tracked belligerents, any of them; empty means all.
        countries: countries, any of them; empty means all.
        provinces: names of provinces, any of them; empty means all.
        places: what is asked of the place, any of them: words, or areas; empty means all.
        first: first month (``YYYY-MM``), inclusive.
        last: last month, inclusive.
        likely: the grades that count as likely.
        province_of: from the text of a region to the name of its province, or None.
        belligerent_of: from a tracked belligerent as written to the name of its term.
        country_of: from a country as written to the name of its term.
    """

    belligerents: Sequence[str] = ()
    countries: Sequence[str] = ()
    provinces: Sequence[str] = ()
    places: Sequence[str | Area] = ()
    first: str | None = None
    last: str | None = None
    likely: Sequence[str] = LIKELY
    province_of: Callable[[str], str | None] = _as_written
    belligerent_of: Callable[[str], str | None] = _as_written
    country_of: Callable[[str], str | None] = _as_written


def read_records(*paths: Path) -> list[Record]:
    """Return the records of one or more ``.jsonl.gz`` files."""
    records: list[Record] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records.extend(json.loads(line) for line in lines)
    return records


def plain_figures(records: Iterable[Record], question: Question | None = None) -> Row:
    """Return every block of the figures of imported records, except ``as_of`` and ``filters``."""
    asked = question or Question()
    selected = [record for record in records if _is_selected(record, asked)]
    harmed = [record for record in selected if record["civilian_harm_reported"] is True]
    return {
        "state": "decided",
        "likely_grades": list(asked.likely),
        "incidents": len(selected),
        "harm_reported": len(harmed),
        "named_victims": sum(1 for record in selected for v in record["victims"] if _is_named(v)),
        "sources": sum(len(record["sources"]) for record in selected),
        "undated": sum(1 for record in selected if not record["date_start"]),
        "alleged": _range(harmed),
        "likely": _range([record for record in harmed if record["grade"] in asked.likely]),
        "not_reviewed": _range([]),
        "by_grade": {
            str(grade): _range([record for record in harmed if record["grade"] == grade])
            for grade in (*GRADES, None)
        },
        "conceded": _conceded(selected, asked),
        "by_month": _by_month(harmed, asked),
        "by_belligerent": _by_name(selected, lambda r: _belligerents(r, asked), asked),
        "by_province": _by_name(selected, lambda r: {_province(r, asked)} - {None}, asked),
    }


def _month(record: Record) -> str | None:
    """Return ``YYYY-MM`` of the start date."""
    start: str | None = record["date_start"]
    return start[:7] if start else None


def _belligerents(record: Record, asked: Question) -> set[str | None]:
    return {asked.belligerent_of(name) for name in record["tracked_belligerents"]} - {None}


def _province(record: Record, asked: Question) -> str | None:
    region = record["region"]
    return asked.province_of(region) if region else None


def _is_selected(record: Record, asked: Question) -> bool:
    """Tell whether a record passes every filter; an undated one passes no month."""
    month = _month(record)
    if asked.first is not None and (month is None or month < asked.first):
        return False
    if asked.last is not None and (month is None or month > asked.last):
        return False
    if asked.belligerents and not _belligerents(record, asked) & set(asked.belligerents):
        return False
    countries = {asked.country_of(name) for name in record["countries"]}
    if asked.countries and not countries & set(asked.countries):
        return False
    if asked.places and not any(is_there(record, place) for place in asked.places):
        return False
    return not asked.provinces or _province(record, asked) in asked.provinces


def _is_named(victim: Record) -> bool:
    """Tell whether a victim has a name in any script."""
    return any((victim[key] or "").strip() for key in ("name", "name_local"))


def _range(records: Sequence[Record]) -> Row:
    """Return the sums over incidents whose harm is reported; a null adds nothing."""
    row: Row = {"incidents": len(records)}
    for name, group, number in _SUMS:
        row[name] = sum(record["casualties"][group][number] or 0 for record in records)
    row["unknown"] = sum(
        1
        for record in records
        if record["casualties"]["civilians"]["killed_min"] is None
        and record["casualties"]["civilians"]["killed_max"] is None
    )
    return row


def _pair(records: Sequence[Record], asked: Question) -> Row:
    """Return the two ranges that every table shows: alleged and likely."""
    return {
        "alleged": _range(records),
        "likely": _range([record for record in records if record["grade"] in asked.likely]),
    }


def _conceded(selected: Sequence[Record], asked: Question) -> Row:
    """Return what belligerents concede, over all their rows, harm reported or not."""
    totals: Row = {name: 0 for name, _ in _CONCEDED}
    totals["rows"] = 0
    for row in (row for record in selected for row in record["belligerents"]):
        if asked.belligerents:
            name = asked.belligerent_of(row["name"]) if row["name"] else None
            if name not in asked.belligerents:
                continue
        numbers = {name: row[key] for name, key in _CONCEDED}
        totals["rows"] += any(number is not None for number in numbers.values())
        for name, number in numbers.items():
            totals[name] += number or 0
    return totals


def _by_month(harmed: Sequence[Record], asked: Question) -> list[Row]:
    """Return one row per month from the first to the last that counts, without holes."""
    by_month: dict[str, list[Record]] = {}
    for record in harmed:
        if (dated := _month(record)) is not None:
            by_month.setdefault(dated, []).append(record)
    rows: list[Row] = []
    if not by_month:
        return rows
    first, last = min(by_month), max(by_month)
    year, number = int(first[:4]), int(first[5:])
    while (month := f"{year:04d}-{number:02d}") <= last:
        rows.append({"month": month, **_pair(by_month.get(month, []), asked)})
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return rows


def _by_name(
    selected: Sequence[Record], names_of: Callable[[Record], set[str | None]], asked: Question
) -> list[Row]:
    """Return a row per name that the selected records bear, and one for those without any."""
    found: dict[str | None, list[Record]] = {}
    for record in selected:
        for name in names_of(record) or {None}:
            found.setdefault(name, []).append(record)
    rows: list[Row] = []
    for name, records in found.items():
        harmed = [record for record in records if record["civilian_harm_reported"] is True]
        rows.append({"name": name, **_pair(harmed, asked)})
    return sorted(
        rows, key=lambda row: (-row["likely"]["killed_max"], row["name"] is None, row["name"] or "")
    )
