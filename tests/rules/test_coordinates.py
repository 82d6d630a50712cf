"""Points on the earth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules import coordinates as c

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)
POINTS = st.tuples(LATITUDES, LONGITUDES)


@given(LATITUDES, LONGITUDES)
def test_points_of_the_earth_are_in_range(latitude: float, longitude: float) -> None:
    assert c.is_in_range(latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(91, 0), (0, 181), (36.2, 4239.0), (None, 37.1), (36.2, None), (float("nan"), 0)],
)
def test_what_is_no_point_is_out_of_range(latitude: float | None, longitude: float | None) -> None:
    assert not c.is_in_range(latitude, longitude)


def test_countries_know_their_points() -> None:
    assert c.is_in_countries(["country/syria"], 36.2, 37.16) is True
    assert c.is_in_countries(["country/gaza-strip"], 36.2, 37.16) is False
    assert c.is_in_countries(["country/gaza-strip", "country/syria"], 36.2, 37.16) is True
    assert c.is_in_countries(["country/#7"], 36.2, 37.16) is None
    assert c.is_in_countries([], 36.2, 37.16) is None


@given(POINTS, POINTS)
def test_distances_are_the_same_both_ways(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert c.distance_m(one, other) == pytest.approx(c.distance_m(other, one), abs=0.01)
    assert 0 <= c.distance_m(one, other) <= 20_016_000
    assert c.distance_m(one, one) == 0


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert c.distance_m((36, 37), (37, 37)) == pytest.approx(111_195, abs=1)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("37SEV010787", 100),
        ("37S EV 010 787 ", 100),
        ("37sev0101278712", 1),
        ("37S EV", 100_000),
        ("37SEV0178", 1000),
    ],
)
def test_grid_references_are_read_in_any_spacing(text: str, side: int) -> None:
    found = c.read_mgrs(text)
    assert found is not None
    assert found[2] == side
    assert c.distance_m((35.95, 39.01), found[:2]) < 120_000


def test_the_middle_of_the_square_is_meant() -> None:
    wide, fine = c.read_mgrs("37SEV010787"), c.read_mgrs("37SEV0105078750")
    assert wide is not None
    assert fine is not None
    assert c.distance_m(wide[:2], fine[:2]) < 2


@pytest.mark.parametrize(
    "text",
    [None, "", "n/a", "377SFU805225", "37SFU78615", "37SEV008784/37SEV009792", "37SZZ9999",
     "37SEV008788 or 37SEV020795", "77SEV0101", "1CAA11"],
)  # fmt: skip
def test_what_is_not_one_reference_is_not_guessed(text: str | None) -> None:
    assert c.read_mgrs(text) is None


@given(st.text(max_size=20))
def test_no_text_is_too_odd(text: str) -> None:
    found = c.read_mgrs(text)
    assert found is None or c.is_in_range(*found[:2])
