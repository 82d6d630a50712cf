"""The history of a whole casebook: filters, what a change did, differences, previews of an undo."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from airwars_desk.errors import NotFound
from airwars_desk.operations import browse, bulk, entry, erasure, history, moments
from airwars_desk.operations.desk import (
    Desk,
    Office,
    add_person,
    close,
    new_casebook,
    open_casebook,
)
from airwars_desk.operations.sample import sample_casebook
from airwars_desk.records.case import Case
from airwars_desk.rules.bulk_edit import Edit
from airwars_desk.rules.merge import DELETED
from airwars_desk.rules.moments import ERASED, ChangesAsked, Moment
from airwars_desk.rules.query import Listing
from airwars_desk.store import change_names


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    office = Office(folder=tmp_path / "home", clock=Clock())
    opened = new_casebook(office, tmp_path / "a.casebook", "Lina Karim", "supervisor")
    yield opened
    close(opened)


class Clock:
    """A day later with every look at it, so that days can be told apart."""

    def __init__(self) -> None:
        self.day = 0

    def __call__(self) -> str:
        self.day += 1
        return f"2031-{1 + self.day // 28:02}-{1 + self.day % 28:02}T10:00:00.000Z"


def made(desk: Desk, code: str, place: str) -> Case:
    case = entry.new_case(desk)
    case.set(case.uid, "codes", [code])
    case.set(case.uid, "location_name", place)
    case.add("victim", entry.new_uid(), name="Samira Yusuf", name_local="سميرة يوسف", position=1)
    entry.save_case(desk, case)
    return entry.open_case(desk, case.uid)


def listed(desk: Desk, **asked: str) -> list[Any]:
    return moments.read_changes(desk, moments.find_changes(desk, ChangesAsked(**asked)))


def test_changes_are_found_by_person_day_operation_and_record(desk: Desk) -> None:
    first = made(desk, "MQ0412", "Tell Maraya")
    made(desk, "MQ0413", "Hosn Arud")
    add_person(desk, "Dara Osei", "researcher")
    close(desk)
    other = open_casebook(desk.office, desk.store.folder, person="Dara Osei")
    first = entry.open_case(other, first.uid)
    first.set(first.uid, "location_name", "Tell Maraya, bakery")
    entry.save_case(other, first)
    everything = listed(other)
    assert [item.operation for item in everything] == [
        "save_case", "add_person", "new_case", "new_case", "new_casebook",
    ]  # fmt: skip
    assert [item.person for item in listed(other, person=other.person or "")] == ["Dara Osei"]
    assert len(listed(other, operation="new_case")) == 2
    day = everything[2].at[:10]
    assert [item.id for item in listed(other, day_from=day, day_to=day)] == [everything[2].id]
    assert len(listed(other, day_from=day)) == 3
    assert len(listed(other, text="MQ0412")) == 2
    assert len(listed(other, text="سميره")) == 3
    assert len(listed(other, text="Hosn")) == 1
    assert listed(other, text="Nobody") == []
    assert moments.used_operations(other) == [
        "add_person", "new_case", "new_casebook", "save_case",
    ]  # fmt: skip
    close(other)


def test_a_change_of_one_incident_is_named_after_it(desk: Desk) -> None:
    first = made(desk, "MQ0412", "Tell Maraya")
    second = entry.new_case(desk)
    second.set(second.uid, "location_name", "Hosn Arud")
    second.set(second.uid, "date_start", "2024-03-14")
    entry.save_case(desk, second)
    victim = next(uid for uid, item in first.items.items() if item.kind == "victim")
    first.set(victim, "name", "Samira Y.")
    entry.save_case(desk, first)
    edit = Edit(field="state", mode="set", value="in_review")
    lines = bulk.plan_edit(desk, browse.list_rows(desk, Listing()), edit)
    bulk.edit_many(desk, edit, lines)
    entry.delete_case(desk, first.uid, "seen twice")
    history.undo(desk, listed(desk)[0].id)
    add_person(desk, "Omar Said", "researcher")
    named = [(one.operation, one.incidents, one.code, one.place, one.date) for one in listed(desk)]
    known = ("MQ0412", "Tell Maraya", "")
    assert named == [
        ("add_person", 0, "", "", ""),
        ("undo", 1, *known),
        ("delete_case", 1, *known),
        ("edit_many", 2, "", "", ""),
        ("save_case", 1, *known),
        ("new_case", 1, "", "Hosn Arud", "2024-03-14"),
        ("new_case", 1, *known),
        ("new_casebook", 0, "", "", ""),
    ]


def test_a_change_of_very_many_records_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sample_casebook(Office(folder=tmp_path), 20)
    wide = [one for one in listed(desk) if one.records > change_names.MOST]
    assert [one.operation for one in wide] == ["import"]
    assert [one.incidents for one in wide] == [0]
    monkeypatch.setattr(change_names, "MOST", 10**6)
    assert [one.incidents for one in listed(desk) if one.id == wide[0].id] == [19]
    close(desk)


def test_changes_of_a_deleted_incident_are_found_by_its_code(desk: Desk) -> None:
    case = made(desk, "MQ0412", "Tell Maraya")
    entry.delete_case(desk, case.uid, "entered twice")
    assert len(listed(desk, text="MQ0412")) == 2


def test_what_a_change_did_names_fields_and_records(desk: Desk) -> None:
    case = made(desk, "MQ0412", "Tell Maraya")
    victim = case.of("victim")[0].uid
    case.set(case.uid, "location_name", "Hosn Arud")
    case.set(victim, "age_raw", "17-18")
    change = entry.save_case(desk, case)
    told = moments.fields_of_change(desk, change.id)
    assert {(one.field, one.before, one.after) for one in told.fields} == {
        ("location_name", "Tell Maraya", "Hosn Arud"),
        ("age_raw", None, "17-18"),
    }
    assert (told.records, told.told) == (2, 2)
    incident = moments.incident_of(victim, told.items)
    assert incident is not None
    assert incident.values["codes"] == ["MQ0412"]
    with pytest.raises(NotFound):
        moments.fields_of_change(desk, "nothing")


def test_what_a_narrative_names_is_there_to_be_told(desk: Desk) -> None:
    case = made(desk, "MQ0412", "Tell Maraya")
    victim = case.of("victim")[0].uid
    text = f"[victim:{victim}] is named; [source:{'0' * 32}] is not here."
    case.add("narrative", entry.new_uid(), text=text)
    told = moments.fields_of_change(desk, entry.save_case(desk, case).id)
    assert told.items[victim].values["name"] == "Samira Yusuf"
    assert told.records == 1


def test_only_the_first_records_of_a_wide_change_are_told(tmp_path: Path) -> None:
    desk = sample_casebook(Office(folder=tmp_path), 20)
    [imported] = listed(desk, operation="import")
    told = moments.fields_of_change(desk, imported.id, most=10)
    assert told.told == 10
    assert told.records == imported.records > 500
    assert len({one.uid for one in told.fields}) == 10
    close(desk)


def test_the_preview_of_an_undo_is_what_the_undo_does(desk: Desk) -> None:
    case = made(desk, "MQ0412", "Tell Maraya")
    before = state(desk, case.uid)
    case.set(case.uid, "location_name", "Hosn Arud")
    change = entry.save_case(desk, case)
    told = moments.preview_undo(desk, change.id)
    assert [(one.before, one.after) for one in told.fields] == [("Hosn Arud", "Tell Maraya")]
    assert state(desk, case.uid) != before
    history.undo(desk, change.id)
    assert state(desk, case.uid) == before
    assert moments.preview_undo(desk, change.id).fields == ()
    [undone, was, _] = listed(desk, text="MQ0412")
    assert (undone.operation, undone.is_void, was.is_void) == ("undo", False, True)


def test_an_undo_that_others_wrote_over_changes_only_what_is_left(desk: Desk) -> None:
    case = made(desk, "MQ0412", "Tell Maraya")
    case.set(case.uid, "location_name", "Hosn Arud")
    case.set(case.uid, "region", "North")
    change = entry.save_case(desk, case)
    later = entry.open_case(desk, case.uid)
    later.set(case.uid, "location_name", "Ayn Zarda")
    entry.save_case(desk, later)
    told = moments.preview_undo(desk, change.id)
    assert [(one.field, one.before, one.after) for one in told.fields] == [
        ("region", "North", None)
    ]


def test_an_erased_value_shows_as_erased_on_both_sides(desk: Desk) -> None:
    case = made(desk, "MQ0412", "Tell Maraya")
    victim = case.of("victim")[0].uid
    start = listed(desk)[0]
    case.set(victim, "name", "Samira Yusuf Haddad")
    renamed = entry.save_case(desk, case)
    erasure.erase_values(desk, "victim", victim, ["name"], "asked by kin")
    case = entry.open_case(desk, case.uid)
    case.set(victim, "name", "S. Y.")
    last = entry.save_case(desk, case)
    [told] = moments.fields_of_change(desk, renamed.id).fields
    assert (told.field, told.before, told.after, told.is_erased) == ("name", ERASED, ERASED, True)
    [between] = moments.difference(desk, Moment(change=start.id), Moment(change=last.id)).fields
    assert (between.before, between.after, between.is_erased) == (ERASED, "S. Y.", True)


def test_a_difference_counts_all_records_and_tells_of_some(desk: Desk) -> None:
    for number in range(3):
        made(desk, f"MQ{number}", "Tell Maraya")
    start = Moment(change=listed(desk)[-1].id)
    end = Moment(at="2099-01-01")
    whole = moments.difference(desk, start, end)
    assert (whole.records, whole.told) == (6, 6)
    parts = [moments.difference(desk, start, end, start=at, most=2) for at in (0, 2, 4)]
    assert [part.records for part in parts] == [6, 6, 6]
    assert tuple(one for part in parts for one in part.fields) == whole.fields
    seen: list[tuple[int, int]] = []
    moments.difference(desk, start, end, report=lambda *now: seen.append(now))
    assert seen[-1] == (6, 6)
    with pytest.raises(NotFound):
        moments.difference(desk, Moment(change="nothing"), end)


Step = tuple[str, str]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("place"), st.sampled_from(["Tell Maraya", "Hosn Arud", "عين زردة", ""])),
        st.tuples(st.just("name"), st.sampled_from(["Samira", "S. Yusuf", ""])),
        st.tuples(st.sampled_from(["delete", "undo", "redo", "victim", "unvictim"]), st.just("")),
    ),
    min_size=2,
    max_size=8,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_the_difference_of_any_two_moments_is_what_replaying_shows(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("replay")
    desk = new_casebook(
        Office(folder=folder, clock=Clock()), folder / "a.casebook", "L", "supervisor"
    )
    try:
        uid = made(desk, "MQ0412", "Tell Maraya").uid
        seen = [(listed(desk)[0].id, listed(desk)[0].at, state(desk, uid))]
        for step in steps:
            act(desk, uid, *step)
            newest = listed(desk)[0]
            if newest.id != seen[-1][0]:
                seen.append((newest.id, newest.at, state(desk, uid)))
        for first in seen:
            for second in seen:
                wanted = differing(first[2], second[2])
                assert told_by(desk, Moment(change=first[0]), Moment(change=second[0])) == wanted
                assert told_by(desk, Moment(at=first[1]), Moment(at=second[1])) == wanted
    finally:
        close(desk)


def act(desk: Desk, uid: str, what: str, value: str) -> None:
    """Do one step, where it can be done."""
    if what in ("undo", "redo"):
        change = history.last_undoable(desk) if what == "undo" else history.last_redoable(desk)
        if change is not None and change != listed(desk)[-2].id:
            (history.undo if what == "undo" else history.redo)(desk, change)
        return
    try:
        case = entry.open_case(desk, uid)
    except NotFound:
        return
    victims = case.of("victim")
    if what == "delete":
        entry.delete_case(desk, uid, "")
        return
    if not case.incident.is_live:
        with pytest.raises(NotFound, match="deleted"):
            entry.save_case(desk, case)
        return
    if what == "victim":
        case.add("victim", entry.new_uid(), name="Yara", position=2)
    elif what == "unvictim" and victims:
        case.remove(victims[-1].uid)
    elif what == "place":
        case.set(uid, "location_name", value)
    elif what == "name" and victims:
        case.set(victims[0].uid, "name", value)
    entry.save_case(desk, case)


def state(desk: Desk, uid: str) -> dict[str, dict[str, Any]]:
    """Every record of an incident with its values, as the tables hold them now.

    Of a record whose adding was undone only what it hung on is left: it is as if it never was.
    """
    from airwars_desk.store.cases import load_case

    with desk.store.reading() as connection:
        case = load_case(connection, uid)
    assert case is not None
    return {
        item.uid: dict(item.values) | ({} if item.is_live else {DELETED: True})
        for item in case.items.values()
        if item.is_live or item.values.keys() - {"incident"}
    }


def differing(first: dict[str, Any], second: dict[str, Any]) -> set[tuple[str, str, str, str]]:
    """The fields that differ between two states, told plainly."""
    found = set()
    for uid in first.keys() | second.keys():
        before, after = first.get(uid), second.get(uid)
        if after is None and before is not None and DELETED not in before:
            found.add((uid, DELETED, "False", "True"))
        if after is None or (before is None and DELETED in after):
            continue
        for name in (before or {}).keys() | after.keys():
            missing = False if name == DELETED else None
            one, other = (before or {}).get(name, missing), after.get(name, missing)
            if one != other:
                found.add((uid, name, repr(one), repr(other)))
    return found


def told_by(desk: Desk, first: Moment, second: Moment) -> set[tuple[str, str, str, str]]:
    """The same as told from the journal."""
    return {
        (one.uid, one.field, repr(one.before), repr(one.after))
        for one in moments.difference(desk, first, second).fields
    }
