"""What a sample incident is to be, decided before it is written: date, grade, parties, ranges."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, cycle, islice
from random import Random

from airwars_desk.formats.sample_places import (
    COALITION,
    FRONT,
    GOVERNMENT,
    ORLAND,
    QUARTERS,
    TOWNS,
    UNKNOWN,
    Party,
    Town,
)

NEWEST = (2024, 3)
"""The newest month of every sample."""
_WEIGHTS = (18, 10, 8, 9, 12, 7, 5, 0, 0, 14, 11, 6, 5, 5, 6, 4, 5, 4)
"""Share of the incidents per month, newest first; two months have none."""

_GRADES = (
    ("Confirmed", 4),
    ("Fair", 42),
    ("Weak", 17),
    ("Contested", 29),
    ("Discounted", 3),
    (None, 5),
)
_STATUS = {
    "Confirmed": ("Declared strike", "Likely strike"),
    "Fair": ("Likely strike", "Likely strike", "Declared strike"),
    "Weak": ("Single source claim",),
    "Contested": ("Contested strike",),
    "Discounted": ("Contested strike", "Likely strike"),
}
_RIVALS = ((GOVERNMENT, ORLAND), (COALITION, GOVERNMENT), (COALITION, FRONT), (ORLAND, FRONT))
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """The facts an incident's record is written from."""

    index: int
    number: int
    date: dt.date
    town: Town
    quarter: tuple[str, str] | None
    grade: str | None
    strike_status: str | None
    parties: tuple[Party, ...]
    killed: Bounds
    injured: Bounds

    @property
    def code(self) -> str:
        """The reference code: prefix of the first party and the running number."""
        prefix = self.parties[0].prefix if self.parties else UNKNOWN.prefix
        return f"{prefix}{self.number:04d}"

    @property
    def place(self) -> str:
        """The place in Latin letters."""
        return f"{self.town.name}, {self.quarter[0]}" if self.quarter else self.town.name

    @property
    def place_arabic(self) -> str:
        """The place in Arabic letters."""
        return f"{self.town.arabic}، {self.quarter[1]}" if self.quarter else self.town.arabic


class Calendar:
    """Spreads ``count`` incidents over the months, newest first: 18 months up to 300, then more."""

    def __init__(self, count: int) -> None:
        months = min(120, 18 + max(0, count - 300) // 100)
        self._ends = [float(end) for end in accumulate(islice(cycle(_WEIGHTS), months))]
        self._count = count

    def date(self, index: int) -> dt.date:
        """Return the date of the incident at ``index`` (0 is the newest)."""
        point = (index + 0.5) / self._count * self._ends[-1]
        back = bisect_right(self._ends, point)
        start = self._ends[back - 1] if back else 0.0
        share = (point - start) / (self._ends[back] - start)
        months = NEWEST[0] * 12 + NEWEST[1] - 1 - back
        first = dt.date(months // 12, months % 12 + 1, 1)
        days = ((first + dt.timedelta(days=32)).replace(day=1) - first).days
        return first + dt.timedelta(days=days - 1 - int(share * days))


def plan(rng: Random, index: int, count: int, date: dt.date) -> Plan:
    """Return what the incident at ``index`` is; the first few are fixed, so that none lacks."""
    fixed = _FIXED.get(index)
    grade = fixed.grade if fixed else _weighted(rng)
    quarter = rng.choice(QUARTERS) if rng.random() < 0.55 else None
    town = rng.choice(TOWNS)
    killed, injured = _range(rng), _injured(rng)
    if fixed and fixed.killed:
        killed = fixed.killed
    if index == 0:
        town, quarter, injured = TOWNS[5], QUARTERS[6], (None, None)
    status = rng.choice(_STATUS[grade]) if grade and rng.random() < 0.6 else None
    return Plan(
        index=index,
        number=count - index,
        date=date,
        town=town,
        quarter=quarter,
        grade=grade,
        strike_status=status,
        parties=fixed.parties if fixed and fixed.parties else _parties(rng, grade),
        killed=killed,
        injured=injured,
    )


@dataclass(frozen=True, slots=True)
class _Fixed:
    grade: str | None
    killed: Bounds | None = None
    parties: tuple[Party, ...] = ()


_FIXED = {
    0: _Fixed("Fair", (40, 420), (COALITION,)),
    1: _Fixed("Fair", (5, 8), (COALITION,)),
    2: _Fixed("Weak", (1, 3), (COALITION,)),
    3: _Fixed("Contested", (6, 9), (GOVERNMENT, ORLAND)),
    4: _Fixed(None, (None, None), (COALITION,)),
    5: _Fixed("Fair", (15, 21), (COALITION,)),
    6: _Fixed(None, (0, 2), (ORLAND,)),
    7: _Fixed("Confirmed", (7, 7), (COALITION,)),
    10: _Fixed("Weak", (0, 1), (COALITION,)),
    11: _Fixed("Fair", (11, 14), (ORLAND,)),
    12: _Fixed("Weak", (None, None), (COALITION,)),
    14: _Fixed(None, (2, 2), (COALITION,)),
    15: _Fixed("Contested", (1, 5), (FRONT, COALITION)),
    17: _Fixed("Fair", (3, 3), (COALITION,)),
    19: _Fixed("Fair", (2, 4), (GOVERNMENT,)),
}
_POPULATION = [grade for grade, _ in _GRADES]
_ENDS = list(accumulate(weight for _, weight in _GRADES))


def _weighted(rng: Random) -> str | None:
    return _POPULATION[bisect_right(_ENDS, rng.random() * _ENDS[-1])]


def _parties(rng: Random, grade: str | None) -> tuple[Party, ...]:
    """Return the suspected parties; Contested incidents mostly have two or three."""
    roll = rng.random()
    if grade == "Contested" and roll < 0.9:
        rivals = rng.choice(_RIVALS)
        return rivals if roll < 0.82 else (*rivals, UNKNOWN)
    if roll > 0.985:
        return ()
    if grade in ("Fair", "Confirmed") and roll > 0.95:
        return (COALITION, ORLAND)
    return (rng.choices((COALITION, GOVERNMENT, ORLAND, FRONT), (60, 20, 14, 6))[0],)


def _range(rng: Random) -> Bounds:
    """Return a killed range shaped as real ones: often nothing, mostly small, rarely wide."""
    roll = rng.random()
    if roll < 0.15:
        return None, None
    if roll < 0.19:
        return 0, 0
    if roll < 0.205:
        return 0, 1
    least = int(rng.paretovariate(1.05))
    if least > 45:
        least = 20 + least % 25
    if rng.random() < 0.66:
        return least, least
    return least, least + 1 + int(rng.expovariate(1 / (0.5 + least * 0.35)))


def _injured(rng: Random) -> Bounds:
    """Return an injured range; "dozens" is 12–24 and "several" 2–2, as the words are read."""
    roll = rng.random()
    if roll < 0.27:
        return None, None
    if roll < 0.31:
        return 12, 24
    if roll < 0.50:
        return 2, 2
    if roll < 0.62:
        return 0, 0
    least = min(80, int(rng.paretovariate(0.8)))
    return least, least if roll < 0.85 else least + 1 + int(rng.random() * 6)
