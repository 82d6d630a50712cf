"""The real collections come in and leave equal, and what we do in between is all that differs."""

import gzip
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
import pytest

from airwars_desk.formats.airwars_rows import name_based
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.entry import open_case, save_case
from airwars_desk.operations.exchange import export_jsonl
from airwars_desk.operations.history import redo, undo
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.review import decide
from airwars_desk.rules.proof import canonical

pytestmark = [pytest.mark.real, pytest.mark.slow]

Record = dict[str, Any]
Key = tuple[str, int]
NAMES = ("airwars-syria", "airwars-gaza")


def parts(folder: Path) -> list[Path]:
    found = [folder / name / "part-a.jsonl.gz" for name in NAMES]
    missing = [str(path) for path in found if not path.is_file()]
    if missing:
        pytest.skip(f"no real collections: {missing[0]} is missing")
    return found


def digests(path: Path) -> dict[Key, bytes]:
    """The canonical JSON of every record of a file, small enough to hold two files of it."""
    with gzip.open(path) as lines:
        return {key_of(record): canonical(record) for record in map(orjson.loads, lines)}


def first_lines(path: Path, count: int) -> bytes:
    with gzip.open(path) as lines:
        return b"".join(islice(lines, count))


def lines_of(path: Path) -> list[Record]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def key_of(record: Record) -> Key:
    return record["dataset"], record["airwars_id"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = Office(folder=tmp_path / "settings")
    opened = new_casebook(office, tmp_path / "Real.casebook", "Ada Example", "supervisor")
    yield opened
    close(opened)


def exported(desk: Desk, folder: Path) -> dict[Key, bytes]:
    path = folder / "out.jsonl.gz"
    export_jsonl(desk, path)
    return digests(path)


def differing(left: bytes, right: bytes) -> set[str]:
    one, other = orjson.loads(left), orjson.loads(right)
    return {
        key
        for key in one.keys() | other.keys()
        if key not in one or key not in other or canonical(one[key]) != canonical(other[key])
    }


def test_both_collections_come_in_and_leave_equal(
    desk: Desk, tmp_path: Path, real_parts: Path
) -> None:
    paths = parts(real_parts)
    wanted: dict[Key, bytes] = {}
    for path in paths:
        wanted.update(digests(path))
    report = import_files(desk, paths)
    assert (report.read, report.imported, report.refused) == (len(wanted), len(wanted), 0)
    assert report.applied
    assert report.unknown_keys == {}
    assert exported(desk, tmp_path) == wanted

    edited = edit_one(desk, wanted)
    again = import_files(desk, paths)
    assert (again.unchanged, again.read) == (len(wanted), len(wanted))
    assert again.change is None
    found = exported(desk, tmp_path)
    assert differing(wanted[edited], found[edited]) == {
        "casualties",
        "victims",
        "sources",
        "grade",
        "grades",
    }
    assert {key for key in wanted if found[key] != wanted[key]} == {edited}


def edit_one(desk: Desk, wanted: dict[Key, bytes]) -> Key:
    """Change a count, a name, a source and a grade of one incident."""
    record = next(
        record
        for record in map(orjson.loads, wanted.values())
        if record["grade"] == "Weak" and record["victims"] and len(record["sources"]) > 1
    )
    uid = name_based(record["dataset"], record["airwars_id"])
    case = open_case(desk, uid)
    counts = next(i for i in case.of("working_range") if i.values["group"] == "group/civilians")
    case.set(counts.uid, "killed_max", 4711)
    case.set(case.of("victim")[0].uid, "name", "Another Name")
    case.set(case.of("citation")[1].uid, "author", "Another Author")
    save_case(desk, case)
    decide(desk, uid, grade="Fair", reason="two origins")
    return key_of(record)


def test_an_undone_import_leaves_nothing_and_returns_equal(
    desk: Desk, tmp_path: Path, real_parts: Path
) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(b"".join(first_lines(part, 80) for part in parts(real_parts)))
    wanted = {key_of(record): canonical(record) for record in lines_of(path)}
    report = import_files(desk, [path])
    assert report.change is not None
    uids = live_uids(desk)
    undone = undo(desk, report.change.id)
    assert exported(desk, tmp_path) == {}
    redo(desk, undone.id)
    assert exported(desk, tmp_path) == wanted
    assert live_uids(desk) == uids
    undo(desk, report.change.id)
    assert exported(desk, tmp_path) == {}
    back = import_files(desk, [path])
    assert back.imported == len(wanted)
    assert exported(desk, tmp_path) == wanted
    assert live_uids(desk) == uids


def live_uids(desk: Desk) -> set[str]:
    from sqlalchemy import select

    from airwars_desk.records.kinds import RECORDS, table_of

    found: set[str] = set()
    with desk.store.reading() as connection:
        for record in RECORDS.values():
            table = table_of(record)
            found.update(
                connection.execute(select(table.c.uid).where(table.c.is_live.is_(True))).scalars()
            )
    return found
