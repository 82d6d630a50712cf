"""Named areas and places: what a name resolves to, and how many incidents lie inside."""

from collections.abc import Iterable, Sequence
from typing import Any

from airwars_desk.errors import NotFound
from airwars_desk.i18n import tr
from airwars_desk.operations.desk import Desk
from airwars_desk.records.case import Item
from airwars_desk.rules.areas import holds, place_form
from airwars_desk.rules.text import clean
from airwars_desk.store.places import (
    NamedArea,
    area_of,
    frequent_names,
    known_names,
    read_areas,
    rows_inside,
)
from airwars_desk.store.roots import read_roots

MOST = 300
"""Places that a list of choices holds; any other can be typed."""


def resolve_places(desk: Desk, texts: Iterable[str]) -> tuple[str, ...]:
    """The names of areas or places as people write them, each as the casebook writes it.

    Raises:
        NotFound: no area and no incident's place is called so (`unknown_name`, with the nearest).
    """
    asked = list(texts)
    if not asked:
        return ()
    with desk.store.reading() as connection:
        areas = read_areas(connection)
        names = known_names(connection)
    forms = [(place_form(name), name) for name in names]
    return tuple(dict.fromkeys(_resolve(text, areas, forms) for text in asked))


def list_areas(desk: Desk) -> tuple[list[Item], list[int]]:
    """The areas in the order they came, and how many incidents lie inside each."""
    with desk.store.reading() as connection:
        items = read_roots(connection, "area")
        found = rows_inside(connection, [_named(item.values) for item in items])
    return items, [len(rows) for rows in found]


def area_names(desk: Desk) -> tuple[str, ...]:
    """The names of the areas in the order they came."""
    with desk.store.reading() as connection:
        return tuple(area.name for area in read_areas(connection) if area.name)


def place_names(desk: Desk, most: int = MOST) -> tuple[str, ...]:
    """The places of the incidents as written, those of most incidents first; at most `most`."""
    with desk.store.reading() as connection:
        return frequent_names(connection, most)


def count_inside(desk: Desk, values: dict[str, Any]) -> int:
    """How many incidents lie inside an area that need not be saved."""
    with desk.store.reading() as connection:
        return len(rows_inside(connection, [_named(values)])[0])


def _named(values: dict[str, Any]) -> NamedArea:
    return NamedArea(
        places=tuple(one for one in values.get("places") or () if isinstance(one, str)),
        polygon=values.get("polygon"),
    )


def _resolve(text: str, areas: Sequence[NamedArea], forms: Sequence[tuple[str, str]]) -> str:
    area = area_of(areas, text)
    if area is not None:
        return area.name
    form = place_form(text)
    same = next((name for known, name in forms if form and known == form), None)
    if same is not None:
        return same
    if any(holds(known, form) for known, _ in forms):
        return clean(text)
    near = _nearest(form, forms)
    raise NotFound(
        tr("No area or place is called “{name}”.").format(name=text),
        tr("Nearest: {names}.").format(names=", ".join(f"“{name}”" for name in near))
        if near
        else tr("Name an area first, or write a place as its incidents do."),
        code="unknown_name",
    )


def _nearest(form: str, forms: Sequence[tuple[str, str]]) -> list[str]:
    """The three names that come nearest, best first, one per form."""
    from rapidfuzz import fuzz

    names = dict(reversed(forms))
    names.pop("", None)
    ranked = sorted(
        names, key=lambda known: -(fuzz.ratio(form, known) + fuzz.WRatio(form, known) / 4)
    )
    return [names[known] for known in ranked[:3]]
