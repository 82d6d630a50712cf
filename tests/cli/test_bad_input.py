"""What bad input gets: one clear sentence, exit code 1, and nothing changed."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from airwars_desk.cli import work
from airwars_desk.errors import Cancelled
from airwars_desk.operations.desk import Office, open_casebook
from tests.cli.shell import PERSON, Ran, Run, state

EMPTY_MONTH = "1999-01"


@pytest.fixture
def records(sample: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in gzip.decompress(sample.read_bytes()).splitlines()]
    for number, record in enumerate(found):
        record["airwars_id"] = 900_000 + number
    return found


def written(path: Path, records: list[Any], third: bytes | None = None) -> Path:
    """Write records as lines; `third` takes the place of line 3."""
    lines = [json.dumps(record).encode() for record in records]
    if third is not None:
        lines[2] = third
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def refused_import(run: Run, book: Path, file: Path, code: str, *words: str) -> dict[str, Any]:
    """Import as JSON and for people; assert a refusal that changes nothing."""
    before = state(book)
    for arguments in ((), ("--dry-run",)):
        ran = run("import", book, file, "--json", *arguments)
        ran.refused(code, *words)
        told = ran.told
        assert told["applied"] is False
        counted = ("imported", "updated", "unchanged", "refused")
        assert told["read"] == sum(told[name] for name in counted)
    plain = run("import", book, file)
    assert plain.code == 1
    assert all(word in plain.problems for word in words)
    assert state(book) == before
    return told


@pytest.mark.parametrize("line", [b'{"dataset": ', b"[1, 2]", b"7", b'{"dataset": "\xff"}', b"{}"])
def test_a_line_that_is_no_record(
    run: Run, book: Path, tmp_path: Path, records: list[Any], line: bytes
) -> None:
    file = written(tmp_path / "new.jsonl", records, line)
    told = refused_import(run, book, file, "bad_input", "new.jsonl", "line 3")
    assert told["refused"] == 1
    assert told["imported"] == 19


@pytest.mark.parametrize(
    ("key", "value"),
    [("sources", "none"), ("date_start", 7), ("victims", [3]), ("airwars_id", "x"),
     ("casualties", [])],
)  # fmt: skip
def test_a_value_of_the_wrong_type_is_named_with_its_line_and_record(
    run: Run, book: Path, tmp_path: Path, records: list[Any], key: str, value: Any
) -> None:
    records[2][key] = value
    file = written(tmp_path / "new.jsonl", records)
    words = [] if key == "airwars_id" else [str(records[2]["code"]), key]
    refused_import(run, book, file, "bad_input", "line 3", *words)


@pytest.mark.parametrize("text", ["a\0b", "half \ud800 a pair"])
def test_a_text_that_cannot_be_stored(
    run: Run, book: Path, tmp_path: Path, records: list[Any], text: str
) -> None:
    records[2]["location_name"] = text
    file = written(tmp_path / "new.jsonl", records)
    refused_import(run, book, file, "bad_text", "new.jsonl", "line 3")


def test_a_record_that_comes_twice(
    run: Run, book: Path, tmp_path: Path, records: list[Any]
) -> None:
    file = written(tmp_path / "new.jsonl", [*records, records[0]])
    refused_import(run, book, file, "duplicate", "line 21")


def test_a_number_that_is_too_large(
    run: Run, book: Path, tmp_path: Path, records: list[Any]
) -> None:
    third = json.dumps(records[2]).replace('"airwars_id": 900002', f'"airwars_id": {2**70}')
    file = written(tmp_path / "new.jsonl", records, third.encode())
    refused_import(run, book, file, "bad_input", "line 3")


def test_a_packed_file_that_breaks_off(
    run: Run, book: Path, tmp_path: Path, records: list[Any]
) -> None:
    whole = gzip.compress("".join(json.dumps(r) + "\n" for r in records).encode())
    file = tmp_path / "cut.jsonl.gz"
    file.write_bytes(whole[: len(whole) * 2 // 3])
    refused_import(run, book, file, "damaged", "cut.jsonl.gz", "line")


def test_an_empty_file_a_folder_nothing_and_another_kind_of_file(
    run: Run, book: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    refused_import(run, book, empty, "empty", "empty.jsonl")
    refused_import(run, book, tmp_path, "bad_input", "folder")
    refused_import(run, book, tmp_path / "nowhere.jsonl", "not_found", "nowhere.jsonl")
    refused_import(run, book, book / "casebook.db", "unsupported", "casebook.db")


def test_the_report_is_written_also_when_refused(
    run: Run, book: Path, tmp_path: Path, records: list[Any]
) -> None:
    file = written(tmp_path / "new.jsonl", records, b"no")
    out = tmp_path / "report.json"
    assert run("import", book, file, "--report", out).code == 1
    told = json.loads(out.read_text("utf-8"))
    assert told["error"]["code"] == "bad_input"
    assert [one["line"] for one in told["records"] if one["outcome"] == "refused"] == [3]


def foreign(folder: Path) -> Path:
    folder.mkdir()
    raw = sqlcipher3.dbapi2.connect(str(folder / "casebook.db"))
    raw.execute("CREATE TABLE notes (text)")
    raw.close()
    return folder


def newer(book: Path) -> Path:
    raw = sqlcipher3.dbapi2.connect(str(book / "casebook.db"))
    raw.execute("PRAGMA user_version=99")
    raw.close()
    return book


@pytest.mark.parametrize("verb", ["import", "export", "figures", "workbook", "check", "backup"])
def test_what_is_no_casebook_of_ours(
    run: Run, book: Path, tmp_path: Path, sample: Path, verb: str
) -> None:
    out = tmp_path / "out"
    more: dict[str, tuple[object, ...]] = {
        "import": (sample,),
        "export": (out,),
        "workbook": (out, "--all"),
        "backup": (out,),
    }
    plain = tmp_path / "plain"
    plain.mkdir()
    text = tmp_path / "text.casebook"
    text.write_text("hello", "utf-8")
    other = foreign(tmp_path / "other.casebook")
    broken = tmp_path / "broken.casebook"
    broken.mkdir()
    (broken / "casebook.db").write_bytes(b"hello" * 100)
    for path, code in (
        (tmp_path / "nowhere.casebook", "not_found"),
        (plain, "not_a_casebook"),
        (text, "not_a_casebook"),
        (other, "not_a_casebook"),
        (broken, "not_a_casebook"),
        (newer(book), "too_new"),
    ):
        before = state(path)
        run(verb, path, *more.get(verb, ()), "--json").refused(code, path.name)
        assert state(path) == before
    assert not out.exists()
    assert list(plain.iterdir()) == []


def test_a_target_that_exists_is_not_made_or_restored_over(
    run: Run, book: Path, tmp_path: Path
) -> None:
    before = state(book)
    run("new", book, "--person", PERSON, "--json").refused("exists", book.name)
    kept = tmp_path / "kept"
    run("backup", book, kept)
    data = kept.read_bytes()
    run("backup", book, kept, "--json").refused("exists", "kept")
    run("restore", kept, book, "--json").refused("exists", book.name)
    assert kept.read_bytes() == data
    assert state(book) == before


def test_nobody_named_who_acts(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "New.casebook", "--json").refused("no_person")
    run("new", tmp_path / "New.casebook", "--person", "  ", "--json").refused("no_person")
    assert not (tmp_path / "New.casebook").exists()


def test_a_second_writer_is_told_who_cannot_go_on(run: Run, book: Path, sample: Path) -> None:
    window = open_casebook(Office(), book)
    before = state(book)
    run("import", book, sample, "--json").refused("in_use", book.name)
    assert state(book) == before
    window.store.close()
    assert run("import", book, sample).code == 0


def test_a_month_without_incidents(run: Run, book: Path, tmp_path: Path) -> None:
    out = tmp_path / "month.xlsx"
    out.write_bytes(b"the old one")
    ran = run("workbook", book, out, "--month", EMPTY_MONTH, "--json")
    ran.refused("empty", EMPTY_MONTH)
    assert "--empty-ok" in ran.told["error"]["hint"]
    assert out.read_bytes() == b"the old one"
    assert run("workbook", book, out, "--month", EMPTY_MONTH, "--empty-ok").code == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_target_that_is_a_folder_or_lies_nowhere(run: Run, book: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    for verb, more in (("export", ()), ("workbook", ("--all",))):
        run(verb, book, taken, *more, "--json").refused("bad_input", "taken", "folder")
        run(verb, book, tmp_path / "no" / "out", *more, "--json").refused("not_found")
    run("backup", book, tmp_path / "no" / "out", "--json").refused("not_found")
    assert list(taken.iterdir()) == []


@pytest.mark.parametrize("verb", ["import", "export", "workbook", "backup", "restore"])
def test_cancelled_in_the_middle(
    run: Run,
    book: Path,
    tmp_path: Path,
    records: list[Any],
    verb: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, out = tmp_path / "kept", tmp_path / "out"
    run("backup", book, kept)
    many = [dict(records[n % 20], airwars_id=n) for n in range(120)]
    file = written(tmp_path / "new.jsonl", many)
    if verb in ("export", "workbook"):
        out.write_bytes(b"the old one")
    seen: list[int] = []

    def stop(_self: object, done: int, _total: int) -> None:
        seen.append(done)
        raise Cancelled

    monkeypatch.setattr(work.Progress, "__call__", stop)
    monkeypatch.setattr("airwars_desk.operations.exchange._EVERY", 3)
    before, names = state(book), {path.name for path in tmp_path.iterdir()}
    arguments = {
        "import": (book, file),
        "export": (book, out),
        "workbook": (book, out, "--all"),
        "backup": (book, out),
        "restore": (kept, tmp_path / "Back.casebook"),
    }
    run(verb, *arguments[verb], "--json").refused("cancelled")
    assert seen
    assert state(book) == before
    assert {path.name for path in tmp_path.iterdir()} == names
    if verb in ("export", "workbook"):
        assert out.read_bytes() == b"the old one"


def as_nobody(*arguments: object, folder: Path) -> Ran:
    """Run a verb as an account that may not write; skip where that cannot be had."""
    setpriv = shutil.which("setpriv")
    if os.geteuid() != 0 or setpriv is None:
        pytest.skip("needs root and setpriv to become somebody else")
    nobody = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"]
    home = folder / "nobody"
    home.mkdir(exist_ok=True)
    os.chown(home, 65534, 65534)
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    command = [*nobody, sys.executable, "-m", "airwars_desk", *map(str, arguments)]
    env = {**os.environ, "AIRWARS_DESK_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    probe = [*nobody, sys.executable, "-c", "import airwars_desk.cli.main"]
    if subprocess.run(probe, cwd="/", env=env, capture_output=True, check=False).returncode:
        pytest.skip("another account cannot read this Python or this checkout")
    done = subprocess.run(command, cwd="/", env=env, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("verb", ["import", "figures", "workbook", "export", "backup", "check"])
def test_a_folder_that_can_only_be_read(
    book: Path, tmp_path: Path, sample: Path, verb: str
) -> None:
    """Writing verbs are refused, reading ones read: an archive on a disk nobody may write to."""
    out = tmp_path / "nobody" / "out"
    more = {"import": [sample], "workbook": [out, "--all"], "export": [out], "backup": [out]}
    for path in book.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    book.chmod(0o555)
    before = state(book)
    ran = as_nobody(verb, book, *more.get(verb, []), "--json", folder=tmp_path)
    if verb == "import":
        assert ran.code == 1, ran
        assert ran.told["error"]["code"] in ("no_permission", "read_only"), ran
        assert "casebook" in ran.told["error"]["sentence"]
    elif verb == "check":
        assert {one["id"] for one in ran.told["findings"]} == {"permissions"}, ran
    else:
        assert ran.code == 0, ran
    assert state(book) == before


def test_a_target_that_may_not_be_written(book: Path, tmp_path: Path) -> None:
    for path in (book, *book.rglob("*")):
        os.chown(path, 65534, 65534)
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "out").write_bytes(b"the old one")
    closed.chmod(0o555)
    for verb, more in (("export", ()), ("workbook", ("--all",))):
        ran = as_nobody(verb, book, closed / "out", *more, "--json", folder=tmp_path)
        assert ran.code == 1, ran
        assert ran.told["error"]["code"] in ("no_permission", "read_only")
        assert "out" in ran.told["error"]["sentence"]
    ran = as_nobody("backup", book, closed / "new", "--json", folder=tmp_path)
    assert ran.told["error"]["code"] in ("no_permission", "read_only")
    assert (closed / "out").read_bytes() == b"the old one"
    assert [path.name for path in closed.iterdir()] == ["out"]
