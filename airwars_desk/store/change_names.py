"""Which incidents the changes of a page touched, and what an incident is called in one line.

Changes of very many records are left out: to go through them all would take longer than a list
may, and their number of records says enough.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
from sqlalchemy import Connection, text

from airwars_desk.records.kinds import OWNER_FIELD, OWNER_OF

MOST: Final = 400  # records of a change that are looked through
INCIDENT: Final = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the incidents of a change are: how many, and of one its code, place and start date."""

    incidents: int
    code: str = ""
    place: str = ""
    date: str = ""


def subjects(connection: Connection, sizes: Mapping[int, int]) -> dict[int, Subject]:
    """What changes were about, by their rows; those of none or of too many are missing.

    Args:
        connection: of the casebook.
        sizes: row of a change -> number of records it touched.
    """
    rows = [row for row, size in sizes.items() if size <= MOST]
    touched: dict[int, set[tuple[str, str]]] = {}
    by_kind: dict[str, set[str]] = {}
    found = connection.execute(
        text(
            "SELECT ce.change, e.kind, e.uid FROM change_entry ce JOIN entry e ON e.row = ce.entry"
            " WHERE ce.change IN (SELECT value FROM json_each(:rows))"
        ),
        {"rows": _json(rows)},
    )
    for change, kind, uid in found:
        touched.setdefault(change, set()).add((kind, uid))
        by_kind.setdefault(kind, set()).add(uid)
    owners = {kind: _incidents_of(connection, kind, uids) for kind, uids in by_kind.items()}
    of_change = {
        change: {owners[kind][uid] for kind, uid in records if uid in owners[kind]}
        for change, records in touched.items()
    }
    single = {row for incidents in of_change.values() if len(incidents) == 1 for row in incidents}
    named = _named(connection, single)
    return {
        change: named.get(next(iter(incidents)), Subject(incidents=1))
        if len(incidents) == 1
        else Subject(incidents=len(incidents))
        for change, incidents in of_change.items()
        if incidents
    }


def _incidents_of(connection: Connection, kind: str, uids: Iterable[str]) -> dict[str, int]:
    """Record uid -> row of the incident it is or hangs on; empty for what hangs on none."""
    if kind == INCIDENT:
        found = _pairs(connection, f"SELECT uid, row FROM {INCIDENT} WHERE uid", uids)
        return dict(found)
    if kind not in OWNER_OF:
        return {}
    above, chain = OWNER_OF[kind], []
    while above != INCIDENT:
        chain.append(above)
        above = OWNER_OF[above]
    at = dict(_pairs(connection, f"SELECT uid, {OWNER_FIELD[kind]} FROM {kind} WHERE uid", uids))
    for one in chain:
        rows = set(at.values())
        up = dict(_pairs(connection, f"SELECT row, {OWNER_FIELD[one]} FROM {one} WHERE row", rows))
        at = {uid: up[row] for uid, row in at.items() if row in up}
    return at


def _named(connection: Connection, rows: Iterable[int]) -> dict[int, Subject]:
    found = connection.execute(
        text(
            "SELECT i.row, c.code, i.location_name, i.date_start FROM incident i"
            " LEFT JOIN incident_code c ON c.owner = i.row AND c.position = 0"
            " AND c.field = 'codes' WHERE i.row IN (SELECT value FROM json_each(:rows))"
        ),
        {"rows": _json(list(rows))},
    )
    return {
        row: Subject(incidents=1, code=code or "", place=place or "", date=date or "")
        for row, code, place, date in found
    }


def _pairs(connection: Connection, select: str, keys: Iterable[Any]) -> Sequence[Any]:
    wanted = f"{select} IN (SELECT value FROM json_each(:keys))"
    return connection.execute(text(wanted), {"keys": _json(list(keys))}).fetchall()


def _json(values: list[Any]) -> str:
    return orjson.dumps(values).decode()
