"""A casebook on disk: folder, database, lock, replica, head (DESIGN 2, 3.4).

`NAME.casebook/` holds `casebook.db`, `evidence/`, `drafts/`, `backups/` and `head.json`. The
head (replica -> counter, id) lives outside the database, so that a database which lost saves
is noticed. A copied, moved or restored casebook takes a new replica id before its first write.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, select, text
from sqlalchemy.dialects.sqlite import insert
from uuid_utils import uuid7

from airwars_desk import places
from airwars_desk.errors import Damaged, NotFound, Refused, TooNew, environment
from airwars_desk.i18n import tr
from airwars_desk.records.journal import CHANGE, META
from airwars_desk.records.kinds import RECORDS, table_of
from airwars_desk.store import search
from airwars_desk.store.engine import APPLICATION_ID, connect, make_engine, read_header
from airwars_desk.store.journal import heads_of_replicas
from airwars_desk.store.lock import Lock

SCHEMA = 1
DATABASE = "casebook.db"
HEAD = "head.json"
FOLDERS = ("evidence", "drafts", "backups")

Heads = dict[str, tuple[int, str]]


class Store:
    """An open casebook. Writing ones hold its lock; reading ones never do.

    `registry` is the settings file that ties this device's replicas to paths and files.
    `missing` names replicas whose head the database does not know: saves are missing.
    """

    def __init__(self, folder: Path, registry: Path, *, writing: bool) -> None:
        self.folder = folder
        self.path = folder / DATABASE
        self.is_writing = writing
        self._registry = registry
        self._lock = Lock(folder / "lock") if writing else None
        try:
            self._file_id = _file_id(self.path)
            self._writer = make_engine(self.path, writing=True) if writing else None
            self._reader = make_engine(self.path, writing=False)
            self._replica: str | None = None
            self.missing = self._missing_saves()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent read."""
        with environment(self.folder), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write: BEGIN IMMEDIATE; rolled back unless `commit` was called."""
        if self._writer is None:
            raise Refused(
                "read_only",
                tr("“{name}” is open for reading only.").format(name=self.folder.name),
                tr("Open it in the window, or end the program that holds it."),
            )
        with environment(self.folder), self._writer.connect() as connection:
            connection.begin()
            yield connection

    def commit(self, connection: Connection) -> None:
        """Commit, then replace the head; only after this may anybody say "Saved"."""
        heads = heads_of_replicas(connection)
        connection.commit()
        self.write_head(heads)

    def write_head(self, heads: Heads) -> None:
        """Replace `head.json`, on disk before this returns."""
        told = {replica: {"counter": n, "id": identity} for replica, (n, identity) in heads.items()}
        places.write_bytes_atomically(
            self.folder / HEAD, orjson.dumps(told, option=orjson.OPT_SORT_KEYS)
        )

    def check_still_there(self) -> None:
        """Refuse to commit into a database that was renamed or replaced while open."""
        try:
            same = _file_id(self.path) == self._file_id
        except NotFound:
            same = False
        if not same:
            raise Damaged(
                tr("“{name}” was moved or replaced while it was open.").format(
                    name=self.folder.name
                ),
                tr("Nothing was saved. Put it back, or open it from its new place."),
            )

    def writing_replica(self, connection: Connection) -> str:
        """This copy's replica id; a new one if the casebook was copied, moved or restored."""
        if self._replica is None:
            known = get_meta(connection, "replica")
            if known is None or not self._is_registered(known):
                started_from = chain_end_of(connection, known)[1] if known else None
                known = str(uuid7())
                set_meta(connection, "replica", known)
                set_meta(connection, "started_from", started_from)
                self._register(known)
            self._replica = known
        return self._replica

    def chain_end(self, connection: Connection, replica: str) -> tuple[int, str | None]:
        """The counter and id of a replica's last change; a new one starts from its origin."""
        counter, identity = chain_end_of(connection, replica)
        if identity is None:
            identity = get_meta(connection, "started_from")
        return counter, identity

    def close(self) -> None:
        """Give up connections and lock; the log of writes is folded into the database."""
        writer = getattr(self, "_writer", None)
        reader = getattr(self, "_reader", None)
        if reader is not None:
            reader.dispose()
        if writer is not None:
            try:
                with writer.connect() as connection:
                    raw = connection.connection.driver_connection
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                writer.dispose()
        if self._lock is not None:
            self._lock.release()

    def _missing_saves(self) -> list[str]:
        heads = read_head(self.folder)
        missing = []
        with self.reading() as connection:
            for replica, (counter, identity) in heads.items():
                found = connection.execute(
                    select(CHANGE.c.id).where(
                        CHANGE.c.replica == replica, CHANGE.c.counter == counter
                    )
                ).scalar()
                if found != identity:
                    missing.append(replica)
        return missing

    def _is_registered(self, replica: str) -> bool:
        return _read_registry(self._registry).get(replica) == self._identity()

    def _register(self, replica: str) -> None:
        known = _read_registry(self._registry)
        known[replica] = self._identity()
        places.private_folder(self._registry.parent)
        places.write_bytes_atomically(self._registry, orjson.dumps(known))

    def _identity(self) -> dict[str, str]:
        return {"path": str(self.path.resolve()), "file": self._file_id}


