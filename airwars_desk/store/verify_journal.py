"""Checks the journal against itself: digests of entries and changes, chains, the head, erasure."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, func, select

from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, ENTRY, ERASURE
from airwars_desk.rules import proof
from airwars_desk.store import journal
from airwars_desk.store.entry import StoredEntry
from airwars_desk.store.findings import Findings
from airwars_desk.store.heads import Heads

CHUNK = 2000
Tick = Callable[[], None]


def check_entries(connection: Connection, findings: Findings, tick: Tick) -> None:
    """Every entry fits its id."""
    last = 0
    while batch := _entries_after(connection, last):
        for row, entry in batch:
            check_entry(entry, findings)
            last = row
        tick()


def check_entry(entry: StoredEntry, findings: Findings) -> None:
    """One entry fits its id."""
    try:
        fits = entry.compute_id() == entry.id
    except (KeyError, TypeError, ValueError, AttributeError):
        fits = False
    if not fits:
        findings.add("entry", f"{entry.kind} {entry.uid}")


def check_changes(connection: Connection, findings: Findings) -> None:
    """Every change fits its id, and the changes of each replica follow one another."""
    rows = connection.execute(select(CHANGE).order_by(CHANGE.c.replica, CHANGE.c.counter)).all()
    known = {row.id for row in rows}
    entries = _entry_ids(connection)
    by_row = {row.row: row for row in rows}
    empty = set(by_row)
    for change, ids in entries:
        empty.discard(change)
        row = by_row.get(change)
        if row is not None and _id_of(row, ids) != row.id:
            findings.add("change", row.id)
    for change in sorted(empty):
        if _id_of(by_row[change], []) != by_row[change].id:
            findings.add("change", by_row[change].id)
    for _, chain in groupby(rows, key=lambda row: row.replica):
        _check_chain(list(chain), known, findings)


def check_head(connection: Connection, head: Heads, findings: Findings) -> None:
    """The database knows every change that the head names."""
    for replica, (counter, identity) in sorted(head.items()):
        found = connection.execute(
            select(CHANGE.c.id).where(CHANGE.c.replica == replica, CHANGE.c.counter == counter)
        ).scalar()
        if found != identity:
            newest = connection.execute(
                select(func.max(CHANGE.c.counter)).where(CHANGE.c.replica == replica)
            ).scalar()
            findings.add("head", replica, f"{counter} > {newest or 0}")


def check_stray(connection: Connection, findings: Findings) -> None:
    """Every entry belongs to a change, and what was erased is gone."""
    linked = select(CHANGE_ENTRY.c.entry).where(CHANGE_ENTRY.c.entry == ENTRY.c.row)
    for kind, uid in connection.execute(select(ENTRY.c.kind, ENTRY.c.uid).where(~linked.exists())):
        findings.add("stray_entry", f"{kind} {uid}")
    erased = connection.execute(select(ERASURE.c.entry, ERASURE.c.field)).all()
    entries = journal.entries_by_id(connection, sorted({row.entry for row in erased}))
    for row in erased:
        entry = entries.get(row.entry)
        if entry is not None and (row.field in entry.fields or entry.salt is not None):
            findings.add("erased", f"{entry.kind} {entry.uid}", row.field)


def _entries_after(connection: Connection, last: int) -> list[tuple[int, StoredEntry]]:
    query = select(ENTRY).where(ENTRY.c.row > last).order_by(ENTRY.c.row).limit(CHUNK)
    return [(row.row, journal.entry_of(row)) for row in connection.execute(query)]


def _entry_ids(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """The ids of the entries of each change that has any."""
    query = (
        select(CHANGE_ENTRY.c.change, ENTRY.c.id)
        .join(ENTRY, CHANGE_ENTRY.c.entry == ENTRY.c.row)
        .order_by(CHANGE_ENTRY.c.change)
    )
    rows = connection.execution_options(yield_per=CHUNK).execute(query)
    for change, links in groupby(rows, key=itemgetter(0)):
        yield change, [identity for _, identity in links]


def _id_of(row: object, entries: list[str]) -> str:
    names = ("replica", "counter", "previous", "person", "at", "operation", "reason")
    return proof.change_id({name: getattr(row, name) for name in names}, entries)


def _check_chain(chain: list[object], known: set[str], findings: Findings) -> None:
    """Counters from 1 without holes; each change names the one before it.

    The first may name the change from which a copied casebook started.
    """
    before: str | None = None
    for number, row in enumerate(chain, 1):
        counter, previous = row.counter, row.previous  # type: ignore[attr-defined]
        replica, identity = row.replica, row.id  # type: ignore[attr-defined]
        if counter != number:
            findings.add("chain", replica, f"{number} < {counter}")
            return
        if number == 1:
            fits = previous is None or previous in known
        else:
            fits = previous == before
        if not fits:
            findings.add("chain", replica, f"{counter}")
        before = identity
