"""Lists of incidents, for the window and the command line."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from airwars_desk.operations.desk import Desk
from airwars_desk.rules.query import Listing, Query
from airwars_desk.rules.query_parse import parse
from airwars_desk.store import facets as counted
from airwars_desk.store import lists
from airwars_desk.store.lists import ListingRow, Totals
from airwars_desk.store.query_names import names_of


@dataclass(frozen=True, slots=True)
class Found:
    """A list: rows in their order, how many incidents there are, what was asked, by uid."""

    rows: "array[int]"
    total: int
    query: Query


def list_rows(desk: Desk, asked: Listing) -> "array[int]":
    """The local rows of the incidents asked for, in their order (never leave this casebook).

    Raises:
        BadQuery: a field, value or name that cannot be.
    """
    return find(desk, asked).rows


def find(desk: Desk, asked: Listing) -> Found:
    """The same, with how many incidents there are and the query with names resolved."""
    query = parse(asked.text)
    with desk.store.reading() as connection:
        known = names_of(connection, desk.person, query)
        resolved = known.resolve(query)
        rows = lists.find_rows(connection, resolved, asked.sort)
        total = lists.count_rows(connection, Query()) if query else len(rows)
    return Found(rows, total, resolved)


def facets(desk: Desk, text: str) -> dict[str, dict[str, int]]:
    """How many incidents have which value, each field as if its own filter were off."""
    query = parse(text)
    with desk.store.reading() as connection:
        resolved = names_of(connection, desk.person, query).resolve(query)
        return counted.facets(connection, resolved)


def read_page(desk: Desk, rows: Sequence[int]) -> list[ListingRow | None]:
    """What the list shows of some incidents, in the order given."""
    with desk.store.reading() as connection:
        return lists.read_page(connection, rows)


def list_totals(desk: Desk, rows: Sequence[int] | None = None) -> Totals:
    """The foot of a list: ranges of the incidents listed; None means all."""
    with desk.store.reading() as connection:
        return lists.totals(connection, rows)


def row_of(desk: Desk, uid: str) -> int | None:
    """The local row of an incident, or None if it is not listed."""
    with desk.store.reading() as connection:
        return lists.row_of(connection, uid)
