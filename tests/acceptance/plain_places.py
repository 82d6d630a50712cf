"""The places of the witness: words sought in place names, angles summed around a point.

Standard library only, nothing of the program, as `plain_figures`.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_APOSTROPHES = re.compile("['`´ʹʻʼʽˈʾʿ‘’‛′＇ـء]")
_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ہ": "ه", "ھ": "ه", "ه": "ه"})
_ARTICLES = ("وال", "بال", "كال", "فال", "لل")


@dataclass(frozen=True, kw_only=True)
class Area:
    """A list of places, a polygon of (latitude, longitude), or both."""

    places: Sequence[str] = ()
    polygon: Sequence[tuple[float, float]] = ()


def is_there(record: dict[str, Any], asked: str | Area) -> bool:
    """Tell whether a record's place holds the words asked for, or lies in the area."""
    area = asked if isinstance(asked, Area) else Area(places=(asked,))
    names = [record.get("location_name"), record.get("location_name_arabic")]
    written = [words(name) for name in names if name]
    if any(_run(words(place), name) for place in area.places for name in written):
        return True
    points = record.get("geolocations") or []
    chosen = [point for point in points if point.get("primary")] or points
    if not area.polygon or not chosen or (len(chosen) > 1 and not chosen[0].get("primary")):
        return False
    latitude, longitude = chosen[0].get("latitude"), chosen[0].get("longitude")
    if latitude is None or longitude is None:
        return False
    return _turns(area.polygon, latitude, longitude)


def words(name: str) -> list[str]:
    """Return the words of a name: small, without marks, Arabic ones without their article."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold())
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Me", "Cf"})
    plain = _APOSTROPHES.sub("", plain.translate(_LETTERS))
    return [_bare(word) for word in re.findall(r"[^\W_]+", plain)]


def _bare(word: str) -> str:
    if word.startswith("ال") and len(word) >= 4:
        return word[2:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + 3:
            return word[len(article) :]
    return word


def _run(asked: list[str], name: list[str]) -> bool:
    """Tell whether words stand in a name one after another."""
    size = len(asked)
    return size > 0 and any(name[i : i + size] == asked for i in range(len(name) - size + 1))


def _turns(ring: Sequence[tuple[float, float]], latitude: float, longitude: float) -> bool:
    """Tell whether a simple ring turns once around a point: the sum of the angles it is seen by."""
    total = 0.0
    for (one, two), (three, four) in zip(ring, [*ring[1:], ring[0]], strict=True):
        before = math.atan2(one - latitude, two - longitude)
        after = math.atan2(three - latitude, four - longitude)
        total += (after - before + math.pi) % (2 * math.pi) - math.pi
    return abs(total) > math.pi
