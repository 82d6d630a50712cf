"""Cells and rows by openpyxl alone: text stays text, whatever it begins with."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl.cell import Cell
from openpyxl.worksheet._writer import WorksheetWriter

from airwars_desk.formats.sheet_stream import LONG, Fit
from airwars_desk.formats.sheet_text import (
    check_text,
    looks_like_a_formula,
    plain_ends,
    stored_text,
)
from airwars_desk.formats.sheets import (
    NUMBERS,
    Column,
    Formula,
    Style,
    Styled,
    is_whole,
    sheet_number,
)
from airwars_desk.formats.workbook_styles import row_height
from airwars_desk.rules.text import direction


def make_cell(sheet: Any, value: Any, style: Style, styles: Mapping[Any, Any]) -> Any:
    """A cell of openpyxl, its type forced by the type of the value and never guessed.

    Args:
        sheet: the sheet it will stand on.
        value: bool, int, float, date, text or `Formula`; not None.
        style: how it looks; a text in a column of numbers or dates looks like text.
        styles: from `make_styles`.
    """
    cell: Any = Cell(sheet, 1, 1)
    marks = (False, False)
    if isinstance(value, int) and not is_whole(value):
        value = str(value)
    if isinstance(value, str):
        marks = (looks_like_a_formula(value), direction(value) == "rtl")
        style = Style.TEXT if style in NUMBERS else style
        kind, value = "s", stored_text(value)
    elif isinstance(value, Formula):
        kind, value = "f", "=" + value.expression
    elif isinstance(value, bool):
        kind = "b"
    else:
        kind = "d" if isinstance(value, dt.date) else "n"
    cell.data_type = kind
    cell._value = value  # noqa: SLF001 - the setter would guess
    cell._style = styles[style, marks]  # noqa: SLF001 - built once, shared
    return cell


class PlainRows:
    """The rows of a sheet by openpyxl alone: slower than `RowStream`, with equal cells."""

    def __init__(
        self, sheet: Any, out: Path, columns: Sequence[Column], styles: Mapping[Any, Any]
    ) -> None:
        """Begin the sheet.

        Args:
            sheet: a write-only sheet of openpyxl, set up but for what stands after the rows.
            out: the file to be, in a private folder.
            columns: how the cells of each column look.
            styles: from `make_styles`.
        """
        self._sheet = sheet
        self._columns = columns
        self._styles = styles
        sheet._values_to_row = _place  # noqa: SLF001 - saves an exception per cell
        writer = WorksheetWriter(sheet, out=str(out))
        sheet._writer = writer  # noqa: SLF001 - so that it writes into our folder, no other
        writer.write_top()

    def append(self, row: int, values: Sequence[Any], where: str, fit: Fit) -> list[Any]:
        """Write a row and return its values as they must read back; see `RowStream.append`."""
        height = row_height(values, self._columns)
        if height:
            self._sheet.row_dimensions[row].height = height
        cells: list[Any] = []
        read: list[Any] = []
        for number, given in enumerate(values):
            style = self._columns[number].style if number < len(self._columns) else Style.TEXT
            value = given
            if isinstance(given, Styled):
                value, style = given.value, given.style
            if isinstance(value, str):
                value = fit(number, value) if len(value) >= LONG else value
                check_text(value, where)
            elif isinstance(value, float):
                value = sheet_number(value)
            empty = value is None or value == ""
            cells.append(None if empty else make_cell(self._sheet, value, style, self._styles))
            read.append(_as_read(value))
        self._sheet.append(cells)
        return read

    def finish(self) -> None:
        """Write what stands after the rows."""
        self._sheet.close()

    def close(self) -> None:
        """Let go of the file."""
        self._sheet.close()


def _as_read(value: Any) -> Any:
    """A value as another program reads it back: formulas without what they give."""
    if value is None or isinstance(value, Formula):
        return ""
    if isinstance(value, str):
        return plain_ends(value)
    if isinstance(value, int) and not is_whole(value):
        return str(value)
    return value


def _place(cells: Sequence[Any], row: int) -> Iterator[Any]:
    """Give cells their places in a row; called by openpyxl for each row."""
    for column, cell in enumerate(cells, 1):
        if cell is not None:
            cell.column = column
            cell.row = row
            yield cell
