"""Whether a victim has a name, and whether it names anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.names import is_named, is_placeholder


def test_a_name_in_any_script_names() -> None:
    assert is_named("Jane Doe", None)
    assert is_named(None, "", "نادية")
    assert not is_named(None, "", "  ", "\u200f")
    assert not is_named()


def test_a_placeholder_counts_as_a_name() -> None:
    assert is_named("Unnamed victim 1")


@pytest.mark.parametrize(
    "name",
    [
        "Unnamed victim 1",
        "unidentified child",
        "Unknown",
        "An unidentified young man",
        "Member of the Doe family",
        "A member of Doe's family",
        "One person from the Doe family",
        "Al Doe family member",
        "Doe family",
        "Family of Jane Doe",
        "Child 2",
        "Wife of Jane Doe",
        "The second daughter of Jane Doe".removeprefix("The "),
        "Jane Doe’s wife",
        "Jane Doe's child 2",
        "Jane Doe's brother (unnamed)",
        "طفلة",
        "مجهول الهوية",
    ],
)
def test_placeholders_are_told(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "Jane Doe",
        "Noor, daughter of Jane Doe",
        "Noor son of Sam",
        "Sonia",
        "Manar",
        "The child Noor Doe",
        "Noor (wife of Sam Doe)",
        "نادية أحمد",
        "طفلة أحمد",
    ],
)
def test_names_are_names(name: str | None) -> None:
    assert not is_placeholder(name)


@given(st.text(max_size=60))
def test_no_text_is_too_odd(name: str) -> None:
    assert is_placeholder(name) in {True, False}
    assert is_named(name) in {True, False}
