"""Entries and changes in the database: written, read back, verified in pieces.

Only `store/transact.py` writes through this; what entries add up to is `rules/merge.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, ENTRY, ERASURE
from airwars_desk.rules import proof
from airwars_desk.store.bulk import as_json, insert_tuples
from airwars_desk.store.entry import ERASING, StoredEntry

CHUNK = 500


def insert_entries(connection: Connection, entries: Sequence[tuple[StoredEntry, int]]) -> None:
    """Store new entries under the given rows."""
    insert_tuples(connection, ENTRY, [_row(entry, row) for entry, row in entries])


def _row(entry: StoredEntry, row: int) -> tuple[Any, ...]:
    """The entry in the order of the table's columns."""
    told = entry.told if entry.told is not None else proof.canonical(entry.fields)
    return (
        row,
        entry.id,
        entry.kind,
        entry.uid,
        entry.is_file,
        entry.at,
        " ".join(entry.parents) or None,
        " ".join(entry.voids) or None,
        told.decode(),
        entry.salt,
        as_json(entry.keys),
        as_json(entry.erased or None),
    )


def entries_of(connection: Connection, uids: Iterable[str]) -> dict[str, list[StoredEntry]]:
    """All entries that write the given records, by uid; records without any are left out.

    Erasures stand under the record's uid too, but write nothing.
    """
    found: dict[str, list[StoredEntry]] = {}
    query = select(ENTRY).where(ENTRY.c.kind != ERASING)
    for chunk in chunks(uids):
        for row in connection.execute(query.where(ENTRY.c.uid.in_(chunk))):
            entry = entry_of(row)
            found.setdefault(entry.uid, []).append(entry)
    return found


def entries_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, StoredEntry]:
    """The entries of the given ids that this casebook knows."""
    found: dict[str, StoredEntry] = {}
    for chunk in chunks(ids):
        for row in connection.execute(select(ENTRY).where(ENTRY.c.id.in_(chunk))):
            entry = entry_of(row)
            found[entry.id] = entry
    return found


def heads_of(connection: Connection, uids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids of entries of each record that no other entry of it has as parent."""
    ids: dict[str, set[str]] = {}
    covered: dict[str, set[str]] = {}
    columns = select(ENTRY.c.uid, ENTRY.c.id, ENTRY.c.parents).where(ENTRY.c.kind != ERASING)
    for chunk in chunks(uids):
        for uid, identity, parents in connection.execute(columns.where(ENTRY.c.uid.in_(chunk))):
            ids.setdefault(uid, set()).add(identity)
            if parents:
                covered.setdefault(uid, set()).update(parents.split(" "))
    return {uid: tuple(sorted(known - covered.get(uid, set()))) for uid, known in ids.items()}


def rewrite_entry(connection: Connection, entry: StoredEntry) -> None:
    """Store an entry anew after erasure; its id does not change."""
    connection.execute(
        ENTRY.update()
        .where(ENTRY.c.id == entry.id)
        .values(
            fields=proof.canonical(entry.fields).decode(),
            salt=entry.salt,
            keys=as_json(entry.keys),
            erased=as_json(entry.erased or None),
        )
    )


def erasures_for(connection: Connection, ids: Iterable[str]) -> dict[str, set[str]]:
    """Which fields of the given entries were erased: entry id -> field names."""
    found: dict[str, set[str]] = {}
    for chunk in chunks(ids):
        for entry, name in connection.execute(
            select(ERASURE.c.entry, ERASURE.c.field).where(ERASURE.c.entry.in_(chunk))
        ):
            found.setdefault(entry, set()).add(name)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredChange:
    """A change as it travels between replicas."""

    id: str
    replica: str
    counter: int
    previous: str | None
    person: str | None
    at: str
    operation: str
    reason: str | None
    entries: tuple[str, ...]

    def header(self) -> dict[str, Any]:
        """What `proof.change_id` covers besides the entries."""
        return change_header(
            self.replica,
            self.counter,
            self.previous,
            self.person,
            self.at,
            self.operation,
            self.reason,
        )


def change_header(
    replica: str,
    counter: int,
    previous: str | None,
    person: str | None,
    at: str,
    operation: str,
    reason: str | None,
) -> dict[str, Any]:
    """The header of a change, as its id covers it."""
    return {
        "replica": replica,
        "counter": counter,
        "previous": previous,
        "person": person,
        "at": at,
        "operation": operation,
        "reason": reason,
    }


def changes(connection: Connection, *, known: dict[str, int] | None = None) -> list[StoredChange]:
    """All changes, or those above the counters in `known` (replica -> counter), chain order."""
    known = known or {}
    rows = connection.execute(select(CHANGE).order_by(CHANGE.c.replica, CHANGE.c.counter)).all()
    wanted = [row for row in rows if row.counter > known.get(row.replica, 0)]
    return [_change(row, entry_ids(connection, row.row)) for row in wanted]


def entry_ids(connection: Connection, change_row: int) -> tuple[str, ...]:
    """The ids of a change's entries, sorted."""
    rows = connection.execute(
        select(ENTRY.c.id)
        .join(CHANGE_ENTRY, CHANGE_ENTRY.c.entry == ENTRY.c.row)
        .where(CHANGE_ENTRY.c.change == change_row)
    )
    return tuple(sorted(row[0] for row in rows))


def heads_of_replicas(connection: Connection) -> dict[str, tuple[int, str]]:
    """The last change of every replica: replica -> (counter, id)."""
    last = (
        select(CHANGE.c.replica, func.max(CHANGE.c.counter).label("counter"))
        .group_by(CHANGE.c.replica)
        .subquery()
    )
    rows = connection.execute(
        select(CHANGE.c.replica, CHANGE.c.counter, CHANGE.c.id).join(
            last,
            (CHANGE.c.replica == last.c.replica) & (CHANGE.c.counter == last.c.counter),
        )
    )
    return {replica: (counter, identity) for replica, counter, identity in rows}


def chunks(values: Iterable[str], size: int = CHUNK) -> Iterator[list[str]]:
    """Cut values into lists that fit an IN clause."""
    batch: list[str] = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def entry_of(row: Any) -> StoredEntry:
    """The entry that a row of the `entry` table holds."""
    _row, identity, kind, uid, is_file, at, parents, voids, fields, salt, keys, erased = row
    return StoredEntry(
        id=identity,
        kind=kind,
        uid=uid,
        is_file=bool(is_file),
        at=at,
        parents=parents.split(" ") if parents else [],
        voids=voids.split(" ") if voids else [],
        fields=orjson.loads(fields),
        salt=salt,
        keys=orjson.loads(keys) if keys else None,
        erased=orjson.loads(erased) if erased else None,
    )


def _change(row: Any, entries: tuple[str, ...]) -> StoredChange:
    return StoredChange(
        id=row.id,
        replica=row.replica,
        counter=row.counter,
        previous=row.previous,
        person=row.person,
        at=row.at,
        operation=row.operation,
        reason=row.reason,
        entries=entries,
    )
