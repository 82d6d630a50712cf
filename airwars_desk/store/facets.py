"""How many incidents have which value, each field counted as if its own filter were off."""

from sqlalchemy import Connection

from airwars_desk.rules.query import Query
from airwars_desk.rules.query_fields import NONE
from airwars_desk.store.conditions import where

Counts = dict[str, int]

_COLUMNS = {
    "grade": "coalesce(lower(grade), CASE WHEN harm = 0 THEN 'event' ELSE 'none' END)",
    "state": "state",
    "date": "month",
    "province": "province",
    "harm": "CASE harm WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END",
    "assignee": "assignee",
}
_TERMS = {"belligerent": "tracked_belligerents", "country": "countries"}
FACETS = (*_COLUMNS, *_TERMS)


def facets(connection: Connection, query: Query) -> dict[str, Counts]:
    """Return value -> incidents by field; `none` stands for what is not recorded."""
    found = {}
    for name in FACETS:
        made = where(query.without(name))
        rows = connection.exec_driver_sql(statement(name, made.sql), made.bound)
        found[name] = {NONE if value is None else str(value): count for value, count in rows}
    return found


def statement(name: str, condition: str) -> str:
    """Return the SQL that counts one field below a condition on `listing`."""
    within = f" WHERE {condition}" if condition else ""
    if name in _COLUMNS:
        return f"SELECT {_COLUMNS[name]}, count(*) FROM listing{within} GROUP BY 1"
    joined = (
        "listing l LEFT JOIN counted_term t ON t.incident = l.incident"
        f" AND t.state = 'working' AND t.field = '{_TERMS[name]}'"
    )
    chosen = f" WHERE l.incident IN (SELECT incident FROM listing{within})" if condition else ""
    return f"SELECT t.term, count(*) FROM {joined}{chosen} GROUP BY 1"
