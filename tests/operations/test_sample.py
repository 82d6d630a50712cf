"""The sample casebook: made once, found again, gone when it could not be made whole."""

from pathlib import Path

import pytest

from airwars_desk.errors import Cancelled
from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.figures import figures
from airwars_desk.operations.sample import fullest_month, make_sample, sample_casebook


def test_sample_is_made_once_and_found_again() -> None:
    office = Office()
    first = sample_casebook(office, 20)
    counted = figures(first)
    assert counted["incidents"] == 20
    assert first.role == "supervisor"
    close(first)
    again = sample_casebook(office, 20)
    assert figures(again) == counted
    close(again)
    assert [p.name for p in (office.folder / "samples").iterdir()] == ["Qasra-20.casebook"]


def test_fresh_sample_lies_beside_the_others() -> None:
    office = Office()
    close(sample_casebook(office, 20))
    desk = sample_casebook(office, 20, fresh=True)
    assert desk.store.folder.name == "Qasra-20-1.casebook"
    close(desk)


def test_provinces_of_the_invented_country_are_known(tmp_path: Path) -> None:
    desk = make_sample(Office(), tmp_path / "a.casebook", 40)
    names = {row["name"] for row in figures(desk)["by_province"]}
    close(desk)
    assert names & {"Sarim", "Jawra", "Dalun", "Maraya"}


def test_stopped_sample_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(Office(), tmp_path / "samples.casebook", 120, report=stop)
    assert [p for p in tmp_path.iterdir() if "sample" in p.name] == []


def test_a_sample_tells_how_far_it_is_and_stops_late_as_well(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    close(
        make_sample(
            Office(), tmp_path / "a.casebook", 120, report=lambda *numbers: told.append(numbers)
        )
    )
    assert told == sorted(told)
    assert told[-1] == (120, 120)
    assert len({done for done, _ in told}) > 4

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(Office(), tmp_path / "b.casebook", 120, report=stop)
    assert not (tmp_path / "b.casebook").exists()


def test_fullest_month_is_the_later_of_equals() -> None:
    rows = [{"month": m, "alleged": {"incidents": n}} for m, n in (("2031-01", 2), ("2031-02", 2))]
    assert fullest_month({"by_month": rows}) == "2031-02"
    assert fullest_month({"by_month": []}) == ""
