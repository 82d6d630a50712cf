"""A casebook on disk: who may read it, what is refused, what the head tells."""

import os
import shutil
from pathlib import Path

import orjson
import pytest
import sqlcipher3

from airwars_desk.errors import BadInput, Damaged, InUse, NotFound, Refused, TooNew
from airwars_desk.operations.desk import Desk, open_casebook, people
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.store import casebook
from airwars_desk.store.heads import read_head
from airwars_desk.store.journal import heads_of_replicas
from airwars_desk.store.verify import check_casebook
from tests.store import books


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = books.make_desk(tmp_path)
    made.store.close()
    return made


def modes(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}


def replicas(desk: Desk) -> list[str]:
    with desk.store.reading() as connection:
        return sorted(heads_of_replicas(connection))


def test_everything_is_for_its_owner_alone(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    folder = desk.store.folder
    assert modes(folder) == {0o600}
    assert {
        p.stat().st_mode & 0o777 for p in (folder, *(folder / f for f in casebook.FOLDERS))
    } == {0o700}
    desk.store.close()
    assert modes(folder) == {0o600}
    assert not (folder / "casebook.db-wal").exists()


def test_the_head_names_the_newest_change(desk: Desk) -> None:
    again = open_casebook(desk.office, desk.store.folder, writing=False)
    with again.store.reading() as connection:
        assert read_head(desk.store.folder) == heads_of_replicas(connection)
    assert again.store.missing == []
    again.store.close()


def test_a_database_that_lost_saves_is_noticed(desk: Desk, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(desk.store.path.read_bytes())
    again = open_casebook(desk.office, desk.store.folder)
    books.add_incident(again, 9)
    again.store.close()
    desk.store.path.write_bytes(old.read_bytes())
    shortened = open_casebook(desk.office, desk.store.folder, writing=False)
    assert shortened.store.missing == replicas(shortened)
    shortened.store.close()


def test_a_head_that_cannot_be_read_counts_as_missing_saves(desk: Desk) -> None:
    (desk.store.folder / "head.json").write_bytes(b"{broken")
    again = open_casebook(desk.office, desk.store.folder, writing=False)
    assert again.store.missing == ["unreadable"]
    again.store.close()


def test_a_copy_becomes_a_new_replica_that_names_its_origin(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "Copy.casebook"
    shutil.copytree(desk.store.folder, copy)
    before = read_head(copy)
    again = open_casebook(desk.office, copy)
    books.add_incident(again, 9)
    heads = read_head(copy)
    (new,) = heads.keys() - before.keys()
    assert heads[new][0] == 1
    with again.store.reading() as connection:
        first = connection.exec_driver_sql(
            "SELECT previous FROM change WHERE replica = ?", (new,)
        ).scalar_one()
    again.store.close()
    assert [first] == [identity for _, identity in before.values()]


def test_a_change_that_is_rolled_back_leaves_the_replica_as_it_was(
    desk: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "Copy.casebook"
    shutil.copytree(desk.store.folder, copy)
    again = open_casebook(desk.office, copy)
    with again.store.writing() as connection:
        dropped = again.store.writing_replica(connection)
    books.add_incident(again, 9)
    assert dropped not in replicas(again)
    with again.store.reading() as connection:
        assert casebook.get_meta(connection, "started_from") is not None
    again.store.close()


def test_an_older_copy_put_back_into_its_old_place_is_another_replica(desk: Desk) -> None:
    """Also where it gets the number of the file that lay there: here it is the very same file."""
    path = desk.store.path
    older = path.read_bytes()
    again = open_casebook(desk.office, desk.store.folder)
    books.add_incident(again, 8)
    known = set(replicas(again))
    again.store.close()
    path.write_bytes(older)
    (desk.store.folder / "head.json").unlink()
    back = open_casebook(desk.office, desk.store.folder)
    books.add_incident(back, 9)
    assert len(set(replicas(back)) - known) == 1
    back.store.close()


def test_what_is_written_while_a_closed_casebook_is_read_is_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    reader = open_casebook(desk.office, desk.store.folder, writing=False)
    with reader.store.reading():
        pass
    with pytest.raises(InUse, match="written to while"), reader.store.reading():
        os.utime(desk.store.path, ns=(1, 1))
    reader.store.close()


def test_a_newcomer_is_known_with_the_first_change_and_not_before(desk: Desk) -> None:
    opened = open_casebook(desk.office, desk.store.folder, person="Berta Example")
    assert people(opened) == {desk.person: books.PERSON}
    with pytest.raises(BadInput):
        save_items(opened, "save_areas", [new_item("area", name="a\0b")])
    assert people(opened) == {desk.person: books.PERSON}
    opened.store.close()
    opened = open_casebook(desk.office, desk.store.folder, person="Berta Example")
    books.add_incident(opened, 9)
    assert set(people(opened).values()) == {books.PERSON, "Berta Example"}
    books.add_incident(opened, 10)
    assert len(people(opened)) == 2
    opened.store.close()
    assert open_and_close(desk) == "Berta Example"


def open_and_close(desk: Desk) -> str:
    """Who is at work when nobody is named."""
    opened = open_casebook(desk.office, desk.store.folder)
    opened.store.close()
    return opened.person_name


def test_the_same_casebook_stays_the_same_replica(desk: Desk) -> None:
    again = open_casebook(desk.office, desk.store.folder)
    books.add_incident(again, 9)
    assert len(replicas(again)) == 1
    again.store.close()


def test_a_second_writer_is_refused_and_readers_are_not(desk: Desk) -> None:
    writer = open_casebook(desk.office, desk.store.folder)
    with pytest.raises(InUse):
        open_casebook(desk.office, desk.store.folder)
    reader = open_casebook(desk.office, desk.store.folder, writing=False)
    with pytest.raises(Refused) as caught, reader.store.writing():
        pass
    assert caught.value.code == "read_only"
    reader.store.close()
    writer.store.close()


def test_a_database_moved_while_open_takes_no_more_saves(desk: Desk) -> None:
    writer = open_casebook(desk.office, desk.store.folder)
    away = desk.store.path.with_name("away.db")
    desk.store.path.rename(away)
    with pytest.raises(Damaged, match="moved or replaced"):
        books.add_incident(writer, 9)
    away.rename(desk.store.path)
    books.add_incident(writer, 9)
    writer.store.close()


def test_what_is_no_casebook_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_casebook(desk.office, tmp_path / "nowhere.casebook")
    (tmp_path / "empty.casebook").mkdir()
    with pytest.raises(Damaged, match="is not a casebook"):
        open_casebook(desk.office, tmp_path / "empty.casebook")
    other = tmp_path / "other.casebook"
    other.mkdir()
    foreign = sqlcipher3.dbapi2.connect(str(other / "casebook.db"))
    foreign.execute("CREATE TABLE notes (text)")
    foreign.close()
    before = (other / "casebook.db").read_bytes()
    with pytest.raises(Damaged, match="another program"):
        open_casebook(desk.office, other)
    assert (other / "casebook.db").read_bytes() == before
    assert [path.name for path in other.iterdir()] == ["casebook.db"]


def test_a_casebook_of_a_newer_version_is_refused(desk: Desk) -> None:
    raw = sqlcipher3.dbapi2.connect(str(desk.store.path))
    raw.execute("PRAGMA user_version=99")
    raw.close()
    before = desk.store.path.read_bytes()
    with pytest.raises(TooNew, match="newer version"):
        open_casebook(desk.office, desk.store.folder)
    assert desk.store.path.read_bytes() == before


ENDLESS = """CREATE VIEW quiet AS
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n"""
QUIET = "CREATE TRIGGER quiet AFTER INSERT ON change BEGIN DELETE FROM victim; END"


@pytest.mark.parametrize("statement", [QUIET, ENDLESS], ids=["trigger", "view"])
@pytest.mark.parametrize("writing", [True, False])
def test_one_with_a_trigger_or_a_view_is_refused_by_its_name(
    desk: Desk, statement: str, *, writing: bool
) -> None:
    raw = sqlcipher3.dbapi2.connect(str(desk.store.path), isolation_level=None)
    raw.execute(statement)
    raw.close()
    with pytest.raises(Damaged, match="not ours: quiet"):
        open_casebook(desk.office, desk.store.folder, writing=writing)
    raw = sqlcipher3.dbapi2.connect(str(desk.store.path), isolation_level=None)
    raw.execute(f"DROP {statement.split()[1]} quiet")
    raw.close()
    open_casebook(desk.office, desk.store.folder, writing=writing).store.close()


def test_a_casebook_that_exists_is_not_made_again(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        books.make_desk(tmp_path)
    assert caught.value.code == "exists"


def test_the_head_is_plain_json(desk: Desk) -> None:
    told = orjson.loads((desk.store.folder / "head.json").read_bytes())
    assert all(set(one) == {"counter", "id"} for one in told.values())


def test_what_an_earlier_version_derived_is_made_anew(desk: Desk) -> None:
    raw = sqlcipher3.dbapi2.connect(str(desk.store.path), isolation_level=None)
    raw.execute("UPDATE meta SET value = '0' WHERE key = 'derived'")
    raw.execute("UPDATE listing SET killed_max = 99")
    raw.execute("DELETE FROM counted")
    raw.close()
    assert [one.id for one in check_casebook(desk.store.folder)] == ["stale"]
    open_casebook(desk.office, desk.store.folder).store.close()
    assert check_casebook(desk.store.folder) == []
