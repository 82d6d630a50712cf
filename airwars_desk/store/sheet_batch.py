"""What hangs on some incidents, read in bulk for sheets: rows of columns, no cases, no models.

A workbook shows every record once, so objects per record cost more than what they are for. A
`Batch` holds the live records of all kinds that sheets show, as tuples in the order in which a
case would list them, and their terms, codes and points as stored.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import orjson
from sqlalchemy import Connection

from airwars_desk.records.field import Kind
from airwars_desk.records.kinds import CATALOGUES, OWNER_FIELD, OWNER_OF

BATCH: Final = 500
#: Of the database's pages, in kibibytes below nought, as SQLite wants it.
_CACHE: Final = -8192

#: Kinds that sheets show, owners before what hangs on them.
KINDS: Final = (
    "narrative",
    "working_range",
    "citation",
    "reported_count",
    "family",
    "victim",
    "involvement",
    "concession",
    "strike_report",
    "statement",
    "assessment",
    "decision",
    "decided_range",
)
#: Every record begins with these, then come its scalar fields in the order of the catalogue.
_FIRST: Final = ("row", "uid")
FIRST_FIELD: Final = len(_FIRST)
_LINKS: Final = {Kind.TERMS: "term", Kind.CODES: "code"}

Found = tuple[Any, ...]


@contextmanager
def read_once(connection: Connection) -> Iterator[None]:
    """Keep few pages in memory while everything is read once, in batches."""
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size={_CACHE}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={before}")


class Batch:
    """The records of some incidents.

    Attributes:
        incidents: by the incident's row.
        links: joined plural values by (kind, owner's row, field), terms by uid.
        points: of incidents, by row.
        standing: decisions that stand by incident, once somebody has asked.
    """

    def __init__(self, connection: Connection, incidents: Sequence[int]) -> None:
        self._cursor = connection.connection.cursor()  # plain tuples, at once
        self.standing: dict[int, list[Found]] = {}
        self.links: dict[tuple[str, int, str], list[str]] = {}
        self.points: dict[int, list[dict[str, Any]]] = {}
        self._under: dict[str, dict[int, list[Found]]] = {}
        rows = {"incident": list(incidents)}
        self.incidents = {
            found[0]: found for found in self._read("incident", "row", incidents, live=False)
        }
        self._read_links("incident", incidents)
        self._read_points(incidents)
        for kind in KINDS:
            owners = rows.get(OWNER_OF[kind], [])
            found = self._read(kind, OWNER_FIELD[kind], owners) if owners else []
            self._under[kind] = _by_owner(kind, found)
            rows[kind] = [record[0] for record in found]
            self._read_links(kind, rows[kind])

    def of(self, kind: str, owner: int) -> list[Found]:
        """The live records of a kind that hang on a record, in their order."""
        return self._under[kind].get(owner, [])

    def _read(
        self, kind: str, column: str, owners: Sequence[int], *, live: bool = True
    ) -> list[Found]:
        names = [*_FIRST, *(spec.name for spec in CATALOGUES[kind].scalars)]
        chosen = ", ".join(f'k."{name}"' for name in names)
        order = "coalesce(k.position, 0), k.uid" if "position" in names else "k.uid"
        alive = " AND k.is_live = 1" if live else ""
        return self._rows(
            f'SELECT {chosen} FROM "{kind}" k WHERE k."{column}" IN'
            f" (SELECT value FROM json_each(?)){alive} ORDER BY {order}",
            owners,
        )

    def _rows(self, statement: str, owners: Sequence[int]) -> list[Found]:
        self._cursor.execute(statement, (orjson.dumps(owners).decode(),))
        return list(self._cursor.fetchall())

    def _read_links(self, kind: str, owners: Sequence[int]) -> None:
        if not owners:
            return
        for link in {spec.kind for spec in CATALOGUES[kind].plurals} & _LINKS.keys():
            name = _LINKS[link]
            for owner, field, value in self._rows(
                f'SELECT l.owner, l.field, l."{name}" FROM "{kind}_{name}" l WHERE l.owner IN'
                " (SELECT value FROM json_each(?)) ORDER BY l.owner, l.field, l.position",
                owners,
            ):
                self.links.setdefault((kind, owner, field), []).append(value)

    def _read_points(self, owners: Sequence[int]) -> None:
        for owner, latitude, longitude, accuracy, primary in self._rows(
            "SELECT owner, latitude, longitude, accuracy, is_primary FROM incident_point"
            " WHERE owner IN (SELECT value FROM json_each(?)) AND field = 'points'"
            " ORDER BY owner, position",
            owners,
        ):
            self.points.setdefault(owner, []).append(
                {
                    "latitude": latitude,
                    "longitude": longitude,
                    "accuracy": accuracy,
                    "is_primary": bool(primary),
                }
            )


def place_of(kind: str, name: str) -> int:
    """Where a scalar field stands in the records of a kind."""
    return _PLACES[kind][name]


def _by_owner(kind: str, found: Iterable[Found]) -> dict[int, list[Found]]:
    owner = place_of(kind, OWNER_FIELD[kind])
    under: dict[int, list[Found]] = {}
    for record in found:
        under.setdefault(record[owner], []).append(record)
    return under


_PLACES: Final = {
    kind: {spec.name: n for n, spec in enumerate(CATALOGUES[kind].scalars, FIRST_FIELD)}
    for kind in ("incident", *KINDS)
}
