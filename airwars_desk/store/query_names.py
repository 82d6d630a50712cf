"""What the names in a search are looked up in: terms and people of the casebook at hand."""

from sqlalchemy import Connection

from airwars_desk.rules.query import Query
from airwars_desk.rules.query_fields import FIELDS, PERSON
from airwars_desk.rules.query_names import Names
from airwars_desk.store.lists import assignees
from airwars_desk.store.names import read_terms
from airwars_desk.store.people import read_people


def names_of(connection: Connection, me: str | None, query: Query) -> Names:
    """Return the names that a query needs; what it does not name is not read."""
    asked = [FIELDS[one.field] for one in query.filters]
    vocabularies = sorted({known.vocabulary for known in asked if known.vocabulary})
    terms = read_terms(connection, vocabularies) if vocabularies else []
    people: dict[str, str] = {}
    if any(known.kind == PERSON for known in asked):
        people = {uid: uid for uid in assignees(connection)}
        people.update((person.uid, person.name) for person in read_people(connection))
    return Names(terms, people, me)
