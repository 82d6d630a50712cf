"""The hand-written aggregates that figures are measured beside count what the witness counts."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from airwars_desk.formats.sample import generate
from tests.acceptance.plain_figures import plain_figures
from tests.benchmarks.floors import AGGREGATES, aggregate

_NUMBERS = [
    f"{prefix}{number}"
    for prefix in ("", "children_", "women_")
    for number in ("killed_min", "killed_max", "injured_min", "injured_max")
]
_GROUPS = {"": "civilians", "children_": "children", "women_": "women"}
_SHOWN = [name for name in _NUMBERS if not name.endswith(("en_injured_min", "en_injured_max"))]
Record = dict[str, Any]


def counted_row(number: int, record: Record) -> tuple[Any, ...]:
    """Return the row of an imported incident in the table that figures read."""
    start = record["date_start"]
    numbers = [
        record["casualties"][group][name.removeprefix(prefix)]
        for prefix, group in _GROUPS.items()
        for name in ("killed_min", "killed_max", "injured_min", "injured_max")
    ]
    month = start[:7] if start else None
    harm = record["civilian_harm_reported"]
    return (number, "decided", harm, record["grade"], start, month, record["region"], *numbers)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(generate(400, seed=3))


@pytest.fixture(scope="module")
def database(records: list[Record]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    columns = ", ".join(_NUMBERS)
    connection.executescript(
        "CREATE TABLE counted(incident, state, harm, grade, date_start, month, province,"
        f" {columns});"
        "CREATE TABLE counted_term(incident, state, field, term);"
        "CREATE TABLE listing(incident, named, sources);"
        "CREATE TABLE involvement(row INTEGER PRIMARY KEY, incident);"
        "CREATE TABLE concession(involvement, is_live,"
        " killed_min, killed_max, injured_min, injured_max);"
    )
    for number, record in enumerate(records):
        values = counted_row(number, record)
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO counted VALUES ({marks})", values)  # noqa: S608
        named = sum(
            any((victim[key] or "").strip() for key in ("name", "name_local"))
            for victim in record["victims"]
        )
        listed = (number, named, len(record["sources"]))
        connection.execute("INSERT INTO listing VALUES (?, ?, ?)", listed)
        for name in record["tracked_belligerents"]:
            term = (number, "decided", "tracked_belligerents", name)
            connection.execute("INSERT INTO counted_term VALUES (?, ?, ?, ?)", term)
        for row in record["belligerents"]:
            conceded = [
                row[f"{kind}_conceded_{bound}"]
                for kind in ("deaths", "injuries")
                for bound in ("min", "max")
            ]
            cursor = connection.execute("INSERT INTO involvement(incident) VALUES (?)", (number,))
            if any(value is not None for value in conceded):
                connection.execute(
                    "INSERT INTO concession VALUES (?, 1, ?, ?, ?, ?)",
                    (cursor.lastrowid, *conceded),
                )
    yield connection
    connection.close()


def numbers(range_: Record) -> list[int]:
    """Return a range in the order of the aggregates."""
    return [range_["incidents"], *(range_[name] for name in _SHOWN), range_["unknown"]]


def plain(row: tuple[Any, ...]) -> list[int]:
    """Return the numbers of a row, nothing being 0."""
    return [value or 0 for value in row]


def test_every_block_of_the_floor_is_right(
    records: list[Record], database: sqlite3.Connection
) -> None:
    found = aggregate(database)
    figures = plain_figures(records)
    assert set(found) == set(AGGREGATES)
    top = ("incidents", "harm_reported", "undated")
    assert list(found["top"][0]) == [figures[name] for name in top]
    assert found["named and sources"] == [(figures["named_victims"], figures["sources"])]
    assert plain(found["alleged"][0]) == numbers(figures["alleged"])
    assert plain(found["likely"][0]) == numbers(figures["likely"])
    assert plain(found["not reviewed"][0]) == numbers(figures["not_reviewed"])
    assert {str(row[0]): plain(row[1:]) for row in found["by grade"]} == {
        grade: numbers(range_)
        for grade, range_ in figures["by_grade"].items()
        if range_["incidents"]
    }
    assert plain(found["conceded"][0]) == list(figures["conceded"].values())


@pytest.mark.parametrize(
    ("block", "key", "name"),
    [
        ("by month", "by_month", "month"),
        ("by belligerent", "by_belligerent", "name"),
        ("by province", "by_province", "name"),
    ],
)
def test_every_table_of_the_floor_is_right(
    records: list[Record], database: sqlite3.Connection, block: str, key: str, name: str
) -> None:
    found = {row[0]: plain(row[1:]) for row in aggregate(database)[block]}
    if block == "by month":
        found.pop(None, None)
    expected = {
        row[name]: numbers(row["alleged"]) + numbers(row["likely"])
        for row in plain_figures(records)[key]
        if row["alleged"]["incidents"]
    }
    assert found == expected
