"""Which incidents lie in a place: one pass over the place names, one over the points.

`located` turns the names in filters into the local rows of incidents, so that the statement of
the figures reads them as one bound list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import Connection, text

from airwars_desk.rules.areas import holds, is_inside, place_form, primary_point, ring_of
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedArea:
    """A named area: inside is what lies in one of its places or in its polygon."""

    uid: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    polygon: Any = None


def read_areas(connection: Connection) -> list[NamedArea]:
    """The live areas in the order they came."""
    found = connection.execute(
        text("SELECT uid, name, aliases, places, polygon FROM area WHERE is_live = 1 ORDER BY row")
    )
    return [
        NamedArea(
            uid=row.uid,
            name=row.name or "",
            aliases=_texts(row.aliases),
            places=_texts(row.places),
            polygon=orjson.loads(row.polygon) if row.polygon else None,
        )
        for row in found
    ]


def located(connection: Connection, filters: Filters) -> Filters:
    """The filters with the incidents of their places; without places they stay as they are."""
    if not filters.places:
        return filters
    areas = read_areas(connection)
    asked = [area_of(areas, name) or NamedArea(places=(name,)) for name in filters.places]
    inside = rows_inside(connection, asked)
    return replace(filters, inside=frozenset().union(*inside))


def area_of(areas: Iterable[NamedArea], name: str) -> NamedArea | None:
    """The area of that name, else the one with that alias, folded; None where there is none."""
    form, kept = place_form(name), list(areas)
    by_name = (area for area in kept if form and place_form(area.name) == form)
    by_alias = (area for area in kept if form in map(place_form, area.aliases))
    return next(by_name, None) or next(by_alias, None)


def rows_inside(connection: Connection, areas: Sequence[NamedArea]) -> list[set[int]]:
    """The local rows of the live incidents inside each of some areas."""
    found: list[set[int]] = [set() for _ in areas]
    forms = [tuple(filter(None, map(place_form, area.places))) for area in areas]
    if any(forms):
        for row, names in place_names(connection):
            written = [place_form(name) for name in names]
            for inside, asked in zip(found, forms, strict=True):
                if any(holds(name, one) for name in written for one in asked):
                    inside.add(row)
    rings = [ring_of(area.polygon) for area in areas]
    if any(rings):
        for row, points in _points(connection):
            point = primary_point(points)
            for inside, ring in zip(found, rings, strict=True):
                if ring and point is not None and is_inside(ring, point):
                    inside.add(row)
    return found


def place_names(connection: Connection) -> Iterable[tuple[int, list[str]]]:
    """The names of the place of every live incident that has one, in all scripts."""
    for row, latin, arabic, others in connection.execute(
        text(
            "SELECT row, location_name, location_name_arabic, location_names_other FROM incident"
            " WHERE is_live = 1"
        )
    ):
        names = [latin, arabic, *_texts(others)]
        if any(names):
            yield row, [name for name in names if name]


def known_names(connection: Connection) -> list[str]:
    """The names one may ask for: areas with their aliases, then places as written, each once."""
    names = [name for area in read_areas(connection) for name in (area.name, *area.aliases) if name]
    for _row, written in place_names(connection):
        names.extend(map(clean, written))
    return list(dict.fromkeys(names))


def frequent_names(connection: Connection, most: int) -> tuple[str, ...]:
    """The places of live incidents as written, those of most incidents first, at most so many."""
    found = connection.execute(
        text(
            "SELECT coalesce(location_name, location_name_arabic) AS name FROM incident"
            " WHERE is_live = 1 AND name IS NOT NULL"
            " GROUP BY name ORDER BY count(*) DESC, name LIMIT :most"
        ),
        {"most": most},
    )
    return tuple(dict.fromkeys(name for row in found if (name := clean(row.name))))


def _points(connection: Connection) -> Iterable[tuple[int, list[dict[str, Any]]]]:
    """The points of every live incident that has some, in their order."""
    points: dict[int, list[dict[str, Any]]] = {}
    for row in connection.execute(
        text(
            "SELECT p.owner, p.latitude, p.longitude, p.is_primary FROM incident_point p"
            " JOIN incident i ON i.row = p.owner WHERE i.is_live = 1 AND p.field = 'points'"
            " ORDER BY p.owner, p.position"
        )
    ):
        values = {
            "latitude": row.latitude,
            "longitude": row.longitude,
            "is_primary": bool(row.is_primary),
        }
        points.setdefault(row.owner, []).append(values)
    return points.items()


def _texts(stored: str | None) -> tuple[str, ...]:
    """The texts of a list kept as JSON; a name in another script may stand in an object."""
    found = orjson.loads(stored) if stored else []
    texts = []
    for one in found if isinstance(found, list) else []:
        value = one.get("name") or one.get("text") if isinstance(one, dict) else one
        if isinstance(value, str):
            texts.append(value)
    return tuple(texts)
