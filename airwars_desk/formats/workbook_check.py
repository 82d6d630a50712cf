"""Reads a workbook back with another program's eyes (calamine) and compares it cell by cell."""

import datetime as dt
import hashlib
from array import array
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from python_calamine import CalamineWorkbook

from airwars_desk.errors import Environment
from airwars_desk.formats.sheets import is_whole
from airwars_desk.i18n import tr


def digest(values: Iterable[Any]) -> int:
    """A number that stands for a row: equal rows have equal ones, and others differ.

    Values are as written or as read: numbers count to 15 digits, formulas as nothing, and
    nothing at the end of a row counts.
    """
    cells = [_plain(value) for value in values]
    while cells and cells[-1] == "":
        cells.pop()
    packed = hashlib.blake2b(repr(cells).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(packed.digest(), "big")


def check_book(file: BinaryIO, expected: Mapping[str, "array[int]"]) -> None:
    """Compare every row of every sheet with what was written.

    Args:
        file: the workbook, open at its start.
        expected: the digests of the rows by sheet, in the order of the tabs.

    Raises:
        Refused: a sheet or a row is missing or differs.
    """
    with CalamineWorkbook.from_filelike(file) as book:
        if book.sheet_names != list(expected):
            raise _differs("", 0)
        for title, wanted in expected.items():
            found = array("Q", (digest(row) for row in _rows(book, title)))
            nothing = digest(())
            while len(found) < len(wanted):
                found.append(nothing)
            if found != wanted:
                row = next(
                    (
                        n
                        for n, pair in enumerate(zip(found, wanted, strict=False), 1)
                        if pair[0] != pair[1]
                    ),
                    len(wanted) + 1,
                )
                raise _differs(title, row)


def _rows(book: CalamineWorkbook, title: str) -> Iterable[list[Any]]:
    """The rows of a sheet from row 1 and column A on, whether or not something stands there."""
    sheet = book.get_sheet_by_name(title)
    if sheet.start == (0, 0):
        return sheet.iter_rows()
    return sheet.to_python(skip_empty_area=False)


def _plain(value: Any) -> Any:
    if value is None or value == "":
        return ""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int) and not is_whole(value):
        return str(value)
    if isinstance(value, int | float):
        return float(f"{value:.15g}")
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return ""


def _differs(title: str, row: int) -> Environment:
    return Environment(
        tr(
            "The workbook does not read back as it was written (sheet “{sheet}”, row {row})."
        ).format(sheet=title, row=row),
        tr("Nothing was replaced. Check the disk and write it again."),
    )
