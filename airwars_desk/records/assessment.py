"""Assessments (one person's grade) and decisions (what stands) (DESIGN 2, 3.2)."""

from typing import Any, ClassVar

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import FieldSpec, Kind, Section, field, plural
from airwars_desk.records.incident import GRADES


class Assessment(Record, table=True):
    """One person's grade of one incident at one time, with reason. Never overwritten.

    `ranges` lists, for each main group spoken of, the uid of the group and its known numbers:
    `{"group": "group/civilians", "killed_min": 4, "killed_max": 6}`.
    """

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    person: str | None = field(N_("By"), Section.WORK, Kind.TEXT)
    assessed_at: str | None = field(N_("At"), Section.WORK, Kind.MOMENT)
    grade: str | None = field(N_("Grade"), Section.HARM, Kind.CHOICE, choices=GRADES)
    strike_status: str | None = field(
        N_("Strike status"), Section.WHAT, Kind.TERM, vocabulary="strike_status"
    )
    civilian_harm_reported: bool | None = field(
        N_("Civilian harm reported"), Section.HARM, Kind.BOOLEAN
    )
    ranges: list[Any] | None = field(N_("Ranges"), Section.HARM, Kind.JSON)
    reason: str | None = field(N_("Reason"), Section.WORK, Kind.LONG_TEXT)


class Decision(Record, table=True):
    """What stands: grade, strike status, ranges, harm, date, places, belligerents.

    `replaces` lists the uids of the decisions it replaces; one that no live decision replaces
    stands. `decided_at` is a moment, or only a day for what was imported.
    """

    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )
    grade: str | None = field(N_("Grade"), Section.HARM, Kind.CHOICE, choices=GRADES)
    further_grades: list[Any] | None = field(N_("Further grades"), Section.HARM, Kind.JSON)
    strike_status: str | None = field(
        N_("Strike status"), Section.WHAT, Kind.TERM, vocabulary="strike_status"
    )
    civilian_harm_reported: bool | None = field(
        N_("Civilian harm reported"), Section.HARM, Kind.BOOLEAN
    )
    date_start: str | None = field(N_("Date"), Section.WHEN, Kind.DATE)
    countries: ClassVar[FieldSpec] = plural(
        N_("Country"), Section.WHERE, Kind.TERMS, vocabulary="country"
    )
    province: str | None = field(N_("Province"), Section.WHERE, Kind.TERM, vocabulary="province")
    tracked_belligerents: ClassVar[FieldSpec] = plural(
        N_("Counts under"), Section.ATTRIBUTION, Kind.TERMS, vocabulary="belligerent"
    )
    person: str | None = field(N_("By"), Section.WORK, Kind.TEXT)
    decided_at: str | None = field(N_("At"), Section.WORK, Kind.MOMENT)
    reason: str | None = field(N_("Reason"), Section.WORK, Kind.LONG_TEXT)
    assessments: list[Any] | None = field(N_("From assessments"), Section.WORK, Kind.JSON)
    replaces: list[Any] | None = field(N_("Replaces"), Section.HIDDEN, Kind.JSON)
    is_imported: bool | None = field(N_("Imported"), Section.HIDDEN, Kind.BOOLEAN)
