"""A few hits per kind for a box in which anything is sought: codes, places, people, sources, views.

Candidates come from the folded index, newest incident first; what in them was meant is told by
folding the names again (the index keeps no text). No name is ever logged.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, text

from airwars_desk.rules.text import fold, match_query, search_text, search_tokens, without_article

CANDIDATES = 1000
Names = Sequence[str | None]


class Hit(NamedTuple):
    """One thing found.

    Args:
        kind: "code", "place", "victim", "source" or "view".
        uid: of the incident it leads to, or of the view.
        label: what was found.
        other: the same in another script, or what else tells it apart.
        code: the code of the incident now.
        date: its start date.
    """

    kind: str
    uid: str
    label: str
    other: str = ""
    code: str = ""
    date: str = ""


def find_hits(connection: Connection, typed: str, most: int) -> list[Hit]:
    """Up to `most` hits of each kind, in the order of the kinds."""
    rows = _candidates(connection, typed)
    meant = meaning(typed)
    return [
        *_codes(connection, typed, most),
        *_places(connection, rows, meant, most),
        *_owned(connection, "victim", _VICTIMS, rows, meant, most),
        *_owned(connection, "source", _SOURCES, rows, meant, most),
        *_views(connection, meant, most),
    ]


def meaning(typed: str) -> Callable[[Iterable[str | None]], bool]:
    """A test whether names hold all words that were typed, the last one as a beginning.

    >>> meaning("al mans")(["Al-Manṣūra"]), meaning("مَنص")(["المنصورة"]), meaning("x")(["y"])
    (True, True, False)
    """
    words = search_tokens(typed)
    first, last = [without_article(word) for word in words[:-1]], words[-1:]

    def test(names: Iterable[str | None]) -> bool:
        held = search_tokens(search_text(names))
        whole = {without_article(word) for word in held} | set(held)
        if not last or not all(word in whole for word in first):
            return False
        begun = (last[0], without_article(last[0]))
        return any(word.startswith(begun) for word in whole)

    return test


def _candidates(connection: Connection, typed: str) -> list[int]:
    query = match_query(typed)
    if not query:
        return []
    found = connection.execute(
        text("SELECT rowid FROM search WHERE search MATCH :query ORDER BY rowid DESC LIMIT :most"),
        {"query": query, "most": CANDIDATES},
    )
    return list(found.scalars())


def _codes(connection: Connection, typed: str, most: int) -> list[Hit]:
    code = fold(typed).replace(" ", "")
    if not code:
        return []
    found = connection.execute(
        text(
            "SELECT c.code AS written, l.uid, l.code, l.place, l.date_start FROM incident_code c"
            " JOIN listing l ON l.incident = c.owner WHERE c.folded >= :code AND c.folded < :end"
            " ORDER BY c.folded = :code DESC, length(c.folded), c.folded LIMIT :most"
        ),
        {"code": code, "end": code + "\U0010ffff", "most": most},
    )
    return [
        Hit("code", row.uid, row.written, row.place or "", row.code or "", row.date_start or "")
        for row in found
    ]


def _places(
    connection: Connection, rows: Sequence[int], meant: Callable[[Names], bool], most: int
) -> list[Hit]:
    found = connection.execute(
        text(
            "SELECT l.uid, l.place, l.place_local, i.region, l.code, l.date_start FROM listing l"
            " JOIN incident i ON i.row = l.incident"
            " WHERE l.incident IN (SELECT value FROM json_each(:rows)) ORDER BY l.incident DESC"
        ),
        {"rows": _numbers(rows)},
    )
    hits: list[Hit] = []
    for row in found:
        if len(hits) < most and meant((row.place, row.place_local, row.region)):
            label = row.place or row.place_local or row.region
            other = row.place_local if row.place else ""
            hits.append(
                Hit("place", row.uid, label, other or "", row.code or "", row.date_start or "")
            )
    return hits


_VICTIMS = (
    "SELECT v.name, v.name_local, v.names_other, l.uid, l.code, l.date_start FROM victim v"
    " JOIN listing l ON l.incident = v.incident"
    " WHERE v.is_live AND v.incident IN (SELECT value FROM json_each(:rows))"
    " ORDER BY v.incident DESC, v.position"
)
_SOURCES = (
    "SELECT c.name, c.author AS name_local, c.author_translated AS names_other,"
    " l.uid, l.code, l.date_start"
    " FROM citation c JOIN listing l ON l.incident = c.incident"
    " WHERE c.is_live AND c.incident IN (SELECT value FROM json_each(:rows))"
    " ORDER BY c.incident DESC, c.position"
)


def _owned(
    connection: Connection,
    kind: str,
    query: str,
    rows: Sequence[int],
    meant: Callable[[Names], bool],
    most: int,
) -> list[Hit]:
    hits: list[Hit] = []
    for row in connection.execute(text(query), {"rows": _numbers(rows)}):
        if len(hits) == most:
            break
        if meant((row.name, row.name_local, row.names_other)):
            label = row.name or row.name_local or row.names_other
            other = (row.name_local if row.name else "") or ""
            hit = Hit(kind, row.uid, label, other, row.code or "", row.date_start or "")
            if hit not in hits:  # one source cited twice by an incident leads there once
                hits.append(hit)
    return hits


def _views(connection: Connection, meant: Callable[[Names], bool], most: int) -> list[Hit]:
    found = connection.execute(
        text("SELECT uid, name, query FROM saved_view WHERE is_live ORDER BY position, row")
    )
    hits = [Hit("view", row.uid, row.name, row.query or "") for row in found if meant((row.name,))]
    return hits[:most]


def _numbers(rows: Iterable[int]) -> str:
    return "[" + ",".join(map(str, rows)) + "]"
