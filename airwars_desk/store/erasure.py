"""Erasure: a named act, itself an entry, that takes values out of the journal for good.

The entry (kind `erasure`) names entries and fields. Their values and salts go, their digests
stay, so that the chains still verify; whatever arrives later is treated alike.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from airwars_desk.records.journal import ERASURE
from airwars_desk.store import journal
from airwars_desk.store.entry import ERASING, StoredEntry
from airwars_desk.store.rebuild import Rebuild


def erase(connection: Connection, rebuild: Rebuild, named: dict[str, list[str]]) -> None:
    """Remember what was erased (entry id -> fields) and take the values out."""
    rows = [{"entry": i, "field": name} for i, names in named.items() for name in names]
    if not rows:
        return
    connection.execute(insert(ERASURE).on_conflict_do_nothing(), rows)
    for entry in journal.entries_by_id(connection, named).values():
        _take_out(connection, rebuild, entry, named[entry.id])
    rebuild.has_erased = True


def apply(connection: Connection, rebuild: Rebuild, arrived: Iterable[StoredEntry]) -> None:
    """Carry out erasures among the entries that arrived, and known ones on those that did."""
    entries = list(arrived)
    for entry in entries:
        if entry.kind == ERASING:
            erase(connection, rebuild, entry.fields.get("erases") or {})
    known = journal.erasures_for(connection, [entry.id for entry in entries])
    for identity, names in known.items():
        found = journal.entries_by_id(connection, [identity])
        for entry in found.values():
            _take_out(connection, rebuild, entry, sorted(names))


def entries_touching(connection: Connection, uid: str, names: set[str]) -> dict[str, list[str]]:
    """Which entries of a record hold values of these fields: entry id -> fields."""
    found = {}
    for entry in journal.entries_of(connection, [uid]).get(uid, []):
        touched = sorted(names & entry.fields.keys())
        if touched:
            found[entry.id] = touched
    return found


def erased_anywhere(connection: Connection, uid: str) -> set[str]:
    """The fields of a record of which some value was erased."""
    ids = [entry.id for entry in journal.entries_of(connection, [uid]).get(uid, [])]
    found: set[str] = set()
    for chunk in journal.chunks(ids):
        rows = connection.execute(select(ERASURE.c.field).where(ERASURE.c.entry.in_(chunk)))
        found.update(rows.scalars())
    return found


def _take_out(
    connection: Connection, rebuild: Rebuild, entry: StoredEntry, names: list[str]
) -> None:
    entry.erase(names)
    journal.rewrite_entry(connection, entry)
    rebuild.touched[entry.kind, entry.uid] = None
