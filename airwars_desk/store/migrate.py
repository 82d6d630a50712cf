"""Bringing a casebook of an earlier version up to this one (decision 5).

A migration has a number, and the number of the newest is the schema: revision `0001` leaves
`user_version` 1. A copy is migrated, its search index built anew, everything checked against
what the records ask for, and only then it takes the place of the old file, which is kept below
`backups/`. Killed at any moment, the casebook is the old one or the new one.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk import places
from airwars_desk.errors import Damaged, InUse, environment
from airwars_desk.i18n import tr
from airwars_desk.records.base import Base
from airwars_desk.store import casebook, registry, schema
from airwars_desk.store.engine import connect, make_engine, read_header
from airwars_desk.store.lock import Lock
from airwars_desk.store.refresh import derive_all
from airwars_desk.store.shape import OTHERS, differences, expected_shape, shape_of
from airwars_desk.store.snapshot import faults_of, snapshot, sync_file

if TYPE_CHECKING:
    from alembic.config import Config

HOME = Path(__file__).resolve().parent / "migrations"
VERSIONS: Sequence[Path] = (HOME / "versions",)
_JOURNAL = ("change", "entry", "change_entry", "erasure")


def migrate(folder: Path, registered: Path) -> None:
    """Migrate the casebook in `folder` to this version's schema; the old file is kept.

    Raises:
        InUse: somebody has it open.
        Damaged: it is damaged, or does not come out as it should; nothing was changed.
    """
    path = folder / casebook.DATABASE
    lock = Lock(folder / "lock")
    passing = folder / f".{casebook.DATABASE}.{secrets.token_hex(6)}.part"
    try:
        with environment(folder):
            number = read_header(path)[1]
            if number >= schema.SCHEMA:
                return  # somebody else was quicker
            _require_alone(path, folder)
            snapshot(path, passing)
            upgrade(passing)
            _require_right(passing, path, folder)
            _keep_old(path, folder, number)
            before = registry.file_id(path)
            passing.replace(path)
            places.sync_folder(folder)
            registry.move(registered, path, before)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            passing.with_name(passing.name + ending).unlink(missing_ok=True)
        lock.release()


def upgrade(path: Path) -> None:
    """Run the migrations that a database file still lacks, in place; nobody else may use it."""
    from alembic import command

    engine = make_engine(path, writing=True)
    try:
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF").fetchall()
            with connection.begin():
                command.upgrade(make_config(connection), "head")
                derive_all(connection)
                connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA}")
    finally:
        engine.dispose()
    raw = connect(path, writing=True)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.execute("PRAGMA journal_mode=DELETE").fetchall()
    raw.close()
    sync_file(path)


def make_config(connection: Any = None) -> "Config":
    """Alembic's settings: our folder of migrations, and the connection to run them on."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HOME).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, VERSIONS)).replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = Base.metadata
    return config


def is_ours_to_compare(_thing: object, name: str | None, kind: str, *_others: object) -> bool:
    """Say whether Alembic compares a thing: the search index and its own table are left out."""
    return not (kind == "table" and (name == "search" or name in OTHERS))


def _require_alone(path: Path, folder: Path) -> None:
    """Fold the log of writes into the file, which only works when nobody else has it open."""
    raw = connect(path, writing=True)
    try:
        found = raw.execute("PRAGMA journal_mode=DELETE").fetchone()
    except Exception as error:
        if "locked" not in str(error):
            raise
        found = None
    finally:
        raw.close()
    if found is None or found[0] != "delete":
        raise InUse(
            tr("“{name}” has to be brought up to date, but is open elsewhere.").format(
                name=folder.name
            ),
            tr("Close it in all other windows and programs, then try again."),
        )


def _require_right(copy: Path, original: Path, folder: Path) -> None:
    """The copy is whole, has the shape of this version and all of the journal."""
    raw = connect(copy, writing=False)
    try:
        wrong = next(faults_of(raw), None) or next(
            iter(differences(shape_of(raw), expected_shape())), None
        )
        lost = _journal_size(raw) != _size_of_journal(original)
    finally:
        raw.close()
    if wrong or lost:
        raise Damaged(
            tr("“{name}” could not be brought up to date; it was left as it is.").format(
                name=folder.name
            ),
            tr("Keep it safe, and ask for help with the output of “check”."),
        )


def _size_of_journal(path: Path) -> list[int]:
    raw = connect(path, writing=False)
    try:
        return _journal_size(raw)
    finally:
        raw.close()


def _journal_size(raw: Any) -> list[int]:
    return [raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _JOURNAL]


def _keep_old(path: Path, folder: Path, number: int) -> None:
    """Keep the old file below `backups/`; a second try replaces what the first one kept."""
    backups = places.private_folder(folder / "backups")
    kept = backups / f"schema-{number:04}.db"
    passing = backups / f".{kept.name}.{secrets.token_hex(6)}.part"
    try:
        snapshot(path, passing)
        passing.replace(kept)
        places.sync_folder(backups)
    finally:
        passing.unlink(missing_ok=True)
