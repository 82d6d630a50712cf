"""Figures and workbook on the command line."""

from pathlib import Path

import pytest

from tests.cli.shell import Run, state


def busiest(run: Run, book: Path) -> str:
    months = run("figures", book, "--json").told["by_month"]
    return str(max(months, key=lambda one: one["alleged"]["incidents"])["month"])


def test_figures_are_json_or_a_table(run: Run, book: Path) -> None:
    told = run("figures", book, "--json").told
    assert set(told) >= {"as_of", "filters", "alleged", "likely", "by_grade", "by_month"}
    table = run("figures", book).out
    assert f"{told['alleged']['incidents']}" in table
    assert "by grade" in table


def test_filters_are_echoed_by_their_names(run: Run, book: Path) -> None:
    name = next(
        one["name"] for one in run("figures", book, "--json").told["by_belligerent"] if one["name"]
    )
    told = run("figures", book, "--belligerent", name.upper(), "--state", "working", "--json").told
    assert told["filters"]["belligerents"] == [name]
    assert told["state"] == "working"
    month = busiest(run, book)
    told = run("figures", book, "--from", month, "--to", month, "--likely", "weak", "--json").told
    assert told["likely_grades"] == ["Weak"]
    assert [one["month"] for one in told["by_month"]] in ([month], [])


@pytest.mark.parametrize("kind", ["belligerent", "country", "province"])
def test_an_unknown_name_is_refused_with_the_nearest(run: Run, book: Path, kind: str) -> None:
    ran = run("figures", book, f"--{kind}", "Nowherian", "--json")
    ran.refused("unknown_name", "Nowherian")
    assert ran.told["error"]["hint"].count("“") == 3


@pytest.mark.parametrize(
    "arguments",
    [("--from", "2017"), ("--to", "March"), ("--from", "2018-01", "--to", "2017-01"),
     ("--likely", "Good")],
)  # fmt: skip
def test_filters_that_cannot_be_are_refused(
    run: Run, book: Path, arguments: tuple[str, ...]
) -> None:
    run("figures", book, *arguments, "--json").refused("bad_input")


def test_a_month_is_written_and_replaced_with_equal_bytes(
    run: Run, book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "month.xlsx"
    month = busiest(run, book)
    told = run("workbook", book, out, "--month", month, "--json").told
    assert told["file"] == str(out)
    assert told["rows"]["Incidents"] >= 1
    first = out.read_bytes()
    assert first.startswith(b"PK")
    assert run("workbook", book, out, "--month", month).code == 0
    assert out.read_bytes() == first
    assert out.stat().st_mode & 0o777 == 0o600


def test_all_is_written(run: Run, book: Path, tmp_path: Path) -> None:
    ran = run("workbook", book, tmp_path / "all.xlsx", "--all")
    assert ran.code == 0
    assert "Written: " in ran.out


def test_counting_changes_nothing(run: Run, book: Path, tmp_path: Path) -> None:
    before = state(book)
    run("figures", book)
    run("workbook", book, tmp_path / "all.xlsx", "--all")
    assert state(book) == before


def test_a_place_narrows_figures_and_workbook(run: Run, book: Path, tmp_path: Path) -> None:
    everywhere = run("figures", book, "--json").told["incidents"]
    told = run("figures", book, "--place", "wadi sarim", "--place", "SAHL JAWRA", "--json").told
    assert 0 < told["incidents"] < everywhere
    assert told["filters"]["places"] == ["wadi sarim", "Sahl Jawra"]
    out = tmp_path / "place.xlsx"
    rows = run(
        "workbook", book, out, "--all", "--place", "Wadi Sarim", "--place", "Sahl Jawra", "--json"
    ).told["rows"]
    assert rows["Incidents"] == told["incidents"]
    run("figures", book, "--place", "Nowhere at all", "--json").refused("unknown_name", "Nowhere")
