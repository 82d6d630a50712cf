"""From entries to current tables: adds up touched records and derives their incidents."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from airwars_desk.records.case import Case, Item
from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, CONFLICT, ENTRY, IMPORTED
from airwars_desk.records.kinds import ALL_KINDS, OWNER_FIELD, OWNER_OF, ROOT_KINDS
from airwars_desk.rules.aliases import name_form
from airwars_desk.rules.merge import DELETED, resolve
from airwars_desk.store import journal, search
from airwars_desk.store.cases import incident_rows, load_cases
from airwars_desk.store.derive import Derived
from airwars_desk.store.entry import ERASING, StoredEntry
from airwars_desk.store.rows import TABLES, Rows

_ORDER = {kind: n for n, kind in enumerate(ALL_KINDS)}


class Rebuild:
    """Keeps the current tables true to the journal inside one transaction.

    `touched` holds the records whose entries changed, as keys (kind, uid). `at` is given for a
    change being written now and null for a union, where as-of times are looked up. `has_erased`:
    words of erased values must leave the search index too.
    """

    def __init__(self, connection: Connection, rows: Rows, at: str | None) -> None:
        self.connection = connection
        self.rows = rows
        self.at = at
        self.touched: dict[tuple[str, str], None] = {}
        self.has_erased = False
        self._derived: Derived | None = None

    def insert_cases(self, cases: list[Case]) -> None:
        """Insert fresh cases (first import): rows, links, derived rows."""
        by_kind: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        for case in cases:
            for item in case.items.values():
                by_kind.setdefault(item.kind, []).append((item.uid, item.values))
        for kind in sorted(by_kind, key=_ORDER.__getitem__):
            self.rows.insert(kind, by_kind[kind])
        if "term" in by_kind:
            self._derived = None
        derived = self.derived()
        for case in cases:
            row = self.rows.row_of("incident", case.uid)
            derived.add(case, row, as_of=self.at or "")
        derived.flush()

    def run(self) -> None:
        """Add up every touched record, then derive the incidents they belong to."""
        incidents: set[int] = set()
        by_kind: dict[str, list[str]] = {}
        for kind, uid in self.touched:
            if kind == ERASING:
                continue
            by_kind.setdefault(kind, []).append(uid)
        named = names_of_terms(self.connection) if "term" in by_kind else None
        for kind in sorted(by_kind, key=_ORDER.__getitem__):
            incidents |= self._add_up(kind, by_kind[kind])
        incidents |= self._add_up("incident", self._shown_again(incidents))
        if incidents:
            self._forget_imported(sorted(incidents))
            self._derive(sorted(incidents), self.at)
        if named is not None and named.are_others(names_of_terms(self.connection)):
            self._derive(sorted(set(incident_rows(self.connection)) - incidents), None)
        if self.has_erased:
            search.forget_deleted(self.connection)

    def next_entry_row(self) -> int:
        """The first free row of the `entry` table."""
        return (self.connection.execute(select(func.max(ENTRY.c.row))).scalar() or 0) + 1

    def derived(self) -> Derived:
        """The collector of derived rows, with the terms as they are now."""
        if self._derived is None:
            self._derived = make_derived(self.connection)
        return self._derived

    def _add_up(self, kind: str, uids: list[str]) -> set[int]:
        rows: list[int] = []
        for chunk in journal.chunks(uids):
            entries = journal.entries_of(self.connection, chunk)
            self.connection.execute(delete(CONFLICT).where(CONFLICT.c.uid.in_(chunk)))
            records: list[tuple[str, dict[str, Any], bool]] = []
            for uid in chunk:
                resolved = resolve([entry.as_entry() for entry in entries.get(uid, ())])
                values = resolved.values
                if not resolved.exists:
                    values = _still_owned(kind, values, entries.get(uid, ()))
                records.append((uid, values, resolved.is_live))
                if resolved.conflicts and resolved.exists:
                    self._note_conflicts(kind, uid, resolved.conflicts)
            rows.extend(self.rows.put(kind, records))
        if kind == "term":
            self._derived = None
        return self._incidents_of(kind, rows)

    def _note_conflicts(self, kind: str, uid: str, conflicts: dict[str, tuple[str, ...]]) -> None:
        self.connection.execute(
            insert(CONFLICT),
            [
                {"uid": uid, "field": name, "kind": kind, "entries": " ".join(entries)}
                for name, entries in conflicts.items()
            ],
        )

    def _incidents_of(self, kind: str, rows: list[int]) -> set[int]:
        """Climb from records to the rows of the incidents they hang on."""
        current = set(rows)
        while kind != "incident":
            if kind in ROOT_KINDS:
                return set()
            owner_kind = OWNER_OF[kind]
            column = TABLES[kind].c[OWNER_FIELD[kind]]
            climbed: set[int] = set()
            ordered = sorted(current)
            for start in range(0, len(ordered), journal.CHUNK):
                chunk = ordered[start : start + journal.CHUNK]
                climbed.update(
                    row
                    for row in self.connection.execute(
                        select(column).where(TABLES[kind].c.row.in_(chunk))
                    ).scalars()
                    if row is not None
                )
            current, kind = climbed, owner_kind
        return current

    def _derive(self, incidents: list[int], at: str | None) -> None:
        """Derive incidents anew; `at` is the time of the change that touched them, if any did."""
        derived = self.derived()
        derived.remove(incidents)
        for start in range(0, len(incidents), 200):
            batch = incidents[start : start + 200]
            for case in load_cases(self.connection, batch, dead=True):
                self._derive_one(derived, case, at)
            derived.flush()

    def _derive_one(self, derived: Derived, case: Case, at: str | None) -> None:
        incident = case.incident
        row = self.rows.row_of("incident", case.uid)
        if not incident.is_live:
            hanging = any(item.is_live for item in case.items.values())
            if not hanging or not self._is_deleted_only(case.uid):
                return
            self._show_again(case)
            incident.is_live = True
        as_of = self._as_of(case, at)
        fields_in_conflict = self._conflicts(case)
        case.items = _living(case)
        conflicts = sum(fields_in_conflict.get(uid, 0) for uid in case.items)
        derived.add(case, row, as_of=as_of, conflicts=conflicts)

    def _show_again(self, case: Case) -> None:
        """A deleted incident to which somebody added a record unseen: shown, in conflict."""
        table = TABLES["incident"]
        self.connection.execute(table.update().where(table.c.uid == case.uid).values(is_live=True))
        self.connection.execute(
            delete(CONFLICT).where(CONFLICT.c.uid == case.uid, CONFLICT.c.field == DELETED)
        )
        heads = journal.heads_of(
            self.connection, [uid for uid, item in case.items.items() if item.is_live]
        )
        heads.update(journal.heads_of(self.connection, [case.uid]))
        entries = sorted(entry for uid in heads for entry in heads[uid])
        self._note_conflicts("incident", case.uid, {DELETED: tuple(entries)})
        self.connection.execute(
            CONFLICT.update().where(CONFLICT.c.uid == case.uid).values(incident=case.uid)
        )

    def _shown_again(self, incidents: set[int]) -> list[str]:
        """Incidents shown although deleted: whether they still are depends on what changed."""
        table = TABLES["incident"]
        query = (
            select(table.c.uid, table.c.row)
            .join(CONFLICT, CONFLICT.c.uid == table.c.uid)
            .where(CONFLICT.c.field == DELETED)
        )
        return [
            uid
            for uid, row in self.connection.execute(query)
            if row in incidents and ("incident", uid) not in self.touched
        ]

    def _is_deleted_only(self, uid: str) -> bool:
        entries = journal.entries_of(self.connection, [uid]).get(uid, [])
        resolved = resolve([entry.as_entry() for entry in entries]) if entries else None
        return resolved is not None and resolved.exists and resolved.is_deleted

    def _conflicts(self, case: Case) -> dict[str, int]:
        """The number of fields in conflict by record; all are tied to the incident."""
        count: dict[str, int] = {}
        for chunk in journal.chunks(case.items):
            found = self.connection.execute(
                select(CONFLICT.c.uid, func.count())
                .where(CONFLICT.c.uid.in_(chunk))
                .group_by(CONFLICT.c.uid)
            ).all()
            if found:
                self.connection.execute(
                    CONFLICT.update().where(CONFLICT.c.uid.in_(chunk)).values(incident=case.uid)
                )
            count.update((row[0], row[1]) for row in found)
        return count

    def _as_of(self, case: Case, at: str | None) -> str:
        """The time of the newest change that touched the case."""
        newest = ""
        for chunk in journal.chunks(case.items):
            found = self.connection.execute(
                select(func.max(CHANGE.c.at))
                .select_from(ENTRY)
                .join(CHANGE_ENTRY, CHANGE_ENTRY.c.entry == ENTRY.c.row)
                .join(CHANGE, CHANGE.c.row == CHANGE_ENTRY.c.change)
                .where(ENTRY.c.uid.in_(chunk))
            ).scalar()
            newest = max(newest, found or "")
        return max(newest, at or "")

    def _forget_imported(self, incidents: list[int]) -> None:
        table = TABLES["incident"]
        for start in range(0, len(incidents), journal.CHUNK):
            chunk = incidents[start : start + journal.CHUNK]
            uids = select(table.c.uid).where(table.c.row.in_(chunk))
            self.connection.execute(delete(IMPORTED).where(IMPORTED.c.incident.in_(uids)))


def _still_owned(
    kind: str, values: dict[str, Any], entries: Iterable[StoredEntry]
) -> dict[str, Any]:
    """What is left of a record that an undo took away: also whose it was, so that it is found."""
    name = OWNER_FIELD.get(kind)
    owners = sorted(e.fields[name] for e in entries if e.fields.get(name)) if name else []
    return {**values, name: owners[-1]} if name and owners and name not in values else values


def _living(case: Case) -> dict[str, Item]:
    """The records that show: neither deleted nor hanging on a deleted one."""
    shown: dict[str, Item] = {}
    for uid, item in case.items.items():  # owners come before what hangs on them
        if uid == case.uid or (item.is_live and item.owner in shown):
            shown[uid] = item
    return shown


@dataclass(frozen=True, slots=True)
class TermNames:
    """What lists and figures take from the terms: labels by uid, provinces by folded name."""

    labels: dict[str, str]
    provinces: dict[str, str]

    def are_others(self, later: "TermNames") -> bool:
        """True when what was derived with these names would come out differently with `later`."""
        return self.provinces != later.provinces or any(
            later.labels.get(uid) != label for uid, label in self.labels.items()
        )


def names_of_terms(connection: Connection) -> TermNames:
    """The names of the live terms as they are now."""
    table = TABLES["term"]
    columns = (table.c.uid, table.c.vocabulary, table.c.label, table.c.aliases)
    names = TermNames({}, {})
    for uid, vocabulary, label, aliases in connection.execute(
        select(*columns).where(table.c.is_live.is_(True)).order_by(table.c.uid)
    ):
        names.labels[uid] = label or uid
        if vocabulary == "province":
            for text in (label, *(aliases or ())):
                if text:
                    names.provinces.setdefault(name_form(vocabulary, text), uid)
    return names


def make_derived(connection: Connection) -> Derived:
    """A collector of derived rows that knows the casebook's terms as they are now."""
    names = names_of_terms(connection)

    def province_of(region: str | None) -> str | None:
        return names.provinces.get(name_form("province", region)) if region else None

    def label_of(uid: str) -> str:
        return names.labels.get(uid, uid)

    return Derived(connection, province_of, label_of)
