"""What a review reads: who waits, who entered and moved an incident, what was known when."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, ENTRY
from airwars_desk.rules.merge import resolve
from airwars_desk.store import journal
from airwars_desk.store.changes import ChangeHeader, changes_of_entries
from airwars_desk.store.entry import StoredEntry

_WAITING = """
    FROM listing l LEFT JOIN (
        SELECT incident, max(assessed_at) AS at FROM assessment WHERE is_live = 1 GROUP BY incident
    ) a ON a.incident = l.incident
    WHERE l.state IN ('in_review', 'returned') OR a.at > coalesce(l.decided_at, '')
"""


class WaitingRow(NamedTuple):
    """An incident that waits for a decision, and its newest assessment."""

    uid: str
    code: str | None
    place: str | None
    place_local: str | None
    state: str | None
    conflicts: int
    person: str | None
    at: str | None
    grade: str | None


def waiting_rows(connection: Connection) -> list[WaitingRow]:
    """The incidents in review or returned, and those assessed since their last decision."""
    newest = (
        "(SELECT {0} FROM assessment n WHERE n.incident = l.incident AND n.is_live = 1"
        " ORDER BY n.assessed_at DESC, n.uid DESC LIMIT 1)"
    )
    chosen = ", ".join(newest.format(name) for name in ("person", "assessed_at", "grade"))
    rows = connection.execute(
        text(
            "SELECT l.uid, l.code, l.place, l.place_local, l.state, l.conflicts, "
            f"{chosen} {_WAITING} ORDER BY l.incident"
        )
    )
    return [WaitingRow(*row) for row in rows]


def count_waiting(connection: Connection) -> dict[str, int]:
    """How many incidents wait, by their state."""
    found = connection.execute(text(f"SELECT l.state, count(*) {_WAITING} GROUP BY l.state"))
    return {state or "": int(count) for state, count in found}


def first_seen(connection: Connection, uids: Iterable[str]) -> dict[str, str]:
    """When each record's first entry was written; "" for what came with an undated file."""
    found: dict[str, str] = {}
    for chunk in journal.chunks(uids):
        marks = ", ".join(f":u{n}" for n in range(len(chunk)))
        bound = {f"u{n}": uid for n, uid in enumerate(chunk)}
        rows = connection.execute(
            text(f"SELECT uid, min(at) FROM entry WHERE uid IN ({marks}) GROUP BY uid"), bound
        )
        found.update((uid, at) for uid, at in rows)
    return found


def entered_by(connection: Connection, uid: str) -> str | None:
    """Who made the first entry of an incident here; None when a file brought it."""
    first = connection.execute(
        ENTRY.select().where(ENTRY.c.uid == uid).order_by(ENTRY.c.at, ENTRY.c.row).limit(1)
    ).first()
    if first is None or first.is_file:
        return None
    person: str | None = connection.execute(
        CHANGE.select()
        .with_only_columns(CHANGE.c.person)
        .join(CHANGE_ENTRY, CHANGE_ENTRY.c.change == CHANGE.c.row)
        .where(CHANGE_ENTRY.c.entry == first.row)
        .order_by(CHANGE.c.row)
        .limit(1)
    ).scalar()
    return person


def entered_by_of(connection: Connection, uids: Sequence[str]) -> dict[str, str | None]:
    """Incident -> who made its first entry here, as `entered_by`, for many at once."""
    first: dict[str, int] = {}
    people: dict[str, str | None] = {}
    for chunk in journal.chunks(uids):
        entries = ENTRY.select().where(ENTRY.c.uid.in_(chunk)).order_by(ENTRY.c.at, ENTRY.c.row)
        for entry in connection.execute(entries):
            if entry.uid not in people:
                people[entry.uid] = None
                if not entry.is_file:
                    first[entry.uid] = entry.row
    for chunk in journal.chunks(list(first)):
        changes = (
            CHANGE_ENTRY.select()
            .with_only_columns(CHANGE_ENTRY.c.entry, CHANGE.c.person)
            .join(CHANGE, CHANGE_ENTRY.c.change == CHANGE.c.row)
            .where(CHANGE_ENTRY.c.entry.in_([first[uid] for uid in chunk]))
            .order_by(CHANGE.c.row.desc())
        )
        by_entry = {row.entry: row.person for row in connection.execute(changes)}
        people.update((uid, by_entry.get(first[uid])) for uid in chunk)
    return people


def assessors_of(connection: Connection, uids: Sequence[str]) -> dict[str, frozenset[str]]:
    """Incident -> the people who assessed it, of those that somebody did."""
    found: dict[str, set[str]] = {}
    rows = connection.execute(
        text(
            "SELECT i.uid, a.person FROM assessment a JOIN incident i ON i.row = a.incident"
            " WHERE a.is_live = 1 AND a.person IS NOT NULL"
            " AND i.uid IN (SELECT value FROM json_each(:uids))"
        ),
        {"uids": json.dumps(list(uids))},
    )
    for uid, person in rows:
        found.setdefault(uid, set()).add(person)
    return {uid: frozenset(people) for uid, people in found.items()}


def moves_of(
    connection: Connection, uids: Sequence[str], operations: Sequence[str]
) -> dict[str, list[ChangeHeader]]:
    """The changes of some incidents by the given operations that are not undone, oldest first."""
    entries = journal.entries_of(connection, uids)
    by_id = {entry.id: entry for found in entries.values() for entry in found}
    void = {uid: _voided(found) for uid, found in entries.items()}
    moves: dict[str, list[ChangeHeader]] = {}
    for header, ids in changes_of_entries(connection, list(by_id)):
        if header.operation not in operations:
            continue
        for identity in ids:
            uid = by_id[identity].uid
            if identity not in void[uid]:
                moves.setdefault(uid, []).append(header)
    for found in moves.values():
        found.sort(key=lambda header: (header.at, header.row))
    return moves


def values_at(connection: Connection, uids: Iterable[str], at: str) -> dict[str, dict[str, Any]]:
    """The values of records as their entries up to a moment add up; "" = as files brought them."""
    found: dict[str, dict[str, Any]] = {}
    for uid, entries in journal.entries_of(connection, uids).items():
        known = [entry for entry in entries if (entry.at <= at if at else entry.is_file)]
        if known:
            resolved = resolve([entry.as_entry() for entry in known])
            if resolved.is_live:
                found[uid] = resolved.values
    return found


def _voided(entries: Sequence[StoredEntry]) -> frozenset[str]:
    return (
        resolve([entry.as_entry() for entry in entries]).voided if len(entries) > 1 else frozenset()
    )


def gone_since(connection: Connection, kind: str, uid: str, at: str) -> list[dict[str, Any]]:
    """The values of an incident's records of a kind that lived at a moment and do not now."""
    dead = connection.execute(
        text(
            f"SELECT k.uid FROM {kind} k JOIN incident i ON i.row = k.incident"
            " WHERE i.uid = :uid AND k.is_live = 0 ORDER BY k.row"
        ),
        {"uid": uid},
    ).scalars()
    return list(values_at(connection, list(dead), at).values())
