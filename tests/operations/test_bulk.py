"""One field of many incidents: planned first, then one change, one undo; stale ones conflict."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.errors import BadInput, Cancelled
from airwars_desk.operations.browse import list_rows, read_page
from airwars_desk.operations.bulk import edit_many, plan_edit
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.entry import delete_case, open_case, save_case
from airwars_desk.operations.history import recent_changes, undo
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.rules.bulk_edit import FIELDS, Edit, edited
from airwars_desk.rules.query import Listing
from tests.store import books

BY_CODE = Listing(sort=(("code", "asc"),))
REGION = Edit(field="region", mode="set", value="Sarim")
TERMS = st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = books.make_desk(tmp_path, incidents=6)
    yield made
    made.store.close()


def values(desk: Desk, field: str) -> list[object]:
    uids = [row.uid for row in read_page(desk, list_rows(desk, BY_CODE)) if row is not None]
    return [open_case(desk, uid).get(uid, field) for uid in uids]


@given(TERMS, TERMS)
def test_adding_and_removing_terms_keeps_the_order_of_the_rest(
    before: list[str], value: list[str]
) -> None:
    added = edited(before, Edit(field="causes", mode="add", value=value)) or []
    assert added[: len(before)] == before
    assert set(added) == {*before, *value}
    assert len(set(added)) == len(added)
    left = edited(added, Edit(field="causes", mode="remove", value=value)) or []
    assert left == [one for one in before if one not in value]


def test_a_plan_tells_before_and_after_and_changes_nothing(desk: Desk) -> None:
    rows = list_rows(desk, BY_CODE)
    case = open_case(desk, read_page(desk, rows[:1])[0].uid)  # type: ignore[union-attr]
    case.set(case.uid, "region", "Sarim")
    save_case(desk, case)
    lines = plan_edit(desk, rows, REGION)
    assert [line.code for line in lines] == [f"TS00{n}" for n in range(6)]
    assert [line.changes for line in lines] == [False, *[True] * 5]
    assert {(line.before, line.after) for line in lines[1:]} == {(None, "Sarim")}
    assert values(desk, "region") == ["Sarim", *[None] * 5]


def test_an_edit_is_one_change_and_one_undo(desk: Desk) -> None:
    rows = list_rows(desk, BY_CODE)[1:4]
    change = edit_many(desk, REGION, plan_edit(desk, rows, REGION), "as the map says")
    assert (change.operation, len(change.incidents)) == ("edit_many", 3)
    assert values(desk, "region") == [None, "Sarim", "Sarim", "Sarim", None, None]
    assert recent_changes(desk)[0].reason == "as the map says"
    assert check_casebook(desk) == []
    undo(desk, change.id)
    assert values(desk, "region") == [None] * 6


def test_terms_are_added_and_removed(desk: Desk) -> None:
    rows = list_rows(desk, BY_CODE)
    more = Edit(field="tracked_belligerents", mode="add", value=["belligerent/russian-military"])
    edit_many(desk, more, plan_edit(desk, rows[:2], more))
    assert values(desk, "tracked_belligerents")[:3] == [
        [books.COALITION, "belligerent/russian-military"],
        [books.COALITION, "belligerent/russian-military"],
        [books.COALITION],
    ]
    less = Edit(field="tracked_belligerents", mode="remove", value=[books.COALITION])
    lines = plan_edit(desk, rows, less)
    assert all(line.changes for line in lines)
    edit_many(desk, less, lines)
    assert values(desk, "tracked_belligerents")[2] is None


def test_what_was_edited_since_the_plan_becomes_a_conflict(desk: Desk) -> None:
    rows = list_rows(desk, BY_CODE)[:2]
    lines = plan_edit(desk, rows, REGION)
    case = open_case(desk, lines[0].uid)
    case.set(case.uid, "region", "Jawra")
    save_case(desk, case)
    edit_many(desk, REGION, lines)
    assert set(open_case(desk, lines[0].uid).conflicts[lines[0].uid, "region"]) == {
        "Sarim",
        "Jawra",
    }
    assert open_case(desk, lines[1].uid).conflicts == {}


def test_a_deleted_incident_is_left_out(desk: Desk) -> None:
    rows = list_rows(desk, BY_CODE)[:2]
    delete_case(desk, plan_edit(desk, rows, REGION)[0].uid, "twice")
    assert [line.code for line in plan_edit(desk, rows, REGION)] == ["TS001"]


def test_what_cannot_be_edited_in_many_is_refused(desk: Desk) -> None:
    rows = list_rows(desk, BY_CODE)
    wrong = [
        Edit(field="codes", mode="set", value=["X"]),
        Edit(field="state", mode="set", value="decided"),
        Edit(field="state", mode="set", value="returned"),
        Edit(field="region", mode="add", value="Sarim"),
        Edit(field="causes", mode="add", value="fire"),
        Edit(field="region", mode="set", value="a\0b"),
    ]
    for edit in wrong:
        with pytest.raises(BadInput):
            plan_edit(desk, rows, edit)
    lines = plan_edit(desk, rows, Edit(field="region", mode="set", value=None))
    with pytest.raises(BadInput) as refused:
        edit_many(desk, REGION, lines)
    assert refused.value.code == "empty"


def test_planning_can_be_stopped(desk: Desk) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plan_edit(desk, list_rows(desk, BY_CODE), REGION, stop)
    assert values(desk, "region") == [None] * 6


def test_every_field_offered_is_one_of_the_incident() -> None:
    from airwars_desk.records.kinds import CATALOGUES

    assert set(FIELDS) <= set(CATALOGUES["incident"].specs)
