"""Months nobody monitored are empty in the workbook, never nought, and say so."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from airwars_desk.errors import Refused
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import resolve_filters
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.operations.workbook import Written, write_all, write_month
from tests.operations.test_workbook import COALITION, RUSSIA, add, rows, table

WHY = "There were no funds."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_casebook(Office(folder=tmp_path / "office"), tmp_path / "c.casebook", "Ada")
    add(opened, "one", "AB1", "2017-03-05", (2, 5), tracked=[COALITION], grade="Fair")
    add(opened, "two", "AB2", "2017-07-07", (1, 9), tracked=[RUSSIA], grade="Fair")
    add(opened, "three", "AB3", "2017-09-07", (3, 4), tracked=[COALITION], grade="Fair")
    yield opened
    close(opened)


def gap(desk: Desk, first: str, last: str, **whom: Any) -> None:
    item = new_item("monitoring_gap", month_from=first, month_to=last, reason=WHY, **whom)
    save_items(desk, "save_gaps", [item])


def by_month(written: Written, sheet: str = "Month series") -> dict[str, list[Any]]:
    return {f"{row[0]:.0f}": row[1:] for row in rows(written.path, sheet)[4:]}


def lines(written: Written) -> list[str]:
    return [str(row[0]) for row in rows(written.path, "Summary")]


@pytest.mark.parametrize("sheet", ["Month series", "Grades by month"])
@pytest.mark.parametrize("month", [None, "2017-09"])
def test_a_month_nobody_monitored_is_empty_and_never_nought(
    desk: Desk, tmp_path: Path, sheet: str, month: str | None
) -> None:
    gap(desk, "2017-04", "2017-07")
    target = tmp_path / "a.xlsx"
    written = write_month(desk, target, month) if month else write_all(desk, target)
    found = by_month(written, sheet)
    assert list(found) == [f"20170{number}" for number in range(3, 10)]
    last = 21 if sheet == "Month series" else 19
    assert found["201704"][:last] == ["not monitored", *[""] * (last - 1)]
    assert found["201708"][:last] == ["monitored", *[0] * (last - 1)]
    assert found["201707"][0] == "not monitored"
    assert 1.0 in found["201707"][1:last]  # what is recorded all the same
    assert found["201709"][0] == "monitored"
    assert "Not monitored, which is not zero: 2017-04–2017-07" in str(lines(written)) or month
    noted = [row for row in table(written.path, "Notes") if row["Subject"] == "Not monitored"]
    assert [(row["Note"], row["Value"]) for row in noted] == [(WHY, "2017-04–2017-07")]


def test_a_gap_of_one_belligerent_says_whom_it_leaves_out(desk: Desk, tmp_path: Path) -> None:
    gap(desk, "2017-04", "2017-04", belligerents=[RUSSIA])
    whole = write_all(desk, tmp_path / "a.xlsx")
    found = by_month(whole)["201704"]
    assert found[0] == "partly not monitored: Russian Military"
    assert set(found[1:21]) == {0.0}
    assert "Partly not monitored (Russian Military): 2017-04." in str(lines(whole))
    russian = resolve_filters(desk, belligerents=["Russian Military"], month_to="2017-12")
    gap(desk, "2017-06", "2017-06", belligerents=[RUSSIA])
    asked = by_month(write_all(desk, tmp_path / "b.xlsx", russian))
    assert asked["201706"][:2] == ["not monitored", ""]
    other = resolve_filters(desk, belligerents=["Coalition"])
    unmoved = write_all(desk, tmp_path / "c.xlsx", other)
    assert {row[0] for row in by_month(unmoved).values()} == {"monitored"}
    assert not [row for row in table(unmoved.path, "Notes") if row["Subject"] == "Not monitored"]


def test_the_rank_is_among_monitored_months(desk: Desk, tmp_path: Path) -> None:
    gap(desk, "2017-04", "2017-07")
    written = write_month(desk, tmp_path / "a.xlsx", "2017-09")
    rank = next(row for row in rows(written.path, "Summary") if str(row[0]).startswith("Rank"))
    # 2017-03 (5), 2017-08 (0) and 2017-09 (4) were monitored; 2017-07 (9) was not
    assert rank[0] == "Rank among 3 monitored months"
    assert rank[1] == 2


def test_no_change_is_told_from_a_month_nobody_monitored(desk: Desk, tmp_path: Path) -> None:
    gap(desk, "2017-08", "2017-08")
    told = lines(write_month(desk, tmp_path / "a.xlsx", "2017-09"))
    assert "2017-08 was not monitored: there is no change to tell." in told
    assert not [line for line in told if "the month before" in line and line.startswith("Alleged")]


def test_the_workbook_of_a_month_nobody_monitored_is_empty(desk: Desk, tmp_path: Path) -> None:
    gap(desk, "2017-05", "2017-05")
    with pytest.raises(Refused, match="This month was not monitored") as refused:
        write_month(desk, tmp_path / "a.xlsx", "2017-05")
    assert refused.value.code == "empty"
    written = write_month(desk, tmp_path / "a.xlsx", "2017-05", empty_ok=True)
    found = {str(row[0]): row[1:] for row in rows(written.path, "Summary")}
    assert found["Alleged, all grades"] == found["Fair"] == [""] * 10
    assert found["Incidents selected"][0] == 0
    assert by_month(written)["201705"][:2] == ["not monitored", ""]
    assert rows(written.path, "By grade")[4] == ["Confirmed", *[""] * 10]


def test_charts_hatch_what_was_not_monitored(desk: Desk, tmp_path: Path) -> None:
    plain = write_all(desk, tmp_path / "a.xlsx")
    gap(desk, "2017-04", "2017-05")
    hatched = write_all(desk, tmp_path / "b.xlsx")
    assert [row[-1] for row in by_month(hatched).values()] == ["", 1.0, 1.0, "", "", "", ""]
    for written, expected in ((plain, 0), (hatched, 3)):
        charts = load_workbook(written.path)["Charts"]._charts  # type: ignore[attr-defined]
        with_lines = [
            one
            for chart in charts
            for part in chart._charts
            for one in part.series
            if one.graphicalProperties.pattFill is not None
        ]
        assert len(with_lines) == expected
        assert {chart.display_blanks for chart in charts} == {"gap"}
