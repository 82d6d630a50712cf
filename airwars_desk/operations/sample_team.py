"""The people of the sample and their clock: who does what, and when, the same in every sample."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from airwars_desk.operations.desk import Desk, Office, add_person

SUPERVISOR: Final = "L. Karim"
SECOND: Final = "K. Marsh"
RESEARCHERS: Final = ("D. Osei", "N. Sarimi", "R. Arudi")
_BEGIN: Final = datetime(2024, 11, 4, 8, 0, tzinfo=UTC)
_STEP: Final = timedelta(minutes=7)
_EVENING: Final = 17
_OPEN_SHARE: Final = 5  # among the newest fifth
_OPEN_MOST: Final = 60


@dataclass
class WorkingDays:
    """A clock that goes on by seven minutes each time it is read, in working hours."""

    at: datetime = _BEGIN

    def __call__(self) -> str:
        """Return the next moment, as the journal writes it."""
        self.at += _STEP
        if self.at.hour >= _EVENING:
            self.at = self.at.replace(hour=8, minute=0) + timedelta(days=1)
        return self.at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def at_work(office: Office) -> Office:
    """Return the office with a clock of its own, so that every sample tells the same story."""
    return replace(office, clock=WorkingDays())


def gather(desk: Desk) -> dict[str, Desk]:
    """Add the team to the casebook; returns everybody's desk by name."""
    desks = {desk.person_name: desk}
    for name, role in ((SECOND, "supervisor"), *((name, "researcher") for name in RESEARCHERS)):
        uid = add_person(desk, name, role)
        desks[name] = replace(desk, person=uid, person_name=name, role=role)
    return desks


def open_ones(count: int) -> frozenset[int]:
    """Return which incidents (0 is the newest) are still being worked on.

    >>> sorted(open_ones(60))
    [2, 5, 8, 11]
    """
    return frozenset(range(2, min(count // _OPEN_SHARE, _OPEN_MOST), 3))
