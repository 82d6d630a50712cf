"""What the month page adds to the figures, counted in SQL; `rules/month.py` is its oracle.

Statements over the common table `chosen` of `store/figures.py`: one over all months for the charts,
the others over one month for belligerents, drivers of the spread and open work. Read-only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, text

from airwars_desk.records.counts import CIVILIANS, NUMBERS
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import CONCEDED, NO_GRADE, SUMMED, Range, blank
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.month import GROUPS, PARTS, STATES, UNSAID
from airwars_desk.store.figures import SUMS, chosen_incidents
from airwars_desk.store.names import bind
from airwars_desk.store.places import located

#: Incidents alike: (what they are grouped by …, ten sums as in a range).
Group = tuple[Any, ...]

_RANGE_NAMES: Final = tuple(blank())
_WIDTH: Final = len(SUMMED) + 2
_PADDING: Final = ", ".join(["NULL"] * (_WIDTH - len(NUMBERS) - 1))
_RECORDED: Final = (
    "SELECT i.incident, i.belligerent, max(CASE i.part"
    + "".join(f" WHEN '{part}' THEN {weight}" for weight, part in enumerate(PARTS))
    + " END) AS weight FROM involvement i WHERE i.is_live = 1 AND i.part IS NOT NULL"
    " AND i.incident IN (SELECT incident FROM chosen) GROUP BY i.incident, i.belligerent"
)
_CONCEDES: Final = (
    'n.is_live = 1 AND i.is_live = 1 AND (n."group" IS NULL OR n."group" = :civilians)'
    f" AND coalesce({', '.join(f'n.{name}' for name in NUMBERS)}) IS NOT NULL"
)
_TRACKED: Final = (
    "t.incident = chosen.incident AND t.state = chosen.state AND t.field = 'tracked_belligerents'"
)


def count_series(connection: Connection, filters: Filters) -> dict[str, dict[str, Any]]:
    """Per month with an incident that counts or waits: ranges, and incidents by grade."""
    chosen, values = chosen_incidents(located(connection, filters))
    statement = (
        f"WITH {chosen} SELECT month, decided, grade, {SUMS} FROM chosen"
        " WHERE harm = 1 AND month IS NOT NULL GROUP BY month, decided, grade"
    )
    months: dict[str, list[Group]] = defaultdict(list)
    for row in connection.execute(text(statement), values):
        months[row[0]].append(tuple(row[1:]))
    return {month: _series_row(groups, filters) for month, groups in months.items()}


def count_parties(connection: Connection, filters: Filters) -> dict[str | None, dict[str, Any]]:
    """Per belligerent: alleged, likely, the parts of what is likely, what it concedes."""
    chosen, values = chosen_incidents(located(connection, filters))
    parties = _parties(filters, values)
    statement = f"WITH {chosen} {parties} UNION ALL {_conceding(values)}"
    blocks: dict[str, list[Group]] = defaultdict(list)
    for row in connection.execute(text(statement), values):
        blocks[row[0]].append(tuple(row[1:]))
    return _belligerents(blocks["party"], blocks["conceding"])


def count_open(connection: Connection, filters: Filters) -> dict[str, int]:
    """What keeps the month open, and in how many likely incidents children or women were killed."""
    chosen, values = chosen_incidents(located(connection, filters))
    marks, bound = bind("likely", filters.likely)
    sums = {
        **{state: f"l.state = '{state}'" for state in STATES},
        "no_location": "NOT EXISTS (SELECT 1 FROM incident_point p WHERE p.owner = l.incident)",
        "not_reviewed": "chosen.harm = 1 AND NOT chosen.decided",
        **{
            who: f"{_main(filters)} AND chosen.grade IN ({marks}) AND"
            f" max(coalesce(chosen.{who}_killed_min, 0), coalesce(chosen.{who}_killed_max, 0)) > 0"
            for who in GROUPS
        },
        "conceded": f"EXISTS ({_concession(filters, bound)})",
    }
    columns = ", ".join(f"coalesce(sum({test}), 0) AS {name}" for name, test in sums.items())
    found = connection.execute(
        text(
            f"WITH {chosen} SELECT {columns} FROM chosen"
            " JOIN listing l ON l.incident = chosen.incident"
        ),
        {**values, **bound},
    )
    return {name: int(number) for name, number in found.mappings().one().items()}


def read_drivers(
    connection: Connection, filters: Filters, harm: str, limit: int
) -> list[dict[str, Any]]:
    """The likely incidents that add most to max less min, the greatest first.

    Args:
        connection: an open read.
        filters: what is selected.
        harm: "killed" or "injured".
        limit: how many at most.
    """
    chosen, values = chosen_incidents(located(connection, filters))
    marks, bound = bind("likely", filters.likely)
    low, high = f"chosen.{harm}_min", f"chosen.{harm}_max"
    statement = (
        f"WITH {chosen} SELECT chosen.incident, l.uid, l.code, l.place, l.place_local,"
        f" {low} AS low, {high} AS high, coalesce({high}, 0) - coalesce({low}, 0) AS spread"
        " FROM chosen JOIN listing l ON l.incident = chosen.incident"
        f" WHERE {_main(filters)} AND chosen.grade IN ({marks})"
        " ORDER BY spread DESC, chosen.incident LIMIT :limit"
    )
    found = connection.execute(text(statement), {**values, **bound, "limit": limit})
    return [dict(row) for row in found.mappings()]


def newest_change(connection: Connection, filters: Filters) -> str | None:
    """The time of the newest change among the selected incidents, None when there is none."""
    chosen, values = chosen_incidents(located(connection, filters))
    found = connection.execute(
        text(
            f"WITH {chosen} SELECT max(l.as_of) FROM chosen"
            " JOIN listing l ON l.incident = chosen.incident"
        ),
        values,
    )
    newest: str | None = found.scalar_one()
    return newest


def count_unfiltered(connection: Connection, month: str) -> int:
    """How many incidents a month has before any filter."""
    found = connection.execute(
        text("SELECT count(*) FROM counted WHERE state = 'working' AND month = :month"),
        {"month": month},
    )
    return int(found.scalar_one())


def _main(filters: Filters) -> str:
    return (
        "chosen.harm = 1"
        if filters.state == "working"
        else "chosen.harm = 1 AND chosen.decided = 1"
    )


def _parties(filters: Filters, values: dict[str, Any]) -> str:
    """Select the sums per belligerent, part and whether the grade is a likely one."""
    marks, bound = bind("likely", filters.likely)
    values.update(bound)
    alone = f"(SELECT count(*) FROM counted_term t WHERE {_TRACKED}) = 1"
    parts = " ".join(f"WHEN {weight} THEN '{part}'" for weight, part in enumerate(PARTS))
    part = (
        f"CASE recorded.weight {parts} ELSE CASE WHEN {alone} THEN 'sole' ELSE '{UNSAID}' END END"
    )
    return (
        f"SELECT 'party', t.term AS term, {part} AS part,"
        f" coalesce(chosen.grade IN ({marks}), 0) AS is_likely, {SUMS}"
        f" FROM chosen LEFT JOIN counted_term t ON {_TRACKED}"
        f" LEFT JOIN ({_RECORDED}) recorded ON recorded.incident = chosen.incident"
        " AND recorded.belligerent = t.term"
        f" WHERE {_main(filters)} GROUP BY term, part, is_likely"
    )


def _concession(filters: Filters, values: dict[str, Any]) -> str:
    """Select the concessions in one incident, of the belligerents asked for."""
    values["civilians"] = CIVILIANS
    whose = ""
    if filters.belligerents:
        marks, bound = bind("whose", filters.belligerents)
        values.update(bound)
        whose = f" AND i.belligerent IN ({marks})"
    return (
        "SELECT 1 FROM involvement i JOIN concession n ON n.involvement = i.row"
        f" WHERE i.incident = chosen.incident AND {_CONCEDES}{whose}"
    )


def _conceding(values: dict[str, Any]) -> str:
    """Select what each belligerent concedes in the selected incidents."""
    values["civilians"] = CIVILIANS
    numbers = [f"n.{name}" for name in NUMBERS]
    sums = ", ".join(f"coalesce(sum({name}), 0)" for name in numbers)
    return (
        f"SELECT 'conceding', i.belligerent, NULL, NULL, {sums}, count(DISTINCT i.incident),"
        f" {_PADDING} FROM concession n JOIN involvement i ON i.row = n.involvement"
        f" WHERE {_CONCEDES} AND i.incident IN (SELECT incident FROM chosen) GROUP BY i.belligerent"
    )


def _series_row(groups: Sequence[Group], filters: Filters) -> dict[str, Any]:
    main = [group for group in groups if filters.state == "working" or group[0]]
    return {
        "alleged": _total(main),
        "likely": _total(group for group in main if group[1] in filters.likely),
        "grades": {
            grade or NO_GRADE: sum(group[2] for group in main if group[1] == grade)
            for grade in (*GRADES, None)
        },
        "not_reviewed": sum(group[2] for group in groups) - sum(group[2] for group in main),
    }


def _belligerents(
    parties: Iterable[Group], conceding: Iterable[Group]
) -> dict[str | None, dict[str, Any]]:
    conceded = {
        group[0]: {
            **dict(zip(CONCEDED, group[3 : 3 + len(CONCEDED)], strict=True)),
            "incidents": group[3 + len(CONCEDED)],
        }
        for group in conceding
    }
    found: dict[str | None, list[Group]] = defaultdict(list)
    for group in parties:
        found[group[0]].append(group)
    return {
        term: {
            "alleged": _total(groups),
            "likely": _total(group for group in groups if group[2]),
            "parts": {
                part: _total(group for group in groups if group[2] and group[1] == part)
                for part in (*PARTS, UNSAID)
            },
            "conceded": conceded.get(term),
        }
        for term, groups in found.items()
    }


def _total(groups: Iterable[Group]) -> Range:
    sums = [sum(column) for column in zip(*(group[-_WIDTH:] for group in groups), strict=True)]
    return dict(zip(_RANGE_NAMES, sums, strict=True)) if sums else blank()
