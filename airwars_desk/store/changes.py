"""Changes and conflicts of the journal, read for those who show them; never written here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from airwars_desk.records.journal import CHANGE, CHANGE_ENTRY, CONFLICT, ENTRY
from airwars_desk.store.journal import chunks


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHeader:
    """A change without its entries; `row` numbers it within this file."""

    row: int
    id: str
    at: str
    person: str | None
    operation: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """A field in conflict and the ids of the entries that disagree."""

    kind: str
    uid: str
    field: str
    incident: str | None
    entries: tuple[str, ...]


def newest_changes(connection: Connection, limit: int) -> list[ChangeHeader]:
    """The newest changes, newest first."""
    return list(_headers(connection, _ordered().limit(limit)))


def changes_by(connection: Connection, person: str | None) -> list[ChangeHeader]:
    """All changes of one person, newest first."""
    return list(_headers(connection, _ordered().where(CHANGE.c.person == person)))


def changes_of_entries(
    connection: Connection, ids: Sequence[str]
) -> list[tuple[ChangeHeader, list[str]]]:
    """The changes that brought some entries, each with the ids of those it brought."""
    found: dict[int, tuple[ChangeHeader, list[str]]] = {}
    for chunk in chunks(ids):
        rows = connection.execute(
            select(CHANGE, ENTRY.c.id.label("entry"))
            .join(CHANGE_ENTRY, CHANGE_ENTRY.c.change == CHANGE.c.row)
            .join(ENTRY, ENTRY.c.row == CHANGE_ENTRY.c.entry)
            .where(ENTRY.c.id.in_(chunk))
        )
        for row in rows:
            found.setdefault(row.row, (_header(row), []))[1].append(row.entry)
    return list(found.values())


def row_of_change(connection: Connection, change: str) -> int | None:
    """The row of a change by its id; None if it is not here."""
    row: int | None = connection.execute(select(CHANGE.c.row).where(CHANGE.c.id == change)).scalar()
    return row


def undone_by(connection: Connection, change: str) -> str:
    """What is taken back or done again with a change: its operation, beneath undos of undos."""
    seen: set[str] = set()
    while change not in seen:
        seen.add(change)
        row = connection.execute(
            select(CHANGE.c.operation, CHANGE.c.reason).where(CHANGE.c.id == change)
        ).first()
        if row is None:
            return ""
        if row.operation not in ("undo", "redo"):
            return str(row.operation)
        change = row.reason or ""
    return ""


def count_entries(connection: Connection, row: int) -> int:
    """How many entries a change brought."""
    return connection.execute(
        select(func.count()).select_from(CHANGE_ENTRY).where(CHANGE_ENTRY.c.change == row)
    ).scalar_one()


def read_conflicts(connection: Connection) -> list[ConflictRow]:
    """All fields in conflict."""
    return [
        ConflictRow(
            kind=row.kind,
            uid=row.uid,
            field=row.field,
            incident=row.incident,
            entries=tuple(row.entries.split(" ")),
        )
        for row in connection.execute(select(CONFLICT))
    ]


def _ordered() -> Select[Any]:
    return select(CHANGE).order_by(CHANGE.c.row.desc())


def _headers(connection: Connection, chosen: Select[Any]) -> Iterator[ChangeHeader]:
    return (_header(row) for row in connection.execute(chosen))


def _header(row: Row[Any]) -> ChangeHeader:
    return ChangeHeader(
        row=row.row,
        id=row.id,
        at=row.at,
        person=row.person,
        operation=row.operation,
        reason=row.reason or "",
    )
