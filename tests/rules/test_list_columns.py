"""One table of columns for screen, print and CSV; each can be sorted by."""

from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.list_columns import COLUMNS, USUAL, Shape, known, names_of
from airwars_desk.rules.query import SORTABLE
from airwars_desk.store.lists import ListingRow


def test_every_column_can_be_sorted_by_and_the_reverse() -> None:
    assert set(COLUMNS) == set(SORTABLE)


def test_every_column_shows_fields_of_the_listing() -> None:
    for column in COLUMNS.values():
        assert set(column.fields) <= set(ListingRow._fields)
        two = column.shape in (Shape.RANGE, Shape.PAIR)
        assert len(column.fields) == (2 if two else 1)
        assert len(column.parts) == (2 if column.shape is Shape.PAIR else 0)


@given(st.lists(st.sampled_from([*COLUMNS, "none such", ""])))
def test_known_keys_are_columns_once_each(keys: list[str]) -> None:
    shown = known(keys)
    assert shown
    assert set(shown) <= set(COLUMNS)
    assert len(set(shown)) == len(shown)
    assert known(shown) == shown
    assert shown == USUAL or [key for key in shown if key not in keys] == []


def test_names_are_apart() -> None:
    assert names_of("A\nB, C\n") == ["A", "B, C"]
    assert names_of(None) == []
