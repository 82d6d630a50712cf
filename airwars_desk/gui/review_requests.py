"""What the window asks about assessing and deciding: functions for the worker, desk first."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk
    from airwars_desk.operations.waiting import Laid, Step, Waiting
    from airwars_desk.records.case import Case
    from airwars_desk.rules.effect import Place


def waiting(desk: "Desk") -> "list[Waiting]":
    """Return the incidents that wait for a decision."""
    from airwars_desk.operations.waiting import waiting as read

    return read(desk)


def count_waiting(desk: "Desk") -> dict[str, int]:
    """Return how many incidents wait."""
    from airwars_desk.operations.waiting import count_waiting as count

    return count(desk)


def lay(desk: "Desk", uid: str) -> "Laid":
    """Return one incident with all that a decision looks at."""
    from airwars_desk.operations.waiting import lay_side_by_side

    return lay_side_by_side(desk, uid)


def steps(desk: "Desk", uid: str) -> "list[Step]":
    """Return the way of an incident through review."""
    from airwars_desk.operations.waiting import steps_of

    return steps_of(desk, uid)


def figures_now(desk: "Desk", places: "Sequence[Place]") -> "dict[Place, dict[str, Any]]":
    """Return the decided figures of some months and belligerents."""
    from airwars_desk.operations.waiting import figures_of

    return figures_of(desk, places)


def to_assess(
    desk: "Desk", row: int | None, uid: str
) -> "tuple[Case, dict[str, Any] | None] | None":
    """Return an incident (of a row of the list, or by uid) and this person's last assessment."""
    from airwars_desk.gui.requests import uid_of
    from airwars_desk.operations.entry import open_case
    from airwars_desk.rules.sides import ASSESSMENT, sides_of, working_values

    wanted = uid or (uid_of(desk, row) if row is not None else None)
    if not wanted:
        return None
    case = open_case(desk, wanted)
    own = [
        side
        for side in sides_of(case, None)
        if side.kind == ASSESSMENT and side.person == desk.person
    ]
    working = working_values(case, None)
    return case, {**working, **own[-1].values} if own else None


def assess(desk: "Desk", uid: str, values: Mapping[str, Any], reason: str) -> "Change":
    """Add this person's assessment."""
    from airwars_desk.operations.review import assess as make

    return make(desk, uid, values, reason)


def may_decide(desk: "Desk", uid: str) -> str:
    """Return why this person may not decide an incident, "" where she may."""
    from airwars_desk.operations.entry import open_case
    from airwars_desk.operations.review import seat_of
    from airwars_desk.rules.permissions import refusal_to_decide

    refused = refusal_to_decide(seat_of(desk, open_case(desk, uid)))
    return str(refused) if refused is not None else ""


def decide(
    desk: "Desk", uid: str, values: Mapping[str, Any], reason: str, replaces: Sequence[str]
) -> "Change":
    """Decide an incident as taken and typed."""
    from airwars_desk.operations.review import decide as make

    return make(desk, uid, values=values, reason=reason, replaces=replaces)


def send(desk: "Desk", uid: str) -> "Change":
    """Send an incident for review."""
    from airwars_desk.operations.review import send_for_review

    return send_for_review(desk, uid)


def give_back(desk: "Desk", uid: str, notes: str) -> "Change":
    """Return an incident with notes."""
    from airwars_desk.operations.review import return_case

    return return_case(desk, uid, notes)


def hold(desk: "Desk", uid: str, reason: str) -> "Change":
    """Put an incident behind the others that wait."""
    from airwars_desk.operations.review import hold_case

    return hold_case(desk, uid, reason)
