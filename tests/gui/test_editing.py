"""The case at hand: who hears of an edit, what a save keeps of what is typed meanwhile."""

from typing import Any

import pytest

from airwars_desk.gui.pages.incident.editing import Editing, copy_of
from airwars_desk.gui.readings import head_of, preview_of, source_name, when_of
from airwars_desk.gui.sentences import checks_of, value_text
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CIVILIANS


def stored(**values: Any) -> Case:
    case = Case(uid="i")
    case.items["i"] = Item(kind="incident", uid="i", values=dict(values), base=dict(values))
    for number in (1, 2):
        known = {"incident": "i", "position": number, "name": f"V{number}"}
        case.items[f"v{number}"] = Item(
            kind="victim", uid=f"v{number}", values=dict(known), base=dict(known)
        )
    return case


@pytest.fixture
def editing(qapp: object) -> Editing:
    made = Editing()
    made.load(stored(location_name="Ayn Zarda"))
    return made


def test_an_edit_is_heard_and_makes_dirty_and_back_again(editing: Editing) -> None:
    heard: list[tuple[str, str]] = []
    dirty: list[bool] = []
    editing.edited.connect(lambda uid, name: heard.append((uid, name)))
    editing.dirtied.connect(dirty.append)
    editing.set("i", "location_name", "Ayn Zarda")
    assert heard == []
    editing.set("i", "location_name", "Hosn Arud")
    editing.set("i", "location_name", "Ayn Zarda")
    assert heard == [("i", "location_name")] * 2
    assert dirty == [True, False]


def test_a_snapshot_does_not_move(editing: Editing) -> None:
    sent = editing.snapshot()
    editing.set("i", "location_name", "Hosn Arud")
    assert sent.get("i", "location_name") == "Ayn Zarda"


def test_what_was_typed_during_a_save_stays_and_is_still_to_be_saved(editing: Editing) -> None:
    editing.set("i", "location_name", "Hosn Arud")
    sent = editing.snapshot()
    editing.set("i", "region", "Sarim")
    editing.set("v1", "name", "Typed later")
    editing.remove("v2")
    fresh = editing.add("victim", name="New one")
    editing.rebase(stored(location_name="Hosn Arud"), sent)
    case = editing.case
    assert case.get("i", "region") == "Sarim"
    assert case.get("v1", "name") == "Typed later"
    assert not case.items["v2"].is_live
    assert case.get(fresh.uid, "name") == "New one"
    assert editing.is_dirty
    assert {item.uid for item in case.changed()} == {"i", "v1", "v2", fresh.uid}


def test_after_a_save_without_typing_nothing_is_left_to_save(editing: Editing) -> None:
    editing.set("i", "location_name", "Hosn Arud")
    sent = editing.snapshot()
    editing.rebase(stored(location_name="Hosn Arud"), sent)
    assert not editing.is_dirty


def test_a_new_record_comes_after_the_others(editing: Editing) -> None:
    item = editing.add("victim", name="Third")
    assert item.values["position"] == 3
    assert [victim.values["name"] for victim in editing.case.of("victim")][-1] == "Third"


def test_a_copy_shares_no_record_with_its_case() -> None:
    case = stored()
    other = copy_of(case)
    other.set("v1", "name", "x")
    assert case.get("v1", "name") == "V1"


def test_the_header_says_working_and_decided_apart() -> None:
    case = stored(codes=["QA1", "QB2"], location_name="Ayn Zarda", date_start="2024-03-05")
    case.add("working_range", "w", group=CIVILIANS, form="group", killed_min=2, killed_max=4)
    head = head_of(case, Vocabulary())
    assert head.code == "QA1 QB2"
    assert head.working_killed == (2, 4)
    assert head.decided_killed == (None, None)
    assert not head.is_decided
    case.add("decision", "d", grade="Fair", decided_at="2024-04-02")
    case.add("decided_range", "r", owner="d", group=CIVILIANS, form="group", killed_min=1)
    head = head_of(case, Vocabulary())
    assert head.decided_killed == (1, None)
    assert head.grade == "Fair"
    assert head.decided_on == "2 Apr 2024"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "no date"),
        ({"date_start": "2024-03-05"}, "5 March 2024"),
        ({"date_start": "2024-03-05", "local_time_start": "02:40:00"}, "5 March 2024, 02:40"),
        (
            {
                "date_start": "2024-03-05",
                "local_time_start": "02:40",
                "local_time_type": "approximate",
            },
            "5 March 2024, about 02:40",
        ),
        (
            {"date_start": "2024-03-05", "local_time_start": "02:40", "local_time_end": "05:00"},
            "5 March 2024, 02:40–05:00",
        ),
    ],
)
def test_date_and_time_are_said_as_known(values: dict[str, Any], text: str) -> None:
    assert when_of(values) == text


def test_the_preview_counts_the_sources_it_leaves_out() -> None:
    case = stored(location_name="Ayn Zarda")
    for number in range(6):
        case.add("citation", f"c{number}", name=f"Source {number}", position=number)
    case.add("reported_count", "k", owner="c5", group=CIVILIANS, form="group", killed_min=3)
    preview = preview_of(case, Vocabulary())
    assert preview.sources[0] == ("Source 5", "3+")
    assert len(preview.sources) == 4
    assert preview.more_sources == 2


def test_a_source_without_a_name_goes_by_its_host() -> None:
    item = Item(kind="citation", uid="c", values={"address": "https://www.example.org/a"})
    assert source_name(item) == "example.org"
    assert source_name(Item(kind="citation", uid="c", values={})) == "no name"


def test_checks_name_the_record_they_are_about() -> None:
    case = stored(date_start="2024-03-05")
    case.set("v1", "age_raw", "about forty")
    said = [one for one in checks_of(case, Vocabulary()) if one.uid == "v1"]
    assert [one.field for one in said if one.text.startswith("The age")] == ["age_raw"]
    assert any(one.where.startswith("V1") for one in said)


def test_history_reads_a_narrative_by_names() -> None:
    case = stored()
    uids = ["a" * 32, "b" * 32]
    for number, uid in enumerate(uids, 1):
        case.add("citation", uid, name=f"Source {number}", position=number)
    case.add("narrative", "n", text="x")
    case.remove(uids[0])
    text = f"[source:{uids[0]}] and [source:{uids[1]}]\nsay [count:killed], [S1]."
    said = value_text("narrative", "text", text, Vocabulary(), case)
    assert said == "Source 1 and Source 2 (S1) say [killed], [S1]."
    alone = value_text("narrative", "text", text, Vocabulary())
    assert alone.startswith("(a source that is no longer here) and (a source")


def test_the_preview_reads_the_narrative() -> None:
    case = stored()
    case.add("working_range", "w", group=CIVILIANS, form="group", killed_min=2, killed_max=4)
    case.add("narrative", "n", text="Residents say [count:killed] were killed.")
    assert preview_of(case, Vocabulary()).narrative == "Residents say 2–4 were killed."


def test_values_are_shown_as_their_kind_says() -> None:
    words = Vocabulary({"country/qasra": "Qasra"}, {}, {"p": "L. Karim"})
    assert value_text("incident", "countries", ["country/qasra"], words) == "Qasra"
    assert value_text("incident", "date_start", "2024-03-05", words) == "5 Mar 2024"
    assert value_text("incident", "civilian_harm_reported", False, words) == "No"
    assert value_text("incident", "assignee", "p", words) == "L. Karim"
    assert value_text("working_range", "killed_min", 0, words) == "0"
    assert value_text("working_range", "killed_min", None, words) == "–"
