"""CSV that spreadsheets read and never run."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.formats.csv_list import harmless, write_csv

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(TEXT, st.integers() | st.none()), max_size=5))
def test_what_is_written_reads_back_and_no_text_begins_a_formula(
    rows: list[tuple[str, int | None]],
) -> None:
    file = io.BytesIO()
    assert write_csv(file, ["=Name", "Killed, min"], rows) == len(rows)
    assert not file.closed
    titles, *lines = read(file.getvalue())
    assert titles == ["'=Name", "Killed, min"]
    for (name, number), (text, digits) in zip(rows, lines, strict=True):
        assert digits == ("" if number is None else str(number))
        assert not text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert text in (name, f"'{name}")


def test_every_way_to_begin_a_formula_is_met() -> None:
    for text in ("=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"):
        assert harmless(text) == f"'{text}"
    assert harmless("a=1") == "a=1"
    assert harmless("") == ""


def test_the_file_begins_with_its_mark_and_lines_end_as_spreadsheets_want() -> None:
    file = io.BytesIO()
    write_csv(file, ["Place"], [["قرية, شمال"], ['say "x"']])
    assert file.getvalue() == '\ufeffPlace\r\n"قرية, شمال"\r\n"say ""x"""\r\n'.encode()
