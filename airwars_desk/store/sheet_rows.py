"""What a workbook asks the store: the selected incidents and as what they count.

What hangs on them is counted by SQL apart, so that a row lost on the way to a sheet shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from airwars_desk.records.kinds import OWNER_FIELD, OWNER_OF
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
    checks: int | None


def read_chosen(connection: Connection, filters: Filters) -> list[Chosen]:
    """The selected incidents by date, then code, the undated last."""
    chosen, values = chosen_incidents(located(connection, filters))
    terms = _terms(connection, chosen, values)
    sums = ", ".join(f"chosen.{name}" for name in SUMMED)
    found = connection.execute(
        text(
            f"WITH {chosen} SELECT chosen.incident, decided, chosen.state, chosen.harm,"
            " chosen.grade, chosen.date_start, chosen.month, chosen.province,"
            f" l.named, l.conflicts, l.checks, {sums}"
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
            checks=row.checks,
        )
        for row in found
    ]


def count_children(connection: Connection, filters: Filters, kinds: Sequence[str]) -> int:
    """How many live records of some kinds hang on the selected incidents."""
    chosen, values = chosen_incidents(located(connection, filters))
    counted = " UNION ALL ".join(f"SELECT count(*) AS n {_hanging(kind)}" for kind in kinds)
    found = connection.execute(text(f"WITH {chosen} SELECT sum(n) FROM ({counted})"), values)
    return int(found.scalar_one())


def _hanging(kind: str) -> str:
    """The records of a kind whose owners, up to the incident, are live."""
    joins, alias, above = "", "k0", kind
    where = ["k0.is_live = 1"]
    while OWNER_OF[above] != "incident":
        owner = OWNER_OF[above]
        joins += f' JOIN "{owner}" o{owner} ON o{owner}.row = {alias}."{OWNER_FIELD[above]}"'
        alias, above = f"o{owner}", owner
        where.append(f"{alias}.is_live = 1")
    where.append(f"{alias}.incident IN (SELECT incident FROM chosen)")
    return f'FROM "{kind}" k0{joins} WHERE {" AND ".join(where)}'


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
