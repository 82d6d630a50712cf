"""One box for codes, places, people, sources and views, in both scripts."""

import logging
from pathlib import Path
from typing import Any

import pytest

from airwars_desk.operations import entry
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.finding import find_anything
from airwars_desk.operations.standalone import new_item, save_items


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    opened = new_casebook(Office(folder=tmp_path), tmp_path / "a.casebook", "L. Karim")
    add(opened, "MQ0412", "MQ7", "Tell Maraya", "تل مَرايا", "Samira Yusuf", "سَميرة يوسف")
    add(opened, "MQ0413", "", "Hosn Arud", "المنصورة", "Dara'a Osei", "")
    view = new_item("saved_view", name="Weak in Hosn", query="grade:weak place:hosn")
    save_items(opened, "save_views", [view])
    yield opened
    close(opened)


def add(desk: Desk, code: str, was: str, place: str, local: str, name: str, other: str) -> None:
    case = entry.new_case(desk)
    case.set(case.uid, "codes", [code])
    case.set(case.uid, "previous_codes", [was] if was else [])
    case.set(case.uid, "location_name", place)
    case.set(case.uid, "location_name_arabic", local)
    case.set(case.uid, "date_start", "2031-03-14")
    case.add("victim", entry.new_uid(), name=name, name_local=other or None, position=1)
    case.add("citation", entry.new_uid(), name="Qasra Monitor", author="مرصد قصرة", position=1)
    entry.save_case(desk, case)


@pytest.mark.parametrize(
    ("typed", "kind", "label", "code"),
    [
        ("mq0412", "code", "MQ0412", "MQ0412"),
        ("MQ 04", "code", "MQ0412", "MQ0412"),
        ("mq7", "code", "MQ7", "MQ0412"),
        ("maraya", "place", "Tell Maraya", "MQ0412"),
        ("مرايا", "place", "Tell Maraya", "MQ0412"),
        ("منصوره", "place", "Hosn Arud", "MQ0413"),
        ("samira yu", "victim", "Samira Yusuf", "MQ0412"),
        ("يوسف", "victim", "Samira Yusuf", "MQ0412"),
        ("daraa", "victim", "Dara'a Osei", "MQ0413"),
        ("monitor", "source", "Qasra Monitor", "MQ0413"),
        ("مرصد", "source", "Qasra Monitor", "MQ0413"),
        ("weak", "view", "Weak in Hosn", ""),
    ],
)
def test_each_kind_is_found(desk: Desk, typed: str, kind: str, label: str, code: str) -> None:
    found = [hit for hit in find_anything(desk, typed) if hit.kind == kind]
    assert (found[0].label, found[0].code) == (label, code)


def test_kinds_stand_in_order_and_each_is_limited(desk: Desk) -> None:
    for number in range(9):
        add(desk, f"HO{number:02}", "", "Hosn Arud", "", "Hosni Ho", "")
    kinds = [hit.kind for hit in find_anything(desk, "ho")]
    assert kinds == ["code"] * 6 + ["place"] * 6 + ["victim"] * 6 + ["view"]
    assert [hit.kind for hit in find_anything(desk, "ho", most=1)].count("place") == 1


@pytest.mark.parametrize("typed", ["", "  ", "zzzz", '"', "NEAR(", "* OR"])
def test_nothing_is_found_for_nothing_and_for_signs(desk: Desk, typed: str) -> None:
    assert find_anything(desk, typed) == []


def test_a_deleted_incident_and_a_removed_victim_are_not_found(desk: Desk) -> None:
    [hit] = find_anything(desk, "samira")
    case = entry.open_case(desk, hit.uid)
    case.remove(case.of("victim")[0].uid)
    entry.save_case(desk, case)
    assert find_anything(desk, "samira") == []
    entry.delete_case(desk, hit.uid, "entered twice")
    assert find_anything(desk, "maraya") == []


def test_names_never_reach_the_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        assert find_anything(desk, "Samira")
    assert "samira" not in caplog.text.lower()
