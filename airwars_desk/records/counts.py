"""Counts: one shape, four owners (DESIGN 3.2).

Each row is one group's numbers. Null means unknown and differs from 0; min > max is stored
and flagged, never repaired. `words` keeps the wording beside the number ("dozens").
"""

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field

NUMBERS = ("killed_min", "killed_max", "injured_min", "injured_max")
CIVILIANS = "group/civilians"
CHILDREN = "group/children"
WOMEN = "group/women"
MEN = "group/men"
COMBATANTS = "group/belligerents"
MAIN_GROUPS = (CIVILIANS, CHILDREN, WOMEN, MEN, COMBATANTS)
FORMS = ("group", "category", "detail")


class Counts(Record):
    """The mixin: a group, four numbers, their wording and reason.

    `form` tells the three ways the exchange format has for a group: `group` (the five main
    ones), `category` (older list), `detail` (newer list by profession).
    """

    group: str | None = field(N_("Group"), Section.HARM, Kind.TERM, vocabulary="group")
    form: str | None = field(N_("Form"), Section.HIDDEN, Kind.CHOICE, choices=FORMS)
    position: int | None = field(N_("Order"), Section.HIDDEN, Kind.INTEGER)
    killed_min: int | None = field(N_("Killed, at least"), Section.HARM, Kind.INTEGER)
    killed_max: int | None = field(N_("Killed, up to"), Section.HARM, Kind.INTEGER)
    injured_min: int | None = field(N_("Injured, at least"), Section.HARM, Kind.INTEGER)
    injured_max: int | None = field(N_("Injured, up to"), Section.HARM, Kind.INTEGER)
    words: str | None = field(N_("In words"), Section.HARM, Kind.TEXT)
    reason: str | None = field(N_("Why"), Section.HARM, Kind.LONG_TEXT)
    affiliation: str | None = field(
        N_("Affiliation"), Section.HARM, Kind.TERM, vocabulary="affiliation"
    )
    nationality: str | None = field(
        N_("Nationality"), Section.HARM, Kind.TERM, vocabulary="nationality"
    )
    while_working: bool | None = field(N_("While working"), Section.HARM, Kind.BOOLEAN)


class WorkingRange(Counts, table=True):
    """The incident's live range for one group."""

    __tablename__ = "working_range"
    incident: int | None = field(
        N_("Incident"), Section.HIDDEN, Kind.REF, target="incident", owner=True, index=True
    )


class DecidedRange(Counts, table=True):
    """A decision's range for one group; it never moves by itself."""

    __tablename__ = "decided_range"
    decision: int | None = field(
        N_("Decision"), Section.HIDDEN, Kind.REF, target="decision", owner=True, index=True
    )


class ReportedCount(Counts, table=True):
    """What one citation says about one group."""

    __tablename__ = "reported_count"
    citation: int | None = field(
        N_("Citation"), Section.HIDDEN, Kind.REF, target="citation", owner=True, index=True
    )


class Concession(Counts, table=True):
    """What a belligerent concedes in one incident."""

    involvement: int | None = field(
        N_("Involvement"), Section.HIDDEN, Kind.REF, target="involvement", owner=True, index=True
    )
