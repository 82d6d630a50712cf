"""The search behind each mark: written in one place, read by the language of the list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.gui.month_queries import (
    Asked,
    Mark,
    filters_in_words,
    quoted,
    search_for,
    sentence,
)
from airwars_desk.rules.query_parse import parse

MARCH = Asked(month="2017-03")


@pytest.mark.parametrize(
    ("asked", "mark", "search"),
    [
        (MARCH, Mark(kind="alleged"), "date:2017-03 harm:yes reviewed"),
        (MARCH, Mark(kind="alleged", month="2017-01"), "date:2017-01 harm:yes reviewed"),
        (MARCH, Mark(kind="grade", grade="Weak"), "date:2017-03 harm:yes reviewed grade:weak"),
        (MARCH, Mark(kind="grade", grade="None"), "date:2017-03 harm:yes reviewed grade:none"),
        (MARCH, Mark(kind="not_reviewed"), "date:2017-03 harm:yes -reviewed"),
        (MARCH, Mark(kind="in_review"), "date:2017-03 state:in_review"),
        (MARCH, Mark(kind="no_location"), "date:2017-03 -has:point"),
        (
            MARCH,
            Mark(kind="province", name="Raqqa"),
            "date:2017-03 province:Raqqa harm:yes reviewed grade:confirmed,fair",
        ),
        (
            MARCH,
            Mark(kind="belligerent_alleged", name=None),
            "date:2017-03 belligerent:none harm:yes reviewed",
        ),
        (
            Asked(month="2017-03", state="working", likely=("Weak",), belligerents=("a b", "c")),
            Mark(kind="likely"),
            'date:2017-03 belligerent:"a b",c harm:yes grade:weak',
        ),
        (
            Asked(month="2017-03", places=("West Mosul", "Sahl"), provinces=("p",)),
            Mark(kind="not_reviewed"),
            'date:2017-03 province:p in:"West Mosul",Sahl harm:yes -reviewed',
        ),
        (
            Asked(month="2017-03", belligerents=("a b",)),
            Mark(kind="belligerent", name="Other, side"),
            'date:2017-03 belligerent:"Other, side" harm:yes reviewed grade:confirmed,fair',
        ),
    ],
)
def test_the_search_of_a_mark(asked: Asked, mark: Mark, search: str) -> None:
    assert search_for(asked, mark, str) == search
    assert str(parse(search)) == search


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=30))
def test_any_name_is_read_back_as_it_was(name: str) -> None:
    if name.strip() != name or not name:
        return
    found = parse(f"belligerent:{quoted(name)}")
    assert found.values("belligerent") == (name,)


def test_the_filters_in_words() -> None:
    asked = Asked(month="2017-03", countries=("Qasra",), state="working")
    assert filters_in_words(asked, str) == [
        "all belligerents",
        "Qasra",
        "all provinces",
        "all places",
        "Confirmed + Fair",
        "working figures",
    ]
    assert filters_in_words(replace(asked, places=("West Mosul",)), str)[3] == "West Mosul"
    assert sentence(asked, "2026-11-22T14:02:31Z", str).endswith("as of 22 Nov 2026 14:02")
