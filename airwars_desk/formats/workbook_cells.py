"""One cell from one value: text stays text, whatever it begins with."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from openpyxl.cell import Cell

from airwars_desk.formats.sheet_text import stored_text
from airwars_desk.formats.sheets import NUMBERS, Formula, Style, is_whole
from airwars_desk.rules.text import direction

_LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "'")


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
        marks = (value.startswith(_LIKE_A_FORMULA), direction(value) == "rtl")
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


def place(cells: Sequence[Any], row: int) -> Iterator[Any]:
    """Give cells their places in a row; called by openpyxl for each row."""
    for column, cell in enumerate(cells, 1):
        if cell is not None:
            cell.column = column
            cell.row = row
            yield cell
