"""Checking runs beside a writer; operations log counts and no names."""

import logging
from pathlib import Path

import pytest

from airwars_desk.errors import Cancelled, Refused
from airwars_desk.operations.desk import open_casebook
from airwars_desk.operations.upkeep import backup, check_casebook, check_folder, restore
from tests.store import books


def test_a_casebook_is_checked_while_somebody_writes_to_it(tmp_path: Path) -> None:
    writer = books.make_desk(tmp_path)
    assert check_folder(writer.office, writer.store.folder) == []
    books.add_incident(writer, 9)
    assert check_casebook(writer) == []
    writer.store.close()


def test_checking_can_be_stopped(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    steps: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        steps.append((done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        check_casebook(desk, stop)
    assert steps
    assert steps[0][0] <= steps[0][1]
    desk.store.close()


def test_what_is_no_casebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        check_folder(books.office(tmp_path), tmp_path / "nowhere.casebook")


def test_the_log_holds_counts_and_no_names(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    desk = books.make_desk(tmp_path)
    check_casebook(desk)
    backup(desk, tmp_path / "kept")
    restore(desk.office, tmp_path / "kept", tmp_path / "Back.casebook")
    desk.store.close()
    assert "backup: " in caplog.text
    for name in ("Village", "Invented", books.PERSON, "TS00", "qarya", "قرية"):
        assert name not in caplog.text


def test_a_restored_casebook_knows_who_worked_in_it(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    backup(desk, tmp_path / "kept")
    restore(desk.office, tmp_path / "kept", tmp_path / "Back.casebook")
    again = open_casebook(desk.office, tmp_path / "Back.casebook")
    assert again.person_name == books.PERSON
    again.store.close()
    desk.store.close()
