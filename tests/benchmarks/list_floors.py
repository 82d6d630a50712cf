"""The floors of the list: the same rows and counts through the bare driver, texts by LIKE."""

# ruff: noqa: S608 - SQL is put together from names of tables and columns only

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.floors import PRAGMAS

SEARCHED = (
    ("incident", "row", ("location_name", "location_name_arabic", "region", "summary", "notes")),
    ("narrative", "incident", ("text",)),
    ("citation", "incident", ("name", "author", "author_translated", "text", "text_translated")),
    ("family", "incident", ("name", "name_local")),
    ("victim", "incident", ("name", "name_local", "notes")),
)
"""Table, column that tells the incident, columns that hold words."""

_PAGE = "SELECT * FROM listing WHERE incident IN (SELECT value FROM json_each(?))"

_FACETS = {
    "grade": "SELECT grade, harm = 0, count(*) FROM listing {where} GROUP BY 1, 2",
    "state": "SELECT state, count(*) FROM listing {where} GROUP BY state",
    "month": "SELECT month, count(*) FROM listing {where} GROUP BY month",
    "province": "SELECT province, count(*) FROM listing {where} GROUP BY province",
    "harm": "SELECT harm, count(*) FROM listing {where} GROUP BY harm",
    "assignee": "SELECT assignee, count(*) FROM listing {where} GROUP BY assignee",
    "belligerent": "SELECT t.term, count(*) FROM listing l LEFT JOIN counted_term t"
    " ON t.incident = l.incident AND t.state = 'working' AND t.field = 'tracked_belligerents'"
    " {where} GROUP BY t.term",
    "country": "SELECT t.term, count(*) FROM listing l LEFT JOIN counted_term t"
    " ON t.incident = l.incident AND t.state = 'working' AND t.field = 'countries'"
    " {where} GROUP BY t.term",
}
"""One hand-written count per facet; a filter that is a facet too counts as if it were off."""


def reader(database: Path) -> Any:
    """Return a connection that reads a casebook with the settings of a casebook."""
    connection = sqlite.connect(f"file:{database}?mode=ro", uri=True)
    for pragma in PRAGMAS:
        if pragma.startswith(("temp_store", "cache_size")):
            connection.execute(f"PRAGMA {pragma}")
    return connection


def list_page(connection: Any, rows: Sequence[int]) -> list[Any]:
    """Read the rows of a page."""
    found: list[Any] = connection.execute(_PAGE, (json.dumps(list(rows)),)).fetchall()
    return found


def like_scan(connection: Any, word: str) -> set[int]:
    """Find the incidents that hold a word by looking through every text."""
    found: set[int] = set()
    for table, owner, columns in SEARCHED:
        tests = " OR ".join(f"{column} LIKE ?" for column in columns)
        bound = [f"%{word}%"] * len(columns)
        rows = connection.execute(f"SELECT {owner} FROM {table} WHERE {tests}", bound)
        found.update(row for (row,) in rows)
    return found


def facets(connection: Any, within: str) -> dict[str, list[Any]]:
    """Count every facet below a condition that speaks of harm and of sources."""
    found = {}
    for name, sql in _FACETS.items():
        condition = within.partition(" AND ")[2] if name == "harm" else within
        where = f"WHERE {condition}" if condition else ""
        found[name] = connection.execute(sql.format(where=where)).fetchall()
    return found
