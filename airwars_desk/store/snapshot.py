"""A consistent copy of a casebook's database, and the checks that any copy must pass.

`VACUUM INTO` reads in one transaction, so others may go on saving; it leaves out free pages, and
with them what was erased. Every table has its own integer key, so no row changes its number.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from airwars_desk import places
from airwars_desk.errors import Damaged, environment
from airwars_desk.i18n import tr
from airwars_desk.store.engine import connect

MOST = 100
"""Rows of one pragma's answer that are read; a broken file may have millions."""


def snapshot(database: Path, target: Path) -> None:
    """Copy a database that others may be using into a new file, 0600 and on disk.

    Raises:
        Refused: the target exists or cannot be written, or the database cannot be read.
    """
    places.create_private_file(target)
    with environment(database):
        connection = connect(database, writing=False)
        try:
            connection.execute("PRAGMA query_only=OFF").fetchall()
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()
    sync_file(target)


def sync_file(path: Path) -> None:
    """Force a file that another library wrote to the disk."""
    import os

    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def faults_of(connection: Any) -> Iterator[tuple[str, str]]:
    """What SQLite itself finds wrong in a raw connection's database: (kind, detail)."""
    for (message,) in connection.execute(f"PRAGMA integrity_check({MOST})").fetchall():
        if message != "ok":
            yield "database", str(message)
    for row in connection.execute("PRAGMA foreign_key_check").fetchmany(MOST):
        yield "foreign_key", f"{row[0]} -> {row[2]}"
    for kind, name in foreign_objects(connection):
        yield "foreign_object", f"{kind} {name}"


def foreign_objects(connection: Any) -> list[tuple[str, str]]:
    """Triggers and views as (type, name): a casebook has none, another's could act unseen."""
    found: list[tuple[str, str]] = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name"
    ).fetchmany(MOST)
    return found


def refuse_foreign(connection: Any, thing: Path) -> None:
    """Refuse to open a database that holds a trigger or view of another's making.

    Raises:
        Damaged: it does; the sentence names it.
    """
    found = foreign_objects(connection)
    if found:
        raise Damaged(
            tr("The database of “{thing}” holds a {kind} that is not ours: {name}.").format(
                thing=thing, kind=found[0][0], name=found[0][1]
            ),
            tr("Ask where this casebook comes from, or restore a backup."),
        )


def require_sound(path: Path, thing: Path) -> None:
    """Refuse a database file in which SQLite finds a fault; `thing` is named in the sentence.

    Raises:
        Damaged: it finds one.
    """
    with environment(thing):
        connection = connect(path, writing=False)
        try:
            fault = next(faults_of(connection), None)
        finally:
            connection.close()
    if fault is not None:
        raise Damaged(
            tr("The database of “{thing}” is damaged ({fault}).").format(
                thing=thing, fault=fault[0]
            ),
            tr("Run “check” on the casebook, or take an older backup."),
        )
