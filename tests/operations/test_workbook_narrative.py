"""The narrative in the workbook: tokens read, with the ranges as which the row counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.workbook import write_all
from airwars_desk.store.transact import transact
from tests.operations.test_workbook import AT, COALITION, add, table

SOURCE, GONE = "a" * 32, "b" * 32


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_casebook(
        Office(folder=tmp_path / "office"), tmp_path / "c.casebook", "Ada", "supervisor"
    )
    yield opened
    close(opened)


def narrate(desk: Desk, incident: str, text: str, language: str = "english") -> None:
    uid = f"{incident} {language}"
    with transact(desk.store, person=desk.person, at=AT, operation="save_case") as work:
        values = {"incident": incident, "language": f"language/{language}", "text": text}
        work.append("narrative", uid, values)


def test_a_row_reads_its_tokens_with_the_ranges_it_counts(desk: Desk, tmp_path: Path) -> None:
    add(desk, "one", "AB1", "2017-03-05", (2, 5), tracked=[COALITION], grade="Fair")
    add(desk, "two", "AB2", "2017-03-07", (7, 9), tracked=[COALITION], decided=False)
    add(desk, "three", "AB3", "2017-03-09", (7, 9), tracked=[COALITION], decided=False)
    with transact(desk.store, person=desk.person, at=AT, operation="save_case") as work:
        work.append("citation", SOURCE, {"incident": "one", "position": 0, "name": "Qasra Today"})
        work.append(
            "working_range",
            "moved since",
            {"incident": "one", "group": "group/civilians", "form": "group",
             "position": 0, "killed_min": 99, "killed_max": 99},
        )  # fmt: skip
    narrate(desk, "one", f"[source:{SOURCE}]: [count:killed] killed, [count:men killed] men.")
    narrate(desk, "one", f"[source:{GONE}]", "arabic")
    narrate(desk, "two", "[count:killed] killed, [killed] as it came.")
    narrate(desk, "three", "Nothing to read in it.")
    written = write_all(desk, tmp_path / "a.xlsx")
    found = {row["Code"]: row["Narrative"] for row in table(written.path, "Incidents")}
    assert sorted(found["AB1"].split("\n\n")) == [
        "(a source that is no longer here)",
        "Qasra Today (S1): 2–5 killed, – men.",
    ]
    assert found["AB2"] == "7–9 killed, [killed] as it came."
    assert found["AB3"] == "Nothing to read in it."
