"""What belligerents say beyond one incident: declared strikes, and claims (domain.md 1.7, 4)."""

from airwars_desk.i18n import N_
from airwars_desk.records.base import Record
from airwars_desk.records.field import Kind, Section, field

STANCES = ("claims", "concedes", "denies")
SUBJECTS = (
    "civilians_killed",
    "civilians_injured",
    "combatants_killed",
    "incidents",
    "strikes",
    "munitions",
    "other",
)


class StrikeTally(Record, table=True):
    """Strikes a belligerent declared in one country, for a period or up to a day.

    A report gives the number of the period (`strikes`), the sum since its campaign began up to
    `date_end` (`strikes_to_date`), or both; the same for munitions released.
    """

    __tablename__ = "strike_tally"
    belligerent: str | None = field(
        N_("Belligerent"), Section.ATTRIBUTION, Kind.TERM, vocabulary="belligerent"
    )
    country: str | None = field(N_("Country"), Section.WHERE, Kind.TERM, vocabulary="country")
    date_start: str | None = field(N_("From"), Section.WHEN, Kind.DATE)
    date_end: str | None = field(N_("Until"), Section.WHEN, Kind.DATE)
    strikes: int | None = field(N_("Strikes"), Section.WHAT, Kind.INTEGER)
    strikes_to_date: int | None = field(N_("Strikes to date"), Section.WHAT, Kind.INTEGER)
    munitions: int | None = field(N_("Munitions released"), Section.WHAT, Kind.INTEGER)
    munitions_to_date: int | None = field(N_("Munitions to date"), Section.WHAT, Kind.INTEGER)
    reported_by: str | None = field(N_("Reported by"), Section.SOURCE, Kind.TEXT)
    address: str | None = field(N_("Address"), Section.SOURCE, Kind.ADDRESS)
    archive_address: str | None = field(N_("Archived at"), Section.SOURCE, Kind.ADDRESS)
    words: str | None = field(N_("In words"), Section.SOURCE, Kind.LONG_TEXT)
    note: str | None = field(N_("Note"), Section.WORK, Kind.LONG_TEXT, confidential=True)


class BelligerentClaim(Record, table=True):
    """What a belligerent claims, concedes or denies overall, not of one incident.

    `date_start` and `date_end` are the period it speaks of; without a start, up to the end.
    """

    __tablename__ = "belligerent_claim"
    belligerent: str | None = field(
        N_("Belligerent"), Section.ATTRIBUTION, Kind.TERM, vocabulary="belligerent"
    )
    country: str | None = field(N_("Country"), Section.WHERE, Kind.TERM, vocabulary="country")
    stated_on: str | None = field(N_("Stated on"), Section.WHEN, Kind.DATE)
    date_start: str | None = field(N_("From"), Section.WHEN, Kind.DATE)
    date_end: str | None = field(N_("Until"), Section.WHEN, Kind.DATE)
    stance: str | None = field(N_("Position"), Section.ATTRIBUTION, Kind.CHOICE, choices=STANCES)
    subject: str | None = field(N_("Of what"), Section.HARM, Kind.CHOICE, choices=SUBJECTS)
    quantity_min: int | None = field(N_("At least"), Section.HARM, Kind.INTEGER)
    quantity_max: int | None = field(N_("Up to"), Section.HARM, Kind.INTEGER)
    words: str | None = field(N_("In words"), Section.SOURCE, Kind.LONG_TEXT)
    stated_by: str | None = field(N_("Stated by"), Section.SOURCE, Kind.TEXT)
    address: str | None = field(N_("Address"), Section.SOURCE, Kind.ADDRESS)
    archive_address: str | None = field(N_("Archived at"), Section.SOURCE, Kind.ADDRESS)
    note: str | None = field(N_("Note"), Section.WORK, Kind.LONG_TEXT, confidential=True)
