"""Translation falls back to English; direction marks are added for display only."""

import gettext
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk import i18n


@pytest.fixture(autouse=True)
def english_afterwards(tmp_path: Path) -> Iterator[None]:
    yield
    i18n.use_language("en", tmp_path)


def write_catalogue(folder: Path, language: str, texts: dict[str, str]) -> None:
    """Write a compiled gettext catalogue, as the format's manual describes it."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **texts}.items())
    keys = [k.encode() for k, _ in pairs]
    values = [v.encode() for _, v in pairs]
    start = 28 + 16 * len(pairs)
    tables: list[bytes] = []
    body = b""
    for words in (keys, values):
        for word in words:
            tables.append(struct.pack("<II", len(word), start + len(body)))
            body += word + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 28)
    target = folder / language / "LC_MESSAGES" / "airwars_desk.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(head + b"".join(tables) + body)


def test_mark_changes_nothing() -> None:
    assert i18n.N_("Place") == "Place"


def test_unknown_language_leaves_english(tmp_path: Path) -> None:
    assert i18n.use_language("tlh", tmp_path) == "en"
    assert i18n.tr("Place") == "Place"
    assert i18n.ntr("victim", "victims", 2) == "victims"


def test_known_language_translates(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "ar", {"Place": "مكان"})
    assert i18n.use_language("ar", tmp_path) == "ar"
    assert i18n.language() == "ar"
    assert i18n.tr("Place") == "مكان"
    assert i18n.tr("Unknown text") == "Unknown text"


def test_empty_text_is_never_the_catalogue_header(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "ar", {"Place": "مكان"})
    i18n.use_language("ar", tmp_path)
    assert i18n.tr("") == ""
    assert gettext.gettext("") == ""


def test_isolated_text_is_closed_and_can_be_taken_apart() -> None:
    for wrap in (i18n.isolate, i18n.isolate_ltr):
        shown = wrap("الموصل 2017-03-17")
        assert shown[0] in "\u2066\u2068"
        assert shown[-1] == "\u2069"
        assert i18n.without_marks(shown) == "الموصل 2017-03-17"
        assert wrap("") == ""


def test_longer_texts_keep_what_is_filled_in() -> None:
    i18n.use_pseudo(on=True)
    shown = i18n.tr("Workbook written to {path}.")
    assert shown.format(path="March.xlsx").count("March.xlsx") == 1
    assert len(shown) >= 1.35 * len("Workbook written to {path}.")
    assert "incidents" not in i18n.ntr("{n} incident", "{n} incidents", 1)
    i18n.use_pseudo(on=False)
    assert i18n.tr("Save") == "Save"
