"""The independent witness itself: on records made by hand and on the real Syria part."""

from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.plain_figures import Question, plain_figures, read_records

Record = dict[str, Any]


def record(**values: Any) -> Record:
    """Return a record with only the keys that figures read; ``killed`` is a pair of bounds."""
    least, most = values.pop("killed", (None, None))
    counts = dict.fromkeys(("killed_min", "killed_max", "injured_min", "injured_max"))
    made: Record = {
        "date_start": "2024-01-10",
        "civilian_harm_reported": True,
        "grade": "Fair",
        "tracked_belligerents": ["Meridian Coalition"],
        "countries": ["Qasra"],
        "region": "Sarim",
        "belligerents": [],
        "victims": [],
        "sources": [],
        "casualties": {
            "civilians": {**counts, "killed_min": least, "killed_max": most},
            "children": dict(counts),
            "women": dict(counts),
        },
    }
    return made | values


def row(name: str | None, **conceded: int | None) -> Record:
    """Return a belligerent's row with what it concedes."""
    keys = ("deaths_conceded_min", "deaths_conceded_max")
    keys += ("injuries_conceded_min", "injuries_conceded_max")
    return {"name": name, **dict.fromkeys(keys), **conceded}


RECORDS = [
    record(
        killed=(3, 5),
        victims=[
            {"name": "Rami Nabil Dalun", "name_local": None, "status": "killed"},
            {"name": "  ", "name_local": "رامي", "status": None},
            {"name": "  ", "name_local": "", "status": "killed"},
        ],
        sources=[{}, {}],
        belligerents=[row("Meridian Coalition", deaths_conceded_min=2, deaths_conceded_max=3)],
    ),
    record(killed=(0, 1), grade="Weak", tracked_belligerents=["Orland", "Meridian Coalition"]),
    record(killed=(7, None), grade="Confirmed", date_start="2024-03-01", region="Jawra"),
    record(grade=None, tracked_belligerents=[], region=None, date_start=None),
    record(
        killed=(9, 9),
        grade="Contested",
        civilian_harm_reported=False,
        tracked_belligerents=["Tuwayl Front"],
        belligerents=[row("Tuwayl Front", injuries_conceded_min=0), row(None)],
        sources=[{}],
    ),
    record(killed=(4, 2), grade="Contested", civilian_harm_reported=None, region="Dalun"),
]


def bounds(range_: Record) -> tuple[int, int, int, int]:
    """Return (incidents, killed_min, killed_max, unknown)."""
    return (
        range_["incidents"],
        range_["killed_min"],
        range_["killed_max"],
        range_["unknown"],
    )


def test_the_top_counts_all_that_is_selected() -> None:
    figures = plain_figures(RECORDS)
    assert figures["incidents"] == 6
    assert figures["harm_reported"] == 4
    assert figures["named_victims"] == 2
    assert figures["sources"] == 3
    assert figures["undated"] == 1


def test_ranges_count_harm_reported_only_and_null_adds_nothing() -> None:
    figures = plain_figures(RECORDS)
    assert bounds(figures["alleged"]) == (4, 10, 6, 1)
    assert bounds(figures["likely"]) == (2, 10, 5, 0)
    assert bounds(figures["not_reviewed"]) == (0, 0, 0, 0)
    by_grade = {grade: bounds(range_) for grade, range_ in figures["by_grade"].items()}
    assert by_grade == {
        "Confirmed": (1, 7, 0, 0),
        "Fair": (1, 3, 5, 0),
        "Weak": (1, 0, 1, 0),
        "Contested": (0, 0, 0, 0),
        "Discounted": (0, 0, 0, 0),
        "None": (1, 0, 0, 1),
    }


def test_months_run_without_holes_over_what_is_counted() -> None:
    months = plain_figures(RECORDS)["by_month"]
    assert [row["month"] for row in months] == ["2024-01", "2024-02", "2024-03"]
    assert [bounds(row["alleged"]) for row in months] == [(2, 3, 6, 0), (0, 0, 0, 0), (1, 7, 0, 0)]
    assert plain_figures(RECORDS[3:])["by_month"] == []
    assert plain_figures([])["by_month"] == []


def test_an_incident_counts_under_each_of_its_belligerents() -> None:
    rows = plain_figures(RECORDS)["by_belligerent"]
    assert [(row["name"], bounds(row["alleged"]), bounds(row["likely"])) for row in rows] == [
        ("Meridian Coalition", (3, 10, 6, 0), (2, 10, 5, 0)),
        ("Orland", (1, 0, 1, 0), (0, 0, 0, 0)),
        ("Tuwayl Front", (0, 0, 0, 0), (0, 0, 0, 0)),
        (None, (1, 0, 0, 1), (0, 0, 0, 0)),
    ]


def test_provinces_go_through_the_given_names() -> None:
    names = {"Sarim": "South", "Jawra": "South"}
    question = Question(province_of=names.get, provinces=("South",))
    figures = plain_figures(RECORDS, question)
    assert figures["incidents"] == 4
    assert [(row["name"], bounds(row["likely"])) for row in figures["by_province"]] == [
        ("South", (2, 10, 5, 0))
    ]
    rows = plain_figures(RECORDS)["by_province"]
    assert [row["name"] for row in rows] == ["Sarim", "Dalun", "Jawra", None]


def test_concessions_are_those_of_the_belligerent_asked_for() -> None:
    everyone = plain_figures(RECORDS)["conceded"]
    assert everyone == {
        "deaths_min": 2,
        "deaths_max": 3,
        "injuries_min": 0,
        "injuries_max": 0,
        "rows": 2,
    }
    asked = Question(belligerents=("Tuwayl Front",))
    assert plain_figures(RECORDS, asked)["conceded"]["rows"] == 1
    assert plain_figures(RECORDS, asked)["conceded"]["deaths_max"] == 0


def test_filters_join_with_and_and_values_with_or() -> None:
    asked = Question(belligerents=("Orland", "Tuwayl Front"), countries=("Qasra",))
    assert plain_figures(RECORDS, asked)["incidents"] == 2
    months = Question(first="2024-02", last="2024-12")
    assert plain_figures(RECORDS, months)["incidents"] == 1
    assert plain_figures(RECORDS, months)["undated"] == 0
    wide = Question(likely=("Confirmed", "Fair", "Weak"))
    assert bounds(plain_figures(RECORDS, wide)["likely"]) == (3, 10, 6, 0)


@pytest.mark.real
def test_march_2017_of_the_coalition_in_the_real_part(real_parts: Path) -> None:
    part = real_parts / "airwars-syria" / "part-a.jsonl.gz"
    if not part.exists():
        pytest.skip(f"the Syria part is not in {real_parts}")
    asked = Question(
        belligerents=("U.S.-led Coalition",), countries=("Syria",), first="2017-03", last="2017-03"
    )
    figures = plain_figures(read_records(part), asked)
    assert figures["incidents"] == 81
    assert bounds(figures["likely"])[:3] == (41, 223, 705)
