"""The first look shows what the list shows, and says nothing of what it cannot read."""

import sqlite3
from pathlib import Path

from airwars_desk.operations.browse import list_rows, read_page
from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.sample import sample_casebook
from airwars_desk.rules.query import Listing
from airwars_desk.store.engine import APPLICATION_ID
from airwars_desk.store.glance import MARK, PAGE, glance
from airwars_desk.store.lists import ListingRow


def test_it_shows_what_the_list_shows(tmp_path: Path) -> None:
    desk = sample_casebook(Office(folder=tmp_path), 60)
    found = glance(desk.store.folder)
    assert found is not None
    rows, page = found
    assert rows == list_rows(desk, Listing())
    listed = read_page(desk, rows[:PAGE])
    assert len(page) == len(listed) == 60
    for seen, known in zip(page, listed, strict=True):
        assert known is not None
        assert [getattr(seen, name) for name in ListingRow._fields] == list(known)
    close(desk)


def test_the_mark_is_that_of_the_engine() -> None:
    assert MARK == APPLICATION_ID


def test_what_is_no_casebook_is_nothing(tmp_path: Path) -> None:
    assert glance(tmp_path) is None
    (tmp_path / "casebook.db").write_bytes(b"not a database at all" * 100)
    assert glance(tmp_path) is None
    (tmp_path / "casebook.db").unlink()
    other = sqlite3.connect(tmp_path / "casebook.db")
    other.execute("CREATE TABLE listing (incident INTEGER)")
    other.commit()
    other.close()
    assert glance(tmp_path) is None
