"""Decisions, plain: a person decides, the former decisions are replaced (DESIGN 3.2)."""

from typing import Any

from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import new_uid, open_case
from airwars_desk.records.case import Case
from airwars_desk.records.counts import MAIN_GROUPS, NUMBERS
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store.rebuild import make_derived
from airwars_desk.store.transact import Transaction

_COPIED = ("strike_status", "civilian_harm_reported", "date_start", "countries",
           "tracked_belligerents")  # fmt: skip


def decide(desk: Desk, uid: str, *, grade: str | None, reason: str) -> Change:
    """Make the incident's working state the decided one, with `grade`.

    All decisions that stand are replaced; figures move with this and nothing else.
    """
    case = open_case(desk, uid)

    def work(transaction: Transaction) -> None:
        decision = new_uid()
        values = _decision(case, desk, grade, reason, transaction)
        transaction.append("decision", decision, values)
        if case.get(uid, "state") != "decided":
            transaction.append("incident", uid, {"state": "decided"}, parents=case.incident.heads)
        for item in case.of("working_range", uid):
            group = item.values.get("group")
            if group in MAIN_GROUPS and item.values.get("form", "group") == "group":
                numbers = {n: item.values[n] for n in NUMBERS if n in item.values}
                transaction.append(
                    "decided_range",
                    new_uid(),
                    {"decision": decision, "group": group, "form": "group", **numbers},
                )

    return write(desk, "decide", work, reason)


def _decision(
    case: Case, desk: Desk, grade: str | None, reason: str, transaction: Transaction
) -> dict[str, Any]:
    incident = case.incident.values
    province = make_derived(transaction.connection).province_of(incident.get("region"))
    values: dict[str, Any] = {
        "incident": case.uid,
        "grade": grade,
        "person": desk.person,
        "decided_at": transaction.at,
        "reason": reason or None,
        "province": province,
        "assessments": [item.uid for item in case.of("assessment")] or None,
        "replaces": [item.uid for item in standing_decisions(case)] or None,
        **{name: incident.get(name) for name in _COPIED},
    }
    return {name: value for name, value in values.items() if value is not None}