def create(folder: Path, registry: Path) -> Store:
    """Make an empty casebook and open it for writing.

    Raises:
        Refused: the folder exists, or cannot be made.
    """
    if folder.exists():
        raise Refused(
            "exists",
            tr("“{name}” exists already.").format(name=folder),
            tr("Choose another name."),
        )
    with environment(folder):
        places.private_folder(folder)
        for name in FOLDERS:
            places.private_folder(folder / name)
        places.create_private_file(folder / DATABASE)
        make_schema(folder / DATABASE)
    return Store(folder, registry, writing=True)


def open_store(folder: Path, registry: Path, *, writing: bool) -> Store:
    """Open a casebook.

    Raises:
        NotFound, Damaged, TooNew: there is none, it is something else, or too new.
        InUse: another window or program writes to it.
    """
    path = folder / DATABASE
    if not folder.exists():
        raise NotFound(
            tr("There is no casebook “{name}”.").format(name=folder),
            tr("Check the name and the folder."),
        )
    if not path.is_file():
        raise Damaged(
            tr("“{name}” is not a casebook.").format(name=folder),
            tr("Choose a folder whose name ends in .casebook."),
            code="not_a_casebook",
        )
    with environment(folder):
        application, schema = read_header(path)
        if application != APPLICATION_ID:
            raise Damaged(
                tr("“{name}” holds the database of another program.").format(name=folder),
                tr("Choose a casebook made by Airwars Desk."),
                code="not_a_casebook",
            )
        if schema > SCHEMA:
            raise TooNew(
                tr("“{name}” was made by a newer version of Airwars Desk.").format(name=folder),
                tr("Update the program and open it again."),
            )
        return Store(folder, registry, writing=writing)


def make_schema(path: Path) -> None:
    """Create all tables in an empty database file and mark it as ours."""
    raw = connect(path, writing=True)
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version={SCHEMA}")
    raw.close()
    engine = make_engine(path, writing=True)
    try:
        with engine.begin() as connection:
            table_of(RECORDS["incident"]).metadata.create_all(connection)
            connection.execute(text(search.CREATE))
    finally:
        engine.dispose()


def read_head(folder: Path) -> Heads:
    """The head as last written; empty where none was."""
    path = folder / HEAD
    if not path.exists():
        return {}
    try:
        told = orjson.loads(path.read_bytes())
        return {replica: (int(one["counter"]), str(one["id"])) for replica, one in told.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"unreadable": (0, "")}


def get_meta(connection: Connection, key: str) -> str | None:
    """A fact about this copy of the casebook."""
    return connection.execute(select(META.c.value).where(META.c.key == key)).scalar()


def set_meta(connection: Connection, key: str, value: str | None) -> None:
    """Write a fact about this copy of the casebook."""
    statement = insert(META).values(key=key, value=value)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )


def chain_end_of(connection: Connection, replica: str) -> tuple[int, str | None]:
    """The counter and id of a replica's last change; (0, None) if it has none."""
    row = connection.execute(
        select(CHANGE.c.counter, CHANGE.c.id)
        .where(CHANGE.c.replica == replica)
        .order_by(CHANGE.c.counter.desc())
        .limit(1)
    ).first()
    return (row.counter, row.id) if row else (0, None)


def _file_id(path: Path) -> str:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise NotFound(tr("“{path}” is gone.").format(path=path)) from error
    return f"{found.st_dev}:{found.st_ino}"


def _read_registry(path: Path) -> dict[str, Any]:
    try:
        known = orjson.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
