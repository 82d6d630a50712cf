"""What the month page adds to the figures: by grade, parts, drivers, open work. Pure.

`month_blocks` is the definition, slow and readable; `store/month.py` counts the same in SQL, and
tests hold the two equal. Population, grades and sums are those of `rules/figures.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from airwars_desk.records.incident import GRADES
from airwars_desk.rules import figures as plain
from airwars_desk.rules.figures import CONCEDED, NO_GRADE, Counted, Facts, sum_of
from airwars_desk.rules.filters import Filters

#: How a belligerent takes part in an incident; the last where nobody said (decision 0019).
PARTS: Final = ("sole", "joint", "competing")
UNSAID: Final = "unsaid"
#: Which of two recorded parts of one belligerent in one incident counts: the later one here.
_WEIGHT: Final = {part: weight for weight, part in enumerate(PARTS)}
HARMS: Final = ("killed", "injured")
STATES: Final = ("in_review", "returned")
#: The groups whose dead stand in the headline.
GROUPS: Final = ("children", "women")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFacts:
    """All that the blocks of a month read beside the facts of the figures.

    `parts`: the parts recorded for a belligerent in an incident, by both.
    `states`: how far the work on an incident is. `located`: those with a point on the map.
    """

    facts: Facts
    parts: Mapping[tuple[int, str], Sequence[str]] = field(default_factory=dict)
    states: Mapping[int, str] = field(default_factory=dict)
    located: frozenset[int] = frozenset()


def part_of(recorded: Iterable[str], tracked: int) -> str:
    """The part of a belligerent under which an incident counts.

    Args:
        recorded: the parts its involvements in the incident name.
        tracked: under how many belligerents the incident counts.

    >>> part_of(["joint"], 2), part_of([], 1), part_of([], 2), part_of(["sole", "competing"], 1)
    ('joint', 'sole', 'unsaid', 'competing')
    """
    known = [part for part in recorded if part in _WEIGHT]
    if known:
        return max(known, key=_WEIGHT.__getitem__)
    return "sole" if tracked == 1 else UNSAID


def month_blocks(given: MonthFacts, filters: Filters, harm: str = "killed") -> dict[str, Any]:
    """Every block of the month.

    `belligerents`, `drivers` (all of them), `open`, and in how many likely incidents there are
    dead `children` and `women`, and in how many selected ones something is `conceded`.
    """
    chosen, main = _population(given.facts.counted, filters)
    likely = [row for row in main if row.grade in filters.likely]
    return {
        "belligerents": _belligerents(given, chosen, main, filters),
        "drivers": [
            (row.incident, *bounds(row, harm), spread(*bounds(row, harm)))
            for row in sorted(likely, key=lambda row: (-spread(*bounds(row, harm)), row.incident))
        ],
        "open": _open(given, chosen),
        **{who: sum(_has_dead(row, who) for row in likely) for who in GROUPS},
        "conceded": len(_conceded_in(given.facts, {row.incident for row in chosen}, filters)),
    }


def series_rows(counted: Sequence[Counted], filters: Filters) -> dict[str, dict[str, Any]]:
    """Per month with an incident that counts or waits: ranges, and incidents by grade."""
    chosen, main = _population(counted, filters)
    undecided = {id(row) for row in chosen} - {id(row) for row in main}
    found: dict[str, list[Counted]] = defaultdict(list)
    for row in chosen:
        if row.harm and row.month:
            found[row.month].append(row)
    rows = {}
    for month, alike in found.items():
        counting = [row for row in alike if id(row) not in undecided]
        rows[month] = {
            "alleged": sum_of(counting),
            "likely": sum_of(row for row in counting if row.grade in filters.likely),
            "grades": {
                grade or NO_GRADE: sum(row.grade == grade for row in counting)
                for grade in (*GRADES, None)
            },
            "not_reviewed": len(alike) - len(counting),
        }
    return rows


def bounds(row: Counted, harm: str) -> tuple[int | None, int | None]:
    """The least and the most of one incident; `harm` is "killed" or "injured"."""
    return row.numbers.get(f"{harm}_min"), row.numbers.get(f"{harm}_max")


def spread(low: int | None, high: int | None) -> int:
    """What an incident adds to max less min of a sum, where null adds nothing.

    >>> spread(40, 420), spread(20, None), spread(None, None)
    (380, -20, 0)
    """
    return (high or 0) - (low or 0)


def worst_months(rows: Sequence[Mapping[str, Any]], harm: str, limit: int) -> list[dict[str, Any]]:
    """The months with the highest likely max first; equal ones in the order of time."""
    counted = [row for row in rows if row["likely"]["incidents"]]
    counted.sort(key=lambda row: (-row["likely"][f"{harm}_max"], row["month"]))
    return [dict(row) for row in counted[:limit]]


def with_others(
    drivers: Sequence[tuple[Any, ...]], likely: Mapping[str, int], harm: str
) -> dict[str, int]:
    """What stands behind the drivers shown: so that the column adds up to the likely range.

    Args:
        drivers: rows (…, least, most, spread), the ones shown.
        likely: the likely range of the month.
        harm: "killed" or "injured".
    """
    low = likely[f"{harm}_min"] - sum(row[-3] or 0 for row in drivers)
    high = likely[f"{harm}_max"] - sum(row[-2] or 0 for row in drivers)
    return {
        "incidents": likely["incidents"] - len(drivers),
        "min": low,
        "max": high,
        "spread": high - low,
    }


def is_one_incident(spread_of_one: int, whole: int) -> bool:
    """Tell whether one incident makes most of a spread, so that the chart must say so.

    >>> is_one_incident(380, 507), is_one_incident(46, 507), is_one_incident(0, 0)
    (True, False, False)
    """
    return whole > 0 and spread_of_one * 2 > whole


def _has_dead(row: Counted, who: str) -> bool:
    return any((row.numbers.get(f"{who}_killed_{end}") or 0) > 0 for end in ("min", "max"))


def _population(
    counted: Sequence[Counted], filters: Filters
) -> tuple[list[Counted], list[Counted]]:
    chosen = plain.selected(counted, filters)
    undecided = plain.undecided_of(counted)
    main = [
        row
        for row in chosen
        if row.harm and (filters.state == "working" or row.incident not in undecided)
    ]
    return chosen, main


def _belligerents(
    given: MonthFacts, chosen: Sequence[Counted], main: Sequence[Counted], filters: Filters
) -> dict[str | None, dict[str, Any]]:
    found: dict[str | None, dict[str, list[Counted]]] = {}
    for row in main:
        for term in row.belligerents or (None,):
            recorded = given.parts.get((row.incident, term), ()) if term else ()
            part = part_of(recorded, len(row.belligerents))
            found.setdefault(term, defaultdict(list))[part].append(row)
    conceded = _conceded(given.facts, {row.incident for row in chosen})
    return {
        term: {
            "alleged": sum_of(row for rows in parts.values() for row in rows),
            "likely": sum_of(
                row for rows in parts.values() for row in rows if row.grade in filters.likely
            ),
            "parts": {
                part: sum_of(row for row in parts.get(part, ()) if row.grade in filters.likely)
                for part in (*PARTS, UNSAID)
            },
            "conceded": conceded.get(term),
        }
        for term, parts in found.items()
    }


def _conceded(facts: Facts, chosen: set[int]) -> dict[str | None, dict[str, int]]:
    found: dict[str | None, dict[str, Any]] = {}
    for row in facts.conceded:
        if row.incident not in chosen or all(number is None for number in row.numbers):
            continue
        sums = found.setdefault(row.belligerent, {**dict.fromkeys(CONCEDED, 0), "of": set()})
        for name, number in zip(CONCEDED, row.numbers, strict=True):
            sums[name] += number or 0
        sums["of"].add(row.incident)
    return {
        term: {**{name: sums[name] for name in CONCEDED}, "incidents": len(sums["of"])}
        for term, sums in found.items()
    }


def _conceded_in(facts: Facts, chosen: set[int], filters: Filters) -> set[int]:
    return {
        row.incident
        for row in facts.conceded
        if row.incident in chosen
        and (not filters.belligerents or row.belligerent in filters.belligerents)
        and any(number is not None for number in row.numbers)
    }


def _open(given: MonthFacts, chosen: Sequence[Counted]) -> dict[str, int]:
    undecided = plain.undecided_of(given.facts.counted)
    return {
        **{
            state: sum(given.states.get(row.incident) == state for row in chosen)
            for state in STATES
        },
        "no_location": sum(row.incident not in given.located for row in chosen),
        "not_reviewed": sum(bool(row.harm) and row.incident in undecided for row in chosen),
    }
