"""Which row of a list is which row of the same list as it was before. Pure.

Rows are recognised by an identifying text. What was renamed is found by its place: between the
same neighbours, in order. Nothing is ever matched across lists.
"""

from collections.abc import Sequence


def align(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return for each new row the index of the old row that it is, or None for an added one.

    What is equal from the top and from the end matches first; between them equal texts, the
    first of equals with the first; then the rest in their order between matched neighbours.

    >>> align(["Amal", "Basim", "Dima"], ["Amal", "Basem", "Dima", "Faris"])
    [0, 1, 2, None]
    >>> align(["Amal", "Basim"], ["Zain", "Amal", "Basim"])
    [None, 0, 1]
    """
    top = _run(old, new)
    rest = min(len(old), len(new)) - top
    end = _run(old[::-1][:rest], new[::-1][:rest])
    middle = _equal(old[top : len(old) - end], new[top : len(new) - end])
    found: list[int | None] = [
        *range(top),
        *(None if i is None else i + top for i in middle),
        *range(len(old) - end, len(old)),
    ]
    if None not in found:
        return found
    matched_new: dict[int, int] = {j: i for j, i in enumerate(found) if i is not None}
    matched_old = {i: j for j, i in matched_new.items()}
    left: dict[tuple[int, int], list[int]] = {}
    for i, gap in _gaps(len(old), {i: i for i in matched_old}):
        left.setdefault(gap, []).append(i)
    for j, gap in _gaps(len(new), matched_new):
        waiting = left.get(gap)
        if waiting:
            found[j] = waiting.pop(0)
    return found


def _run(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many texts are equal from the top."""
    count = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        count += 1
    return count


def _equal(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    waiting: dict[str, list[int]] = {}
    for i in range(len(old) - 1, -1, -1):
        waiting.setdefault(old[i], []).append(i)
    found: list[int | None] = []
    for text in new:
        rows = waiting.get(text)
        found.append(rows.pop() if rows else None)
    return found


def _gaps(size: int, matched: dict[int, int]) -> list[tuple[int, tuple[int, int]]]:
    """Return each unmatched index with the old rows matched before and behind it."""
    behind = [size] * size
    following = size + 1_000_000
    for index in range(size - 1, -1, -1):
        behind[index] = following
        following = matched.get(index, following)
    gaps: list[tuple[int, tuple[int, int]]] = []
    before = -1
    for index in range(size):
        if index in matched:
            before = matched[index]
        else:
            end = behind[index]
            gaps.append((index, (before, -1 if end > size + 999_999 else end)))
    return gaps
