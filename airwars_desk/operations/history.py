"""History, undo and redo: read from and written to the journal (DESIGN 3.4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from airwars_desk.errors import NotAllowed, NotFound, Refused
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.names import LASTING, SUPERVISED
from airwars_desk.rules.merge import Entry, voiders
from airwars_desk.store import changes, journal
from airwars_desk.store.cases import load_case
from airwars_desk.store.entry import StoredEntry
from airwars_desk.store.people import names_of_people
from airwars_desk.store.transact import Transaction

Report = Callable[[int, int], None]
UNDOING = ("undo", "redo")
#: kinds whose entries no undo voids: shared by all, or not to be taken back
FIXED = ("person", "term", "source", "erasure")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one record, before and after; `before` is null where it was unknown."""

    kind: str
    uid: str
    field: str
    before: Any
    after: Any
    is_erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryItem:
    """One change, as history shows it.

    Attributes:
        records: how many records it touched.
        incidents: how many incidents these are or hang on; 0 for none, or too many to look at.
        code: the code of the one incident, "" where it has none or they are several.
        place: the place of the one incident.
        date: its start date.
    """

    id: str
    at: str
    person: str
    operation: str
    reason: str
    records: int
    is_void: bool
    fields: tuple[FieldChange, ...] = field(default_factory=tuple)
    incidents: int = 0
    code: str = ""
    place: str = ""
    date: str = ""


def history_of(desk: Desk, uid: str) -> list[HistoryItem]:
    """The changes that touched an incident or what hangs on it, newest first, field by field."""
    with desk.store.reading() as connection:
        case = load_case(connection, uid)
        if case is None:
            return []
        entries = journal.entries_of(connection, case.items)
        by_id = {entry.id: entry for found in entries.values() for entry in found}
        names = names_of_people(connection)
        rows = changes.changes_of_entries(connection, list(by_id))
    items = []
    for row, ids in rows:
        touched = [by_id[identity] for identity in ids]
        items.append(
            HistoryItem(
                id=row.id,
                at=row.at,
                person=names.get(row.person or "", ""),
                operation=row.operation,
                reason=row.reason,
                records=len(touched),
                is_void=all(_is_void(entry, entries[entry.uid]) for entry in touched),
                fields=tuple(
                    change for entry in touched for change in _fields(entry, entries[entry.uid])
                ),
            )
        )
    items.sort(key=lambda item: (item.at, item.id), reverse=True)
    return items


def recent_changes(desk: Desk, limit: int = 200) -> list[HistoryItem]:
    """The newest changes of the casebook, without their fields.

    An undo names what it undid as its reason; one that was redone names nothing any more.
    """
    with desk.store.reading() as connection:
        names = names_of_people(connection)
        items = []
        undone: set[str] = set()
        for row in changes.newest_changes(connection, limit):
            if row.operation in UNDOING and row.id not in undone:
                undone.add(row.reason)
            ids = journal.entry_ids(connection, row.row) if row.operation != "import" else ()
            items.append(
                HistoryItem(
                    id=row.id,
                    at=row.at,
                    person=names.get(row.person or "", ""),
                    operation=row.operation,
                    reason=row.reason,
                    records=len(ids) or changes.count_entries(connection, row.row),
                    is_void=row.id in undone,
                )
            )
    return items


def last_undoable(desk: Desk) -> str | None:
    """The id of this person's newest change that is not an undo and is not undone."""
    return _newest(desk, undone=False)


def last_redoable(desk: Desk) -> str | None:
    """The id of this person's newest undo that is still in force."""
    return _newest(desk, undone=True)


def undo(desk: Desk, change: str, report: Report | None = None) -> Change:
    """Void every entry of a change. Never beats what somebody else wrote.

    Args:
        desk: the casebook.
        change: its id.
        report: told how many entries are done; may raise Cancelled, then nothing is undone.

    Raises:
        NotFound: no such change.
        NotAllowed: only a supervisor undoes what only supervisors do.
        Refused: `nothing_to_undo` if all of it is void already.
    """
    return _void(desk, change, "undo", report)


def redo(desk: Desk, change: str, report: Report | None = None) -> Change:
    """Void the entries of an undo, so that what it voided counts again; as `undo`."""
    return _void(desk, change, "redo", report)


