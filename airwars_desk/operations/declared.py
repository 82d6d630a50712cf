"""What belligerents declare: strikes and munitions by month, and what they claim overall.

Read from the records `strike_tally` and `belligerent_claim`; `rules/tallies.py` says how months
are made of tallies. Grades, provinces and places do not narrow it: no tally knows them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from airwars_desk.operations.desk import Desk
from airwars_desk.records.case import Item
from airwars_desk.rules.aliases import Aliases
from airwars_desk.rules.claims import concerns
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.tallies import Doubt, MonthRow, monthly, tally_of
from airwars_desk.store.asof import newest_of
from airwars_desk.store.names import names_of, read_terms
from airwars_desk.store.roots import read_roots

KINDS = ("strike_tally", "belligerent_claim")
_TERMS = ("belligerent", "country")
_CLAIMED = (
    "belligerent",
    "country",
    "stated_on",
    "date_start",
    "date_end",
    "stance",
    "subject",
    "quantity_min",
    "quantity_max",
    "words",
    "stated_by",
    "address",
    "archive_address",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The declared strikes of one belligerent in one country, month by month without holes."""

    belligerent: str | None
    belligerent_name: str | None
    country: str | None
    country_name: str | None
    months: tuple[MonthRow, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a belligerent claims, concedes or denies overall; dates and numbers as recorded."""

    uid: str
    belligerent: str | None
    belligerent_name: str | None
    country: str | None
    country_name: str | None
    stated_on: str | None
    date_start: str | None
    date_end: str | None
    stance: str | None
    subject: str | None
    quantity_min: int | None
    quantity_max: int | None
    words: str | None
    stated_by: str | None
    address: str | None
    archive_address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Strikes by belligerent and country, and the claims that concern the filters.

    `as_of` is the time of the newest change to any tally or claim of the casebook.
    """

    as_of: str | None
    series: tuple[Series, ...]
    claims: tuple[Claim, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain values, as `declared --json` prints them."""
        return asdict(self)


def declared(desk: Desk, filters: Filters | None = None) -> Declared:
    """What belligerents declare, for the belligerents, countries and months of some filters.

    Months are worked out from all tallies and cut afterwards, so the change in the first month
    asked for still reads the month before it.
    """
    asked = filters or Filters()
    with desk.store.reading() as connection:
        tallies = read_roots(connection, "strike_tally", with_heads=False)
        claims = read_roots(connection, "belligerent_claim", with_heads=False)
        as_of = newest_of(connection, KINDS) if tallies or claims else None
        found = (_term(item, name) for item in (*tallies, *claims) for name in _TERMS)
        names = names_of(connection, list(dict.fromkeys(uid for uid in found if uid)))
    chosen = [item for item in claims if concerns(item.values, asked)]
    chosen.sort(key=_claim_order)
    return Declared(
        as_of=as_of,
        series=tuple(_series(tallies, names, asked)),
        claims=tuple(_claim(item, names) for item in chosen),
    )


def names_to_paste(desk: Desk) -> Aliases:
    """The names by which a pasted table may call belligerents and countries."""
    with desk.store.reading() as connection:
        return Aliases(read_terms(connection, _TERMS))


def _series(tallies: Sequence[Item], names: dict[str, str], asked: Filters) -> list[Series]:
    groups: dict[tuple[str | None, str | None], list[Item]] = defaultdict(list)
    for item in tallies:
        groups[_term(item, "belligerent"), _term(item, "country")].append(item)
    found = []
    for (belligerent, country), items in groups.items():
        if asked.belligerents and belligerent not in asked.belligerents:
            continue
        if asked.countries and country not in asked.countries:
            continue
        rows, doubts = monthly(tally_of(item.uid, item.values) for item in items)
        found.append(
            Series(
                belligerent=belligerent,
                belligerent_name=names.get(belligerent or ""),
                country=country,
                country_name=names.get(country or ""),
                months=tuple(row for row in rows if _is_asked(row.month, asked)),
                doubts=tuple(doubt for doubt in doubts if _is_asked(doubt.when[:7], asked)),
            )
        )
    return sorted(found, key=lambda one: (one.belligerent_name or "", one.country_name or ""))


def _is_asked(month: str, asked: Filters) -> bool:
    """Whether a month is within the filters; what has no date is shown with every month."""
    if not month:
        return True
    return (asked.month_from is None or month >= asked.month_from) and (
        asked.month_to is None or month <= asked.month_to
    )


def _claim(item: Item, names: dict[str, str]) -> Claim:
    get = item.values.get
    return Claim(
        uid=item.uid,
        belligerent_name=names.get(get("belligerent") or ""),
        country_name=names.get(get("country") or ""),
        **{name: get(name) for name in _CLAIMED},
    )


def _claim_order(item: Item) -> tuple[str, str, str]:
    get = item.values.get
    return (get("belligerent") or "", get("stated_on") or get("date_end") or "", item.uid)


def _term(item: Item, name: str) -> str | None:
    uid = item.values.get(name)
    return uid if isinstance(uid, str) else None
