"""Formulas are made of our own columns and literal conditions."""

import pytest

from airwars_desk.operations.workbook_columns import incident_columns
from airwars_desk.operations.workbook_formulas import Totals, change_share, criterion
from airwars_desk.rules.figures import blank

COLUMNS = incident_columns([("under x", "X")])


def make(state: str, rows: int = 3) -> Totals:
    return Totals(sheet="In'cidents", columns=COLUMNS, rows=rows, state=state)


def test_a_decided_range_counts_decided_incidents_with_harm() -> None:
    formulas = make("decided").range(blank())
    assert formulas["incidents"].expression == (
        "COUNTIFS('In''cidents'!$L$5:$L$7,\"=yes\",'In''cidents'!$K$5:$K$7,\"=yes\")"
    )
    assert list(formulas) == list(blank())


def test_a_working_range_counts_all_with_harm() -> None:
    formula = make("working").range(blank())["killed_min"].expression
    assert formula == "SUMIFS('In''cidents'!$M$5:$M$7,'In''cidents'!$L$5:$L$7,\"=yes\")"


def test_grades_are_added_up() -> None:
    formula = make("decided").range(blank(), grades=["Fair", "Weak"])["unknown"].expression
    assert formula.count("SUMIFS(") == 2
    assert '"=Fair")+SUMIFS(' in formula


def test_no_rows_still_name_a_cell() -> None:
    assert make("decided", rows=0).cells("number") == "'In''cidents'!$A$5:$A$5"


@pytest.mark.parametrize(
    ("text", "expected"), [('say "x"', '"=say ""x"""'), (">5", '"=>5"'), ("a~b", '"=a~~b"')]
)
def test_a_condition_means_its_text(text: str, expected: str) -> None:
    assert criterion(text) == expected


def test_a_change_from_nothing_is_a_dash() -> None:
    assert change_share("B1", "B2", (5, 0)).value == "–"
    assert change_share("B1", "B2", (6, 4)).value == 0.5
