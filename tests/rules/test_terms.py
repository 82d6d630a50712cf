"""Terms are found by number and by name, and new ones are made without touching the known."""

from airwars_desk.rules.terms import TermIndex


def test_a_shipped_term_is_found_by_number_label_and_alias() -> None:
    terms = TermIndex()
    uid = "belligerent/us-led-coalition"
    assert terms.resolve("belligerent", None, 249) == uid
    assert terms.resolve("belligerent", "U.S.-led Coalition") == uid
    assert terms.resolve("belligerent", "CJTF-OIR") == uid
    assert terms.written(uid) == "U.S.-led Coalition"
    assert terms.new == {}


def test_an_unknown_name_becomes_a_term() -> None:
    terms = TermIndex()
    uid = terms.resolve("belligerent", "Meridian Coalition", 9001)
    assert uid == "belligerent/meridian-coalition"
    assert terms.new[uid] == {
        "vocabulary": "belligerent",
        "key": "meridian-coalition",
        "label": "Meridian Coalition",
        "external_label": "Meridian Coalition",
        "external_id": 9001,
    }
    assert terms.resolve("belligerent", None, 9001) == uid
    assert terms.resolve("belligerent", "meridian coalition") == uid
    assert len(terms.new) == 1


def test_a_number_without_a_name_stays_unnamed() -> None:
    terms = TermIndex()
    uid = terms.resolve("infrastructure", None, 987654)
    assert uid == "infrastructure/#987654"
    assert terms.written(uid) is None
    assert terms.external_id(uid) == 987654


def test_an_unnamed_term_that_the_team_named_leaves_as_it_came() -> None:
    terms = TermIndex(
        {
            "infrastructure/#922": {
                "vocabulary": "infrastructure",
                "key": "#922",
                "external_id": 922,
                "label": "Mill",
            }
        }
    )
    assert terms.written("infrastructure/#922") is None
    assert terms.find("infrastructure", "mill") == "infrastructure/#922"


def test_the_same_name_under_another_number_is_another_term() -> None:
    terms = TermIndex({})
    first = terms.resolve("infrastructure", "Other", 5)
    second = terms.resolve("infrastructure", "Other", 6)
    assert first != second
    assert terms.written(first) == terms.written(second) == "Other"


def test_a_province_is_found_by_any_spelling_and_none_is_made() -> None:
    terms = TermIndex()
    assert terms.find("province", "Ar Raqqah") == terms.find("province", "Raqqa Governorate")
    assert terms.find("province", "Atlantis") is None
    assert terms.find("province", None) is None
    assert terms.new == {}


def test_a_label_without_a_letter_still_has_a_key() -> None:
    terms = TermIndex({})
    uid = terms.resolve("cause", "!!!")
    assert uid.startswith("cause/x-")
    assert terms.written(uid) == "!!!"
