"""Every kind of field has a cell, and a value becomes what a person reads there."""

import datetime as dt
from typing import Any

import pytest

from airwars_desk.formats.sheets import (
    CELL_OF_KIND,
    Column,
    Style,
    as_month,
    cell_value,
    column_letter,
    header_cells,
    is_whole,
)
from airwars_desk.records.field import Kind

NAMES = {"country/syria": "Syria"}


def test_every_kind_has_a_cell() -> None:
    assert set(CELL_OF_KIND) == set(Kind)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.TEXT, "a", "a"),
        (Kind.TEXT, None, None),
        (Kind.INTEGER, 0, 0),
        (Kind.BOOLEAN, False, "no"),
        (Kind.DATE, "2017-03-21", dt.date(2017, 3, 21)),
        (Kind.DATE, "0217-03-21", "0217-03-21"),
        (Kind.TERM, "country/syria", "Syria"),
        (Kind.TERMS, ["country/syria", "country/#9"], "Syria; country/#9"),
        (Kind.TERMS, [], None),
        (Kind.CODES, ["CS1", "RS2"], "CS1; RS2"),
        (Kind.CHOICE, "not_yet_assessed", "not yet assessed"),
        (Kind.JSON, ["a", "b"], "a; b"),
        (Kind.JSON, [{"b": 1, "a": "ل"}], '[{"a":"ل","b":1}]'),
    ],
)
def test_what_a_person_reads(kind: Kind, value: Any, shown: Any) -> None:
    assert cell_value(kind, value, NAMES) == shown


def test_small_things() -> None:
    assert as_month(None) is None
    assert as_month("0217-03") == 21703
    assert [column_letter(n) for n in (26, 28, 703)] == ["Z", "AB", "AAA"]
    assert is_whole(999_999_999_999_999)
    assert not is_whole(10**15)
    heads = header_cells([Column(label="a"), Column(label="n", style=Style.INTEGER)])
    assert [head.style for head in heads] == [Style.HEADER, Style.HEADER_NUMBER]
