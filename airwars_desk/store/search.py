"""The folded full-text index: one row per incident, written once at the end of a transaction.

FTS5 with nothing but the index (no content); every text is folded by `rules/text.py` on both
sides. No trigger calls Python (decision 6); the table is rebuilt after every migration.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from airwars_desk.records.case import Case
from airwars_desk.records.field import Kind
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.narrative import without_tokens
from airwars_desk.rules.text import match_query, search_text

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(codes, places, sources, words, "
    "content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
)
_INSERT = text(
    "INSERT INTO search(rowid, codes, places, sources, words)"
    " VALUES (:row, :codes, :places, :sources, :words)"
)
_DELETE = text("DELETE FROM search WHERE rowid = :row")

_SEARCHED: dict[str, list[tuple[str, Kind]]] = {
    kind: [(spec.name, spec.kind) for spec in specs.specs.values() if spec.searched]
    for kind, specs in CATALOGUES.items()
}
#: what can be sought by `place:` and `source:` alone
_COLUMN = {
    ("incident", "location_name"): "places",
    ("incident", "location_name_arabic"): "places",
    ("incident", "location_names_other"): "places",
    ("incident", "region"): "places",
    ("citation", "name"): "sources",
    ("citation", "author"): "sources",
    ("citation", "author_translated"): "sources",
}


def search_row(case: Case, row: int) -> dict[str, Any]:
    """The searchable text of a case, folded, each text in one column."""
    incident = case.incident.values
    codes = [*incident.get("codes", ()), *incident.get("previous_codes", ())]
    parts: dict[str, dict[str, None]] = {column: {} for column in ("places", "sources", "words")}
    for item in case.items.values():
        if item.is_live:
            for name, kind in _SEARCHED[item.kind]:
                value = item.values.get(name)
                if item.kind == "narrative" and isinstance(value, str):
                    value = without_tokens(value)  # nobody seeks a uid
                if value is not None and kind is not Kind.CODES:
                    _collect(value, parts[_COLUMN.get((item.kind, name), "words")])
    texts = {column: search_text(found) for column, found in parts.items()}
    return {"row": row, "codes": search_text(codes), **texts}


def insert_rows(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Add incidents to the index that are not in it."""
    if rows:
        connection.execute(_INSERT, rows)


def delete_rows(connection: Connection, rows: Iterable[int]) -> None:
    """Take incidents out of the index."""
    gone = [{"row": row} for row in rows]
    if gone:
        connection.execute(_DELETE, gone)


def forget_deleted(connection: Connection) -> None:
    """Write the whole index anew, so that words of what was taken out leave the file too."""
    connection.execute(text("INSERT INTO search(search) VALUES ('optimize')"))


def find(connection: Connection, typed: str) -> list[int]:
    """The rows of incidents that hold all words typed; none when nothing was typed."""
    query = match_query(typed)
    if not query:
        return []
    result = connection.execute(
        text("SELECT rowid FROM search WHERE search MATCH :query"), {"query": query}
    )
    return list(result.scalars())


def _collect(value: Any, parts: dict[str, None]) -> None:
    if isinstance(value, str):
        parts[value] = None
    elif isinstance(value, list):
        for one in value:
            _collect(one, parts)
    elif isinstance(value, dict):
        for one in value.values():
            _collect(one, parts)
