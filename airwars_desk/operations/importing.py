"""Importing Airwars JSON Lines: streaming, all or nothing, three-way (DESIGN 3.4, 5).

A line whose digest is that of the line last imported is unchanged at once; a record that is not
here goes in as it is; any other is compared with what the file said before (reimport.py). One
refused line and nothing is written, but every line is still read and counted. Reading happens
in reading.py, for long files in a child process, while this one writes.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from airwars_desk.child import collector_at_rest
from airwars_desk.errors import Refused
from airwars_desk.formats.airwars_rows import Parsed
from airwars_desk.formats.container import read_lines
from airwars_desk.i18n import tr
from airwars_desk.operations.desk import Desk, changing, told
from airwars_desk.operations.import_report import (
    IMPORTED,
    UNCHANGED,
    UPDATED,
    ImportReport,
)
from airwars_desk.operations.reading import Line, case_of, own_date, problems_of, read_files
from airwars_desk.operations.reimport import Plan, plan_update
from airwars_desk.records.case import Case, Item
from airwars_desk.store import imports
from airwars_desk.store.transact import Transaction

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
OPERATION: Final = "import"
_BATCH: Final = 100


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    report: Progress | None = None,
    details: bool = True,
) -> ImportReport:
    """Import files as one change, or refuse them all.

    Args:
        desk: the casebook and who acts.
        paths: .jsonl or .jsonl.gz, recognised by content.
        dry_run: do everything but keep nothing.
        report: called with bytes-free progress (lines done, lines in all); may raise Cancelled.
        details: also judge every new or moved record by the checks.

    Returns:
        What was done; a refusal is in it, not raised.

    Raises:
        Refused: nobody acts, the casebook cannot be written, or it was cancelled.
    """
    outcome = ImportReport()
    try:
        with changing(desk, OPERATION) as transaction:
            work = _Import(transaction, outcome, details=details)
            with collector_at_rest():
                work.run(paths, report)
                transaction.flush()
            if dry_run or outcome.error is not None:
                raise _KeepNothing
    except _KeepNothing:
        return outcome
    outcome.applied = True
    if transaction.change_id is not None:
        outcome.change = replace(told(transaction, OPERATION), is_wide=True)
    log.info("import: %d read, %d imported", outcome.read, outcome.imported)
    return outcome


class _KeepNothing(Exception):  # noqa: N818 - no error: it rolls the transaction back
    """Ends the transaction without a trace."""


@dataclass(slots=True)
class _Waiting:
    """A record that must be compared with what the file said before."""

    parsed: Parsed
    line: Line


class _Import:
    """One run: what is known of the casebook, and what was met in the files."""

    def __init__(self, transaction: Transaction, report: ImportReport, *, details: bool) -> None:
        self.transaction = transaction
        self.report = report
        self.details = details
        connection = transaction.connection
        self._terms = imports.known_terms(connection)
        self._digests = imports.imported_digests(connection)
        self._incidents = imports.known_rows(connection, "incident")
        self._sources = set(imports.known_rows(connection, "source"))
        self._met: set[tuple[str, int | str]] = set()
        self._new_terms: dict[str, dict[str, Any]] = {}
        self._waiting: list[_Waiting] = []

    def run(self, paths: Sequence[Path], progress: Progress | None) -> None:
        """Read all files; a refusal is noted and the rest is read for the counts."""
        total = self._count_lines(paths) if progress is not None else 0
        known = {uid: self._digests.get(uid, b"").hex() for uid in self._incidents}
        lines = read_files(paths, self._terms, known, details=self.details)
        for done, line in enumerate(lines, 1):
            self._new_terms.update(line.terms)
            try:
                self._line(line)
            except Refused as refusal:
                self.report.refuse(refusal, line.where)
            if progress is not None and done % 50 == 0:
                progress(done, total)
        self._compare()

    @staticmethod
    def _count_lines(paths: Sequence[Path]) -> int:
        count = 0
        for path in paths:
            try:
                count += sum(1 for _ in read_lines(path))
            except Refused:
                continue
        return count

    def _line(self, line: Line) -> None:
        if line.refusal is not None:
            raise line.refusal
        parsed, where = line.parsed, line.where
        if parsed is None or where is None:
            raise ValueError("a line is a record or a refusal")
        key = (parsed.dataset, parsed.external_id)
        if key in self._met:
            raise where.bad(
                tr("The same record stands in an earlier line or file."),
                tr("Import each record once."),
                code="duplicate",
                record=parsed.label,
            )
        self._met.add(key)
        if not parsed.rows:
            self._tell(line, UNCHANGED)
        elif parsed.uid not in self._incidents:
            self._insert(line, parsed)
        else:
            self._waiting.append(_Waiting(parsed, line))
            if len(self._waiting) >= _BATCH:
                self._compare()

    def _insert(self, line: Line, parsed: Parsed) -> None:
        """A record that is not here: all its rows as they are."""
        self._tell(line, IMPORTED)
        if self.report.error is not None:
            return
        case = Case(uid=parsed.uid, checks=line.checks)
        items = case.items
        for uid, values in self._take_terms():
            items[uid] = Item(kind="term", uid=uid, values=values)
        for row in parsed.rows:
            if row.kind == "source":
                if row.uid in self._sources:
                    continue
                self._sources.add(row.uid)
            items[row.uid] = Item(kind=row.kind, uid=row.uid, values=row.values)
        self.transaction.insert_fresh(case, own_date(parsed), line.signatures)
        self.transaction.imported[parsed.uid] = line.digest

    def _compare(self) -> None:
        """Compare the waiting records with what the file said before."""
        waiting = {one.parsed.uid: one for one in self._waiting}
        self._waiting.clear()
        if not waiting:
            return
        self.transaction.flush()
        rows = [self._incidents[uid] for uid in waiting]
        for case, entries in imports.cases_with_entries(self.transaction.connection, rows):
            one = waiting[case.uid]
            plan = plan_update(one.parsed, case, entries)
            outcome = UNCHANGED
            if plan.writes:
                outcome = IMPORTED if plan.returns else UPDATED
            gone = not case.incident.is_live and outcome == UNCHANGED
            if plan.writes and self.details:
                one.line.problems = problems_of(case_of(one.parsed))
            self._tell(one.line, outcome, deleted=gone)
            if self.report.error is None:
                self._write(one, plan)

    def _write(self, one: _Waiting, plan: Plan) -> None:
        transaction = self.transaction
        if not plan.writes:
            return
        for uid, values in self._take_terms():
            transaction.append("term", uid, values, is_file=True, at="")
        for row in one.parsed.rows:
            if row.kind == "source" and row.uid not in self._sources:
                self._sources.add(row.uid)
                transaction.append("source", row.uid, row.values, is_file=True, at="")
        at = own_date(one.parsed)
        for write in plan.writes:
            transaction.append(
                write.kind,
                write.uid,
                write.fields,
                parents=write.parents,
                voids=write.voids,
                is_file=True,
                at=at,
            )
        transaction.imported[one.parsed.uid] = one.line.digest

    def _take_terms(self) -> list[tuple[str, dict[str, Any]]]:
        """The terms made since the last call; the file brings them."""
        new = list(self._new_terms.items())
        self._new_terms.clear()
        return new

    def _tell(self, line: Line, outcome: str, *, deleted: bool = False) -> None:
        self.report.count(outcome)
        self.report.tell(line, outcome, deleted=deleted)
