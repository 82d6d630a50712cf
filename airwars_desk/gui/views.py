"""What pages show, as plain frozen values; `gui/readings.py` makes them. Light to import."""

from dataclasses import dataclass

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which casebook is open and who works in it.

    Args:
        name: of its folder, "" for none.
        person: who works here.
        role: of that person.
        is_writable: it may be changed here.
        may_manage: the person may change its people and rules.
    """

    name: str = ""
    person: str = ""
    role: str = ""
    is_writable: bool = False
    may_manage: bool = False


@dataclass(frozen=True, slots=True)
class RangeLine:
    """One group's harm: working beside decided, as (least, most) with None for unknown."""

    label: str
    working: Pair
    decided: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All the preview under the list shows."""

    uid: str
    code: str
    place: str
    place_local: str
    when: str
    province: str
    ranges: tuple[RangeLine, ...] = ()
    why: str = ""
    narrative: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    more_sources: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What the foot of the list says of the incidents listed."""

    incidents: int
    alleged: Pair
    likely: Pair
    not_reviewed: int = 0
    not_reviewed_killed: Pair = (None, None)
    no_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The header of the incident page."""

    code: str = ""
    place: str = ""
    place_local: str = ""
    when: str = ""
    state: str = ""
    is_returned: bool = False
    is_sent: bool = False  # it waits for review, or is decided as it stands
    assignee: str = ""
    conflicts: int = 0
    working_killed: Pair = (None, None)
    working_injured: Pair = (None, None)
    is_decided: bool = False
    decided_on: str = ""
    decided_killed: Pair = (None, None)
    decided_injured: Pair = (None, None)
    grade: str | None = None
