"""The history of a whole casebook: its changes, what one did, what an undo would do, differences.

Reads the journal alone.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from airwars_desk.errors import NotFound
from airwars_desk.i18n import tr
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.history import FIXED, FieldChange, HistoryItem
from airwars_desk.records.case import Item
from airwars_desk.records.kinds import OWNER_OF
from airwars_desk.rules import moments
from airwars_desk.rules.merge import Entry, heads_of, voiders
from airwars_desk.rules.moments import ERASED, ChangesAsked, Difference, Moment
from airwars_desk.rules.narrative import COUNT, tokens
from airwars_desk.store import change_list, journal
from airwars_desk.store.change_names import Subject, subjects
from airwars_desk.store.changes import row_of_change
from airwars_desk.store.entry import StoredEntry
from airwars_desk.store.held import read_held
from airwars_desk.store.people import names_of_people

MOST = 400
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Field changes of several records, with the records by uid to name them.

    Args:
        fields: what changed, record by record; erased values read `rules.moments.ERASED`.
        items: the records and those they hang on.
        records: how many records it is about in all.
        told: how many of them `fields` tells of.
    """

    fields: tuple[FieldChange, ...] = ()
    items: dict[str, Item] = field(default_factory=dict)
    records: int = 0
    told: int = 0


def find_changes(desk: Desk, asked: ChangesAsked) -> "array[int]":
    """The local rows of the changes asked for, newest first (never leave this casebook)."""
    with desk.store.reading() as connection:
        return change_list.find_changes(connection, asked)


def read_changes(desk: Desk, rows: Sequence[int]) -> list[HistoryItem]:
    """What a list shows of some changes, in the order given, without their fields."""
    with desk.store.reading() as connection:
        names = names_of_people(connection)
        undone = change_list.undone_changes(connection)
        found = change_list.read_changes(connection, rows)
        about = subjects(connection, {header.row: records for header, records in found})
        return [
            HistoryItem(
                id=header.id,
                at=header.at,
                person=names.get(header.person or "", ""),
                operation=header.operation,
                reason=header.reason,
                records=records,
                is_void=header.id in undone,
                **_named(about.get(header.row)),
            )
            for header, records in found
        ]


def _named(subject: Subject | None) -> dict[str, Any]:
    return {} if subject is None else asdict(subject)


def used_operations(desk: Desk) -> list[str]:
    """The ids of the operations that occur in this casebook."""
    with desk.store.reading() as connection:
        return change_list.used_operations(connection)


def fields_of_change(desk: Desk, change: str, most: int = MOST) -> Told:
    """What a change did, field by field, of its first `most` records.

    Raises:
        NotFound: there is no such change.
    """
    with desk.store.reading() as connection:
        chosen = change_list.entries_of_change(connection, change, most)
        entries = _entries(connection, [uid for _, uid in chosen])
        found: list[FieldChange] = []
        for identity, uid in chosen:
            found += _written(identity, entries.get(uid, []))
        return _told(connection, found, len(chosen), _size(connection, change))


def preview_undo(desk: Desk, change: str, most: int = MOST) -> Told:
    """What undoing a change would change now, of its first `most` records; changes nothing.

    Raises:
        NotFound: there is no such change.
    """
    with desk.store.reading() as connection:
        chosen = change_list.entries_of_change(connection, change, most)
        entries = _entries(connection, [uid for _, uid in chosen])
        targets: dict[str, list[str]] = {}
        for identity, uid in chosen:
            targets.setdefault(uid, []).append(identity)
        found: list[FieldChange] = []
        for uid, identities in targets.items():
            known = entries.get(uid, [])
            if not known or known[0].kind in FIXED:
                continue
            standing = [one for one in identities if not voiders(known, [one])]
            if standing:
                found += _fields(known[0], moments.voided_by(known, standing, heads_of(known)))
        return _told(connection, found, len(targets), _size(connection, change))


