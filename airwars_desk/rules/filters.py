"""What a question about figures selects: one frozen value for window, workbook and command line."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from airwars_desk.errors import BadInput
from airwars_desk.i18n import tr
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.dates import is_month

LIKELY: Final = ("Confirmed", "Fair")
COUNT_STATES: Final = ("decided", "working")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which incidents count, and which grades count as likely.

    Attributes:
        belligerents: uids of terms; an incident passes that counts under any of them.
        countries: uids of terms, any of them.
        provinces: uids of terms, any of them.
        places: names of areas or places, any of them (rules/areas.py).
        inside: local rows of the incidents in those places, found anew for every question
            (store/places.py); None = not looked up yet.
        month_from: first month of the start date, `YYYY-MM`; None = from the first.
        month_to: last month, inclusive; None = to the last. With either, undated ones drop out.
        likely: the grades whose sum is called likely.
        state: `decided` (what stands, working values where nothing was decided) or `working`.

    Raises:
        Refused: a month, grade or state that cannot be, or months the wrong way round.
    """

    belligerents: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    month_from: str | None = None
    month_to: str | None = None
    likely: tuple[str, ...] = LIKELY
    state: str = "decided"
    inside: frozenset[int] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        for month in (self.month_from, self.month_to):
            if month is not None and not is_month(month):
                raise BadInput(
                    tr("“{month}” is not a month.").format(month=month),
                    tr("Write year and month, such as 2017-03."),
                )
        if self.month_from and self.month_to and self.month_from > self.month_to:
            raise BadInput(
                tr("The first month, {first}, comes after the last, {last}.").format(
                    first=self.month_from, last=self.month_to
                ),
                tr("Swap them."),
            )
        _among(self.likely, GRADES, tr("“{value}” is not a grade."))
        _among((self.state,), COUNT_STATES, tr("“{value}” is not a state of the figures."))
        if not self.likely:
            raise BadInput(
                tr("No grade was named that counts as likely."), _choices(GRADES), code="bad_input"
            )

    def between(self, first: str | None, last: str | None) -> "Filters":
        """The same filters over other months."""
        return replace(self, month_from=first, month_to=last)

    def as_json(self) -> dict[str, Any]:
        """The filters as plain values, terms by uid."""
        return {
            "belligerents": list(self.belligerents),
            "countries": list(self.countries),
            "provinces": list(self.provinces),
            "places": list(self.places),
            "from": self.month_from,
            "to": self.month_to,
        }


def _among(values: tuple[str, ...], known: tuple[str, ...], sentence: str) -> None:
    for value in values:
        if value not in known:
            raise BadInput(sentence.format(value=value), _choices(known))


def _choices(known: tuple[str, ...]) -> str:
    return tr("Choose from: {choices}.").format(choices=", ".join(known))
