"""Rows of a sheet as strings, straight into the sheet's file (decision 7).

openpyxl keeps the workbook: styles, widths, charts, filters. The rows, which are nearly all of a
file, are put together here: texts as inline strings, numbers and dates as values, formulas with
the value they must give. Style ids are those of openpyxl's own prototype cells. It leans on names
that openpyxl keeps private, so `Book` falls back to openpyxl's own rows for other versions.
"""

import datetime as dt
import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import openpyxl
from openpyxl.worksheet._writer import WorksheetWriter

from airwars_desk.formats.sheet_text import (
    LIKE_A_FORMULA,
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
    column_letter,
    is_whole,
    sheet_number,
)
from airwars_desk.formats.workbook_styles import Marks, row_height
from airwars_desk.rules.text import direction

#: A text of this length or more may not fit into a cell.
LONG: Final = 16_000

_ROWS_HERE: Final = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
#: What makes a text more than plain letters: to be escaped, refused, or read from the right.
_ODD: Final = re.compile(r"[^ -%'-;=?-^`-~]")
_DAY_NOUGHT: Final = dt.date(1899, 12, 30).toordinal()
_DATE: Final = dt.date
_LEAST: Final = -(10**15)
_MOST: Final = 10**15
#: How many cells of a column are kept, and how long their texts may be.
_KEPT: Final = 1_000
_SHORT: Final = 32
_CHUNK: Final = 256

Fit = Callable[[int, str], str]


#: A text ready to be written: its marks, its element, and how it reads back.
_Text = tuple[Marks, str, str]


class _Lane:
    """What the cells of one column share."""

    __slots__ = ("heads", "kept", "number", "place", "start", "style")

    def __init__(self, place: int, column: Column, ids: Mapping[Any, int]) -> None:
        self.place = place
        self.style = column.style
        self.start = f'<c r="{column_letter(place + 1)}'
        self.number = f'" s="{ids[column.style, (False, False)]}"><v>'
        self.heads = _text_heads(column.style, ids)
        self.kept: dict[Any, str] = {}


def is_fit() -> bool:
    """Say whether this version of openpyxl is one whose private names are known."""
    return openpyxl.__version__.startswith("3.1.")


