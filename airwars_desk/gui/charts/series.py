"""What the charts of the month show: plain frozen values, and their numbers as a table of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from airwars_desk.gui.month_queries import GRADES, NO_GRADE, Mark
from airwars_desk.gui.text import UNKNOWN, day, number, span
from airwars_desk.gui.theme import letter_of
from airwars_desk.i18n import ntr, tr

BANDS, STACKS = "bands", "stacks"
ALL_GRADES = (*GRADES, NO_GRADE)


@dataclass(frozen=True, slots=True)
class Bar:
    """A range over incidents."""

    low: int = 0
    high: int = 0
    incidents: int = 0

    def text(self) -> str:
        """The range as it is read; no incident is a dash, never zero."""
        return span(self.low, self.high) if self.incidents else UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month: two ranges, incidents by grade, and whether it was monitored.

    Args:
        month: YYYY-MM.
        alleged: of all grades.
        likely: of the grades chosen.
        grades: incidents in the order of `ALL_GRADES`.
        gap: "" where it was monitored, "wholly" or "partly" where not.
    """

    month: str
    alleged: Bar = Bar()
    likely: Bar = Bar()
    grades: tuple[int, ...] = (0,) * len(ALL_GRADES)
    gap: str = ""

    def bar(self, series: str) -> Bar:
        """The range of a series, "alleged" or "likely"."""
        return self.alleged if series == "alleged" else self.likely

    def marks(self) -> list[Mark]:
        """The marks of the month in the order the keys walk them."""
        found = [
            Mark(kind=kind, month=self.month, incidents=self.bar(kind).incidents)
            for kind in ("alleged", "likely")
        ]
        found += [
            Mark(kind="grade", month=self.month, grade=grade, incidents=count)
            for grade, count in zip(ALL_GRADES, self.grades, strict=True)
        ]
        return [mark for mark in found if mark.incidents]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All that is drawn: months, the one the page is about, killed or injured, and a note.

    `note`: said at the likely bar of that month where one incident makes most of its spread.
    """

    months: tuple[Month, ...] = ()
    now: str = ""
    harm: str = "killed"
    note: str = ""

    def at(self) -> Month | None:
        """The month the page is about."""
        return next((month for month in self.months if month.month == self.now), None)


def month_of(row: dict[str, Any], harm: str) -> Month:
    """A month from a row of the series."""
    return Month(
        month=row["month"],
        alleged=_bar(row["alleged"], harm),
        likely=_bar(row["likely"], harm),
        grades=tuple(row["grades"][grade] for grade in ALL_GRADES),
        gap=row["gap"],
    )


def window_of(months: Sequence[Month], now: str, shown: int) -> tuple[Month, ...]:
    """The last months that fit, with the chosen one among them, and last where it can be."""
    names = [month.month for month in months]
    last = names.index(now) + 1 if now in names else len(months)
    last = max(last, min(shown, len(months)))
    return tuple(months[max(0, last - shown) : last])


def title_of(chart: str, harm: str) -> str:
    """The title of a chart."""
    if chart == STACKS:
        return tr("Incidents by grade")
    return tr("Injured by month") if harm == "injured" else tr("Killed by month")


def month_in_words(month: Month) -> str:
    """The numbers of a month, for who cannot see the chart or points at it."""
    lines = [day(month.month)]
    if month.gap:
        lines.append(tr("not monitored") if month.gap == "wholly" else tr("partly not monitored"))
    if month.alleged.incidents:
        for title, bar in ((tr("alleged"), month.alleged), (tr("likely"), month.likely)):
            lines.append(f"{title} {bar.text()}, {incidents_in_words(bar.incidents)}")
        counts = zip(ALL_GRADES, month.grades, strict=True)
        lines.append(", ".join(f"{letter_of(grade)} {count}" for grade, count in counts if count))
    elif not month.gap:
        lines.append(tr("no incident that counts"))
    return "\n".join(lines)


def incidents_in_words(count: int) -> str:
    """A number of incidents."""
    return ntr("{number} incident", "{number} incidents", count).format(number=number(count))


def table_titles(harm: str) -> list[str]:
    """The columns of the table beside the charts."""
    alleged, likely = tr("Alleged killed"), tr("Likely killed")
    if harm == "injured":
        alleged, likely = tr("Alleged injured"), tr("Likely injured")
    return [tr("Month"), alleged, likely, tr("Incidents"), *map(letter_of, ALL_GRADES)]


def table_row(month: Month) -> list[str]:
    """A month as a row of that table: the same numbers as its marks."""
    row = [day(month.month)]
    if month.gap == "wholly" and not month.alleged.incidents:
        return [*row, tr("not monitored")]
    row += [month.alleged.text(), month.likely.text(), number(month.alleged.incidents)]
    return row + [number(count) for count in month.grades]


def _bar(block: dict[str, Any], harm: str) -> Bar:
    return Bar(block[f"{harm}_min"], block[f"{harm}_max"], block["incidents"])
