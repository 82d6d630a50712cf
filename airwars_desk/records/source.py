"""Sources, shared by incidents, and citations, their use by one incident (domain.md 1.4)."""

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field

ROLES = ("own_count", "repeats", "names_victims", "media_only", "denial", "context")


class Source(Record, table=True):
    """A publication: one address, compared in normal form (rules/urls.py)."""

    form: str | None = field(N_("Comparison form"), Section.HIDDEN, Kind.TEXT, index=True)
    address: str | None = field(N_("Address"), Section.SOURCE, Kind.ADDRESS)


class Citation(Record, table=True):
    """The use of a source by one incident; everything is kept as cited there."""

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    source: int | None = field(N_("Source"), Section.HIDDEN, Kind.REF, target="source", index=True)
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    role: str | None = field(N_("Role"), Section.SOURCE, Kind.CHOICE, choices=ROLES)
    origin: str | None = field(N_("Origin"), Section.SOURCE, Kind.TEXT)
    name: str | None = field(N_("Source"), Section.SOURCE, Kind.TEXT, searched=True)
    address: str | None = field(N_("Address"), Section.SOURCE, Kind.ADDRESS)
    archive_address: str | None = field(N_("Archived at"), Section.SOURCE, Kind.ADDRESS)
    author: str | None = field(N_("Author"), Section.SOURCE, Kind.TEXT, searched=True)
    author_translated: str | None = field(
        N_("Author, translated"), Section.SOURCE, Kind.TEXT, searched=True
    )
    published_on: str | None = field(N_("Published"), Section.SOURCE, Kind.DATE)
    platform: str | None = field(N_("Platform"), Section.SOURCE, Kind.TERM, vocabulary="platform")
    language: str | None = field(N_("Language"), Section.SOURCE, Kind.TERM, vocabulary="language")
    text: str | None = field(N_("Original text"), Section.SOURCE, Kind.LONG_TEXT, searched=True)
    text_translated: str | None = field(
        N_("Translation"), Section.SOURCE, Kind.LONG_TEXT, searched=True
    )
    is_translation_checked: bool | None = field(
        N_("Translation checked"), Section.SOURCE, Kind.BOOLEAN
    )
    note: str | None = field(N_("Note"), Section.SOURCE, Kind.LONG_TEXT, confidential=True)
    platform_language_raw: str | None = field(
        N_("Platform and language as written"), Section.HIDDEN, Kind.TEXT
    )
    format: str | None = field(N_("Format"), Section.HIDDEN, Kind.TEXT)
    includes_video: bool | None = field(N_("With video"), Section.SOURCE, Kind.BOOLEAN)
    media_count: int | None = field(N_("Pictures"), Section.SOURCE, Kind.INTEGER)
    external_id: int | None = field(N_("Airwars source id"), Section.HIDDEN, Kind.INTEGER)


class Mention(Record, table=True):
    """What one source says of one victim: name as written, age, condition."""

    citation: int | None = field(
        N_("Citation"), Section.HIDDEN, Kind.REF, target="citation", owner=True, index=True
    )
    victim: int | None = field(N_("Victim"), Section.HIDDEN, Kind.REF, target="victim", index=True)
    name: str | None = field(N_("Name as written"), Section.PERSON, Kind.TEXT, searched=True)
    age: str | None = field(N_("Age as written"), Section.PERSON, Kind.TEXT)
    condition: str | None = field(N_("Condition"), Section.PERSON, Kind.TEXT)
