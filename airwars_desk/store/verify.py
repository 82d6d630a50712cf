"""Checks a whole casebook: the file, the journal, the tables, search, evidence, permissions.

Reads only, in one transaction, so that it can run beside a window that is saving.
"""

from collections.abc import Callable
from pathlib import Path

import orjson
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from airwars_desk import places
from airwars_desk.errors import Refused, known
from airwars_desk.store import (
    shape,
    snapshot,
    verify_evidence,
    verify_journal,
    verify_tables,
)
from airwars_desk.store.casebook import DATABASE, get_meta
from airwars_desk.store.engine import make_engine
from airwars_desk.store.evidence_rows import Known, known_files
from airwars_desk.store.findings import Finding, Findings
from airwars_desk.store.heads import Heads, read_head
from airwars_desk.store.journal import heads_of_replicas
from airwars_desk.store.schema import DERIVED, DERIVED_KEY

Report = Callable[[int, int], None]
_OF_DAMAGE = ("damaged", "not_a_casebook", "io")
_ABOUT = 200
"""Steps that progress is told in: a step is a batch of records; big casebooks take more."""


def check_casebook(folder: Path, report: Report | None = None) -> list[Finding]:
    """Everything that is wrong or noteworthy, damage first.

    Args:
        folder: the casebook; it has been found to be one of this version.
        report: told how far it is; may raise Cancelled.
    """
    findings = Findings()
    tick = _ticker(report)
    head = read_head(folder)  # before the database, which may be ahead of it
    known: dict[str, Known] = {}

    def check(connection: Connection) -> None:
        _check_tables(connection, head, findings, tick)
        known.update(known_files(connection))

    _check_database(folder, findings, check)
    _check_files(folder, findings)
    verify_evidence.check_evidence(folder, known, findings, tick)
    return findings.listed()


def prove(folder: Path, report: Report | None = None) -> Heads | None:
    """What a copy must prove: the file is sound, the journal fits its digests and chains.

    Returns:
        The heads of the journal, or None if anything does not fit.
    """
    findings = Findings()
    tick = _ticker(report)
    heads: Heads = {}

    def check(connection: Connection) -> None:
        _check_file(connection, findings)
        verify_journal.check_entries(connection, findings, tick)
        verify_journal.check_changes(connection, findings)
        heads.update(heads_of_replicas(connection))

    _check_database(folder, findings, check)
    return None if findings.is_damaged else heads


def _check_tables(
    connection: Connection, head: Heads, findings: Findings, tick: Callable[[], None]
) -> None:
    _check_file(connection, findings)
    verify_journal.check_changes(connection, findings)
    verify_journal.check_head(connection, head, findings)
    verify_journal.check_stray(connection, findings)
    verify_tables.check_records(connection, findings, tick)
    if get_meta(connection, DERIVED_KEY) == str(DERIVED):
        verify_tables.check_derived(connection, findings, tick)
        verify_tables.check_search(connection, findings)
    else:
        findings.add("stale", DATABASE)
    verify_tables.list_conflicts(connection, findings)


def _check_database(folder: Path, findings: Findings, check: Callable[[Connection], None]) -> None:
    """Run checks in one read; a database that breaks off under them is a finding, not an end."""
    engine = make_engine(folder / DATABASE, writing=False)
    try:
        with engine.begin() as connection:
            check(connection)
    except Refused:
        raise
    except (DBAPIError, dbapi2.Error, ValueError, TypeError, KeyError) as error:
        refused = known(error, folder)
        if refused is not None and refused.code not in _OF_DAMAGE:
            raise refused from error
        findings.add("database", DATABASE, type(error).__name__)
    finally:
        engine.dispose()


def _check_file(connection: Connection, findings: Findings) -> None:
    raw = connection.connection.driver_connection
    for kind, where in snapshot.faults_of(raw):
        findings.add(kind, where)
    for line in shape.differences(shape.shape_of(raw), shape.expected_shape()):
        findings.add("schema", line)


def _check_files(folder: Path, findings: Findings) -> None:
    """Drafts can be read, nobody else may read anything, nothing lies about."""
    for path in (folder, *sorted(folder.rglob("*"))):
        name = path.relative_to(folder.parent).as_posix()
        if not places.is_private(path):
            findings.add("permissions", name)
        if path.name.endswith(".part"):
            findings.add("leftover", name)
        elif path.name.endswith(".draft.json") and not _is_json(path):
            findings.add("draft", name)


def _is_json(path: Path) -> bool:
    try:
        return isinstance(orjson.loads(path.read_bytes()), dict)
    except ValueError:
        return False


def _ticker(report: Report | None) -> Callable[[], None]:
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if report is not None:
            report(done, max(_ABOUT, done + 1))

    return tick
