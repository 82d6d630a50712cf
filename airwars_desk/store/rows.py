"""Rows of current tables from values and back, by the catalogue; the only reader and writer.

Values are JSON-native and keyed by field name; references are uids in values and local `row`
numbers in columns, translated here. Written through Core, never through the ORM.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from airwars_desk.records.field import FieldSpec, Kind
from airwars_desk.records.kinds import CATALOGUES, LINKS, RECORDS, table_of
from airwars_desk.rules.text import fold
from airwars_desk.store.bulk import as_json, insert_tuples, json_columns

EXTRA = "extra"
TABLES = {kind: table_of(record) for kind, record in RECORDS.items()}


class Rows:
    """Writes rows inside one transaction and remembers which uid has which row."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._row_of: dict[tuple[str, str], int] = {}
        self._next: dict[str, int] = {}

    def row_of(self, kind: str, uid: str) -> int:
        """The local row of a record; one that is not here yet gets an empty row, not live."""
        found = self._row_of.get((kind, uid))
        if found is None:
            found = self._look_up(kind, [uid]).get(uid)
        if found is None:
            found = self.allocate(kind, uid)
            self._insert_rows(kind, [_columns(kind, {}, uid, found, is_live=False)])
        return found

    def known_rows(self, kind: str, uids: Iterable[str]) -> dict[str, int]:
        """The rows of those records that have one."""
        missing = [uid for uid in uids if (kind, uid) not in self._row_of]
        self._look_up(kind, missing)
        return {uid: self._row_of[kind, uid] for uid in uids if (kind, uid) in self._row_of}

    def allocate(self, kind: str, uid: str) -> int:
        """Reserve the next row for a new record."""
        if kind not in self._next:
            table = TABLES[kind]
            last = self.connection.execute(select(func.max(table.c.row))).scalar()
            self._next[kind] = (last or 0) + 1
        row = self._next[kind]
        self._next[kind] = row + 1
        self._row_of[kind, uid] = row
        return row

    def insert(self, kind: str, records: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Insert new live records (uid, values); owners must have been inserted before."""
        allocated = [(uid, values, self.allocate(kind, uid)) for uid, values in records]
        self._insert_rows(
            kind,
            [
                _columns(kind, self._translate(kind, values), uid, row, is_live=True)
                for uid, values, row in allocated
            ],
        )
        self._insert_links(kind, [(row, values) for _, values, row in allocated])

    def put(self, kind: str, records: Sequence[tuple[str, dict[str, Any], bool]]) -> list[int]:
        """Make rows and links hold exactly these values; insert what is missing.

        Args:
            kind: the kind of all records.
            records: (uid, values, is_live), each uid once.

        Returns:
            The rows, in the order given.
        """
        known = self.known_rows(kind, [uid for uid, _, _ in records])
        fresh: list[list[Any]] = []
        edited: list[list[Any]] = []
        rows: list[int] = []
        for uid, values, is_live in records:
            row = known.get(uid)
            batch = edited
            if row is None:
                row, batch = self.allocate(kind, uid), fresh
            translated = self._translate(kind, values)
            batch.append(_columns(kind, translated, uid, row, is_live=is_live))
            rows.append(row)
        self._insert_rows(kind, fresh)
        if edited:
            self._update(kind, edited)
        self._insert_links(
            kind, [(row, values) for row, (_, values, _) in zip(rows, records, strict=True)]
        )
        return rows

    def _insert_rows(self, kind: str, columns: list[list[Any]]) -> None:
        for position in _JSON[kind]:
            for row in columns:
                row[position] = as_json(row[position])
        insert_tuples(self.connection, TABLES[kind], [tuple(row) for row in columns])

    def _update(self, kind: str, edited: list[list[Any]]) -> None:
        """Rewrite rows that exist and take away their links."""
        table = TABLES[kind]
        names = _COLUMNS[kind][2:]
        statement = (
            update(table)
            .where(table.c.row == bindparam("of_row"))
            .values({name: bindparam(f"to_{name}") for name in names})
        )
        told = [
            {
                "of_row": columns[0],
                **{f"to_{name}": value for name, value in zip(names, columns[2:], strict=True)},
            }
            for columns in edited
        ]
        self.connection.execute(statement, told)
        owners = [{"of_owner": columns[0]} for columns in edited]
        for link_kind in {spec.kind for spec in CATALOGUES[kind].plurals}:
            link = LINKS[kind, link_kind]
            self.connection.execute(
                delete(link).where(link.c.owner == bindparam("of_owner")), owners
            )

    def _look_up(self, kind: str, uids: Sequence[str]) -> dict[str, int]:
        table = TABLES[kind]
        for start in range(0, len(uids), 500):
            chunk = uids[start : start + 500]
            for uid, row in self.connection.execute(
                select(table.c.uid, table.c.row).where(table.c.uid.in_(chunk))
            ):
                self._row_of[kind, uid] = row
        return {uid: self._row_of[kind, uid] for uid in uids if (kind, uid) in self._row_of}

    def _translate(self, kind: str, values: dict[str, Any]) -> dict[str, Any]:
        """Replace the uids of references by rows."""
        translated = values
        for spec in _REFS[kind]:
            uid = values.get(spec.name)
            if uid is not None:
                if translated is values:
                    translated = dict(values)
                translated[spec.name] = self.row_of(spec.target, uid)
        return translated

    def _insert_links(self, kind: str, owners: list[tuple[int, dict[str, Any]]]) -> None:
        batches: dict[Kind, list[tuple[Any, ...]]] = {}
        for spec in CATALOGUES[kind].plurals:
            for row, values in owners:
                for position, value in enumerate(values.get(spec.name) or ()):
                    link = (row, spec.name, position, *_link_columns(spec.kind, value))
                    batches.setdefault(spec.kind, []).append(link)
        for link_kind, batch in batches.items():
            insert_tuples(self.connection, LINKS[kind, link_kind], batch)


def read_rows(
    connection: Connection, kind: str, column: str, values: Sequence[Any]
) -> list[dict[str, Any]]:
    """Rows of a table as dictionaries of known (non-null) columns, where `column` is in values.

    References are still row numbers; `row`, `uid` and `is_live` are always there.
    """
    table = TABLES[kind]
    found: list[dict[str, Any]] = []
    for start in range(0, len(values), 500):
        chunk = values[start : start + 500]
        result = connection.execute(select(table).where(table.c[column].in_(chunk)))
        names = list(result.keys())
        found.extend(
            {name: value for name, value in zip(names, row, strict=True) if value is not None}
            for row in result.all()
        )
    return found


def read_links(
    connection: Connection, kind: str, rows: Sequence[int]
) -> dict[int, dict[str, list[Any]]]:
    """The plural values of records: row -> field -> values in their order."""
    found: dict[int, dict[str, list[Any]]] = {}
    for link_kind in {spec.kind for spec in CATALOGUES[kind].plurals}:
        table = LINKS[kind, link_kind]
        for start in range(0, len(rows), 500):
            chunk = rows[start : start + 500]
            query = (
                select(table)
                .where(table.c.owner.in_(chunk))
                .order_by(table.c.owner, table.c.field, table.c.position)
            )
            for link in connection.execute(query).mappings():
                fields = found.setdefault(link["owner"], {})
                fields.setdefault(link["field"], []).append(_link_value(link_kind, link))
    return found


def _columns(kind: str, values: dict[str, Any], uid: str, row: int, *, is_live: bool) -> list[Any]:
    """A row in the order of the table's columns."""
    get = values.get
    columns = [get(name) for name in _COLUMNS[kind]]
    columns[:3] = row, uid, is_live
    return columns


def _link_columns(kind: Kind, value: Any) -> tuple[Any, ...]:
    if kind is Kind.TERMS:
        return (value,)
    if kind is Kind.CODES:
        return (value, fold(value).replace(" ", ""))
    return tuple([value.get(name) for name in _POINT])


def _link_value(kind: Kind, link: Any) -> Any:
    if kind is Kind.TERMS:
        return link["term"]
    if kind is Kind.CODES:
        return link["code"]
    point = {name: link[name] for name in _POINT if link[name] is not None}
    if "is_primary" in point:
        point["is_primary"] = bool(point["is_primary"])
    return point


_POINT = ("latitude", "longitude", "accuracy", "is_primary", "note")
_COLUMNS: dict[str, list[str]] = {
    kind: [column.name for column in table.columns] for kind, table in TABLES.items()
}
_JSON = {kind: json_columns(table) for kind, table in TABLES.items()}
_REFS: dict[str, list[FieldSpec]] = {
    kind: [spec for spec in specs.scalars if spec.kind is Kind.REF]
    for kind, specs in CATALOGUES.items()
}
