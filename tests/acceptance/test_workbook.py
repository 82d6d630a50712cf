"""The workbook before LibreOffice: formulas count what the figures say, text stays text."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.sample import make_sample
from airwars_desk.operations.workbook import Written, write_all, write_month
from airwars_desk.rules.figures import SUMMED
from tests.acceptance.office import recalculated

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MONTH, BELLIGERENT = "2017-03", "U.S.-led Coalition"


@pytest.fixture(scope="module")
def syria(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    part = request.getfixturevalue("real_parts") / "airwars-syria" / "part-a.jsonl.gz"
    if not part.exists():
        pytest.skip("the Syria part is not here")
    folder = tmp_path_factory.mktemp("workbook")
    desk = new_casebook(Office(folder=folder / "settings"), folder / "a.casebook", "L. Karim")
    import_files(desk, [part])
    yield desk
    close(desk)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("sample")
    desk = make_sample(Office(folder=folder / "settings"), folder / "a.casebook", 300)
    yield desk
    close(desk)


def differences(written: Written, sheets: dict[str, list[list[Any]]]) -> list[Any]:
    """Return (cell, found, expected) wherever a formula gives something else."""
    assert written.expected
    found = []
    for (sheet, cell), expected in written.expected.items():
        value = at(sheets[sheet], cell)
        if isinstance(expected, str):
            same = value == expected
        else:
            same = isinstance(value, int | float) and abs(value - expected) < 1e-9
        if not same:
            found.append((sheet, cell, value, expected))
    return found


def stored(path: Path) -> dict[str, list[list[Any]]]:
    """Return the cells of every sheet as they stand in the file, formulas by their values."""
    book = CalamineWorkbook.from_path(path)
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def at(rows: list[list[Any]], cell: str) -> Any:
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return rows[int(row) - 1][column - 1]


def formulas(path: Path) -> set[tuple[str, str]]:
    """Return where formulas stand in a workbook, read from its XML."""
    found: set[tuple[str, str]] = set()
    with zipfile.ZipFile(path) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - our own
        titles = [sheet.get("name", "") for sheet in book.iter(f"{MAIN}sheet")]
        for number, title in enumerate(titles, 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml") as file:
                for _, element in ElementTree.iterparse(file):  # noqa: S314 - our own
                    if element.tag == f"{MAIN}c" and element.find(f"{MAIN}f") is not None:
                        found.add((title, element.get("r", "")))
                    if element.tag == f"{MAIN}row":
                        element.clear()
    return found


@pytest.mark.real
@pytest.mark.slow
def test_the_month_of_the_coalition(syria: Desk, tmp_path: Path) -> None:
    filters = resolve_filters(syria, belligerents=[BELLIGERENT])
    written = write_month(syria, tmp_path / "march.xlsx", MONTH, filters)
    asked = figures(syria, filters.between(MONTH, MONTH))
    assert written.figures["likely"] == asked["likely"]
    assert formulas(written.path) == set(written.expected)
    again = write_month(syria, tmp_path / "again.xlsx", MONTH, filters)
    assert again.path.read_bytes() == written.path.read_bytes()
    assert differences(written, stored(written.path)) == []
    sheets = recalculated(written.path, tmp_path)
    assert differences(written, sheets) == []
    likely = next(row for row in sheets["Summary"] if str(row[0]).startswith("Likely,"))
    assert likely[1:11] == list(asked["likely"].values())
    assert all("INTERNAL" in str(rows[0][0]) for rows in sheets.values())


@pytest.mark.real
@pytest.mark.slow
def test_everything_real(syria: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written = write_all(syria, tmp_path / "all.xlsx", report=lambda *at: told.append(at))
    assert written.rows["Incidents"] == figures(syria)["incidents"] == told[-1][0]
    assert formulas(written.path) == set(written.expected)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.slow
def test_a_month_after_a_gap(sample: Desk, tmp_path: Path) -> None:
    written = write_month(sample, tmp_path / "month.xlsx", "2024-03")
    assert formulas(written.path) == set(written.expected)
    sheets = recalculated(written.path, tmp_path)
    assert differences(written, sheets) == []
    months = {row[0]: row[1:] for row in sheets["Month series"][4:]}
    assert months[202307.0][:21] == ["not monitored", *[""] * 20]
    assert "Rank among 16 monitored months" in [row[0] for row in sheets["Summary"]]


@pytest.mark.slow
@pytest.mark.parametrize("state", ["decided", "working"])
def test_everything_invented(sample: Desk, tmp_path: Path, state: str) -> None:
    likely = ["Confirmed", "Fair", "Contested"]
    filters = resolve_filters(sample, likely=likely, state=state)
    written = write_all(sample, tmp_path / "all.xlsx", filters)
    assert formulas(written.path) == set(written.expected)
    assert differences(written, stored(written.path)) == []
    sheets = recalculated(written.path, tmp_path)
    assert differences(written, sheets) == []
    asked = figures(sample, filters)
    table = {row[0]: row[1:] for row in sheets["By province"][4:]}
    names = ("incidents", *SUMMED, "unknown")
    for row in asked["by_province"]:
        cells = table[row["name"] or "not recorded"]
        assert cells[:20] == [row[part][name] for part in ("alleged", "likely") for name in names]
