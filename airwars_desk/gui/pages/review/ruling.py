"""What the supervisor has before her: sides, and what she took or typed so far. No Qt, no disk."""

from collections.abc import Mapping
from typing import Any

from airwars_desk.rules.sides import (
    ASSESSMENT,
    DECISION,
    ROW_OF,
    ROWS,
    WORKING,
    Row,
    Side,
    differs,
    empty,
    first_choice,
    is_known,
    lost_ends,
    whose,
)


class Ruling:
    """The decision in the making: a value per row, and the side each was taken from.

    `taken[key]` is the number of a side, None for a value that was typed. `touched` are the rows
    that somebody took or typed, the others stand as they were laid out.
    """

    def __init__(self, sides: tuple[Side, ...] = ()) -> None:
        self.sides = sides
        self.touched: set[str] = set()
        self.values: dict[str, Any] = {row.key: empty(row) for row in ROWS}
        self.taken: dict[str, int | None] = dict.fromkeys(ROW_OF, None)
        if sides:
            for key, number in first_choice(sides).items():
                self.take(key, number)
        self.touched.clear()
        self.differing = [row for row in ROWS if differs(row, sides)]
        self.same = [row for row in ROWS if row not in self.differing]

    @property
    def old(self) -> Mapping[str, Any] | None:
        """The values decided now, None without a decision."""
        decided = [side for side in self.sides if side.kind == DECISION and side.uid]
        return decided[0].values if decided else None

    @property
    def working(self) -> Mapping[str, Any]:
        """The values of the working state."""
        return next((side.values for side in self.sides if side.kind == WORKING), {})

    def take(self, key: str, number: int) -> bool:
        """Take a side for a row; returns whether the side speaks of it."""
        if not 0 <= number < len(self.sides) or not self.sides[number].says(key):
            return False
        self.values[key] = self.sides[number].values[key]
        self.taken[key] = number
        self.touched.add(key)
        return True

    def take_all(self, number: int) -> bool:
        """Take a side for every row of which it says something; no blank replaces what is known.

        A blank is taken for one row at a time, on purpose.
        """
        took = [
            self.take(row.key, number)
            for row in ROWS
            if not self._is_blank(row.key, number) or not is_known(row.key, self.values[row.key])
        ]
        return any(took)

    def carry(self, old: "Ruling") -> list[str]:
        """Keep what was taken and typed when the same incident is laid out again.

        A value stays if the sides still say of its row what they said when it was typed. Returns
        the rows of which they do not: those stand as laid out anew.
        """
        left = []
        for key in (row.key for row in ROWS if row.key in old.touched):
            if self.said(key) == old.said(key):
                self.type(key, old.values[key])
            elif self.values[key] != old.values[key]:
                left.append(key)
        return left

    def before(self, key: str) -> Any:
        """What a decision would lose of a row: the last decision's value, else the working one."""
        lost = [one for one in self._known(key) if lost_ends(key, self.values[key], [one])]
        return lost[0] if lost else self.values[key]

    def is_lost(self, key: str) -> bool:
        """Whether a decision would leave unknown what was decided, or what the desk works with."""
        return lost_ends(key, self.values[key], self._known(key))

    @property
    def lost(self) -> list[Row]:
        """The rows that a decision would leave unknown."""
        return [row for row in ROWS if self.is_lost(row.key)]

    def _known(self, key: str) -> list[Any]:
        kinds = (DECISION, WORKING)
        return [side.values[key] for side in self.sides if side.kind in kinds and side.says(key)]

    def said(self, key: str) -> list[tuple[str, str, Any]]:
        """What each side says of a row."""
        return [
            (side.kind, side.person, side.values.get(key)) for side in self.sides if side.says(key)
        ]

    def _is_blank(self, key: str, number: int) -> bool:
        side = self.sides[number] if 0 <= number < len(self.sides) else Side(kind=WORKING)
        return not side.says(key) or not is_known(key, side.values[key])

    def type(self, key: str, value: Any) -> None:
        """Give a row a value of one's own; one that a side has is that side's again."""
        self.values[key] = value
        self.touched.add(key)
        equal = [
            number
            for number, side in enumerate(self.sides)
            if side.says(key) and side.values[key] == value
        ]
        assessed = [number for number in equal if self.sides[number].kind == ASSESSMENT]
        self.taken[key] = next(iter([*assessed, *equal]), None)

    def people(self, key: str) -> list[str]:
        """The people whose assessment says what is decided in a row."""
        return whose(key, self.values[key], self.sides)

    def is_changed(self, key: str, number: int) -> bool:
        """Whether a side differs from the last decision in a row."""
        first, side = self.sides[0], self.sides[number]
        return number > 0 and side.says(key) and side.values[key] != first.values.get(key)

    def rows(self, *, all_of_them: bool) -> list[Row]:
        """The rows to show: those that differ, and the others where asked for."""
        return [*self.differing, *(self.same if all_of_them else ())]
