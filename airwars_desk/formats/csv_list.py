"""Writes a table as CSV that spreadsheets read and never run (docs/formats/csv.md)."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

Value = str | int | float | None

_STARTERS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula, or leads up to it, when it comes first."""


def write_csv(file: BinaryIO, titles: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Write a line of titles and rows below it, and return how many rows.

    UTF-8 with a byte order mark, commas, CR LF; numbers bare, unknown empty, texts harmless.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, dialect="excel")
    writer.writerow([harmless(title) for title in titles])
    written = 0
    for row in rows:
        writer.writerow([harmless(value) for value in row])
        written += 1
    text.flush()
    text.detach()  # the file is its owner's to close
    return written


def harmless(value: Value) -> Value:
    """A value as it is written: a text that would run gets an apostrophe before it.

    >>> harmless("=1+1"), harmless("Ayn Zarda"), harmless(-3), harmless(None)
    ("'=1+1", 'Ayn Zarda', -3, None)
    """
    if not isinstance(value, str):
        return value
    plain = value.replace("\0", "")
    return f"'{plain}" if plain.lstrip(" ").startswith(_STARTERS) else plain
