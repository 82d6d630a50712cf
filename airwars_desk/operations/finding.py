"""What a person may mean by a few letters: codes, places, victims, sources, saved views.

Both scripts find each other's spellings as far as the folded search does. What is typed and what
is found are never logged.
"""

from airwars_desk.operations.desk import Desk
from airwars_desk.store import hits
from airwars_desk.store.hits import Hit

MOST = 6


def find_anything(desk: Desk, typed: str, most: int = MOST) -> list[Hit]:
    """Up to `most` hits of each kind, grouped in the order of the kinds; none for no words."""
    if not typed.strip():
        return []
    with desk.store.reading() as connection:
        return hits.find_hits(connection, typed, most)
