"""The derived rows of an incident: what lists show, what figures count, what search finds.

Rewritten for every touched incident at the end of a transaction; never journalled.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Table, delete

from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS, NUMBERS, WOMEN
from airwars_desk.records.journal import COUNTED, COUNTED_TERM, LISTING
from airwars_desk.rules.checks import check_case, worth_a_look
from airwars_desk.rules.dates import month_of
from airwars_desk.rules.names import is_named
from airwars_desk.rules.standing import newest_assessment, standing_decisions
from airwars_desk.store import search
from airwars_desk.store.bulk import insert_mappings

DECIDED = "decided"
WORKING = "working"
_GROUPS = {CIVILIANS: "", CHILDREN: "children_", WOMEN: "women_"}
_COUNTED_FIELDS = ("countries", "tracked_belligerents")

ProvinceOf = Callable[[str | None], str | None]
LabelOf = Callable[[str], str]


class Derived:
    """Collects derived rows of many incidents and writes them together."""

    def __init__(self, connection: Connection, province_of: ProvinceOf, label_of: LabelOf) -> None:
        self.connection = connection
        self.province_of = province_of
        self.label_of = label_of
        self._listing: list[dict[str, Any]] = []
        self._counted: list[dict[str, Any]] = []
        self._terms: list[dict[str, Any]] = []
        self._search: list[dict[str, Any]] = []

    def remove(self, rows: Iterable[int]) -> None:
        """Take incidents out of lists, figures and search."""
        wanted = list(rows)
        for start in range(0, len(wanted), 500):
            chunk = wanted[start : start + 500]
            for table in (LISTING, COUNTED, COUNTED_TERM):
                self.connection.execute(delete(table).where(table.c.incident.in_(chunk)))
            search.delete_rows(self.connection, chunk)

    def add(self, case: Case, row: int, *, as_of: str, conflicts: int = 0) -> None:
        """Derive the rows of one live incident."""
        standing = standing_decisions(case)
        decision = standing[0] if standing else None
        province = self.province_of(case.incident.values.get("region"))
        working = self._count(case, row, WORKING, case.incident, "working_range", case.uid)
        working["province"] = province
        assessment = newest_assessment(case)
        working["grade"] = assessment.values.get("grade") if assessment else None
        decided = None
        if decision is not None:
            decided = self._count(case, row, DECIDED, decision, "decided_range", decision.uid)
            decided["province"] = decision.values.get("province")
            decided["grade"] = decision.values.get("grade")
        clashes = conflicts + max(0, len(standing) - 1)
        self._listing.append(self._list(case, row, working, decided, decision, as_of, clashes))
        self._search.append(search.search_row(case, row))

    def take(self) -> dict[Table, list[dict[str, Any]]]:
        """Hand out what was collected instead of writing it, by table (search left out)."""
        taken = {LISTING: self._listing, COUNTED: self._counted, COUNTED_TERM: self._terms}
        self._listing, self._counted, self._terms, self._search = [], [], [], []
        return taken

    def flush(self) -> None:
        """Write what was collected."""
        for table, rows in (
            (LISTING, self._listing),
            (COUNTED, self._counted),
            (COUNTED_TERM, self._terms),
        ):
            if rows:
                insert_mappings(self.connection, table, rows)
                rows.clear()
        search.insert_rows(self.connection, self._search)
        self._search.clear()

    def _count(
        self, case: Case, row: int, state: str, item: Item, ranges: str, owner: str
    ) -> dict[str, Any]:
        values = item.values
        start = values.get("date_start")
        counted: dict[str, Any] = {
            "incident": row,
            "state": state,
            "harm": values.get("civilian_harm_reported"),
            "date_start": start,
            "month": month_of(start) if start else None,
        }
        counted.update(dict.fromkeys(_TWELVE))
        for count in case.of(ranges, owner):
            prefix = _GROUPS.get(count.values.get("group", ""))
            if prefix is not None and count.values.get("form", "group") == "group":
                for number in NUMBERS:
                    counted[prefix + number] = count.values.get(number)
        for name in _COUNTED_FIELDS:
            for term in dict.fromkeys(values.get(name, ())):
                self._terms.append({"incident": row, "state": state, "field": name, "term": term})
        self._counted.append(counted)
        return counted

    def _list(
        self,
        case: Case,
        row: int,
        working: dict[str, Any],
        decided: dict[str, Any] | None,
        decision: Item | None,
        as_of: str,
        conflicts: int,
    ) -> dict[str, Any]:
        values = case.incident.values
        citations = case.of("citation")
        victims = case.of("victim")
        listed: dict[str, Any] = {
            "incident": row,
            "uid": case.uid,
            "code": " ".join(values.get("codes", ())) or None,
            "date_start": values.get("date_start"),
            "month": working["month"],
            "place": values.get("location_name"),
            "place_local": values.get("location_name_arabic"),
            "province": working["province"],
            "grade": decided["grade"] if decided else None,
            "is_decided": decision is not None,
            "decided_at": decision.values.get("decided_at") if decision else None,
            "harm": (decided or working)["harm"],
            "belligerents": " · ".join(
                self.label_of(term) for term in values.get("tracked_belligerents", ())
            )
            or None,
            "sources": len(citations),
            "origins": _origins(citations),
            "victims": len(victims),
            "named": sum(
                is_named(v.values.get("name"), v.values.get("name_local")) for v in victims
            ),
            "state": _state(values.get("state"), decision),
            "assignee": values.get("assignee"),
            "checks": worth_a_look(check_case(case)) if case.checks is None else case.checks,
            "conflicts": conflicts,
            "as_of": as_of,
        }
        for number in NUMBERS:
            listed[number] = working[number]
            listed["decided_" + number] = decided[number] if decided else None
        return listed


def _state(state: str | None, decision: Item | None) -> str:
    if state:
        return state
    return DECIDED if decision is not None else "researching"


def _origins(citations: list[Item]) -> int | None:
    """Clusters of citations: those that share an origin are one, the rest count one each.

    Unknown while nobody has said of any which origin it has: 36 links are not 36 origins.
    """
    named = {item.values["origin"] for item in citations if "origin" in item.values}
    if not named:
        return None
    return len(named) + sum("origin" not in item.values for item in citations)


_TWELVE = [prefix + number for prefix in _GROUPS.values() for number in NUMBERS]
