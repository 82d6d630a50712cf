"""Writes a workbook: sheets row by row, then read back and compared before anybody sees it.

openpyxl keeps the workbook, `sheet_stream` writes its rows; `plain` leaves them to openpyxl too.
Text is written as inline strings, never as formulas; a text too long for a cell is continued on a
sheet of its own and its cell says where. Dates inside the file are fixed, so equal data give equal
bytes (decision 7).
"""

import contextlib
import datetime as dt
import shutil
import tempfile
import zipfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from openpyxl import Workbook
from openpyxl.worksheet import _writer
from openpyxl.writer.excel import ExcelWriter

from airwars_desk import places
from airwars_desk.formats.sheet_stream import RowStream, is_fit
from airwars_desk.formats.sheet_text import plain_ends, split_text
from airwars_desk.formats.sheets import (
    HEADER_ROW,
    Column,
    Sheet,
    Style,
    Styled,
    column_letter,
    header_cells,
)
from airwars_desk.formats.workbook_cells import PlainRows
from airwars_desk.formats.workbook_charts import add_bars, make_chart
from airwars_desk.formats.workbook_check import check_book, digest
from airwars_desk.formats.workbook_styles import make_styles, set_up, style_ids
from airwars_desk.formats.workbook_zip import SteadyZip
from airwars_desk.i18n import tr

_NO_DATE: Final = dt.datetime(2000, 1, 1)

