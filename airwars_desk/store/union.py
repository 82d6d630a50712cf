"""Merging replicas: the union of their changes by id (DESIGN 3.4).

Order does not matter and twice is once. Everything is verified before anything is written; what
was erased anywhere is erased in whatever arrives.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from airwars_desk.errors import Damaged
from airwars_desk.i18n import tr
from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, ENTRY
from airwars_desk.rules import proof
from airwars_desk.store import erasure, journal
from airwars_desk.store.casebook import Store
from airwars_desk.store.entry import StoredEntry
from airwars_desk.store.journal import StoredChange
from airwars_desk.store.rebuild import Rebuild
from airwars_desk.store.rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Changes on their way between replicas, with all entries they name."""

    changes: tuple[StoredChange, ...]
    entries: dict[str, StoredEntry]


def pack(connection: Connection, known: dict[str, int] | None = None) -> Parcel:
    """The changes above the counters another replica knows (replica -> counter)."""
    changes = journal.changes(connection, known=known)
    ids = {identity for change in changes for identity in change.entries}
    return Parcel(changes=tuple(changes), entries=journal.entries_by_id(connection, sorted(ids)))


def unite(store: Store, parcel: Parcel) -> int:
    """Take in the changes this casebook does not have; returns how many were new.

    Raises:
        Damaged: a digest does not fit, an entry is missing, or a chain forks; nothing changed.
    """
    verify(parcel)
    with store.writing() as connection:
        new = _unknown(connection, parcel.changes)
        if not new:
            connection.rollback()
            return 0
        rows = Rows(connection)
        rebuild = Rebuild(connection, rows, None)
        _take_entries(connection, parcel, new, rebuild)
        _take_changes(connection, new)
        rebuild.run()
        store.check_still_there()
        store.commit(connection)
    return len(new)


def verify(parcel: Parcel) -> None:
    """Recompute every id of a parcel.

    Raises:
        Damaged: one does not fit or an entry is missing.
    """
    for entry in parcel.entries.values():
        try:
            fits = entry.compute_id() == entry.id
        except KeyError:
            fits = False
        if not fits:
            raise _damaged(entry.uid)
    for change in parcel.changes:
        whole = all(identity in parcel.entries for identity in change.entries)
        if not whole or proof.change_id(change.header(), change.entries) != change.id:
            raise _damaged(change.id)


def _unknown(connection: Connection, changes: Iterable[StoredChange]) -> list[StoredChange]:
    known = {
        (replica, counter): identity
        for replica, counter, identity in connection.execute(
            select(CHANGE.c.replica, CHANGE.c.counter, CHANGE.c.id)
        )
    }
    new = []
    for change in sorted(changes, key=lambda one: (one.replica, one.counter)):
        here = known.get((change.replica, change.counter))
        if here is None:
            new.append(change)
        elif here != change.id:
            raise Damaged(
                tr("Two different histories claim to come from the same copy of the casebook."),
                tr("Run “check” on both casebooks and ask where each came from."),
            )
    return new


def _take_entries(
    connection: Connection, parcel: Parcel, new: list[StoredChange], rebuild: Rebuild
) -> None:
    wanted = list(dict.fromkeys(i for change in new for i in change.entries))
    here = set(journal.entries_by_id(connection, wanted))
    fresh = [parcel.entries[i] for i in wanted if i not in here]
    start = rebuild.next_entry_row()
    journal.insert_entries(connection, [(entry, start + n) for n, entry in enumerate(fresh)])
    for i in wanted:
        entry = parcel.entries[i]
        rebuild.touched[entry.kind, entry.uid] = None
    erasure.apply(connection, rebuild, fresh)


def _take_changes(connection: Connection, new: list[StoredChange]) -> None:
    for change in new:
        row = connection.execute(
            insert(CHANGE).values(id=change.id, **change.header()).returning(CHANGE.c.row)
        ).scalar_one()
        links: list[dict[str, int]] = []
        for chunk in journal.chunks(change.entries):
            found = connection.execute(select(ENTRY.c.row).where(ENTRY.c.id.in_(chunk)))
            links.extend({"change": row, "entry": entry} for entry in found.scalars())
        if links:
            connection.execute(insert(CHANGE_ENTRY), links)


def _damaged(what: str) -> Damaged:
    return Damaged(
        tr("What came in does not fit its own digests ({what}).").format(what=what),
        tr("Ask for it to be sent again; nothing was changed here."),
    )
