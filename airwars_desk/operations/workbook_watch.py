"""Which months of a workbook were monitored: the same rule as on the page of the month.

A month nobody monitored is empty in every table and hatched in every chart, never zero; one that
has numbers all the same keeps them and says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from airwars_desk.i18n import tr
from airwars_desk.operations.workbook_rows import Names
from airwars_desk.records.case import Item
from airwars_desk.rules.dates import runs_of
from airwars_desk.rules.figures import Figures
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.monitoring import (
    PARTLY,
    WHOLLY,
    gap_of,
    months_not_monitored,
    silent_months,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is known of the months of one workbook.

    Attributes:
        reach: the months not monitored, WHOLLY or PARTLY.
        whom: for whom a month was partly not monitored.
        silent: the months that are shown empty.
    """

    reach: Mapping[str, str] = field(default_factory=dict)
    whom: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    @property
    def has_gaps(self) -> bool:
        """Whether there is anything to hatch."""
        return WHOLLY in self.reach.values()

    def word(self, month: str) -> str:
        """Say beside a month whether it was monitored."""
        reach = self.reach.get(month)
        if reach == PARTLY:
            return tr("partly not monitored: {whom}").format(whom=self.whom[month])
        return tr("not monitored") if reach == WHOLLY else tr("monitored")

    def mark(self, month: str) -> int | None:
        """What the charts draw hatched: 1 where nobody monitored, else nothing."""
        return 1 if self.reach.get(month) == WHOLLY else None

    def sentences(self, months: Sequence[str]) -> list[str]:
        """What the reader of some months must be told; nothing where all were monitored."""
        told = []
        wholly = [month for month in months if self.reach.get(month) == WHOLLY]
        if wholly:
            text = tr("Not monitored, which is not zero: {months}. The sheet “Notes” says why.")
            told.append(text.format(months=", ".join(runs_of(wholly))))
        partly: dict[str, list[str]] = {}
        for month in months:
            if self.reach.get(month) == PARTLY:
                partly.setdefault(self.whom[month], []).append(month)
        for whom, some in partly.items():
            text = tr("Partly not monitored ({whom}): {months}. The sheet “Notes” says why.")
            told.append(text.format(whom=whom, months=", ".join(runs_of(some))))
        return told


def reaching(gaps: Sequence[Item], filters: Filters) -> list[Item]:
    """Those gaps that touch what the filters ask."""
    return [item for item in gaps if months_not_monitored([gap_of(item.values)], filters)]


def gaps_within(gaps: Sequence[Item], filters: Filters) -> dict[str, str]:
    """The months from the first to the last of the filters that were not monitored."""
    found = months_not_monitored([gap_of(item.values) for item in gaps], filters)
    first, last = filters.month_from or "", filters.month_to or "9999-12"
    return {month: reach for month, reach in found.items() if first <= month <= last}


def watch_of(
    gaps: Sequence[Item], reach: Mapping[str, str], series: Sequence[Figures], names: Names
) -> Watch:
    """What the tables and charts of a series of months must say."""
    whom: dict[str, list[str]] = {}
    for item in gaps:
        gap = gap_of(item.values)
        parts = (names.joined(sorted(gap.belligerents)), names.joined(sorted(gap.countries)))
        label = " · ".join(part for part in parts if part)
        for month in gap.months():
            if reach.get(month) == PARTLY and label not in whom.setdefault(month, []):
                whom[month].append(label)
    return Watch(
        reach=reach,
        whom={month: "; ".join(labels) for month, labels in whom.items()},
        silent=silent_months(series, reach),
    )
