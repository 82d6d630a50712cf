"""The sample casebook: made once, found again, gone when it could not be made whole."""

from pathlib import Path

import pytest

from airwars_desk.errors import Cancelled
from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.figures import figures
from airwars_desk.operations.sample import fullest_month, sample_casebook


def test_sample_is_made_once_and_found_again(tmp_path: Path) -> None:
    office = Office()
    first = sample_casebook(office, tmp_path / "samples", 12)
    counted = figures(first)
    assert counted["incidents"] == 12
    assert first.role == "supervisor"
    close(first)
    again = sample_casebook(office, tmp_path / "samples", 12)
    assert figures(again) == counted
    close(again)
    assert [p.name for p in (tmp_path / "samples").iterdir()] == ["Sample 12.casebook"]


def test_stopped_sample_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        sample_casebook(Office(), tmp_path / "samples", 120, stop)
    assert list((tmp_path / "samples").iterdir()) == []


def test_fullest_month_is_the_later_of_equals() -> None:
    rows = [{"month": m, "alleged": {"incidents": n}} for m, n in (("2031-01", 2), ("2031-02", 2))]
    assert fullest_month({"by_month": rows}) == "2031-02"
    assert fullest_month({"by_month": []}) == ""
