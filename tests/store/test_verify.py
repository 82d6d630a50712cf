"""Whatever is altered behind the program's back is found, and told by its id."""

import hashlib
import random
import shutil
from pathlib import Path

import pytest
import sqlcipher3

from airwars_desk.operations import conflicts as settling
from airwars_desk.operations.desk import Desk, open_casebook
from airwars_desk.operations.entry import delete_case, open_case, save_case
from airwars_desk.operations.erasure import erase_values
from airwars_desk.operations.history import redo, undo
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.store import findings, verify
from tests.store import books


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = books.make_desk(tmp_path)
    made.store.close()
    return made


def alter(desk: Desk, *statements: str) -> None:
    """Change the database as no operation does."""
    raw = sqlcipher3.dbapi2.connect(str(desk.store.path), isolation_level=None)
    raw.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        raw.execute(statement)
    raw.close()


def found(desk: Desk) -> set[str]:
    return {one.id for one in verify.check_casebook(desk.store.folder)}


def test_a_casebook_that_is_well_has_no_findings(desk: Desk) -> None:
    assert verify.check_casebook(desk.store.folder) == []


def test_work_of_every_kind_leaves_nothing_to_find(desk: Desk) -> None:
    writer = open_casebook(desk.office, desk.store.folder)
    uid = books.add_incident(writer, 7)
    case = open_case(writer, uid)
    victim = case.of("victim")[0]
    case.set(victim.uid, "name", "Another Name")
    case.set(uid, "codes", ["TS007", "TS900"])
    change = save_case(writer, case)
    redo(writer, undo(writer, change.id).id)
    case = open_case(writer, uid)
    case.remove(case.of("victim")[0].uid)
    save_case(writer, case)
    gone = delete_case(writer, uid, "entered twice")
    undo(writer, gone.id)
    other = books.add_incident(writer, 8)
    undo(writer, delete_case(writer, other, "wrong").id)
    delete_case(writer, other, "wrong after all")
    erase_values(writer, "victim", victim.uid, ["name"], "asked by kin")
    assert check_casebook(writer) == []
    writer.store.close()


def test_a_field_in_conflict_is_told_and_is_no_damage(desk: Desk) -> None:
    writer = open_casebook(desk.office, desk.store.folder)
    uid = books.add_incident(writer, 7)
    first, second = open_case(writer, uid), open_case(writer, uid)
    first.set(uid, "location_name", "Here")
    second.set(uid, "location_name", "There")
    save_case(writer, first)
    save_case(writer, second)
    (told,) = check_casebook(writer)
    assert (told.id, told.is_damage) == ("conflict", False)
    assert uid in told.where
    assert "location_name" in told.what
    (one,) = settling.conflicts(writer)
    settling.settle(writer, one.kind, one.uid, one.field, "Here")
    assert check_casebook(writer) == []
    writer.store.close()


def test_one_code_on_two_incidents_is_told(desk: Desk) -> None:
    writer = open_casebook(desk.office, desk.store.folder)
    books.add_incident(writer, 1)
    writer.store.close()
    (told,) = verify.check_casebook(desk.store.folder)
    assert (told.id, told.where, told.is_damage) == ("same_code", "TS001", False)


def test_two_decisions_that_stand_are_told(desk: Desk) -> None:
    from airwars_desk.operations.entry import new_uid

    writer = open_casebook(desk.office, desk.store.folder)
    uid = books.add_incident(writer, 7)
    case = open_case(writer, uid)
    for grade in ("Fair", "Weak"):
        case.add("decision", new_uid(), grade=grade, decided_at="2020-01-01T00:00:00Z")
    save_case(writer, case)
    assert [one.id for one in check_casebook(writer)] == ["two_decisions"]
    writer.store.close()


