"""The shape of a database: its tables and indexes in a form that can be compared.

A table that a migration rebuilt differs from one made fresh in quotes and order of columns, and
in nothing else that matters; this is what is left out here.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from airwars_desk.store import search

Shape = dict[str, frozenset[str]]

_SHADOWS = tuple(f"search_{part}" for part in ("data", "idx", "docsize", "config", "content"))
OTHERS = frozenset((*_SHADOWS, "alembic_version"))
"""Tables that belong to the search index and to the migrations."""


def shape_of(connection: Any) -> Shape:
    """The tables and indexes of a raw connection's database: name -> its parts."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    ).fetchall()
    return {name: frozenset(_parts(sql)) for name, sql in rows if name not in OTHERS}


@cache
def expected_shape() -> Shape:
    """The shape that the records of this version ask for."""
    from sqlalchemy import create_engine
    from sqlcipher3 import dbapi2

    from airwars_desk.records.kinds import RECORDS, table_of

    engine = create_engine("sqlite://", module=dbapi2)
    try:
        with engine.begin() as connection:
            table_of(RECORDS["incident"]).metadata.create_all(connection)
            connection.exec_driver_sql(search.CREATE)
            return shape_of(connection.connection.driver_connection)
    finally:
        engine.dispose()


def differences(found: Shape, expected: Shape) -> list[str]:
    """What is missing, too much or different, a line each."""
    lines = [f"{name}: missing" for name in sorted(expected.keys() - found.keys())]
    lines += [f"{name}: not ours" for name in sorted(found.keys() - expected.keys())]
    for name in sorted(found.keys() & expected.keys()):
        lines += [f"{name}: lacks {part}" for part in sorted(expected[name] - found[name])]
        lines += [f"{name}: has {part}" for part in sorted(found[name] - expected[name])]
    return lines


def _parts(sql: str) -> Iterator[str]:
    plain = re.sub(r"\s+", " ", sql.replace('"', "")).replace("IF NOT EXISTS ", "").strip()
    head, _, rest = plain.partition("(")
    yield head.strip()
    depth, start = 0, 0
    for position, character in enumerate(rest):
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        if depth < 0:
            yield rest[start:position].strip()
            yield rest[position + 1 :].strip()
            return
        if character == "," and depth == 0:
            yield rest[start:position].strip()
            start = position + 1
