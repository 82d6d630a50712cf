"""When an incident was last changed: the newest change to any record of it, deleted ones too."""

from collections.abc import Sequence

from sqlalchemy import Connection

from airwars_desk.records.kinds import OWNER_FIELD, OWNER_OF


def as_of_all(connection: Connection) -> dict[int, str]:
    """The time of the newest change of every incident, by local row."""
    newest: dict[int, str] = {}
    for kind in ("incident", *OWNER_OF):
        for row, at in connection.exec_driver_sql(_query(kind)):
            if row is not None and at > newest.get(row, ""):
                newest[row] = at
    return newest


def _query(kind: str) -> str:
    """Per incident the newest change to its records of one kind."""
    tables, last = f"{kind} r", "r.row"
    owner, alias = kind, "r"
    while owner != "incident":
        last = f"{alias}.{OWNER_FIELD[owner]}"
        owner = OWNER_OF[owner]
        if owner != "incident":
            tables += f" JOIN {owner} o_{owner} ON o_{owner}.row = {last}"
            alias = f"o_{owner}"
    return (
        f"SELECT {last}, max(c.at) FROM {tables} JOIN entry e ON e.uid = r.uid "
        f"JOIN change_entry ce ON ce.entry = e.row JOIN change c ON c.row = ce.change "
        f"GROUP BY {last}"
    )


def newest_of(connection: Connection, kinds: Sequence[str]) -> str | None:
    """The time of the newest change to any record of some kinds; None where there is none."""
    moments = [
        connection.exec_driver_sql(
            f"SELECT max(c.at) FROM {kind} r JOIN entry e ON e.uid = r.uid"
            " JOIN change_entry ce ON ce.entry = e.row JOIN change c ON c.row = ce.change"
        ).scalar()
        for kind in kinds
    ]
    return max((moment for moment in moments if moment), default=None)
