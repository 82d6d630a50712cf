"""Connections to a casebook's database, with the settings of decision 4, each read back.

One SQLite everywhere: sqlcipher3, without a key for now. Writers begin with BEGIN IMMEDIATE;
readers are opened read-only. No statement's parameters ever reach a log.
"""

import os
from pathlib import Path
from typing import Any

import orjson
import sqlcipher3
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from airwars_desk.errors import Damaged, Environment
from airwars_desk.i18n import tr
from airwars_desk.rules.proof import canonical

APPLICATION_ID = 0x41574443  # "AWDC"

#: pragma -> (value set, value read back)
_PRAGMAS: tuple[tuple[str, str, Any], ...] = (
    ("busy_timeout", "10000", 10000),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("cache_size", "-65536", -65536),
)


def connect(path: Path, *, writing: bool) -> Any:
    """Open a raw connection with every setting applied and checked.

    Raises:
        Environment: a setting did not hold.
        Damaged: the file is no database.
    """
    mode = "rw" if writing else "ro&immutable=1" if is_at_rest(path) else "ro"
    uri = f"file:{_quote(path)}?mode={mode}"
    connection = sqlcipher3.dbapi2.connect(
        uri, uri=True, check_same_thread=False, isolation_level=None
    )
    try:
        if writing:
            _apply(connection, "journal_mode", "WAL", "wal")
        for name, value, expected in _PRAGMAS:
            _apply(connection, name, value, expected)
        if not writing:
            _apply(connection, "query_only", "ON", 1)
    except BaseException:
        connection.close()
        raise
    return connection


def is_at_rest(path: Path) -> bool:
    """Say whether a database lies closed in a folder where this account may write nothing.

    SQLite could not keep its own file beside it there; it is read as something that stands still,
    and whoever reads it so looks afterwards whether it did (`casebook.Store.reading`).
    """
    return not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()


def make_engine(path: Path, *, writing: bool) -> Engine:
    """An engine whose connections come from `connect`."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: connect(path, writing=writing),
        poolclass=QueuePool,
        pool_size=1 if writing else 4,
        hide_parameters=True,
        json_serializer=lambda value: canonical(value).decode(),
        json_deserializer=orjson.loads,
    )
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def read_header(path: Path) -> tuple[int, int]:
    """The application id and schema number of a database file, read without opening it as one.

    Raises:
        Damaged: it is no SQLite file.
    """
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise Damaged(
            tr("“{path}” is not a casebook's database.").format(path=path),
            tr("Choose a casebook, or restore one from a backup."),
            code="not_a_casebook",
        )
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def without_database(path: Path) -> Damaged:
    """Return what is said of a folder in which the database `path` is missing."""
    folder = path.parent
    if folder.name.endswith(".casebook"):
        sentence = tr("“{name}” is not a casebook: it holds no “{file}”.")
        hint = tr("Choose another folder, or restore the casebook from a backup.")
    else:
        sentence = tr("“{name}” is not a casebook.")
        hint = tr("Choose a folder whose name ends in .casebook.")
    return Damaged(sentence.format(name=folder, file=path.name), hint, code="not_a_casebook")


def _apply(connection: Any, name: str, value: str, expected: Any) -> None:
    connection.execute(f"PRAGMA {name}={value}").fetchall()
    found = connection.execute(f"PRAGMA {name}").fetchone()
    if found is None or found[0] != expected:
        raise Environment(
            tr("The database refused the safety setting “{name}”.").format(name=name),
            tr("Move the casebook to a local disk and open it again."),
        )


def _quote(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path))
