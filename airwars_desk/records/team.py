"""What the people of one casebook agreed on: rules, saved views, months nobody monitored."""

from typing import Any, ClassVar

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import FieldSpec, Kind, Section, field, plural

TEAM = "team"
"""The uid of the one `Team` record of a casebook."""


class Team(Record, table=True):
    """The rules of a casebook; one record, whose uid is `TEAM`. Null means no, or not said."""

    title: str | None = field(N_("Title"), Section.IDENTITY, Kind.TEXT)
    organisation: str | None = field(N_("Organisation"), Section.IDENTITY, Kind.TEXT)
    may_decide_alone: bool | None = field(
        N_("Who entered an incident may decide it alone"), Section.WORK, Kind.BOOLEAN
    )


class SavedView(Record, table=True):
    """A search that somebody named: the query as typed, the sort and the columns shown.

    `sort` lists [column, "asc" or "desc"]; `person` is null for a view that everybody sees.
    """

    __tablename__ = "saved_view"
    name: str | None = field(N_("Name"), Section.IDENTITY, Kind.TEXT)
    query: str | None = field(N_("Search"), Section.IDENTITY, Kind.TEXT)
    sort: list[Any] | None = field(N_("Sorted by"), Section.IDENTITY, Kind.JSON)
    columns: list[Any] | None = field(N_("Columns"), Section.IDENTITY, Kind.JSON)
    person: str | None = field(N_("By"), Section.WORK, Kind.TEXT)
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)


class MonitoringGap(Record, table=True):
    """Months nobody monitored: shown as such and never as zero (domain.md 3.3, rule 12).

    Both months are inclusive, `YYYY-MM`. Without belligerents or countries it is a gap for all.
    """

    __tablename__ = "monitoring_gap"
    month_from: str | None = field(N_("From month"), Section.WHEN, Kind.TEXT)
    month_to: str | None = field(N_("Until month"), Section.WHEN, Kind.TEXT)
    belligerents: ClassVar[FieldSpec] = plural(
        N_("Belligerents"), Section.ATTRIBUTION, Kind.TERMS, vocabulary="belligerent"
    )
    countries: ClassVar[FieldSpec] = plural(
        N_("Countries"), Section.WHERE, Kind.TERMS, vocabulary="country"
    )
    reason: str | None = field(N_("Why"), Section.WORK, Kind.LONG_TEXT)
