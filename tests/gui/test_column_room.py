"""Columns share the room there is: all of it is used, nothing is cut below its least width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.gui.column_room import DECLARED, ROOM, WHOLE, widths
from airwars_desk.gui.columns import columns_of
from airwars_desk.gui.pages.declared_rows import claim_columns, tally_columns
from airwars_desk.gui.widgets.cells import Column


@given(st.integers(0, 3000))
def test_shown_columns_have_their_least_and_fill_the_room(room: int) -> None:
    every = columns_of(())
    given_ = widths(every, room)
    assert len(given_) == len(every)
    shown = [(one, width) for one, width in zip(every, given_, strict=True) if width]
    assert all(width >= ROOM[one.key][0] for one, width in shown if one.key in ROOM)
    kept = {one.key for one, _ in shown}
    assert {key for key, (_, _, early) in ROOM.items() if not early} <= kept
    least = sum(ROOM[key][0] for key, (_, _, early) in ROOM.items() if not early)
    if room >= least:
        assert sum(given_) <= room
        assert room - sum(given_) <= len(every)


@pytest.mark.parametrize("columns", [tally_columns(), claim_columns()])
def test_what_is_declared_fits_a_small_window_without_scrolling(
    columns: tuple[Column, ...],
) -> None:
    assert {one.key for one in columns} <= DECLARED.keys()
    for room in (484, 560, 900):
        given_ = widths(columns, room)
        assert sum(given_) <= room
        shown = {one.key for one, width in zip(columns, given_, strict=True) if width}
        assert {
            key for key in DECLARED.keys() & {c.key for c in columns} if not DECLARED[key][2]
        } <= shown
    assert all(widths(columns, 900))


def test_the_least_goes_first_and_what_has_no_key_stays() -> None:
    every = columns_of(())
    gone = [one.key for one, width in zip(every, widths(every, 890), strict=True) if not width]
    assert gone == ["place_local"]
    assert widths([Column("Own", 90, key="own"), Column("Rest")], 300) == [90, 210]
    assert widths([Column("Own", 90, key="own"), Column("Rest")], 120) == [0, 120]


def test_a_sorted_title_has_room_for_its_marks() -> None:
    every = columns_of(())
    narrow = dict(zip(every, widths(every, 640, {"killed_max": 97}), strict=True))
    assert [width for one, width in narrow.items() if one.key == "killed_max"] == [97]


def test_the_day_of_a_decision_has_room_in_a_window_of_1440() -> None:
    every = columns_of(())
    found = dict(zip(every, widths(every, 1115), strict=True))
    assert all(found.values())
    assert next(width for one, width in found.items() if one.key == "state") >= WHOLE["state"]


@given(st.integers(500, 1600))
def test_the_day_of_a_decision_has_room_in_every_row_or_in_none(room: int) -> None:
    every = columns_of(())
    state = next(
        width for one, width in zip(every, widths(every, room), strict=True) if one.key == "state"
    )
    assert state == ROOM["state"][0] or state >= WHOLE["state"]
