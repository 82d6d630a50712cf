"""The workbook of a small casebook: what is counted, refused, kept and told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from airwars_desk.errors import Cancelled, Refused
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import resolve_filters
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.operations.workbook import write_all, write_month
from airwars_desk.store.transact import transact

AT = "2026-01-02T03:04:05.000Z"
COALITION, RUSSIA = "belligerent/us-led-coalition", "belligerent/russian-military"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_casebook(Office(folder=tmp_path / "office"), tmp_path / "c.casebook", "Ada")
    add(opened, "one", "AB1", "2017-03-05", (2, 5), tracked=[COALITION, RUSSIA], grade="Fair")
    add(opened, "two", "AB2", "2017-03-07", (1, None), tracked=[COALITION], grade="Weak")
    add(opened, "three", "=AB3", "2017-02-07", (4, 4), tracked=[], grade=None)
    add(opened, "four", "AB4", None, (None, None), tracked=[RUSSIA], decided=False)
    add(opened, "five", "AB5", "2017-03-09", (7, 9), tracked=[RUSSIA], decided=False)
    yield opened
    close(opened)


def add(
    desk: Desk,
    uid: str,
    code: str,
    day: str | None,
    killed: tuple[int | None, int | None],
    *,
    tracked: list[str],
    grade: str | None = None,
    decided: bool = True,
    **values: Any,
) -> None:
    """Add an incident with a victim and a citation, and a decision unless told otherwise."""
    shared = {"date_start": day, "civilian_harm_reported": True, "tracked_belligerents": tracked}
    counts = {"group": "group/civilians", "form": "group", "killed_min": killed[0],
              "killed_max": killed[1]}  # fmt: skip
    records: list[tuple[str, str, dict[str, Any]]] = [
        ("incident", uid, {"codes": [code], **shared, **values}),
        ("working_range", f"{uid} range", {"incident": uid, **counts}),
        ("victim", f"{uid} victim", {"incident": uid, "name_local": "ليلى", "age_raw": "17-18"}),
        ("citation", f"{uid} citation", {"incident": uid, "name": "'@reporter"}),
    ]
    if decided:
        decision = {"incident": uid, "grade": grade, "province": "province/raqqa", **shared}
        records += [
            ("decision", f"{uid} decision", decision),
            ("decided_range", f"{uid} decided", {"decision": f"{uid} decision", **counts}),
        ]
    with transact(desk.store, person=desk.person, at=AT, operation="save_case") as work:
        for kind, key, fields in records:
            work.append(kind, key, {name: v for name, v in fields.items() if v is not None})


def rows(path: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


def table(path: Path, sheet: str) -> list[dict[str, Any]]:
    found = rows(path, sheet)
    return [dict(zip(found[3], row, strict=True)) for row in found[4:]]


def test_the_month_holds_its_incidents_and_no_others(desk: Desk, tmp_path: Path) -> None:
    written = write_month(desk, tmp_path / "m.xlsx", "2017-03")
    incidents = table(written.path, "Incidents")
    assert [row["Code"] for row in incidents] == ["AB1", "AB2", "AB5"]
    assert [row["Decided"] for row in incidents] == ["yes", "yes", "no"]
    assert incidents[0]["Province"] == "Raqqa"
    assert (incidents[1]["Killed, at least"], incidents[1]["Killed, up to"]) == (1.0, "")
    assert incidents[0]["Counts under"] == "Russian Military; U.S.-led Coalition"
    assert incidents[0]["Russian Military"] == incidents[0]["U.S.-led Coalition"] == 1.0
    assert written.rows["Victims"] == written.rows["Sources"] == 3
    assert table(written.path, "Victims")[0]["Name, local script"] == "ليلى"


def test_formulas_know_what_they_must_give(desk: Desk, tmp_path: Path) -> None:
    written = write_month(desk, tmp_path / "m.xlsx", "2017-03")
    book = load_workbook(written.path)
    summary = {str(row[0].value): row for row in book["Summary"].iter_rows() if row[0].value}
    likely = summary["Likely, Confirmed + Fair"]
    assert [written.expected["Summary", cell.coordinate] for cell in likely[1:4]] == [1, 2, 5]
    waiting = summary["Not reviewed, working values"]
    assert [written.expected["Summary", cell.coordinate] for cell in waiting[1:4]] == [1, 7, 9]
    share = summary["Likely, change in per cent"][1]
    assert written.expected["Summary", share.coordinate] == "–"
    for sheet, cell in written.expected:
        assert str(book[sheet][cell].value).startswith("=")


def test_all_of_it_with_the_undated_and_the_months_as_formulas(desk: Desk, tmp_path: Path) -> None:
    written = write_all(desk, tmp_path / "a.xlsx", resolve_filters(desk, state="working"))
    assert [row["Code"] for row in table(written.path, "Incidents")] == [
        "=AB3", "AB1", "AB2", "AB5", "AB4",
    ]  # fmt: skip
    assert [row[0] for row in rows(written.path, "Month series")[4:]] == [201702.0, 201703.0]
    cell = load_workbook(written.path)["Incidents"]["B5"]
    assert (cell.value, cell.data_type) == ("=AB3", "s") or cell.data_type == "inlineStr"
    names = [row[0] for row in rows(written.path, "By belligerent")[4:]]
    assert set(names) == {"U.S.-led Coalition", "Russian Military", "none"}


def test_a_filter_limits_what_is_told(desk: Desk, tmp_path: Path) -> None:
    filters = resolve_filters(desk, belligerents=["Coalition"])
    written = write_month(desk, tmp_path / "m.xlsx", "2017-03", filters)
    assert [row["Code"] for row in table(written.path, "Incidents")] == ["AB1", "AB2"]
    assert "U.S.-led Coalition" in rows(written.path, "Summary")[2][0]


def test_a_month_without_incidents_is_refused_unless_allowed(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(Refused) as refused:
        write_month(desk, path, "2016-01")
    assert refused.value.code == "empty"
    assert path.read_bytes() == b"old"
    written = write_month(desk, path, "2016-01", empty_ok=True)
    assert written.rows["Incidents"] == 0
    with pytest.raises(Refused) as refused:
        write_month(desk, path, "2016-1")
    assert refused.value.code == "bad_input"


def test_the_refusal_of_an_empty_month_says_where_nobody_watched(
    desk: Desk, tmp_path: Path
) -> None:
    us = next(iter(resolve_filters(desk, belligerents=["Coalition"]).belligerents))
    whole = new_item("monitoring_gap", month_from="2016-01", month_to="2016-02")
    part = new_item("monitoring_gap", month_from="2016-03", belligerents=[us])
    save_items(desk, "save_gaps", [whole, part])
    said = {}
    for month in ("2016-02", "2016-03", "2016-04"):
        with pytest.raises(Refused) as refused:
            write_month(desk, tmp_path / "m.xlsx", month)
        said[month] = refused.value.sentence
    assert said == {
        "2016-02": "No incident of 2016-02 passes these filters. This month was not monitored.",
        "2016-03": "No incident of 2016-03 passes these filters."
        " This month was monitored in part only.",
        "2016-04": "No incident of 2016-04 passes these filters.",
    }


def test_who_stops_it_keeps_the_old_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    path.write_bytes(b"old")

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_month(desk, path, "2017-03", report=stop)
    assert path.read_bytes() == b"old"
    assert [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_a_control_character_is_refused_and_names_its_incident(desk: Desk, tmp_path: Path) -> None:
    add(desk, "six", "AB6", "2017-04-01", (1, 1), tracked=[], summary="a\x0bb")
    with pytest.raises(Refused) as refused:
        write_month(desk, tmp_path / "m.xlsx", "2017-04")
    assert refused.value.code == "bad_text"
    assert "AB6" in refused.value.sentence
    assert not (tmp_path / "m.xlsx").exists()


def test_a_long_text_is_continued_and_noted(desk: Desk, tmp_path: Path) -> None:
    text = "A sentence. " * 4_000
    add(desk, "six", "AB6", "2017-04-01", (1, 1), tracked=[], summary=text)
    written = write_month(desk, tmp_path / "m.xlsx", "2017-04")
    parts = table(written.path, "Long texts")
    summary = table(written.path, "Incidents")[0]["Summary"]
    assert summary.partition(" [continued")[0] + parts[0]["Text"] == text
    noted = [row for row in table(written.path, "Notes") if row["Subject"] == "Continued"]
    assert [(row["Incident"], row["Field"]) for row in noted] == [("AB6", "Summary")]


def test_confidential_fields_stay_out(desk: Desk, tmp_path: Path) -> None:
    add(desk, "six", "AB6", "2017-04-01", (1, 1), tracked=[], notes="the source is at risk")
    written = write_month(desk, tmp_path / "m.xlsx", "2017-04")
    book = CalamineWorkbook.from_path(written.path)
    for name in book.sheet_names:
        assert "the source is at risk" not in str(rows(written.path, name))


def test_a_target_that_cannot_be_written_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_month(desk, tmp_path / "nowhere" / "m.xlsx", "2017-03")
    with pytest.raises(Refused):
        write_month(desk, tmp_path, "2017-03")


def test_checks_and_newer_ranges_are_noted(desk: Desk, tmp_path: Path) -> None:
    with transact(desk.store, person=desk.person, at=AT, operation="save_case") as work:
        work.append("working_range", "one range", {"killed_min": 9, "killed_max": 3},
                    parents=_heads(desk, "one range"))  # fmt: skip
    written = write_month(desk, tmp_path / "m.xlsx", "2017-03")
    notes = table(written.path, "Notes")
    assert any(row["Subject"] == "Check" and row["Value"] == "9–3" for row in notes)
    newer = [row["Value"] for row in notes if row["Subject"] == "Not yet decided"]
    assert newer == ["working 9–3, decided 2–5"]
    assert table(written.path, "Incidents")[0]["Killed, up to"] == 5.0


def _heads(desk: Desk, uid: str) -> tuple[str, ...]:
    from airwars_desk.store import journal

    with desk.store.reading() as connection:
        return journal.heads_of(connection, [uid])[uid]
