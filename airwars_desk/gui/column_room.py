"""How the columns of a list share the room there is: they shrink first, then the least go. Pure.

A column that is not named here was chosen by somebody: it goes after those that are there anyway.
"""

from collections.abc import Mapping, Sequence

from airwars_desk.gui.widgets.cells import Column

#: column -> (least width, width it likes, how early it goes; 0 = never)
ROOM: dict[str, tuple[int, int, int]] = {
    "code": (118, 122, 0),
    "date_start": (94, 102, 0),
    "place": (130, 170, 0),
    "place_local": (110, 140, 6),
    "killed_max": (64, 80, 0),
    "injured_max": (62, 84, 3),
    "grade": (56, 56, 0),
    "belligerents": (110, 150, 2),
    "sources": (80, 84, 4),
    "state": (104, 190, 0),
    "checks": (58, 60, 5),
    "province": (90, 120, 7),
    "decided_killed_max": (104, 112, 8),
    "decided_injured_max": (108, 116, 9),
    "named": (110, 116, 10),
    "decided_at": (94, 102, 11),
    "assignee": (84, 120, 12),
    "conflicts": (68, 72, 13),
}
#: column -> width from which its second text has room in every row; below it, it has in none
WHOLE = {"state": 150}

#: the same for what belligerents declare and claim
DECLARED: dict[str, tuple[int, int, int]] = {
    "declared_by": (112, 150, 0),
    "declared_country": (64, 84, 0),
    "declared_period": (92, 122, 0),
    "declared_strikes": (58, 64, 0),
    "declared_change": (60, 66, 2),
    "declared_to_date": (60, 72, 0),
    "declared_munitions": (78, 80, 3),
    "declared_munitions_to_date": (60, 72, 4),
    "declared_doubt": (90, 140, 1),
    "claimed_by": (100, 150, 0),
    "claimed_country": (64, 84, 1),
    "claimed_on": (96, 100, 0),
    "claimed_stance": (78, 84, 0),
    "claimed_subject": (130, 134, 0),
    "claimed_number": (78, 104, 0),
    "claimed_words": (90, 200, 2),
}
CHOSEN = 4
_ROOM = ROOM | DECLARED


def widths(
    columns: Sequence[Column], room: int, titles: Mapping[str, int] | None = None
) -> list[int]:
    """Return the width of each column, 0 for one that is hidden.

    Everything shown has at least its least width; what is left goes first to what the columns
    like, then to those that share the rest. `titles`: what the titles with marks need.
    """
    shown = list(columns)
    needs = titles or {}
    least = {column: max(_least(column), needs.get(column.key, 0)) for column in shown}
    while sum(least[column] for column in shown) > room:
        going = max(shown, key=_early)
        if not _early(going):
            break
        shown.remove(going)
    given = {column: least[column] for column in shown}
    left = max(0, room - sum(given.values()))
    for column in shown:  # first, where that leaves as much again to the others
        lacks = WHOLE.get(column.key, 0) - given[column]
        if 0 < 2 * lacks <= left:
            given[column] += lacks
            left -= lacks
    wishes = {column: max(0, _liked(column) - given[column]) for column in shown}
    wished = sum(wishes.values())
    for column, wish in wishes.items():
        given[column] += wish if wished <= left else left * wish // wished
        if given[column] < WHOLE.get(column.key, 0):
            given[column] = least[column]
    left = room - sum(given.values())
    sharing = [column for column in shown if not column.width] or shown[-1:]
    shares = sum(column.share for column in sharing) or 1
    for column in sharing:
        given[column] += max(0, left) * column.share // shares
    return [given.get(column, 0) for column in columns]


def _least(column: Column) -> int:
    return _ROOM[column.key][0] if column.key in _ROOM else column.width or 80


def _liked(column: Column) -> int:
    return max(_least(column), _ROOM[column.key][1] if column.key in _ROOM else column.width or 120)


def _early(column: Column) -> int:
    return _ROOM[column.key][2] if column.key in _ROOM else CHOSEN if column.key else 0
