"""What a sheet is before any file exists: columns, styles, and values a cell can hold.

Values of a row are None, bool, int, float, `date`, text or `Formula`. Text is always text: it
never becomes a formula, a number or an error on its way (S7 of the reliability notes). To add a
kind of field, give it a cell in `CELL_OF_KIND`.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from airwars_desk.formats.sheet_charts import Bars, Chart
from airwars_desk.i18n import tr
from airwars_desk.records.field import Kind
from airwars_desk.rules.dates import parse

#: Rows that stand above the first row of data on a sheet with a table.
HEADER_ROW: Final = 4
FIRST_ROW: Final = HEADER_ROW + 1

_FIRST_DATE: Final = dt.date(1900, 3, 1)
_LARGEST_WHOLE: Final = 10**15


class Style(StrEnum):
    """How a cell looks; each is built once per workbook."""

    TEXT = "text"
    WRAPPED = "wrapped"
    INTEGER = "integer"
    NUMBER = "number"
    DEGREES = "degrees"
    DATE = "date"
    MONTH = "month"
    PERCENT = "percent"
    SIGNED = "signed"
    TITLE = "title"
    STAMP = "stamp"
    HEADER = "header"
    HEADER_NUMBER = "header_number"
    STRONG = "strong"
    STRONG_INTEGER = "strong_integer"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours, never made from data: the expression and the value it must give."""

    expression: str
    value: float | str | None = None


@dataclass(frozen=True, slots=True)
class Styled:
    """A value with a style other than that of its column."""

    value: Any
    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its head, how its cells look, and how wide it is (in characters)."""

    label: str
    style: Style = Style.TEXT
    width: float = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The plan of one sheet.

    Attributes:
        title: name of the tab, at most 31 characters.
        columns: a table has a header in row `HEADER_ROW`; a page (`is_table` false) only widths.
        lines: rows above the header (at most three), or none for a page.
        is_table: with header, autofilter and frozen header.
        rows: how many rows of data come; None = not known before.
        frozen_columns: columns that stay in sight.
        print_columns: how many columns are printed; None = all.
        charts: drawn beside or below the table.
        bars: columns whose cells carry bars as long as their numbers.
    """

    title: str
    columns: Sequence[Column]
    lines: Sequence[Sequence[Any]] = ()
    is_table: bool = True
    rows: int | None = None
    frozen_columns: int = 0
    print_columns: int | None = None
    landscape: bool = True
    charts: Sequence[Chart] = ()
    bars: Sequence[Bars] = ()


NUMBERS: Final = frozenset(
    {
        Style.INTEGER,
        Style.NUMBER,
        Style.DEGREES,
        Style.DATE,
        Style.MONTH,
        Style.PERCENT,
        Style.SIGNED,
    }
)
"""Styles of numbers and dates: a text in such a column looks like text."""

#: The style of a field's cell by its kind. REF is looked up by the sheet that shows it.
CELL_OF_KIND: Final[Mapping[Kind, Style]] = {
    Kind.TEXT: Style.TEXT,
    Kind.LONG_TEXT: Style.TEXT,
    Kind.INTEGER: Style.INTEGER,
    Kind.NUMBER: Style.NUMBER,
    Kind.BOOLEAN: Style.TEXT,
    Kind.DATE: Style.DATE,
    Kind.TIME: Style.TEXT,
    Kind.MOMENT: Style.TEXT,
    Kind.ADDRESS: Style.TEXT,
    Kind.CHOICE: Style.TEXT,
    Kind.TERM: Style.TEXT,
    Kind.REF: Style.TEXT,
    Kind.JSON: Style.TEXT,
    Kind.TERMS: Style.TEXT,
    Kind.CODES: Style.TEXT,
    Kind.POINTS: Style.DEGREES,
}
WIDTH_OF_KIND: Final[Mapping[Kind, float]] = {
    Kind.LONG_TEXT: 60,
    Kind.ADDRESS: 40,
    Kind.TERMS: 24,
    Kind.TERM: 18,
    Kind.TEXT: 22,
    Kind.JSON: 24,
    Kind.DATE: 12,
    Kind.CHOICE: 15,
}


def cell_value(kind: Kind, value: Any, names: Mapping[str, str]) -> Any:
    """A field's JSON-native value as a cell holds it; None where nothing is known.

    Args:
        kind: what the value means.
        value: the value as the record has it.
        names: labels of terms by uid.
    """
    if value is None or value == []:
        return None
    if kind in (Kind.TERM, Kind.TERMS):
        terms = [value] if kind is Kind.TERM else value
        return "; ".join(names.get(term, term) for term in terms)
    show = _SHOW.get(kind)
    return show(value) if show else value


def as_date(text: str) -> dt.date | str:
    """An ISO day as a real date; one that a sheet cannot hold as a date stays text.

    >>> as_date("2017-03-21"), as_date("1066-10-14"), as_date("spring")
    (datetime.date(2017, 3, 21), '1066-10-14', 'spring')
    """
    day = parse(text)
    return day if day is not None and day >= _FIRST_DATE else text


def as_month(text: str | None) -> int | None:
    """A month as a number that sorts and shows as `2017-03` in a sheet.

    >>> as_month("2017-03")
    201703
    """
    return int(text[:4]) * 100 + int(text[5:7]) if text else None


def is_whole(number: int) -> bool:
    """Say whether a sheet keeps every digit of a whole number."""
    return -_LARGEST_WHOLE < number < _LARGEST_WHOLE


def sheet_number(number: float) -> float:
    """A number as sheets keep it: fifteen digits.

    >>> sheet_number(0.1 + 0.2), sheet_number(3)
    (0.3, 3)
    """
    return float(f"{number:.15g}") if isinstance(number, float) else number


def header_cells(columns: Sequence[Column]) -> list[Styled]:
    """The heads of columns: over numbers to the right, as the numbers are."""
    return [
        Styled(column.label, Style.HEADER_NUMBER if column.style in NUMBERS else Style.HEADER)
        for column in columns
    ]


def column_letter(number: int) -> str:
    """The name of a column.

    >>> column_letter(1), column_letter(27), column_letter(702)
    ('A', 'AA', 'ZZ')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _json_text(value: Any) -> str:
    import orjson

    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return "; ".join(value)
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _yes_or_no(value: object) -> str:
    return tr("yes") if value else tr("no")


def _words(value: object) -> str:
    """A key of a closed set as words; a grade stays as it is."""
    return str(value).replace("_", " ")


_SHOW: Final[Mapping[Kind, Callable[[Any], Any]]] = {
    Kind.DATE: as_date,
    Kind.BOOLEAN: _yes_or_no,
    Kind.CHOICE: _words,
    Kind.CODES: "; ".join,
    Kind.JSON: _json_text,
}
