"""All derived rows and the search index made anew, from the records as they are."""

from sqlalchemy import Connection, delete, func, select, text

from airwars_desk.records.journal import CONFLICT, COUNTED, COUNTED_TERM, LISTING
from airwars_desk.store import search
from airwars_desk.store.asof import as_of_all
from airwars_desk.store.casebook import set_meta
from airwars_desk.store.cases import BATCH, incident_rows, load_cases
from airwars_desk.store.rebuild import make_derived
from airwars_desk.store.schema import DERIVED, DERIVED_KEY


def derive_all(connection: Connection) -> None:
    """Empty and fill every derived table; the search table itself is made anew."""
    connection.execute(text("DROP TABLE IF EXISTS search"))
    connection.execute(text(search.CREATE))
    for table in (COUNTED_TERM, COUNTED, LISTING):
        connection.execute(delete(table))
    derived = make_derived(connection)
    times = as_of_all(connection)
    clashes = conflicts_by_uid(connection)
    rows = incident_rows(connection)
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        for row, case in zip(batch, load_cases(connection, batch), strict=True):
            count = sum(clashes.get(uid, 0) for uid in case.items)
            derived.add(case, row, as_of=times.get(row, ""), conflicts=count)
        derived.flush()
    set_meta(connection, DERIVED_KEY, str(DERIVED))


def conflicts_by_uid(connection: Connection) -> dict[str, int]:
    """How many fields of each record are in conflict, by uid."""
    rows = connection.execute(select(CONFLICT.c.uid, func.count()).group_by(CONFLICT.c.uid))
    return {row[0]: row[1] for row in rows}
