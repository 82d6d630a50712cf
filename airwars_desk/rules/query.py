"""What a list shows: search text, order (DESIGN 6). Pure; facets come with a later page."""

from dataclasses import dataclass

#: columns a list can be sorted by, as the `listing` table names them
SORTABLE = (
    "code",
    "date_start",
    "place",
    "place_local",
    "killed_max",
    "injured_max",
    "grade",
    "belligerents",
    "sources",
    "state",
    "checks",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is asked of the list of incidents.

    `text`: words that all must occur, in any script, or a code. `sort`: column and direction
    ("asc" or "desc"), most important first; unknown values come last in both directions.
    """

    text: str = ""
    sort: tuple[tuple[str, str], ...] = (("date_start", "desc"),)
