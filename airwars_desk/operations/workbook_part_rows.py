"""Rows of what stands behind the figures: reported counts, involvements, ranges, judgements."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import orjson

from airwars_desk.formats.sheets import as_date
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_columns import KeyedColumn
from airwars_desk.operations.workbook_rows import (
    Names,
    Row,
    RowPlan,
    conceded_by,
    number_places,
    standing_rows,
)
from airwars_desk.records.counts import CIVILIANS, NUMBERS
from airwars_desk.store.sheet_batch import Batch, Found, place_of
from airwars_desk.store.sheet_rows import Chosen

FORM_LABELS: Final = {
    "group": N_("main group"),
    "category": N_("category"),
    "detail": N_("detail"),
}
_ALIKE: Final = ("group", "form", "affiliation", "nationality", "while_working")


class PartMaker:
    """Turns batches into rows; numbers its rows itself, sheet by sheet."""

    def __init__(
        self,
        names: Names,
        people: Mapping[str, str],
        columns: Mapping[str, Sequence[KeyedColumn]],
    ) -> None:
        """Take the labels of terms, the names of people, and the columns by sheet."""
        self._names = names
        self._people = people
        self._plans = {
            "reported_count": RowPlan(columns["reported_count"], names, "reported_count"),
            "involvement": RowPlan(columns["involvement"], names, "involvement"),
            "statement": RowPlan(columns["statement"], names),
            "range": RowPlan(columns["range"], names),
        }
        if "judgement" in columns:
            self._plans["judgement"] = RowPlan(columns["judgement"], names)
        self._rows = dict.fromkeys(self._plans, 0)
        self._sources = 0

    def rows(
        self, batch: Batch, chosen: Chosen, common: dict[str, Any]
    ) -> Iterator[tuple[str, Row]]:
        """All rows of one incident, each with the key of its sheet."""
        yield from self._reported(batch, chosen, common)
        yield from self._involvements(batch, chosen, common)
        for known in self._ranges(batch, chosen):
            yield self._made("range", {**common, **known})
        if "judgement" in self._plans:
            yield from self._judgements(batch, chosen, common)

    def _made(
        self, sheet: str, known: dict[str, Any], found: Found = (), batch: Batch | None = None
    ) -> tuple[str, Row]:
        self._rows[sheet] += 1
        known["number"] = self._rows[sheet]
        return sheet, self._plans[sheet].row(known, found, batch)

    def _reported(
        self, batch: Batch, chosen: Chosen, common: dict[str, Any]
    ) -> Iterator[tuple[str, Row]]:
        name, role, origin = (place_of("citation", key) for key in ("name", "role", "origin"))
        for citation in batch.of("citation", chosen.incident):
            self._sources += 1
            for found in batch.of("reported_count", citation[0]):
                known = {
                    **common,
                    "source_number": self._sources,
                    "source": citation[name],
                    "role": _words(citation[role]),
                    "origin": citation[origin],
                    "uid": found[1],
                }
                yield self._made("reported_count", known, found, batch)

    def _involvements(
        self, batch: Batch, chosen: Chosen, common: dict[str, Any]
    ) -> Iterator[tuple[str, Row]]:
        words, why = place_of("concession", "words"), place_of("concession", "reason")
        belligerent = place_of("involvement", "belligerent")
        for found in batch.of("involvement", chosen.incident):
            concessions = batch.of("concession", found[0])
            reports = batch.of("strike_report", found[0])
            statements = batch.of("statement", found[0])
            known = {
                **common,
                **conceded_by(batch, found),
                "words": "; ".join(one[words] for one in concessions if one[words]),
                "reason": "; ".join(one[why] for one in concessions if one[why]),
                "reports": len(reports),
                "statements": len(statements),
                "uid": found[1],
            }
            yield self._made("involvement", known, found, batch)
            said = {**common, "belligerent": self._name(found[belligerent])}
            for one in reports:
                yield self._made("statement", {**said, **self._said("strike_report", one)})
            for one in statements:
                yield self._made("statement", {**said, **self._said("statement", one)})

    def _said(self, kind: str, found: Found) -> dict[str, Any]:
        """What one strike report or statement says."""
        is_report = kind == "strike_report"
        by_partner = found[place_of(kind, "is_partner")]
        stated = None if is_report else found[place_of(kind, "stated_on")]
        return {
            "what": tr("strike report") if is_report else tr("statement"),
            "is_partner": None if by_partner is None else _yes_or_no(by_partner),
            "partner": self._name(found[place_of(kind, "belligerent")]),
            "stated_on": as_date(stated) if stated else None,
            "url": found[place_of(kind, "url")],
            "text": found[place_of(kind, "text")],
            "original": found[place_of(kind, "text_original_language")] if is_report else None,
            "uid": found[1],
        }

    def _ranges(self, batch: Batch, chosen: Chosen) -> Iterator[dict[str, Any]]:
        """The working range of each group beside the decided one; equal groups in their order."""
        standing = standing_rows(batch, chosen.incident)
        decided: dict[tuple[Any, ...], list[Found]] = {}
        for one in batch.of("decided_range", standing[0][0]) if standing else []:
            decided.setdefault(_alike("decided_range", one), []).append(one)
        for one in batch.of("working_range", chosen.incident):
            key = _alike("working_range", one)
            beside = decided[key].pop(0) if decided.get(key) else None
            yield self._pair(key, one, beside)
        for key, left in decided.items():
            for one in left:
                yield self._pair(key, None, one)

    def _pair(
        self, key: tuple[Any, ...], working: Found | None, decided: Found | None
    ) -> dict[str, Any]:
        group, form, affiliation, nationality, at_work = key
        shown = working or decided or ()
        kind = "working_range" if working else "decided_range"
        numbers = {
            "working": _numbers("working_range", working),
            "decided": _numbers("decided_range", decided),
        }
        differs = working and decided and numbers["working"] != numbers["decided"]
        return {
            "group": self._name(group),
            "form": tr(FORM_LABELS[form]) if form in FORM_LABELS else form,
            "affiliation": self._name(affiliation),
            "nationality": self._name(nationality),
            "while_working": None if at_work is None else _yes_or_no(at_work),
            **{f"{side}.{n}": v for side, found in numbers.items() for n, v in found.items()},
            "differs": _yes_or_no(bool(differs)) if working and decided else None,
            "words": shown[place_of(kind, "words")],
            "reason": shown[place_of(kind, "reason")],
            "uid": shown[1],
        }

    def _judgements(
        self, batch: Batch, chosen: Chosen, common: dict[str, Any]
    ) -> Iterator[tuple[str, Row]]:
        standing = {found[1] for found in standing_rows(batch, chosen.incident)}
        for found in batch.of("assessment", chosen.incident):
            known = self._judged("assessment", found, "assessed_at", tr("assessment"))
            ranges = orjson.loads(found[place_of("assessment", "ranges")] or "[]")
            for one in ranges:
                if isinstance(one, dict) and one.get("group") == CIVILIANS:
                    known.update({name: one.get(name) for name in NUMBERS})
            yield self._made("judgement", {**common, **known})
        for found in batch.of("decision", chosen.incident):
            known = self._judged("decision", found, "decided_at", tr("decision"))
            known["stands"] = _yes_or_no(found[1] in standing)
            known.update(self._decided(batch, found))
            yield self._made("judgement", {**common, **known})

    def _judged(self, kind: str, found: Found, moment: str, what: str) -> dict[str, Any]:
        person = found[place_of(kind, "person")]
        return {
            "what": what,
            "person": self._people.get(person, person),
            "at": found[place_of(kind, moment)],
            "grade": found[place_of(kind, "grade")],
            "strike_status": self._name(found[place_of(kind, "strike_status")]),
            "reason": found[place_of(kind, "reason")],
            "uid": found[1],
        }

    def _decided(self, batch: Batch, found: Found) -> dict[str, Any]:
        """What only a decision holds."""
        harm = found[place_of("decision", "civilian_harm_reported")]
        day = found[place_of("decision", "date_start")]
        terms = {
            key: self._names.joined(batch.links.get(("decision", found[0], name), ()))
            for key, name in (("countries", "countries"), ("belligerents", "tracked_belligerents"))
        }
        group, form = place_of("decided_range", "group"), place_of("decided_range", "form")
        civilians = next(
            (
                one
                for one in batch.of("decided_range", found[0])
                if one[group] == CIVILIANS and one[form] in (None, "group")
            ),
            None,
        )
        return {
            "harm": None if harm is None else _yes_or_no(harm),
            "decided_date": as_date(day) if day else None,
            "province": self._name(found[place_of("decision", "province")]),
            **terms,
            **_numbers("decided_range", civilians),
        }

    def _name(self, term: str | None) -> str | None:
        return self._names[term] if term else None


def _alike(kind: str, found: Found) -> tuple[Any, ...]:
    """By what a working and a decided range are of the same group."""
    values = [found[place_of(kind, name)] for name in _ALIKE]
    values[1] = values[1] or "group"
    return tuple(values)


def _numbers(kind: str, found: Found | None) -> dict[str, int | None]:
    if found is None:
        return dict.fromkeys(NUMBERS)
    return {name: found[p] for name, p in zip(NUMBERS, number_places(kind), strict=True)}


def _words(key: str | None) -> str | None:
    return key.replace("_", " ") if key else None


def _yes_or_no(value: object) -> str:
    return tr("yes") if value else tr("no")
