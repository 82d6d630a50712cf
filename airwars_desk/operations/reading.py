"""Reading exchange files into rows, with their checks and signatures; no casebook is needed.

What is read travels as JSON-native messages, so that a long file is read in a limited child
process while this one writes (`child.py`); a short one is read here. The messages are the same.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from airwars_desk import child
from airwars_desk.errors import Refused
from airwars_desk.formats.airwars_read import read_record
from airwars_desk.formats.airwars_rows import Parsed, Row
from airwars_desk.formats.container import Where, parse_line, read_lines
from airwars_desk.records.case import Case, Item
from airwars_desk.rules.checks import Problem, check_case, worth_a_look
from airwars_desk.rules.proof import canonical
from airwars_desk.rules.terms import TermIndex
from airwars_desk.store.entry import make_entry

Message = dict[str, Any]
Known = Mapping[str, str | None]

#: a file larger than this is read in a child process
LONG_BYTES: Final = 1024 * 1024
_BATCH: Final = 20
SHARED: Final = ("source", "term")


@dataclass(slots=True, kw_only=True)
class Line:
    """One line as read: a record, or the refusal of it (or of a whole file: no `where`).

    Attributes:
        parsed: the record; without rows where the casebook holds this very line already.
        digest: of the line's canonical JSON.
        terms: those made for this record, uid -> values.
        signatures: id and salt of each row's first entry; only for records that are new.
        problems: what the checks found; None where nobody asked.
        checks: how many of them are worth a look.
    """

    where: Where | None
    refusal: Refused | None = None
    parsed: Parsed | None = None
    digest: bytes = b""
    terms: dict[str, dict[str, Any]] = field(default_factory=dict)
    signatures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    problems: list[dict[str, str]] | None = None
    checks: int | None = None


def read_files(
    paths: Sequence[Path], terms: Mapping[str, Any], known: Known, *, details: bool
) -> Iterator[Line]:
    """Yield every line of the files in order, refusals among them.

    Args:
        paths: the files.
        terms: the casebook's terms, uid -> values.
        known: incidents that the casebook has: uid -> hex digest of the line last imported.
        details: also judge new records by the checks.
    """
    for path in paths:
        arguments = (str(path), dict(terms), dict(known), details)
        if path.is_file() and path.stat().st_size > LONG_BYTES:
            batches = child.run_limited(read_long, arguments)
        else:
            batches = read_batches(*arguments)
        for batch in batches:
            for message in batch:
                line = _line(message, path)
                terms = {**terms, **line.terms} if line.terms else terms
                yield line


def read_long(
    path: str, terms: dict[str, Any], known: Known, details: bool
) -> Iterator[list[Message]]:
    """The same as `read_batches`, for the child, where nothing else goes on."""
    with child.collector_at_rest():
        yield from read_batches(path, terms, known, details)


def read_batches(
    path: str, terms: dict[str, Any], known: Known, details: bool
) -> Iterator[list[Message]]:
    """Yield what a file holds, as batches of messages."""
    index = TermIndex(terms)
    batch: list[Message] = []
    try:
        for number, line in read_lines(Path(path)):
            batch.append(_message(line, Where(path, number), index, known, details=details))
            if len(batch) == _BATCH:
                yield batch
                batch = []
    except Refused as refusal:
        batch.append({"line": 0, "refusal": _told(refusal)})
    yield batch


def _message(
    line: bytes, where: Where, index: TermIndex, known: Known, *, details: bool
) -> Message:
    before = len(index.new)
    message: Message = {"line": where.line}
    try:
        found = parse_line(line, where)
        digest = hashlib.sha256(canonical(found)).hexdigest()
        parsed = read_record(found, index, where)
    except Refused as refusal:
        message["refusal"] = _told(refusal)
    else:
        message["digest"] = digest
        message["record"] = [
            parsed.dataset,
            parsed.external_id,
            parsed.uid,
            parsed.label,
            parsed.unknown,
        ]
        if known.get(parsed.uid) != digest:
            message["rows"] = [
                [row.kind, row.uid, row.values, row.list, row.identity] for row in parsed.rows
            ]
            if parsed.uid not in known:
                _sign(message, parsed)
                if details:
                    _check(message, parsed)
    if len(index.new) > before:
        message["terms"] = dict(list(index.new.items())[before:])
    return message


def _sign(message: Message, parsed: Parsed) -> None:
    at = own_date(parsed)
    signatures = {}
    for row in parsed.rows:
        own = "" if row.kind in SHARED else at
        entry = make_entry(row.kind, row.uid, row.values, at=own, is_file=True)
        signatures[row.uid] = [entry.id, (entry.salt or b"").hex()]
    message["signatures"] = signatures


def _check(message: Message, parsed: Parsed) -> None:
    found = check_case(case_of(parsed))
    message["checks"] = worth_a_look(found)
    message["problems"] = [_as_json(problem) for problem in found]


def problems_of(case: Case) -> list[dict[str, str]]:
    """What the checks find in a case, as a report tells it."""
    return [_as_json(problem) for problem in check_case(case)]


def case_of(parsed: Parsed) -> Case:
    """The record as a case, without what it shares with others."""
    case = Case(uid=parsed.uid)
    for row in parsed.rows:
        if row.kind not in SHARED:
            case.items[row.uid] = Item(kind=row.kind, uid=row.uid, values=row.values)
    return case


def own_date(parsed: Parsed) -> str:
    """The day by which the file itself dates the record; "" where it names none."""
    return str(parsed.rows[0].values.get("last_modified_date", "")) if parsed.rows else ""


def _line(message: Message, path: Path) -> Line:
    number = message["line"]
    line = Line(where=Where(str(path), number) if number else None)
    line.terms = message.get("terms", {})
    if "refusal" in message:
        line.refusal = Refused(*message["refusal"])
        return line
    dataset, external_id, uid, label, unknown = message["record"]
    rows = [Row(*row) for row in message.get("rows", ())]
    line.parsed = Parsed(dataset, external_id, uid, label, rows, tuple(unknown))
    line.digest = bytes.fromhex(message["digest"])
    line.signatures = {
        uid: (identity, bytes.fromhex(salt))
        for uid, (identity, salt) in message.get("signatures", {}).items()
    }
    line.problems, line.checks = message.get("problems"), message.get("checks")
    return line


def _as_json(problem: Problem) -> dict[str, str]:
    return {
        "id": problem.id,
        "kind": problem.kind,
        "field": problem.field,
        "detail": problem.detail,
    }


def _told(refusal: Refused) -> list[str]:
    return [refusal.code, refusal.sentence, refusal.hint]
