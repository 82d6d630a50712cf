"""A backup is whole or is not there; a damaged or foreign one makes no casebook."""

import random
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from airwars_desk.errors import Cancelled, Damaged, NotFound, Refused, TooNew
from airwars_desk.operations.attachments import attach
from airwars_desk.operations.desk import Desk, open_casebook
from airwars_desk.operations.figures import figures
from airwars_desk.operations.upkeep import backup, check_casebook, restore
from airwars_desk.store import archive
from airwars_desk.store.evidence import Offered
from airwars_desk.store.heads import read_head
from airwars_desk.store.journal import heads_of_replicas
from tests.store import books


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = books.make_desk(tmp_path)
    uid = books.add_incident(made, 9)
    attach(made, uid, [Offered(name="photograph.jpg", data=b"a photograph")])
    made.store.close()
    return open_casebook(made.office, made.store.folder, writing=False)


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "kept.backup"
    backup(desk, path)
    desk.store.close()
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def rewrite(source: Path, target: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> Path:
    """Write a backup anew, each part as `change` gives it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(change(name, b"")[0]), change(name, old.read(name))[1])
    return target


def with_manifest(source: Path, target: Path, **told: object) -> Path:
    def change(name: str, data: bytes) -> tuple[str, bytes]:
        if name == archive.MANIFEST and data:
            return name, orjson.dumps({**orjson.loads(data), **told})
        return name, data

    return rewrite(source, target, change)


def test_a_restored_casebook_has_equal_figures_and_evidence(
    desk: Desk, kept: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Back.casebook"
    told = restore(desk.office, kept, folder)
    assert told.evidence == 1
    assert kept.stat().st_mode & 0o777 == 0o600
    before = open_casebook(desk.office, desk.store.folder, writing=False)
    after = open_casebook(desk.office, folder)
    assert figures(after) == figures(before)
    assert after.person == before.person
    assert check_casebook(after) == []
    assert names(folder / "evidence") == names(desk.store.folder / "evidence")
    assert {p.stat().st_mode & 0o777 for p in folder.rglob("*") if p.is_file()} == {0o600}
    books.add_incident(after, 9)
    with after.store.reading() as connection:
        heads = heads_of_replicas(connection)
    assert len(heads) == 2, "a restored casebook is a new replica"
    assert told.changes == sum(n for n, _ in read_head(desk.store.folder).values())
    for one in (before, after):
        one.store.close()


def test_one_restored_over_a_lost_casebook_is_a_new_replica(
    desk: Desk, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file system may give the new file the number that the lost one had."""
    monkeypatch.setattr("airwars_desk.store.registry.file_id", lambda _path: "7:7")
    copy = open_casebook(desk.office, desk.store.folder)
    books.add_incident(copy, 7)
    copy.store.close()
    desk.store.folder.rename(tmp_path / "lost")
    restore(desk.office, kept, desk.store.folder)
    after = open_casebook(desk.office, desk.store.folder)
    books.add_incident(after, 8)
    with after.store.reading() as connection:
        assert len(heads_of_replicas(connection)) == 2
    after.store.close()


def test_a_target_that_exists_is_left_alone(desk: Desk, kept: Path, tmp_path: Path) -> None:
    before = kept.read_bytes()
    reader = open_casebook(desk.office, desk.store.folder, writing=False)
    with pytest.raises(Refused) as caught:
        backup(reader, kept)
    assert caught.value.code == "exists"
    assert kept.read_bytes() == before
    with pytest.raises(Refused) as caught:
        restore(desk.office, kept, desk.store.folder)
    assert caught.value.code == "exists"
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused):
        backup(reader, tmp_path / "link")
    reader.store.close()


def test_a_backup_holds_what_was_saved_while_it_was_made(desk: Desk, tmp_path: Path) -> None:
    writer = open_casebook(desk.office, desk.store.folder)
    stop = threading.Event()
    saved: list[str] = []

    def save() -> None:
        while not stop.is_set() and len(saved) < 200:
            saved.append(books.add_incident(writer, 100 + len(saved)))

    thread = threading.Thread(target=save)
    thread.start()
    try:
        for number in range(5):
            backup(desk, tmp_path / f"{number}.backup")
    finally:
        stop.set()
        thread.join()
        writer.store.close()
    assert saved
    for number in range(5):
        folder = tmp_path / f"{number}.casebook"
        restore(desk.office, tmp_path / f"{number}.backup", folder)
        again = open_casebook(desk.office, folder, writing=False)
        assert again.store.missing == []
        assert check_casebook(again) == []
        again.store.close()
    desk.store.close()


