"""Who may review, and who may decide: the rule of two people (DESIGN 3.2). Pure.

Who entered an incident does not decide it alone, unless the casebook's rules say so. "Entered"
is the person of the incident's first entry; what a file brought was entered by nobody here. An
incident whose only assessments are one person's is not decided by that person either.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from airwars_desk.errors import NotAllowed
from airwars_desk.i18n import tr

SUPERVISOR = "supervisor"


def may_manage(role: str, roles: Iterable[str]) -> bool:
    """Tell whether somebody may change the people and the rules of a casebook.

    Supervisors may; where none works in it anybody may, else nobody ever could.

    Args:
        role: of who wants to, "" when nobody is named.
        roles: of everybody in the casebook.

    >>> may_manage("researcher", ["researcher"]), may_manage("researcher", ["supervisor"])
    (True, False)
    """
    return bool(role) and (role == SUPERVISOR or SUPERVISOR not in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody before an incident, as far as permissions care.

    Attributes:
        person: who wants to act, None when nobody is named.
        role: the role of that person.
        entered_by: who made the first entry of the incident here, None for a file.
        assessors: the people who assessed it.
        may_decide_alone: the casebook lets one person enter and decide.
    """

    person: str | None
    role: str
    entered_by: str | None = None
    assessors: Set[str] = frozenset()
    may_decide_alone: bool = False


def refusal_to_review(seat: Seat) -> NotAllowed | None:
    """Return why somebody may not return or hold an incident, None where it is allowed."""
    if seat.role == SUPERVISOR and seat.person:
        return None
    return NotAllowed(
        tr("Only a supervisor reviews incidents."),
        tr("Assess it, and send it for review."),
    )


def refusal_to_decide(seat: Seat) -> NotAllowed | None:
    """Return why somebody may not decide an incident, None where it is allowed."""
    if seat.role != SUPERVISOR or not seat.person:
        return NotAllowed(
            tr("Only a supervisor decides."), tr("Assess the incident, and send it for review.")
        )
    if seat.may_decide_alone:
        return None
    if seat.entered_by == seat.person:
        return NotAllowed(
            tr("Who entered an incident does not decide it alone."),
            tr("Ask another supervisor, or allow it in the rules of the casebook."),
        )
    if seat.assessors == {seat.person}:
        return NotAllowed(
            tr("The only assessment of this incident is your own."),
            tr("Ask a second person to assess it, or allow it in the rules of the casebook."),
        )
    return None
