"""Fields on which entries disagree: listed, and settled by a person (DESIGN 3.4)."""

from dataclasses import dataclass
from typing import Any

from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.store import journal
from airwars_desk.store.changes import read_conflicts
from airwars_desk.store.transact import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One field in conflict, with the values that stand against each other."""

    kind: str
    uid: str
    field: str
    incident: str | None
    values: tuple[Any, ...]


def conflicts(desk: Desk) -> list[Conflict]:
    """All fields in conflict."""
    with desk.store.reading() as connection:
        found = []
        for row in read_conflicts(connection):
            entries = journal.entries_by_id(connection, row.entries)
            values = tuple(entries[i].fields.get(row.field) for i in sorted(entries))
            found.append(
                Conflict(
                    kind=row.kind,
                    uid=row.uid,
                    field=row.field,
                    incident=row.incident,
                    values=values,
                )
            )
    return found


def settle(desk: Desk, kind: str, uid: str, field: str, value: Any, reason: str = "") -> Change:
    """Write the field once more, having seen all that stands: the conflict is over."""

    def work(transaction: Transaction) -> None:
        heads = journal.heads_of(transaction.connection, [uid]).get(uid, ())
        transaction.append(kind, uid, {field: value}, parents=heads)

    return write(desk, "resolve", work, reason)
