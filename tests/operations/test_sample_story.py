"""The sample has something to show on every page, and its numbers agree with each other."""

import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from airwars_desk.formats.sample_files import HEIGHT, WIDTH, street_sketch
from airwars_desk.operations.attachments import list_attachments
from airwars_desk.operations.browse import list_rows, read_page
from airwars_desk.operations.desk import Desk, Office, close, people
from airwars_desk.operations.figures import figures
from airwars_desk.operations.history import recent_changes
from airwars_desk.operations.sample import make_sample
from airwars_desk.operations.sample_declared import months
from airwars_desk.operations.sample_team import WorkingDays
from airwars_desk.operations.standalone import list_items
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules.narrative import missing, names_of, read_case, shown, stored, tokens
from airwars_desk.rules.query import Listing
from airwars_desk.store.cases import incident_rows, load_cases

COUNT = 120


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("story")
    made = make_sample(Office(folder=folder), folder / "Qasra.casebook", COUNT)
    yield made
    close(made)


@pytest.fixture(scope="module")
def cases(desk: Desk) -> list[Case]:
    with desk.store.reading() as connection:
        return list(load_cases(connection, incident_rows(connection)))


def test_all_states_and_grades_are_there(desk: Desk) -> None:
    rows = read_page(desk, list_rows(desk, Listing(text="", sort=(("date_start", "desc"),))))
    assert len(rows) == COUNT
    assert {row.state for row in rows} == {"researching", "in_review", "returned", "decided"}
    assert {"Confirmed", "Fair", "Weak", "Contested", None} <= {row.grade for row in rows}
    assert {row.is_decided for row in rows} == {0, 1}
    counted = figures(desk)
    assert counted["not_reviewed"]["incidents"] > 5
    assert counted["alleged"]["incidents"] > counted["likely"]["incidents"] > 20


def test_narratives_name_sources_victims_and_ranges(cases: list[Case]) -> None:
    kinds: Counter[str] = Counter()
    for case in cases:
        names = names_of(case)
        for item in case.of("narrative"):
            text = item.values["text"]
            kinds.update(one.kind for one in tokens(text))
            assert not missing(text, names)
            assert stored(shown(text, names), names) == text
            assert "[" not in read_case(case, text)
    assert min(kinds[kind] for kind in ("source", "victim", "count")) > 20


def test_the_team_has_both_roles_and_works_in_office_hours(desk: Desk) -> None:
    names = people(desk).values()
    assert {"L. Karim", "K. Marsh", "D. Osei", "N. Sarimi", "R. Arudi"} == set(names)
    assert desk.role == "supervisor"
    changes = recent_changes(desk)
    assert [change.at for change in changes] == sorted((c.at for c in changes), reverse=True)
    assert all("08:00" <= change.at[11:16] <= "17:00" for change in changes)
    told = Counter(change.operation for change in changes)
    assert told["decide"] == 4
    assert told["save_case"] == 4
    assert sum(change.is_void for change in changes) == 1  # one correction was undone
    assert (told["delete_case"], told["undo"]) == (1, 1)


def test_the_desk_goes_on_with_the_clock_of_its_own_office(desk: Desk) -> None:
    assert not isinstance(desk.office.clock, WorkingDays)


def test_what_sources_report_lies_within_the_range(cases: list[Case]) -> None:
    read = [case for case in cases if case.of("reported_count")]
    assert len(read) > 40
    for case in read:
        (harm,) = (i.values for i in case.of("working_range") if i.values["group"] == CIVILIANS)
        for item in case.of("reported_count"):
            if item.values["group"] == CIVILIANS:
                most = harm["killed_max"]
                assert harm["killed_min"] <= item.values["killed_min"] <= most
    roles = Counter(i.values.get("role") for case in read for i in case.of("citation"))
    assert set(roles) >= {"own_count", "repeats", "names_victims", "media_only", "context"}
    assert all(i.values.get("origin") for case in read for i in case.of("citation"))
    assert any(i.kind == "mention" for case in read for i in case.items.values())


def test_parts_of_belligerents_follow_their_number(cases: list[Case]) -> None:
    parts = Counter(i.values.get("part") for case in cases for i in case.of("involvement"))
    assert {"sole", "joint", "competing"} <= set(parts)
    for case in cases:
        involved = case.of("involvement")
        if len({i.values.get("belligerent") for i in involved}) == 1:
            assert {i.values.get("part") for i in involved} <= {"sole", None}


