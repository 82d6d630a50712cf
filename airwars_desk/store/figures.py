"""The figures, counted in SQL over the derived tables `counted`, `counted_term` and `listing`.

`rules/figures.py` says what is counted and is the slow oracle of the tests. Here one statement
names the selected incidents once, as the common table `chosen` (one row per incident: its decided
one, or its working one where nothing was decided), and passes over it for months, provinces and
belligerents; every other block is a sum of those groups. Works on a read-only connection: no
temporary tables.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

import orjson
from sqlalchemy import Connection, text

from airwars_desk.records.counts import CIVILIANS, NUMBERS
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import (
    CONCEDED,
    NO_GRADE,
    SUMMED,
    Figures,
    Range,
    blank,
    in_order,
    months_without_holes,
)
from airwars_desk.rules.filters import Filters
from airwars_desk.store.names import bind, names_of
from airwars_desk.store.places import located

Values = dict[str, Any]
#: Incidents alike: (decided, harm, grade, what they are grouped by, ten sums as in a range).
Group = tuple[Any, ...]

_RANGE_NAMES: Final = tuple(blank())
_KEYS: Final = ("decided", "harm", "grade")
#: The ten sums of a range over rows of `counted`, in the order of `blank`.
SUMS: Final = ", ".join(
    (
        "count(*)",
        *(f"coalesce(sum({name}), 0)" for name in SUMMED),
        "coalesce(sum(killed_min IS NULL AND killed_max IS NULL), 0)",
    )
)
_COLUMNS: Final = ", ".join(
    f"c.{name}"
    for name in ("incident", "state", "harm", "grade", "date_start", "month", "province", *SUMMED)
)
_TERM_FILTERS: Final = (("countries", "countries"), ("tracked_belligerents", "belligerents"))
_DECIDED: Final = (
    "EXISTS (SELECT 1 FROM counted d WHERE d.incident = c.incident AND d.state = 'decided')"
)
_TERMS: Final = (
    " LEFT JOIN counted_term t ON t.incident = chosen.incident AND t.state = chosen.state"
    " AND t.field = 'tracked_belligerents'"
)
_PADDING: Final = ", ".join(["NULL"] * 9)


def count(connection: Connection, filters: Filters) -> Figures:
    """Every block of the figures (DESIGN 5.1) except the echo of the filters.

    Args:
        connection: an open read.
        filters: what is selected, terms by uid.
    """
    filters = located(connection, filters)
    blocks = _run(connection, filters)
    groups = blocks["month"]
    harmed = [group for group in groups if group[1]]
    main = [group for group in harmed if _is_main(group, filters)]
    named, sources, as_of = blocks["listing"][0][:3]
    return {
        "as_of": as_of,
        "state": filters.state,
        "likely_grades": list(filters.likely),
        "incidents": sum(group[4] for group in groups),
        "harm_reported": sum(group[4] for group in harmed),
        "named_victims": named,
        "sources": sources,
        "undated": sum(group[4] for group in groups if group[3] is None),
        "alleged": _total(main),
        "likely": _total(group for group in main if group[2] in filters.likely),
        "not_reviewed": _total(group for group in harmed if not group[0]),
        "by_grade": {
            grade or NO_GRADE: _total(group for group in main if group[2] == grade)
            for grade in (*GRADES, None)
        },
        "conceded": dict(zip((*CONCEDED, "rows"), blocks["conceded"][0][:5], strict=True)),
        "by_month": _by_month(main, filters),
        "by_belligerent": _by_name(connection, blocks["belligerent"], filters),
        "by_province": _by_name(connection, blocks["province"], filters),
    }


def grades_by_month(connection: Connection, filters: Filters) -> list[Figures]:
    """The range of every grade in every month: `{"month": …, "by_grade": {grade: range}}`.

    The months are those of `by_month`, whatever their grades; the rules those of `count`.
    """
    chosen, values = chosen_incidents(located(connection, filters))
    found = connection.execute(text(f"WITH {chosen} {_grouped('month', 'month')}"), values)
    months: dict[Any, list[Group]] = defaultdict(list)
    for row in found:
        group = tuple(row[1:])
        if group[3] and _is_main(group, filters):
            months[group[3]].append(group)
    return [
        {
            "month": month,
            "by_grade": {
                grade or NO_GRADE: _total(g for g in months.get(month, ()) if g[2] == grade)
                for grade in (*GRADES, None)
            },
        }
        for month in months_without_holes(months)
    ]


def chosen_incidents(filters: Filters) -> tuple[str, Values]:
    """The common table `chosen` of the selected incidents, and its bound values.

    Its columns: incident, state, harm, grade, date_start, month, province, the summed numbers,
    decided (0, 1).

    Raises:
        ValueError: the filters name places that nobody looked up (`located`); a bug of ours.
    """
    values: Values = {}
    if filters.places:
        if filters.inside is None:
            raise ValueError("the places of the filters were not looked up")
        values["inside"] = orjson.dumps(sorted(filters.inside)).decode()
    if filters.state == "working":
        body = _arm("working", _DECIDED, filters, values)
    else:
        body = (
            _arm("decided", "1", filters, values)
            + " UNION ALL "
            + _arm("working", "0", filters, values)
            + f" AND NOT {_DECIDED}"
        )
    return f"chosen AS MATERIALIZED ({body})", values


def _run(connection: Connection, filters: Filters) -> dict[str, list[Group]]:
    """Run the one statement; its rows by block, without the name of the block."""
    chosen, values = chosen_incidents(filters)
    statement = f"WITH {chosen} " + " UNION ALL ".join(
        (
            _grouped("month", "month"),
            _grouped("province", "province"),
            _grouped("belligerent", "t.term", _TERMS),
            _listed(),
            _conceded(filters, values),
        )
    )
    blocks: dict[str, list[Group]] = defaultdict(list)
    for row in connection.execute(text(statement), values):
        blocks[row[0]].append(tuple(row[1:]))
    return blocks


def _grouped(name: str, key: str, join: str = "") -> str:
    return (
        f"SELECT '{name}', {', '.join(_KEYS)}, {key}, {SUMS} FROM chosen{join}"
        f" GROUP BY {key}, {', '.join(_KEYS)}"
    )


def _listed() -> str:
    return (
        "SELECT 'listing', coalesce(sum(l.named), 0), coalesce(sum(l.sources), 0), max(l.as_of),"
        f" NULL, NULL, {_PADDING} FROM chosen JOIN listing l ON l.incident = chosen.incident"
    )


def _conceded(filters: Filters, values: Values) -> str:
    """Select the sums over the concessions; adds the values it binds."""
    values["civilians"] = CIVILIANS
    whose = ""
    if filters.belligerents:
        whose = f" AND i.belligerent IN ({_bind('whose', filters.belligerents, values)})"
    numbers = [f"n.{name}" for name in NUMBERS]
    sums = ", ".join(f"coalesce(sum({name}), 0)" for name in numbers)
    return (
        f"SELECT 'conceded', {sums},"
        f" count(DISTINCT CASE WHEN coalesce({', '.join(numbers)}) IS NOT NULL THEN i.row END),"
        f" {_PADDING} FROM concession n JOIN involvement i ON i.row = n.involvement"
        " WHERE n.is_live = 1 AND i.is_live = 1"
        ' AND (n."group" IS NULL OR n."group" = :civilians)'
        f" AND i.incident IN (SELECT incident FROM chosen){whose}"
    )


def _arm(state: str, decided: str, filters: Filters, values: Values) -> str:
    """Select the rows of one state that pass the filters; adds the values it binds."""
    where = [f"c.state = '{state}'"]
    if filters.month_from:
        values["month_from"] = filters.month_from
        where.append("c.month >= :month_from")
    if filters.month_to:
        values["month_to"] = filters.month_to
        where.append("c.month <= :month_to")
    if filters.provinces:
        where.append(f"c.province IN ({_bind('province', filters.provinces, values)})")
    if filters.places:
        where.append("c.incident IN (SELECT value FROM json_each(:inside))")
    for stored, name in _TERM_FILTERS:
        wanted: tuple[str, ...] = getattr(filters, name)
        if wanted:
            where.append(
                "c.incident IN (SELECT incident FROM counted_term WHERE term IN"
                f" ({_bind(name, wanted, values)}) AND state = '{state}' AND field = '{stored}')"
            )
    return f"SELECT {_COLUMNS}, {decided} AS decided FROM counted c WHERE {' AND '.join(where)}"


def _bind(name: str, wanted: Sequence[str], values: Values) -> str:
    """Bind a list of values; returns its placeholders."""
    marks, bound = bind(name, wanted)
    values.update(bound)
    return marks


def _is_main(group: Group, filters: Filters) -> bool:
    """Whether a group with harm enters the sums, or stands beside them as not reviewed."""
    return bool(group[1]) and (filters.state == "working" or bool(group[0]))


def _total(groups: Iterable[Group]) -> Range:
    sums = [sum(column) for column in zip(*(group[4:] for group in groups), strict=True)]
    return dict(zip(_RANGE_NAMES, sums, strict=True)) if sums else blank()


def _by_month(main: Iterable[Group], filters: Filters) -> list[Figures]:
    rows = _pairs((group for group in main if group[3]), filters)
    return [
        {"month": month, **(rows.get(month) or _pair((), filters))}
        for month in months_without_holes(rows)
    ]


def _by_name(connection: Connection, groups: Sequence[Group], filters: Filters) -> list[Figures]:
    """A row per term of the selected incidents, and one for those without any."""
    rows = {group[3]: _pair((), filters) for group in groups}
    rows.update(_pairs((group for group in groups if _is_main(group, filters)), filters))
    names = names_of(connection, [term for term in rows if term])
    return in_order({"name": names[term] if term else None, **row} for term, row in rows.items())


def _pairs(groups: Iterable[Group], filters: Filters) -> dict[Any, dict[str, Range]]:
    """The alleged and the likely range per value that groups are made by."""
    found: dict[Any, list[Group]] = defaultdict(list)
    for group in groups:
        found[group[3]].append(group)
    return {key: _pair(alike, filters) for key, alike in found.items()}


def _pair(groups: Sequence[Group], filters: Filters) -> dict[str, Range]:
    return {
        "alleged": _total(groups),
        "likely": _total(group for group in groups if group[2] in filters.likely),
    }
