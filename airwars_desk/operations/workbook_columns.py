"""The columns of the big sheets: ours in front, then every field of the catalogue.

Labels come from the catalogue and go through translation; a new field of a record appears here
by itself. Confidential fields stay out: a workbook travels by mail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from airwars_desk.formats.sheets import CELL_OF_KIND, WIDTH_OF_KIND, Column, Style
from airwars_desk.i18n import N_, tr
from airwars_desk.records.counts import NUMBERS
from airwars_desk.records.field import FieldSpec, Kind, Section
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.figures import CONCEDED, SUMMED

#: Fields of an incident that stand in front, as they count, or are shown another way.
_INCIDENT_FIRST: Final = frozenset(
    {
        "codes",
        "date_start",
        "location_name",
        "location_name_arabic",
        "countries",
        "tracked_belligerents",
        "civilian_harm_reported",
        "points",
    }
)
#: As wide as paper can be read, in characters.
_PAPER_WIDTH: Final = 260
#: The groups beside civilians, children and women whose numbers an incident shows.
OTHER_GROUPS: Final = ("group/men", "group/belligerents")
#: Labels of what a range sums: the numbers of DESIGN 5.1.
RANGE_LABELS: Final = {
    "incidents": N_("Incidents"),
    "killed_min": N_("Killed, at least"),
    "killed_max": N_("Killed, up to"),
    "injured_min": N_("Injured, at least"),
    "injured_max": N_("Injured, up to"),
    "children_killed_min": N_("Children killed, at least"),
    "children_killed_max": N_("Children killed, up to"),
    "women_killed_min": N_("Women killed, at least"),
    "women_killed_max": N_("Women killed, up to"),
    "unknown": N_("Without a number of killed"),
}
CONCEDED_LABELS: Final = {
    "deaths_min": N_("Deaths conceded, at least"),
    "deaths_max": N_("Deaths conceded, up to"),
    "injuries_min": N_("Injuries conceded, at least"),
    "injuries_max": N_("Injuries conceded, up to"),
    "rows": N_("Involvements that concede"),
}
_OTHER_LABELS: Final = {
    "group/men": {
        "killed_min": N_("Men killed, at least"),
        "killed_max": N_("Men killed, up to"),
        "injured_min": N_("Men injured, at least"),
        "injured_max": N_("Men injured, up to"),
    },
    "group/belligerents": {
        "killed_min": N_("Combatants killed, at least"),
        "killed_max": N_("Combatants killed, up to"),
        "injured_min": N_("Combatants injured, at least"),
        "injured_max": N_("Combatants injured, up to"),
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedColumn:
    """A column with the name by which formulas and rows find it, and its field if it has one."""

    key: str
    column: Column
    field: FieldSpec | None = None


def incident_columns(flags: Sequence[tuple[str, str]]) -> list[KeyedColumn]:
    """The columns of the sheet of incidents.

    Args:
        flags: per tracked belligerent a key and its name; each gets a column with 1 or nothing,
            so that an incident with two of them counts under each.
    """
    return [
        own("number", N_("No."), Style.INTEGER, 9),
        own("code", N_("Code"), Style.TEXT, 12),
        own("date", N_("Date"), Style.DATE, 12),
        own("month", N_("Month"), Style.MONTH, 9),
        own("place", N_("Place"), Style.TEXT, 24),
        own("place_arabic", N_("Place, Arabic"), Style.TEXT, 18),
        own("province", N_("Province"), Style.TEXT, 14),
        own("countries", N_("Country"), Style.TEXT, 12),
        own("belligerents", N_("Counts under"), Style.TEXT, 26),
        own("grade", N_("Grade"), Style.TEXT, 11),
        own("reviewed", N_("Decided"), Style.TEXT, 8),
        own("harm", N_("Civilian harm reported"), Style.TEXT, 10),
        *(own(name, RANGE_LABELS[name], Style.INTEGER, 10) for name in SUMMED),
        own("unknown", RANGE_LABELS["unknown"], Style.INTEGER, 10),
        *(
            own(f"{group}.{name}", _OTHER_LABELS[group][name], Style.INTEGER, 10)
            for group in OTHER_GROUPS
            for name in NUMBERS
        ),
        own("named", N_("Named victims"), Style.INTEGER, 8),
        own("victims", N_("Victims"), Style.INTEGER, 8),
        own("sources", N_("Sources"), Style.INTEGER, 8),
        *(own(name, CONCEDED_LABELS[name], Style.INTEGER, 10) for name in (*CONCEDED, "rows")),
        *(
            KeyedColumn(key=key, column=Column(label=name, style=Style.INTEGER, width=9))
            for key, name in flags
        ),
        own("latitude", N_("Latitude"), Style.DEGREES, 12),
        own("longitude", N_("Longitude"), Style.DEGREES, 12),
        own("accuracy", N_("Accuracy"), Style.TEXT, 14),
        *fields("incident", _INCIDENT_FIRST),
        own("narrative", N_("Narrative"), Style.TEXT, 60),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def victim_columns() -> list[KeyedColumn]:
    """The columns of the sheet of victims."""
    return [
        *hanging(),
        own("family", N_("Family"), Style.TEXT, 18),
        *fields("victim", {"family"}),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def source_columns() -> list[KeyedColumn]:
    """The columns of the sheet of sources, with what each says of the civilians harmed."""
    return [
        *hanging(),
        *fields("citation", ()),
        *(own(name, RANGE_LABELS[name], Style.INTEGER, 10) for name in NUMBERS),
        own("words", N_("In words"), Style.TEXT, 18),
        own("uid", N_("Record"), Style.TEXT, 38),
    ]


def printed_columns(columns: Sequence[KeyedColumn]) -> int:
    """The columns that fit on paper: as wide as can still be read."""
    width, number = 0.0, 0
    for number, keyed in enumerate(columns, 1):
        width += keyed.column.width
        if width > _PAPER_WIDTH:
            return number - 1
    return number


def hanging() -> list[KeyedColumn]:
    """The columns with which every row about an incident begins."""
    return [
        own_number(),
        own("code", N_("Incident"), Style.TEXT, 12),
        own("date", N_("Incident date"), Style.DATE, 12),
    ]


def own_number() -> KeyedColumn:
    """The column that numbers the rows, so that a lost one shows."""
    return own("number", N_("No."), Style.INTEGER, 9)


def own(key: str, label: str, style: Style, width: float) -> KeyedColumn:
    """A column of ours, found by its key."""
    return KeyedColumn(key=key, column=Column(label=tr(label), style=style, width=width))


def fields(kind: str, without: Iterable[str]) -> list[KeyedColumn]:
    """A column per field of a kind that people read."""
    left_out = frozenset(without)
    return [
        KeyedColumn(
            key=f"{kind}.{spec.name}",
            column=Column(
                label=tr(spec.label),
                style=CELL_OF_KIND[spec.kind],
                width=WIDTH_OF_KIND.get(spec.kind, 12),
            ),
            field=spec,
        )
        for spec in CATALOGUES[kind].specs.values()
        if spec.name not in left_out
        and spec.section is not Section.HIDDEN
        and spec.kind is not Kind.REF
        and not spec.confidential
    ]
