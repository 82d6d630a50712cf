"""Importing is all or nothing, three-way, and its report adds up."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from airwars_desk.errors import Cancelled
from airwars_desk.formats.sample import generate
from airwars_desk.operations.desk import Desk, close
from airwars_desk.operations.entry import open_case, save_case
from airwars_desk.operations.exchange import export_jsonl
from airwars_desk.operations.history import history_of, redo, undo
from airwars_desk.operations.import_report import ImportReport
from airwars_desk.operations.importing import import_files
from airwars_desk.rules.proof import canonical
from tests.store.books import make_desk

Record = dict[str, Any]
RECORDS: list[Record] = list(generate(12, seed=5))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path, incidents=0)
    yield opened
    close(opened)


@pytest.fixture
def records() -> list[Record]:
    return copy.deepcopy(RECORDS)


def write(path: Path, records: list[Record]) -> Path:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def take_in(desk: Desk, folder: Path, records: list[Record], **how: Any) -> ImportReport:
    return import_files(desk, [write(folder / "records.jsonl", records)], **how)


def exported(desk: Desk, folder: Path) -> dict[int, Record]:
    path = folder / "out.jsonl"
    export_jsonl(desk, path)
    found = (orjson.loads(line) for line in path.read_bytes().splitlines())
    return {record["airwars_id"]: record for record in found}


def by_id(records: list[Record]) -> dict[int, Record]:
    return {record["airwars_id"]: record for record in records}


def differing(left: Record, right: Record) -> set[str]:
    keys = left.keys() | right.keys()
    return {k for k in keys if canonical(left.get(k, "-")) != canonical(right.get(k, "-"))}


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    assert report.read == (report.imported + report.updated + report.unchanged + report.refused)
    return (report.read, report.imported, report.updated, report.unchanged, report.refused)


def with_people(records: list[Record], count: int = 3) -> Record:
    return next(record for record in records if len(record["victims"]) >= count)


def uid_of(desk: Desk, record: Record) -> str:
    from airwars_desk.formats.airwars_rows import name_based

    return name_based(record["dataset"], record["airwars_id"])


def state_of(desk: Desk, folder: Path) -> dict[int, bytes]:
    return {key: canonical(record) for key, record in exported(desk, folder).items()}


def test_what_came_in_leaves_equal(desk: Desk, tmp_path: Path, records: list[Record]) -> None:
    report = take_in(desk, tmp_path, records)
    assert counts(report) == (12, 12, 0, 0, 0)
    assert report.applied
    assert report.change is not None
    found = exported(desk, tmp_path)
    for record in records:
        assert differing(record, found[record["airwars_id"]]) == set()


def test_the_same_file_again_changes_nothing(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    again = take_in(desk, tmp_path, records)
    assert counts(again) == (12, 0, 0, 12, 0)
    assert again.applied
    assert again.change is None


def test_an_edit_outlives_the_same_file(desk: Desk, tmp_path: Path, records: list[Record]) -> None:
    record = with_people(records)
    take_in(desk, tmp_path, records)
    case = open_case(desk, uid_of(desk, record))
    victim = case.of("victim")[1]
    case.set(victim.uid, "name", "Sabir Ammari")
    case.set(case.uid, "location_name", "Upper Dalun")
    save_case(desk, case)
    assert counts(take_in(desk, tmp_path, records)) == (12, 0, 0, 12, 0)
    found = exported(desk, tmp_path)[record["airwars_id"]]
    assert differing(record, found) == {"victims", "location_name"}
    assert found["victims"][1]["name"] == "Sabir Ammari"


def test_only_what_the_file_moved_is_written(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    moved = with_people(records)
    moved["district"] = "Lower Sarim"
    moved["victims"][1]["age_raw"] = "44"
    moved["victims"][1]["age_years"] = 44
    report = take_in(desk, tmp_path, records)
    assert counts(report) == (12, 0, 1, 11, 0)
    item = history_of(desk, uid_of(desk, moved))[0]
    assert {(change.kind, change.field) for change in item.fields} == {
        ("incident", "district"),
        ("victim", "age_raw"),
    }
    assert differing(moved, exported(desk, tmp_path)[moved["airwars_id"]]) == set()


def test_a_field_that_both_moved_is_a_conflict(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    moved = records[0]
    uid = uid_of(desk, moved)
    case = open_case(desk, uid)
    case.set(uid, "location_name", "Upper Dalun")
    case.set(uid, "district", "Ours alone")
    save_case(desk, case)
    moved["location_name"] = "Kafr Sarim"
    assert counts(take_in(desk, tmp_path, records)) == (12, 0, 1, 11, 0)
    case = open_case(desk, uid)
    assert set(case.conflicts) == {(uid, "location_name")}
    assert sorted(case.conflicts[uid, "location_name"]) == ["Kafr Sarim", "Upper Dalun"]
    assert case.get(uid, "location_name") == "Upper Dalun"
    assert case.get(uid, "district") == "Ours alone"


def test_a_name_put_in_upstream_moves_no_note_of_ours(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    moved = with_people(records)
    uid = uid_of(desk, moved)
    case = open_case(desk, uid)
    ours = case.of("victim")[1]
    case.set(ours.uid, "notes", "Spoke to the brother")
    save_case(desk, case)
    added = {**moved["victims"][0], "name": "Wadim Sarrar", "name_local": None}
    moved["victims"].insert(0, added)
    for place, victim in enumerate(moved["victims"], 1):
        victim["order"] = place
    take_in(desk, tmp_path, records)
    case = open_case(desk, uid)
    assert case.get(ours.uid, "notes") == "Spoke to the brother"
    assert case.get(ours.uid, "position") == 3
    assert len(case.of("victim")) == len(moved["victims"])
    assert case.of("victim")[0].values["name"] == "Wadim Sarrar"


def test_a_name_corrected_upstream_keeps_its_uid(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    moved = with_people(records)
    uid = uid_of(desk, moved)
    before = [item.uid for item in open_case(desk, uid).of("victim")]
    moved["victims"][1]["name"] = "Corrected Name"
    take_in(desk, tmp_path, records)
    after = open_case(desk, uid).of("victim")
    assert [item.uid for item in after] == before
    assert after[1].values["name"] == "Corrected Name"


def test_a_row_taken_out_upstream_goes_unless_we_edited_it(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    moved = with_people(records, 4)
    uid = uid_of(desk, moved)
    case = open_case(desk, uid)
    rows = case.of("victim")
    case.set(rows[1].uid, "notes", "Buried in Dalun")
    save_case(desk, case)
    del moved["victims"][1:3]
    for place, victim in enumerate(moved["victims"], 1):
        victim["order"] = place
    take_in(desk, tmp_path, records)
    left = {item.uid for item in open_case(desk, uid).of("victim")}
    assert rows[1].uid in left
    assert rows[2].uid not in left
    assert rows[0].uid in left
    assert counts(take_in(desk, tmp_path, records)) == (12, 0, 0, 12, 0)


def test_a_row_that_comes_back_upstream_is_the_same_row(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    shorter = copy.deepcopy(records)
    moved = with_people(shorter)
    uid = uid_of(desk, moved)
    before = [item.uid for item in open_case(desk, uid).of("victim")]
    moved["victims"].pop()
    take_in(desk, tmp_path, shorter)
    assert len(open_case(desk, uid).of("victim")) == len(before) - 1
    take_in(desk, tmp_path, records)
    assert [item.uid for item in open_case(desk, uid).of("victim")] == before


def test_a_record_missing_from_a_file_says_nothing(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    take_in(desk, tmp_path, records)
    assert counts(take_in(desk, tmp_path, records[:3])) == (3, 0, 0, 3, 0)
    assert len(exported(desk, tmp_path)) == 12


def test_an_undone_import_leaves_nothing_and_comes_back(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    report = take_in(desk, tmp_path, records)
    before = state_of(desk, tmp_path)
    uid = uid_of(desk, records[0])
    uids = set(open_case(desk, uid).items)
    assert report.change is not None
    gone = undo(desk, report.change.id)
    assert exported(desk, tmp_path) == {}
    redo(desk, gone.id)
    assert state_of(desk, tmp_path) == before
    undo(desk, report.change.id)
    assert exported(desk, tmp_path) == {}
    back = take_in(desk, tmp_path, records)
    assert counts(back) == (12, 12, 0, 0, 0)
    assert state_of(desk, tmp_path) == before
    assert {item.uid for item in open_case(desk, uid).items.values() if item.is_live} == uids
    assert counts(take_in(desk, tmp_path, records)) == (12, 0, 0, 12, 0)


def test_what_a_person_deleted_stays_deleted_and_is_listed(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    from airwars_desk.operations.entry import delete_case

    take_in(desk, tmp_path, records)
    delete_case(desk, uid_of(desk, records[0]), "not in our area")
    report = take_in(desk, tmp_path, records)
    assert counts(report) == (12, 0, 0, 12, 0)
    listed = [told for told in report.records if told.get("deleted_here")]
    assert [told["airwars_id"] for told in listed] == [records[0]["airwars_id"]]
    assert len(exported(desk, tmp_path)) == 11


def test_one_refused_line_and_nothing_is_written(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    records[4]["total_strikes"] = "many"
    records.append(copy.deepcopy(records[0]))
    report = take_in(desk, tmp_path, records)
    assert counts(report) == (13, 11, 0, 0, 2)
    assert not report.applied
    assert report.error is not None
    assert "line 5" in report.error["sentence"]
    refused = [told for told in report.records if told["outcome"] == "refused"]
    assert [told["error"]["code"] for told in refused] == ["bad_input", "duplicate"]
    assert exported(desk, tmp_path) == {}
    records[4]["total_strikes"] = None
    assert take_in(desk, tmp_path, records[:12]).applied


def test_a_dry_run_tells_the_same_and_keeps_nothing(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    report = take_in(desk, tmp_path, records, dry_run=True)
    assert counts(report) == (12, 12, 0, 0, 0)
    assert not report.applied
    assert report.error is None
    assert exported(desk, tmp_path) == {}


def test_a_file_that_breaks_off_is_refused_as_a_whole(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    import gzip

    text = "".join(json.dumps(record) + "\n" for record in records).encode()
    path = tmp_path / "broken.jsonl.gz"
    path.write_bytes(gzip.compress(text)[:-200])
    report = import_files(desk, [path])
    assert not report.applied
    assert report.error is not None
    assert report.error["code"] == "damaged"
    assert exported(desk, tmp_path) == {}


def test_cancelling_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert 0 < done <= total == 120
        raise Cancelled

    with pytest.raises(Cancelled):
        take_in(desk, tmp_path, list(generate(120, seed=2)), report=stop)
    assert exported(desk, tmp_path) == {}


def test_unknown_keys_are_kept_and_told(desk: Desk, tmp_path: Path, records: list[Record]) -> None:
    records[0]["weather"] = "dust"
    report = take_in(desk, tmp_path, records)
    assert report.unknown_keys == {"weather": 1}
    assert report.counts()["unknown_keys"] == {"weather": 1}
    assert exported(desk, tmp_path)[records[0]["airwars_id"]]["weather"] == "dust"


def test_the_report_names_what_is_odd(desk: Desk, tmp_path: Path, records: list[Record]) -> None:
    records[0]["casualties"]["children"].update(killed_min=6, killed_max=1)
    report = take_in(desk, tmp_path, records)
    told = next(t for t in report.full()["records"] if t["airwars_id"] == records[0]["airwars_id"])
    assert "min_above_max" in {check["id"] for check in told["checks"]}
    assert told["outcome"] == "imported"


def test_an_edited_grade_and_count_leave_with_what_follows_from_them(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    from airwars_desk.operations.review import decide

    take_in(desk, tmp_path, records)
    record = next(r for r in records if r["grade"] == "Fair")
    uid = uid_of(desk, record)
    case = open_case(desk, uid)
    civilians = next(
        item for item in case.of("working_range") if item.values["group"] == "group/civilians"
    )
    case.set(civilians.uid, "killed_max", 99)
    save_case(desk, case)
    decide(desk, uid, grade="Weak", reason="one origin")
    found = exported(desk, tmp_path)[record["airwars_id"]]
    assert differing(record, found) == {"casualties", "grade", "grades"}
    assert found["grades"] == ["Weak"]
    assert counts(take_in(desk, tmp_path, records)) == (12, 0, 0, 12, 0)
    assert exported(desk, tmp_path)[record["airwars_id"]]["grade"] == "Weak"


def test_two_desks_importing_one_file_hold_the_same_entries(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    from airwars_desk.store.union import pack, unite

    other = make_desk(tmp_path, incidents=0, name="Other.casebook")
    try:
        take_in(desk, tmp_path, records)
        take_in(other, tmp_path, records)
        before = state_of(desk, tmp_path)
        with other.store.reading() as connection:
            parcel = pack(connection, {})
        unite(desk.store, parcel)
        assert state_of(desk, tmp_path) == before
        assert open_case(desk, uid_of(desk, records[0])).conflicts == {}
    finally:
        close(other)


def test_records_born_here_come_back_without_a_second_copy(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, incidents=3)
    try:
        path = tmp_path / "ours.jsonl"
        export_jsonl(desk, path)
        first = path.read_bytes()
        report = import_files(desk, [path])
        assert report.applied
        assert report.imported == 0
        export_jsonl(desk, path)
        assert [line.count(b'"order"') for line in path.read_bytes().splitlines()] == [
            line.count(b'"order"') for line in first.splitlines()
        ]
    finally:
        close(desk)


def test_records_born_here_are_recognised_elsewhere(tmp_path: Path) -> None:
    here = make_desk(tmp_path, incidents=2)
    there = make_desk(tmp_path, incidents=0, name="There.casebook")
    try:
        path = tmp_path / "ours.jsonl"
        export_jsonl(here, path)
        assert import_files(there, [path]).imported == 2
        assert import_files(there, [path]).unchanged == 2
        again = tmp_path / "again.jsonl"
        export_jsonl(there, again)
        left = sorted(map(canonical, map(orjson.loads, path.read_bytes().splitlines())))
        right = sorted(map(canonical, map(orjson.loads, again.read_bytes().splitlines())))
        assert left == right
    finally:
        close(here)
        close(there)


def test_a_narrative_with_tokens_comes_back_as_it_was(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    record = next(one for one in records if one["sources"] and one["narrative"])
    take_in(desk, tmp_path, records)
    uid = uid_of(desk, record)
    case = open_case(desk, uid)
    (narrative,) = case.of("narrative")
    text = f"[source:{case.of('citation')[0].uid}] says [count:killed] were killed."
    case.set(narrative.uid, "text", text)
    save_case(desk, case)
    out = exported(desk, tmp_path)
    written = out[record["airwars_id"]]["narrative"]
    assert " (S1) says " in written
    assert "[" not in written
    take_in(desk, tmp_path, list(out.values()))
    case = open_case(desk, uid)
    assert case.get(narrative.uid, "text") == text
    assert not case.conflicts
    assert {uid: one["narrative"] for uid, one in exported(desk, tmp_path).items()} == {
        uid: one["narrative"] for uid, one in out.items()
    }


def test_a_region_is_one_province_whether_decided_or_working(
    desk: Desk, tmp_path: Path, records: list[Record]
) -> None:
    from sqlalchemy import select

    from airwars_desk.records.journal import COUNTED

    records[0]["region"] = "Raqqa Governorate"
    take_in(desk, tmp_path, records[:1])
    with desk.store.reading() as connection:
        found = connection.execute(select(COUNTED.c.province)).scalars().all()
    assert found == ["province/raqqa", "province/raqqa"]
