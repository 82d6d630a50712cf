"""Reads a workbook back with another program's eyes (calamine) and compares it cell by cell."""

from array import array
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from python_calamine import CalamineWorkbook

from airwars_desk.errors import Environment
from airwars_desk.i18n import tr


def digest(values: list[Any]) -> int:
    """A number that stands for a row: equal rows have equal ones, and others differ.

    Values are as they read back: "" where nothing stands, and nothing at the end of a row counts.
    A whole number equals the same number with a point, since sheets know no difference. Good in
    this process only, which is where both sides are counted.
    """
    end = len(values)
    while end and values[end - 1] == "":
        end -= 1
    return hash(tuple(values if end == len(values) else values[:end]))


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
            found = array("q", (digest(row) for row in _rows(book, title)))
            nothing = digest([])
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


def _differs(title: str, row: int) -> Environment:
    return Environment(
        tr(
            "The workbook does not read back as it was written (sheet “{sheet}”, row {row})."
        ).format(sheet=title, row=row),
        tr("Nothing was replaced. Check the disk and write it again."),
    )
