"""The review of the sample: assessments that disagree, decisions, corrections, one withdrawal."""

from collections.abc import Sequence
from typing import Any, Final

from airwars_desk.formats.airwars_rows import name_based
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import delete_case, new_case, open_case, save_case
from airwars_desk.operations.history import undo
from airwars_desk.operations.review import decide
from airwars_desk.operations.sample_sources import civilians, killed
from airwars_desk.operations.sample_team import RESEARCHERS, SECOND, SUPERVISOR
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.store.transact import Transaction

_LOWER: Final = {"Confirmed": "Fair", "Fair": "Weak", "Weak": "Contested", "Contested": "Weak"}
_FIRST: Final = "{grade}: the sources name the place and the hour, and {number} of them count."
_SECOND: Final = (
    "{grade}: most of them repeat one account. I leave out the highest number; nobody is named "
    "beyond the lower one."
)
_NEWER: Final = "Two sources published since the decision; the higher number has a second origin."
_DECIDED: Final = "Both readings agree on the place; the ranges follow the origins that count."
_CORRECTED: Final = (
    "One of the injured died of wounds.",
    "A body was found under the rubble two days later.",
    "The list of the hospital names one more.",
    "A second list names one more; it turned out to be the same person.",
)
_REVIEWED, _DECISIONS = 8, 4


def review(desks: dict[str, Desk], waiting: Sequence[Case], decided: Sequence[Case]) -> None:
    """Assess what waits and some of what was decided, decide, and correct."""
    first, second = desks[RESEARCHERS[0]], desks[RESEARCHERS[1]]
    sent = [case for case in waiting if case.get(case.uid, "state") in ("in_review", "returned")]
    told = [case for case in decided if case.of("citation") and None not in killed(case)]
    known = told[:_REVIEWED]
    _assess(first, [*sent, *known], second=False)
    _assess(second, [*sent, *known], second=True)
    for case in known[:_DECISIONS]:
        decide(desks[SECOND], case.uid, grade=_grade(case), reason=_DECIDED)
    _assess(desks[RESEARCHERS[2]], known[1:_DECISIONS], second=False, reason=_NEWER)
    _correct(first, told[_REVIEWED : _REVIEWED + len(_CORRECTED)])
    _withdraw(desks[SUPERVISOR], first)


def _assess(desk: Desk, cases: Sequence[Case], *, second: bool, reason: str = "") -> None:
    """Write a person's assessments; the second reader grades lower and counts less."""

    def work(transaction: Transaction) -> None:
        for case in cases:
            uid = name_based("sample", case.uid, "assessment", desk.person or "", reason)
            values = _assessment(case, second=second, newer=bool(reason))
            values |= {"person": desk.person, "assessed_at": transaction.at}
            if reason:
                values["reason"] = reason
            known = {name: value for name, value in values.items() if value is not None}
            transaction.append("assessment", uid, known)

    write(desk, "assess", work)


def _assessment(case: Case, *, second: bool, newer: bool) -> dict[str, Any]:
    grade = _grade(case) or "Weak"
    least, most = killed(case)
    template = _SECOND if second else _FIRST
    grade = _LOWER.get(grade, grade) if second else grade
    if second and least is not None and most is not None and most > least:
        most -= max(1, (most - least) // 3)
    if newer and most is not None:
        most += 2
    numbers = {"killed_min": least, "killed_max": most}
    known = {name: value for name, value in numbers.items() if value is not None}
    counting = sum(item.values.get("role") == "own_count" for item in case.of("citation"))
    return {
        "incident": case.uid,
        "grade": grade,
        "strike_status": case.get(case.uid, "strike_status"),
        "ranges": [{"group": CIVILIANS, **known}] if known else None,
        "reason": template.format(grade=grade, number=counting),
    }


def _grade(case: Case) -> Any:
    """Return the grade that stands; one that waits is as good as its origins are many."""
    decisions = case.of("decision")
    if decisions:
        return decisions[0].values.get("grade")
    origins = {item.values.get("origin") for item in case.of("citation")} - {None}
    if len({item.values.get("belligerent") for item in case.of("involvement")}) > 1:
        return "Contested"
    return "Fair" if len(origins) > 1 else "Weak"


def _correct(desk: Desk, cases: Sequence[Case]) -> None:
    """Change a count of each, for a reason; the last of these corrections is undone."""
    change = None
    for case, reason in zip(cases, _CORRECTED, strict=False):
        now = open_case(desk, case.uid)
        item = civilians(now)
        if item is not None:
            most = item.values.get("killed_max") or 0
            now.set(item.uid, "killed_max", most + 1)
            change = save_case(desk, now, reason)
    if change is not None and len(cases) == len(_CORRECTED):
        undo(desk, change.id)


def _withdraw(supervisor: Desk, researcher: Desk) -> None:
    """Log an incident that turns out to be another one, and delete it."""
    case = new_case(researcher)
    case.set(case.uid, "codes", ["MQ0990"])
    case.set(case.uid, "location_name", "Wadi Sarim, grain store")
    case.set(case.uid, "location_name_arabic", "وادي صارم، مخزن الحبوب")
    case.set(case.uid, "date_type", "date")
    case.set(case.uid, "date_start", "2024-03-31")
    save_case(researcher, case)
    delete_case(supervisor, case.uid, "The same event as the grain store on 31 March 2024")
