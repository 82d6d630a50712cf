"""Words into numbers, as proposals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.words import propose

Bounds = list[tuple[int | None, int | None]]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("several were injured", [(2, None)]),
        ("A number of civilians", [(2, None)]),
        ("dozens injured", [(12, 24)]),
        ("a dozen people", [(12, 12)]),
        ("two dozen people", [(24, 24)]),
        ("half a dozen", [(6, 6)]),
        ("a couple", [(2, 2)]),
        ("at least five killed", [(5, None)]),
        ("more than 20", [(20, None)]),
        ("20+ killed", [(20, None)]),
        ("up to thirty-one", [(None, 31)]),
        ("between five and seven", [(5, 7)]),
        ("12 to 24 people, 3-4 children", [(12, 24), (3, 4)]),
        ("one or two", [(1, 2)]),
        ("about nineteen", [(19, 19)]),
        ("seventeen, seventy seven", [(17, 17), (77, 77)]),
    ],
)
def test_wordings_propose_counts(text: str, bounds: Bounds) -> None:
    assert [(one.least, one.most) for one in propose(text)] == bounds


@pytest.mark.parametrize(
    "text",
    ["tens injured", "heavy casualties", "a family was killed", "someone", "often",
     "on 21 March 2017", "CS598", ""],
)  # fmt: skip
def test_where_no_rule_was_found_nothing_is_proposed(text: str) -> None:
    assert propose(text) == ()


def test_a_proposal_keeps_the_wording_and_its_place() -> None:
    (one,) = propose("They said Dozens fell.")
    assert (one.words, one.start) == ("Dozens", 10)


@given(st.text(max_size=60))
def test_a_proposal_stands_in_its_text(text: str) -> None:
    for one in propose(text):
        assert one.words in text
        assert one.least is not None or one.most is not None
