"""Inserting many rows at once: the statement is Core's, the rows are plain tuples.

Core's own executemany works through every parameter of every row in Python, which costs as much
as the insert itself; the statement text is compiled once per table and the driver gets tuples.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Table, insert

from airwars_desk.rules.proof import canonical

_STATEMENTS: dict[str, str] = {}


def insert_tuples(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given in the table's own column order, JSON already as text."""
    if not rows:
        return
    statement = _STATEMENTS.get(table.name)
    if statement is None:
        compiled = insert(table).compile(dialect=connection.dialect)
        statement = _STATEMENTS[table.name] = str(compiled)
    connection.exec_driver_sql(statement, list(rows))


def insert_mappings(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows given by column name; columns left out are null."""
    names = [column.name for column in table.columns]
    insert_tuples(connection, table, [tuple([row.get(name) for name in names]) for row in rows])


def json_columns(table: Table) -> tuple[int, ...]:
    """Where in a row of this table JSON stands."""
    return tuple(n for n, column in enumerate(table.columns) if isinstance(column.type, JSON))


def as_json(value: Any) -> str | None:
    """A JSON column's text; an unknown value stays null."""
    return None if value is None else canonical(value).decode()
