"""The language of the search box: whatever is typed is read or refused, and prints as it reads."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.errors import CODES
from airwars_desk.rules.query import Filter, Query, Word, tidy
from airwars_desk.rules.query_fields import CHOICE, DATE, FIELDS, NUMBER
from airwars_desk.rules.query_parse import LONGEST, BadQuery, parse

PIECES = st.sampled_from(
    (
        *(f"{name}:" for name in FIELDS),
        *("-", '"', '""', ",", "..", "<", ">=", " ", "weak", "2017-03", "7", "حلب", "reviewed"),
        *("foo:", "http://x.y", "none", "\u3000", "12–20", "é"),
    )
)
TYPED = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


@given(TYPED)
def test_whatever_is_typed_is_read_or_refused_with_its_place(text: str) -> None:
    refused = refusal(text)
    if refused is not None:
        assert 0 <= refused.start <= refused.end <= len(text)
        assert refused.sentence
        assert refused.code in CODES
        return
    query = parse(text)
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)


def refusal(text: str) -> BadQuery | None:
    try:
        parse(text)
    except BadQuery as refused:
        return refused
    return None


WORDS = st.text(max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
TEXT_FIELDS = sorted(n for n, f in FIELDS.items() if f.kind not in (CHOICE, DATE, NUMBER))


@given(
    st.lists(st.tuples(st.sampled_from(TEXT_FIELDS), st.lists(WORDS, min_size=1, max_size=3)))
    .map(lambda pairs: [Filter(name, tuple(dict.fromkeys(values))) for name, values in pairs]),
    st.lists(st.builds(Word, WORDS, st.booleans()), max_size=4),
)  # fmt: skip
def test_any_query_prints_as_what_reads_the_same(filters: list[Filter], words: list[Word]) -> None:
    query = tidy(filters, words)
    if len(str(query)) <= LONGEST and "\0" not in str(query):
        assert parse(str(query)) == query


def test_the_example_of_the_guide() -> None:
    query = parse(
        "grade:weak date:2017-03 place:raqqa sources:<2 has:problem state:returned -reviewed"
    )
    assert query.filters == (
        Filter("grade", ("weak",)),
        Filter("date", ("2017-03",)),
        Filter("place", ("raqqa",)),
        Filter("sources", ("<2",)),
        Filter("has", ("problem",)),
        Filter("state", ("returned",)),
        Filter("is", ("reviewed",), negated=True),
    )
    assert not query.words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('place:"west mosul"', 'place:"west mosul"'),
        ("grade:w,F grade:contested", "grade:weak,fair,contested"),
        ("-grade:weak -grade:fair", "-grade:weak,fair"),
        ("has:point has:names", "has:point has:names"),
        ("sources:>2 sources:<5", "sources:>2 sources:<5"),
        ("decided -undated", "reviewed -undated"),
        ('"reviewed"', '"reviewed"'),
        ("month:2017-03", "date:2017-03"),
        ("killed:15–21", "killed:15..21"),
        ("killed:٥..٢٠", "killed:5..20"),
        ("killed:5..", "killed:>=5"),
        ("state:in_review GRADE:Weak", "state:in_review grade:weak"),
        ("http://x.y/z 10:30", '"http://x.y/z" 10:30'),
        ("حلب -بئر", "حلب -بئر"),
        ('place:"a ""b"""', 'place:"a ""b"""'),
        ('place:"left open', 'place:"left open"'),
    ],
)
def test_what_is_typed_prints_in_one_way(typed: str, printed: str) -> None:
    assert str(parse(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "place", "says"),
    [
        ("raqqa grade:waek", "grade:waek", "“weak”"),
        ("foo:bar", "foo:bar", "no filter “foo”"),
        ("stat:returned", "stat:returned", "“state”"),
        ("raqqa grade: x", "grade:", "needs a value"),
        ("date:2017-02-30", "date:2017-02-30", "2017-03-17"),
        ("date:2017-3", "date:2017-3", "2017-03"),
        ("sources:many", "sources:many", "<2"),
        ("killed:20..5", "killed:20..5", "5..20"),
        ("has:wings", "has:wings", "point"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_a_way_out(
    typed: str, place: str, says: str
) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(typed)
    assert typed[caught.value.start : caught.value.end] == place
    assert says in str(caught.value)


def test_values_are_asked_for_taken_back_and_replaced() -> None:
    query = parse("grade:weak raqqa -grade:fair")
    query = query.toggled("grade", "contested")
    assert str(query) == "grade:weak,contested -grade:fair raqqa"
    query = query.toggled("grade", "weak").toggled("grade", "contested")
    assert str(query) == "-grade:fair raqqa"
    assert str(query.with_values("date", ["2017-01..2017-03"])).startswith("-grade:fair date:")
    assert str(parse("a grade:weak").and_also(parse("b -reviewed"))) == "grade:weak -reviewed a b"
    assert not Query()


def test_every_field_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "searching.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z]+):` \| (.+) \|$", page, re.MULTILINE))
    assert set(rows) == set(FIELDS)
    for name, known in FIELDS.items():
        missing = [value for value in known.choices if f"`{value}`" not in rows[name]]
        assert not missing, name
        for example in re.findall(rf"`({name}:[^`]+)`", page):
            assert parse(example).filters[0].field == name
