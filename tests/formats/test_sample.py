"""The sample: shape, determinism, speed and that nothing in it can be taken for real."""

from __future__ import annotations

import gzip
import json
import re
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from airwars_desk.formats.sample import DATASET, generate, write_sample

KEYS = """
dataset sequence airwars_id code codes previous_codes url page_captured countries conflicts
date_type date_start date_end local_time_type local_time_raw local_time_start local_time_end
first_reported_at first_reported_by first_reported_url published_date last_modified_date
location_name location_name_arabic region governorate province district geolocations
geolocation_status geolocation_assessor_id geolocation_assessed_on tracked_belligerents
belligerents targeted_belligerent_term_ids strike_types strike_status total_strikes
civilian_harm_reported grade grades causes_of_death_injury infrastructure infrastructure_tags
observations impacts munition_type munition_information casualties other_casualties
casualty_details incident_status has_declassified_document declassified_documents
reference_links narrative summary section_lengths geolocation_notes victims sources media
""".split()  # noqa: SIM905 - one per line would be a page
VICTIM = """
order name name_local sex pregnant age_group age_raw age_years status civilian_status_contested
profession_term_id profession notes url image_id family_index moh_id
""".split()  # noqa: SIM905 - one per line would be a page
SOURCE = """
order source_id format name author author_translated date platform language
platform_language_raw includes_video media_count url archive_url
""".split()  # noqa: SIM905 - one per line would be a page
MEDIA = """
order media_id type graphic url thumbnail_url source_id source_url caption
""".split()  # noqa: SIM905 - one per line would be a page


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return list(generate(300))


def test_every_record_has_the_keys_of_the_format_in_order(records: list[dict[str, Any]]) -> None:
    assert {tuple(record) for record in records} == {tuple(KEYS)}
    assert {tuple(row) for record in records for row in record["victims"]} == {tuple(VICTIM)}
    assert {tuple(row) for record in records for row in record["sources"]} == {tuple(SOURCE)}
    assert {tuple(row) for record in records for row in record["media"]} == {tuple(MEDIA)}
    assert len({len(row) for record in records for row in record["belligerents"]}) == 1
    assert {record["dataset"] for record in records} == {DATASET}


def test_equal_arguments_give_equal_records_and_bytes(tmp_path: Path) -> None:
    assert list(generate(60, seed=7)) == list(generate(60, seed=7))
    assert list(generate(60, seed=7)) != list(generate(60, seed=8))
    first, second = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"
    write_sample(first, 60)
    time.sleep(1.1)  # gzip stores seconds
    write_sample(second, 60)
    assert first.read_bytes() == second.read_bytes()
    with gzip.open(first, "rt", encoding="utf-8") as lines:
        assert [json.loads(line) for line in lines] == list(generate(60))


def test_ids_are_unique_and_dates_span_eighteen_months(records: list[dict[str, Any]]) -> None:
    assert len({record["airwars_id"] for record in records}) == 300
    months = {record["date_start"][:7] for record in records if record["date_start"]}
    assert (min(months), max(months)) == ("2022-10", "2024-03")
    assert len(months) == 16  # two months have no incident
    assert sum(record["date_start"] is None for record in records) == 1


def test_the_means_are_those_of_real_collections(records: list[dict[str, Any]]) -> None:
    def mean(key: str) -> float:
        return sum(len(record[key]) for record in records) / len(records)

    assert 5.0 < mean("sources") < 8.0
    assert 1.8 < mean("victims") < 3.6
    assert 1.2 < mean("belligerents") < 1.6
    assert 2.0 < mean("media") < 4.0


def test_the_special_cases_occur_even_in_twenty() -> None:
    records = list(generate(20))
    killed = [
        (r["casualties"]["civilians"]["killed_min"], r["casualties"]["civilians"]["killed_max"])
        for r in records
    ]
    assert killed.count((40, 420)) == 1
    assert (0, 1) in killed
    assert (None, None) in killed
    assert any(least is not None and least == most for least, most in killed)
    assert {r["civilian_harm_reported"] for r in records} == {True, False, None}
    assert {"Confirmed", "Fair", "Weak", "Contested", None} <= {r["grade"] for r in records}
    assert any(len(r["codes"]) == 2 for r in records)
    assert any(len(r["grades"]) == 2 for r in records)
    assert any(r["grade"] == "Contested" and len(r["tracked_belligerents"]) == 2 for r in records)
    assert any(row["deaths_conceded_min"] for r in records for row in r["belligerents"])
    assert any(r["casualties"]["children"]["killed_min"] == 6 for r in records)
    assert sum(len(r["narrative"]) > 32_767 for r in records) == 1
    assert all("\n\n" in r["narrative"] for r in records)
    assert all(r["narrative"].startswith(r["summary"]) for r in records)
    assert any(len({s["url"] for s in r["sources"]}) < len(r["sources"]) for r in records)


def test_ages_and_names_are_as_varied_as_real_ones() -> None:
    people = [row for record in generate(1500) for row in record["victims"]]
    ages = {row["age_raw"] for row in people}
    assert {"17-18", "3 months", "60s"} <= ages
    assert {"male", "female", None} == {row["sex"] for row in people}
    assert {"killed", "injured", None} == {row["status"] for row in people}
    assert any(row["name"] is None and row["name_local"] for row in people)
    assert any(row["name"] is None and row["name_local"] is None for row in people)
    for row in people:
        if row["age_raw"] and row["age_raw"].isdigit():
            assert row["age_years"] == int(row["age_raw"])


def test_every_address_is_on_the_reserved_domain() -> None:
    text = "\n".join(json.dumps(record, ensure_ascii=False) for record in generate(600))
    hosts = set(re.findall(r"[a-z]*ttps?://([^/\"\s]+)", text))
    assert hosts
    assert {host for host in hosts if not host.endswith(".example")} <= {"jawra"}
    for word in ("Syria", "Gaza", "Russia", "Israel", "twitter.com", "airwars.org"):
        assert word not in text


def test_derived_keys_agree() -> None:
    for record in generate(600):
        assert record["codes"] == str(record["code"]).split(" ")
        grades: Any = record["grades"]
        assert record["grade"] == (grades[0] if grades else None)
        assert record["has_declassified_document"] == bool(record["declassified_documents"])


def test_a_large_sample_comes_at_the_promised_speed() -> None:
    start = time.process_time()
    made = sum(1 for _ in islice(generate(100_000), 2_000))
    assert made == 2_000
    assert (time.process_time() - start) / 2_000 * 100_000 < 60
