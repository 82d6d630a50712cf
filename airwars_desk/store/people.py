"""The people of a casebook, as rows."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from airwars_desk.records.kinds import RECORDS, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody who works in the casebook: uid, name and role."""

    uid: str
    name: str
    role: str


def read_people(connection: Connection) -> list[KnownPerson]:
    """Everybody who was not deleted, in the order they came."""
    columns = table_of(RECORDS["person"]).c
    chosen = (
        select(columns.uid, columns.name, columns.role)
        .where(columns.is_live.is_(True))
        .order_by(columns.row)
    )
    return [
        KnownPerson(uid=row.uid, name=row.name, role=row.role) for row in connection.execute(chosen)
    ]


def names_of_people(connection: Connection) -> dict[str, str]:
    """Everybody who ever acted, also the deleted: uid -> name, for history."""
    columns = table_of(RECORDS["person"]).c
    return {row.uid: row.name for row in connection.execute(select(columns.uid, columns.name))}
