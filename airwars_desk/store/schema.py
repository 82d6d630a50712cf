"""The tables of a new casebook, and the numbers by which an older one is known."""

from pathlib import Path

from sqlalchemy import text

from airwars_desk.records.journal import META
from airwars_desk.records.kinds import RECORDS, table_of
from airwars_desk.store import search
from airwars_desk.store.engine import APPLICATION_ID, connect, make_engine

SCHEMA = 1
"""The newest migration. A casebook below it is migrated, one above it refused."""

DERIVED = 3
"""Raise it when lists, figures or search come out differently from the same records (derive.py,
search.py, the rules they use): a casebook with another number has them made anew."""

DERIVED_KEY = "derived"
_STAMP = (  # as Alembic makes it; written here so that a new casebook need not load it
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


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
            connection.execute(text(_STAMP))
            connection.execute(text(f"INSERT INTO alembic_version VALUES ('{SCHEMA:04}')"))
            connection.execute(META.insert().values(key=DERIVED_KEY, value=str(DERIVED)))
    finally:
        engine.dispose()
