"""Where an incident lies, below its province: place names by their words, polygons by a point.

A place asked for is found in a place name that holds its words, whole and in their order, in any
script, folded, Arabic words without their article: "Mosul" finds "West Mosul", never "Mosulabad".
A point is inside a polygon by the even-odd rule, and on an edge it is inside. No polygon crosses
the line of the date. docs/decisions/0021-places.md says why.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from airwars_desk.rules.coordinates import is_in_range
from airwars_desk.rules.text import search_tokens, without_article

Point = tuple[float, float]

#: Degrees within which a point counts as on an edge: a tenth of a millimetre on the ground.
ON_EDGE: Final = 1e-9
_PAIR: Final = re.compile(
    r"[\[(]?\s*([+-]?\d{1,3}(?:[.٫]\d+)?)\s*°?\s*(?:[,;،\t]|\s)\s*([+-]?\d{1,3}(?:[.٫]\d+)?)\s*°?\s*[\])]?,?"
)


def place_form(text: str) -> str:
    """The words of a place name as they are compared.

    >>> place_form("Tell Maraya, bakery quarter"), place_form("الرقة") == place_form("رقه")
    ('tell maraya bakery quarter', True)
    """
    return " ".join(without_article(word) for word in search_tokens(text))


def holds(name_form: str, asked_form: str) -> bool:
    """Tell whether the words asked for stand in a place name; both as `place_form` gives them.

    >>> holds("west mosul", "mosul"), holds("mosulabad", "mosul"), holds("mosul", "")
    (True, False, False)
    """
    return bool(asked_form) and f" {asked_form} " in f" {name_form} "


def primary_point(points: Sequence[Mapping[str, Any]]) -> Point | None:
    """The point an incident counts at: the first primary one, or the only one (domain.md 1.1)."""
    chosen = next((point for point in points if point.get("is_primary")), None)
    if chosen is None and len(points) == 1:
        chosen = points[0]
    return _point((chosen.get("latitude"), chosen.get("longitude"))) if chosen else None


def ring_of(polygon: Any) -> tuple[Point, ...]:
    """The corners of a stored polygon; () where fewer than three can be read."""
    if not isinstance(polygon, list):
        return ()
    read = [_point(corner) for corner in polygon if isinstance(corner, list | tuple)]
    corners = [corner for corner in read if corner is not None]
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    return tuple(corners) if len(corners) > 2 else ()


def is_inside(ring: Sequence[Point], point: Point) -> bool:
    """Tell whether a point lies in a polygon, its edges included; the ring closes itself."""
    latitude, longitude = point
    inside = False
    for index, corner in enumerate(ring):
        before = ring[index - 1]
        if _is_on_edge(before, corner, point):
            return True
        if (corner[0] > latitude) != (before[0] > latitude):
            share = (latitude - corner[0]) / (before[0] - corner[0])
            if longitude < corner[1] + share * (before[1] - corner[1]):
                inside = not inside
    return inside


def read_corners(lines: Iterable[str]) -> tuple[list[list[float]], list[str]]:
    """Read a polygon from lines "latitude, longitude"; returns corners and lines not understood.

    >>> read_corners(["35.95, 38.99", "", "[36.0; 39.1]", "north of the river"])
    ([[35.95, 38.99], [36.0, 39.1]], ['north of the river'])
    """
    corners, refused = [], []
    for line in lines:
        if not line.strip():
            continue
        found = _PAIR.fullmatch(line.strip())
        numbers = [float(part.replace("٫", ".")) for part in found.groups()] if found else []
        if numbers and is_in_range(numbers[0], numbers[1]):
            corners.append(numbers)
        else:
            refused.append(line.strip())
    return corners, refused


def _point(pair: Any) -> Point | None:
    if len(pair) != 2 or not all(isinstance(one, int | float) for one in pair):
        return None
    latitude, longitude = float(pair[0]), float(pair[1])
    return (latitude, longitude) if is_in_range(latitude, longitude) else None


def _is_on_edge(one: Point, other: Point, point: Point) -> bool:
    """Tell whether a point lies on the straight line between two corners."""
    length = max(abs(other[0] - one[0]), abs(other[1] - one[1]))
    if length == 0:
        return one == point
    cross = (other[1] - one[1]) * (point[0] - one[0]) - (other[0] - one[0]) * (point[1] - one[1])
    if abs(cross) > ON_EDGE * length:
        return False
    return all(
        min(a, b) - ON_EDGE <= c <= max(a, b) + ON_EDGE
        for a, b, c in zip(one, other, point, strict=True)
    )
