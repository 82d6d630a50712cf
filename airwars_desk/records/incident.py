"""The incident: a moment in time and space where sources allege harm (domain.md 1.1)."""

from typing import Any, ClassVar

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import FieldSpec, Kind, Section, field, plural

STATES = ("researching", "in_review", "returned", "decided")
GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
TIME_TYPES = (
    "unknown",
    "exact",
    "approximate",
    "exact_or_approximate",
    "window",
    "first_reported",
    "approximate_time_of_day",
)


class Incident(Record, table=True):
    """One reported event of harm."""

    codes: ClassVar[FieldSpec] = plural(N_("Code"), Section.IDENTITY, Kind.CODES, searched=True)
    previous_codes: ClassVar[FieldSpec] = plural(
        N_("Previous codes"), Section.IDENTITY, Kind.CODES, searched=True
    )
    countries: ClassVar[FieldSpec] = plural(
        N_("Country"), Section.WHERE, Kind.TERMS, vocabulary="country"
    )
    conflicts: ClassVar[FieldSpec] = plural(
        N_("Conflict"), Section.IDENTITY, Kind.TERMS, vocabulary="conflict"
    )
    url: str | None = field(N_("Page"), Section.IDENTITY, Kind.ADDRESS)

    date_type: str | None = field(
        N_("Date type"), Section.WHEN, Kind.CHOICE, choices=("date", "date_range")
    )
    date_start: str | None = field(N_("Date"), Section.WHEN, Kind.DATE)
    date_end: str | None = field(N_("End date"), Section.WHEN, Kind.DATE)
    local_time_type: str | None = field(
        N_("Local time"), Section.WHEN, Kind.CHOICE, choices=TIME_TYPES
    )
    local_time_raw: str | None = field(N_("Time as written"), Section.WHEN, Kind.TEXT)
    local_time_start: str | None = field(N_("From"), Section.WHEN, Kind.TIME)
    local_time_end: str | None = field(N_("Until"), Section.WHEN, Kind.TIME)
    first_reported_at: str | None = field(N_("First reported"), Section.WHEN, Kind.TEXT)
    first_reported_by: str | None = field(N_("First reported by"), Section.WHEN, Kind.TEXT)
    first_reported_url: str | None = field(N_("First report"), Section.WHEN, Kind.ADDRESS)

    location_name: str | None = field(N_("Place"), Section.WHERE, Kind.TEXT, searched=True)
    location_name_arabic: str | None = field(
        N_("Place, Arabic"), Section.WHERE, Kind.TEXT, searched=True, right_to_left=True
    )
    location_names_other: list[Any] | None = field(
        N_("Place, other scripts"), Section.WHERE, Kind.JSON, searched=True
    )
    region: str | None = field(N_("Region"), Section.WHERE, Kind.TEXT, searched=True)
    governorate: str | None = field(N_("Governorate"), Section.WHERE, Kind.TEXT)
    province_text: str | None = field(N_("Province as written"), Section.WHERE, Kind.TEXT)
    district: str | None = field(N_("District"), Section.WHERE, Kind.TEXT)
    points: ClassVar[FieldSpec] = plural(N_("Coordinates"), Section.WHERE, Kind.POINTS)
    geolocation_status: str | None = field(
        N_("Geolocation"), Section.WHERE, Kind.TERM, vocabulary="geolocation_status"
    )
    geolocation_assessor_id: int | None = field(
        N_("Geolocated by"), Section.WHERE, Kind.INTEGER, confidential=True
    )
    geolocation_assessed_on: str | None = field(N_("Geolocated on"), Section.WHERE, Kind.DATE)
    geolocation_notes: str | None = field(N_("Geolocation notes"), Section.WHERE, Kind.LONG_TEXT)
    internal_geolocation_notes: str | None = field(
        N_("Location, internal"), Section.WHERE, Kind.LONG_TEXT, confidential=True
    )

    strike_types: ClassVar[FieldSpec] = plural(
        N_("Strike type"), Section.WHAT, Kind.TERMS, vocabulary="strike_type"
    )
    strike_status: str | None = field(
        N_("Strike status"), Section.WHAT, Kind.TERM, vocabulary="strike_status"
    )
    total_strikes: int | None = field(N_("Strikes"), Section.WHAT, Kind.INTEGER)
    causes: ClassVar[FieldSpec] = plural(
        N_("Cause of death or injury"), Section.WHAT, Kind.TERMS, vocabulary="cause"
    )
    infrastructure_tags: ClassVar[FieldSpec] = plural(
        N_("Infrastructure"), Section.WHAT, Kind.TERMS, vocabulary="infrastructure"
    )
    observations: ClassVar[FieldSpec] = plural(
        N_("Observations"), Section.WHAT, Kind.TERMS, vocabulary="observation"
    )
    impacts: ClassVar[FieldSpec] = plural(
        N_("Impact on services"), Section.WHAT, Kind.TERMS, vocabulary="impact"
    )
    munition_type: str | None = field(N_("Munition"), Section.WHAT, Kind.TEXT)
    munition_information: str | None = field(N_("About the munition"), Section.WHAT, Kind.LONG_TEXT)

    tracked_belligerents: ClassVar[FieldSpec] = plural(
        N_("Counts under"), Section.ATTRIBUTION, Kind.TERMS, vocabulary="belligerent"
    )
    targeted_belligerents: ClassVar[FieldSpec] = plural(
        N_("Target"), Section.ATTRIBUTION, Kind.TERMS, vocabulary="belligerent"
    )
    civilian_harm_reported: bool | None = field(
        N_("Civilian harm reported"), Section.HARM, Kind.BOOLEAN
    )

    summary: str | None = field(N_("Summary"), Section.WORK, Kind.LONG_TEXT, searched=True)
    incident_status: str | None = field(N_("Research status"), Section.WORK, Kind.TEXT)
    state: str | None = field(N_("State"), Section.WORK, Kind.CHOICE, choices=STATES)
    assignee: str | None = field(N_("Assigned to"), Section.WORK, Kind.TEXT)
    notes: str | None = field(
        N_("Internal notes"), Section.WORK, Kind.LONG_TEXT, searched=True, confidential=True
    )
    reference_links: list[Any] | None = field(N_("Referenced in"), Section.WORK, Kind.JSON)
    declassified_documents: list[Any] | None = field(
        N_("Declassified documents"), Section.WORK, Kind.JSON
    )

    dataset: str | None = field(N_("Data set"), Section.HIDDEN, Kind.TEXT)
    airwars_id: int | None = field(N_("Airwars id"), Section.HIDDEN, Kind.INTEGER, index=True)
    sequence: int | None = field(N_("Sequence"), Section.HIDDEN, Kind.INTEGER)
    page_captured: bool | None = field(N_("Page captured"), Section.HIDDEN, Kind.BOOLEAN)
    published_date: str | None = field(N_("First published"), Section.HIDDEN, Kind.DATE)
    last_modified_date: str | None = field(N_("Last modified"), Section.HIDDEN, Kind.DATE)
    section_lengths: dict[str, Any] | None = field(N_("Section lengths"), Section.HIDDEN, Kind.JSON)


class Infrastructure(Record, table=True):
    """A building, vehicle or service that was hit (domain.md 1.1, V7)."""

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    infrastructure: str | None = field(
        N_("Infrastructure"), Section.WHAT, Kind.TERM, vocabulary="infrastructure"
    )
    affiliation: str | None = field(
        N_("Affiliation"), Section.WHAT, Kind.TERM, vocabulary="affiliation"
    )
    destruction: str | None = field(N_("Destruction"), Section.WHAT, Kind.TEXT)
    is_declared_target: bool | None = field(N_("Declared target"), Section.WHAT, Kind.BOOLEAN)


class Narrative(Record, table=True):
    """The assessment in words: text with tokens stored by uid, one per language."""

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    language: str | None = field(N_("Language"), Section.WORK, Kind.TERM, vocabulary="language")
    text: str | None = field(N_("Narrative"), Section.WORK, Kind.LONG_TEXT, searched=True)
