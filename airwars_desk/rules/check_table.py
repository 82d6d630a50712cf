"""The checks there are: their ids, how grave they are and what they say.

To add a check: 1. a line in `CHECKS` with an id that never changes once shipped; 2. the check
itself beside its kind (check_when_where.py, check_harm.py, check_people.py,
check_attribution.py, check_narrative.py); 3. an example in tests/rules/test_checks.py; 4. a line
in docs/checks.md.
No check blocks saving: half-known and contradictory incidents are stored and shown as they are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from airwars_desk.i18n import N_
from airwars_desk.records.case import Case, Item

Severity = Literal["wrong", "odd", "note"]
"""wrong: it cannot be so. odd: look at it. note: known to occur, worth knowing."""

_NO_ITEMS: Final[list[Item]] = []


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its stable id, how grave it is, and its sentence, marked for translation."""

    id: str
    severity: Severity
    sentence: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found: the check's id, the record's kind and uid, the field, and the value.

    `detail` is a value such as `6–1`, never a sentence, and needs no translation.
    """

    id: str
    kind: str
    uid: str
    field: str = ""
    detail: str = ""


class View:
    """A case as the checks read it: its live records by kind, gathered once."""

    __slots__ = ("_by_kind", "_problems", "case", "incident", "uid", "values")

    def __init__(self, case: Case) -> None:
        self._by_kind: dict[str, list[Item]] = {}
        for item in case.items.values():
            if item.is_live:
                self._by_kind.setdefault(item.kind, []).append(item)
        self._problems: list[Problem] = []
        self.case = case
        self.uid = case.uid
        self.incident = case.incident
        self.values: dict[str, Any] = case.incident.values

    def of(self, kind: str) -> list[Item]:
        """Return the live records of a kind, in no particular order."""
        return self._by_kind.get(kind, _NO_ITEMS)

    def kinds(self) -> list[str]:
        """Return the kinds of which there are live records."""
        return list(self._by_kind)

    def report(self, check: str, item: Item, field: str = "", detail: str = "") -> None:
        """Note that a check found something on a record."""
        self._problems.append(Problem(check, item.kind, item.uid, field, detail))

    def report_incident(self, check: str, field: str = "", detail: str = "") -> None:
        """Note that a check found something on the incident itself."""
        self._problems.append(Problem(check, "incident", self.uid, field, detail))

    def problems(self) -> list[Problem]:
        """Return what was found so far."""
        return self._problems


CheckFunction = Callable[[View], None]

_TABLE: Final = (
    # When
    Check("undated", "odd", N_("The incident has no date.")),
    Check("not_a_date", "wrong", N_("This is not a date of the calendar.")),
    Check("implausible_date", "wrong", N_("The date is too early to be meant.")),
    Check("end_before_start", "wrong", N_("The incident ends before it begins.")),
    Check("range_over_a_year", "odd", N_("The date range is longer than a year.")),
    Check("range_without_end", "odd", N_("A date range needs an end.")),
    Check("end_without_range", "odd", N_("There is an end date, but this is no date range.")),
    # Where
    Check("point_out_of_range", "wrong", N_("These coordinates are not on the earth.")),
    Check("point_outside_country", "odd", N_("The point lies outside the country.")),
    Check("nearly_equal_points", "odd", N_("Two points are nearly the same.")),
    Check("grid_reference_unreadable", "odd", N_("This is not one readable grid reference.")),
    # Codes and text
    Check("no_code", "note", N_("The incident has no code.")),
    Check("same_code_twice", "odd", N_("The same code stands here twice.")),
    Check("own_code_among_previous", "note", N_("A previous code is also the present one.")),
    Check("replacement_character", "odd", N_("A letter was lost on the way into this text.")),
    Check(
        "narrative_names_nobody",
        "odd",
        N_("The narrative names a source or a victim that is not in the incident."),
    ),
    # Harm
    Check("min_above_max", "wrong", N_("The minimum is above the maximum.")),
    Check("one_bound", "odd", N_("Only one of minimum and maximum is given.")),
    Check("negative_count", "wrong", N_("A count is below zero.")),
    Check(
        "groups_above_total", "odd", N_("Children, women and men add up to more than civilians.")
    ),
    Check(
        "children_without_civilians",
        "odd",
        N_("Children are counted, but the number of civilians is unknown."),
    ),
    Check("named_above_maximum", "odd", N_("More dead are named than the maximum says.")),
    Check(
        "conceded_above_maximum",
        "odd",
        N_("A belligerent concedes more than the reported maximum."),
    ),
    Check(
        "numbers_harm_unsaid",
        "odd",
        N_("This is in no figure until “Civilian harm reported” is Yes: it is not recorded."),
    ),
    Check(
        "numbers_without_harm",
        "odd",
        N_("Civilians are counted, but “Civilian harm reported” is No: this is in no figure."),
    ),
    # Grade
    Check("two_grades", "odd", N_("The incident has two grades; the first one counts.")),
    Check("grade_without_harm", "odd", N_("There is a grade, but no harm to civilians reported.")),
    Check(
        "confirmed_not_accepted",
        "odd",
        N_("Confirmed, but no belligerent finds it credible or concedes harm."),
    ),
    Check(
        "credible_not_confirmed",
        "odd",
        N_("A belligerent finds it credible, but the grade is not Confirmed."),
    ),
    Check("fair_below_two_sources", "odd", N_("Fair, but with fewer than two origins.")),
    Check("contested_one_belligerent", "note", N_("Contested, but only one belligerent is named.")),
    # Attribution
    Check(
        "involved_not_tracked", "odd", N_("No belligerent of the details is one it counts under.")
    ),
    Check("positions_disagree", "odd", N_("The two fields of the belligerent's position differ.")),
    # Sources
    Check("same_address_twice", "odd", N_("The same address is cited twice.")),
    Check("broken_address", "odd", N_("This address cannot be opened as it is.")),
    Check("dead_end_address", "note", N_("This address leads to a page that says nothing.")),
    # Victims
    Check("no_name", "note", N_("The victim has no name in any script.")),
    Check("placeholder_name", "note", N_("This describes the victim, but names nobody.")),
    Check("neither_killed_nor_injured", "odd", N_("Neither killed nor injured is recorded.")),
    Check("age_not_a_number", "note", N_("The age is not plainly a number.")),
    Check("age_contradicts_group", "odd", N_("The age contradicts the age group.")),
    Check("age_above_110", "odd", N_("The age is above 110.")),
    Check("pregnant_male", "wrong", N_("Recorded as male and as pregnant.")),
    Check("identifier_not_a_number", "odd", N_("This identifier is not a number.")),
)

CHECKS: Final[dict[str, Check]] = {check.id: check for check in _TABLE}
