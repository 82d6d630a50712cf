"""What the last sheet tells of sums: a minimum above a maximum is right by the rule, and told."""

from pathlib import Path

from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.figures import figures
from airwars_desk.operations.sample import sample_casebook
from airwars_desk.operations.workbook import write_all
from airwars_desk.operations.workbook_notes import crossed_notes
from airwars_desk.rules.figures import blank
from tests.operations.test_workbook import rows as sheet_rows


def test_a_sum_whose_bounds_cross_is_named_with_both() -> None:
    crossed = blank() | {"killed_min": 18, "killed_max": 17}
    told = {
        "alleged": blank(),
        "likely": blank(),
        "not_reviewed": blank(),
        "by_grade": {"Contested": crossed, "None": blank()},
        "by_month": [{"month": "2023-12", "alleged": blank(), "likely": crossed}],
    }
    rows = list(crossed_notes(told))
    assert [(row[3], row[5]) for row in rows] == [
        ("Contested, civilians killed", "at least 18, up to 17"),
        ("2023-12, likely, civilians killed", "at least 18, up to 17"),
    ]


def test_the_sample_tells_its_own_and_marks_what_is_not_decided(tmp_path: Path) -> None:
    desk = sample_casebook(Office(folder=tmp_path), 300)
    try:
        path = tmp_path / "all.xlsx"
        write_all(desk, path)
        told = figures(desk)
    finally:
        close(desk)
    notes = [row for row in sheet_rows(path, "Notes") if row[0] == "Minimum above maximum"]
    assert len(notes) == len(list(crossed_notes(told)))
    assert notes
    incidents = sheet_rows(path, "Incidents")
    head = next(row for row in incidents if "Grade" in row)
    grade, decided = head.index("Grade"), head.index("Decided")
    rows = incidents[incidents.index(head) + 1 :]
    assert {str(row[grade]).endswith(", not decided") for row in rows if row[decided] == "no"} == {
        True
    }
    assert not any("not decided" in str(row[grade]) for row in rows if row[decided] == "yes")
