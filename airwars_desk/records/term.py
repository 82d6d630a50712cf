"""Terms (entries of vocabularies, as data) and people (DESIGN 3.2)."""

from typing import Any

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field


class Term(Record, table=True):
    """An entry of a vocabulary. Its uid reads `vocabulary/key`.

    `external_id` and `external_label` are how Airwars's format names it and never change with
    the label. `attributes` holds what one vocabulary alone needs (a country's box, a
    belligerent's slugs).
    """

    vocabulary: str | None = field(N_("Vocabulary"), Section.IDENTITY, Kind.TEXT, index=True)
    key: str | None = field(N_("Key"), Section.IDENTITY, Kind.TEXT)
    label: str | None = field(N_("Label"), Section.IDENTITY, Kind.TEXT)
    labels: dict[str, Any] | None = field(
        N_("Labels in other languages"), Section.IDENTITY, Kind.JSON
    )
    aliases: list[Any] | None = field(N_("Also written"), Section.IDENTITY, Kind.JSON)
    parent: str | None = field(N_("Part of"), Section.IDENTITY, Kind.TEXT)
    external_id: int | None = field(N_("Airwars id"), Section.HIDDEN, Kind.INTEGER)
    external_label: str | None = field(N_("Airwars label"), Section.HIDDEN, Kind.TEXT)
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    is_retired: bool | None = field(N_("Retired"), Section.WORK, Kind.BOOLEAN)
    attributes: dict[str, Any] | None = field(N_("Attributes"), Section.HIDDEN, Kind.JSON)


class Person(Record, table=True):
    """Somebody who works in this casebook."""

    name: str | None = field(N_("Name"), Section.PERSON, Kind.TEXT)
    role: str | None = field(
        N_("Role"), Section.WORK, Kind.CHOICE, choices=("researcher", "supervisor")
    )
