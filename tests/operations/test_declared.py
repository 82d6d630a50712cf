"""Declared strikes and claims of a casebook, by the filters of the figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.operations.declared import declared
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import resolve_filters
from airwars_desk.operations.history import undo
from airwars_desk.operations.standalone import list_items, new_item, save_items
from airwars_desk.records.case import Item
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.tallies import month_end

COALITION, RUSSIA = "belligerent/us-led-coalition", "belligerent/russian-military"
IRAQ, SYRIA = "country/iraq", "country/syria"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_casebook(Office(folder=tmp_path / "office"), tmp_path / "c.casebook", "Ada")
    yield opened
    close(opened)


def tally(country: str, month: str, belligerent: str = COALITION, **numbers: int) -> Item:
    return new_item(
        "strike_tally",
        belligerent=belligerent,
        country=country,
        date_start=f"{month}-01",
        date_end=month_end(month),
        **numbers,
    )


def save_march(desk: Desk) -> str:
    """Save what was published of February and March 2017 (domain.md 4)."""
    tallies = [
        tally(IRAQ, "2017-02", strikes=272, strikes_to_date=11_286),
        tally(SYRIA, "2017-02", strikes=547, strikes_to_date=7_397),
        tally(IRAQ, "2017-03", strikes_to_date=11_554),
        tally(SYRIA, "2017-03", strikes_to_date=7_831),
        tally(SYRIA, "2017-03", RUSSIA, strikes=40),
    ]
    return save_items(desk, "save_tallies", tallies).id


def test_a_casebook_without_declarations_says_so(desk: Desk) -> None:
    found = declared(desk)
    assert (found.as_of, found.series, found.claims) == (None, (), ())


def test_months_are_cut_after_the_change_was_worked_out(desk: Desk) -> None:
    save_march(desk)
    march = resolve_filters(
        desk, belligerents=["Coalition"], month_from="2017-03", month_to="2017-03"
    )
    found = declared(desk, march)
    assert [(one.belligerent_name, one.country_name) for one in found.series] == [
        ("U.S.-led Coalition", "Iraq"),
        ("U.S.-led Coalition", "Syria"),
    ]
    numbers = [
        (row.month, row.strikes.month, row.strikes.change, row.strikes.to_date)
        for one in found.series
        for row in one.months
    ]
    assert numbers == [("2017-03", 268, -1, 11_554), ("2017-03", 434, -21, 7_831)]
    assert found.as_of is not None


def test_belligerent_and_country_narrow_it(desk: Desk) -> None:
    save_march(desk)
    assert len(declared(desk).series) == 3
    assert [one.country for one in declared(desk, Filters(countries=(IRAQ,))).series] == [IRAQ]
    assert [one.belligerent for one in declared(desk, Filters(belligerents=(RUSSIA,))).series] == [
        RUSSIA
    ]


def test_what_contradicts_is_told_with_its_tallies(desk: Desk) -> None:
    save_march(desk)
    wrong = tally(IRAQ, "2017-04", strikes=10, strikes_to_date=11_500)
    save_items(desk, "save_tallies", [wrong])
    doubts = declared(desk, Filters(countries=(IRAQ,))).series[0].doubts
    assert [one.id for one in doubts] == ["sum_falls", "month_differs"]
    assert all(wrong.uid in one.uids for one in doubts)
    before = Filters(countries=(IRAQ,), month_to="2017-03")
    assert declared(desk, before).series[0].doubts == ()


def test_claims_stand_beside_the_months_they_concern(desk: Desk) -> None:
    overall = new_item(
        "belligerent_claim",
        belligerent=COALITION,
        stated_on="2016-12-14",
        stance="claims",
        subject="combatants_killed",
        quantity_min=50_000,
        words="fifty thousand fighters",
    )
    march = new_item(
        "belligerent_claim",
        belligerent=COALITION,
        country=SYRIA,
        date_start="2017-03-01",
        date_end="2017-03-31",
        stance="concedes",
        subject="civilians_killed",
        quantity_min=2,
        quantity_max=2,
    )
    change = save_items(desk, "save_claims", [march, overall])
    found = declared(desk, Filters(month_from="2017-03", month_to="2017-03")).claims
    assert [(one.subject, one.quantity_min, one.country_name) for one in found] == [
        ("combatants_killed", 50_000, None),
        ("civilians_killed", 2, "Syria"),
    ]
    april = Filters(countries=(IRAQ,), month_from="2017-04", month_to="2017-04")
    assert [one.uid for one in declared(desk, april).claims] == [overall.uid]
    undo(desk, change.id)
    assert declared(desk).claims == ()


def test_an_edit_moves_the_month(desk: Desk) -> None:
    save_march(desk)
    stored = next(
        item for item in list_items(desk, "strike_tally") if item.values["strikes_to_date"] == 7831
    )
    stored.values["strikes_to_date"] = 7832
    save_items(desk, "save_tallies", [stored])
    found = declared(desk, Filters(belligerents=(COALITION,), countries=(SYRIA,))).series[0]
    assert found.months[-1].strikes.month == 435
