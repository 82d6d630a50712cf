"""Months nobody monitored, and why a month is empty (domain.md 3.3, rule 12). Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from airwars_desk.rules.dates import is_month, months_between
from airwars_desk.rules.filters import Filters

WHOLLY, PARTLY = "wholly", "partly"
LONGEST: Final = 1200  # months of one gap; a typing error is not a millennium


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Months, both inclusive, that nobody monitored: for some parties and countries, or for all."""

    first: str
    last: str
    belligerents: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    reason: str = ""

    def months(self) -> list[str]:
        """The months of the gap; none where it cannot be read."""
        if not (is_month(self.first) and is_month(self.last)):
            return []
        return months_between(self.first, self.last)[:LONGEST]


def gap_of(values: Mapping[str, Any]) -> Gap:
    """The gap that a record `monitoring_gap` holds; without a last month it is one month."""
    first = values.get("month_from") or ""
    return Gap(
        first=first,
        last=values.get("month_to") or first,
        belligerents=frozenset(values.get("belligerents") or ()),
        countries=frozenset(values.get("countries") or ()),
        reason=values.get("reason") or "",
    )


def months_not_monitored(gaps: Sequence[Gap], filters: Filters) -> dict[str, str]:
    """The months that were not monitored for what the filters ask: WHOLLY or PARTLY.

    A gap of some belligerents leaves a question about all, or about others too, partly watched.
    """
    found: dict[str, str] = {}
    for gap in gaps:
        reach = _reach(gap, filters)
        if not reach:
            continue
        for month in gap.months():
            if found.get(month) != WHOLLY:
                found[month] = reach
    return found


def why_empty(month: str, gaps: Mapping[str, str], *, waiting: int, unfiltered: int) -> str:
    """Why a month has no incident that counts.

    Args:
        month: the month asked for.
        gaps: as `months_not_monitored` gives them.
        waiting: incidents of the month that pass the filters and have no decision.
        unfiltered: incidents of the month without any filter.

    Returns:
        "not_monitored", "not_reviewed", "filtered", or "none".
    """
    if gaps.get(month) == WHOLLY:
        return "not_monitored"
    if waiting:
        return "not_reviewed"
    return "filtered" if unfiltered else "none"


def axis(months: Collection[str], chosen: str, gaps: Collection[str]) -> list[str]:
    """Every month of a chart without holes: those that count, the chosen one, those of gaps."""
    known = sorted({*months, *gaps, *([chosen] if is_month(chosen) else [])})
    return months_between(known[0], known[-1]) if known else []


def silent_months(series: Iterable[Mapping[str, Any]], gaps: Mapping[str, str]) -> frozenset[str]:
    """The months of a series that are shown empty, never as zero: nobody watched, nothing counts.

    Args:
        series: rows with a `month` and a range `alleged`.
        gaps: as `months_not_monitored` gives them.
    """
    return frozenset(
        row["month"]
        for row in series
        if gaps.get(row["month"]) == WHOLLY and not row["alleged"]["incidents"]
    )


def _reach(gap: Gap, filters: Filters) -> str:
    reach = WHOLLY
    for named, asked in (
        (gap.belligerents, frozenset(filters.belligerents)),
        (gap.countries, frozenset(filters.countries)),
    ):
        if not named:
            continue
        if asked and not asked & named:
            return ""
        if not asked or not asked <= named:
            reach = PARTLY
    return reach
