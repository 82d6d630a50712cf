"""A case -> the object of a line of Airwars JSON Lines; the way back of airwars_read.py.

Derived keys are worked out anew; what fields cannot tell comes from `extra`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from airwars_desk.formats import airwars_keys as keys
from airwars_desk.formats.airwars_object import INNER, Values, settle, write_fields
from airwars_desk.formats.airwars_targets import write_targets
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules.ages import age_years
from airwars_desk.rules.narrative import read_case
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.rules.terms import TermIndex

NO_NUMBERS: Final[dict[str, None]] = dict.fromkeys(keys.NUMBERS)


def write_record(case: Case, terms: TermIndex) -> Values:
    """Write one incident with everything the format has keys for."""
    return _Writing(case, terms).record()


def write_points(points: Iterable[Mapping[str, Any]], terms: TermIndex) -> list[Values]:
    """Write the field `points` as `geolocations`."""
    return [
        {
            "latitude": point.get("latitude"),
            "longitude": point.get("longitude"),
            "accuracy": terms.written(point.get("accuracy")),
            "primary": point.get("is_primary"),
        }
        for point in points
    ]


def write_tags(uids: Iterable[str], terms: TermIndex) -> list[Values]:
    """Write terms as objects with number and name."""
    return [{"term_id": terms.external_id(uid), "name": terms.written(uid)} for uid in uids]


class _Writing:
    """One case on its way out; its live rows sorted by kind and owner."""

    def __init__(self, case: Case, terms: TermIndex) -> None:
        self.case = case
        self.terms = terms
        self._rows: dict[tuple[str, str | None], list[Item]] = {}
        for item in case.items.values():
            if item.is_live:
                self._rows.setdefault((item.kind, item.owner), []).append(item)
        for rows in self._rows.values():
            rows.sort(key=lambda item: (item.values.get("position") or 0, item.uid))

    def record(self) -> Values:
        """Return the whole object."""
        values = self.case.incident.values
        extra = values.get("extra") or {}
        terms = self.terms
        out = write_fields(keys.INCIDENT, values, terms)
        codes = values.get("codes") or ()
        out["code"] = " ".join(codes) if codes else None
        out["airwars_id"] = values.get("airwars_id")
        if out["dataset"] is None:
            out["dataset"] = keys.BORN_HERE
        if out["airwars_id"] is None and out["dataset"] == keys.BORN_HERE:
            out["uid"] = self.case.uid
        out["geolocations"] = write_points(values.get("points") or (), terms)
        for key, name, _ in keys.TAGS:
            out[key] = write_tags(values.get(name) or (), terms)
        targets = values.get(keys.TARGET_NAMES) or ()
        out.update(write_targets(out["dataset"], targets, terms))
        out["has_declassified_document"] = bool(out["declassified_documents"])
        out["narrative"] = self._narrative()
        self._grade(out)
        self._ranges(out, extra.get(INNER) or {})
        out["infrastructure"] = [self._infrastructure(item) for item in self._of("infrastructure")]
        out["victims"] = [self._victim(item) for item in self._of("victim")]
        out["sources"] = [self._plain(keys.SOURCE, item) for item in self._of("citation")]
        out["media"] = [self._plain(keys.MEDIA, item) for item in self._of("media_link")]
        out["belligerents"] = [self._belligerent(item) for item in self._of("involvement")]
        return settle(out, extra)

    def _of(self, kind: str, owner: str | None = None) -> list[Item]:
        return self._rows.get((kind, owner or self.case.uid), [])

    def _narrative(self) -> str | None:
        for item in self._of("narrative"):
            if item.values.get("language") == keys.ENGLISH:
                text: str | None = item.values.get("text")
                return text if text is None else read_case(self.case, text)
        return None

    def _grade(self, out: Values) -> None:
        standing = standing_decisions(self.case)
        decided = standing[0].values if standing else {}
        grade = decided.get("grade")
        out["grade"] = grade
        out["grades"] = [] if grade is None else [grade, *(decided.get("further_grades") or ())]

    def _ranges(self, out: Values, inside: Mapping[str, Any]) -> None:
        groups: dict[str, Values] = {group: dict(NO_NUMBERS) for group in keys.GROUPS}
        others: list[Values] = []
        details: list[Values] = []
        for item in self._of("working_range"):
            form = item.values.get("form") or "group"
            numbers = {name: item.values.get(name) for name in keys.NUMBERS}
            if form == "category":
                numbers["category"] = self.terms.written(item.values.get("group"))
                others.append(settle(numbers, item.values.get("extra")))
            elif form == "detail":
                details.append(self._detail(item, numbers))
            else:
                group = str(item.values.get("group")).partition("/")[2]
                if group in groups:
                    groups[group] = numbers
        for group, written in groups.items():
            settle(written, inside.get(f"casualties.{group}"))
        out["casualties"] = settle(groups, inside.get("casualties"))
        out["other_casualties"] = others
        out["casualty_details"] = details

    def _detail(self, item: Item, out: Values) -> Values:
        values = item.values
        out["type"] = self.terms.written(values.get("group"))
        out["type_term_id"] = self.terms.external_id(values.get("group"))
        out["affiliation_term_id"] = self.terms.external_id(values.get("affiliation"))
        out["while_working"] = values.get("while_working")
        return settle(out, values.get("extra"))

    def _plain(self, shape: keys.Shape, item: Item) -> Values:
        out = write_fields(shape, item.values, self.terms)
        out["order"] = item.values.get("position")
        return settle(out, item.values.get("extra"))

    def _infrastructure(self, item: Item) -> Values:
        values = item.values
        out = write_fields(keys.INFRASTRUCTURE, values, self.terms)
        out["name"] = self.terms.written(values.get("infrastructure"))
        out["term_id"] = self.terms.external_id(values.get("infrastructure"))
        out["affiliation_term_id"] = self.terms.external_id(values.get("affiliation"))
        return settle(out, values.get("extra"))

    def _victim(self, item: Item) -> Values:
        values = item.values
        out = write_fields(keys.VICTIM, values, self.terms)
        family = self.case.items.get(values.get("family", ""))
        out["order"] = values.get("position")
        out["age_years"] = age_years(values.get("age_raw"))
        out["profession"] = self.terms.written(values.get("profession"))
        out["profession_term_id"] = self.terms.external_id(values.get("profession"))
        out["family_index"] = family.values.get("position") if family and family.is_live else None
        return settle(out, values.get("extra"))

    def _belligerent(self, item: Item) -> Values:
        values = item.values
        out = self._party(keys.BELLIGERENT, item, "name")
        conceded: Mapping[str, Any] = {}
        for row in self._of("concession", item.uid):
            if row.values.get("group") == CIVILIANS:
                conceded = row.values
        for key, name in keys.CONCEDED:
            out[key] = conceded.get(name)
        reports = self._of("strike_report", item.uid)
        own = [report for report in reports if not report.values.get("is_partner")]
        out["strike_report"] = self._own(keys.STRIKE_REPORT, own[0]) if own else None
        out["partner_strike_reports"] = [
            self._partner(keys.PARTNER_REPORT, report)
            for report in reports
            if report.values.get("is_partner")
        ]
        statements = self._of("statement", item.uid)
        out["civcas_statements"] = [
            self._own(keys.STATEMENT, statement)
            for statement in statements
            if not statement.values.get("is_partner")
        ]
        out["partner_civcas_statements"] = [
            self._partner(keys.PARTNER_STATEMENT, statement)
            for statement in statements
            if statement.values.get("is_partner")
        ]
        return settle(out, values.get("extra"))

    def _own(self, shape: keys.Shape, item: Item) -> Values:
        return settle(write_fields(shape, item.values, self.terms), item.values.get("extra"))

    def _partner(self, shape: keys.Shape, item: Item) -> Values:
        return settle(self._party(shape, item, "belligerent"), item.values.get("extra"))

    def _party(self, shape: keys.Shape, item: Item, key: str) -> Values:
        out = write_fields(shape, item.values, self.terms)
        party = item.values.get("belligerent")
        out[key] = self.terms.written(party)
        out["term_id"] = self.terms.external_id(party)
        return out
