"""The rows of the big sheets, one case after the other: plain values, no file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from airwars_desk.formats.sheets import as_date, as_month, cell_value
from airwars_desk.i18n import tr
from airwars_desk.operations.workbook_columns import OTHER_GROUPS, KeyedColumn
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CIVILIANS, NUMBERS
from airwars_desk.rules.figures import CONCEDED
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store.sheet_rows import Chosen

Row = list[Any]
#: The key of the flag of incidents that count under nobody.
NOBODY = "nobody"


def flag_key(term: str) -> str:
    """The key of the column that marks incidents counting under a belligerent."""
    return f"under {term}"


class RowMaker:
    """Turns cases into rows for the columns given."""

    def __init__(
        self,
        names: Mapping[str, str],
        filters: Filters,
        columns: Mapping[str, Sequence[KeyedColumn]],
    ) -> None:
        """Take the labels of terms by uid, the filters, and columns by kind of sheet.

        Args:
            names: labels of terms by uid.
            filters: what was selected; a named belligerent limits what is conceded.
            columns: of `incident`, `victim` and `citation`.
        """
        self._names = names
        self._filters = filters
        self._columns = columns

    def incident(self, number: int, case: Case, chosen: Chosen) -> Row:
        """The row of an incident."""
        values = case.incident.values
        known: dict[str, Any] = {
            "number": number,
            "code": "; ".join(values.get("codes", ())),
            "date": as_date(chosen.date_start) if chosen.date_start else None,
            "month": as_month(chosen.month),
            "place": values.get("location_name"),
            "place_arabic": values.get("location_name_arabic"),
            "province": self._name(chosen.province) or tr("not recorded"),
            "countries": self._list(chosen.countries),
            "belligerents": self._list(chosen.belligerents),
            "grade": chosen.grade or tr("not graded"),
            "reviewed": _yes_or_no(chosen.is_decided),
            "harm": tr("not recorded") if chosen.harm is None else _yes_or_no(chosen.harm),
            **chosen.numbers,
            "unknown": int(
                chosen.numbers["killed_min"] is None and chosen.numbers["killed_max"] is None
            ),
            **_other_groups(case, chosen),
            "named": chosen.named,
            "victims": len(case.of("victim")),
            "sources": len(case.of("citation")),
            **self._conceded(case),
            **{flag_key(term): 1 for term in chosen.belligerents},
            NOBODY: None if chosen.belligerents else 1,
            **self._point(values.get("points", ())),
            "narrative": _narrative(case),
            "uid": case.uid,
        }
        return self._row("incident", known, case.incident)

    def victims(self, number: int, case: Case, chosen: Chosen) -> Iterator[Row]:
        """The rows of an incident's victims, numbered from `number` on."""
        for count, item in enumerate(case.of("victim"), number):
            known = self._hanging(count, case, chosen, item)
            family = case.items.get(item.values.get("family", ""))
            if family is not None:
                known["family"] = family.values.get("name") or family.values.get("name_local")
            yield self._row("victim", known, item)

    def citations(self, number: int, case: Case, chosen: Chosen) -> Iterator[Row]:
        """The rows of an incident's citations, numbered from `number` on."""
        for count, item in enumerate(case.of("citation"), number):
            known = self._hanging(count, case, chosen, item)
            for reported in case.of("reported_count", item.uid):
                if reported.values.get("group") == CIVILIANS:
                    known.update({name: reported.values.get(name) for name in (*NUMBERS, "words")})
            yield self._row("citation", known, item)

    def _hanging(self, number: int, case: Case, chosen: Chosen, item: Item) -> dict[str, Any]:
        return {
            "number": number,
            "code": "; ".join(case.incident.values.get("codes", ())),
            "date": as_date(chosen.date_start) if chosen.date_start else None,
            "uid": item.uid,
        }

    def _row(self, kind: str, known: Mapping[str, Any], item: Item) -> Row:
        row: Row = []
        for column in self._columns[kind]:
            spec = column.field
            if spec is None:
                row.append(known.get(column.key))
            else:
                row.append(cell_value(spec.kind, item.values.get(spec.name), self._names))
        return row

    def _name(self, term: str | None) -> str | None:
        return self._names.get(term, term) if term else None

    def _list(self, terms: Sequence[str]) -> str:
        return "; ".join(self._names.get(term, term) for term in terms)

    def _point(self, points: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """The point marked as the main one, else the first."""
        if not points:
            return {}
        point = next((point for point in points if point.get("is_primary")), points[0])
        return {
            "latitude": point.get("latitude"),
            "longitude": point.get("longitude"),
            "accuracy": self._name(point.get("accuracy")),
        }

    def _conceded(self, case: Case) -> dict[str, int]:
        """What the belligerents of the filter (or all) concede in one incident."""
        wanted = self._filters.belligerents
        total: dict[str, int] = {}
        for involvement in case.of("involvement"):
            if wanted and involvement.values.get("belligerent") not in wanted:
                continue
            known = [
                {name: item.values[name] for name in NUMBERS if name in item.values}
                for item in case.of("concession", involvement.uid)
                if item.values.get("group", CIVILIANS) == CIVILIANS
            ]
            for numbers in known:
                for name, number in numbers.items():
                    key = CONCEDED[NUMBERS.index(name)]
                    total[key] = total.get(key, 0) + number
            if any(known):
                total["rows"] = total.get("rows", 0) + 1
        return total


def _other_groups(case: Case, chosen: Chosen) -> dict[str, int | None]:
    """Men and combatants, from the decision that counts or from the working range."""
    kind, owner = "working_range", case.uid
    if chosen.state == "decided":
        standing = standing_decisions(case)
        kind, owner = "decided_range", standing[0].uid if standing else ""
    found: dict[str, int | None] = {}
    for item in case.of(kind, owner):
        group = item.values.get("group")
        if group in OTHER_GROUPS and item.values.get("form", "group") == "group":
            found.update({f"{group}.{name}": item.values.get(name) for name in NUMBERS})
    return found


def _narrative(case: Case) -> str | None:
    texts = [item.values.get("text") for item in case.of("narrative")]
    return "\n\n".join(text for text in texts if text) or None


def _yes_or_no(value: bool) -> str:
    return tr("yes") if value else tr("no")
