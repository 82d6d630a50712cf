"""The looks of cells, built once per workbook, and the set-up of a sheet for screen and paper."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from airwars_desk.formats.sheets import (
    FIRST_ROW,
    HEADER_ROW,
    NUMBERS,
    Column,
    Sheet,
    Style,
    Styled,
)
from airwars_desk.i18n import is_right_to_left, language

#: The marks of a text cell beside its style: (starts like a formula, reads from right to left).
Marks = tuple[bool, bool]

_INK: Final = "1C2126"
_QUIET: Final = "5B6469"
_HEAD_FILL: Final = "E9E6E0"
_ALERT: Final = "8A1C1C"
_FORMATS: Final = {
    Style.INTEGER: "#,##0",
    Style.STRONG_INTEGER: "#,##0",
    Style.NUMBER: "General",
    Style.DEGREES: "0.000000",
    Style.DATE: "yyyy-mm-dd",
    Style.MONTH: r"0000\-00",
    Style.PERCENT: "+0%;-0%;0%",
    Style.SIGNED: "+#,##0;-#,##0;0",
}
_FONTS: Final[dict[Style, dict[str, Any]]] = {
    Style.TITLE: {"bold": True, "size": 14},
    Style.STAMP: {"bold": True, "size": 12, "color": _ALERT},
    Style.HEADER: {"bold": True},
    Style.HEADER_NUMBER: {"bold": True},
    Style.STRONG: {"bold": True},
    Style.STRONG_INTEGER: {"bold": True},
    Style.QUIET: {"color": _QUIET},
}
_WRAPPED: Final = frozenset({Style.WRAPPED, Style.HEADER, Style.HEADER_NUMBER})
_HEADERS: Final = frozenset({Style.HEADER, Style.HEADER_NUMBER})
_TO_THE_RIGHT: Final = NUMBERS | {Style.HEADER_NUMBER, Style.STRONG_INTEGER}
_LINE_HEIGHT: Final = 15
_MOST_LINES: Final = 4
#: How much wider bold letters are.
_BOLDER: Final = 1.1
_TITLE_HEIGHT: Final = 21
_PAPER_A4: Final = 9
_FOOTER: Final = 80


def make_styles(sheet: Any) -> dict[tuple[Style, Marks], Any]:
    """Every style with every pair of marks, as openpyxl keeps them (`StyleArray`)."""
    return {
        (style, (quoted, right)): _style_array(sheet, style, quoted=quoted, right=right)
        for style in Style
        for quoted in (False, True)
        for right in (False, True)
    }


def style_ids(book: Any, styles: Mapping[Any, Any]) -> dict[Any, int]:
    """The number under which the workbook keeps each style."""
    return {key: book._cell_styles.add(style) for key, style in styles.items()}  # noqa: SLF001 - decision 7


def set_up(sheet: Any, plan: Sheet, stamp: str, book_title: str) -> None:
    """Widths, frozen header, print set-up and the stamp on every page; before the first row."""
    for number, column in enumerate(plan.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    if plan.is_table:
        sheet.freeze_panes = f"{get_column_letter(plan.frozen_columns + 1)}{FIRST_ROW}"
        sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.sheet_view.showGridLines = plan.is_table
    sheet.sheet_view.rightToLeft = is_right_to_left(language())
    sheet.page_setup.orientation = "landscape" if plan.landscape else "portrait"
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0 if plan.is_table else 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.center.text = _for_print(stamp)
    sheet.oddFooter.left.text = _for_print(f"{book_title[:_FOOTER]} · {plan.title}")
    sheet.oddFooter.right.text = "&P / &N"


def row_height(values: Sequence[Any], columns: Sequence[Column]) -> float | None:
    """The height in points that a row of heads, a title or a long text needs; None = as usual."""
    lines = 0
    for value, column in zip(values, columns, strict=False):
        if isinstance(value, Styled):
            if value.style is Style.TITLE:
                return _TITLE_HEIGHT
            if value.style in _HEADERS:
                lines = max(lines, _lines(str(value.value), column.width))
        elif column.style is Style.WRAPPED and isinstance(value, str):
            lines = max(lines, _lines(value, column.width * _BOLDER))
    return _LINE_HEIGHT * min(lines, _MOST_LINES) + 4 if lines > 1 else None


def _lines(text: str, width: float) -> int:
    """How many lines a bold text takes when broken at blanks."""
    room = max(width - 1.5, 4) / _BOLDER
    lines, used = 1, 0.0
    for word in text.split(" "):
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
    return lines


def _style_array(sheet: Any, style: Style, *, quoted: bool, right: bool) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    cell.font = Font(name="Calibri", **{"size": 11, "color": _INK, **_FONTS.get(style, {})})
    cell.number_format = _FORMATS.get(style, "General")
    to_the_right = right or style in _TO_THE_RIGHT
    cell.alignment = Alignment(
        vertical="top",
        horizontal="right" if to_the_right else None,
        indent=1 if to_the_right else 0,  # so that it does not touch the text of the next column
        readingOrder=2 if right else 0,
        wrap_text=style in _WRAPPED,
    )
    if style in _HEADERS:
        cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
    if quoted:
        cell.quotePrefix = True
    return cell._style  # noqa: SLF001 - shared by all cells of this look


def _for_print(text: str) -> str:
    """Double what a header or footer would read as a command."""
    return text.replace("&", "&&")