Fill = Callable[["Book"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTitle:
    """What stands in the file's properties and on every page."""

    title: str
    stamp: str
    as_of: dt.datetime | None = None


@dataclass(slots=True)
class _Open:
    """A sheet being written."""

    plan: Sheet
    sheet: Any
    rows: RowStream | PlainRows
    row: int
    digests: "array[int]"


class Book:
    """A workbook being written; `append` takes rows in any order of sheets."""

    def __init__(
        self, plans: Sequence[Sheet], title: BookTitle, folder: Path, *, plain: bool = False
    ) -> None:
        self._title = title
        self._folder = folder
        self._is_plain = plain or not is_fit()
        self._book = Workbook(write_only=True)
        self._sheets: dict[str, _Open] = {}
        self._styles: dict[Any, Any] = {}
        self._ids: dict[Any, int] = {}
        self.split: list[tuple[str, str, str]] = []
        for plan in plans:
            self._open(plan)

    @property
    def rows(self) -> dict[str, int]:
        """The rows of data written so far, by sheet."""
        return {title: self._rows_of(one) for title, one in self._sheets.items()}

    def append(self, title: str, values: Sequence[Any], where: str = "") -> int:
        """Write one row and return its number.

        Args:
            title: the sheet.
            values: None, bool, int, float, date, text, `Formula` or `Styled` of one of them.
            where: the record the row is about, named when a text must be refused.

        Raises:
            Refused: a text holds what a workbook cannot hold.
        """
        one = self._sheets[title]
        one.row += 1
        read = one.rows.append(
            one.row, values, where, lambda place, text: self._fit(one, place, text, where)
        )
        one.digests.append(digest(read))
        return one.row

    def save(self, file: BinaryIO) -> None:
        """Write the whole file, read it back and compare every cell.

        Raises:
            Refused: what was read is not what was written.
        """
        for one in self._sheets.values():
            self._finish(one)
        properties = self._book.properties
        properties.creator = "Airwars Desk"
        properties.title = self._title.title
        properties.category = properties.contentStatus = self._title.stamp
        properties.keywords = self._title.stamp
        properties.created = properties.modified = self._title.as_of or _NO_DATE
        with SteadyZip(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            ExcelWriter(self._book, archive).write_data()
        file.flush()
        file.seek(0)
        check_book(file, {title: one.digests for title, one in self._sheets.items()})

    def close(self) -> None:
        """Let go of the passing files; what was not saved is lost."""
        for one in self._sheets.values():
            if not one.sheet.closed:
                with contextlib.suppress(Exception):  # half written: nobody will read it
                    one.rows.close()

    def _open(self, plan: Sheet) -> None:
        sheet: Any = self._book.create_sheet(plan.title)
        set_up(sheet, plan, self._title.stamp, self._title.title)
        if not self._styles:
            self._styles = make_styles(sheet)
            self._ids = style_ids(self._book, self._styles)
        out = self._folder / f"{len(self._sheets)}.xml"
        _writer.ALL_TEMP_FILES.append(str(out))
        rows: RowStream | PlainRows
        if self._is_plain:
            rows = PlainRows(sheet, out, plan.columns, self._styles)
        else:
            rows = RowStream(sheet, out, plan.columns, self._ids)
        self._sheets[plan.title] = _Open(plan, sheet, rows, 0, array("q"))
        if not plan.is_table:
            return
        for line in [*plan.lines, *[()] * (HEADER_ROW - 1 - len(plan.lines))]:
            self.append(plan.title, line)
        self.append(plan.title, header_cells(plan.columns))

    def _finish(self, one: _Open) -> None:
        plan, last = one.plan, max(one.row, HEADER_ROW)
        if plan.is_table:
            one.sheet.auto_filter.ref = f"A{HEADER_ROW}:{column_letter(len(plan.columns))}{last}"
        if plan.print_columns is not None:
            one.sheet.print_area = f"A1:{column_letter(plan.print_columns)}{last}"
        for chart in plan.charts:
            source = self._sheets[chart.sheet or plan.title].sheet
            marks = self._sheets[chart.hatch.sheet].sheet if chart.hatch else None
            one.sheet.add_chart(make_chart(source, chart, marks), chart.anchor)
        for bars in plan.bars:
            add_bars(one.sheet, bars, last)
        one.rows.finish()

    def _rows_of(self, one: _Open) -> int:
        return one.row - HEADER_ROW if one.plan.is_table else one.row

    def _fit(self, one: _Open, number: int, text: str, where: str) -> str:
        """A long text as its cell can hold it; the rest goes to the sheet of long texts."""
        text = plain_ends(text)
        sheet = tr("Long texts")
        row = self._rows_of_long(sheet) + 1
        mark = tr(" [continued on sheet “{sheet}”, row {row}]").format(sheet=sheet, row=row)
        head, parts = split_text(text, mark)
        if not parts:
            return text
        if sheet not in self._sheets:
            self._open(_long_texts(sheet))
        label = one.plan.columns[number].label if one.plan.is_table else ""
        self.split.append((one.plan.title, where, label))
        for part, piece in enumerate(parts, 2):
            count = self._sheets[sheet].row - HEADER_ROW + 1
            self.append(sheet, [count, one.plan.title, one.row, label, where, part, piece])
        return head

    def _rows_of_long(self, sheet: str) -> int:
        return self._sheets[sheet].row if sheet in self._sheets else HEADER_ROW


def write_book(
    path: Path, plans: Sequence[Sheet], title: BookTitle, fill: Fill, *, plain: bool = False
) -> dict[str, int]:
    """Write a workbook to `path`, whole or not at all; returns the rows of data by sheet.

    Args:
        path: the target; what stood there is replaced only when the new file read back right.
        plans: the sheets in the order of their tabs.
        title: the file's properties and the stamp.
        fill: appends all rows.
        plain: leave the rows to openpyxl: slower, and formulas have no values until counted.

    Raises:
        Refused: the target cannot be written, a text cannot be held, or what `fill` refuses.
    """
    rows: dict[str, int] = {}

    def write(file: BinaryIO) -> None:
        with _passing_folder(path) as folder:
            book = Book(plans, title, folder, plain=plain)
            try:
                fill(book)
                rows.update(book.rows)
                book.save(file)
            finally:
                book.close()

    places.replace_file(path, write)
    return rows


@contextlib.contextmanager
def _passing_folder(path: Path) -> Iterator[Path]:
    """A private folder beside the target, gone afterwards."""
    folder = tempfile.mkdtemp(prefix=f".{path.name[:60]}.", dir=path.parent)
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _writer.ALL_TEMP_FILES[:] = [
            name for name in _writer.ALL_TEMP_FILES if not name.startswith(folder)
        ]


def _long_texts(title: str) -> Sheet:
    labels = (tr("No."), tr("Sheet"), tr("Row"), tr("Column"), tr("Record"), tr("Part"), tr("Text"))
    widths = (6, 14, 8, 20, 16, 6, 100)
    styles = (
        Style.INTEGER,
        Style.TEXT,
        Style.INTEGER,
        Style.TEXT,
        Style.TEXT,
        Style.INTEGER,
        Style.TEXT,
    )
    return Sheet(
        title=title,
        columns=[
            Column(label=label, style=style, width=width)
            for label, style, width in zip(labels, styles, widths, strict=True)
        ],
        lines=[[Styled(f"{tr('INTERNAL')} · {title}", Style.STAMP)]],
    )
