"""Exporting a casebook as Airwars JSON Lines (docs/formats/airwars-jsonl.md)."""

import gzip
import io
import logging
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

import orjson

from airwars_desk import places
from airwars_desk.formats.airwars_write import write_record
from airwars_desk.operations.desk import Desk
from airwars_desk.rules.terms import TermIndex
from airwars_desk.store import imports
from airwars_desk.store.cases import load_cases

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
_EVERY: Final = 50


def export_jsonl(desk: Desk, path: Path, report: Progress | None = None) -> int:
    """Write all incidents, one per line, and return how many; the old file stays until then.

    Packed when the name ends in `.gz`. Equal casebooks give equal bytes.

    Args:
        desk: the casebook.
        path: the file to be replaced.
        report: called with (incidents done, incidents in all); may raise Cancelled.

    Raises:
        Refused: the target cannot be written, or it was cancelled.
    """
    written = 0

    def write(file: BinaryIO) -> None:
        nonlocal written
        if path.name.endswith(".gz"):
            with gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
                written = _write_all(desk, packed, report)
        else:
            written = _write_all(desk, file, report)

    places.replace_file(path, write)
    log.info("export: %d incidents", written)
    return written


def _write_all(
    desk: Desk, file: BinaryIO | gzip.GzipFile | io.BytesIO, report: Progress | None
) -> int:
    with desk.store.reading() as connection:
        terms = TermIndex(imports.known_terms(connection))
        rows = imports.live_incidents(connection)
        for done, case in enumerate(load_cases(connection, rows), 1):
            file.write(orjson.dumps(write_record(case, terms), option=orjson.OPT_APPEND_NEWLINE))
            if report is not None and done % _EVERY == 0:
                report(done, len(rows))
    return len(rows)
