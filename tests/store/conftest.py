"""An empty database with the terms that the invented rows of `figure_cases` use."""

from collections.abc import Iterator

import pytest
import sqlcipher3
from sqlalchemy import Engine, create_engine, insert

from airwars_desk.records.base import Base
from airwars_desk.records.kinds import RECORDS, table_of
from tests.store.figure_cases import NAMES


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    path = tmp_path_factory.mktemp("figures") / "casebook.db"
    made = create_engine(f"sqlite:///{path}", module=sqlcipher3.dbapi2)
    Base.metadata.create_all(made)
    with made.begin() as connection:
        connection.execute(
            insert(table_of(RECORDS["term"])),
            [
                {
                    "uid": uid,
                    "is_live": True,
                    "vocabulary": uid.partition("/")[0],
                    "label": None if "#" in uid else name,
                }
                for uid, name in NAMES.items()
            ],
        )
    yield made
    made.dispose()
