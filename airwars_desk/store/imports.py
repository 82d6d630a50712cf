"""What an import asks of a casebook: what is there, and what the file said the last time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from airwars_desk.records.case import Case
from airwars_desk.records.journal import IMPORTED
from airwars_desk.store import journal
from airwars_desk.store.cases import load_cases
from airwars_desk.store.entry import StoredEntry
from airwars_desk.store.rows import TABLES

_COMMON = frozenset({"row", "uid", "is_live"})


def imported_digests(connection: Connection) -> dict[str, bytes]:
    """The digest of the line last imported, by incident, where nothing was touched since."""
    rows = connection.execute(select(IMPORTED.c.incident, IMPORTED.c.digest))
    return {uid: bytes(digest) for uid, digest in rows}


def known_rows(connection: Connection, kind: str) -> dict[str, int]:
    """All records of a kind, live or not: uid -> row."""
    table = TABLES[kind]
    found = connection.execute(select(table.c.uid, table.c.row))
    return {row.uid: row.row for row in found}


def known_terms(connection: Connection) -> dict[str, dict[str, Any]]:
    """The field values of all terms, in the order in which they were made: uid -> values."""
    table = TABLES["term"]
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute(select(table).order_by(table.c.row)).mappings():
        found[row["uid"]] = {
            name: value for name, value in row.items() if value is not None and name not in _COMMON
        }
    return found


def cases_with_entries(
    connection: Connection, rows: Sequence[int]
) -> list[tuple[Case, dict[str, list[StoredEntry]]]]:
    """Cases with their dead records, each with the entries of all its records by uid."""
    cases = list(load_cases(connection, rows, dead=True))
    entries = journal.entries_of(connection, [uid for case in cases for uid in case.items])
    return [(case, {uid: entries.get(uid, []) for uid in case.items}) for case in cases]


def live_incidents(connection: Connection) -> list[int]:
    """The rows of all live incidents in the order of an export.

    By data set, sequence, number in the data set, and uid; nulls last.
    """
    table = TABLES["incident"]
    columns = (table.c.dataset, table.c.sequence, table.c.airwars_id, table.c.uid)
    order = [column.asc().nulls_last() for column in columns]
    query = select(table.c.row).where(table.c.is_live.is_(True)).order_by(*order)
    return list(connection.execute(query).scalars())
