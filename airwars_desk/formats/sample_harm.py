"""The harm of a sample incident: counts per group, professions and how many victims are listed."""

from __future__ import annotations

from random import Random
from typing import Any

from airwars_desk.formats.sample_people import Toll
from airwars_desk.formats.sample_plan import Bounds, Plan

Record = dict[str, Any]

_OLDER_GROUPS = (
    "persons_directly_participating_in_hostilities",
    "healthcare_personnel",
    "journalists",
)


def _counts(killed: Bounds, injured: Bounds) -> Record:
    return {
        "killed_min": killed[0],
        "killed_max": killed[1],
        "injured_min": injured[0],
        "injured_max": injured[1],
    }


def _part(rng: Random, whole: Bounds, share: float) -> Bounds:
    """Return a breakdown that stays within ``whole``, or nothing."""
    least, most = whole
    if not most or least is None or rng.random() < 0.55:
        return None, None
    part = int(most * share * rng.random() + rng.random())
    return min(least, part), max(min(least, part), part)


def casualties(rng: Random, what: Plan) -> Record:
    """Return the five groups; the breakdown stays within the civilians, as in a sound record."""
    killed, injured = what.killed, what.injured
    if what.grade is None and what.index != 6 and what.number % 3 == 2:
        killed = injured = (None, None)
    groups = {
        name: _counts(_part(rng, killed, share), _part(rng, injured, share / 3))
        for name, share in (("children", 0.4), ("women", 0.25), ("men", 0.35))
    }
    armed = 1 + int(rng.random() * 4)
    combatants: Bounds = (0, armed) if rng.random() < 0.04 else (None, None)
    return {
        "civilians": _counts(killed, injured),
        **groups,
        "belligerents": _counts(combatants, (None, None)),
    }


def others(rng: Random) -> Record:
    """Return the two ways of recording professions, each on one incident in thirty."""
    older: list[Record] = []
    newer: list[Record] = []
    if rng.random() < 0.035:
        older.append({"category": rng.choice(_OLDER_GROUPS), **_counts((1, 2), (None, None))})
    if rng.random() < 0.025:
        newer.append(
            {
                "type_term_id": 1086,
                "type": "Healthcare",
                "affiliation_term_id": None,
                "while_working": rng.random() < 0.3,
                **_counts((1, 1), (None, None)),
            }
        )
    return {"other_casualties": older, "casualty_details": newer}


def toll(rng: Random, what: Plan) -> Toll:
    """Return how many victims are listed: for half of the incidents, never above the maxima."""
    most = what.killed[1] or 0
    if what.index == 0:
        return Toll(killed=46, injured=3, unnamed=4)
    if not most or rng.random() < 0.35:
        return Toll(0, 0, 0)
    killed = min(most, 1 + int(most * (0.3 + rng.random() * 0.7)))
    injured = int((what.injured[1] or 0) * rng.random() * 0.4)
    unnamed = int(rng.random() * 3) if killed > 4 else 0
    return Toll(killed, injured, unnamed)
