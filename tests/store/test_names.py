"""Terms are read with all their names."""

from pathlib import Path

import sqlcipher3
from sqlalchemy import create_engine, insert

from airwars_desk.records.base import Base
from airwars_desk.records.kinds import RECORDS, table_of
from airwars_desk.store.names import names_of, read_terms


def test_terms_and_their_names(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'c.db'}", module=sqlcipher3.dbapi2)
    Base.metadata.create_all(engine)
    base = {"is_live": True, "label": None, "aliases": None, "position": None}
    with engine.begin() as connection:
        connection.execute(
            insert(table_of(RECORDS["term"])),
            [
                {
                    **base,
                    "uid": "province/b",
                    "vocabulary": "province",
                    "label": "B",
                    "position": 2,
                },
                {
                    **base,
                    "uid": "province/a",
                    "vocabulary": "province",
                    "label": "A",
                    "position": 1,
                    "aliases": ["Ay", "أ"],
                },
                {**base, "uid": "province/#9", "vocabulary": "province"},
                {**base, "uid": "province/x", "vocabulary": "province", "is_live": False},
                {**base, "uid": "country/c", "vocabulary": "country", "label": "C"},
            ],
        )
        terms = read_terms(connection, ["province"])
        assert [term.uid for term in terms] == ["province/a", "province/b", "province/#9"]
        assert terms[0].aliases == ("Ay", "أ")
        assert len(read_terms(connection)) == 4
        assert names_of(connection, ["province/a", "province/#9", "province/gone"]) == {
            "province/a": "A",
            "province/#9": "#9 (unnamed)",
            "province/gone": "gone (unnamed)",
        }
    engine.dispose()
