"""Files and functions stay small enough to be read at once; the exceptions only shrink."""

import statistics

import pytest

from tests.house import code

FILE_LINES = 300
FUNCTION_LINES = 60

# name -> lines it has today. An entry goes when the file fits; it never grows.
LARGE_FILES: dict[str, int] = {}
LONG_FUNCTIONS: dict[str, int] = {}


def lines_of_files() -> dict[str, int]:
    return {code.name(p): p.read_text("utf-8").count("\n") for p in code.sources()}


def lines_of_functions() -> dict[str, int]:
    return {
        f"{code.name(path)}:{function.name}": lines
        for path in code.sources()
        for function, lines in code.functions(path)
    }


def test_files_are_small(record_testsuite_property: pytest.FixtureRequest) -> None:
    sizes = lines_of_files()
    full = [lines for lines in sizes.values() if lines]
    record_testsuite_property("files", len(full))  # type: ignore[operator]
    record_testsuite_property("median_file_lines", statistics.median(full))  # type: ignore[operator]
    assert judge(sizes, LARGE_FILES, FILE_LINES) == []
    assert statistics.median(full) < 150


def test_functions_are_short() -> None:
    assert judge(lines_of_functions(), LONG_FUNCTIONS, FUNCTION_LINES) == []


def judge(sizes: dict[str, int], exceptions: dict[str, int], limit: int) -> list[str]:
    """Say which are too large, grew past their exception, or need it no longer."""
    found = [
        f"{name}: {lines} lines; split it where it is two things"
        for name, lines in sizes.items()
        if lines > exceptions.get(name, limit)
    ]
    found += [
        f"{name}: fits now; take it off the list"
        for name in exceptions
        if sizes.get(name, 0) <= limit
    ]
    return found
