"""Media links of an incident (domain.md 1.5). Never shown unasked."""

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field


class MediaLink(Record, table=True):
    """One picture or embed, by address."""

    __tablename__ = "media_link"
    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    media_type: str | None = field(N_("Type"), Section.SOURCE, Kind.TEXT)
    is_graphic: bool | None = field(N_("Graphic"), Section.SOURCE, Kind.BOOLEAN)
    address: str | None = field(N_("Address"), Section.SOURCE, Kind.ADDRESS)
    thumbnail_address: str | None = field(N_("Thumbnail"), Section.HIDDEN, Kind.ADDRESS)
    caption: str | None = field(N_("Caption"), Section.SOURCE, Kind.TEXT)
    given_by: str | None = field(N_("Given by"), Section.SOURCE, Kind.TEXT)
    media_id: str | None = field(N_("Airwars media id"), Section.HIDDEN, Kind.TEXT)
    source_external_id: int | None = field(N_("Airwars source id"), Section.HIDDEN, Kind.INTEGER)
    source_address: str | None = field(N_("Source"), Section.HIDDEN, Kind.ADDRESS)