ALTERED = {
    "a value in a record": ("record", "UPDATE victim SET name = 'X' WHERE row = 1"),
    "a number in a range": ("record", "UPDATE working_range SET killed_min = 99 WHERE row = 1"),
    "an unknown number made 0": (
        "record",
        "UPDATE working_range SET injured_min = 0 WHERE row = 1",
    ),
    "a term taken away": ("record", "DELETE FROM incident_term WHERE owner = 1"),
    "a record hidden": ("record", "UPDATE citation SET is_live = 0 WHERE row = 1"),
    "a record removed": ("stray_entry", "DELETE FROM victim WHERE row = 2"),
    "a value in an entry": (
        "entry",
        "UPDATE entry SET fields = replace(fields, 'Village 1', 'Village 9')",
    ),
    "the time of an entry": ("entry", "UPDATE entry SET at = '2020' WHERE kind = 'victim'"),
    "the writer of a change": ("change", "UPDATE change SET person = 'x' WHERE counter = 2"),
    "an entry taken out of its change": (
        "change",
        "DELETE FROM change_entry WHERE change = 2 AND entry % 2 = 0",
    ),
    "a change taken out": (
        "chain",
        "DELETE FROM change_entry WHERE change = 3",
        "DELETE FROM change WHERE row = 3",
    ),
    "the newest change taken out": (
        "head",
        "DELETE FROM change_entry WHERE change = (SELECT max(row) FROM change)",
        "DELETE FROM change WHERE row = (SELECT max(row) FROM change)",
    ),
    "two changes swapped": (
        "change",
        "UPDATE change SET counter = 99 WHERE counter = 2",
        "UPDATE change SET counter = 2 WHERE counter = 3",
        "UPDATE change SET counter = 3 WHERE counter = 99",
    ),
    "a count in a list": ("derived", "UPDATE listing SET killed_max = 99 WHERE incident = 1"),
    "a figure": ("derived", "UPDATE counted SET killed_max = 99 WHERE incident = 1"),
    "a figure lost": ("derived", "DELETE FROM counted WHERE incident = 1"),
    "an incident counted that is not there": (
        "derived",
        "INSERT INTO counted(incident, state) VALUES (77, 'decided')",
    ),
    "search lost": ("search", "DELETE FROM search WHERE rowid = 1"),
    "a dangling reference": ("foreign_key", "UPDATE citation SET source = 999 WHERE row = 1"),
    "a trigger": (
        "foreign_object",
        "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM victim; END",
    ),
    "a view": ("foreign_object", "CREATE VIEW v AS SELECT 1"),
    "a table": ("schema", "CREATE TABLE notes (text)"),
    "an index": ("schema", "DROP INDEX ix_entry_uid"),
    "an erased value that is still there": (
        "erased",
        "INSERT INTO erasure SELECT id, 'name' FROM entry WHERE kind = 'victim' LIMIT 1",
    ),
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_was_altered_behind_our_back_is_found(desk: Desk, what: str) -> None:
    expected, *statements = ALTERED[what]
    alter(desk, *statements)
    assert expected in found(desk)
    assert findings.KINDS[expected][0]


def test_damaged_bytes_are_found_or_change_nothing(desk: Desk) -> None:
    """Bytes that no part of the data uses may change; whatever matters is found."""
    path = desk.store.path
    whole = path.read_bytes()
    chance = random.Random(3)
    used = [n for n in range(len(whole)) if whole[n]]
    missed = 0
    for _ in range(25):
        place = chance.choice(used)
        noise = bytes(chance.randrange(256) for _ in range(8))
        path.write_bytes(whole[:place] + noise + whole[place + 8 :])
        if not any(one.is_damage for one in verify.check_casebook(desk.store.folder)):
            missed += 1
    path.write_bytes(whole)
    assert missed <= 2
    assert found(desk) == set()


def test_a_file_that_breaks_off_is_found(desk: Desk) -> None:
    whole = desk.store.path.read_bytes()
    desk.store.path.write_bytes(whole[: len(whole) // 2])
    assert "database" in found(desk)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, None])
def test_a_lost_or_cut_log_of_writes_shows_as_missing_saves(
    desk: Desk, tmp_path: Path, share: float | None
) -> None:
    """As after a power cut on a disk that lied, or a folder copied without its newest file."""
    writer = open_casebook(desk.office, desk.store.folder)
    for number in range(5):
        books.add_incident(writer, 20 + number)
    copy = tmp_path / "Cut.casebook"
    shutil.copytree(desk.store.folder, copy)
    writer.store.close()
    (copy / "casebook.db-shm").unlink()
    log = copy / "casebook.db-wal"
    size = log.stat().st_size
    assert size > 0
    if share is None:
        log.unlink()
    else:
        with log.open("r+b") as file:
            file.truncate(int(size * share))
    assert "head" in {one.id for one in verify.check_casebook(copy)}
    again = open_casebook(desk.office, copy, writing=False)
    assert again.store.missing
    again.store.close()


def test_evidence_is_compared_with_its_name(desk: Desk) -> None:
    evidence = desk.store.folder / "evidence"
    right = evidence / hashlib.sha256(b"right").hexdigest()
    right.write_bytes(b"right")
    right.chmod(0o600)
    assert found(desk) == {"evidence_unknown"}
    right.write_bytes(b"wrong")
    (evidence / "holiday.jpg").write_bytes(b"x")
    (evidence / "holiday.jpg").chmod(0o600)
    told = {one.id: one.where for one in verify.check_casebook(desk.store.folder)}
    assert told == {
        "evidence": f"Test.casebook/evidence/{right.name}",
        "evidence_unknown": "Test.casebook/evidence/holiday.jpg",
    }


def test_files_that_others_may_read_or_nobody_can_are_told(desk: Desk) -> None:
    folder = desk.store.folder
    (folder / "head.json").chmod(0o644)
    for name, content in (("a.draft.json", b"{"), ("b.draft.json", b"{}")):
        (folder / "drafts" / name).write_bytes(content)
        (folder / "drafts" / name).chmod(0o600)
    (folder / ".x.part").touch(0o600)
    told = {(one.id, one.where) for one in verify.check_casebook(folder)}
    assert told == {
        ("permissions", "Test.casebook/head.json"),
        ("draft", "Test.casebook/drafts/a.draft.json"),
        ("leftover", "Test.casebook/.x.part"),
    }


def test_many_findings_of_a_kind_are_counted() -> None:
    some = findings.Findings()
    for number in range(findings.MOST + 7):
        some.add("same_code", f"A{number}")
    some.add("record", "victim x", "name")
    told = some.listed()
    assert [one.id for one in told[:2]] == ["record", "same_code"]
    assert len(told) == findings.MOST + 2
    assert told[-1].where.startswith("7 ")
    assert told[0].what.endswith(": name")
    assert some.is_damaged


def test_checking_changes_no_byte(desk: Desk) -> None:
    before = {p.name: p.read_bytes() for p in desk.store.folder.iterdir() if p.is_file()}
    verify.check_casebook(desk.store.folder)
    after = {p.name: p.read_bytes() for p in desk.store.folder.iterdir() if p.is_file()}
    assert {name: after[name] for name in before} == before
