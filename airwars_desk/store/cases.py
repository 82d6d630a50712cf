"""Cases read from the store: many at once, detached, with the writer's heads on request."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from airwars_desk.records.case import Case, Item
from airwars_desk.records.field import Kind
from airwars_desk.records.journal import CONFLICT
from airwars_desk.records.kinds import CATALOGUES, OWNER_FIELD, OWNER_OF
from airwars_desk.store import journal
from airwars_desk.store.rows import TABLES, read_links, read_rows

BATCH = 200
_COMMON = ("row", "uid", "is_live")


def load_cases(
    connection: Connection, rows: Sequence[int], *, with_heads: bool = False, dead: bool = False
) -> Iterator[Case]:
    """The cases of incidents by local row, in the order given, `BATCH` at a time.

    Args:
        connection: an open read.
        rows: the incidents' rows.
        with_heads: also each record's heads in the journal and its conflicts (for editing).
        dead: also records that are not live (for merging and history).
    """
    for start in range(0, len(rows), BATCH):
        batch = list(rows[start : start + BATCH])
        cases = _load(connection, batch, dead=dead)
        if with_heads:
            _add_heads(connection, cases.values())
        for row in batch:
            if row in cases:
                yield cases[row]


def load_case(connection: Connection, uid: str) -> Case | None:
    """One case by the incident's uid, with heads, its dead records too; None if unknown."""
    table = TABLES["incident"]
    row = connection.execute(select(table.c.row).where(table.c.uid == uid)).scalar()
    if row is None:
        return None
    return next(load_cases(connection, [row], with_heads=True, dead=True), None)


def incident_rows(connection: Connection) -> list[int]:
    """The rows of all live incidents."""
    table = TABLES["incident"]
    return list(
        connection.execute(
            select(table.c.row).where(table.c.is_live.is_(True)).order_by(table.c.row)
        ).scalars()
    )


def _load(connection: Connection, batch: list[int], *, dead: bool) -> dict[int, Case]:
    cases: dict[int, Case] = {}
    case_of: dict[tuple[str, int], Case] = {}
    uid_of: dict[tuple[str, int], str] = {}
    for kind in ("incident", *_OWNED):
        if kind == "incident":
            column, owners = "row", batch
        else:
            owner_kind = OWNER_OF[kind]
            column = OWNER_FIELD[kind]
            owners = [row for (known, row) in case_of if known == owner_kind]
        if not owners:
            continue
        records = read_rows(connection, kind, column, owners)
        if not dead:
            records = [record for record in records if record["is_live"] or kind == "incident"]
        links = read_links(connection, kind, [record["row"] for record in records])
        _fill_outside(connection, kind, records, uid_of)
        for record in records:
            row, uid = record["row"], record["uid"]
            uid_of[kind, row] = uid
            if kind == "incident":
                case = cases[row] = Case(uid=uid)
            else:
                case = case_of[OWNER_OF[kind], record[column]]
            case_of[kind, row] = case
            case.items[uid] = _item(kind, record, links.get(row), uid_of)
    return cases


def _item(
    kind: str,
    record: dict[str, Any],
    links: dict[str, list[Any]] | None,
    uid_of: dict[tuple[str, int], str],
) -> Item:
    values = {name: value for name, value in record.items() if name not in _COMMON}
    for name, target in _REFS[kind]:
        if name in values:
            values[name] = uid_of.get((target, values[name]))
    if links:
        values.update(links)
    return Item(
        kind=kind,
        uid=record["uid"],
        values=values,
        base=dict(values),
        is_live=bool(record["is_live"]),
        was_live=bool(record["is_live"]),
    )


def _fill_outside(
    connection: Connection,
    kind: str,
    records: list[dict[str, Any]],
    uid_of: dict[tuple[str, int], str],
) -> None:
    """Look up the uids of records referred to that are no part of a case (sources)."""
    for name, target in _REFS[kind]:
        rows = {r[name] for r in records if name in r and (target, r[name]) not in uid_of}
        table = TABLES[target]
        wanted = sorted(rows)
        for start in range(0, len(wanted), journal.CHUNK):
            chunk = wanted[start : start + journal.CHUNK]
            for row, uid in connection.execute(
                select(table.c.row, table.c.uid).where(table.c.row.in_(chunk))
            ):
                uid_of[target, row] = uid


def _add_heads(connection: Connection, cases: Iterable[Case]) -> None:
    for case in cases:
        heads = journal.heads_of(connection, case.items)
        for uid, item in case.items.items():
            item.heads = heads.get(uid, ())
        conflicts = connection.execute(select(CONFLICT).where(CONFLICT.c.incident == case.uid))
        for row in conflicts.mappings():
            entries = journal.entries_by_id(connection, row["entries"].split(" "))
            case.conflicts[row["uid"], row["field"]] = [
                entry.fields.get(row["field"]) for entry in entries.values()
            ]


_OWNED = [kind for kind in CATALOGUES if kind in OWNER_OF]
_REFS: dict[str, list[tuple[str, str]]] = {
    kind: [(spec.name, spec.target) for spec in specs.scalars if spec.kind is Kind.REF]
    for kind, specs in CATALOGUES.items()
}
