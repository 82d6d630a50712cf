"""A workbook holds what it was given, as it was given, or is refused whole."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from airwars_desk.errors import Refused
from airwars_desk.formats.sheet_charts import Bars, Chart, Shape
from airwars_desk.formats.sheet_text import CELL_LIMIT
from airwars_desk.formats.sheets import (
    Column,
    Formula,
    Sheet,
    Style,
    Styled,
)
from airwars_desk.formats.workbook import Book, BookTitle, write_book

TITLE = BookTitle(title="Test & more", stamp="INTERNAL", as_of=dt.datetime(2026, 1, 2, 3, 4, 5))
COLUMNS = [
    Column(label="No.", style=Style.INTEGER, width=6),
    Column(label="Text", width=30),
    Column(label="Date", style=Style.DATE),
    Column(label="Month", style=Style.MONTH),
    Column(label="Number", style=Style.NUMBER),
]
TABLE = Sheet(title="Table", columns=COLUMNS, lines=[[Styled("INTERNAL", Style.STAMP)]])


def write(path: Path, rows: Sequence[Sequence[Any]], plan: Sheet = TABLE) -> Path:
    def fill(book: Book) -> None:
        for row in rows:
            book.append(plan.title, row, "AB1")

    write_book(path, [plan], TITLE, fill)
    return path


def read(path: Path, sheet: str = "Table") -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()[4:]


NASTY = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "'quoted",
    "#N/A",
    "TRUE",
    "1e5",
    "_x0041_",
    " lead",
    "a\tb",
    "حلب",
    "https://example.org/?a=1&b=<2>",
    "\u200f",
    "e\u0301",
    "😀",
]


def test_text_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [[n, text] for n, text in enumerate(NASTY, 1)])
    assert [row[1] for row in read(path)] == NASTY
    sheet = load_workbook(path)["Table"]
    assert {cell.data_type for cell in sheet["B"][4:]} <= {"s", "inlineStr"}
    assert sheet["B5"].quotePrefix
    assert not sheet["B11"].quotePrefix
    assert sheet["B16"].alignment.readingOrder == 2


def test_dates_months_and_numbers_are_real(tmp_path: Path) -> None:
    day = dt.date(2017, 3, 21)
    path = write(
        tmp_path / "a.xlsx", [[1, "x", day, 201703, 36.123456], [2, None, "1066", None, 0]]
    )
    assert read(path) == [[1.0, "x", day, 201703.0, 36.123456], [2.0, "", "1066", "", 0.0]]
    sheet = load_workbook(path)["Table"]
    assert sheet["C5"].is_date
    assert sheet["D5"].number_format == r"0000\-00"


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")),
        min_size=1,
    )
)
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = write(tmp_path_factory.mktemp("any") / "a.xlsx", [[n, t] for n, t in enumerate(texts)])
    assert [row[1] for row in read(path)] == texts


def test_equal_data_give_equal_bytes(tmp_path: Path) -> None:
    rows = [[1, "x", dt.date(2017, 3, 21)], [2, "=y"]]
    one = write(tmp_path / "a.xlsx", rows).read_bytes()
    assert one == write(tmp_path / "b.xlsx", rows).read_bytes()
    assert one == write(tmp_path / "a.xlsx", rows).read_bytes()
    assert one != write(tmp_path / "a.xlsx", rows[:1]).read_bytes()


@pytest.mark.parametrize("bad", ["a\x00b", "a\x1fb", "a\ufffeb", "a\uffff", "a\ud800"])
def test_what_a_sheet_cannot_hold_is_refused_and_the_old_file_stays(
    tmp_path: Path, bad: str
) -> None:
    path = write(tmp_path / "a.xlsx", [[1, "old"]])
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        write(path, [[1, "fine"], [2, bad]])
    assert refused.value.code == "bad_text"
    assert "AB1" in refused.value.sentence
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


@pytest.mark.parametrize(
    "text", ["x" * 40_000, "ش" * 33_000, "😀" * 16_384, "_x0041_" * 4_800, "a\r\nb" * 12_000]
)
def test_long_texts_are_continued_and_say_where(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.xlsx", [[1, text], [2, "short"]])
    first = read(path)[0][1]
    mark = " [continued on sheet “Long texts”, row 5]"
    assert first.endswith(mark)
    parts = read(path, "Long texts")
    assert [row[1:4] + row[5:6] for row in parts] == [
        ["Table", 5.0, "Text", float(part)] for part in range(2, 2 + len(parts))
    ]
    whole = first.removesuffix(mark) + "".join(row[6] for row in parts)
    assert whole == text.replace("\r\n", "\n")
    for stored in (first, *(row[6] for row in parts)):
        assert len(stored.encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_every_sheet_and_the_file_bear_the_stamp(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [[1, "x"]])
    book = load_workbook(path)
    assert book.properties.category == book.properties.contentStatus == "INTERNAL"
    assert book.properties.modified == TITLE.as_of
    sheet = book["Table"]
    assert sheet["A1"].value == "INTERNAL"
    assert sheet.oddHeader.center.text == "INTERNAL"
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:E5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.column_dimensions["B"].width == 30


def test_a_formula_is_one_of_ours_and_a_chart_is_native(tmp_path: Path) -> None:
    chart = Chart(
        title="Harm",
        shape=Shape.RANGES,
        categories=4,
        columns=(5, 1),
        names=("Up to", "At least"),
        colours=("8FB9C1", "0E5E6F"),
        first_row=5,
        last_row=6,
        anchor="G5",
    )
    bars = Bars(columns=(1, 5), colour="8FB9C1")
    plan = Sheet(title="Month series", columns=COLUMNS, charts=[chart], bars=[bars])
    path = write(
        tmp_path / "a.xlsx",
        [[1, "x", None, 201703, Formula("SUM(A5:A6)", 3)], [2, "y", None, 201704, 4]],
        plan,
    )
    sheet = load_workbook(path)["Month series"]
    assert sheet["E5"].value == "=SUM(A5:A6)"
    assert load_workbook(path, data_only=True)["Month series"]["E5"].value == 3
    assert [str(cells.sqref) for cells in sheet.conditional_formatting] == ["A5:E6"]
    with zipfile.ZipFile(path) as archive:
        assert "xl/charts/chart1.xml" in archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_that_reads_back_differently_never_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.xlsx", [[1, "old"]])
    before = path.read_bytes()
    monkeypatch.setattr("airwars_desk.formats.sheet_stream.stored_text", lambda text: text.upper())
    with pytest.raises(Refused) as refused:
        write(path, [[1, "new & more"]])
    assert "row" in refused.value.sentence
    assert path.read_bytes() == before


def test_what_interrupts_the_filling_leaves_nothing(tmp_path: Path) -> None:
    def fill(book: Book) -> None:
        book.append("Table", [1, "x"])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_book(tmp_path / "a.xlsx", [TABLE], TITLE, fill)
    assert [entry.name for entry in tmp_path.iterdir()] in ([], ["settings"])


def test_huge_numbers_keep_their_digits(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [[123456789012345678, "x"]])
    assert read(path)[0][0] == "123456789012345678"
