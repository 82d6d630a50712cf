"""Records that stand on their own (tallies, claims, areas, views …), read as detached items."""

from sqlalchemy import Connection, select

from airwars_desk.records.case import Item
from airwars_desk.store import journal
from airwars_desk.store.rows import TABLES, read_links, read_rows

_COMMON = ("row", "uid", "is_live")


def read_roots(connection: Connection, kind: str, *, with_heads: bool = True) -> list[Item]:
    """The live records of a kind that refers to no other, in the order they came.

    `with_heads`: also each record's heads in the journal, for editing.
    """
    table = TABLES[kind]
    live = select(table.c.row).where(table.c.is_live.is_(True)).order_by(table.c.row)
    rows = list(connection.execute(live).scalars())
    records = read_rows(connection, kind, "row", rows)
    links = read_links(connection, kind, rows)
    items = []
    for record in sorted(records, key=lambda record: int(record["row"])):
        values = {name: value for name, value in record.items() if name not in _COMMON}
        values.update(links.get(record["row"], {}))
        items.append(Item(kind=kind, uid=record["uid"], values=values, base=dict(values)))
    if with_heads:
        heads = journal.heads_of(connection, [item.uid for item in items])
        for item in items:
            item.heads = heads.get(item.uid, ())
    return items
