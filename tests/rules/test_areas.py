"""Places by their words, points in polygons: edges inside, whatever the ring begins with."""

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from airwars_desk.rules.areas import (
    Point,
    holds,
    is_inside,
    place_form,
    primary_point,
    read_corners,
    ring_of,
)

SQUARE: tuple[Point, ...] = ((0, 0), (0, 10), (10, 10), (10, 0))
HORSESHOE: tuple[Point, ...] = (
    (0, 0), (0, 9), (9, 9), (9, 6), (3, 6), (3, 3), (9, 3), (9, 0),
)  # fmt: skip
DEGREE = st.integers(-80, 80)


@pytest.mark.parametrize(
    ("name", "asked", "expected"),
    [
        ("West Mosul", "mosul", True),
        ("Mosul, al-Jadida", "MOSUL", True),
        ("West Mosul", "west mosul", True),
        ("Mosul West", "west mosul", False),
        ("Mosulabad", "Mosul", False),
        ("حي الرقة القديم", "رقه", True),
        ("Wādī Ṣarīm", "wadi sarim", True),
        ("Dara'a", "daraa", True),
        ("Anywhere", "…", False),
    ],
)
def test_a_place_is_found_by_its_whole_words(name: str, asked: str, *, expected: bool) -> None:
    assert holds(place_form(name), place_form(asked)) is expected


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10))
def test_a_name_holds_itself_wherever_it_stands(name: str, before: str, after: str) -> None:
    form = place_form(name)
    assume(form)
    assert holds(form, form)
    assert holds(place_form(f"{before} {name} {after}"), form)


@given(st.lists(st.tuples(DEGREE, DEGREE), min_size=3, max_size=8, unique=True), st.data())
def test_corners_and_edges_are_inside(ring: list[Point], data: st.DataObject) -> None:
    corner = data.draw(st.integers(0, len(ring) - 1))
    share = data.draw(st.floats(0, 1))
    one, other = ring[corner - 1], ring[corner]
    between = (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
    assert is_inside(ring, ring[corner])
    assert is_inside(ring, between)


@given(
    st.lists(st.tuples(DEGREE, DEGREE), min_size=3, max_size=8, unique=True),
    st.tuples(st.floats(-85, 85), st.floats(-85, 85)),
    st.integers(0, 7),
)
def test_neither_beginning_nor_sense_nor_a_closing_point_matters(
    ring: list[Point], point: Point, turn: int
) -> None:
    found = is_inside(ring, point)
    turned = ring[turn % len(ring) :] + ring[: turn % len(ring)]
    assert is_inside(turned, point) is found
    assert is_inside(ring[::-1], point) is found
    assert is_inside([*ring, ring[0]], point) is found


@given(
    st.lists(st.floats(5, 40), min_size=5, max_size=9),
    st.floats(0, 2 * math.pi),
    st.floats(0, 2),
)
def test_a_star_holds_what_is_nearer_than_its_edge(
    reaches: list[float], angle: float, share: float
) -> None:
    corners = len(reaches)
    ring = [
        (reach * math.sin(2 * math.pi * n / corners), reach * math.cos(2 * math.pi * n / corners))
        for n, reach in enumerate(reaches)
    ]
    edge = _edge(ring, angle)
    assume(abs(share - 1) > 1e-6)
    point = (share * edge * math.sin(angle), share * edge * math.cos(angle))
    assert is_inside(ring, point) is (share < 1)


def _edge(ring: list[Point], angle: float) -> float:
    """How far the edge of a star around the origin lies in a direction."""
    sector = int(angle / (2 * math.pi) * len(ring)) % len(ring)
    (one, two), (three, four) = ring[sector], ring[(sector + 1) % len(ring)]
    rise, run = math.sin(angle), math.cos(angle)
    crossed = one * (four - two) - two * (three - one)
    return crossed / (rise * (four - two) - run * (three - one))


def test_a_bay_is_outside() -> None:
    assert is_inside(HORSESHOE, (1, 4))
    assert not is_inside(HORSESHOE, (6, 4))
    assert is_inside(HORSESHOE, (6, 3))
    assert not is_inside(SQUARE, (10.000001, 5))


@pytest.mark.parametrize(
    ("stored", "corners"),
    [
        ([[1, 2], [3, 4], [5, 7]], 3),
        ([[1, 2], [3, 4], [5, 7], [1, 2]], 3),
        ([[1, 2], [3, 4]], 0),
        ([[1, 2], [3, 4], [95, 7]], 0),
        ([[1, 2], [3, 4], ["a", None], [5, 7]], 3),
        (None, 0),
        ("ring", 0),
    ],
)
def test_a_polygon_is_read_or_is_none(stored: Any, corners: int) -> None:
    assert len(ring_of(stored)) == corners


def test_the_point_of_an_incident_is_its_first_primary_one_or_its_only_one() -> None:
    one, two = {"latitude": 1, "longitude": 2}, {"latitude": 3, "longitude": 4}
    assert primary_point([one]) == (1, 2)
    assert primary_point([one, two]) is None
    assert primary_point([one, {**two, "is_primary": True}]) == (3, 4)
    assert primary_point([{"latitude": 1}]) is None
    assert primary_point([{"latitude": 1, "longitude": 4239}]) is None
    assert primary_point([]) is None


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), max_size=6))
def test_corners_are_read_as_they_are_written(points: list[Point]) -> None:
    lines = [f"{latitude:.6f}, {longitude:.6f}" for latitude, longitude in points]
    corners, refused = read_corners(lines)
    assert refused == []
    assert corners == [[float(f"{one:.6f}"), float(f"{two:.6f}")] for one, two in points]


@given(st.lists(st.text(max_size=20), max_size=5))
def test_no_line_is_lost(lines: list[str]) -> None:
    corners, refused = read_corners(lines)
    assert len(corners) + len(refused) == sum(bool(line.strip()) for line in lines)
