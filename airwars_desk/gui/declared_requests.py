"""What the window asks about declared strikes, claims and areas, each a function for the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.declared import Declared
    from airwars_desk.operations.desk import Desk
    from airwars_desk.records.case import Item
    from airwars_desk.rules.aliases import Aliases


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the page "Declared" shows: records, what they come to, and the names one may paste."""

    tallies: "Sequence[Item]"
    claims: "Sequence[Item]"
    found: "Declared"
    names: "Aliases"


def board(desk: "Desk") -> Board:
    """Return all tallies and claims with the months they come to."""
    from airwars_desk.operations.declared import declared, names_to_paste
    from airwars_desk.operations.standalone import list_items

    return Board(
        tallies=list_items(desk, "strike_tally"),
        claims=list_items(desk, "belligerent_claim"),
        found=declared(desk),
        names=names_to_paste(desk),
    )


def save(desk: "Desk", items: "Sequence[Item]", reason: str = "") -> "Change":
    """Save tallies, claims or areas as one change, named after the first of them."""
    from airwars_desk.operations.standalone import save_items

    operation = {"belligerent_claim": "save_claims", "area": "save_areas"}
    kind = items[0].kind if items else ""
    return save_items(desk, operation.get(kind, "save_tallies"), items, reason)


def areas(desk: "Desk") -> "tuple[list[Item], list[int]]":
    """Return the areas and how many incidents lie inside each."""
    from airwars_desk.operations.areas import list_areas

    return list_areas(desk)


def inside(desk: "Desk", values: dict[str, Any]) -> int:
    """Return how many incidents lie inside an area as typed."""
    from airwars_desk.operations.areas import count_inside

    return count_inside(desk, values)
