"""Checks of a case: what is odd about it, with stable ids (docs/checks.md).

Pure. The same checks speak on the entry page, in an import's report and in lists. None of them
blocks: what is odd is stored as it is and shown beside its field.
"""

from collections.abc import Iterable
from typing import Final

from airwars_desk.records.case import Case
from airwars_desk.rules.check_attribution import check_addresses, check_involvements
from airwars_desk.rules.check_harm import (
    check_counts,
    check_grade,
    check_harm_said,
    check_totals,
)
from airwars_desk.rules.check_narrative import check_narratives
from airwars_desk.rules.check_people import check_victims
from airwars_desk.rules.check_table import CHECKS, Check, CheckFunction, Problem, Severity, View
from airwars_desk.rules.check_when_where import check_codes, check_dates, check_points, check_texts

_ALL: Final[tuple[CheckFunction, ...]] = (
    check_dates,
    check_points,
    check_codes,
    check_counts,
    check_totals,
    check_harm_said,
    check_grade,
    check_involvements,
    check_addresses,
    check_victims,
    check_texts,
    check_narratives,
)


def check_case(case: Case) -> list[Problem]:
    """Return what is odd about a case, in the order of the checks."""
    view = View(case)
    for check in _ALL:
        check(view)
    return view.problems()


def worth_a_look(problems: Iterable[Problem]) -> int:
    """Count the different things found that are more than a note: what a list shows."""
    return len({problem.id for problem in problems if CHECKS[problem.id].severity != "note"})


__all__ = ["CHECKS", "Check", "Problem", "Severity", "check_case", "worth_a_look"]
