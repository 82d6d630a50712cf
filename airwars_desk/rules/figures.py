"""What the figures count: population, grades and arithmetic (domain.md 3.3), in plain Python.

`figures` is the definition, slow and readable; `store/figures.py` counts the same in SQL, and
tests hold the two equal. The small pieces that shape a result (`blank`, `months_without_holes`,
`in_order`) serve both.

The rules: a range counts incidents whose harm is reported, each once; min and max are summed
apart and a null adds nothing; `unknown` counts those of them without any number of killed. In
state `decided` an incident counts by its standing decision, and one without a decision stands
beside the sums, in `not_reviewed`, by its working values; in state `working` everything counts
by its working values.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from airwars_desk.records.incident import GRADES
from airwars_desk.rules.dates import months_between
from airwars_desk.rules.filters import Filters

Figures = dict[str, Any]
Range = dict[str, int]

#: The numbers a range sums, in the order of the JSON.
SUMMED: Final = (
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "children_killed_min",
    "children_killed_max",
    "women_killed_min",
    "women_killed_max",
)
CONCEDED: Final = ("deaths_min", "deaths_max", "injuries_min", "injuries_max")
#: The name under which incidents without a grade stand in `by_grade`.
NO_GRADE: Final = "None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One incident as it counts in one state (`decided` or `working`)."""

    incident: int
    state: str
    harm: bool | None = None
    grade: str | None = None
    month: str | None = None
    province: str | None = None
    countries: frozenset[str] = frozenset()
    belligerents: frozenset[str] = frozenset()
    numbers: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conceded:
    """One involvement of one incident: four numbers in the order of `CONCEDED`."""

    incident: int
    belligerent: str | None
    numbers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that figures read: plain rows, and the names of the terms."""

    counted: Sequence[Counted]
    conceded: Sequence[Conceded] = ()
    named: Mapping[int, int] = field(default_factory=dict)
    sources: Mapping[int, int] = field(default_factory=dict)
    as_of: Mapping[int, str | None] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def figures(facts: Facts, filters: Filters) -> Figures:
    """Every block of the figures except the echo of the filters."""
    chosen = selected(facts.counted, filters)
    harmed = [row for row in chosen if row.harm]
    undecided = undecided_of(facts.counted)
    main = [row for row in harmed if filters.state == "working" or row.incident not in undecided]
    moments = [moment for row in chosen if (moment := facts.as_of.get(row.incident))]
    return {
        "as_of": max(moments, default=None),
        "state": filters.state,
        "likely_grades": list(filters.likely),
        "incidents": len(chosen),
        "harm_reported": len(harmed),
        "named_victims": sum(facts.named.get(row.incident, 0) for row in chosen),
        "sources": sum(facts.sources.get(row.incident, 0) for row in chosen),
        "undated": sum(row.month is None for row in chosen),
        "alleged": sum_of(main),
        "likely": sum_of(row for row in main if row.grade in filters.likely),
        "not_reviewed": sum_of(row for row in harmed if row.incident in undecided),
        "by_grade": {
            grade or NO_GRADE: sum_of(row for row in main if row.grade == grade)
            for grade in (*GRADES, None)
        },
        "conceded": _conceded(facts.conceded, {row.incident for row in chosen}, filters),
        "by_month": _by_month(main, filters),
        "by_belligerent": _by_name(
            chosen, main, lambda row: row.belligerents, facts.names, filters
        ),
        "by_province": _by_name(
            chosen,
            main,
            lambda row: {row.province} if row.province else set(),
            facts.names,
            filters,
        ),
    }


def population(counted: Iterable[Counted], state: str) -> Iterator[Counted]:
    """One row per incident: its working one, or, in state `decided`, the decided where it is."""
    rows = list(counted)
    undecided = undecided_of(rows)
    for row in rows:
        if row.state == "working":
            if state == "working" or row.incident in undecided:
                yield row
        elif state == "decided":
            yield row


def blank() -> Range:
    """A range over no incident."""
    return dict.fromkeys(("incidents", *SUMMED, "unknown"), 0)


def months_without_holes(months: Iterable[str]) -> list[str]:
    """Every month from the first to the last of those given.

    >>> months_without_holes(["2017-02", "2016-11"])
    ['2016-11', '2016-12', '2017-01', '2017-02']
    """
    known = sorted(set(months))
    return months_between(known[0], known[-1]) if known else []


def in_order(rows: Iterable[Figures]) -> list[Figures]:
    """Rows of a table by likely killed (max) descending, then name, the nameless last."""
    return sorted(
        rows,
        key=lambda row: (-row["likely"]["killed_max"], row["name"] is None, row["name"] or ""),
    )


def selected(counted: Sequence[Counted], filters: Filters) -> list[Counted]:
    """The rows of a population that pass the filters."""
    return [row for row in population(counted, filters.state) if _passes(row, filters)]


def undecided_of(counted: Iterable[Counted]) -> set[int]:
    """The incidents for which nothing was decided."""
    rows = list(counted)
    return {row.incident for row in rows} - {r.incident for r in rows if r.state == "decided"}


def _passes(row: Counted, filters: Filters) -> bool:
    if filters.month_from and (row.month is None or row.month < filters.month_from):
        return False
    if filters.month_to and (row.month is None or row.month > filters.month_to):
        return False
    if filters.belligerents and row.belligerents.isdisjoint(filters.belligerents):
        return False
    if filters.countries and row.countries.isdisjoint(filters.countries):
        return False
    if filters.places and row.incident not in (filters.inside or ()):
        return False
    return not filters.provinces or row.province in filters.provinces


def sum_of(rows: Iterable[Counted]) -> Range:
    """The range over some incidents."""
    total = blank()
    for row in rows:
        total["incidents"] += 1
        for name in SUMMED:
            total[name] += row.numbers.get(name) or 0
        if row.numbers.get("killed_min") is None and row.numbers.get("killed_max") is None:
            total["unknown"] += 1
    return total


def _pair(rows: Sequence[Counted], filters: Filters) -> Figures:
    return {
        "alleged": sum_of(rows),
        "likely": sum_of(row for row in rows if row.grade in filters.likely),
    }


def _conceded(rows: Iterable[Conceded], chosen: set[int], filters: Filters) -> dict[str, int]:
    total = dict.fromkeys((*CONCEDED, "rows"), 0)
    for row in rows:
        if row.incident not in chosen:
            continue
        if filters.belligerents and row.belligerent not in filters.belligerents:
            continue
        for name, number in zip(CONCEDED, row.numbers, strict=True):
            total[name] += number or 0
        total["rows"] += any(number is not None for number in row.numbers)
    return total


def _by_month(main: Sequence[Counted], filters: Filters) -> list[Figures]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for row in main:
        if row.month:
            found[row.month].append(row)
    return [
        {"month": month, **_pair(found.get(month, []), filters)}
        for month in months_without_holes(found)
    ]


def _by_name(
    chosen: Sequence[Counted],
    main: Sequence[Counted],
    terms_of: Callable[[Counted], Iterable[str]],
    names: Mapping[str, str],
    filters: Filters,
) -> list[Figures]:
    found: dict[str | None, list[Counted]] = {}
    for row in chosen:
        for term in terms_of(row) or (None,):
            found.setdefault(term, [])
    for row in main:
        for term in terms_of(row) or (None,):
            found[term].append(row)
    return in_order(
        {"name": names.get(term, term) if term else None, **_pair(rows, filters)}
        for term, rows in found.items()
    )
