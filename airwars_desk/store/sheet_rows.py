"""What a workbook asks the store: the selected incidents and as what they count.

What hangs on them is counted by SQL apart, so that a row lost on the way to a sheet shows.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from airwars_desk.rules.figures import SUMMED
from airwars_desk.rules.filters import Filters
from airwars_desk.store.figures import chosen_incidents
from airwars_desk.store.places import located


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One selected incident as it counts: by its decision, or by its working values."""

    incident: int
    is_decided: bool
    state: str
    harm: bool | None
    grade: str | None
    date_start: str | None
    month: str | None
    province: str | None
    numbers: dict[str, int | None]
    countries: tuple[str, ...]
    belligerents: tuple[str, ...]
    named: int
    conflicts: int


def read_chosen(connection: Connection, filters: Filters) -> list[Chosen]:
    """The selected incidents by date, then code, the undated last."""
    chosen, values = chosen_incidents(located(connection, filters))
    terms = _terms(connection, chosen, values)
    sums = ", ".join(f"chosen.{name}" for name in SUMMED)
    found = connection.execute(
        text(
            f"WITH {chosen} SELECT chosen.incident, decided, chosen.state, chosen.harm,"
            " chosen.grade, chosen.date_start, chosen.month, chosen.province,"
            f" l.named, l.conflicts, {sums}"
            " FROM chosen JOIN listing l ON l.incident = chosen.incident"
            " ORDER BY chosen.date_start IS NULL, chosen.date_start, l.code, l.uid"
        ),
        values,
    )
    return [
        Chosen(
            incident=row.incident,
            is_decided=bool(row.decided),
            state=row.state,
            harm=None if row.harm is None else bool(row.harm),
            grade=row.grade,
            date_start=row.date_start,
            month=row.month,
            province=row.province,
            numbers={name: getattr(row, name) for name in SUMMED},
            countries=tuple(terms.get((row.incident, "countries"), ())),
            belligerents=tuple(terms.get((row.incident, "tracked_belligerents"), ())),
            named=row.named or 0,
            conflicts=row.conflicts or 0,
        )
        for row in found
    ]


def count_children(connection: Connection, filters: Filters, kind: str) -> int:
    """How many live records of a kind hang on the selected incidents."""
    if kind not in ("victim", "citation"):
        raise ValueError(kind)
    chosen, values = chosen_incidents(located(connection, filters))
    counted = connection.execute(
        text(
            f"WITH {chosen} SELECT count(*) FROM {kind} k"
            " WHERE k.is_live = 1 AND k.incident IN (SELECT incident FROM chosen)"
        ),
        values,
    )
    return int(counted.scalar_one())


def _terms(
    connection: Connection, chosen: str, values: dict[str, Any]
) -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for row in connection.execute(
        text(
            f"WITH {chosen} SELECT t.incident, t.field, t.term FROM chosen"
            " JOIN counted_term t ON t.incident = chosen.incident AND t.state = chosen.state"
            " ORDER BY t.incident, t.field, t.term"
        ),
        values,
    ):
        found.setdefault((row.incident, row.field), []).append(row.term)
    return found
