"""The floor of the month page: one hand-written statement per block that it shows."""
# ruff: noqa: S608 - SQL is put together from names of tables and columns only

import time
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

_R = """count(*), sum(killed_min), sum(killed_max), sum(injured_min), sum(injured_max),
 sum(children_killed_min), sum(children_killed_max), sum(women_killed_min), sum(women_killed_max),
 sum(killed_min IS NULL AND killed_max IS NULL)"""
_DECIDED = "c.state = 'decided' AND c.harm"
_HERE = f"{_DECIDED} AND c.month = :month"
_WAITING = (
    "c.state = 'working' AND c.harm AND NOT EXISTS"
    " (SELECT 1 FROM counted d WHERE d.incident = c.incident AND d.state = 'decided')"
)
_LIKELY = "c.grade IN ('Confirmed', 'Fair')"

BLOCKS: dict[str, str] = {
    "months": f"SELECT c.month, c.grade, {_R} FROM counted c WHERE {_DECIDED}"
    " GROUP BY c.month, c.grade",
    "months waiting": f"SELECT c.month, {_R} FROM counted c WHERE {_WAITING} GROUP BY c.month",
    "as of": "SELECT max(as_of) FROM listing",
    "by grade": f"SELECT c.grade, {_R} FROM counted c WHERE {_HERE} GROUP BY c.grade",
    "not reviewed": f"SELECT {_R} FROM counted c WHERE {_WAITING} AND c.month = :month",
    "belligerents": f"SELECT t.term, c.grade, {_R} FROM counted c LEFT JOIN counted_term t"
    " ON t.incident = c.incident AND t.state = 'decided' AND t.field = 'tracked_belligerents'"
    f" WHERE {_HERE} GROUP BY t.term, c.grade",
    "parts": "SELECT i.belligerent, i.part, count(*) FROM involvement i JOIN counted c"
    f" ON c.incident = i.incident WHERE i.is_live AND {_HERE} GROUP BY i.belligerent, i.part",
    "provinces": f"SELECT c.province, c.grade, {_R} FROM counted c WHERE {_HERE}"
    " GROUP BY c.province, c.grade",
    "conceded": "SELECT i.belligerent, sum(n.killed_min), sum(n.killed_max), count(*)"
    " FROM counted c JOIN involvement i ON i.incident = c.incident"
    f" JOIN concession n ON n.involvement = i.row WHERE n.is_live AND {_HERE}"
    " GROUP BY i.belligerent",
    "drivers": "SELECT l.uid, l.code, l.place, c.killed_min, c.killed_max FROM counted c"
    f" JOIN listing l ON l.incident = c.incident WHERE {_HERE} AND {_LIKELY}"
    " ORDER BY coalesce(c.killed_max, 0) - coalesce(c.killed_min, 0) DESC LIMIT 4",
    "open": "SELECT sum(l.state = 'in_review'), sum(l.state = 'returned'), sum(NOT EXISTS"
    " (SELECT 1 FROM incident_point p WHERE p.owner = l.incident)), sum(l.named), sum(l.sources)"
    f" FROM counted c JOIN listing l ON l.incident = c.incident WHERE {_HERE}",
}


def blocks(database: Path, month: str) -> float:
    """Return the seconds that all blocks take together, on a connection already open."""
    connection: Any = sqlite.connect(f"file:{database}?mode=ro", uri=True)
    try:
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        begun = time.perf_counter()
        for statement in BLOCKS.values():
            connection.execute(statement, {"month": month}).fetchall()
        return time.perf_counter() - begun
    finally:
        connection.close()
