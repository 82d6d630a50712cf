"""The list on paper: every column, what it is and when on every page, page numbers."""

import logging
import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from airwars_desk.errors import Cancelled
from airwars_desk.gui import print_requests, printing
from airwars_desk.gui.columns import columns_of
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.printing import Sheet, as_pdf
from airwars_desk.gui.widgets.cells import Cell
from airwars_desk.gui.window import Window
from airwars_desk.rules.list_columns import COLUMNS


def pages_of(pdf: bytes) -> int:
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    plain = pdf + b"".join(zlib.decompress(one) for one in packed if one[:1] == b"x")
    return len(re.findall(rb"/Type\s*/Page\b", plain))


def sheet(rows: int) -> Sheet:
    columns = columns_of(COLUMNS)
    cells = [tuple(Cell(f"{row}") for _ in columns) for row in range(rows)]
    return Sheet(title="Incidents of Qasra", lines=("a", "b", "c"), columns=columns, rows=cells)


def test_a_long_list_takes_many_pages_and_none_is_lost(window: Window) -> None:
    del window  # fonts want a dressed application
    told: list[tuple[int, int]] = []
    pdf = as_pdf(sheet(200), lambda done, total: told.append((done, total)))
    pages = told[-1][1]
    assert told == [(page, pages) for page in range(1, pages + 1)]
    assert 3 < pages < 20
    assert pages_of(pdf) == pages
    assert pages_of(as_pdf(sheet(0))) == 1


def test_printing_can_be_stopped(window: Window) -> None:
    del window

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        as_pdf(sheet(200), stop)


def test_the_head_says_filter_order_count_grades_and_as_of(window: Window) -> None:
    assert window.list is not None
    page = window.list.page
    desk = window.runner.desk  # type: ignore[attr-defined]
    made = print_requests.sheet(
        desk, page.model.ids, ("code", "killed_max"), page.sort, "grade:weak", {}
    )
    assert made.title == "Incidents of Qasra"
    first, second, third = made.lines
    assert first == "Shown: grade:weak. Sorted by Date descending."
    assert re.match(r"60 incidents; killed, decided: all grades \d+–\d+, Confirmed \+ Fair", second)
    assert "not reviewed" in second
    assert re.match(r"As of \d+ \w+ \d{4} \d\d:\d\d UTC\.", third)
    assert len(made.rows) == 60
    assert len(made.rows[0]) == 2


def test_the_list_is_written_as_pdf_and_the_log_holds_no_names(
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    path = tmp_path / "list.pdf"
    monkeypatch.setattr(ask, "target", lambda *_: path)
    window.perform_id("list.pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    assert "list printed: 60 incidents, 11 columns" in caplog.text
    assert window.notices.notice is not None
    assert str(path) in window.notices.notice.text


def test_the_list_goes_to_a_printer(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.lie_across(printer)
    monkeypatch.setattr(ask, "printer", lambda *_: printer)
    window.perform_id("list.print")
    assert pages_of((tmp_path / "printed.pdf").read_bytes()) >= 2
    assert window.notices.notice is not None
    assert "sent to the printer" in window.notices.notice.text
