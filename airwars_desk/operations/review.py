"""Assessing and deciding: one person grades, a supervisor decides what stands (DESIGN 3.2).

An assessment moves nothing that is counted and is never overwritten; only a decision does. An
incident goes from researching to in review, back as returned, and ends decided. What is said on
the way (notes of a return, why it is held) is the reason of that change in the journal.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from airwars_desk.errors import BadInput
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import check_texts, new_uid, open_case
from airwars_desk.records.case import Case
from airwars_desk.records.counts import MAIN_GROUPS
from airwars_desk.records.incident import GRADES
from airwars_desk.records.team import TEAM
from airwars_desk.rules.permissions import Seat, refusal_to_decide, refusal_to_review
from airwars_desk.rules.sides import (
    PLURAL,
    ROW_OF,
    assessors_of,
    newest_of_each,
    numbers_of,
    ranges_to_json,
    working_values,
)
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store import review as read
from airwars_desk.store.rebuild import make_derived
from airwars_desk.store.roots import read_roots
from airwars_desk.store.transact import Transaction

_ASSESSED: Final = ("grade", "strike_status", "civilian_harm_reported")
_LARGEST: Final = 10**9


def assess(desk: Desk, uid: str, values: Mapping[str, Any], reason: str) -> Change:
    """Add this person's assessment of an incident: a new record each time, the newest counts.

    Args:
        desk: the casebook, and who assesses.
        uid: the incident.
        values: row values by key (rules/sides.py): grade, strike status, harm, ranges.
        reason: why; an assessment says why.

    Raises:
        BadInput: no reason, or a value that cannot be.
    """
    _check(values, reason)
    case = open_case(desk, uid)

    def work(transaction: Transaction) -> None:
        told: dict[str, Any] = {
            "incident": case.uid,
            "person": desk.person,
            "assessed_at": transaction.at,
            "reason": reason.strip(),
            "ranges": ranges_to_json(values) or None,
            **{name: values.get(name) for name in _ASSESSED},
        }
        transaction.append("assessment", new_uid(), _known(told))

    return write(desk, "assess", work, reason.strip())


def decide(
    desk: Desk,
    uid: str,
    *,
    grade: str | None = None,
    reason: str,
    values: Mapping[str, Any] | None = None,
    replaces: Sequence[str] | None = None,
) -> Change:
    """Decide what stands of an incident; figures move with this and nothing else.

    Args:
        desk: the casebook, and the supervisor who decides.
        uid: the incident.
        grade: with the working state as it is; left out when `values` are given.
        reason: why; a decision says why.
        values: row values by key (rules/sides.py), as taken and typed; working ones stay as
            they are.
        replaces: uids of the standing decisions that the supervisor saw, by default all.

    Raises:
        NotAllowed: not a supervisor, or the one who entered or alone assessed it.
        BadInput: no reason, or a value that cannot be.
    """
    case = open_case(desk, uid)
    refused = refusal_to_decide(seat_of(desk, case))
    if refused is not None:
        raise refused
    decided = dict(values) if values is not None else {**_working(desk, case), "grade": grade}
    _check(decided, reason)
    standing = [item.uid for item in standing_decisions(case)]

    def work(transaction: Transaction) -> None:
        decision = new_uid()
        plain = {
            name: list(value) if name in PLURAL else value
            for name, value in decided.items()
            if not ROW_OF[name].is_range
        }
        told = {
            "incident": case.uid,
            **plain,
            "person": desk.person,
            "decided_at": transaction.at,
            "reason": reason.strip(),
            "assessments": [item.uid for item in newest_of_each(case)] or None,
            "replaces": [one for one in standing if replaces is None or one in replaces] or None,
        }
        transaction.append("decision", decision, _known(told))
        _move(transaction, case, "decided")
        for group in MAIN_GROUPS:
            numbers = numbers_of(decided, group)
            if numbers:
                told = {"decision": decision, "group": group, "form": "group", **numbers}
                transaction.append("decided_range", new_uid(), told)

    return write(desk, "decide", work, reason.strip())


def send_for_review(desk: Desk, uid: str, note: str = "") -> Change:
    """Hand an incident to the supervisors.

    Raises:
        BadInput: it is in review already.
    """
    case = open_case(desk, uid)
    if case.get(uid, "state") == "in_review":
        raise BadInput(tr("This incident is in review already."), code="invalid")
    return _moved(desk, case, "send_for_review", "in_review", note)


def return_case(desk: Desk, uid: str, notes: str) -> Change:
    """Give an incident back to its researcher, with notes that say what is missing.

    Raises:
        NotAllowed: not a supervisor.
        BadInput: no notes.
    """
    _check_supervisor(desk)
    _check_reason(notes, tr("Say what is missing: a return has notes."))
    return _moved(desk, open_case(desk, uid), "return_case", "returned", notes)


def hold_case(desk: Desk, uid: str, reason: str = "") -> Change:
    """Put an incident behind the others that wait, with what it waits for.

    Raises:
        NotAllowed: not a supervisor.
    """
    _check_supervisor(desk)
    return _moved(desk, open_case(desk, uid), "hold_case", "in_review", reason, again=True)


def seat_of(desk: Desk, case: Case) -> Seat:
    """Who sits before an incident, as the rules of permission ask."""
    with desk.store.reading() as connection:
        entered = read.entered_by(connection, case.uid)
        alone = may_decide_alone(connection)
    return Seat(
        person=desk.person,
        role=desk.role,
        entered_by=entered,
        assessors=assessors_of(case),
        may_decide_alone=alone,
    )


def may_decide_alone(connection: Any) -> bool:
    """Whether the rules of the casebook let one person enter and decide."""
    team = read_roots(connection, "team", with_heads=False)
    return any(item.values.get("may_decide_alone") is True for item in team if item.uid == TEAM)


def _moved(
    desk: Desk, case: Case, operation: str, state: str, reason: str, *, again: bool = False
) -> Change:
    check_texts(reason)
    return write(
        desk,
        operation,
        lambda transaction: _move(transaction, case, state, again=again),
        reason.strip(),
    )


def _move(transaction: Transaction, case: Case, state: str, *, again: bool = False) -> None:
    """Write another state; `again`: also where it is the same, so that the move is kept."""
    if again or case.get(case.uid, "state") != state:
        transaction.append("incident", case.uid, {"state": state}, parents=case.incident.heads)


def _working(desk: Desk, case: Case) -> dict[str, Any]:
    with desk.store.reading() as connection:
        province = make_derived(connection).province_of(case.get(case.uid, "region"))
    return working_values(case, province)


def _check_supervisor(desk: Desk) -> None:
    refused = refusal_to_review(Seat(person=desk.person, role=desk.role))
    if refused is not None:
        raise refused


def _check(values: Mapping[str, Any], reason: str) -> None:
    """Refuse what no grade and no count can be; what is merely odd is stored and flagged."""
    _check_reason(reason, tr("Give the reason: a grade says why."))
    unknown = sorted(values.keys() - ROW_OF.keys())
    if unknown:
        raise KeyError(unknown[0])
    if values.get("grade") not in (None, *GRADES):
        raise BadInput(tr("“{value}” is not a grade.").format(value=values["grade"]))
    check_texts([list(value) if isinstance(value, tuple) else value for value in values.values()])
    for key, value in values.items():
        if ROW_OF[key].is_range and not all(_is_count(number) for number in value):
            raise BadInput(tr("A count is a whole number, or nothing when it is not known."))


def _is_count(number: Any) -> bool:
    return number is None or (type(number) is int and abs(number) < _LARGEST)


def _check_reason(reason: str, sentence: str) -> None:
    check_texts(reason)
    if not reason.strip():
        raise BadInput(sentence, code="invalid")


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [])}
