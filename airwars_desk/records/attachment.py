"""Attachments: files kept below `evidence/` under their SHA-256 (DESIGN 2, decision 19)."""

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field


class Attachment(Record, table=True):
    """A file that somebody attached to an incident, or to one of its citations.

    `sha256` (hexadecimal) names the file below `evidence/`; `size` is in bytes.
    """

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    citation: int | None = field(
        N_("Source"), Section.HIDDEN, Kind.REF, target="citation", index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    name: str | None = field(N_("File name"), Section.SOURCE, Kind.TEXT, searched=True)
    media_type: str | None = field(N_("Type"), Section.SOURCE, Kind.TEXT)
    size: int | None = field(N_("Size"), Section.SOURCE, Kind.INTEGER)
    sha256: str | None = field(N_("SHA-256"), Section.SOURCE, Kind.TEXT, index=True)
    person: str | None = field(N_("Attached by"), Section.WORK, Kind.TEXT)
    attached_at: str | None = field(N_("Attached"), Section.WORK, Kind.MOMENT)
    note: str | None = field(N_("Note"), Section.WORK, Kind.LONG_TEXT, confidential=True)
