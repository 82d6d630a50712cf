"""Files are recognised by content, and what cannot be read is refused by file and line."""

import gzip
from pathlib import Path

import pytest

from airwars_desk.errors import BadInput, Refused
from airwars_desk.formats.container import Where, parse_line, read_lines

HERE = Where("some.jsonl", 3)


def lines_of(path: Path) -> list[tuple[int, bytes]]:
    return list(read_lines(path))


def test_plain_and_packed_are_told_apart_by_content(tmp_path: Path) -> None:
    text = b'{"a": 1}\n\n  \n{"b": 2}'
    plain = tmp_path / "records.gz"
    plain.write_bytes(text)
    packed = tmp_path / "records.txt"
    packed.write_bytes(gzip.compress(text))
    assert lines_of(plain) == lines_of(packed) == [(1, b'{"a": 1}\n'), (4, b'{"b": 2}')]


def test_a_byte_order_mark_is_not_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf{}\n")
    assert lines_of(path) == [(1, b"{}\n")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (gzip.compress(b"", mtime=0), "empty"),
        (b"SQLite format 3\0" + bytes(200), "unsupported"),
        ('{"a": 1}'.encode("utf-16"), "unsupported"),
        (gzip.compress(b'{"a": 1}\n' * 5000, mtime=0)[:-20], "damaged"),
        (b"\x1f\x8b\x08\x00broken", "damaged"),
    ],
)
def test_what_is_no_json_lines_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        lines_of(path)
    assert refused.value.code == code
    assert str(path) in refused.value.sentence


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        lines_of(tmp_path)
    with pytest.raises(Refused) as refused:
        lines_of(tmp_path / "none.jsonl")
    assert refused.value.code == "not_found"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"a": 1', "bad_input"),
        (b"[1]", "bad_input"),
        (b'{"a": NaN}', "bad_input"),
        (b'{"a": 1e999}', "bad_input"),
        (b'{"a": "\xff"}', "bad_input"),
        (b'{"a": "\\ud800"}', "bad_text"),
        (b'{"a": ["x\\u0000"]}', "bad_text"),
        (b'{"a\\u0000": 1}', "bad_text"),
        (b'{"a": 9223372036854775808}', "bad_input"),
        (b'{"a": [-9223372036854775809]}', "bad_input"),
        (b'{"a":123456789012345678901234567890}', "bad_input"),
    ],
)
def test_a_line_that_cannot_be_stored_is_refused(line: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_line(line, HERE)
    assert refused.value.code == code
    assert refused.value.line == 3


def test_what_only_looks_forbidden_is_read() -> None:
    assert parse_line(b'{"a": "\\\\u0000"}', HERE) == {"a": "\\u0000"}
    assert parse_line(b'{"a": 9223372036854775807}', HERE) == {"a": 2**63 - 1}
    assert parse_line(b'{"a": "x,99999999999999999999,"}', HERE) == {"a": "x,99999999999999999999,"}
