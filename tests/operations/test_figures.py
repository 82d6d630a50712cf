"""The verb's figures: names in, names out, unknown ones refused with the nearest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.errors import Refused
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import figures, filter_choices, resolve_filters
from airwars_desk.store.transact import transact


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = Office(folder=tmp_path / "office")
    opened = new_casebook(office, tmp_path / "c.casebook", "Ada", "supervisor")
    yield opened
    close(opened)


def _add_incident(desk: Desk) -> None:
    with transact(
        desk.store, person=desk.person, at="2026-01-02T03:04:05.000Z", operation="save_case"
    ) as work:
        work.append(
            "incident",
            "one",
            {
                "codes": ["AB1"],
                "date_start": "2017-03-05",
                "civilian_harm_reported": True,
                "tracked_belligerents": ["belligerent/russian-military"],
                "region": "Halab",
            },
        )
        work.append(
            "working_range",
            "range",
            {
                "incident": "one",
                "group": "group/civilians",
                "form": "group",
                "killed_min": 2,
                "killed_max": 5,
            },
        )


def test_an_empty_casebook_counts_nothing(desk: Desk) -> None:
    found = figures(desk)
    assert found["as_of"] is None
    assert list(found)[:3] == ["as_of", "filters", "state"]
    assert found["alleged"]["incidents"] == 0
    assert found["by_month"] == found["by_belligerent"] == []


def test_what_nobody_decided_stands_beside_the_sums(desk: Desk) -> None:
    _add_incident(desk)
    decided = figures(desk)
    assert (decided["incidents"], decided["alleged"]["incidents"]) == (1, 0)
    assert (decided["not_reviewed"]["killed_min"], decided["not_reviewed"]["killed_max"]) == (2, 5)
    assert decided["as_of"] == "2026-01-02T03:04:05.000Z"
    working = figures(desk, resolve_filters(desk, state="working", provinces=["Aleppo"]))
    assert working["alleged"]["killed_max"] == 5
    assert [row["name"] for row in working["by_belligerent"]] == ["Russian Military"]


def test_any_alias_names_a_term_and_the_echo_says_which(desk: Desk) -> None:
    filters = resolve_filters(
        desk,
        belligerents=["روسيا", "Russia", "belligerent/turkish-military"],
        provinces=["Ar-Raqqah"],
        month_from="2017-03",
        likely=["confirmed"],
    )
    assert filters.belligerents == ("belligerent/russian-military", "belligerent/turkish-military")
    assert figures(desk, filters)["filters"] == {
        "belligerents": ["Russian Military", "Turkish Military"],
        "countries": [],
        "provinces": ["Raqqa"],
        "places": [],
        "from": "2017-03",
        "to": None,
    }
    assert filters.likely == ("Confirmed",)


def test_an_unknown_name_is_refused_with_the_nearest_three(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        resolve_filters(desk, belligerents=["Rusian Militery"])
    assert refused.value.code == "unknown_name"
    assert "Russian Military" in refused.value.hint
    assert refused.value.hint.count("“") == 3
    with pytest.raises(Refused):
        resolve_filters(desk, provinces=["country/syria"])


def test_a_form_of_filters_offers_every_term(desk: Desk) -> None:
    offered = filter_choices(desk)
    assert ("belligerent/russian-military", "Russian Military") in offered["belligerent"]
    assert offered["country"]
    assert offered["province"]
