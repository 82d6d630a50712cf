"""Every connection has the settings of decision 4; readers cannot write."""

from pathlib import Path

import pytest
import sqlcipher3

from airwars_desk.errors import Damaged, Environment
from airwars_desk.store import engine
from airwars_desk.store.schema import SCHEMA
from tests.store import books

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 10000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "cache_size": -65536,
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    desk = books.make_desk(tmp_path, incidents=0)
    desk.store.close()
    return desk.store.path


@pytest.mark.parametrize("writing", [True, False])
def test_every_setting_holds(database: Path, *, writing: bool) -> None:
    connection = engine.connect(database, writing=writing)
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}
    connection.close()
    assert found == SETTINGS


def test_a_setting_that_does_not_hold_is_refused(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PRAGMAS", (("synchronous", "FULL", 99),))
    with pytest.raises(Environment, match="synchronous"):
        engine.connect(database, writing=True)


def test_readers_cannot_write(database: Path) -> None:
    connection = engine.connect(database, writing=False)
    with pytest.raises(sqlcipher3.dbapi2.OperationalError, match="readonly"):
        connection.execute("DELETE FROM meta")
    connection.close()


def test_writes_begin_at_once(database: Path) -> None:
    """A writer takes its place before it reads, so that it never fails on its way up."""
    writer = engine.make_engine(database, writing=True)
    with writer.connect() as connection, connection.begin():
        other = engine.connect(database, writing=True)
        other.execute("PRAGMA busy_timeout=1")
        with pytest.raises(sqlcipher3.dbapi2.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
    writer.dispose()


def test_parameters_stay_out_of_error_messages(database: Path) -> None:
    maker = engine.make_engine(database, writing=True)
    insert = "INSERT INTO meta VALUES ('k', ?)"
    with maker.connect() as connection:
        connection.exec_driver_sql(insert, ("A Secret Name",))
        with pytest.raises(Exception, match="UNIQUE") as caught:
            connection.exec_driver_sql(insert, ("A Secret Name",))
    maker.dispose()
    assert "Secret" not in str(caught.value)


def test_the_header_tells_application_and_schema(database: Path) -> None:
    assert engine.read_header(database) == (engine.APPLICATION_ID, SCHEMA)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"PK\3\4" + b"\0" * 200])
def test_the_header_of_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(Damaged, match="not a casebook") as caught:
        engine.read_header(path)
    assert caught.value.code == "not_a_casebook"


def test_a_path_with_signs_that_mean_something_in_addresses_opens(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path, incidents=0, name="Ä 100% #1 ?mode=rw.casebook")
    desk.store.close()
    connection = engine.connect(desk.store.path, writing=False)
    assert connection.execute("SELECT count(*) FROM person").fetchone() == (1,)
    connection.close()
