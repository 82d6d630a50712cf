"""What the rows of attachments say of the files below `evidence/`, removed ones too."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from airwars_desk.store.rows import TABLES


class AttachmentRow(NamedTuple):
    """A live attachment; `cited` is the uid of the source it belongs to."""

    uid: str
    name: str | None
    media_type: str | None
    size: int | None
    sha256: str | None
    person: str | None
    attached_at: str | None
    position: int | None
    cited: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the rows of attachments say of a file: codes of its incidents, names, live or not."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    is_live: bool

    @property
    def told(self) -> str:
        """Names and codes, as a finding tells them."""
        return ", ".join((*self.names, *self.codes))


def known_files(connection: Connection) -> dict[str, Known]:
    """What rows say of files, by digest; of removed attachments too."""
    attachment, incident = TABLES["attachment"], TABLES["incident"]
    query = (
        select(attachment.c.sha256, attachment.c.name, attachment.c.is_live, incident.c.row)
        .join(incident, incident.c.row == attachment.c.incident)
        .where(attachment.c.sha256.is_not(None))
        .order_by(attachment.c.row)
    )
    found: dict[str, list[tuple[str, int, bool]]] = {}
    for digest, name, is_live, row in connection.execute(query):
        found.setdefault(digest, []).append((name or "", row, bool(is_live)))
    codes = _codes(connection)
    return {
        digest: Known(
            codes=_unique(code for _, row, _ in rows for code in codes.get(row, ())),
            names=_unique(name for name, _, _ in rows),
            is_live=any(is_live for _, _, is_live in rows),
        )
        for digest, rows in found.items()
    }


def rows_of(connection: Connection, incident: str) -> list[AttachmentRow]:
    """The live attachments of an incident in their order."""
    attachment, owner = TABLES["attachment"], TABLES["incident"]
    query = (
        _rows()
        .join(owner, owner.c.row == attachment.c.incident)
        .where(owner.c.uid == incident)
        .order_by(attachment.c.position, attachment.c.row)
    )
    return [AttachmentRow(*row) for row in connection.execute(query)]


def row_named(connection: Connection, uid: str) -> AttachmentRow | None:
    """A live attachment."""
    row = connection.execute(_rows().where(TABLES["attachment"].c.uid == uid)).first()
    return AttachmentRow(*row) if row is not None else None


def is_live(connection: Connection, kind: str, uid: str) -> bool:
    """Whether a record is stored and not deleted."""
    table = TABLES[kind]
    found = connection.execute(
        select(table.c.row).where(table.c.uid == uid, table.c.is_live.is_(True))
    )
    return found.first() is not None


def _rows() -> Select[Any]:
    attachment, citation = TABLES["attachment"], TABLES["citation"]
    columns = [attachment.c[name] for name in AttachmentRow._fields[:-1]]
    return (
        select(*columns, citation.c.uid)
        .select_from(attachment)
        .outerjoin(citation, citation.c.row == attachment.c.citation)
        .where(attachment.c.is_live.is_(True))
    )


def _codes(connection: Connection) -> dict[int, list[str]]:
    result = connection.exec_driver_sql(
        "SELECT owner, code FROM incident_code WHERE field = 'codes' "
        "AND owner IN (SELECT incident FROM attachment) ORDER BY owner, position"
    )
    codes: dict[int, list[str]] = {}
    for owner, code in result:
        codes.setdefault(owner, []).append(code)
    return codes


def _unique(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
