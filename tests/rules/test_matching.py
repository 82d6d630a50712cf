"""Rows of a list are recognised by text, then by place."""

from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.matching import align

NAMES = st.lists(st.sampled_from("abcdef"), max_size=8)


def test_equal_lists_match_row_by_row() -> None:
    assert align(["a", "a", "b"], ["a", "a", "b"]) == [0, 1, 2]


def test_a_row_put_in_moves_no_other() -> None:
    assert align(["a", "b", "c"], ["a", "x", "b", "c"]) == [0, None, 1, 2]


def test_a_renamed_row_is_found_between_its_neighbours() -> None:
    assert align(["a", "b", "c"], ["a", "B", "c"]) == [0, 1, 2]
    assert align(["a"], ["A"]) == [0]
    assert align(["a", "b"], ["A", "B"]) == [0, 1]


def test_a_row_renamed_elsewhere_is_another() -> None:
    assert align(["a", "b", "c"], ["b", "c", "A"]) == [1, 2, None]


def test_a_row_taken_out_leaves_the_rest() -> None:
    assert align(["a", "b", "c"], ["a", "c"]) == [0, 2]


def test_of_equals_the_first_is_the_first() -> None:
    assert align(["x", "x"], ["x"]) == [0]
    assert align(["x"], ["x", "x"]) == [0, None]


def test_of_equals_the_one_that_was_renamed_is_told_by_its_place() -> None:
    assert align(["x", "d", "y", "d"], ["x", "c", "y", "d"]) == [0, 1, 2, 3]


def test_rows_in_another_order_keep_their_texts() -> None:
    assert align(["a", "b"], ["b", "a"]) == [1, 0]


@given(old=NAMES, new=NAMES)
def test_every_old_row_is_used_once_and_equal_texts_match_first(
    old: list[str], new: list[str]
) -> None:
    found = align(old, new)
    used = [i for i in found if i is not None]
    assert len(found) == len(new)
    assert len(used) == len(set(used))
    for text in set(old) & set(new):
        equal = sum(1 for j, i in enumerate(found) if i is not None and old[i] == new[j] == text)
        assert equal == min(old.count(text), new.count(text))