class RowStream:
    """Takes the place of openpyxl's own stream of rows on one sheet."""

    def __init__(
        self, sheet: Any, out: Path, columns: Sequence[Column], ids: Mapping[Any, int]
    ) -> None:
        """Open the file of the sheet and write all that stands before its rows.

        Args:
            sheet: a write-only sheet of openpyxl, set up but for what stands after the rows.
            out: the file to be, in a private folder.
            columns: how the cells of each column look.
            ids: the id of each style, by style and marks.
        """
        self._sheet = sheet
        self._columns = columns
        self._ids = ids
        self._file = out.open("wb")
        self._out = out
        self._waiting: list[str] = []
        self._lanes = [_Lane(n, one, ids) for n, one in enumerate(columns)]
        self._wraps = any(one.style is Style.WRAPPED for one in columns)
        self._file.write(_shell(sheet)[0] + b"<sheetData>")

    def append(self, row: int, values: Sequence[Any], where: str, fit: Fit) -> list[Any]:
        """Write a row and return its values as they must read back.

        Args:
            row: its number.
            values: None, bool, int, float, date, text, `Formula` or `Styled` of one of them.
            where: the record it is about, for the sentence of a refusal.
            fit: gives what a cell can hold of a long text in a column (0 = the first).

        Raises:
            Refused: a text holds what a workbook cannot hold.
        """
        read = ["" if value is None else value for value in values]
        parts: list[str] = []
        is_tall = self._wraps
        for value, lane in zip(values, self._lanes, strict=False):
            if value is None or value == "":
                continue
            kind = type(value)
            if kind is str or kind is _DATE:
                cell = lane.kept.get(value)
                if cell is None:
                    cell = self._keep(lane, value, where, fit, read)
                parts.append(f"{lane.start}{row}{cell}")
            elif kind is int and _LEAST < value < _MOST:
                parts.append(f"{lane.start}{row}{lane.number}{value}</v></c>")
            else:
                cell, read[lane.place] = self._other(value, lane, where, fit)
                parts.append(f"{lane.start}{row}{cell}")
                is_tall = is_tall or kind is Styled
        height = self._height(values) if is_tall else ""
        self._waiting.append(f'<row r="{row}"{height}>{"".join(parts)}</row>')
        if len(self._waiting) >= _CHUNK:
            self._flush()
        return read

    def finish(self) -> None:
        """Write what stands after the rows, and hand the file over to openpyxl."""
        self._flush()
        writer = WorksheetWriter(self._sheet, out=io.BytesIO())
        self._file.write(b"</sheetData>" + _shell(self._sheet, writer)[1])
        self._file.close()
        writer.out = str(self._out)
        self._sheet._writer = writer  # noqa: SLF001 - decision 7
        self._sheet._WriteOnlyWorksheet__saved = True  # noqa: SLF001 - as its own close does

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _flush(self) -> None:
        self._file.write("".join(self._waiting).encode())
        self._waiting.clear()

    def _keep(self, lane: "_Lane", value: Any, where: str, fit: Fit, read: list[Any]) -> str:
        """The cell of a text or a date, kept for the next rows with the same one."""
        if isinstance(value, str) and len(value) < LONG:
            marks, element, seen = encode(value, where)
            cell = f"{lane.heads[marks]}{element}</is></c>"
        else:
            cell, seen = self._other(value, lane, where, fit)
        if seen != value:
            read[lane.place] = seen
        elif not isinstance(value, str) or len(value) <= _SHORT:
            if len(lane.kept) >= _KEPT:
                lane.kept.clear()
            lane.kept[value] = cell
        return cell

    def _other(self, given: Any, lane: "_Lane", where: str, fit: Fit) -> tuple[str, Any]:
        """The cell of any value in any style, from its style on, and how it reads back."""
        value, style = given, lane.style
        if isinstance(given, Styled):
            value, style = given.value, given.style
        if value is None or value == "":
            return '"/>', ""
        if isinstance(value, int) and not is_whole(value):
            value = str(value)
        if isinstance(value, str):
            text = fit(lane.place, value) if len(value) >= LONG else value
            marks, element, seen = encode(text, where)
            return f"{_text_heads(style, self._ids)[marks]}{element}</is></c>", seen
        start = f'" s="{self._ids[style, (False, False)]}"'
        if isinstance(value, Formula):
            return _formula(start, value)
        if isinstance(value, bool):
            return f'{start} t="b"><v>{int(value)}</v></c>', value
        if isinstance(value, dt.date):
            return f"{start}><v>{value.toordinal() - _DAY_NOUGHT}</v></c>", value
        value = sheet_number(value)
        return f"{start}><v>{value!r}</v></c>", value

    def _height(self, values: Sequence[Any]) -> str:
        """The height of a row with heads, a title or a wrapped text, as attributes."""
        height = row_height(values, self._columns)
        return f' ht="{height}" customHeight="1"' if height else ""


def encode(text: str, where: str) -> _Text:
    """The marks of a text, its element as an inline string, and how it reads back.

    Raises:
        Refused: it holds what a workbook cannot hold.
    """
    if not _ODD.search(text) and text[0] != " " and text[-1] != " ":
        return (text[0] in LIKE_A_FORMULA, False), f"<t>{text}</t>", text
    check_text(text, where)
    text = plain_ends(text)
    stored = stored_text(text)
    escaped = stored.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = ' xml:space="preserve"' if stored != stored.strip() or "\n" in stored else ""
    marks = (looks_like_a_formula(text), direction(text) == "rtl")
    return marks, f"<t{kept}>{escaped}</t>", text


def _text_heads(style: Style, ids: Mapping[Any, int]) -> dict[Marks, str]:
    """What stands before a text of a style, by the marks of the text."""
    shown = Style.TEXT if style in NUMBERS else style
    return {
        (quoted, right): f'" s="{ids[shown, (quoted, right)]}" t="inlineStr"><is>'
        for quoted in (False, True)
        for right in (False, True)
    }


def _formula(start: str, formula: Formula) -> tuple[str, Any]:
    """The cell of a formula with the value it must give."""
    expression = formula.expression.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    value = formula.value
    if value is None:
        return f"{start}><f>{expression}</f></c>", ""
    if isinstance(value, str):
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'{start} t="str"><f>{expression}</f><v>{text}</v></c>', value
    return f"{start}><f>{expression}</f><v>{value!r}</v></c>", value


def _shell(sheet: Any, writer: Any = None) -> tuple[bytes, bytes]:
    """What stands before and after the rows of a sheet, as openpyxl writes it."""
    own: Any = writer or WorksheetWriter(sheet, out=io.BytesIO())
    own.write_top()
    stream = own.xf.send(True)
    with stream.element("sheetData"):
        pass
    own.xf.send(None)
    own.write_tail()
    own.close()
    before, after = _ROWS_HERE.split(own.out.getvalue(), maxsplit=1)
    return before, after
