"""Points on the earth: degrees of WGS 84, boxes of countries, military grid references."""

import functools
import math
import re
import warnings
from collections.abc import Iterable
from typing import Final

from airwars_desk.records.vocabulary import load_vocabularies

Box = tuple[float, float, float, float]

_RADIUS_M: Final = 6_371_008.8
_MGRS: Final = re.compile(r"(0?[1-9]|[1-5]\d|60)([C-HJ-NP-X])([A-HJ-NP-Z][A-HJ-NP-V])(\d{0,10})")
_LOOSE: Final = re.compile(r"[\s.,:;\-\u200b-\u200f]+")


def is_in_range(latitude: float | None, longitude: float | None) -> bool:
    """Tell whether latitude and longitude, in degrees, are a point on the earth."""
    return (
        latitude is not None
        and longitude is not None
        and -90 <= latitude <= 90
        and -180 <= longitude <= 180
    )


@functools.cache
def country_boxes() -> dict[str, Box]:
    """Return the shipped boxes (south, west, north, east) by uid of the country."""
    return {term.uid: term.box for term in load_vocabularies() if term.box is not None}


def is_in_box(box: Box, latitude: float, longitude: float) -> bool:
    """Tell whether a point lies in a box of south, west, north, east."""
    south, west, north, east = box
    return south <= latitude <= north and west <= longitude <= east


def is_in_countries(countries: Iterable[str], latitude: float, longitude: float) -> bool | None:
    """Tell whether a point lies in the box of any of the countries (uids).

    None where none of them has a box, so that nothing can be said.
    """
    known = country_boxes()
    boxes = [known[uid] for uid in countries if uid in known]
    if not boxes:
        return None
    return any(is_in_box(box, latitude, longitude) for box in boxes)


def distance_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance in metres between two points (latitude, longitude) on a sphere."""
    south, north = math.radians(one[0]), math.radians(other[0])
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    )
    return 2 * _RADIUS_M * math.asin(math.sqrt(min(1.0, max(0.0, half))))


def read_mgrs(text: str | None) -> tuple[float, float, int] | None:
    """Read a military grid reference, in whatever spacing and case.

    Returns:
        Latitude and longitude of the middle of the square and its side in metres, or None where
        the text is not exactly one reference.

    >>> read_mgrs(" 37s EV 010787 ")[2], read_mgrs("377SFU805225"), read_mgrs("n/a")
    (100, None, None)
    """
    found = _MGRS.fullmatch(_LOOSE.sub("", text).upper()) if text else None
    if found is None or len(found[4]) % 2:
        return None
    from mgrs import MGRS
    from mgrs.core import MGRSError

    half = len(found[4]) // 2
    side_m = 10 ** (5 - half)
    east, north = found[4][:half], found[4][half:]
    if half < 5:
        east, north = f"{east}5".ljust(5, "0"), f"{north}5".ljust(5, "0")
    reference = f"{int(found[1])}{found[2]}{found[3]}{east}{north}"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            latitude, longitude = MGRS().toLatLon(reference)
        except (MGRSError, RuntimeWarning):  # no such square, or one outside its latitude band
            return None
    return latitude, longitude, side_m
