"""Lists of incidents, for the window and the command line."""

from array import array
from collections.abc import Sequence

from airwars_desk.operations.desk import Desk
from airwars_desk.rules.query import Listing
from airwars_desk.store import lists
from airwars_desk.store.lists import ListingRow, Totals


def list_rows(desk: Desk, asked: Listing) -> "array[int]":
    """The local rows of the incidents asked for, in their order (never leave this casebook)."""
    with desk.store.reading() as connection:
        return lists.find_rows(connection, asked)


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
