"""What one workbook reads before its first row: figures, selection, series, names, words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from airwars_desk.i18n import tr
from airwars_desk.operations.workbook_declared import TITLES, selected
from airwars_desk.operations.workbook_rows import Names, flag_key
from airwars_desk.operations.workbook_watch import Watch, gaps_within, reaching, watch_of
from airwars_desk.records.case import Item
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.dates import is_month, month_before
from airwars_desk.rules.figures import NO_GRADE, Figures, blank
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.monitoring import axis
from airwars_desk.store.figures import count, grades_by_month
from airwars_desk.store.journal import heads_of_replicas
from airwars_desk.store.names import names_of, read_terms, unnamed
from airwars_desk.store.people import names_of_people
from airwars_desk.store.roots import read_roots
from airwars_desk.store.sheet_rows import Chosen, read_chosen


class Reading:
    """The facts of one workbook.

    Attributes:
        figures: those of the selection.
        chosen: its incidents, in the order of the sheet.
        names: labels of terms.
        people: names of people by uid.
        series: `by_month` of all months up to that of the workbook, or of the selection.
        grades: the same months by grade.
        before: the figures of the month before; None where there is none.
        flags: a key and a name per belligerent under which a selected incident counts.
        declared: strike tallies and claims by kind.
        gaps: the records of months not monitored that touch the selection.
        watch: which months of the series were monitored.
        heads: the last change of every replica.
        about: what was selected, in words.
    """

    def __init__(self, connection: Any, filters: Filters, month: str | None) -> None:
        self._connection = connection
        self._filters = filters
        self._month = month
        self.figures: Figures = count(connection, filters)
        self.chosen: list[Chosen] = read_chosen(connection, filters)
        terms = read_terms(connection)
        self.names = Names({term.uid: term.label or unnamed(term.uid) for term in terms})
        self.people = names_of_people(connection)
        gaps = read_roots(connection, "monitoring_gap", with_heads=False)
        self.gaps: list[Item] = reaching(gaps, filters)
        self.series, self.grades, self.watch = self._read_series()
        self.before_month = _month_before(month)
        self.before = self._read_before()
        self.flags = self._read_flags()
        self.declared: dict[str, list[Item]] = {
            kind: selected(read_roots(connection, kind, with_heads=False), filters)
            for kind in TITLES
        }
        self.heads = heads_of_replicas(connection)
        self.about = self._in_words()

    @property
    def as_of(self) -> str:
        """The time of the newest change counted, as people read it; "" = nothing counted."""
        return str(self.figures["as_of"] or "")[:16].replace("T", " ")

    def moment(self) -> dt.datetime | None:
        """The time of the newest change counted, for the properties of the file."""
        try:
            found = dt.datetime.fromisoformat(self.figures["as_of"] or "")
        except ValueError:
            return None
        return found.replace(tzinfo=None, microsecond=0)

    def _read_series(self) -> tuple[list[Figures], list[Figures], Watch]:
        filters, series = self._filters, self.figures["by_month"]
        if self._month:
            filters = replace(self._filters, month_from=None)
            series = count(self._connection, filters)["by_month"]
        grades = {
            row["month"]: row["by_grade"] for row in grades_by_month(self._connection, filters)
        }
        reach = gaps_within(self.gaps, filters)
        known = {row["month"]: row for row in series}
        months = axis(known, "", reach)
        series = [
            known.get(month) or {"month": month, "alleged": blank(), "likely": blank()}
            for month in months
        ]
        by_grade = [
            {"month": month, "by_grade": grades.get(month) or _no_grades()} for month in months
        ]
        return series, by_grade, watch_of(self.gaps, reach, series, self.names)

    def _read_before(self) -> Figures | None:
        before = self.before_month
        if not before:
            return None
        return count(self._connection, self._filters.between(before, before))

    def _read_flags(self) -> list[tuple[str, str]]:
        terms = {term for one in self.chosen for term in one.belligerents}
        named = names_of(self._connection, sorted(terms))
        return sorted(
            ((flag_key(term), name) for term, name in named.items()), key=lambda flag: flag[::-1]
        )

    def _in_words(self) -> str:
        filters = self._filters
        chosen: Sequence[tuple[str, ...]] = (
            filters.belligerents,
            filters.countries,
            filters.provinces,
        )
        parts = [self.names.joined(uids) for uids in chosen if uids]
        if filters.places:
            parts.append("; ".join(filters.places))
        months = [month for month in (filters.month_from, filters.month_to) if month]
        if months:
            told = "–".join(dict.fromkeys(months))
            parts.append(told if parts else tr("All incidents of {months}").format(months=told))
        return " · ".join(parts) or tr("All incidents of the casebook")


def _no_grades() -> Figures:
    return {grade: blank() for grade in (*GRADES, NO_GRADE)}


def _month_before(month: str | None) -> str | None:
    before = month_before(month) if month else None
    return before if is_month(before) else None
