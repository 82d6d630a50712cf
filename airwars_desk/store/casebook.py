"""A casebook on disk: folder, database, lock, replica, head (DESIGN 2, 3.4).

`NAME.casebook/` holds `casebook.db`, `evidence/`, `drafts/`, `backups/` and `head.json`. The
head (replica -> counter, id) lives outside the database, so that a database which lost saves
is noticed. A copied, moved or restored casebook takes a new replica id before its first write.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert
from uuid_utils import uuid7

from airwars_desk import places
from airwars_desk.errors import Damaged, InUse, NotFound, Refused, TooNew, environment
from airwars_desk.i18n import tr
from airwars_desk.records.journal import CHANGE, META
from airwars_desk.store import registry, schema
from airwars_desk.store.engine import (
    APPLICATION_ID,
    is_at_rest,
    make_engine,
    read_header,
    without_database,
)
from airwars_desk.store.heads import read_head, write_head
from airwars_desk.store.journal import heads_of_replicas
from airwars_desk.store.lock import Lock
from airwars_desk.store.schema import DERIVED, DERIVED_KEY, make_schema
from airwars_desk.store.snapshot import refuse_foreign

DATABASE = "casebook.db"
FOLDERS = ("evidence", "drafts", "backups")


class Store:
    """An open casebook. Writing ones hold its lock; reading ones never do.

    `registered` is the settings file that ties this device's replicas to paths and files.
    `missing` names replicas whose head the database does not know: saves are missing.
    """

    def __init__(self, folder: Path, registered: Path, *, writing: bool) -> None:
        self.folder = folder
        self.path = folder / DATABASE
        self.is_writing = writing
        self._registry = registered
        self._written: tuple[str | None, str | None] = (None, None)  # replica, its last change
        self._lock = Lock(folder / "lock") if writing else None
        try:
            self._file_id = registry.file_id(self.path)
            self._stands = None if writing or not is_at_rest(self.path) else _stamp(self.path)
            self._writer = make_engine(self.path, writing=True) if writing else None
            self._reader = make_engine(self.path, writing=False)
            with self.reading() as connection:
                refuse_foreign(connection.connection.driver_connection, folder)
            self.missing = self._missing_saves()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent read."""
        with environment(self.folder), self._reader.begin() as connection:
            yield connection
        if self._stands is not None and self._stands != _stamp(self.path):
            raise InUse(
                tr("“{name}” was written to while it was being read.").format(
                    name=self.folder.name
                ),
                tr("Try again, or read a copy of it."),
            )

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write: BEGIN IMMEDIATE; rolled back unless `commit` was called."""
        if self._writer is None:
            raise Refused(
                "read_only",
                tr("“{name}” is open for reading only.").format(name=self.folder.name),
                tr("Open it in the window, or end the program that holds it."),
            )
        self.check_still_there()
        with environment(self.folder), self._writer.connect() as connection:
            connection.begin()
            yield connection

    def commit(self, connection: Connection) -> None:
        """Commit, then replace the head; only after this may anybody say "Saved"."""
        heads = heads_of_replicas(connection)
        replica = get_meta(connection, "replica")
        self._written = replica, heads.get(replica or "", (0, None))[1]
        connection.commit()
        write_head(self.folder, heads)

    def check_still_there(self) -> None:
        """Refuse to commit into a database that was renamed or replaced while open."""
        try:
            same = registry.file_id(self.path) == self._file_id
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
        known = get_meta(connection, "replica")
        if known is None or not self._is_here(connection, known):
            started_from = chain_end_of(connection, known)[1] if known else None
            known = str(uuid7())
            set_meta(connection, "replica", known)
            set_meta(connection, "started_from", started_from)
            registry.register(self._registry, known, self._place())
        return known

    def chain_end(self, connection: Connection, replica: str) -> tuple[int, str | None]:
        """The counter and id of a replica's last change; a new one starts from its origin."""
        counter, identity = chain_end_of(connection, replica)
        if identity is None:
            identity = get_meta(connection, "started_from")
        return counter, identity

    def fold_log(self) -> None:
        """Fold the log of writes into the database and cut it to nothing."""
        if self._writer is not None:
            with self._writer.connect() as connection:
                cursor = connection.connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Give up connections and lock; the log of writes is folded into the database."""
        writer = getattr(self, "_writer", None)
        reader = getattr(self, "_reader", None)
        if reader is not None:
            reader.dispose()
        try:
            if writer is not None:
                self.fold_log()
                self._note_head()
        finally:
            if writer is not None:
                writer.dispose()
            if self._lock is not None:
                self._lock.release()

    def _note_head(self) -> None:
        """Tell this device what was written last; if that fails, the saves are safe anyway."""
        replica, head = self._written
        if replica and head:
            with suppress(Refused):
                registry.note_head(self._registry, replica, head)

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

    def _is_here(self, connection: Connection, replica: str) -> bool:
        """Say whether this is the file the replica has always written, and none that lacks any."""
        if not registry.is_registered(self._registry, replica, self._place()):
            return False
        head = registry.head_of(self._registry, replica)
        known = select(CHANGE.c.row).where(CHANGE.c.id == head)
        return head is None or connection.execute(known).first() is not None

    def _place(self) -> registry.Place:
        return registry.place_of(self.path, self._file_id)


def create(folder: Path, registered: Path) -> Store:
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
    return Store(folder, registered, writing=True)


def open_store(folder: Path, registered: Path, *, writing: bool) -> Store:
    """Open a casebook.

    Raises:
        NotFound, Damaged, TooNew: there is none, it is something else, or too new.
        InUse: another window or program writes to it.
    """
    require_casebook(folder, registered)
    with environment(folder):
        store = Store(folder, registered, writing=writing)
    if writing:
        try:
            _derive_if_stale(store)
        except BaseException:
            store.close()
            raise
    return store


def _derive_if_stale(store: Store) -> None:
    """Make lists, figures and search anew where an earlier version derived them differently."""
    with store.reading() as connection:
        if get_meta(connection, DERIVED_KEY) == str(DERIVED):
            return
    from airwars_desk.store.refresh import derive_all

    with store.writing() as connection:
        derive_all(connection)
        connection.commit()


def require_casebook(folder: Path, registered: Path) -> None:
    """Refuse what is no casebook of this version or an earlier one; the latter is migrated.

    Raises:
        NotFound, Damaged, TooNew: there is none, it is something else, or too new.
        InUse: it has to be migrated and is open elsewhere.
    """
    path = folder / DATABASE
    if not folder.exists():
        raise NotFound(
            tr("There is no casebook “{name}”.").format(name=folder),
            tr("Check the name and the folder."),
        )
    if not path.is_file():
        raise without_database(path)
    with environment(folder):
        application, number = read_header(path)
        if application != APPLICATION_ID:
            raise Damaged(
                tr("“{name}” holds the database of another program.").format(name=folder),
                tr("Choose a casebook made by Airwars Desk."),
                code="not_a_casebook",
            )
        if number > schema.SCHEMA:
            raise TooNew(
                tr("“{name}” was made by a newer version of Airwars Desk.").format(name=folder),
                tr("Update the program and open it again."),
            )
        if number < schema.SCHEMA:
            from airwars_desk.store.migrate import migrate

            migrate(folder, registered)


def _stamp(path: Path) -> tuple[int, int, bool]:
    """What changes when somebody writes to a database: its time, its size, a log beside it."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size, Path(f"{path}-wal").exists()


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
