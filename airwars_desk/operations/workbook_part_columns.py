"""The columns of the sheets behind the figures: reported counts, involvements, ranges, judgements.

As on the sheets of incidents, victims and sources, each row begins with its number and incident.
"""

from typing import Final

from airwars_desk.formats.sheets import Style
from airwars_desk.i18n import N_
from airwars_desk.operations.workbook_columns import (
    CONCEDED_LABELS,
    RANGE_LABELS,
    KeyedColumn,
    fields,
    hanging,
    own,
)
from airwars_desk.records.counts import NUMBERS
from airwars_desk.rules.figures import CONCEDED

WORKING_LABELS: Final = {
    "killed_min": N_("Working · killed, at least"),
    "killed_max": N_("Working · killed, up to"),
    "injured_min": N_("Working · injured, at least"),
    "injured_max": N_("Working · injured, up to"),
}
DECIDED_LABELS: Final = {
    "killed_min": N_("Decided · killed, at least"),
    "killed_max": N_("Decided · killed, up to"),
    "injured_min": N_("Decided · injured, at least"),
    "injured_max": N_("Decided · injured, up to"),
}


def reported_columns() -> list[KeyedColumn]:
    """What each source says of each group: a row per citation and group."""
    return [
        *hanging(),
        own("source_number", N_("No. on Sources"), Style.INTEGER, 9),
        own("source", N_("Source"), Style.TEXT, 24),
        own("role", N_("Role"), Style.TEXT, 14),
        own("origin", N_("Origin"), Style.TEXT, 14),
        *fields("reported_count", ()),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def involvement_columns() -> list[KeyedColumn]:
    """A row per belligerent in an incident, with what it concedes of civilians."""
    return [
        *hanging(),
        *fields("involvement", ()),
        *(own(name, CONCEDED_LABELS[name], Style.INTEGER, 10) for name in CONCEDED),
        own("words", N_("Conceded, in words"), Style.TEXT, 18),
        own("reason", N_("Conceded, why"), Style.TEXT, 24),
        own("reports", N_("Strike reports"), Style.INTEGER, 9),
        own("statements", N_("Statements"), Style.INTEGER, 10),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def statement_columns() -> list[KeyedColumn]:
    """A row per strike report and statement of a belligerent or its partner."""
    return [
        *hanging(),
        own("belligerent", N_("Belligerent"), Style.TEXT, 24),
        own("what", N_("What it is"), Style.TEXT, 13),
        own("is_partner", N_("By a partner"), Style.TEXT, 9),
        own("partner", N_("Partner"), Style.TEXT, 18),
        own("stated_on", N_("Stated on"), Style.DATE, 12),
        own("url", N_("Address"), Style.TEXT, 40),
        own("text", N_("Text"), Style.TEXT, 60),
        own("original", N_("Original"), Style.TEXT, 60),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def range_columns() -> list[KeyedColumn]:
    """A row per incident and group: the working range beside the decided one."""
    return [
        *hanging(),
        own("group", N_("Group"), Style.TEXT, 26),
        own("form", N_("List"), Style.TEXT, 10),
        own("affiliation", N_("Affiliation"), Style.TEXT, 18),
        own("nationality", N_("Nationality"), Style.TEXT, 14),
        own("while_working", N_("While working"), Style.TEXT, 9),
        *(own(f"working.{name}", WORKING_LABELS[name], Style.INTEGER, 11) for name in NUMBERS),
        *(own(f"decided.{name}", DECIDED_LABELS[name], Style.INTEGER, 11) for name in NUMBERS),
        own("differs", N_("Differs"), Style.TEXT, 9),
        own("words", N_("In words"), Style.TEXT, 18),
        own("reason", N_("Why"), Style.TEXT, 40),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def judgement_columns() -> list[KeyedColumn]:
    """A row per assessment and decision: it names who judged, so supervisors alone get it."""
    return [
        *hanging(),
        own("what", N_("What it is"), Style.TEXT, 12),
        own("stands", N_("Stands"), Style.TEXT, 8),
        own("person", N_("By"), Style.TEXT, 22),
        own("at", N_("At"), Style.TEXT, 24),
        own("grade", N_("Grade"), Style.TEXT, 11),
        own("strike_status", N_("Strike status"), Style.TEXT, 20),
        own("harm", N_("Civilian harm reported"), Style.TEXT, 10),
        own("decided_date", N_("Date decided on"), Style.DATE, 12),
        own("province", N_("Province"), Style.TEXT, 14),
        own("countries", N_("Country"), Style.TEXT, 12),
        own("belligerents", N_("Counts under"), Style.TEXT, 26),
        *(own(name, RANGE_LABELS[name], Style.INTEGER, 10) for name in NUMBERS),
        own("reason", N_("Reason"), Style.TEXT, 60),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]
