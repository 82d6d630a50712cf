"""A casebook's content without local row numbers, to compare replicas."""

from typing import Any

from sqlalchemy import select

from airwars_desk.records.journal import CONFLICT, COUNTED, COUNTED_TERM, LISTING
from airwars_desk.records.kinds import RECORDS, table_of
from airwars_desk.store.casebook import Store
from airwars_desk.store.cases import load_cases


def dump(store: Store) -> dict[str, Any]:
    """Records, conflicts and derived rows, keyed by uid."""
    incident = table_of(RECORDS["incident"])
    with store.reading() as connection:
        uid_of = {
            row.row: row.uid for row in connection.execute(select(incident.c.row, incident.c.uid))
        }
        told: dict[str, Any] = {}
        for case in load_cases(connection, sorted(uid_of), dead=True):
            for item in case.items.values():
                told[item.uid] = (item.kind, item.is_live, item.values)
        for table in (LISTING, COUNTED, COUNTED_TERM):
            rows = [dict(row) for row in connection.execute(select(table)).mappings()]
            for row in rows:
                row["incident"] = uid_of[row["incident"]]
            told[f"table {table.name}"] = sorted(map(repr, rows))
        conflicts = connection.execute(select(CONFLICT)).mappings()
        told["table conflict"] = sorted(repr(dict(row)) for row in conflicts)
        return told
