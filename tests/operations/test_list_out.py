"""What the list shows goes out as CSV, whole or not at all; the log holds counts and no names."""

import csv
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.errors import Cancelled, Refused
from airwars_desk.operations.browse import list_rows, list_totals
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.entry import new_case, save_case
from airwars_desk.operations.list_out import list_facts, write_list_csv
from airwars_desk.rules.list_columns import COLUMNS
from airwars_desk.rules.query import Listing
from tests.store import books


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = books.make_desk(tmp_path)
    yield made
    made.store.close()


def read(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_columns_and_order_are_as_shown(desk: Desk, tmp_path: Path) -> None:
    rows = list_rows(desk, Listing(sort=(("code", "desc"),)))
    path = tmp_path / "list.csv"
    assert write_list_csv(desk, rows, ("place", "killed_max", "code", "sources"), path) == 3
    lines = read(path)
    assert list(lines[0]) == ["Place", "Killed, min", "Killed, max", "Code", "Sources", "Origins"]
    assert [line["Code"] for line in lines] == ["TS002", "TS001", "TS000"]
    assert [(line["Killed, min"], line["Killed, max"]) for line in lines] == [
        ("3", "6"),
        ("2", "5"),
        ("1", "4"),
    ]


def test_every_column_is_written_and_unknown_is_empty(desk: Desk, tmp_path: Path) -> None:
    case = new_case(desk)
    case.set(case.uid, "location_name", "=HYPERLINK(1)")
    save_case(desk, case)
    rows = list_rows(desk, Listing())
    write_list_csv(desk, rows, tuple(COLUMNS), tmp_path / "all.csv")
    lines = {line["Code"]: line for line in read(tmp_path / "all.csv")}
    decided = lines["TS000"]
    assert (decided["Killed, decided, min"], decided["Killed, decided, max"]) == ("1", "4")
    assert decided["State"] == "Decided"
    assert decided["Date"] == "2017-03-01"
    assert decided["Assigned to"] == books.PERSON
    bare = lines[""]
    assert bare["Place"] == "'=HYPERLINK(1)"
    assert bare["Killed, min"] == bare["Date"] == bare["Grade"] == ""


def test_the_old_file_stays_when_it_is_cancelled_or_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_list_csv(desk, list_rows(desk, Listing()), (), path, stop)
    with pytest.raises(Refused):
        write_list_csv(desk, [], (), tmp_path)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")] == []


def test_a_list_says_what_it_adds_up_to_and_when(desk: Desk) -> None:
    rows = list_rows(desk, Listing())
    facts = list_facts(desk, rows)
    assert facts.totals == list_totals(desk, rows)
    assert facts.as_of is not None
    assert facts.as_of < desk.clock()
    assert list_facts(desk, []).as_of is None


def test_the_log_notes_the_export_without_names(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    write_list_csv(desk, list_rows(desk, Listing()), (), tmp_path / "list.csv")
    assert "list as csv: 3 incidents, 11 columns" in caplog.text
    assert "Village" not in caplog.text
