"""Files are private, and replaced whole or not at all."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from airwars_desk import places
from airwars_desk.errors import Refused


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_private_folder_closes_itself_and_its_new_parents(tmp_path: Path) -> None:
    made = places.private_folder(tmp_path / "a" / "b")
    assert mode(made) == 0o700
    assert mode(made.parent) == 0o700
    made.chmod(0o755)
    assert mode(places.private_folder(made)) == 0o700


def test_private_folder_refuses_a_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(Refused) as caught:
        places.private_folder(tmp_path / "a")
    assert caught.value.code == "bad_input"


def test_created_file_is_private_and_never_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "casebook.db"
    places.create_private_file(path)
    assert mode(path) == 0o600
    assert places.is_private(path)
    with pytest.raises(Refused) as caught:
        places.create_private_file(path)
    assert caught.value.code == "exists"


def test_replacing_writes_all_and_leaves_no_remains(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    places.write_bytes_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["out.xlsx"]


def test_failing_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")

    def write(file: BinaryIO) -> None:
        file.write(b"half")
        raise KeyError("a bug in the writer")

    with pytest.raises(KeyError):
        places.replace_file(path, write)
    assert path.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["out.xlsx"]


def test_full_disk_is_said_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")

    def write(file: BinaryIO) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(Refused) as caught:
        places.replace_file(path, write)
    assert caught.value.code == "disk_full"
    assert "out.xlsx" in caught.value.sentence
    assert path.read_bytes() == b"old"


def test_target_that_is_a_folder_or_has_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        places.write_bytes_atomically(tmp_path, b"x")
    assert caught.value.code == "bad_input"
    with pytest.raises(Refused) as caught:
        places.write_bytes_atomically(tmp_path / "no" / "out", b"x")
    assert caught.value.code == "not_found"


def test_read_only_target_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may always write
    with pytest.raises(Refused) as caught:
        places.write_bytes_atomically(path, b"new")
    assert caught.value.code == "read_only"
    assert path.read_bytes() == b"old"


def test_resource_is_found_or_is_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "map").mkdir(parents=True)
    (tmp_path / "resources" / "map" / "land.json").write_text("{}")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert places.resource("map/land.json") == tmp_path / "resources" / "map" / "land.json"
    with pytest.raises(FileNotFoundError):
        places.resource("no/such/thing")


def test_settings_folder_is_the_one_named_by_the_variable(private_home: Path) -> None:
    assert places.settings_folder() == private_home
    assert mode(private_home) == 0o700


def test_umask_keeps_others_out(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        places.set_private_umask()
        (tmp_path / "log").write_text("x")
        assert mode(tmp_path / "log") == 0o600
    finally:
        os.umask(before)
