"""Named areas below or across provinces: "West Mosul", "in and around Raqqa" (domain.md 0)."""

from typing import Any

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field


class Area(Record, table=True):
    """A name for a list of places, a polygon, or both: an incident is inside by either.

    `places` lists place names as text. `polygon` is a closed ring of [latitude, longitude] in
    decimal degrees (WGS84); the last point need not repeat the first.
    """

    name: str | None = field(N_("Name"), Section.IDENTITY, Kind.TEXT)
    aliases: list[Any] | None = field(N_("Also written"), Section.IDENTITY, Kind.JSON)
    places: list[Any] | None = field(N_("Places"), Section.WHERE, Kind.JSON)
    polygon: list[Any] | None = field(N_("Polygon"), Section.WHERE, Kind.JSON)
    note: str | None = field(N_("Note"), Section.WORK, Kind.LONG_TEXT)
