"""One operation, one transaction: entries in, current tables and derived rows out, head last.

Inside `transact(...)` an operation appends entries; leaving the block adds up every touched
record, rewrites what lists, figures and search read, chains the change, commits, and then
replaces the head. Any exception rolls all of it back. Nobody else writes.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from airwars_desk.records.case import Case
from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, ENTRY, IMPORTED
from airwars_desk.rules import proof
from airwars_desk.store import journal
from airwars_desk.store.bulk import insert_tuples
from airwars_desk.store.casebook import Store
from airwars_desk.store.entry import StoredEntry, first_entry, make_entry
from airwars_desk.store.rebuild import Rebuild
from airwars_desk.store.rows import Rows


class Transaction:
    """What an operation does to a casebook: append entries, insert fresh cases.

    `at` is the moment (UTC, ISO with milliseconds) that all of it carries. `imported` takes the
    digest of each line that an import brought, by incident. `newcomer` holds the values of the
    person's own record where the casebook does not know the person yet: it is written with the
    first change and with nothing else, so that a refused operation leaves no trace.
    """

    def __init__(
        self,
        store: Store,
        connection: Connection,
        person: str | None,
        at: str,
        newcomer: Mapping[str, Any] | None = None,
    ) -> None:
        self.store = store
        self.connection = connection
        self.person = person
        self.at = at
        self.rows = Rows(connection)
        self.rebuild = Rebuild(connection, self.rows, at)
        self.change_id: str | None = None
        self._ids: list[str] = []
        self._entry_rows: list[int] = []
        self._pending: list[StoredEntry] = []
        self._next_row = self.rebuild.next_entry_row()
        self._fresh: list[Case] = []
        self.imported: dict[str, bytes] = {}
        self._newcomer = newcomer

    @property
    def touched(self) -> list[tuple[str, str]]:
        """The records touched so far, as (kind, uid)."""
        return list(self.rebuild.touched)

    def append(
        self,
        kind: str,
        uid: str,
        fields: dict[str, Any],
        *,
        parents: Sequence[str] = (),
        voids: Sequence[str] = (),
        is_file: bool = False,
        at: str | None = None,
    ) -> str:
        """Add one entry to the change and return its id.

        Args:
            kind: the kind of record.
            uid: the record.
            fields: new values by field; null makes a field unknown, `deleted` deletes.
            parents: the record's heads that the writer saw.
            voids: entries that this one voids (undo), else empty.
            is_file: the entry belongs to a file; then `at` is the file's own date.
            at: the entry's time; default: the change's.
        """
        entry = make_entry(
            kind,
            uid,
            fields,
            at=self.at if at is None else at,
            parents=parents,
            voids=voids,
            is_file=is_file,
        )
        self.put_entry(entry)
        return entry.id

    def put_entry(self, entry: StoredEntry) -> None:
        """Add a complete entry to the change; one the casebook knows is only linked."""
        self._pending.append(entry)
        self.rebuild.touched[entry.kind, entry.uid] = None

    def insert_fresh(
        self, case: Case, at: str, signatures: Mapping[str, tuple[str, bytes]] | None = None
    ) -> None:
        """Insert a case none of whose records is in the casebook, as a file's first entries.

        Shared records (sources, terms) that are new come as items of the case too.
        `signatures` gives the id and salt of entries that were signed elsewhere.
        """
        known = signatures or {}
        for item in case.items.values():
            own = "" if item.kind in ("source", "term") else at
            signed = known.get(item.uid)
            self._pending.append(first_entry(item.kind, item.uid, item.values, own, signed))
        self._fresh.append(case)
        if len(self._fresh) >= 200:
            self.flush()

    def flush(self) -> None:
        """Write pending entries and fresh cases, so that memory stays small."""
        self._write_entries()
        if self._fresh:
            self.rebuild.insert_cases(self._fresh)
            self._fresh.clear()

    def finish(self, operation: str, reason: str) -> bool:
        """Add up what was touched and chain the change; False when nothing was written."""
        self.flush()
        if not self._ids:
            return False
        if self._newcomer is not None and self.person is not None:
            self.append("person", self.person, dict(self._newcomer))
            self.flush()
        self.rebuild.run()
        self._note_imported()
        self._chain(operation, reason)
        return True

    def _note_imported(self) -> None:
        """Remember the lines imported, so that the same ones cost nothing next time."""
        if self.imported:
            statement = upsert(IMPORTED)
            statement = statement.on_conflict_do_update(
                index_elements=["incident"], set_={"digest": statement.excluded.digest}
            )
            self.connection.execute(
                statement,
                [{"incident": uid, "digest": value} for uid, value in self.imported.items()],
            )

    def _write_entries(self) -> None:
        if not self._pending:
            return
        unique = {entry.id: entry for entry in self._pending}
        self._pending.clear()
        known = self._known_rows(unique) if self.rebuild.touched else {}
        fresh = []
        for identity, entry in unique.items():
            row = known.get(identity)
            if row is None:
                row = self._next_row
                self._next_row += 1
                fresh.append((entry, row))
            self._ids.append(identity)
            self._entry_rows.append(row)
        journal.insert_entries(self.connection, fresh)

    def _known_rows(self, ids: dict[str, StoredEntry]) -> dict[str, int]:
        found: dict[str, int] = {}
        for chunk in journal.chunks(ids):
            found.update(
                (identity, row)
                for identity, row in self.connection.execute(
                    select(ENTRY.c.id, ENTRY.c.row).where(ENTRY.c.id.in_(chunk))
                )
            )
        return found

    def _chain(self, operation: str, reason: str) -> None:
        replica = self.store.writing_replica(self.connection)
        counter, previous = self.store.chain_end(self.connection, replica)
        header = journal.change_header(
            replica, counter + 1, previous, self.person, self.at, operation, reason or None
        )
        ids = list(dict.fromkeys(self._ids))
        self.change_id = proof.change_id(header, ids)
        result = self.connection.execute(
            insert(CHANGE).values(id=self.change_id, **header).returning(CHANGE.c.row)
        )
        change_row = result.scalar_one()
        links = [(change_row, row) for row in dict.fromkeys(self._entry_rows)]
        insert_tuples(self.connection, CHANGE_ENTRY, links)


@contextmanager
def transact(
    store: Store,
    *,
    person: str | None,
    at: str,
    operation: str,
    reason: str = "",
    newcomer: Mapping[str, Any] | None = None,
) -> Iterator[Transaction]:
    """Run an operation's writes as one change; commit, then replace the head.

    Raises:
        Refused: the casebook cannot be written (read-only, full disk, moved while open).
    """
    with store.writing() as connection:
        transaction = Transaction(store, connection, person, at, newcomer)
        yield transaction
        if transaction.finish(operation, reason):
            store.check_still_there()
            store.commit(connection)
        else:
            connection.rollback()
