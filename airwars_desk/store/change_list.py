"""The changes of a casebook as a list: found by who, when, what and which record; read in pages.

Rows are those of the `change` table; they never leave the file. Written by nobody here.
"""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from airwars_desk.records.kinds import OWNER_FIELD, OWNER_OF
from airwars_desk.rules.moments import ChangesAsked, Moment
from airwars_desk.rules.text import fold
from airwars_desk.store import search
from airwars_desk.store.changes import ChangeHeader

_AFTER = "~"  # sorts behind every time of a day


def find_changes(connection: Connection, asked: ChangesAsked) -> "array[int]":
    """The rows of the changes asked for, newest first."""
    parts, bound = ["1"], dict[str, Any]()
    if asked.person:
        parts.append("person = :person")
        bound["person"] = asked.person
    if asked.operation:
        parts.append("operation = :operation")
        bound["operation"] = asked.operation
    if asked.day_from:
        parts.append("at >= :day_from")
        bound["day_from"] = asked.day_from
    if asked.day_to:
        parts.append("at < :day_to")
        bound["day_to"] = asked.day_to + _AFTER
    if asked.text.strip():
        parts.append(
            "row IN (SELECT ce.change FROM entry e JOIN change_entry ce ON ce.entry = e.row"
            " WHERE e.uid IN (SELECT value FROM json_each(:uids)))"
        )
        bound["uids"] = _texts(uids_of_text(connection, asked.text))
    found = connection.execute(
        text(f"SELECT row FROM change WHERE {' AND '.join(parts)} ORDER BY row DESC"), bound
    )
    return array("q", found.scalars())


def read_changes(connection: Connection, rows: Sequence[int]) -> list[tuple[ChangeHeader, int]]:
    """The headers of some changes with the number of records each touched, in the order given."""
    found = connection.execute(
        text(
            "SELECT row, id, at, person, operation, reason, (SELECT count(*) FROM change_entry ce"
            " WHERE ce.change = change.row) AS records FROM change"
            " WHERE row IN (SELECT value FROM json_each(:rows))"
        ),
        {"rows": _numbers(rows)},
    )
    known = {
        row.row: (
            ChangeHeader(
                row=row.row,
                id=row.id,
                at=row.at,
                person=row.person,
                operation=row.operation,
                reason=row.reason or "",
            ),
            int(row.records),
        )
        for row in found
    }
    return [known[row] for row in rows if row in known]


def undone_changes(connection: Connection) -> set[str]:
    """The ids of changes, undos among them, that an undo or a redo in force takes back."""
    undone: set[str] = set()
    rows = connection.execute(
        text("SELECT id, reason FROM change WHERE operation IN ('undo', 'redo') ORDER BY row DESC")
    )
    for row in rows:
        if row.id not in undone and row.reason:
            undone.add(row.reason)
    return undone


def used_operations(connection: Connection) -> list[str]:
    """The ids of operations that occur in this casebook, sorted."""
    return list(
        connection.execute(
            text("SELECT DISTINCT operation FROM change ORDER BY operation")
        ).scalars()
    )


def entries_of_change(connection: Connection, change: str, limit: int) -> list[tuple[str, str]]:
    """The first entries of a change as (entry id, record uid), in the order they were written."""
    found = connection.execute(
        text(
            "SELECT e.id, e.uid FROM change c JOIN change_entry ce ON ce.change = c.row"
            " JOIN entry e ON e.row = ce.entry WHERE c.id = :change ORDER BY e.row LIMIT :limit"
        ),
        {"change": change, "limit": limit},
    )
    return [(row.id, row.uid) for row in found]


def rows_until(connection: Connection, moment: Moment) -> set[int]:
    """The rows of the changes known at a moment; those of none are an empty set.

    Raises:
        KeyError: the change is not in this casebook.
    """
    if moment.change:
        last = connection.execute(
            text("SELECT row FROM change WHERE id = :id"), {"id": moment.change}
        ).scalar()
        if last is None:
            raise KeyError(moment.change)
        found = connection.execute(text("SELECT row FROM change WHERE row <= :row"), {"row": last})
    else:
        found = connection.execute(
            text("SELECT row FROM change WHERE at <= :at"), {"at": moment.at}
        )
    return set(found.scalars())


def touched_by(connection: Connection, rows: Iterable[int]) -> list[str]:
    """The uids of records that some changes wrote, in the order they were first written."""
    found = connection.execute(
        text(
            "SELECT e.uid FROM change_entry ce JOIN entry e ON e.row = ce.entry"
            " WHERE ce.change IN (SELECT value FROM json_each(:rows)) AND e.kind != 'erasure'"
            " GROUP BY e.uid ORDER BY min(e.row)"
        ),
        {"rows": _numbers(rows)},
    )
    return list(found.scalars())


def changes_of_uids(connection: Connection, uids: Iterable[str]) -> dict[str, set[int]]:
    """Entry id -> the rows of the changes that brought it, for all entries of some records."""
    found: dict[str, set[int]] = {}
    rows = connection.execute(
        text(
            "SELECT e.id, ce.change FROM entry e JOIN change_entry ce ON ce.entry = e.row"
            " WHERE e.uid IN (SELECT value FROM json_each(:uids))"
        ),
        {"uids": _texts(uids)},
    )
    for row in rows:
        found.setdefault(row.id, set()).add(row.change)
    return found


def uids_of_text(connection: Connection, typed: str) -> list[str]:
    """The uids of all records of incidents that match words or a code, deleted ones by code."""
    incidents = set(search.find(connection, typed) or ())
    code = fold(typed).replace(" ", "")
    if code:
        found = connection.execute(
            text("SELECT owner FROM incident_code WHERE folded >= :code AND folded < :end"),
            {"code": code, "end": code + "\U0010ffff"},
        )
        incidents.update(found.scalars())
    rows = {"incident": sorted(incidents)}
    uids = _column(connection, "incident", "uid", "row", rows["incident"])
    for kind, owner in OWNER_OF.items():
        owners = rows.get(owner, [])
        rows[kind] = _column(connection, kind, "row", OWNER_FIELD[kind], owners)
        uids += _column(connection, kind, "uid", OWNER_FIELD[kind], owners)
    return uids


def _column(
    connection: Connection, kind: str, name: str, where: str, values: Sequence[int]
) -> list[Any]:
    if not values:
        return []
    found = connection.execute(
        text(f"SELECT {name} FROM {kind} WHERE {where} IN (SELECT value FROM json_each(:values))"),
        {"values": _numbers(values)},
    )
    return list(found.scalars())


def _numbers(values: Iterable[int]) -> str:
    return "[" + ",".join(map(str, values)) + "]"


def _texts(values: Iterable[str]) -> str:
    import orjson

    return orjson.dumps(list(values)).decode()
