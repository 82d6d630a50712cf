"""The month as its page shows it: one answer whose numbers agree with each other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.month import month_view
from airwars_desk.operations.sample import sample_casebook
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.rules.filters import Filters


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = sample_casebook(Office(folder=tmp_path_factory.mktemp("month")), 120)
    yield made
    close(made)


def fullest(desk: Desk) -> str:
    series = figures(desk)["by_month"]
    return str(max(series, key=lambda row: row["likely"]["killed_max"])["month"])


@pytest.mark.parametrize("harm", ["killed", "injured"])
@pytest.mark.parametrize("state", ["decided", "working"])
def test_the_blocks_agree_with_the_figures(desk: Desk, harm: str, state: str) -> None:
    month = fullest(desk)
    found = month_view(desk, Filters(state=state), month, harm)
    here = figures(desk, Filters(state=state, month_from=month, month_to=month))
    row = next(row for row in found["series"] if row["month"] == month)
    assert found["here"] == here
    assert row["alleged"] == here["alleged"]
    assert row["likely"] == here["likely"]
    assert sum(row["grades"].values()) == here["alleged"]["incidents"]
    likely, others = here["likely"], found["others"]
    assert sum(d["spread"] for d in found["drivers"]) + others["spread"] == (
        likely[f"{harm}_max"] - likely[f"{harm}_min"]
    )
    assert {row["name"]: row["likely"] for row in found["belligerents"]} == {
        row["name"]: row["likely"] for row in here["by_belligerent"] if row["alleged"]["incidents"]
    }


def test_without_a_month_the_last_one_that_counts_is_shown(desk: Desk) -> None:
    found = month_view(desk, Filters())
    assert found["month"] == figures(desk)["by_month"][-1]["month"]
    assert found["worst"][0]["month"] == fullest(desk)


def test_months_not_monitored_are_on_the_axis_and_say_so(tmp_path: Path) -> None:
    desk = new_casebook(Office(folder=tmp_path), tmp_path / "c.casebook", "Ada", "supervisor")
    try:
        assert month_view(desk, Filters())["series"] == []
        assert month_view(desk, Filters(), "2017-03")["why_empty"] == "none"
        gap = new_item("monitoring_gap", month_from="2017-02", month_to="2017-04", reason="away")
        save_items(desk, "save_gaps", [gap])
        found = month_view(desk, Filters(), "2017-03")
        assert [(row["month"], row["gap"]) for row in found["series"]] == [
            ("2017-02", "wholly"),
            ("2017-03", "wholly"),
            ("2017-04", "wholly"),
        ]
        assert found["why_empty"] == "not_monitored"
    finally:
        close(desk)


def test_a_month_whose_incidents_are_filtered_out_says_so(desk: Desk) -> None:
    month = fullest(desk)
    found = month_view(desk, Filters(belligerents=("belligerent/nobody",)), month)
    assert found["why_empty"] == "filtered"
    assert month in [row["month"] for row in found["series"]]


def test_a_harm_that_is_none_is_a_bug(desk: Desk) -> None:
    with pytest.raises(KeyError):
        month_view(desk, Filters(), "", "missing")


@pytest.mark.real
@pytest.mark.slow
def test_march_2017_of_the_coalition_in_syria(real_parts: Path, tmp_path: Path) -> None:
    path = real_parts / "airwars-syria" / "part-a.jsonl.gz"
    if not path.exists():
        pytest.skip("there is no Syria part")
    desk = new_casebook(Office(folder=tmp_path), tmp_path / "syria.casebook", "L. Karim")
    try:
        import_files(desk, [path])
        filters = resolve_filters(desk, belligerents=["US-led Coalition"], countries=["Syria"])
        found: dict[str, Any] = month_view(desk, filters, "2017-03")
    finally:
        close(desk)
    likely, alleged = found["here"]["likely"], found["here"]["alleged"]
    assert (likely["killed_min"], likely["killed_max"]) == (223, 705)
    assert (likely["incidents"], alleged["incidents"]) == (41, 81)
    first = found["drivers"][0]
    assert first["code"].startswith("CS")
    assert (first["low"], first["high"], first["spread"]) == (40, 420, 380)
    assert sum(row["spread"] for row in found["drivers"]) + found["others"]["spread"] == 482
