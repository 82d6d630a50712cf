"""Keeping a casebook well: check it, back it up, restore it."""

import logging
from collections.abc import Callable
from pathlib import Path

from airwars_desk.operations.desk import Desk, Office
from airwars_desk.store.backup import Kept, read_backup, write_backup
from airwars_desk.store.casebook import require_casebook
from airwars_desk.store.findings import Finding
from airwars_desk.store.verify import check_casebook as verify

log = logging.getLogger(__name__)

Report = Callable[[int, int], None]


def check_casebook(desk: Desk, report: Report | None = None) -> list[Finding]:
    """Everything that is wrong or noteworthy in the open casebook, damage first.

    Args:
        desk: the casebook.
        report: told how far it is; may raise Cancelled.
    """
    return _told(verify(desk.store.folder, report))


def check_folder(office: Office, path: Path, report: Report | None = None) -> list[Finding]:
    """The same for a casebook that is too damaged to be opened, or that a window holds.

    Raises:
        Refused: there is none, it is something else, or too new.
    """
    require_casebook(path, office.registry)
    return _told(verify(path, report))


def backup(desk: Desk, out: Path, report: Report | None = None) -> Kept:
    """Write one consistent, verified file with everything but drafts.

    Raises:
        Refused: the target exists or cannot be written; the casebook is damaged.
    """
    kept = write_backup(desk.store.folder, out, desk.clock(), report)
    log.info("backup: %d changes, %d bytes", kept.changes, kept.size)
    return kept


def restore(office: Office, source: Path, casebook: Path, report: Report | None = None) -> Kept:
    """Make a casebook from a backup, verified before it appears; it is a new replica.

    Raises:
        Refused: the target exists, or the backup is damaged, foreign or too new.
    """
    kept = read_backup(source, casebook, office.registry, report)
    log.info("restore: %d changes, %d bytes", kept.changes, kept.size)
    return kept


def _told(findings: list[Finding]) -> list[Finding]:
    log.info("check: %d findings, %d of damage", len(findings), sum(f.is_damage for f in findings))
    return findings
