"""Files are stored before their rows, all or none; check, backup and undo know of them."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.errors import BadInput, Cancelled, Damaged, NotFound, Refused
from airwars_desk.operations import attachments
from airwars_desk.operations.attachments import (
    attach,
    clear_opened,
    list_attachments,
    open_copy,
    remove_attachment,
    save_copy,
)
from airwars_desk.operations.browse import list_rows, read_page
from airwars_desk.operations.desk import Desk, close, open_casebook
from airwars_desk.operations.entry import new_case, open_case, save_case
from airwars_desk.operations.history import history_of, redo, undo
from airwars_desk.operations.upkeep import backup, check_casebook, restore
from airwars_desk.rules.query import Listing
from airwars_desk.store import evidence, union
from airwars_desk.store.casebook import Store
from airwars_desk.store.evidence import Offered, offered_file
from tests.store import books

JPEG = b"\xff\xd8\xff\xe0 invented"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = books.make_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def incident(desk: Desk) -> str:
    rows = list_rows(desk, Listing(text="TS001"))
    (row,) = read_page(desk, rows)
    assert row is not None
    return row.uid


def written(folder: Path, name: str, data: bytes) -> Offered:
    path = folder / name
    path.write_bytes(data)
    return offered_file(path)


def stored(desk: Desk) -> list[Path]:
    return sorted((desk.store.folder / "evidence").iterdir())


def test_a_file_is_kept_under_its_digest_and_shown(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    change = attach(desk, incident, [written(tmp_path, "صورة.jpg", JPEG)])
    assert (change.operation, change.incidents) == ("attach", ())
    assert [kind for kind, _ in change.touched] == ["attachment"]
    (path,) = stored(desk)
    assert path.name == hashlib.sha256(JPEG).hexdigest()
    assert path.read_bytes() == JPEG
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    (one,) = list_attachments(desk, incident)
    assert (one.name, one.media_type, one.size) == ("صورة.jpg", "image/jpeg", len(JPEG))
    assert (one.sha256, one.person, one.citation) == (path.name, desk.person, "")
    assert one.attached_at == change.at or one.attached_at < change.at
    assert one.is_here
    assert check_casebook(desk) == []


def test_a_file_belongs_to_a_source_and_is_there_once(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    citation = open_case(desk, incident).of("citation")[0].uid
    offered = [written(tmp_path, "a.jpg", JPEG), written(tmp_path, "same.jpg", JPEG)]
    attach(desk, incident, offered, citation)
    attach(desk, incident, [Offered(name="again.jpg", data=JPEG)])
    assert [one.citation for one in list_attachments(desk, incident)] == [citation, ""]
    assert [one.name for one in list_attachments(desk, incident)] == ["a.jpg", "again.jpg"]
    assert len(stored(desk)) == 1
    with pytest.raises(BadInput) as refused:
        attach(desk, incident, offered, citation)
    assert refused.value.code == "duplicate"
    assert len(stored(desk)) == 1
    assert check_casebook(desk) == []


def test_equal_files_keep_the_order_in_which_they_were_offered(desk: Desk, incident: str) -> None:
    names = [f"{number}.txt" for number in range(9)]
    attach(desk, incident, [Offered(name=name, data=name.encode()) for name in names])
    assert [one.name for one in list_attachments(desk, incident)] == names


def test_a_removed_attachment_comes_back_and_its_file_never_goes(desk: Desk, incident: str) -> None:
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    (one,) = list_attachments(desk, incident)
    gone = remove_attachment(desk, one.uid)
    assert list_attachments(desk, incident) == []
    assert len(stored(desk)) == 1
    assert check_casebook(desk) == []
    undone = undo(desk, gone.id)
    assert list_attachments(desk, incident) == [one]
    redo(desk, undone.id)
    assert list_attachments(desk, incident) == []
    with pytest.raises(NotFound):
        remove_attachment(desk, one.uid)


def test_attaching_is_undone_and_done_again(desk: Desk, incident: str) -> None:
    change = attach(desk, incident, [Offered(name=f"{n}.txt", data=b"%d" % n) for n in range(3)])
    undone = undo(desk, change.id)
    assert list_attachments(desk, incident) == []
    assert len(stored(desk)) == 3
    redo(desk, undone.id)
    assert len(list_attachments(desk, incident)) == 3
    assert [item.operation for item in history_of(desk, incident)][:3] == ["redo", "undo", "attach"]


def test_a_draft_opened_before_is_saved_without_a_conflict(desk: Desk, incident: str) -> None:
    case = open_case(desk, incident)
    case.set(incident, "region", "Sarim")
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    save_case(desk, case)
    assert open_case(desk, incident).conflicts == {}
    assert len(list_attachments(desk, incident)) == 1


def test_an_attachment_is_found_by_its_name(desk: Desk, incident: str) -> None:
    attach(desk, incident, [Offered(name="blueprint.pdf", data=b"%PDF-1")])
    assert len(list_rows(desk, Listing(text="blueprint"))) == 1


def test_what_is_not_saved_takes_no_file(desk: Desk, incident: str) -> None:
    with pytest.raises(NotFound):
        attach(desk, new_case(desk).uid, [Offered(name="a", data=b"a")])
    with pytest.raises(NotFound):
        attach(desk, incident, [Offered(name="a", data=b"a")], "no such source")
    assert stored(desk) == []


def test_folders_pipes_empty_and_missing_files_are_refused_and_nothing_stays(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    good = written(tmp_path, "good.jpg", JPEG)
    wrong = {
        "bad_input": offered_file(tmp_path / "folder"),
        "unsupported": offered_file(tmp_path / "pipe"),
        "empty": written(tmp_path, "empty.jpg", b""),
        "not_found": offered_file(tmp_path / "nowhere.jpg"),
    }
    for code, offered in wrong.items():
        with pytest.raises(Refused) as refused:
            attach(desk, incident, [good, offered])
        assert refused.value.code == code
        assert offered.name in refused.value.sentence
    assert stored(desk) == []
    assert list_attachments(desk, incident) == []


def test_a_file_over_the_limit_is_refused_before_anything_is_copied(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    path = tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.truncate(evidence.LIMIT + 1)
    told: list[tuple[int, int]] = []
    with pytest.raises(BadInput) as refused:
        attach(
            desk,
            incident,
            [Offered(name="a", data=b"a"), offered_file(path)],
            report=lambda done, total: told.append((done, total)),
        )
    assert refused.value.code == "too_big"
    assert told == []
    assert stored(desk) == []


def test_cancelling_leaves_nothing(desk: Desk, incident: str, tmp_path: Path) -> None:
    big = b"x" * (3 * evidence.MEGABYTE)
    offered = [written(tmp_path, f"{n}.bin", big + bytes([n])) for n in range(2)]
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 6:  # in the second file
            raise Cancelled

    with pytest.raises(Cancelled):
        attach(desk, incident, offered, report=stop)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {total for _, total in told} == {7}
    assert stored(desk) == []
    assert list_attachments(desk, incident) == []


def test_a_row_that_cannot_be_written_takes_its_new_file_back(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    attach(desk, incident, [Offered(name="kept.jpg", data=JPEG)])
    before = stored(desk)
    moved = tmp_path / "moved.db"
    desk.store.path.rename(moved)
    with pytest.raises(Refused):
        attach(desk, incident, [Offered(name="b.jpg", data=JPEG + b"b")])
    moved.rename(desk.store.path)
    assert stored(desk) == before
    assert check_casebook(desk) == []


def test_a_reader_attaches_nothing(desk: Desk, incident: str) -> None:
    reader = open_casebook(desk.office, desk.store.folder, person=books.PERSON, writing=False)
    with pytest.raises(Refused) as refused:
        attach(reader, incident, [Offered(name="a", data=b"a")])
    assert refused.value.code == "read_only"
    assert stored(desk) == []
    close(reader)


def test_fifty_files_one_damaged_one_missing_one_unknown(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    offered = [written(tmp_path, f"still-{n:02}.jpg", JPEG + b"%d" % n) for n in range(50)]
    attach(desk, incident, offered)
    assert len(stored(desk)) == 50
    assert check_casebook(desk) == []
    listed = {one.name: one for one in list_attachments(desk, incident)}
    folder = desk.store.folder / "evidence"
    damaged, missing = listed["still-17.jpg"], listed["still-31.jpg"]
    data = bytearray((folder / damaged.sha256).read_bytes())
    data[5] ^= 1
    (folder / damaged.sha256).write_bytes(bytes(data))
    (folder / missing.sha256).unlink()
    (folder / "holiday.jpg").write_bytes(b"x")
    (folder / "holiday.jpg").chmod(0o600)
    told = {one.id: one for one in check_casebook(desk)}
    assert set(told) == {"evidence", "evidence_missing", "evidence_unknown"}
    assert told["evidence"].where.endswith(damaged.sha256)
    assert told["evidence"].what.endswith("still-17.jpg, TS001")
    assert told["evidence_missing"].what.endswith("still-31.jpg, TS001")
    assert told["evidence"].is_damage
    assert told["evidence_missing"].is_damage
    assert not told["evidence_unknown"].is_damage
    assert told["evidence_unknown"].where.endswith("evidence/holiday.jpg")
    here = {one.name: one.is_here for one in list_attachments(desk, incident)}
    assert [name for name, is_here in here.items() if not is_here] == ["still-31.jpg"]


def test_attaching_a_damaged_file_again_mends_it(desk: Desk, incident: str) -> None:
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    (path,) = stored(desk)
    path.write_bytes(b"damaged")
    other = list_rows(desk, Listing(text="TS002"))
    (row,) = read_page(desk, other)
    assert row is not None
    attach(desk, row.uid, [Offered(name="b.jpg", data=JPEG)])
    assert check_casebook(desk) == []


def test_the_file_of_a_removed_attachment_is_missed_but_no_damage(
    desk: Desk, incident: str
) -> None:
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    remove_attachment(desk, list_attachments(desk, incident)[0].uid)
    stored(desk)[0].unlink()
    (told,) = check_casebook(desk)
    assert (told.id, told.is_damage) == ("evidence_lost", False)
    backup(desk, desk.store.folder.parent / "kept")


def test_a_backup_holds_all_evidence_or_is_not_made(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    attach(desk, incident, [Offered(name=f"{n}.jpg", data=JPEG + b"%d" % n) for n in range(5)])
    assert backup(desk, tmp_path / "kept").evidence == 5
    restore(desk.office, tmp_path / "kept", tmp_path / "Back.casebook")
    again = open_casebook(desk.office, tmp_path / "Back.casebook")
    assert check_casebook(again) == []
    assert list_attachments(again, incident) == list_attachments(desk, incident)
    close(again)
    one, other = stored(desk)[:2]
    right = one.read_bytes()
    one.write_bytes(b"damaged")
    with pytest.raises(Damaged, match=one.name):
        backup(desk, tmp_path / "not kept")
    one.write_bytes(right)
    other.unlink()
    with pytest.raises(Damaged, match=rf"{other.name}: \d.jpg, TS001"):
        backup(desk, tmp_path / "not kept")
    assert not (tmp_path / "not kept").exists()


def test_a_backup_with_damaged_evidence_is_not_restored(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    backup(desk, tmp_path / "kept")
    packed = (tmp_path / "kept").read_bytes()
    assert packed.count(JPEG) == 1
    (tmp_path / "kept").write_bytes(packed.replace(JPEG, JPEG[::-1]))
    with pytest.raises(Damaged):
        restore(desk.office, tmp_path / "kept", tmp_path / "Back.casebook")
    assert not (tmp_path / "Back.casebook").exists()


def test_united_casebooks_share_the_rows_and_check_misses_the_file(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    backup(desk, tmp_path / "kept")
    restore(desk.office, tmp_path / "kept", tmp_path / "Other.casebook")
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    with desk.store.reading() as connection:
        parcel = union.pack(connection)
    other = open_casebook(desk.office, tmp_path / "Other.casebook")
    assert isinstance(other.store, Store)
    union.unite(other.store, parcel)
    (one,) = list_attachments(other, incident)
    assert not one.is_here
    assert [told.id for told in check_casebook(other)] == ["evidence_missing"]
    with pytest.raises(NotFound):
        open_copy(other, one.uid)
    attach(
        other,
        open_case(other, incident).uid,
        [Offered(name="b", data=JPEG)],
        _source(other, incident),
    )
    assert check_casebook(other) == []
    close(other)


def _source(desk: Desk, incident: str) -> str:
    return open_case(desk, incident).of("citation")[0].uid


def test_a_copy_to_be_opened_is_private_read_only_and_goes_with_the_casebook(
    desk: Desk, incident: str
) -> None:
    attach(desk, incident, [Offered(name="../a:b.jpg", data=JPEG)])
    (one,) = list_attachments(desk, incident)
    path = open_copy(desk, one.uid)
    assert path.name == "a_b.jpg"
    assert path.read_bytes() == JPEG
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert desk.office.folder in path.parents
    left = desk.office.folder / attachments.OPENED / "left by another"
    left.mkdir()
    os.utime(left, (0, 0))
    assert open_copy(desk, one.uid) != path
    assert not left.exists()
    clear_opened(desk.office)
    assert not path.exists()


def test_a_program_is_not_opened_but_a_copy_is_given(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    attach(desk, incident, [Offered(name="photo.jpg", data=b"MZ program")])
    (one,) = list_attachments(desk, incident)
    with pytest.raises(BadInput) as refused:
        open_copy(desk, one.uid)
    assert refused.value.code == "not_allowed"
    assert save_copy(desk, one.uid, tmp_path / "out").read_bytes() == b"MZ program"


def test_a_damaged_file_is_not_handed_out_and_the_old_copy_stays(
    desk: Desk, incident: str, tmp_path: Path
) -> None:
    attach(desk, incident, [Offered(name="a.jpg", data=JPEG)])
    (one,) = list_attachments(desk, incident)
    stored(desk)[0].write_bytes(b"damaged")
    (tmp_path / "old.jpg").write_bytes(b"old")
    with pytest.raises(Damaged):
        save_copy(desk, one.uid, tmp_path / "old.jpg")
    with pytest.raises(Damaged):
        open_copy(desk, one.uid)
    assert (tmp_path / "old.jpg").read_bytes() == b"old"
    with pytest.raises(NotFound):
        open_copy(desk, "no such attachment")
