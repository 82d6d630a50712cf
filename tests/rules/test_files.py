"""Names of copies lead nowhere; types follow the bytes, the ending only where they leave room."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules import file_types
from airwars_desk.rules.file_types import UNKNOWN_TYPE, is_program, media_type, name_differs
from airwars_desk.rules.files import ending, known_letters, safe_name

ANY_NAME = st.text(st.characters(), max_size=400)


@given(ANY_NAME)
def test_a_safe_name_is_a_name_on_every_system(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe.strip(". ") == safe
    assert len(safe.encode()) <= 160
    assert Path(safe).name == safe
    assert safe_name(safe) == safe


@given(ANY_NAME)
def test_a_name_that_is_stored_is_text(name: str) -> None:
    known_letters(name).encode()
    assert len(known_letters(name)) == len(name)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("photo.jpg", "photo.jpg"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\a.txt", "a.txt"),
        ("..", "file"),
        ("صورة ١.jpg", "صورة ١.jpg"),
        ("\u202egpj.exe", "gpj.exe"),
        ("lpt1", "_lpt1"),
        ("a\nb.txt", "ab.txt"),
        ("x" * 300 + ".jpeg", "x" * 145 + ".jpeg"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_an_undecodable_name_has_its_letters_lost() -> None:
    assert known_letters("a\udcffb.txt") == "a\ufffdb.txt"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("a.bin", b"\0\0\0\x18ftypmp42", "video/mp4"),
        ("a.mov", b"\0\0\0\x14ftypqt  ", "video/quicktime"),
        ("a.heic", b"\0\0\0\x18ftypheic", "image/heic"),
        ("a.webp", b"RIFF\0\0\0\0WEBP", "image/webp"),
        ("a.docx", b"PK\x03\x04", "application/msword"),
        ("a.xlsx", b"PK\x03\x04", "application/vnd.ms-excel"),
        ("a.jpg", b"PK\x03\x04", "application/zip"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        ("holiday.jpg", b"MZ\x90\0", file_types.PROGRAM),
        ("a.txt", "قرية".encode(), "text/plain"),
        ("a.txt", b"\xff\xfeA\0", "text/plain"),
        ("a.csv", b"a,b\n", "text/csv"),
        ("a", b"<!DOCTYPE html>", "text/html"),
        ("a", b"<?xml version='1.0'?><svg/>", "image/svg+xml"),
        ("a.sh", b"echo", file_types.SCRIPT),
        ("a.dat", b"\0\1\2", UNKNOWN_TYPE),
        ("a.txt", b"abc\xe9\xe8 end of a Latin-1 text", UNKNOWN_TYPE),
        ("a.txt", b"", UNKNOWN_TYPE),
    ],
)
def test_types_are_told_from_bytes(name: str, head: bytes, kind: str) -> None:
    assert media_type(name, head) == kind


@given(st.text(max_size=20), st.binary(max_size=600))
def test_any_bytes_have_a_type_with_a_label(name: str, head: bytes) -> None:
    kind = media_type(name, head)
    assert kind in file_types.TYPES
    assert file_types.type_label(kind)


def test_a_text_cut_inside_a_letter_is_a_text() -> None:
    head = ("x" + "ق" * 400).encode()[: file_types.HEAD]
    assert media_type("a.txt", head) == "text/plain"


def test_what_could_run_is_a_program_by_name_or_by_bytes() -> None:
    assert is_program("a.lnk", UNKNOWN_TYPE)
    assert is_program("a.jpg", file_types.PROGRAM)
    assert not is_program("a.jpg", "image/jpeg")


def test_a_name_that_says_another_type_is_told() -> None:
    assert name_differs("a.jpg", "application/pdf")
    assert not name_differs("a.unknown", "application/pdf")
    assert ending("a.tar.GZ") == "gz"
