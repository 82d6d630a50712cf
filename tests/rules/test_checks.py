"""Every check finds its example and nothing else; a sound case has no problem."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from airwars_desk.records.case import Case
from airwars_desk.rules.checks import CHECKS, Problem, check_case, worth_a_look
from airwars_desk.rules.sides import ASSESSED, as_assessed

Change = Callable[[Case], object]


def sound_case() -> Case:
    """Return an invented incident about which nothing is odd."""
    case = Case(uid="i")
    case.add(
        "incident",
        "i",
        codes=["QS001"],
        previous_codes=["QS1"],
        date_type="date",
        date_start="2017-03-21",
        countries=["country/syria"],
        points=[{"latitude": 35.9, "longitude": 39.0, "is_primary": True}],
        tracked_belligerents=["belligerent/us-led-coalition"],
        civilian_harm_reported=True,
    )
    count(case, "civilians", 3, 5, 2, 2)
    count(case, "children", 1, 2)
    case.add("citation", "c1", address="https://example.org/1", position=1)
    case.add("citation", "c2", address="https://example.org/2", position=2)
    case.add(
        "involvement",
        "b1",
        belligerent="belligerent/us-led-coalition",
        assessment="non_credible",
        assessment_term="Non credible / Unsubstantiated",
        mgrs="37SEV010787",
    )
    case.add("victim", "v1", name="Jane Doe", status="killed", age_raw="32", age_group="adult")
    case.add("victim", "v2", name_local="نادية", status="injured", age_raw="3 months", moh_id="12")
    case.add("decision", "d1", grade="Fair", is_imported=True)
    return case


def count(case: Case, group: str, *numbers: int | None) -> None:
    names = ("killed_min", "killed_max", "injured_min", "injured_max")
    case.add(
        "working_range",
        f"r-{group}",
        group=f"group/{group}",
        form="group",
        **dict(zip(names, numbers, strict=False)),
    )


def setting(uid: str, **values: Any) -> Change:
    def change(case: Case) -> None:
        for name, value in values.items():
            case.set(uid, name, value)

    return change


def adding(kind: str, owner: str | None = None, **values: Any) -> Change:
    return lambda case: case.add(kind, "x", owner, **values)


def together(*changes: Change) -> Change:
    return lambda case: [change(case) for change in changes]


def points(*pairs: tuple[float, float]) -> Change:
    return setting("i", points=[{"latitude": a, "longitude": b} for a, b in pairs])


CREDIBLE = setting("b1", assessment="credible", assessment_term="Credible / Substantiated")
GRADED = "d1"
UNGRADED = setting(GRADED, grade=None)


def UNCOUNTED(case: Case) -> None:  # noqa: N802 - a change among the others
    """Leave nobody counted, and nobody named."""
    for uid in ("r-civilians", "r-children", "v1"):
        case.remove(uid)


EXAMPLES: list[tuple[str, Change]] = [
    ("undated", setting("i", date_start=None)),
    ("not_a_date", setting("i", date_start="2017-02-30")),
    ("implausible_date", setting("i", date_start="1970-01-01")),
    ("end_before_start", setting("i", date_type="date_range", date_end="2017-02-04")),
    ("range_over_a_year", setting("i", date_type="date_range", date_end="2019-03-21")),
    ("range_without_end", setting("i", date_type="date_range")),
    ("end_without_range", setting("i", date_end="2017-03-22")),
    ("end_without_range", setting("i", date_type=None, date_end="2017-03-22")),
    ("point_out_of_range", points((34.4, 4239.00416))),
    ("point_outside_country", points((31.4, 34.4))),
    ("nearly_equal_points", points((35.9, 39.0), (35.9001, 39.0001))),
    ("grid_reference_unreadable", setting("b1", mgrs="377SFU805225")),
    ("no_code", setting("i", codes=None, previous_codes=None)),
    ("same_code_twice", setting("i", codes=["QS001", "qs001"])),
    ("own_code_among_previous", setting("i", previous_codes=["QS9", "qs001\u00a0"])),
    ("replacement_character", setting("v1", notes="a brother of M\ufffdna")),
    ("replacement_character", setting("v1", names_other=[{"name": "J\ufffdne"}])),
    ("narrative_names_nobody", adding("narrative", text=f"By [source:{'0' * 32}]")),
    ("min_above_max", setting("r-children", killed_min=3, killed_max=1)),
    ("one_bound", setting("r-civilians", injured_max=None)),
    ("one_bound", adding("reported_count", "c1", group="group/civilians", killed_min=4)),
    ("negative_count", setting("r-civilians", injured_min=-2)),
    ("groups_above_total", lambda case: count(case, "women", 5, 5)),
    ("groups_above_total", setting("r-children", injured_min=3, injured_max=3)),
    (
        "children_without_civilians",
        setting("r-civilians", killed_min=None, killed_max=None),
    ),
    (
        "named_above_maximum",
        together(
            setting("r-civilians", killed_min=1, killed_max=1), setting("v2", status="killed")
        ),
    ),
    (
        "conceded_above_maximum",
        adding("concession", "b1", group="group/civilians", killed_min=9, killed_max=9),
    ),
    ("two_grades", setting(GRADED, further_grades=["Weak"])),
    ("numbers_harm_unsaid", together(UNGRADED, setting("i", civilian_harm_reported=None))),
    (
        "numbers_harm_unsaid",
        adding("decided_range", GRADED, group="group/women", injured_min=1, injured_max=1),
    ),
    ("numbers_without_harm", together(UNGRADED, setting("i", civilian_harm_reported=False))),
    (
        "numbers_without_harm",
        together(
            setting(GRADED, civilian_harm_reported=False),
            adding("decided_range", GRADED, group="group/civilians", killed_min=2, killed_max=2),
        ),
    ),
    ("grade_without_harm", together(UNCOUNTED, setting("i", civilian_harm_reported=None))),
    ("grade_without_harm", together(UNCOUNTED, setting("i", civilian_harm_reported=False))),
    ("confirmed_not_accepted", setting(GRADED, grade="Confirmed")),
    ("credible_not_confirmed", CREDIBLE),
    ("fair_below_two_sources", lambda case: case.remove("c2")),
    (
        "fair_below_two_sources",
        together(setting("c1", origin="A"), setting("c2", origin="A")),
    ),
    ("fair_below_two_sources", setting("c2", role="denial")),
    ("contested_one_belligerent", setting(GRADED, grade="Contested")),
    ("involved_not_tracked", setting("b1", belligerent="belligerent/unknown")),
    ("positions_disagree", setting("b1", assessment="open_incident")),
    ("same_address_twice", setting("c2", address="http://www.example.org/1/?fbclid=a")),
    ("broken_address", setting("c2", address="hhttps://example.org/2")),
    ("broken_address", setting("v1", url="https://example.org/a b")),
    ("dead_end_address", setting("c2", address="https://twitter.com/account/suspended")),
    ("no_name", setting("v1", name="\u200f ")),
    ("placeholder_name", setting("v1", name="Unnamed victim 1")),
    ("neither_killed_nor_injured", setting("v1", status=None)),
    ("age_not_a_number", setting("v1", age_raw="60s")),
    ("age_contradicts_group", setting("v1", age_raw="17")),
    ("age_contradicts_group", setting("v2", age_raw="18", age_group="child")),
    ("age_above_110", setting("v1", age_raw="118")),
    ("pregnant_male", setting("v1", sex="male", is_pregnant=True)),
    ("identifier_not_a_number", setting("v2", moh_id="12, 13")),
]


@pytest.mark.parametrize(("check", "change"), EXAMPLES, ids=[check for check, _ in EXAMPLES])
def test_a_check_finds_its_example_and_nothing_else(check: str, change: Change) -> None:
    case = sound_case()
    change(case)
    assert {problem.id for problem in check_case(case)} == {check}


def test_a_sound_case_has_no_problem() -> None:
    assert check_case(sound_case()) == []


def test_every_check_has_an_example_and_is_documented(root: Path) -> None:
    page = (root / "docs" / "checks.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", page, re.MULTILINE))
    assert documented == {check.id: check.severity for check in CHECKS.values()}
    assert {check for check, _ in EXAMPLES} == CHECKS.keys()


def test_an_empty_case_is_only_undated_and_without_code() -> None:
    case = Case(uid="i")
    case.add("incident", "i")
    assert {problem.id for problem in check_case(case)} == {"undated", "no_code"}


@pytest.mark.parametrize(
    "change",
    [
        together(setting(GRADED, grade="Confirmed"), CREDIBLE),
        together(
            setting(GRADED, grade="Confirmed"),
            adding("concession", "b1", group="group/civilians", injured_min=1, injured_max=1),
        ),
        together(lambda case: case.remove("c2"), setting("i", page_captured=False)),
        together(lambda case: case.remove("c2"), setting(GRADED, grade="Weak")),
        together(UNCOUNTED, UNGRADED, setting("i", civilian_harm_reported=None)),
        together(
            UNCOUNTED,
            UNGRADED,
            lambda case: count(case, "civilians", 0, 0, 0, 0),
            setting("i", civilian_harm_reported=False),
        ),
        together(
            setting("i", civilian_harm_reported=None),
            setting(GRADED, grade=None, civilian_harm_reported=True),
            adding("decided_range", GRADED, group="group/civilians", killed_min=2, killed_max=2),
        ),
        together(
            setting(GRADED, grade="Contested"),
            adding("involvement", belligerent="belligerent/unknown"),
        ),
        setting("r-civilians", killed_min=0, killed_max=None, injured_min=None, injured_max=None),
        setting("i", tracked_belligerents=None),
        setting("i", countries=["country/#7"]),
        setting("i", points=[{"accuracy": "accuracy/town"}]),
        setting("v1", age_raw=" ", age_group="child"),
        setting("c2", address=None),
        setting("c2", address="https://example.org/"),
        setting("v1", age_raw=None),
        points((35.9, 39.0), (35.905, 39.005), (36.9, 39.0)),
        setting("v1", name="Jane “Ö” Doe"),
    ],
)
def test_what_may_be_so_is_not_doubted(change: Change) -> None:
    case = sound_case()
    change(case)
    civilians = [item for item in case.of("working_range") if item.uid == "r-civilians"]
    one_bound = any(item.values.get("killed_max") is None for item in civilians)
    expected = {"one_bound"} if one_bound else set()
    assert {problem.id for problem in check_case(case)} == expected


def test_an_assessment_is_checked_where_nothing_is_decided() -> None:
    case = sound_case()
    case.remove("d1")
    case.add("assessment", "a1", grade="Weak", assessed_at="2020-01-01T00:00:00Z")
    case.add("assessment", "a2", grade="Confirmed", assessed_at="2020-01-02T00:00:00Z")
    assert check_case(case) == [Problem("confirmed_not_accepted", "assessment", "a2", "grade")]


def test_an_age_that_is_exact_though_no_plain_number_is_held_against_the_group() -> None:
    case = sound_case()
    case.set("v1", "age_raw", "1 and a half")
    assert [problem.id for problem in check_case(case)] == [
        "age_not_a_number",
        "age_contradicts_group",
    ]


def test_removed_records_are_not_checked() -> None:
    case = sound_case()
    case.set("v1", "name", None)
    case.remove("v1")
    assert check_case(case) == []


def test_a_problem_names_record_field_and_value() -> None:
    case = sound_case()
    case.set("r-children", "killed_min", 6)
    assert check_case(case)[0] == Problem(
        "min_above_max", "working_range", "r-children", "killed_min", "6–2"
    )


def test_what_is_about_to_be_assessed_or_decided_says_so_before_it_is_graded() -> None:
    case = sound_case()
    values = {"killed group/civilians": (5, 9), "civilian_harm_reported": None}
    found = [one for one in check_case(as_assessed(case, values)) if one.uid.startswith(ASSESSED)]
    assert [(one.id, one.field, one.detail) for one in found] == [
        ("numbers_harm_unsaid", "killed_min", "5–9")
    ]
    assert check_case(as_assessed(case, {**values, "civilian_harm_reported": True})) == []


def test_a_list_counts_different_things_and_no_notes() -> None:
    case = sound_case()
    for uid in ("v1", "v2"):
        case.set(uid, "status", None)
        case.set(uid, "age_raw", "60s")
    problems = check_case(case)
    assert len(problems) == 4
    assert worth_a_look(problems) == 1


def test_checks_are_fast_enough_for_an_import() -> None:
    case = sound_case()
    for number in range(20):
        case.add("citation", f"s{number}", address=f"https://example.org/a/{number}?id={number}")
    started = time.perf_counter()
    for _ in range(200):
        check_case(case)
    assert (time.perf_counter() - started) / 200 < 0.002  # a loaded machine; measured 0.0002 s