def difference(
    desk: Desk,
    first: Moment,
    second: Moment,
    *,
    start: int = 0,
    most: int = MOST,
    report: Report | None = None,
) -> Told:
    """What differs between two moments, record by record.

    Args:
        desk: the casebook.
        first: the earlier moment, or any.
        second: the other one.
        start: the first record told of, in the order they were first written.
        most: how many records are told of.
        report: told how far it is; may raise Cancelled.

    Raises:
        NotFound: a change that names a moment is not here.
    """
    with desk.store.reading() as connection:
        rows = [_rows(connection, moment) for moment in (first, second)]
        uids = change_list.touched_by(connection, sorted(rows[0] ^ rows[1]))
        chosen = uids[start : start + most]
        entries = _entries(connection, chosen)
        brought = change_list.changes_of_uids(connection, chosen)
        found: list[FieldChange] = []
        for number, uid in enumerate(chosen):
            known = entries.get(uid, [])
            sets = [{e.id for e in known if brought.get(e.id, set()) & chosen} for chosen in rows]
            if known:
                found += _fields(known[0], moments.difference(known, *sets))
            if report is not None:
                report(number + 1, len(chosen))
        return _told(connection, found, len(chosen), len(uids))


def incident_of(uid: str, items: dict[str, Item]) -> Item | None:
    """The incident a record hangs on, or is; None for what hangs on none. Pure."""
    item = items.get(uid)
    while item is not None and item.kind in OWNER_OF:
        item = items.get(item.owner or "")
    return item if item is not None and item.kind == "incident" else None


def _written(identity: str, entries: Sequence[Entry]) -> list[FieldChange]:
    known = {entry.id: entry for entry in entries}
    entry = known.get(identity)
    if entry is None:
        return []
    seen = moments.closure(entry.parents, known)
    found = moments.difference(entries, seen, seen | {identity})
    if entry.voids:
        return _fields(entry, found)
    before = {one.field: one.before for one in found}
    earlier = {one.field: one.after for one in moments.difference(entries, (), seen)}
    return [
        FieldChange(
            kind=entry.kind,
            uid=entry.uid,
            field=name,
            before=before.get(name, earlier.get(name)),
            after=value,
            is_erased=value == ERASED,
        )
        for name, value in entry.fields.items()
    ]


def _fields(entry: Entry, found: Iterable[Difference]) -> list[FieldChange]:
    return [
        FieldChange(
            kind=entry.kind,
            uid=entry.uid,
            field=one.field,
            before=one.before,
            after=one.after,
            is_erased=ERASED in (one.before, one.after),
        )
        for one in found
    ]


def _entries(connection: Any, uids: Sequence[str]) -> dict[str, list[Entry]]:
    found = journal.entries_of(connection, dict.fromkeys(uids))
    return {uid: [_as_entry(entry) for entry in entries] for uid, entries in found.items()}


def _as_entry(entry: StoredEntry) -> Entry:
    """The entry as merging sees it, with a mark where a value was erased."""
    return Entry(
        id=entry.id,
        kind=entry.kind,
        uid=entry.uid,
        is_file=entry.is_file,
        at=entry.at,
        parents=tuple(entry.parents),
        voids=tuple(entry.voids),
        fields={**dict.fromkeys(entry.erased or (), ERASED), **entry.fields},
    )


def _told(connection: Any, found: list[FieldChange], told: int, records: int) -> Told:
    uids = dict.fromkeys(change.uid for change in found)
    for change in found:
        uids.update(dict.fromkeys(_named_in(change)))
    items = read_held(connection, uids)
    return Told(fields=tuple(found), items=items, records=records, told=told)


def _named_in(change: FieldChange) -> list[str]:
    """The uids of the sources and victims that a narrative names."""
    if (change.kind, change.field) != ("narrative", "text"):
        return []
    texts = [text for text in (change.before, change.after) if isinstance(text, str)]
    return [one.key for text in texts for one in tokens(text) if one.kind != COUNT]


def _rows(connection: Any, moment: Moment) -> set[int]:
    try:
        return change_list.rows_until(connection, moment)
    except KeyError:
        raise NotFound(tr("This change is not in the casebook.")) from None


def _size(connection: Any, change: str) -> int:
    row = row_of_change(connection, change)
    if row is None:
        raise NotFound(tr("This change is not in the casebook."))
    [(_, records)] = change_list.read_changes(connection, [row])
    return records
