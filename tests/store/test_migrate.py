"""Migrations make what the records ask for, and lose nothing on the way there."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3
from alembic import command

from airwars_desk.errors import Damaged, InUse
from airwars_desk.operations.browse import list_rows, read_page
from airwars_desk.operations.desk import Desk, open_casebook
from airwars_desk.operations.figures import figures
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.rules.query import Listing
from airwars_desk.store import migrate, schema
from airwars_desk.store.engine import connect, make_engine, read_header
from airwars_desk.store.journal import heads_of_replicas
from airwars_desk.store.schema import make_schema
from airwars_desk.store.shape import differences, expected_shape, shape_of
from tests.store import books

SECOND = '''
"""A step that brings a field back."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    """Add the field."""
    with op.batch_alter_table("victim", recreate="always") as table:
        table.add_column(sa.Column("age_raw", sa.Text(), nullable=True))
        {more}
'''


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.db"
    path.touch(0o600)
    return path


def make_older(path: Path) -> None:
    """Take a field and an index away, as if the casebook came from before they were added."""
    raw = connect(path, writing=True)
    raw.execute("ALTER TABLE victim DROP COLUMN age_raw")
    raw.execute("DELETE FROM search")
    raw.close()


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A casebook one version behind the program."""
    desk = books.make_desk(tmp_path)
    desk.store.close()
    make_older(desk.store.path)
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0002_back.py").write_text(SECOND.format(more=""), "utf-8")
    monkeypatch.setattr(schema, "SCHEMA", 2)
    monkeypatch.setattr(migrate, "VERSIONS", (*migrate.VERSIONS, steps))
    return desk


def test_migrations_make_the_tables_of_the_records(empty: Path) -> None:
    migrate.upgrade(empty)
    raw = connect(empty, writing=False)
    assert differences(shape_of(raw), expected_shape()) == []
    raw.close()


def test_a_new_casebook_has_the_tables_of_the_records_and_the_newest_number(empty: Path) -> None:
    make_schema(empty)
    raw = connect(empty, writing=False)
    assert differences(shape_of(raw), expected_shape()) == []
    stamped = raw.execute("SELECT version_num FROM alembic_version").fetchall()
    raw.close()
    assert stamped == [(f"{schema.SCHEMA:04}",)]
    names = sorted(path.name for path in migrate.VERSIONS[0].glob("[0-9]*.py"))
    assert [int(name[:4]) for name in names] == list(range(1, schema.SCHEMA + 1))


def test_nothing_is_left_to_migrate(empty: Path) -> None:
    make_schema(empty)
    engine = make_engine(empty, writing=True)
    with engine.begin() as connection:
        command.check(migrate.make_config(connection))
        assert not connection.in_nested_transaction()
    engine.dispose()


def test_a_missing_column_and_a_foreign_table_show_in_the_shape(empty: Path) -> None:
    make_schema(empty)
    raw = connect(empty, writing=True)
    raw.execute("ALTER TABLE victim DROP COLUMN age_raw")
    raw.execute("CREATE TABLE notes (text, CHECK (text IN ('a', 'b')))")
    raw.execute("DROP INDEX ix_entry_uid")
    assert differences(shape_of(raw), expected_shape()) == [
        "ix_entry_uid: missing",
        "notes: not ours",
        "victim: lacks age_raw TEXT",
    ]
    raw.close()


def test_an_older_casebook_is_brought_up_to_date(older: Desk) -> None:
    before = older.store.path.read_bytes()
    desk = open_casebook(older.office, older.store.folder)
    assert read_header(older.store.path)[1] == 2
    raw = connect(older.store.path, writing=False)
    assert differences(shape_of(raw), expected_shape()) == []
    raw.close()
    assert figures(desk)["alleged"]["killed_max"] == 4
    found = read_page(desk, list_rows(desk, Listing(text="قرية village 2")))
    assert [row.code for row in found if row] == ["TS002"]
    books.add_incident(desk, 7)
    with desk.store.reading() as connection:
        assert len(heads_of_replicas(connection)) == 1
    desk.store.close()
    kept = older.store.folder / "backups" / "schema-0001.db"
    assert read_header(kept)[1] == 1
    assert kept.stat().st_mode & 0o777 == 0o600
    assert not list(older.store.folder.glob("*.part*"))
    assert len(before) > 0


def test_a_reader_brings_it_up_to_date_too(older: Desk) -> None:
    desk = open_casebook(older.office, older.store.folder, writing=False)
    assert figures(desk)["incidents"] == 3
    desk.store.close()


def test_one_that_is_open_elsewhere_is_refused(older: Desk) -> None:
    other = sqlcipher3.dbapi2.connect(str(older.store.path), isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM incident").fetchall()
    with pytest.raises(InUse, match="brought up to date"):
        open_casebook(older.office, older.store.folder)
    other.close()
    assert read_header(older.store.path)[1] == 1
    open_casebook(older.office, older.store.folder).store.close()


KILLED = """
import os, sys, pathlib
from airwars_desk.operations.desk import Office, open_casebook
from airwars_desk.store import migrate, schema

folder, home, steps, stage, when = sys.argv[1:]
schema.SCHEMA = 2
migrate.VERSIONS = (*migrate.VERSIONS, pathlib.Path(steps))
owner = pathlib.Path if stage == "replace" else migrate
work = getattr(owner, stage)

def killed(*given, **named):
    if stage == "replace" and not given[0].name.startswith(".casebook.db"):
        return work(*given, **named)
    if when == "after":
        work(*given, **named)
    os._exit(9)

setattr(owner, stage, killed)
open_casebook(Office(folder=pathlib.Path(home)), pathlib.Path(folder))
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("stage", ["snapshot", "upgrade", "_require_right", "_keep_old", "replace"])
def test_a_migration_killed_at_any_step_leaves_the_old_or_the_new(
    older: Desk, tmp_path: Path, root: Path, stage: str, when: str
) -> None:
    arguments = [older.store.folder, older.office.folder, tmp_path / "steps", stage, when]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, arguments)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 9, done.stderr
    expected = 2 if (stage, when) == ("replace", "after") else 1
    assert read_header(older.store.path)[1] == expected
    desk = open_casebook(older.office, older.store.folder)
    assert read_header(older.store.path)[1] == 2
    assert figures(desk)["incidents"] == 3
    damage = [one.id for one in check_casebook(desk) if one.is_damage]
    assert damage == []
    desk.store.close()


def test_a_migration_that_comes_out_wrong_changes_nothing(older: Desk, tmp_path: Path) -> None:
    more = 'table.add_column(sa.Column("surplus", sa.Text(), nullable=True))'
    (tmp_path / "steps" / "0002_back.py").write_text(SECOND.format(more=more), "utf-8")
    with pytest.raises(Damaged, match="it was left as it is"):
        open_casebook(older.office, older.store.folder)
    assert read_header(older.store.path)[1] == 1
    assert not list(older.store.folder.glob("*.part*"))


def test_a_migration_that_breaks_off_changes_nothing(older: Desk, tmp_path: Path) -> None:
    broken = SECOND.format(more='raise RuntimeError("power cut")')
    (tmp_path / "steps" / "0002_back.py").write_text(broken, "utf-8")
    with pytest.raises(RuntimeError, match="power cut"):
        open_casebook(older.office, older.store.folder)
    assert read_header(older.store.path)[1] == 1
    assert not list(older.store.folder.glob("*.part*"))
