"""Lists: an array of incident rows in their order, and pages of 256 rows (decision 12).

Plain SQL, no models; sorted and filtered by the database.
"""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from airwars_desk.rules.query import SORTABLE, Query
from airwars_desk.store.conditions import where

PAGE = 256
Sort = Iterable[tuple[str, str]]


class ListingRow(NamedTuple):
    """What a list shows of one incident; columns of the `listing` table."""

    incident: int
    uid: str
    code: str | None
    date_start: str | None
    place: str | None
    place_local: str | None
    province: str | None
    killed_min: int | None
    killed_max: int | None
    injured_min: int | None
    injured_max: int | None
    decided_killed_min: int | None
    decided_killed_max: int | None
    decided_injured_min: int | None
    decided_injured_max: int | None
    grade: str | None
    is_decided: int
    decided_at: str | None
    harm: int | None
    belligerents: str | None
    sources: int
    origins: int | None
    victims: int
    named: int
    state: str | None
    assignee: str | None
    checks: int
    conflicts: int


class Totals(NamedTuple):
    """The foot of a list: what is listed, in both grade sets; nulls count as nothing.

    As on the month page, `no_count` are those decided without any number of killed.
    """

    incidents: int
    alleged_min: int
    alleged_max: int
    likely_min: int
    likely_max: int
    not_reviewed: int
    not_reviewed_min: int
    not_reviewed_max: int
    no_count: int


def find_rows(connection: Connection, query: Query, sort: Sort) -> "array[int]":
    """The local rows of the incidents asked for, in order."""
    made = where(query)
    within = f"WHERE {made.sql} " if made.sql else ""
    result = connection.exec_driver_sql(
        f"SELECT incident FROM listing {within}ORDER BY {_order(sort)}", made.bound
    )
    return array("q", (row[0] for row in result))


def count_rows(connection: Connection, query: Query) -> int:
    """How many incidents are asked for."""
    made = where(query)
    within = f" WHERE {made.sql}" if made.sql else ""
    row = connection.exec_driver_sql(f"SELECT count(*) FROM listing{within}", made.bound).one()
    return int(row[0])


def assignees(connection: Connection) -> list[str]:
    """Everybody an incident is assigned to, as stored."""
    return list(
        connection.exec_driver_sql(
            "SELECT DISTINCT assignee FROM listing WHERE assignee IS NOT NULL"
        ).scalars()
    )


def read_page(connection: Connection, rows: Sequence[int]) -> list[ListingRow | None]:
    """The listing rows of up to `PAGE` incidents, in the order given; None for one that is gone."""
    names = ", ".join(ListingRow._fields)
    result = connection.exec_driver_sql(
        f"SELECT {names} FROM listing WHERE incident IN (SELECT value FROM json_each(:rows))",
        {"rows": _json(rows)},
    )
    known = {row[0]: ListingRow(*row) for row in result}
    return [known.get(row) for row in rows]


def totals(connection: Connection, rows: Sequence[int] | None) -> Totals:
    """Ranges of the incidents listed (None: all): decided ones by grade, the rest beside."""
    where = ""
    parameters: dict[str, Any] = {}
    if rows is not None:
        where = "AND incident IN (SELECT value FROM json_each(:rows))"
        parameters = {"rows": _json(rows)}
    likely = "is_decided AND grade IN ('Confirmed', 'Fair')"
    row = connection.exec_driver_sql(
        f"""SELECT count(*),
            total(decided_killed_min) FILTER (WHERE is_decided AND harm),
            total(decided_killed_max) FILTER (WHERE is_decided AND harm),
            total(decided_killed_min) FILTER (WHERE {likely} AND harm),
            total(decided_killed_max) FILTER (WHERE {likely} AND harm),
            count(*) FILTER (WHERE NOT is_decided AND harm),
            total(killed_min) FILTER (WHERE NOT is_decided AND harm),
            total(killed_max) FILTER (WHERE NOT is_decided AND harm),
            count(*) FILTER (WHERE is_decided AND harm
                AND coalesce(decided_killed_min, decided_killed_max) IS NULL)
            FROM listing WHERE 1 {where}""",
        parameters,
    ).one()
    return Totals(*(int(value or 0) for value in row))


def as_of(connection: Connection, rows: Sequence[int]) -> str | None:
    """The time of the newest change among the incidents listed; None for none."""
    result = connection.exec_driver_sql(
        "SELECT max(as_of) FROM listing WHERE incident IN (SELECT value FROM json_each(:rows))",
        {"rows": _json(rows)},
    )
    found: str | None = result.scalar()
    return found or None


def row_of(connection: Connection, uid: str) -> int | None:
    """The local row of a listed incident."""
    return connection.execute(
        text("SELECT incident FROM listing WHERE uid = :uid"), {"uid": uid}
    ).scalar()


def _order(sort: Sort) -> str:
    parts = []
    for column, direction in sort:
        if column not in SORTABLE:
            raise ValueError(column)
        way = "DESC" if direction == "desc" else "ASC"
        parts.append(f"{column} {way} NULLS LAST")
    return ", ".join([*parts, "incident DESC"])


def _json(rows: Iterable[int]) -> str:
    return "[" + ",".join(map(str, rows)) + "]"
