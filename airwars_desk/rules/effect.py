"""What a decision would move in print: figures now, and with one incident changed. Pure.

An incident counts by its decided values in a month and under belligerents; a decision takes its
old part out of the sums and puts the new one in (rules/figures.py says what counts).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from airwars_desk.records.counts import CHILDREN, CIVILIANS, WOMEN
from airwars_desk.rules.dates import month_of
from airwars_desk.rules.figures import NO_GRADE, SUMMED, Figures, Range, blank
from airwars_desk.rules.filters import LIKELY
from airwars_desk.rules.sides import UNKNOWN

_PREFIXES: Final = (("", CIVILIANS), ("children_", CHILDREN), ("women_", WOMEN))


@dataclass(frozen=True, slots=True)
class Place:
    """A table of the figures: a month and a belligerent; None is all of them.

    An incident without a date shows in all months only, one without a belligerent under all.
    """

    month: str | None
    belligerent: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """One sum in one table: `name` is "alleged", "likely", "not_reviewed" or a grade."""

    name: str
    before: Range
    after: Range


def places_of(*values: Mapping[str, Any] | None) -> list[Place]:
    """The tables in which incidents with these row values show most plainly."""
    found: dict[Place, None] = {}
    for one in values:
        if one is None:
            continue
        start = one.get("date_start")
        month = month_of(start) if start else None
        for belligerent in one.get("tracked_belligerents") or (None,):
            found[Place(month, belligerent)] = None
    return list(found)


def moves(
    place: Place,
    before: Figures,
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any],
    working: Mapping[str, Any],
) -> list[Move]:
    """What a decision moves in one table: alleged and likely always, then what else changes.

    Args:
        place: the table.
        before: its figures now.
        old: the row values that are decided now, None without a decision.
        new: the row values about to be decided.
        working: those by which an incident without a decision stands beside the sums.
    """
    found = []
    for name, now in _sums(before).items():
        then = dict(now)
        if name == "not_reviewed":
            if old is None:
                _count(then, place, name, working, -1)
        else:
            if old is not None:
                _count(then, place, name, old, -1)
            _count(then, place, name, new, 1)
        if name in ("alleged", "likely") or then != now:
            found.append(Move(name, now, then))
    return found


def contribution(values: Mapping[str, Any]) -> Range:
    """What one incident adds to a sum."""
    added = blank()
    if not values.get("civilian_harm_reported"):
        return added
    added["incidents"] = 1
    for prefix, group in _PREFIXES:
        for what in ("killed", "injured"):
            pair = values.get(f"{what} {group}", UNKNOWN)
            for end, number in zip(("min", "max"), pair, strict=True):
                name = f"{prefix}{what}_{end}"
                if name in SUMMED:
                    added[name] = number or 0
    added["unknown"] = int(values.get(f"killed {CIVILIANS}", UNKNOWN) == UNKNOWN)
    return added


def _sums(before: Figures) -> dict[str, Range]:
    named = {name: before[name] for name in ("likely", "alleged", "not_reviewed")}
    return {**named, **before["by_grade"]}


def _count(sums: Range, place: Place, name: str, values: Mapping[str, Any], sign: int) -> None:
    """Add (or take away) an incident's part, if it stands in this table under this name."""
    if not _stands(values, place) or not _is_in(name, values.get("grade")):
        return
    for number, part in contribution(values).items():
        sums[number] += sign * part


def _stands(values: Mapping[str, Any], place: Place) -> bool:
    start = values.get("date_start")
    month = month_of(start) if start else None
    under = values.get("tracked_belligerents") or ()
    return place.month in (None, month) and (
        place.belligerent is None or place.belligerent in under
    )


def _is_in(name: str, grade: str | None) -> bool:
    if name in ("alleged", "not_reviewed"):
        return True
    return grade in LIKELY if name == "likely" else (grade or NO_GRADE) == name
