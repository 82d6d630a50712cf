"""Folding, searching and cleaning of text."""

import sqlite3
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from airwars_desk.rules import text

ANY = st.text(st.characters(codec=None), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ALEPPO", "aleppo"),
        ("Dara'a", "Daraa"),
        ("Manṣūra", "mansura"),
        ("e\u0301tat", "état"),
        ("الْمَنْصُورَة", "المنصوره"),
        ("أحمد", "احمد"),
        ("إدلب", "ادلب"),
        ("آمنة", "امنه"),
        ("مستشفى", "مستشفي"),
        ("علی", "علي"),
        ("کرم", "كرم"),
        ("مـــدرسة", "مدرسه"),
        ("ﺣﻠﺐ", "حلب"),
        ("\u200fحلب\u200e", "حلب"),
        ("شهداء", "شهدا"),
        ("١٢ ۴۵", "12 45"),
        ("Straße", "STRASSE"),
        ("Işık", "isik"),
    ],
)
def test_spellings_that_mean_the_same_fold_alike(one: str, other: str) -> None:
    assert text.fold(one) == text.fold(other)


@given(ANY)
@example("İ")
@example("\ud800")
def test_folding_twice_changes_nothing_more(value: str) -> None:
    once = text.fold(value)
    assert text.fold(once) == once


@given(ANY)
def test_folded_text_has_no_marks_and_no_capitals(value: str) -> None:
    folded = text.fold(value)
    assert not any(unicodedata.category(one) in {"Mn", "Cf"} for one in folded)
    assert folded == folded.casefold()


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_agrees_with_the_table(value: str) -> None:
    assert text.fold(value) == text.fold(value + "ا")[:-1]


def test_comparable_text_knows_no_punctuation() -> None:
    assert text.comparable(" Deir-ez  Zor (city) ") == "deir ez zor city"


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("المنصوره", "منصوره"),
        ("والمنصوره", "منصوره"),
        ("بالمدرسه", "مدرسه"),
        ("للمدرسه", "مدرسه"),
        ("الحي", "حي"),
        ("والده", "والده"),
        ("لله", "لله"),
        ("مدرسه", "مدرسه"),
        ("school", "school"),
    ],
)
def test_the_article_is_taken_only_where_a_word_remains(word: str, bare: str) -> None:
    assert text.without_article(word) == bare


def test_search_text_holds_arabic_words_also_without_article() -> None:
    held = text.search_text(["Al-Mansoura", None, "", "قصف المدرسة في المنصورة"])
    assert held.split("\n") == ["al-mansoura", "قصف المدرسه في المنصوره", "مدرسه منصوره"]
    assert text.search_text(["plain", "text"]) == "plain\ntext"
    assert text.search_text(["حلب"]) == "حلب"


def test_a_query_is_quoted_words_and_a_beginning() -> None:
    assert text.match_query("Al Bab") == '"al" AND "bab"*'
    assert text.match_query("  \u200f-*() ") == ""
    assert text.match_query('NEAR("x") OR a:b') == '"near" AND "x" AND "or" AND "a" AND "b"*'


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(held)")
    for held in ("School in Al-Mansoura المدرسة في المنصورة", "بيت قرب مدرسة", "CS598 Dara'a"):
        connection.execute("INSERT INTO words VALUES (?)", (text.search_text([held]),))
    return connection


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("مدرسة", [1, 2]),
        ("المدرسة", [1, 2]),
        ("المدرسة المنصورة", [1]),
        ("بالمدرسة", [1, 2]),
        ("المن", [1]),
        ("mans", [1]),
        ("cs59", [3]),
        ("DARAA", [3]),
        ("school house", []),
    ],
)
def test_a_query_finds_what_is_meant(
    index: sqlite3.Connection, typed: str, found: list[int]
) -> None:
    rows = index.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (text.match_query(typed),)
    )
    assert [row for (row,) in rows] == found


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@example('" OR * NEAR(')
@example("^a:b -c +d {e f}")
def test_nothing_typed_breaks_the_index(index: sqlite3.Connection, typed: str) -> None:
    query = text.match_query(typed)
    if query:
        index.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)).fetchall()


def test_cleaning_leaves_one_readable_line() -> None:
    assert text.clean(" a\u200f b\r\n\tc\x07\u00a0 d ") == "a b c d"
    assert text.clean("plain") == "plain"
    assert text.clean("می\u200cخواهم") == "می\u200cخواهم"


@given(ANY)
def test_clean_text_stays_as_it_is(value: str) -> None:
    once = text.clean(value)
    assert text.clean(once) == once
    assert "\n" not in once
    assert not text.has_forbidden(once)


def test_forbidden_is_nul_and_lone_surrogates_only() -> None:
    assert text.has_forbidden("a\0b")
    assert text.has_forbidden("ا\0")
    assert text.has_forbidden("\udc00")
    assert not text.has_forbidden("a\nb \U0001f300 \ufffd")


def test_direction_follows_the_first_strong_letter() -> None:
    assert text.direction("12 حلب Aleppo") == "rtl"
    assert text.direction("@é حلب") == "ltr"
    assert text.direction("… 12") == "ltr"
    assert text.direction("plain") == "ltr"


def test_blank_is_what_shows_nothing() -> None:
    assert text.is_blank(None)
    assert text.is_blank("\u200b \u200f\n")
    assert not text.is_blank(".")


@given(st.text(min_size=1, max_size=30))
def test_a_slug_is_its_own_slug(label: str) -> None:
    once = text.slug(label)
    assert text.slug(once) == once


def test_slugs_of_labels() -> None:
    assert text.slug("U.S.-led Coalition") == "us-led-coalition"
    assert text.slug("Planted explosives (UXO)") == "planted-explosives-uxo"
    assert text.slug("حلب 1") == "حلب-1"