def test_a_truncated_backup_is_refused_at_every_length(
    desk: Desk, kept: Path, tmp_path: Path
) -> None:
    data = kept.read_bytes()
    before = names(tmp_path)
    cut = tmp_path / "cut"
    for length in (0, 1, 30, len(data) // 2, len(data) - 400, len(data) - 1):
        cut.write_bytes(data[:length])
        with pytest.raises(Damaged, match="not a whole backup"):
            restore(desk.office, cut, tmp_path / "Back.casebook")
        assert names(tmp_path) == before | {"cut"}


def test_a_backup_with_a_damaged_byte_is_refused_or_equal(
    desk: Desk, kept: Path, tmp_path: Path
) -> None:
    data = kept.read_bytes()
    before = names(tmp_path)
    bad = tmp_path / "bad"
    chance = random.Random(5)
    refused = 0
    for number in range(40):
        place = chance.randrange(len(data)) if number % 2 else len(data) - 1 - number * 20
        bad.write_bytes(data[:place] + bytes([data[place] ^ 0x40]) + data[place + 1 :])
        target = tmp_path / f"{number}.casebook"
        try:
            restore(desk.office, bad, target)
        except Refused as refusal:
            refused += 1
            assert refusal.code in ("damaged", "too_new"), place  # noqa: PT017 - both may be
            assert not target.exists()
        else:
            again = open_casebook(desk.office, target, writing=False)
            assert check_casebook(again) == []
            again.store.close()
    assert refused > 30
    assert not {name for name in names(tmp_path) - before if ".part" in name}


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 500])
def test_another_kind_of_file_is_refused(desk: Desk, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    with pytest.raises(Damaged, match="not a whole backup"):
        restore(desk.office, other, tmp_path / "Back.casebook")
    desk.store.close()


def test_another_zip_a_folder_and_nothing_are_refused(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("readme.txt", "hello")
    with pytest.raises(Damaged, match="not a whole backup"):
        restore(desk.office, other, tmp_path / "Back.casebook")
    with pytest.raises(Refused, match="is a folder"):
        restore(desk.office, tmp_path, tmp_path / "Back.casebook")
    with pytest.raises(NotFound):
        restore(desk.office, tmp_path / "nowhere", tmp_path / "Back.casebook")
    assert not (tmp_path / "Back.casebook").exists()
    desk.store.close()


@pytest.mark.parametrize("told", [{"version": 2}, {"schema": 99}])
def test_a_backup_of_a_newer_version_is_refused(
    desk: Desk, kept: Path, tmp_path: Path, told: dict[str, int]
) -> None:
    newer = with_manifest(kept, tmp_path / "newer", **told)
    with pytest.raises(TooNew):
        restore(desk.office, newer, tmp_path / "Back.casebook")


def test_names_in_the_archive_lead_nowhere(desk: Desk, kept: Path, tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> tuple[str, bytes]:
        if name == archive.MANIFEST:
            return name, data.replace(b'"head.json"', b'"../head.json"')
        return name.replace("head.json", "../head.json"), data

    hostile = rewrite(kept, tmp_path / "hostile", change)
    before = names(tmp_path)
    with pytest.raises(Damaged):
        restore(desk.office, hostile, tmp_path / "Back.casebook")
    assert names(tmp_path) == before


def test_a_part_that_the_manifest_does_not_name_is_refused(
    desk: Desk, kept: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(kept, "a") as packed:
        packed.writestr(zipfile.ZipInfo("evidence/extra"), b"x")
    with pytest.raises(Damaged):
        restore(desk.office, kept, tmp_path / "Back.casebook")


def test_a_packed_part_is_refused_before_it_is_unpacked(
    desk: Desk, kept: Path, tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb"
    with zipfile.ZipFile(kept) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with pytest.raises(Damaged):
        restore(desk.office, bomb, tmp_path / "Back.casebook")


def test_heads_that_the_journal_does_not_have_are_refused(
    desk: Desk, kept: Path, tmp_path: Path
) -> None:
    wrong = with_manifest(kept, tmp_path / "wrong", heads={"r": {"counter": 1, "id": "x"}})
    with pytest.raises(Damaged):
        restore(desk.office, wrong, tmp_path / "Back.casebook")


@pytest.mark.parametrize("step", [0, 1])
def test_one_that_is_cancelled_leaves_nothing(desk: Desk, tmp_path: Path, step: int) -> None:
    def stop(done: int, _total: int) -> None:
        if done > step:
            raise Cancelled

    before = names(tmp_path)
    if step == 0:
        with pytest.raises(Cancelled):
            backup(desk, tmp_path / "kept", stop)
        assert names(tmp_path) == before
    backup(desk, tmp_path / "kept")
    with pytest.raises(Cancelled):
        restore(
            desk.office, tmp_path / "kept", tmp_path / "Back.casebook", lambda _d, _t: stop(9, 9)
        )
    assert names(tmp_path) == before | {"kept"}
    desk.store.close()


def test_a_damaged_casebook_makes_no_backup(desk: Desk, tmp_path: Path) -> None:
    desk.store.close()
    writer = open_casebook(desk.office, desk.store.folder)
    with writer.store.writing() as connection:
        connection.exec_driver_sql("UPDATE entry SET at = 'x' WHERE kind = 'victim'")
        connection.commit()
    with pytest.raises(Damaged):
        backup(writer, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    writer.store.close()


def test_evidence_that_does_not_fit_its_name_makes_no_backup(desk: Desk, tmp_path: Path) -> None:
    (desk.store.folder / "evidence" / ("0" * 64)).write_bytes(b"other")
    with pytest.raises(Damaged, match="evidence/000"):
        backup(desk, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    desk.store.close()


def test_a_folder_that_is_not_there_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="folder"):
        backup(desk, tmp_path / "nowhere" / "kept")
    desk.store.close()
