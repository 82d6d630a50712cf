"""Writes a migration: `python -m airwars_desk.store.migrations.write NAME`.

Compares the tables that the migrations make with those that the records ask for, and writes the
difference below `versions/`, to be read and corrected by a person. Then raise `schema.SCHEMA`.
The name `first` writes the first tables anew; only until the first release.
"""

import re
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from airwars_desk.records.base import Base
from airwars_desk.records.kinds import RECORDS
from airwars_desk.store import migrate
from airwars_desk.store.engine import make_engine
from airwars_desk.store.schema import SCHEMA

FIRST = migrate.VERSIONS[0] / "0001_first_tables.sql"


def write_first() -> Path:
    """Write the statements that make the tables of the records as they are now."""
    from sqlalchemy import create_mock_engine
    from sqlalchemy.schema import SchemaItem

    assert RECORDS, "all records are known"  # noqa: S101 - loading them fills the metadata
    statements: list[str] = []

    def keep(statement: SchemaItem, *_args: object, **_more: object) -> None:
        text = str(statement.compile(dialect=engine.dialect)).strip()  # type: ignore[attr-defined]
        statements.append("\n".join(line.rstrip() for line in text.split("\n") if line.strip()))

    engine = create_mock_engine("sqlite://", keep)
    Base.metadata.create_all(engine, checkfirst=False)
    FIRST.write_text(";\n\n".join(_in_order(statements)) + ";\n", "utf-8")
    return FIRST


def _in_order(statements: list[str]) -> list[str]:
    """Indexes of one table by their names: a table keeps them in no order of its own."""
    ordered: list[str] = []
    for is_index, run in groupby(statements, key=lambda text: "INDEX" in text.split("\n")[0]):
        made = list(run)
        ordered += sorted(made) if is_index else made
    return ordered


def write_next(name: str) -> Path:
    """Write the migration that leads from the newest one to the records as they are now."""
    from alembic import command

    number = SCHEMA + 1
    slug = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        path.touch(0o600)
        engine = make_engine(path, writing=True)
        try:
            with engine.begin() as connection:
                config = migrate.make_config(connection)
                command.upgrade(config, "head")
                command.revision(config, message=slug, autogenerate=True, rev_id=f"{number:04}")
        finally:
            engine.dispose()
    return migrate.VERSIONS[0] / f"{number:04}_{slug}.py"


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) == 2 else sys.exit("Name the migration.")
    written = write_first() if wanted == "first" else write_next(wanted)
    sys.stdout.write(f"{written}\n")
