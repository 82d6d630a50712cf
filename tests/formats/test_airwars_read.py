"""What a line becomes, what is refused, and that nothing is lost whatever a record looks like."""

import copy
import random
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from airwars_desk.errors import BadInput
from airwars_desk.formats.airwars_read import read_record
from airwars_desk.formats.airwars_write import write_record
from airwars_desk.formats.sample import generate
from airwars_desk.rules.terms import TermIndex
from tests.formats.airwars_cases import HERE, differing, there, there_and_back

SAMPLE = list(islice(generate(400, 3), 400))
UNKNOWN_VALUES: list[Any] = [None, "", "new", [], {}, 0, 1.0, True, [{"a": None}], {"b": [1, 1.5]}]


def a_record() -> dict[str, Any]:
    return copy.deepcopy(max(SAMPLE[:60], key=lambda record: len(str(record))))


def rows_of(record: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    parsed = read_record(record, TermIndex(), HERE)
    return [row.values for row in parsed.rows if row.kind == kind]


def test_every_invented_record_comes_back_equal() -> None:
    for record in SAMPLE:
        assert differing(record, there_and_back(record)) == set()


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_a_disturbed_record_comes_back_equal(seed: int) -> None:
    rng = random.Random(seed)
    record = copy.deepcopy(rng.choice(SAMPLE))
    for _ in range(rng.randint(1, 12)):
        disturb(rng, record)
    assert differing(record, there_and_back(record)) == set()


def disturb(rng: random.Random, record: dict[str, Any]) -> None:
    """Change one thing somewhere without making a known key hold a wrong type."""
    found = rng.choice(objects_in(record))
    known = [key for key in found if key not in ("dataset", "airwars_id")]
    if not known:
        return
    key = rng.choice(known)
    value = found[key]
    act = rng.randrange(6)
    if act == 0:
        del found[key]
    elif act == 1:
        found[key] = None
    elif act == 2:
        found[f"new_{rng.randrange(3)}"] = rng.choice(UNKNOWN_VALUES)
    elif act == 3 and isinstance(value, str):
        found[key] = rng.choice(["", value.upper(), f" {value}", "Unheard of"])
    elif act == 4 and isinstance(value, int) and not isinstance(value, bool):
        found[key] = rng.choice([float(value), value + 1, 0])
    elif act == 5 and isinstance(value, list):
        disturb_list(rng, value)


def disturb_list(rng: random.Random, value: list[Any]) -> None:
    if not value:
        return
    act = rng.randrange(4)
    if act == 0:
        value.clear()
    elif act == 1:
        value.append(copy.deepcopy(rng.choice(value)))
    elif act == 2:
        rng.shuffle(value)
    elif isinstance(value[0], str):
        value[rng.randrange(len(value))] = rng.choice(["", "Unheard of", value[0].lower()])


def objects_in(value: Any) -> list[dict[str, Any]]:
    """All objects whose keys the format knows, the record first and most often."""
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        found.append(value)
        for key, held in value.items():
            if key not in ("section_lengths",):
                found.extend(objects_in(held))
    elif isinstance(value, list):
        for held in value:
            found.extend(objects_in(held))
    return found


def test_null_empty_and_absent_stay_apart() -> None:
    record = a_record()
    record["district"] = ""
    record["munition_type"] = None
    del record["geolocation_notes"]
    record["impacts"] = None
    back = there_and_back(record)
    assert back["district"] == ""
    assert back["munition_type"] is None
    assert "geolocation_notes" not in back
    assert back["impacts"] is None
    assert differing(record, back) == set()


def test_numbers_with_and_without_a_point_stay_apart() -> None:
    record = a_record()
    record["casualties"]["civilians"]["killed_min"] = 4.0
    record["geolocations"] = [
        {"latitude": 35, "longitude": 36.0, "accuracy": "city", "primary": True}
    ]
    back = there_and_back(record)
    assert differing(record, back) == set()
    killed = [row for row in rows_of(record, "working_range") if row["position"] == 1]
    assert killed[0]["killed_min"] == 4
    assert isinstance(killed[0]["killed_min"], int)


def test_unknown_keys_are_kept_at_every_level_and_named() -> None:
    record = a_record()
    record["weather"] = {"wind": None}
    record["sources"][0]["mood"] = "grave"
    record["casualties"]["civilians"]["missing_min"] = 2
    parsed = read_record(record, TermIndex(), HERE)
    assert parsed.unknown == ("casualties.civilians.missing_min", "sources.mood", "weather")
    assert differing(record, there_and_back(record)) == set()


def test_an_edited_count_leaves_with_the_odd_keys_around_it() -> None:
    record = a_record()
    record["casualties"]["civilians"]["missing_min"] = 2
    del record["casualties"]["men"]
    case, terms = there(record)
    civilians = next(i for i in case.of("working_range") if i.values["group"] == "group/civilians")
    civilians.values["killed_max"] = 4711
    expected = copy.deepcopy(record)
    expected["casualties"]["civilians"]["killed_max"] = 4711

    assert differing(expected, write_record(case, terms)) == set()


def test_the_edited_value_beats_what_was_kept() -> None:
    record = a_record()
    record["district"] = ""
    record["strike_types"] = ["airstrike"]
    del record["summary"]
    case, terms = there(record)
    case.set(case.uid, "district", "North")
    case.set(case.uid, "summary", "Short.")
    case.set(case.uid, "strike_types", ["strike_type/artillery"])
    back = write_record(case, terms)
    assert differing(record, back) == {"district", "summary", "strike_types"}
    assert back["strike_types"] == ["Artillery"]


def test_a_second_grade_is_kept_and_does_not_count() -> None:
    record = a_record()
    record.update(grade="Contested", grades=["Contested", "Weak"])
    (decision,) = rows_of(record, "decision")
    assert decision["grade"] == "Contested"
    assert decision["further_grades"] == ["Weak"]
    assert differing(record, there_and_back(record)) == set()


def test_a_grade_nobody_knows_is_kept_but_is_no_grade() -> None:
    record = a_record()
    record.update(grade="Maybe", grades=["Maybe"])
    (decision,) = rows_of(record, "decision")
    assert "grade" not in decision
    assert differing(record, there_and_back(record)) == set()


def test_the_imported_decision_holds_what_figures_count() -> None:
    record = a_record()
    record["region"] = "Raqqa"
    (decision,) = rows_of(record, "decision")
    assert decision["is_imported"] is True
    assert decision["province"] == "province/raqqa"
    assert decision["decided_at"] == record["last_modified_date"]
    assert len(rows_of(record, "decided_range")) == len(
        [row for row in rows_of(record, "working_range") if row["form"] == "group"]
    )


def test_uids_depend_on_the_record_alone() -> None:
    first = read_record(a_record(), TermIndex(), HERE)
    second = read_record(a_record(), TermIndex(), HERE)
    assert [row.uid for row in first.rows] == [row.uid for row in second.rows]
    names = [row.uid for row in first.rows if row.kind != "source"]
    assert len(names) == len(set(names))


def test_a_name_put_in_before_moves_no_other_uid() -> None:
    record = a_record()
    before = {row.uid for row in read_record(record, TermIndex(), HERE).rows}
    record["victims"].insert(0, {**record["victims"][0], "name": "Wadim Sarrar", "order": 1})
    after = {row.uid for row in read_record(record, TermIndex(), HERE).rows}
    assert before < after
    assert len(after - before) == 1


def test_records_born_here_come_back_under_their_own_uid() -> None:
    record = a_record()
    record.update(dataset="airwars-desk", airwars_id=None, uid="0198-a-uid")
    parsed = read_record(record, TermIndex(), HERE)
    assert parsed.uid == "0198-a-uid"
    assert differing(record, there_and_back(record)) == set()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("code",), 7),
        (("civilian_harm_reported",), "yes"),
        (("total_strikes",), "3"),
        (("total_strikes",), 2.5),
        (("sequence",), True),
        (("strike_types",), "Airstrike"),
        (("strike_types",), [None]),
        (("casualties",), []),
        (("casualties", "civilians"), [1]),
        (("casualties", "civilians", "killed_min"), "4"),
        (("victims",), {}),
        (("victims", 0), "a name"),
        (("victims", 0, "name"), 4),
        (("victims", 0, "age_years"), "old"),
        (("victims", 0, "order"), "first"),
        (("sources", 0, "includes_video"), 1),
        (("belligerents", 0, "strike_report"), "text"),
        (("belligerents", 0, "deaths_conceded_min"), [1]),
        (("geolocations",), [{"latitude": "35"}]),
        (("section_lengths",), []),
        (("grades",), [1]),
        (("codes",), None),
    ],
)
def test_a_wrong_type_is_refused_by_place(path: tuple[Any, ...], value: Any) -> None:
    record = next(
        copy.deepcopy(r) for r in SAMPLE if r["victims"] and r["sources"] and r["belligerents"]
    )
    at: Any = record
    for part in path[:-1]:
        at = at[part]
    at[path[-1]] = value
    if value is None:
        assert differing(record, there_and_back(record)) == set()
        return
    with pytest.raises(BadInput) as refused:
        read_record(record, TermIndex(), HERE)
    assert refused.value.line == 7
    assert "records.jsonl" in refused.value.sentence
    assert str(path[0]) in refused.value.sentence


@pytest.mark.parametrize(
    "identity",
    [
        {"airwars_id": None},
        {"airwars_id": "12"},
        {"airwars_id": True},
        {"dataset": None},
        {"dataset": ""},
        {"dataset": "airwars-desk", "airwars_id": None, "uid": ""},
    ],
)
def test_a_record_without_identity_is_refused(identity: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        read_record({**a_record(), **identity}, TermIndex(), HERE)
