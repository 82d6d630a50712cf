"""The rows of the big sheets, one batch of incidents after the other: plain values, no file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, Final

import orjson

from airwars_desk.formats.sheets import as_date, as_month, cell_value
from airwars_desk.i18n import tr
from airwars_desk.operations.workbook_columns import OTHER_GROUPS, KeyedColumn
from airwars_desk.operations.workbook_narrative import narrative_cell
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CIVILIANS, NUMBERS
from airwars_desk.records.field import Kind
from airwars_desk.rules.figures import CONCEDED
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store.sheet_batch import Batch, Found, place_of
from airwars_desk.store.sheet_rows import Chosen

Row = list[Any]
Turn = Callable[[Any], Any]
#: The key of the flag of incidents that count under nobody.
NOBODY = "nobody"
_KEPT: Final = 4096
_AS_STORED: Final = frozenset(
    {Kind.TEXT, Kind.LONG_TEXT, Kind.INTEGER, Kind.NUMBER, Kind.TIME, Kind.MOMENT, Kind.ADDRESS}
)


def flag_key(term: str) -> str:
    """The key of the column that marks incidents counting under a belligerent."""
    return f"under {term}"


@lru_cache
def number_places(kind: str) -> list[int]:
    """Where the four numbers stand in the records of a kind of counts."""
    return [place_of(kind, name) for name in NUMBERS]


class Names(dict[str, str]):
    """The labels of terms by uid; an unknown one keeps its uid."""

    def __missing__(self, uid: str) -> str:
        return uid

    def joined(self, uids: Sequence[str]) -> str:
        """The labels of several terms."""
        return "; ".join(self[uid] for uid in uids)


class RowPlan:
    """How the records of one kind become rows of one sheet."""

    def __init__(self, columns: Sequence[KeyedColumn], names: Names, kind: str = "") -> None:
        """Decide once per column where its cells come from.

        Args:
            columns: of the sheet.
            names: labels of terms by uid.
            kind: the kind of record whose fields the sheet shows; "" = none.
        """
        self._kind = kind
        self._width = len(columns)
        self._known = {one.key: n for n, one in enumerate(columns) if one.field is None}
        self._fields: list[tuple[int, int, Turn | None]] = []
        self._links: list[tuple[int, str, Turn]] = []
        for number, column in enumerate(columns):
            spec = column.field
            if spec is None:
                continue
            if spec.is_plural:
                turn = partial(cell_value, spec.kind, names=names)
                self._links.append((number, spec.name, turn))
            else:
                place = place_of(kind, spec.name)
                self._fields.append((number, place, _turn(spec.kind, names)))

    def row(self, known: Mapping[str, Any], found: Found = (), batch: Batch | None = None) -> Row:
        """One row: what is known by key, and the fields of a record."""
        row: Row = [None] * self._width
        places = self._known
        for key, value in known.items():
            if key in places:
                row[places[key]] = value
        for number, place, turn in self._fields:
            value = found[place]
            if value is not None:
                row[number] = value if turn is None else turn(value)
        if batch is not None:
            for number, name, turn in self._links:
                values = batch.links.get((self._kind, found[0], name))
                if values:
                    row[number] = turn(values)
        return row


class RowMaker:
    """Turns batches into the rows of incidents, victims and sources."""

    def __init__(
        self, names: Names, filters: Filters, columns: Mapping[str, Sequence[KeyedColumn]]
    ) -> None:
        """Take what holds for all rows.

        Args:
            names: labels of terms by uid.
            filters: what was selected; a named belligerent limits what is conceded.
            columns: of `incident`, `victim` and `citation`.
        """
        self._names = names
        self._filters = filters
        self._plans = {
            kind: RowPlan(columns[kind], names, kind) for kind in ("incident", "victim", "citation")
        }
        self._yes, self._no = tr("yes"), tr("no")

    def code(self, batch: Batch, chosen: Chosen) -> str:
        """The codes of an incident in one text."""
        return "; ".join(batch.links.get(("incident", chosen.incident, "codes"), ()))

    def hanging(self, batch: Batch, chosen: Chosen) -> dict[str, Any]:
        """What every row of an incident begins with."""
        return {
            "code": self.code(batch, chosen),
            "date": as_date(chosen.date_start) if chosen.date_start else None,
        }

    def _grade(self, chosen: Chosen) -> str:
        """The grade that counts; what nobody has decided counts in none, and says so."""
        grade = chosen.grade or tr("not graded")
        if chosen.is_decided or self._filters.state == "working":
            return grade
        return tr("{grade}, not decided").format(grade=grade)

    def incident(self, number: int, batch: Batch, chosen: Chosen) -> Row:
        """The row of an incident."""
        found = batch.incidents[chosen.incident]
        unknown = chosen.numbers["killed_min"] is None and chosen.numbers["killed_max"] is None
        known: dict[str, Any] = {
            **self.hanging(batch, chosen),
            "number": number,
            "month": as_month(chosen.month),
            "place": found[place_of("incident", "location_name")],
            "place_arabic": found[place_of("incident", "location_name_arabic")],
            "province": self._names[chosen.province] if chosen.province else tr("not recorded"),
            "countries": self._names.joined(chosen.countries),
            "belligerents": self._names.joined(chosen.belligerents),
            "grade": self._grade(chosen),
            "reviewed": self._word(chosen.is_decided),
            "harm": tr("not recorded") if chosen.harm is None else self._word(chosen.harm),
            **chosen.numbers,
            "unknown": int(unknown),
            **_other_groups(batch, chosen),
            "named": chosen.named,
            "victims": len(batch.of("victim", chosen.incident)),
            "sources": len(batch.of("citation", chosen.incident)),
            **self._conceded(batch, chosen),
            **{flag_key(term): 1 for term in chosen.belligerents},
            NOBODY: None if chosen.belligerents else 1,
            **self._point(batch.points.get(chosen.incident, ())),
            "narrative": narrative_cell(batch, chosen.incident, _counted(batch, chosen)),
            "uid": found[1],
        }
        return self._plans["incident"].row(known, found, batch)

    def victims(self, number: int, batch: Batch, chosen: Chosen) -> Iterator[Row]:
        """The rows of an incident's victims, numbered from `number` on."""
        known = self.hanging(batch, chosen)
        family = place_of("victim", "family")
        names = (place_of("family", "name"), place_of("family", "name_local"))
        families = {
            one[0]: one[names[0]] or one[names[1]] for one in batch.of("family", chosen.incident)
        }
        for count, found in enumerate(batch.of("victim", chosen.incident), number):
            known.update(number=count, uid=found[1], family=families.get(found[family]))
            yield self._plans["victim"].row(known, found, batch)

    def citations(self, number: int, batch: Batch, chosen: Chosen) -> Iterator[Row]:
        """The rows of an incident's citations, numbered from `number` on."""
        common = self.hanging(batch, chosen)
        group, words = place_of("reported_count", "group"), place_of("reported_count", "words")
        places = number_places("reported_count")
        for count, found in enumerate(batch.of("citation", chosen.incident), number):
            known = {**common, "number": count, "uid": found[1]}
            for reported in batch.of("reported_count", found[0]):
                if reported[group] == CIVILIANS:
                    known.update({n: reported[p] for n, p in zip(NUMBERS, places, strict=True)})
                    known["words"] = reported[words]
            yield self._plans["citation"].row(known, found, batch)

    def _word(self, value: bool) -> str:
        return self._yes if value else self._no

    def _point(self, points: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """The point marked as the main one, else the first."""
        if not points:
            return {}
        point = next((point for point in points if point.get("is_primary")), points[0])
        return {
            "latitude": point.get("latitude"),
            "longitude": point.get("longitude"),
            "accuracy": self._names[point["accuracy"]] if point["accuracy"] else None,
        }

    def _conceded(self, batch: Batch, chosen: Chosen) -> dict[str, int]:
        """What the belligerents of the filter (or all) concede in one incident."""
        wanted = self._filters.belligerents
        belligerent = place_of("involvement", "belligerent")
        total: dict[str, int] = {}
        for found in batch.of("involvement", chosen.incident):
            if not wanted or found[belligerent] in wanted:
                conceded = conceded_by(batch, found)
                for name, number in conceded.items():
                    total[name] = total.get(name, 0) + number
                if conceded:
                    total["rows"] = total.get("rows", 0) + 1
        return total


def conceded_by(batch: Batch, involvement: Found) -> dict[str, int]:
    """The civilians one involvement concedes, by the names of the figures."""
    group, places = place_of("concession", "group"), number_places("concession")
    total: dict[str, int] = {}
    for found in batch.of("concession", involvement[0]):
        if found[group] in (None, CIVILIANS):
            for name, place in zip(CONCEDED, places, strict=True):
                if found[place] is not None:
                    total[name] = total.get(name, 0) + found[place]
    return total


def standing_rows(batch: Batch, incident: int) -> list[Found]:
    """The decisions of an incident that stand, the pick first; by the rule of `standing`."""
    if incident not in batch.standing:
        batch.standing[incident] = _standing(batch, incident)
    return batch.standing[incident]


def _standing(batch: Batch, incident: int) -> list[Found]:
    decisions = batch.of("decision", incident)
    names = ("replaces", "is_imported", "decided_at")
    places = [place_of("decision", name) for name in names]
    case = Case(uid="")
    for found in decisions:
        values = {n: found[p] for n, p in zip(names, places, strict=True) if found[p] is not None}
        if "replaces" in values:
            values["replaces"] = orjson.loads(values["replaces"])
        case.items[found[1]] = Item(kind="decision", uid=found[1], values=values)
    of_uid = {found[1]: found for found in decisions}
    return [of_uid[item.uid] for item in standing_decisions(case)]


def _turn(kind: Kind, names: Names) -> Turn | None:
    """What makes a stored value a cell; None where it is one already."""
    if kind in _AS_STORED:
        return None
    if kind is Kind.TERM:
        return names.__getitem__
    if kind is Kind.JSON:
        return lambda stored: cell_value(Kind.JSON, orjson.loads(stored), names)
    return lru_cache(_KEPT)(partial(cell_value, kind, names=names))


def _counted(batch: Batch, chosen: Chosen) -> tuple[str, int] | None:
    """The kind of the ranges as which an incident counts, and what they hang on."""
    if chosen.state != "decided":
        return "working_range", chosen.incident
    standing = standing_rows(batch, chosen.incident)
    return ("decided_range", standing[0][0]) if standing else None


def _other_groups(batch: Batch, chosen: Chosen) -> dict[str, int | None]:
    """Men and combatants, from the decision that counts or from the working range."""
    counted = _counted(batch, chosen)
    if counted is None:
        return {}
    kind, owner = counted
    group, form, places = place_of(kind, "group"), place_of(kind, "form"), number_places(kind)
    found: dict[str, int | None] = {}
    for one in batch.of(kind, owner):
        if one[group] in OTHER_GROUPS and one[form] in (None, "group"):
            found.update(
                {f"{one[group]}.{n}": one[p] for n, p in zip(NUMBERS, places, strict=True)}
            )
    return found
