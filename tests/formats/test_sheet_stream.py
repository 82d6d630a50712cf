"""Rows written as strings hold what openpyxl alone would write, and formulas their values."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from airwars_desk.formats import sheet_stream
from airwars_desk.formats.sheet_charts import Bars
from airwars_desk.formats.sheets import Column, Formula, Sheet, Style, Styled
from airwars_desk.formats.workbook import Book, BookTitle, write_book
from tests.formats.test_workbook import NASTY

TITLE = BookTitle(title="Test", stamp="INTERNAL", as_of=dt.datetime(2026, 1, 2, 3, 4, 5))
PLAN = Sheet(
    title="Table",
    columns=[
        Column(label="No.", style=Style.INTEGER, width=6),
        Column(label="A text with a long head", width=8),
        Column(label="Date", style=Style.DATE),
        Column(label="Number", style=Style.NUMBER),
        Column(label="Note", style=Style.WRAPPED, width=20),
    ],
    lines=[[Styled("INTERNAL · Table", Style.STAMP)]],
    frozen_columns=1,
    bars=[Bars(columns=(1, 4), colour="8FB9C1")],
)
ROWS: list[list[Any]] = [
    *([n, text, dt.date(2017, 3, n + 1), n / 3, text * 12] for n, text in enumerate(NASTY)),
    [Formula("SUM(A5:A6)", 1), "حلب", None, 10**15, None],
    [True, None, "1066", -0.5, Styled("note", Style.QUIET)],
    [123456789012345678, Styled("strong", Style.STRONG), None, Styled(4, Style.SIGNED), "x"],
    [None, " ", "\n", "", "a\r\nb"],
    [],
    [Formula('IF(A5=0,"–",1)', "–"), "x" * 20_000, None, Formula('A5&"<"', "0<"), "ش" * 33_000],
]


def write(path: Path, rows: Sequence[Sequence[Any]], *, plain: bool = False) -> Path:
    def fill(book: Book) -> None:
        for row in rows:
            book.append("Table", row, "AB1")

    write_book(path, [PLAN], TITLE, fill, plain=plain)
    return path


def looks(path: Path) -> dict[tuple[str, str], Any]:
    """Value, type and looks of every cell, as openpyxl reads them."""
    return {
        (sheet.title, cell.coordinate): (
            cell.value,
            cell.data_type,
            cell.number_format,
            cell.font.b,
            cell.alignment.horizontal,
            cell.alignment.readingOrder,
            cell.alignment.wrap_text,
            cell.quotePrefix,
        )
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def heights(path: Path) -> dict[int, Any]:
    rows = load_workbook(path)["Table"].row_dimensions
    return {number: row.height for number, row in rows.items() if row.height}


def test_both_ways_give_equal_cells_and_formulas(tmp_path: Path) -> None:
    fast = write(tmp_path / "fast.xlsx", ROWS)
    plain = write(tmp_path / "plain.xlsx", ROWS, plain=True)
    assert looks(fast) == looks(plain)
    assert ("Long texts", "G5") in looks(fast)
    assert looks(fast)["Table", "A21"][0] == "=SUM(A5:A6)"
    assert heights(fast) == heights(plain) != {}


def test_both_ways_give_equal_parts_of_the_file_beside_the_rows(tmp_path: Path) -> None:
    parts = []
    for plain in (False, True):
        with zipfile.ZipFile(write(tmp_path / "a.xlsx", ROWS, plain=plain)) as archive:
            parts.append({name: archive.read(name) for name in archive.namelist()})
    fast, slow = parts
    assert fast.keys() == slow.keys()
    assert [name for name in fast if fast[name] != slow[name]] == [
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ]


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
NUMBERS = st.integers() | st.floats(min_value=-1e300, max_value=1e300)


@settings(max_examples=10, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.none() | NUMBERS | TEXTS,
            st.none() | TEXTS,
            st.none() | st.dates(min_value=dt.date(1900, 3, 1)) | TEXTS,
            st.none() | NUMBERS,
            st.none() | TEXTS,
        ),
        min_size=1,
    )
)
def test_any_rows_read_back_alike_either_way(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    read = [
        CalamineWorkbook.from_path(write(folder / "a.xlsx", rows, plain=plain))
        .get_sheet_by_name("Table")
        .to_python()
        for plain in (False, True)
    ]
    assert read[0] == read[1]


def test_formulas_carry_the_value_they_must_give(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", ROWS)
    sheet = load_workbook(path, data_only=True)["Table"]
    assert (sheet["A21"].value, sheet["A26"].value, sheet["D26"].value) == (1, "–", "0<")


def test_a_formula_whose_value_reads_back_differently_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(start: str, formula: Formula) -> tuple[str, Any]:
        return f"{start}><f>{formula.expression}</f><v>2</v></c>", formula.value

    monkeypatch.setattr(sheet_stream, "_formula", wrong)
    with pytest.raises(Exception, match="row 5"):
        write(tmp_path / "a.xlsx", [[Formula("1", 1)]])


def test_an_unknown_openpyxl_gets_the_plain_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_stream.openpyxl, "__version__", "3.2.0")
    path = write(tmp_path / "a.xlsx", ROWS)
    assert load_workbook(path, data_only=True)["Table"]["A21"].value is None


def test_every_row_is_sound_xml(tmp_path: Path) -> None:
    with zipfile.ZipFile(write(tmp_path / "a.xlsx", ROWS)) as archive:
        tree = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - ours
    names = [element.tag.rpartition("}")[2] for element in tree]
    assert names.index("sheetData") < names.index("autoFilter") < names.index("pageMargins")
    cells = [cell.get("r") for row in tree.iter() if row.tag.endswith("}row") for cell in row]
    assert len(cells) == len(set(cells))
