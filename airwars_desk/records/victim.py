"""Victims and families (domain.md 1.3). Nobody is ever merged by the machine."""

from typing import Any

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field


class Family(Record, table=True):
    """A group of victims, in the order families are remembered."""

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    name: str | None = field(N_("Family"), Section.PERSON, Kind.TEXT, searched=True)
    name_local: str | None = field(
        N_("Family, local script"), Section.PERSON, Kind.TEXT, searched=True, right_to_left=True
    )
    notes: str | None = field(N_("Notes"), Section.PERSON, Kind.LONG_TEXT)


class Victim(Record, table=True):
    """A person harmed: named, described or unnamed."""

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    family: int | None = field(N_("Family"), Section.PERSON, Kind.REF, target="family")
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    name: str | None = field(N_("Name"), Section.PERSON, Kind.TEXT, searched=True)
    name_local: str | None = field(
        N_("Name, local script"), Section.PERSON, Kind.TEXT, searched=True, right_to_left=True
    )
    names_other: list[Any] | None = field(
        N_("Other names"), Section.PERSON, Kind.JSON, searched=True
    )
    sex: str | None = field(N_("Sex"), Section.PERSON, Kind.CHOICE, choices=("male", "female"))
    is_pregnant: bool | None = field(N_("Pregnant"), Section.PERSON, Kind.BOOLEAN)
    age_group: str | None = field(
        N_("Age group"), Section.PERSON, Kind.CHOICE, choices=("adult", "child", "age unknown")
    )
    age_raw: str | None = field(N_("Age as written"), Section.PERSON, Kind.TEXT)
    status: str | None = field(
        N_("Harm"), Section.PERSON, Kind.CHOICE, choices=("killed", "injured")
    )
    is_contested: bool | None = field(N_("Civilian status contested"), Section.PERSON, Kind.BOOLEAN)
    profession: str | None = field(
        N_("Profession"), Section.PERSON, Kind.TERM, vocabulary="profession"
    )
    notes: str | None = field(N_("Note"), Section.PERSON, Kind.LONG_TEXT, searched=True)
    url: str | None = field(N_("Page"), Section.PERSON, Kind.ADDRESS)
    image_id: int | None = field(N_("Picture"), Section.HIDDEN, Kind.INTEGER)
    moh_id: str | None = field(
        N_("Ministry of Health id"), Section.PERSON, Kind.TEXT, searched=True
    )
    identifiers: list[Any] | None = field(N_("Identifiers"), Section.PERSON, Kind.JSON)
