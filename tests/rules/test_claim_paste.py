"""Pasted claims of belligerents: read exactly, refused with a reason, never guessed."""

from dataclasses import replace
from typing import Any

import pytest

from airwars_desk.records.strike import STANCES, SUBJECTS
from airwars_desk.rules.claim_columns import read_header, stance_of, subject_of
from airwars_desk.rules.claim_paste import ClaimReading, compare, read_claims, read_quantity
from airwars_desk.rules.pasted import PastedLine
from airwars_desk.rules.tally_text import UnreadableError

COALITION = "belligerent/coalition"
READING = ClaimReading(
    country_of=lambda text: {"qasra": "country/qasra"}.get(text.lower()),
    belligerent_of=lambda text: {"coalition": COALITION}.get(text.lower()),
    belligerent=COALITION,
    stance="concedes",
)


def read(text: str, **more: Any) -> list[PastedLine]:
    return read_claims(text, replace(READING, **more))


def test_every_column_has_its_field() -> None:
    line = read(
        "Stated on|Party|Country|Position|Of what|Number|Wording|From|Until|Speaker|URL|Archive|"
        "Note|Ref\n"
        "1 May 2017|Coalition|Qasra|Admits|civilian deaths|16–20 (1)|At least sixteen|1 Jan 2017|"
        "30 Apr 2017|A. Speaker|https://a.example|https://b.example|read twice|77\n"
    )[1]
    assert line.problem == ""
    assert line.records == (
        {
            "belligerent": COALITION,
            "country": "country/qasra",
            "stance": "concedes",
            "subject": "civilians_killed",
            "quantity_min": 16,
            "quantity_max": 20,
            "words": "At least sixteen",
            "stated_on": "2017-05-01",
            "date_start": "2017-01-01",
            "date_end": "2017-04-30",
            "stated_by": "A. Speaker",
            "address": "https://a.example",
            "archive_address": "https://b.example",
            "note": "read twice",
        },
    )
    assert line.left_out == ("77", "(1)")


def test_columns_for_two_subjects_give_two_claims() -> None:
    line = read("Date;Civilians killed;Civilians injured at least\n1 May 2017;16;5\n")[1]
    assert [(row["subject"], row["quantity_min"], row["quantity_max"]) for row in line.records] == [
        ("civilians_killed", 16, 16),
        ("civilians_injured", 5, None),
    ]


def test_two_ends_of_a_number_may_stand_in_two_columns() -> None:
    head = "Date\tSubject\tMin\tMax\n1 May 2017\tstrikes\t"
    (row,) = read(f"{head}16\t20")[1].records
    assert (row["quantity_min"], row["quantity_max"]) == (16, 20)
    (row,) = read(f"{head}\t20")[1].records
    assert (row["quantity_min"], row["quantity_max"]) == (None, 20)
    assert "“up to 9” stands under “Min”" in read(f"{head}up to 9\t20")[1].problem


def test_columns_may_be_given_by_their_place() -> None:
    (line,) = read("1 May 2017\tNo aircraft flew")
    assert "header" in line.problem
    (line,) = read("1 May 2017\tNo aircraft flew", columns="Date; In words", stance="denies")
    assert line.records == (
        {
            "belligerent": COALITION,
            "stance": "denies",
            "stated_on": "2017-05-01",
            "words": "No aircraft flew",
        },
    )


def test_a_claim_may_speak_of_all_countries_and_of_a_month() -> None:
    line = read(
        "Period;Country;Strikes\nMarch 2017;all;5\n", country="country/qasra", stance="claims"
    )[1]
    (row,) = line.records
    assert "country" not in row
    assert (row["date_start"], row["date_end"]) == ("2017-03-01", "2017-03-31")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("16", (16, 16)),
        ("1,308–2,435", (1308, 2435)),
        ("between 300 and 350", (300, 350)),
        ("from 3 to 5", (3, 5)),
        ("at least 50,000", (50_000, None)),
        ("50 000 or more", (50_000, None)),
        ("at most 9", (None, 9)),
        ("9 or fewer", (None, 9)),
        ("0", (0, 0)),
        ("–", (None, None)),
        ("١٦", (16, 16)),
    ],
)
def test_numbers_in_many_forms(text: str, found: tuple[int | None, int | None]) -> None:
    assert read_quantity(text)[:2] == found


@pytest.mark.parametrize("text", ["about 16", "dozens", "9–3", "16 or so", "> 9", "1-2-3"])
def test_what_is_no_exact_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_quantity(text)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("spring 2017\tstrikes\t5", "spring"),
        ("March 2017\tstrikes\t5", "call the column “Period”"),
        ("1 May 2017\thospitals\t5", "is not understood; write civilians killed"),
        ("1 May 2017\t\t5", "A number of what?"),
        ("1 May 2017\tstrikes\tsome", "leave it empty"),
        ("1 May 2017\tstrikes\t", "Neither a number nor words"),
        ("\tstrikes\t5", "No day"),
        ("1 May 2017\tstrikes\t5\t6", "4 columns"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_what_to_do(row: str, word: str) -> None:
    line = read(f"Date\tOf what\tNumber\n{row}")[1]
    assert word in line.problem
    assert line.records == ()
    assert line.text == row


def test_what_no_line_and_no_field_says_is_asked_for() -> None:
    text = "Date\tStrikes\n1 May 2017\t5"
    assert "No belligerent: choose one above" in read(text, belligerent=None)[1].problem
    assert "No position: choose one above" in read(text, stance=None)[1].problem
    unknown = read("Date\tParty\tStrikes\n1 May 2017\tAtlantis\t5")[1]
    assert "“Atlantis” is not a known name" in unknown.problem
    backwards = read("From\tUntil\tStrikes\n2 May 2017\t1 May 2017\t5")[1]
    assert "before it begins" in backwards.problem


def test_the_same_statement_twice_is_refused() -> None:
    first, second, other = read(
        "Date\tStrikes\tSpeaker\n1 May 2017\t5\tA\n1 May 2017\t6\tA\n1 May 2017\t6\tB"
    )[1:]
    assert first.problem == other.problem == ""
    assert "say who stated each" in second.problem


def test_what_is_recorded_is_the_same_or_differs() -> None:
    (values,) = read("Date\tStrikes\n1 May 2017\t5")[1].records
    assert compare(values, []) == ("new", -1)
    assert compare(values, [{**values, "stance": "denies"}]) == ("new", -1)
    assert compare(values, [{**values, "words": "five", "note": "x"}]) == ("same", 0)
    assert compare(values, [{**values, "quantity_max": None}]) == ("differs", 0)
    known = {**values, "address": "https://a.example", "date_end": "2017-05-01"}
    assert compare(values, [known]) == ("same", 0)
    assert compare({**values, "address": "https://b.example"}, [known]) == ("new", -1)


def test_a_header_is_not_taken_from_a_line_of_values() -> None:
    assert read_header(["1 May 2017", "Coalition", "claims", "Strikes", "5"]) is None
    assert read_header(["Date", "Country"]) is None
    assert read_header(["Coalition", "Strikes"]) is None


def test_every_position_and_subject_can_be_written_as_it_is_shown_and_stored() -> None:
    shown = {"munitions": "Munitions released", "other": "Something else"}
    for stance in STANCES:
        assert stance_of(stance.capitalize()) == stance
    for subject in SUBJECTS:
        assert subject_of(subject) == subject
        assert subject_of(shown.get(subject, subject.replace("_", " ").capitalize())) == subject
