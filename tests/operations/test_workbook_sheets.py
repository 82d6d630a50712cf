"""What stands behind the figures: reported counts, involvements, ranges, judgements, the index."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from airwars_desk import i18n, places
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.operations.workbook import write_all, write_month
from airwars_desk.operations.workbook_index import HOLDS
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.filters import Filters
from airwars_desk.store.figures import count, grades_by_month
from airwars_desk.store.journal import heads_of, heads_of_replicas
from airwars_desk.store.transact import transact
from tests.operations.test_workbook import AT, COALITION, RUSSIA, add, rows, table
from tests.test_i18n import write_catalogue

PAGE = places.resource("vocabularies").parents[1] / "docs" / "formats" / "workbook.md"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_casebook(
        Office(folder=tmp_path / "office"), tmp_path / "c.casebook", "Ada", "supervisor"
    )
    add(opened, "one", "AB1", "2017-03-05", (2, 5), tracked=[COALITION, RUSSIA], grade="Fair")
    add(opened, "two", "AB2", "2017-02-07", (1, None), tracked=[COALITION], grade="Weak")
    add(opened, "three", "AB3", "2017-03-09", (7, 9), tracked=[RUSSIA], decided=False)
    put(
        opened,
        ("reported_count", "said", {"citation": "one citation", "group": "group/children",
                                    "killed_min": 3, "words": "three"}),
        ("citation", "one citation", {"role": "own_count", "origin": "A"}),
        ("involvement", "involved", {"incident": "one", "belligerent": COALITION,
                                     "assessment": "credible"}),
        ("concession", "conceded", {"involvement": "involved", "group": "group/civilians",
                                    "killed_min": 1, "killed_max": 2, "words": "one or two"}),
        ("strike_report", "report", {"involvement": "involved", "text": "Near Raqqa, one strike."}),
        ("statement", "stated", {"involvement": "involved", "text": "We regret.",
                                 "stated_on": "2017-06-01", "is_partner": False}),
        ("working_range", "one men", {"incident": "one", "group": "group/men", "form": "group",
                                      "killed_min": 1, "killed_max": 1}),
        ("decided_range", "two men", {"decision": "two decision", "group": "group/men",
                                      "form": "group", "killed_max": 1}),
        ("assessment", "judged", {"incident": "one", "person": opened.person, "grade": "Weak",
                                  "assessed_at": AT, "reason": "one origin",
                                  "ranges": [{"group": "group/civilians", "killed_min": 2}]}),
    )  # fmt: skip
    yield opened
    close(opened)


def put(desk: Desk, *records: tuple[str, str, dict[str, Any]]) -> None:
    with transact(desk.store, person=desk.person, at=AT, operation="save_case") as work:
        for kind, uid, values in records:
            work.append(kind, uid, values)


def test_a_source_says_a_count_of_a_group(desk: Desk, tmp_path: Path) -> None:
    written = write_all(desk, tmp_path / "a.xlsx")
    found = table(written.path, "Reported counts")
    assert len(found) == 1
    said = found[0]
    assert (said["Incident"], said["Role"], said["Origin"]) == ("AB1", "own count", "A")
    assert (said["Group"], said["Killed, at least"], said["Killed, up to"]) == ("Children", 3, "")
    assert said["In words"] == "three"
    source = table(written.path, "Sources")[int(said["No. on Sources"]) - 1]
    assert (source["Incident"], source["Role"]) == ("AB1", "own count")


def test_a_belligerent_concedes_reports_and_states(desk: Desk, tmp_path: Path) -> None:
    written = write_all(desk, tmp_path / "a.xlsx")
    involved = table(written.path, "Involvements")
    assert [row["Belligerent"] for row in involved] == ["U.S.-led Coalition"]
    assert involved[0]["Deaths conceded, at least"] == 1
    assert involved[0]["Conceded, in words"] == "one or two"
    assert (involved[0]["Strike reports"], involved[0]["Statements"]) == (1, 1)
    said = table(written.path, "Statements")
    assert [row["What it is"] for row in said] == ["strike report", "statement"]
    assert said[1]["Text"] == "We regret."
    assert said[1]["Stated on"].isoformat() == "2017-06-01"


def test_working_and_decided_ranges_stand_beside_each_other(desk: Desk, tmp_path: Path) -> None:
    with desk.store.reading() as connection:
        heads = heads_of(connection, ["one range"])["one range"]
    with transact(desk.store, person=desk.person, at=AT, operation="save_case") as work:
        work.append("working_range", "one range", {"killed_max": 6}, parents=heads)
    found = table(write_all(desk, tmp_path / "a.xlsx").path, "Ranges by group")
    shown = [
        (
            row["Incident"],
            row["Group"],
            row["Working · killed, up to"],
            row["Decided · killed, up to"],
            row["Differs"],
        )
        for row in found
    ]
    assert shown == [
        ("AB2", "Civilians", "", "", "no"),
        ("AB2", "Men", "", 1.0, ""),
        ("AB1", "Men", 1.0, "", ""),
        ("AB1", "Civilians", 6.0, 5.0, "yes"),
        ("AB3", "Civilians", 9.0, "", ""),
    ]
    assert [row["No."] for row in found] == [1, 2, 3, 4, 5]


def test_who_judged_is_told_to_a_supervisor_alone(desk: Desk, tmp_path: Path) -> None:
    told = write_all(desk, tmp_path / "a.xlsx")
    found = table(told.path, "Decisions and assessments")
    judged = [row for row in found if row["Incident"] == "AB1"]
    assert [(row["What it is"], row["Stands"]) for row in judged] == [
        ("assessment", ""),
        ("decision", "yes"),
    ]
    assert (judged[0]["By"], judged[0]["Reason"], judged[0]["Killed, at least"]) == (
        "Ada",
        "one origin",
        2.0,
    )
    researcher = replace(desk, role="researcher")
    plain = write_all(researcher, tmp_path / "b.xlsx")
    assert "Decisions and assessments" not in load_workbook(plain.path).sheetnames
    left_out = [row for row in rows(plain.path, "Index") if row[0] == "Decisions and assessments"]
    assert "supervisor" in left_out[0][1]
    assert all("Ada" not in row for sheet in plain.rows for row in rows(plain.path, sheet))


def test_the_index_lists_every_sheet_and_the_journal_heads(desk: Desk, tmp_path: Path) -> None:
    written = write_month(desk, tmp_path / "a.xlsx", "2017-03")
    found = {row[0]: row[1:] for row in rows(written.path, "Index") if row[0]}
    names = load_workbook(written.path).sheetnames
    assert [name for name in found if name in names] == names
    assert all(found[name][0] for name in names)
    assert {name: found[name][1] for name in ("Incidents", "Statements", "Definitions")} == {
        name: written.rows[name] for name in ("Incidents", "Statements", "Definitions")
    }
    assert found["Incidents"][1:4] == [2.0, 2.0, "yes"]
    assert found["Selected"][0] == "All incidents of 2017-03"
    with desk.store.reading() as connection:
        heads = heads_of_replicas(connection)
    assert {name: found[name][:2] for name in heads} == {
        name: [change, float(counter)] for name, (counter, change) in heads.items()
    }


def test_the_page_names_every_sheet_and_no_other(desk: Desk, tmp_path: Path) -> None:
    first = PAGE.read_text(encoding="utf-8").partition("## Sheets")[2].partition("## Columns")[0]
    named = [
        name.strip()
        for line in re.findall(r"^\| (.+?) \| ", first, re.MULTILINE)
        if line not in ("sheet", "---")
        for name in line.split(",")
    ]
    assert named == list(HOLDS)
    written = write_all(desk, tmp_path / "a.xlsx")
    assert load_workbook(written.path).sheetnames == [n for n in named if n != "Long texts"]


def test_the_page_names_the_own_columns(desk: Desk, tmp_path: Path) -> None:
    columns = PAGE.read_text(encoding="utf-8").partition("## Columns")[2].partition("## What")[0]
    written = write_all(desk, tmp_path / "a.xlsx")
    for line in re.findall(r"^\| (.+?) \| (.+) \|$", columns, re.MULTILINE):
        for sheet in line[0].split(", "):
            if sheet in written.rows:
                heads = "\n".join(str(head) for head in rows(written.path, sheet)[3])
                assert [n for n in re.findall("`([^`]+)`", line[1]) if n not in heads] == []


def test_definitions_say_where_they_come_from(desk: Desk, tmp_path: Path) -> None:
    found = table(write_all(desk, tmp_path / "a.xlsx").path, "Definitions")
    assert all(row["Meaning"] and row["From"] for row in found)
    words = {(row["Subject"], row["Word"]) for row in found}
    assert {("Grade", grade) for grade in (*GRADES, "not graded")} <= words
    states = {"researching", "in review", "returned", "decided"}
    assert {word for subject, word in words if subject == "State"} == states
    assert {"Alleged", "Likely", "Range"} <= {word for _, word in words}


def test_tallies_and_claims_of_the_selection(desk: Desk, tmp_path: Path) -> None:
    march = {"date_start": "2017-03-01", "date_end": "2017-03-31"}
    save_items(
        desk,
        "save_case",
        [
            new_item("strike_tally", belligerent=COALITION, strikes=268, note="secret", **march),
            new_item("strike_tally", belligerent=RUSSIA, strikes=1, date_end="2017-02-28"),
            new_item("belligerent_claim", belligerent=COALITION, stance="concedes",
                     subject="civilians_killed", quantity_min=229, stated_on="2017-04-30"),
        ],
    )  # fmt: skip
    written = write_all(desk, tmp_path / "a.xlsx")
    assert [row["Strikes"] for row in table(written.path, "Declared strikes")] == [1.0, 268.0]
    assert [row["At least"] for row in table(written.path, "Claims")] == [229.0]
    assert "secret" not in str(rows(written.path, "Declared strikes"))
    filters = resolve_filters(desk, belligerents=["Coalition"])
    month = write_month(desk, tmp_path / "m.xlsx", "2017-03", filters)
    assert [row["Strikes"] for row in table(month.path, "Declared strikes")] == [268.0]
    assert table(month.path, "Claims") == []


def test_months_nobody_monitored_are_noted(desk: Desk, tmp_path: Path) -> None:
    gap = new_item("monitoring_gap", month_from="2016-05", month_to="2016-07", reason="No staff.")
    save_items(desk, "save_case", [gap])
    noted = table(write_all(desk, tmp_path / "a.xlsx").path, "Notes")
    assert [(row["Note"], row["Value"]) for row in noted if row["Subject"] == "Not monitored"] == [
        ("No staff.", "2016-05–2016-07")
    ]


@pytest.mark.parametrize("state", ["decided", "working"])
def test_grades_by_month_add_up_as_the_figures_do(desk: Desk, state: str) -> None:
    filters = Filters(state=state)
    with desk.store.reading() as connection:
        found = grades_by_month(connection, filters)
        for grade in GRADES:
            alone = count(connection, replace(filters, likely=(grade,)))["by_month"]
            assert [(row["month"], row["by_grade"][grade]) for row in found] == [
                (row["month"], row["likely"]) for row in alone
            ]


def test_both_ways_of_writing_give_equal_sheets(desk: Desk, tmp_path: Path) -> None:
    fast = write_all(desk, tmp_path / "fast.xlsx")
    plain = write_all(desk, tmp_path / "plain.xlsx", plain=True)
    assert fast.expected == plain.expected
    assert cells(fast.path) == cells(plain.path)


def cells(path: Path) -> dict[tuple[str, str], Any]:
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.data_type, cell.number_format)
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.fixture
def english_afterwards(tmp_path: Path) -> Iterator[None]:
    yield
    i18n.use_language("en", tmp_path)


@pytest.mark.usefixtures("english_afterwards")
def test_another_language_turns_labels_and_sheets(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    write_catalogue(
        folder, "ar", {"Summary": "ملخص", "Incidents": "الحوادث", "yes": "نعم", "no": "لا"}
    )
    i18n.use_language("en", folder)
    written = write_all(desk, tmp_path / "a.xlsx", language="ar")
    book = load_workbook(written.path)
    assert book.sheetnames[0] == "ملخص"
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    alleged = figures(desk)["alleged"]
    values = load_workbook(written.path, data_only=True)["ملخص"]
    line = next(
        row for row in values.iter_rows(values_only=True) if row[0] == "Alleged, all grades"
    )
    assert list(line[1:11]) == list(alleged.values())
    assert "نعم" in {row[10].value for row in book["الحوادث"].iter_rows(min_row=5)}
    assert i18n.tr("Summary") == "Summary"
    assert not load_workbook(write_all(desk, tmp_path / "b.xlsx").path)[
        "Summary"
    ].sheet_view.rightToLeft
