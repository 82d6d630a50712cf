"""What the names in a search are looked up in: terms, people and areas of the casebook at hand."""

from sqlalchemy import Connection

from airwars_desk.rules.query import Query
from airwars_desk.rules.query_fields import FIELDS, PERSON, PLACES
from airwars_desk.rules.query_names import Names
from airwars_desk.store.lists import assignees
from airwars_desk.store.names import read_terms
from airwars_desk.store.people import read_people
from airwars_desk.store.places import NamedArea, area_of, read_areas, rows_inside


def names_of(connection: Connection, me: str | None, query: Query) -> Names:
    """Return the names that a query needs; what it does not name is not read."""
    asked = [FIELDS[one.field] for one in query.filters]
    vocabularies = sorted({known.vocabulary for known in asked if known.vocabulary})
    terms = read_terms(connection, vocabularies) if vocabularies else []
    people: dict[str, str] = {}
    if any(known.kind == PERSON for known in asked):
        people = {uid: uid for uid in assignees(connection)}
        people.update((person.uid, person.name) for person in read_people(connection))
    return Names(terms, people, me, _places(connection, query))


def _places(connection: Connection, query: Query) -> dict[tuple[str, str], set[int]]:
    """The rows inside each area that a query names, and inside each place that `in:` names."""
    asked = [
        (one.field, value) for one in query.filters if one.field in PLACES for value in one.values
    ]
    if not asked:
        return {}
    areas = read_areas(connection)
    named: dict[tuple[str, str], NamedArea] = {}
    for field, value in asked:
        area = area_of(areas, value)
        if area is None and field == "in":
            area = NamedArea(places=(value,))
        if area is not None:
            named[field, value] = area
    rows = rows_inside(connection, list(named.values())) if named else []
    return dict(zip(named, rows, strict=True))
