"""Checks the files below `evidence/`: all that rows name are there and are what was attached."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from airwars_desk.store.evidence import FOLDER, digest_of, path_of
from airwars_desk.store.evidence_rows import Known
from airwars_desk.store.findings import Findings

_SHA256 = re.compile(r"[0-9a-f]{64}")


def check_evidence(
    folder: Path, known: Mapping[str, Known], findings: Findings, tick: Callable[[], None]
) -> None:
    """Compare every file with its digest, and the files with the rows that name them.

    Args:
        folder: the casebook.
        known: what its rows say of files, by digest.
        findings: where to note what is wrong.
        tick: called for every file; may raise Cancelled.
    """
    there = sorted(path for path in (folder / FOLDER).glob("*") if path.suffix != ".part")
    for path in there:
        tick()
        told = known.get(path.name)
        where = path.relative_to(folder.parent).as_posix()
        if _SHA256.fullmatch(path.name) and digest_of(path) != path.name:
            findings.add("evidence", where, told.told if told is not None else "")
        elif told is None:
            findings.add("evidence_unknown", where)
    names = {path.name for path in there}
    for digest, told in known.items():
        if digest not in names:
            where = path_of(folder, digest).relative_to(folder.parent).as_posix()
            findings.add("evidence_missing" if told.is_live else "evidence_lost", where, told.told)