def test_two_researchers_disagree_and_one_is_newer_than_the_decision(cases: list[Case]) -> None:
    assessed = [case for case in cases if len(case.of("assessment")) > 1]
    assert len(assessed) >= 10
    assert all(a.values["reason"] for case in assessed for a in case.of("assessment"))
    assert any(len({a.values["grade"] for a in case.of("assessment")}) > 1 for case in assessed)
    assert any(_ranges(case) > 1 for case in assessed)
    later = [
        case
        for case in assessed
        if any(
            a.values["assessed_at"] > d.values["decided_at"]
            for a in case.of("assessment")
            for d in case.of("decision")
            if not d.values.get("is_imported")
        )
    ]
    assert later


def _ranges(case: Case) -> int:
    return len({str(item.values.get("ranges")) for item in case.of("assessment")})


def test_some_are_undated_and_some_have_no_point(cases: list[Case]) -> None:
    assert any(case.incident.values.get("date_start") is None for case in cases)
    assert any(not case.incident.values.get("points") for case in cases)
    spread = [
        (i.values.get("killed_max") or 0) - (i.values.get("killed_min") or 0)
        for case in cases
        for i in case.of("working_range")
        if i.values["group"] == CIVILIANS
    ]
    assert max(spread) == 380
    assert sorted(spread)[-2] < 100


def test_tallies_add_up_and_the_rest_is_declared(desk: Desk) -> None:
    tallies = [item.values for item in list_items(desk, "strike_tally")]
    sums = [row for row in tallies if "strikes_to_date" in row]
    assert len(sums) == len(months()) == 18
    for before, after in pairwise(sums):
        assert after["strikes_to_date"] - before["strikes_to_date"] == after["strikes"]
        assert after["munitions_to_date"] - before["munitions_to_date"] == after["munitions"]
    stances = {item.values["stance"] for item in list_items(desk, "belligerent_claim")}
    assert stances == {"claims", "concedes", "denies"}
    assert [item.values["name"] for item in list_items(desk, "saved_view")] == [
        "Open with me",
        "No location",
        "Fair, one origin",
    ]
    assert len(list_items(desk, "area")) == 2
    (gap,) = (item.values for item in list_items(desk, "monitoring_gap"))
    watched = {row["month"] for row in figures(desk)["by_month"]}
    assert {gap["month_from"], gap["month_to"]} == {"2023-07", "2023-08"}
    empty = [r for r in figures(desk)["by_month"] if r["month"] in gap.values()]
    assert watched
    assert all(row["alleged"]["incidents"] == 0 for row in empty)


def test_some_incidents_and_a_source_have_files(desk: Desk, cases: list[Case]) -> None:
    rows = list_rows(desk, Listing(text="has:attachment"))
    assert len(rows) == 3
    (newest,) = read_page(desk, list_rows(desk, Listing(text="-has:conflict"))[:1])
    assert newest is not None
    files = list_attachments(desk, newest.uid)
    assert [(one.name, one.media_type, bool(one.citation)) for one in files] == [
        ("Call with a resident.txt", "text/plain", False),
        ("رسم الشارع.png", "image/png", False),
        ("Clinic list, evening.csv", "text/csv", True),
    ]
    assert all(one.is_here and one.size < 4_000 for one in files)
    assert sum(len(case.of("attachment")) for case in cases) == 5


def test_the_sketch_is_a_picture_that_can_be_decoded() -> None:
    data = street_sketch()
    assert data == street_sketch() != street_sketch(1)
    length = int.from_bytes(data[33:37])
    assert len(zlib.decompress(data[41 : 41 + length])) == HEIGHT * (3 * WIDTH + 1)


def test_the_casebook_is_sound_and_two_samples_say_the_same(desk: Desk, tmp_path: Path) -> None:
    assert {finding.id for finding in check_casebook(desk)} <= {"same_code"}
    other = make_sample(Office(folder=tmp_path), tmp_path / "Qasra.casebook", COUNT)
    try:
        assert figures(other) == figures(desk)
        assert [_told(c) for c in recent_changes(other)] == [_told(c) for c in recent_changes(desk)]
    finally:
        close(other)


def _told(change: object) -> tuple[object, ...]:
    names = ("at", "person", "operation", "records", "is_void")
    return tuple(getattr(change, name) for name in names)
