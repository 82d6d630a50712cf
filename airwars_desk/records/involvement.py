"""A belligerent's part in an incident, its reports and statements (domain.md 1.2)."""

from typing import Any, ClassVar

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import FieldSpec, Kind, Section, field, plural

POSITIONS = ("not_yet_assessed", "non_credible", "credible", "open_incident", "duplicate")


class Involvement(Record, table=True):
    """One belligerent in one incident. `slug` and `external_id` are kept as they came."""

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    belligerent: str | None = field(
        N_("Belligerent"), Section.ATTRIBUTION, Kind.TERM, vocabulary="belligerent", index=True
    )
    involvement_type: str | None = field(
        N_("Suspected or known"), Section.ATTRIBUTION, Kind.CHOICE, choices=("suspected", "known")
    )
    part: str | None = field(
        N_("Part"), Section.ATTRIBUTION, Kind.CHOICE, choices=("sole", "joint", "competing")
    )
    assessment: str | None = field(
        N_("Its own position"), Section.ATTRIBUTION, Kind.CHOICE, choices=POSITIONS
    )
    assessment_term: str | None = field(
        N_("Its own position, newer field"), Section.ATTRIBUTION, Kind.TEXT
    )
    reasons_non_credible: ClassVar[FieldSpec] = plural(
        N_("Reasons against"), Section.ATTRIBUTION, Kind.TERMS, vocabulary="reason_non_credible"
    )
    reasons_credible: ClassVar[FieldSpec] = plural(
        N_("Reasons for"), Section.ATTRIBUTION, Kind.TERMS, vocabulary="reason_credible"
    )
    stated_location: str | None = field(N_("Stated location"), Section.ATTRIBUTION, Kind.TEXT)
    mgrs: str | None = field(N_("MGRS"), Section.ATTRIBUTION, Kind.TEXT)
    mgrs_accuracy: str | None = field(N_("MGRS accuracy"), Section.ATTRIBUTION, Kind.TEXT)
    media: list[Any] | None = field(N_("Media"), Section.ATTRIBUTION, Kind.JSON)
    external_id: int | None = field(N_("Airwars term id"), Section.HIDDEN, Kind.INTEGER)
    slug: str | None = field(N_("Airwars slug"), Section.HIDDEN, Kind.TEXT)


class StrikeReport(Record, table=True):
    """A belligerent's report of a strike, its own or a partner's."""

    __tablename__ = "strike_report"
    involvement: int | None = field(
        N_("Involvement"), Section.HIDDEN, Kind.REF, target="involvement", owner=True, index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    is_partner: bool | None = field(N_("By a partner"), Section.ATTRIBUTION, Kind.BOOLEAN)
    belligerent: str | None = field(
        N_("Partner"), Section.ATTRIBUTION, Kind.TERM, vocabulary="belligerent"
    )
    text: str | None = field(N_("Report"), Section.ATTRIBUTION, Kind.LONG_TEXT)
    url: str | None = field(N_("Address"), Section.ATTRIBUTION, Kind.ADDRESS)
    text_original_language: str | None = field(N_("Original"), Section.ATTRIBUTION, Kind.LONG_TEXT)
    external_id: int | None = field(N_("Airwars term id"), Section.HIDDEN, Kind.INTEGER)
    slug: str | None = field(N_("Airwars slug"), Section.HIDDEN, Kind.TEXT)


class Statement(Record, table=True):
    """What a belligerent or its partner says about the harm, verbatim."""

    involvement: int | None = field(
        N_("Involvement"), Section.HIDDEN, Kind.REF, target="involvement", owner=True, index=True
    )
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    is_partner: bool | None = field(N_("By a partner"), Section.ATTRIBUTION, Kind.BOOLEAN)
    belligerent: str | None = field(
        N_("Partner"), Section.ATTRIBUTION, Kind.TERM, vocabulary="belligerent"
    )
    stated_on: str | None = field(N_("Date"), Section.ATTRIBUTION, Kind.DATE)
    url: str | None = field(N_("Address"), Section.ATTRIBUTION, Kind.ADDRESS)
    text: str | None = field(N_("Statement"), Section.ATTRIBUTION, Kind.LONG_TEXT)
    external_id: int | None = field(N_("Airwars term id"), Section.HIDDEN, Kind.INTEGER)
