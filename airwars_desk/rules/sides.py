"""The sides of a review: last decision, assessments, working state, as columns of one table. Pure.

Each side gives a value per row of `ROWS`, or nothing where it does not speak of it: an assessment
says nothing of date and places. The value of a range is (least, most), null for unknown; of a
field with several terms the tuple of their uids.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS, COMBATANTS, MAIN_GROUPS, MEN, WOMEN
from airwars_desk.rules.standing import standing_decisions

ASSESSED: Final = "assessed"
DECISION, ASSESSMENT, WORKING = "decision", "assessment", "working"
UNKNOWN: Final = (None, None)
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is decided: a range (group and its two numbers) or a plain field."""

    key: str
    group: str = ""
    names: tuple[str, str] = ("", "")

    @property
    def is_range(self) -> bool:
        """Whether its value is a pair of numbers."""
        return bool(self.group)


def _range(what: str, group: str) -> Row:
    return Row(f"{what} {group}", group, (f"{what}_min", f"{what}_max"))


PLAIN: Final = (
    "civilian_harm_reported",
    "date_start",
    "countries",
    "province",
    "tracked_belligerents",
)
ROWS: Final[tuple[Row, ...]] = (
    Row("grade"),
    _range("killed", CIVILIANS),
    _range("injured", CIVILIANS),
    *(_range("killed", group) for group in (CHILDREN, WOMEN, MEN, COMBATANTS)),
    Row("strike_status"),
    *(Row(name) for name in PLAIN),
    *(_range("injured", group) for group in (CHILDREN, WOMEN, MEN, COMBATANTS)),
)
ROW_OF: Final = {row.key: row for row in ROWS}
PLURAL: Final = frozenset(("countries", "tracked_belligerents"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One column: where its values come from, whose they are, why, and the values it gives."""

    kind: str
    uid: str = ""
    person: str = ""
    at: str = ""
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def says(self, key: str) -> bool:
        """Whether it speaks of a row."""
        return key in self.values


def sides_of(case: Case, province: str | None) -> list[Side]:
    """The standing decisions, each person's newest assessment, and last the working state.

    Without a decision there is one that says nothing is known. `province` is that of the working
    state: the one the incident's region resolves to.
    """
    decided = [_of_decision(case, item) for item in standing_decisions(case)]
    if not decided:
        decided = [Side(kind=DECISION, values={row.key: empty(row) for row in ROWS})]
    assessed = [_of_assessment(item) for item in newest_of_each(case)]
    return [*decided, *assessed, _of_working(case, province)]


def newest_of_each(case: Case) -> list[Item]:
    """Each person's newest assessment, the earlier one first."""
    newest: dict[str, Item] = {}
    for item in sorted(case.of("assessment"), key=_moment):
        newest[str(item.values.get("person"))] = item
    return sorted(newest.values(), key=_moment)


def assessors_of(case: Case) -> frozenset[str]:
    """The people who assessed an incident."""
    return frozenset(
        item.values["person"] for item in case.of("assessment") if item.values.get("person")
    )


def empty(row: Row) -> Any:
    """The value of a row that says unknown."""
    if row.is_range:
        return UNKNOWN
    return () if row.key in PLURAL else None


def differs(row: Row, sides: Sequence[Side]) -> bool:
    """Whether the sides that speak of a row give more than one value."""
    said = [side.values[row.key] for side in sides if side.says(row.key)]
    return any(value != said[0] for value in said)


def whose(key: str, value: Any, sides: Sequence[Side]) -> list[str]:
    """The people whose assessment gives a row this value."""
    return [
        side.person
        for side in sides
        if side.kind == ASSESSMENT and side.says(key) and side.values[key] == value
    ]


def is_known(key: str, value: Any) -> bool:
    """Whether a row's value says something: a number at one end at least, a term, a day."""
    return bool(value != empty(ROW_OF[key]))


def first_choice(sides: Sequence[Side]) -> dict[str, int]:
    """Which side each row is taken from at first: the newest assessment where it says something.

    Where it says nothing, the working state, else the last decision, else what an earlier reader
    said: a blank opinion is not chosen over a number. Where nobody knows, the working state, or of
    the grade the decision.
    """
    assessed = [n for n, side in enumerate(sides) if side.kind == ASSESSMENT][::-1]
    working = [n for n, side in enumerate(sides) if side.kind == WORKING]
    decided = [n for n, side in enumerate(sides) if side.kind == DECISION]
    order = [*assessed[:1], *working, *decided, *assessed[1:]]
    found = {}
    for row in ROWS:
        speak = [n for n in order if sides[n].says(row.key)]
        knows = [n for n in speak if is_known(row.key, sides[n].values[row.key])]
        silent = [n for n in [*working, *decided] if n in speak]
        found[row.key] = [*knows, *silent][0]
    return found


def lost_ends(key: str, value: Any, before: Sequence[Any]) -> bool:
    """Whether a value leaves unknown what one of the values before it knows.

    Of a range each end is looked at for itself: 12 or more where 12–24 was known loses the most.
    """
    if not ROW_OF[key].is_range:
        return not is_known(key, value) and any(is_known(key, one) for one in before)
    return any(value[end] is None and any(one[end] is not None for one in before) for end in (0, 1))


def ranges_to_json(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The ranges among row values as `Assessment.ranges` keeps them: by group, known numbers.

    A group said to be unknown is there without numbers; one that is not spoken of is left out.
    """
    spoken = {ROW_OF[key].group for key in values} - {""}
    return [
        {"group": group, **numbers_of(values, group)} for group in MAIN_GROUPS if group in spoken
    ]


def numbers_of(values: Mapping[str, Any], group: str) -> dict[str, int]:
    """The known numbers that row values give one group."""
    numbers: dict[str, int] = {}
    for row in ROWS:
        if row.group == group:
            pair = values.get(row.key, UNKNOWN)
            named = zip(row.names, pair, strict=True)
            numbers.update({name: number for name, number in named if number is not None})
    return numbers


def working_values(case: Case, province: str | None) -> Values:
    """The row values of the working state (it has no grade)."""
    incident = case.incident.values
    values: Values = {name: _plain(incident, name) for name in ("strike_status", *PLAIN)}
    values["province"] = province
    values.update(_ranges(case.of("working_range", case.uid)))
    return values


def as_assessed(case: Case, values: Mapping[str, Any]) -> Case:
    """A copy of a case in which only these values grade and count it, for the checks.

    The assessment in it has the uid `ASSESSED`.
    """
    items = {
        uid: replace(item, values=dict(item.values))
        for uid, item in case.items.items()
        if item.kind not in ("assessment", "decision", "decided_range")
        and not (item.kind == "working_range" and item.values.get("group") in MAIN_GROUPS)
    }
    copy = Case(uid=case.uid, items=items)
    copy.set(case.uid, "civilian_harm_reported", values.get("civilian_harm_reported"))
    copy.add("assessment", ASSESSED, grade=values.get("grade"))
    for group in MAIN_GROUPS:
        numbers = numbers_of(values, group)
        if numbers:
            told: Values = {"group": group, "form": "group", **numbers}
            copy.add("working_range", f"{ASSESSED} {group}", **told)
    return copy


def _of_working(case: Case, province: str | None) -> Side:
    return Side(kind=WORKING, values=working_values(case, province))


def _of_decision(case: Case, item: Item) -> Side:
    values: Values = {
        name: _plain(item.values, name) for name in ("grade", "strike_status", *PLAIN)
    }
    values.update(_ranges(case.of("decided_range", item.uid)))
    return Side(
        kind=DECISION,
        uid=item.uid,
        person=item.values.get("person") or "",
        at=item.values.get("decided_at") or "",
        reason=item.values.get("reason") or "",
        values=values,
    )


def _of_assessment(item: Item) -> Side:
    """An assessment speaks of its grade, of what is known beside it, and of the groups in it."""
    values: Values = {"grade": item.values.get("grade")}
    for name in ("strike_status", "civilian_harm_reported"):
        if item.values.get(name) is not None:
            values[name] = item.values[name]
    by_group = {found.get("group"): found for found in item.values.get("ranges") or ()}
    for row in ROWS:
        if row.is_range and row.group in by_group:
            numbers = by_group[row.group]
            values[row.key] = (numbers.get(row.names[0]), numbers.get(row.names[1]))
    return Side(
        kind=ASSESSMENT,
        uid=item.uid,
        person=item.values.get("person") or "",
        at=item.values.get("assessed_at") or "",
        reason=item.values.get("reason") or "",
        values=values,
    )


def _ranges(counts: Sequence[Item]) -> Values:
    by_group = {
        item.values.get("group"): item.values
        for item in counts
        if item.values.get("form", "group") == "group"
    }
    found: Values = {}
    for row in ROWS:
        if row.is_range:
            numbers = by_group.get(row.group, {})
            found[row.key] = (numbers.get(row.names[0]), numbers.get(row.names[1]))
    return found


def _plain(values: Mapping[str, Any], name: str) -> Any:
    value = values.get(name)
    return tuple(value or ()) if name in PLURAL else value


def _moment(item: Item) -> tuple[str, str]:
    return (item.values.get("assessed_at") or "", item.uid)
