"""Ages as written, read into years."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.ages import Age, age_years, read_age


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("32", 32),
        ("32 years", 32),
        ("1 year", 1),
        ("8 years old", 8),
        ("1.5", 1.5),
        ("1.5 years", 1.5),
        ("0.2", 0.2),
        ("12.0", 12.0),
        ("1 month old", 0.08),
        ("2 months", 0.17),
        ("11 months", 0.92),
        ("12 months", 1.0),
        ("40 days", 0.11),
        ("25 days old", 0.068),
        (" 7 ", 7),
    ],
)
def test_what_is_plainly_an_age_is_a_number_of_the_right_type(text: str, years: float) -> None:
    assert age_years(text) == years
    assert type(age_years(text)) is type(years)


@pytest.mark.parametrize(
    "text",
    [None, "", "17-18", "60s", ".17", "1 and a half", "six months", "70+", "35/36", "63 or 54",
     "1 year 4 months", "adult", "٣٢", "9" * 40, "10 (also reported as 15)"],
)  # fmt: skip
def test_what_is_not_plainly_an_age_is_none(text: str | None) -> None:
    assert age_years(text) is None


@pytest.mark.parametrize(
    ("text", "years", "approximate"),
    [
        ("32", 32, False),
        ("1.5", 1.5, False),
        (".17", 0.17, False),
        ("3 months", 0.25, False),
        ("six months", 0.5, False),
        ("1 and a half", 1.5, False),
        ("one and half years", 1.5, False),
        ("1 year, 3 months", 1.25, False),
        ("1 year 10 days old", 1.027, False),
        ("One hour old", 0, False),
        ("3 weeks", 0.058, False),
        ("٣٢", 32, False),
        ("17-18", 17, True),
        ("16 or 17 years old", 16, True),
        ("7-9 months", 0.583, True),
        ("60s", 60, True),
        ("mid-late 20s", 20, True),
        ("80 plus", 80, True),
        ("70+", 70, True),
        ("10 (also reported as 15)", 10, True),
        ("about 40", 40, True),
        ("adult", None, False),
        ("", None, False),
        (None, None, False),
        ("9804531", None, False),
    ],
)
def test_ages_are_read(text: str | None, years: float | None, approximate: bool) -> None:
    assert read_age(text) == Age(years=years, approximate=approximate)


@given(st.one_of(st.text(max_size=30), st.from_regex(r"\d{1,3}[-/ ]?(s|years|months)?")))
def test_no_text_is_too_odd_and_plain_ages_are_read_alike(text: str) -> None:
    plain, read = age_years(text), read_age(text)
    if plain is not None and plain <= 150:
        assert read.years == pytest.approx(plain, abs=0.006)


@pytest.mark.real
@pytest.mark.parametrize("name", ["airwars-syria", "airwars-gaza"])
def test_every_real_age_agrees(real_parts: Path, name: str) -> None:
    checked = 0
    for path in (real_parts / name).glob("*.jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for victim in json.loads(line)["victims"]:
                    assert repr(age_years(victim["age_raw"])) == repr(victim["age_years"])
                    checked += 1
    assert checked > 0
