"""The vocabularies of a casebook, for whoever shows or offers terms."""

from airwars_desk.operations.desk import Desk
from airwars_desk.store.names import TermLine, offered_terms


def list_terms(desk: Desk) -> list[TermLine]:
    """Every live term, by vocabulary, in the order of each vocabulary and then by label."""
    with desk.store.reading() as connection:
        return offered_terms(connection)
