"""The shipped vocabularies: complete, unambiguous, readable."""

from collections import Counter
from dataclasses import FrozenInstanceError

import pytest

from airwars_desk.records import vocabulary
from airwars_desk.records.vocabulary import ShippedTerm, load_vocabularies

TERMS = load_vocabularies()
BY_UID = {term.uid: term for term in TERMS}

EXPECTED = {
    "accuracy", "affiliation", "belligerent", "cause", "conflict", "country", "destruction",
    "geolocation_status", "grade", "group", "impact", "infrastructure", "language", "observation",
    "platform", "position", "profession", "province", "reason_credible", "reason_non_credible",
    "strike_status", "strike_type", "time_of_day",
}  # fmt: skip


def test_every_vocabulary_is_shipped() -> None:
    assert {term.vocabulary for term in TERMS} == EXPECTED


def test_uids_are_unique_and_built_of_vocabulary_and_key() -> None:
    assert len(BY_UID) == len(TERMS)
    assert all(term.uid == f"{term.vocabulary}/{term.key}" for term in TERMS)


def test_a_pair_of_external_id_and_label_names_one_term() -> None:
    pairs = Counter(
        (term.vocabulary, term.external_id, term.external_label or term.label) for term in TERMS
    )
    assert max(pairs.values()) == 1
    ids = Counter((term.vocabulary, term.external_id) for term in TERMS if term.external_id)
    assert max(ids.values()) == 1


def test_labels_are_unique_in_their_vocabulary() -> None:
    labels = Counter((term.vocabulary, term.label) for term in TERMS)
    assert max(labels.values()) == 1


def test_parents_and_countries_exist() -> None:
    assert {term.parent for term in TERMS if term.parent} <= BY_UID.keys()
    assert {term.country for term in TERMS if term.country} <= BY_UID.keys()
    assert all(term.country for term in TERMS if term.vocabulary == "province")


def test_boxes_are_south_west_north_east() -> None:
    for term in TERMS:
        if term.vocabulary == "country":
            assert term.box is not None
            south, west, north, east = term.box
            assert -90 <= south < north <= 90
            assert -180 <= west < east <= 180


def test_orders_run_without_holes() -> None:
    for name in EXPECTED:
        orders = [term.order for term in TERMS if term.vocabulary == name]
        assert orders == list(range(1, len(orders) + 1))


def test_grades_have_letters_and_definitions() -> None:
    grades = [term for term in TERMS if term.vocabulary == "grade"]
    assert [(term.key, term.letter) for term in grades] == [
        ("Confirmed", "C"), ("Fair", "F"), ("Weak", "W"), ("Contested", "X"), ("Discounted", "D"),
    ]  # fmt: skip
    for name in ("grade", "strike_status", "position"):
        assert all(term.definition for term in TERMS if term.vocabulary == name)


def test_belligerents_say_whether_they_are_tracked() -> None:
    assert all(term.tracked is not None for term in TERMS if term.vocabulary == "belligerent")
    assert BY_UID["belligerent/us-led-coalition"].slugs == ("coalition", "united_states")


def test_the_main_groups_come_first() -> None:
    groups = [term.uid for term in TERMS if term.vocabulary == "group"]
    assert groups[:5] == [
        "group/civilians", "group/children", "group/women", "group/men", "group/belligerents",
    ]  # fmt: skip
    assert BY_UID["group/belligerents"].label == "Combatants"


def test_attributes_hold_only_what_is_there() -> None:
    assert BY_UID["impact/food"].attributes() is None
    assert BY_UID["belligerent/tribal-forces"].attributes() == {"tracked": True}
    assert BY_UID["country/syria"].attributes() == {"box": [32.1, 35.4, 37.6, 42.6]}


def test_terms_are_frozen_and_read_once() -> None:
    assert load_vocabularies() is TERMS
    with pytest.raises(FrozenInstanceError):
        TERMS[0].label = "other"  # type: ignore[misc]


def test_an_unknown_key_is_a_bug_of_ours() -> None:
    entry = {"key": "a", "label": "A", "order": 1, "colour": "red"}
    with pytest.raises(ValueError, match="colour"):
        vocabulary._term("impact", entry)


def test_a_term_knows_its_parent_by_uid() -> None:
    made = vocabulary._term("impact", {"key": "b", "label": "B", "order": 1, "parent": "a"})
    assert made == ShippedTerm(
        uid="impact/b", vocabulary="impact", key="b", label="B", order=1, parent="impact/a"
    )