def _void(desk: Desk, change: str, operation: str, report: Report | None) -> Change:
    def work(transaction: Transaction) -> None:
        connection = transaction.connection
        row = changes.row_of_change(connection, change)
        if row is None:
            raise NotFound(tr("This change is not in the casebook."))
        if desk.role != "supervisor" and changes.undone_by(connection, change) in SUPERVISED:
            raise NotAllowed(tr("Only a supervisor undoes or redoes this change."))
        ids = journal.entry_ids(connection, row)
        count = done = 0
        for chunk in journal.chunks(ids, 2000):
            count += _void_entries(transaction, chunk)
            transaction.flush()
            done += len(chunk)
            if report is not None:
                report(done, len(ids))
        if not count:
            raise Refused("nothing_to_undo", tr("This change was undone already."))

    return write(desk, operation, work, reason=change)


def _void_entries(transaction: Transaction, ids: Sequence[str]) -> int:
    targets = journal.entries_by_id(transaction.connection, ids)
    targets = {i: entry for i, entry in targets.items() if entry.kind not in FIXED}
    uids = {entry.uid for entry in targets.values()}
    all_entries = journal.entries_of(transaction.connection, uids)
    by_uid: dict[str, list[str]] = {}
    for identity, entry in targets.items():
        if not _is_void(entry, all_entries[entry.uid]):
            by_uid.setdefault(entry.uid, []).append(identity)
    for uid, identities in by_uid.items():
        entries = all_entries[uid]
        heads = _heads(entries)
        transaction.append(entries[0].kind, uid, {}, parents=heads, voids=identities)
    return len(by_uid)


def _heads(entries: list[StoredEntry]) -> tuple[str, ...]:
    covered = {parent for entry in entries for parent in entry.parents}
    return tuple(sorted(entry.id for entry in entries if entry.id not in covered))


def _is_void(entry: StoredEntry, entries: list[StoredEntry]) -> bool:
    if len(entries) == 1:
        return False
    return bool(voiders(_as_entries(entries), [entry.id]))


def _as_entries(entries: list[StoredEntry]) -> list[Entry]:
    return [entry.as_entry() for entry in entries]


def _newest(desk: Desk, *, undone: bool) -> str | None:
    """Walk this person's changes backwards: what an undo in force voids is undone."""
    with desk.store.reading() as connection:
        rows = changes.changes_by(connection, desk.person)
    void: set[str] = set()
    for row in rows:
        if row.id in void:
            continue
        if row.operation in UNDOING:
            if undone and row.operation == "undo":
                return row.id
            void.add(row.reason)
        elif undone:
            return None
        elif row.operation not in LASTING:
            return row.id
    return None


def _fields(entry: StoredEntry, entries: list[StoredEntry]) -> list[FieldChange]:
    before = _before(entry, {other.id: other for other in entries})
    if entry.voids:
        return _voided_fields(entry, entries)
    told = [
        FieldChange(
            kind=entry.kind,
            uid=entry.uid,
            field=name,
            before=before.get(name),
            after=value,
        )
        for name, value in entry.fields.items()
    ]
    told.extend(
        FieldChange(
            kind=entry.kind, uid=entry.uid, field=name, before=None, after=None, is_erased=True
        )
        for name in entry.erased or ()
    )
    return told


def _voided_fields(entry: StoredEntry, entries: list[StoredEntry]) -> list[FieldChange]:
    """What an undo changed: the values before it and after it."""
    from airwars_desk.rules.merge import resolve

    known = {other.id: other for other in entries}
    seen = _closure(entry.parents, known)
    earlier = resolve([known[i].as_entry() for i in seen]) if seen else None
    later = resolve([known[i].as_entry() for i in seen] + [entry.as_entry()])
    before = earlier.values if earlier else {}
    names = sorted(before.keys() | later.values.keys())
    return [
        FieldChange(
            kind=entry.kind,
            uid=entry.uid,
            field=name,
            before=before.get(name),
            after=later.values.get(name),
        )
        for name in names
        if before.get(name) != later.values.get(name)
    ]


def _before(entry: StoredEntry, known: dict[str, StoredEntry]) -> dict[str, Any]:
    """The record's values as the writer of `entry` saw them."""
    from airwars_desk.rules.merge import resolve

    seen = _closure(entry.parents, known)
    return resolve([known[i].as_entry() for i in seen]).values if seen else {}


def _closure(parents: Sequence[str], known: dict[str, StoredEntry]) -> list[str]:
    seen: dict[str, None] = {}
    waiting = [parent for parent in parents if parent in known]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen[current] = None
            waiting.extend(parent for parent in known[current].parents if parent in known)
    return list(seen)
