"""Ranges of counts: how a minimum and a maximum are shown, added and doubted.

Null means unknown and differs from 0. A minimum above its maximum is shown and added as it is.
"""

from collections.abc import Iterable
from typing import Final

UNKNOWN: Final = "–"
ONE_BOUND: Final = "one_bound"
MIN_ABOVE_MAX: Final = "min_above_max"
NEGATIVE: Final = "negative"

_LEFT_TO_RIGHT: Final = "\u2066"
_END: Final = "\u2069"


def show(least: int | None, most: int | None) -> str:
    """Write a range for people.

    >>> show(15, 21), show(4, 4), show(2, None), show(None, 9), show(None, None), show(0, 0)
    ('15–21', '4', '2+', '≤9', '–', '0')
    """
    if least is None:
        return UNKNOWN if most is None else f"≤{most}"
    if most is None:
        return f"{least}+"
    return str(least) if least == most else f"{least}–{most}"


def show_isolated(least: int | None, most: int | None) -> str:
    """Write a range so that it reads from left to right inside text of any direction."""
    return f"{_LEFT_TO_RIGHT}{show(least, most)}{_END}"


def add(one: int | None, other: int | None) -> int | None:
    """Add two counts; an unknown one adds nothing, two unknown ones stay unknown.

    >>> add(2, 3), add(2, None), add(None, None)
    (5, 2, None)
    """
    if one is None:
        return other
    return one if other is None else one + other


def total(
    ranges: Iterable[tuple[int | None, int | None]],
) -> tuple[int | None, int | None]:
    """Add ranges, minimum and maximum each for itself."""
    least: int | None = None
    most: int | None = None
    for low, high in ranges:
        least = add(least, low)
        most = add(most, high)
    return least, most


def problems(least: int | None, most: int | None) -> tuple[str, ...]:
    """Return what is odd about a range: `one_bound`, `min_above_max`, `negative`."""
    found: list[str] = []
    if (least is None) != (most is None):
        found.append(ONE_BOUND)
    elif least is not None and most is not None and least > most:
        found.append(MIN_ABOVE_MAX)
    if (least is not None and least < 0) or (most is not None and most < 0):
        found.append(NEGATIVE)
    return tuple(found)
