"""Places in questions: what they resolve to, what they select, what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from airwars_desk.errors import Refused
from airwars_desk.operations.areas import count_inside, list_areas, resolve_places
from airwars_desk.operations.browse import list_rows
from airwars_desk.operations.desk import Desk, close
from airwars_desk.operations.entry import new_case, save_case
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.month import month_view
from airwars_desk.operations.standalone import list_items, new_item, save_items
from airwars_desk.operations.workbook import write_all
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.query import Listing
from airwars_desk.store.figures import chosen_incidents
from tests.store import books

RING = [[35.9, 38.9], [35.9, 39.1], [36.0, 39.1], [36.0, 38.9]]
WEST = ("Wadi Sarim, bakery", None, (35.95, 39.0))
EAST = ("East Sarim", "صارم الشرقية", (36.5, 39.0))
FAR = ("Sarimabad", None, (35.9, 39.0))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = books.make_desk(tmp_path, incidents=0)
    for place, arabic, point in (WEST, EAST, FAR):
        case = new_case(opened)
        case.set(case.uid, "location_name", place)
        case.set(case.uid, "location_name_arabic", arabic)
        latitude, longitude = point
        spot = {"latitude": latitude, "longitude": longitude, "is_primary": True}
        case.set(case.uid, "points", [spot])
        case.set(case.uid, "civilian_harm_reported", True)
        save_case(opened, case)
    yield opened
    close(opened)


def add_area(desk: Desk, **values: object) -> None:
    save_items(desk, "save_areas", [new_item("area", **values)])


def counted(desk: Desk, *places: str) -> int:
    found = figures(desk, resolve_filters(desk, places=places))
    return int(found["incidents"])


def test_words_of_a_place_find_it_in_either_script(desk: Desk) -> None:
    assert counted(desk, "sarim") == 2
    assert counted(desk, "SARIM", "Sarimabad") == 3
    assert counted(desk, "الصارم") == 1
    assert counted(desk, "east sarim") == 1


def test_the_echo_writes_places_as_the_casebook_does(desk: Desk) -> None:
    found = figures(desk, resolve_filters(desk, places=["east  SARIM", "Sarim", "east sarim"]))
    assert found["filters"]["places"] == ["East Sarim", "Sarim"]
    assert figures(desk)["filters"]["places"] == []


def test_an_area_comes_before_a_place_and_is_a_list_a_polygon_or_both(desk: Desk) -> None:
    add_area(desk, name="Sarim", aliases=["in and around Sarim"], places=["East Sarim"])
    assert counted(desk, "Sarim") == 1
    assert counted(desk, "In and around SARIM") == 1
    assert resolve_places(desk, ["in and around sarim"]) == ("Sarim",)
    add_area(desk, name="The bend", polygon=RING)
    assert counted(desk, "The bend") == 2  # one inside, one on an edge
    add_area(desk, name="All of it", places=["east sarim"], polygon=RING)
    assert counted(desk, "all of it") == 3
    items, inside = list_areas(desk)
    assert [item.values["name"] for item in items] == ["Sarim", "The bend", "All of it"]
    assert inside == [1, 2, 3]
    assert count_inside(desk, {"polygon": RING}) == 2


def test_a_search_finds_as_many_in_an_area_as_figures_count(desk: Desk) -> None:
    add_area(desk, name="Sarim", aliases=["the valley"], places=["East Sarim"], polygon=RING)
    for text, places in (
        ('place:"the valley"', ["the valley"]),
        ("in:SARIM", ["Sarim"]),
        ('in:"wadi sarim",Sarimabad', ["wadi sarim", "Sarimabad"]),
    ):
        assert len(list_rows(desk, Listing(text=text))) == counted(desk, *places) > 0
    assert len(list_rows(desk, Listing(text="in:sari"))) == 0
    assert len(list_rows(desk, Listing(text="place:sari"))) == 3  # no area: words, the last begun


def test_an_area_taken_away_is_a_place_again(desk: Desk) -> None:
    add_area(desk, name="Sarim", places=["East Sarim"])
    (stored,) = list_items(desk, "area")
    stored.is_live = False
    save_items(desk, "save_areas", [stored])
    assert counted(desk, "Sarim") == 2


def test_an_unknown_place_is_refused_with_the_nearest_three(desk: Desk) -> None:
    add_area(desk, name="West Sarim", places=["Wadi Sarim"])
    with pytest.raises(Refused) as refused:
        resolve_filters(desk, places=["Est Sarin"])
    assert refused.value.code == "unknown_name"
    assert refused.value.hint.startswith("Nearest: “East Sarim”")
    assert refused.value.hint.count("“") == 3
    with pytest.raises(Refused):
        resolve_filters(desk, places=["…"])


def test_where_nothing_has_a_place_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    empty = books.make_desk(tmp_path / "empty", incidents=0)
    with pytest.raises(Refused) as refused:
        resolve_filters(empty, places=["Sarim"])
    assert "Name an area" in refused.value.hint
    close(empty)


def test_a_place_moved_since_is_counted_where_it_is_now(desk: Desk) -> None:
    asked = resolve_filters(desk, places=["Sarimabad"])
    assert figures(desk, asked)["incidents"] == 1
    case = new_case(desk)
    case.set(case.uid, "location_name", "North of Sarimabad")
    save_case(desk, case)
    assert figures(desk, asked)["incidents"] == 2


def test_a_workbook_holds_the_incidents_of_the_place_and_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    asked = resolve_filters(desk, places=["Sarim"])
    out = tmp_path / "place.xlsx"
    assert write_all(desk, out, asked).rows["Incidents"] == 2
    sheet = load_workbook(out)["Summary"]
    assert any("Sarim" in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def test_places_nobody_looked_up_are_a_bug_and_no_filter_that_lets_all_pass() -> None:
    with pytest.raises(ValueError, match="looked up"):
        chosen_incidents(Filters(places=("Sarim",)))


def test_the_month_of_a_place_counts_the_same_incidents(desk: Desk) -> None:
    case = new_case(desk)
    case.set(case.uid, "location_name", "Sarim, mill")
    case.set(case.uid, "date_start", "2017-03-02")
    case.set(case.uid, "civilian_harm_reported", True)
    save_case(desk, case)
    found = month_view(desk, resolve_filters(desk, places=["Sarim"], state="working"), "2017-03")
    assert found["here"]["incidents"] == 1
    assert found["open"]["no_location"] == 1
