"""The work on the incidents of the sample: those still open, and what was found in the sources."""

from collections.abc import Sequence
from typing import Any, Final

from airwars_desk.formats.airwars_read import read_record
from airwars_desk.formats.container import Where
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import append_item
from airwars_desk.operations.reading import case_of
from airwars_desk.operations.sample_narratives import name_by_tokens
from airwars_desk.operations.sample_sources import read_sources
from airwars_desk.operations.sample_team import RESEARCHERS, SUPERVISOR
from airwars_desk.records.case import Case
from airwars_desk.rules.terms import TermIndex
from airwars_desk.store import imports
from airwars_desk.store.cases import load_cases
from airwars_desk.store.transact import Transaction

Record = dict[str, Any]
_READ_NEWEST: Final = 44
_READ_UNTIL: Final = 244
_STATES: Final = ("in_review", "researching", "returned", "in_review", "researching")
_NOTES: Final = "Returned: S2 and S3 are one origin. Please find a second one, and a point."
_OF_THE_FILE: Final = (
    "airwars_id", "dataset", "incident_status", "last_modified_date", "page_captured",
    "published_date", "section_lengths", "sequence", "url",
)  # fmt: skip
_UNDATED: Final = 7


def log_open(desks: dict[str, Desk], records: Sequence[Record]) -> list[Case]:
    """Log the incidents that nobody has decided, each by its researcher; returns them."""
    people = (*RESEARCHERS, SUPERVISOR)
    cases = [_case(record, number) for number, record in enumerate(_parsed(desks, records))]
    for case in cases:
        read_sources(case)
        name_by_tokens(case)
    for turn, name in enumerate(people):
        mine = cases[turn :: len(people)]
        if not mine:
            continue
        desk = desks[name]
        for case in mine:
            case.set(case.uid, "assignee", desk.person)
        write(desk, "new_case", lambda work, mine=mine: _append(work, mine))  # type: ignore[misc]
    return cases


def research(desk: Desk) -> list[Case]:
    """Read the sources of decided incidents: all of the newest, and some of the older ones."""
    with desk.store.reading() as connection:
        rows = imports.live_incidents(connection)
        chosen = [*rows[:_READ_NEWEST], *rows[_READ_NEWEST:_READ_UNTIL:4]]
        cases = list(load_cases(connection, chosen, with_heads=True))
    for case in cases:
        read_sources(case)
        name_by_tokens(case)
    reason = "Roles, origins and counts of the sources, read again; narratives name them"
    write(desk, "edit_many", lambda work: _append(work, cases), reason)
    return cases


def _parsed(desks: dict[str, Desk], records: Sequence[Record]) -> list[Case]:
    """Return the records as new cases; sources that the casebook lacks come with them."""
    desk = desks[SUPERVISOR]
    with desk.store.reading() as connection:
        index = TermIndex(imports.known_terms(connection))
        known = set(imports.known_rows(connection, "source"))
    cases, sources = [], []
    for number, record in enumerate(records, 1):
        parsed = read_record(record, index, Where("sample", number))
        cases.append(case_of(parsed))
        sources += [row for row in parsed.rows if row.kind == "source" and row.uid not in known]
        known |= {row.uid for row in parsed.rows}

    def add_shared(work: Transaction) -> None:
        for uid, values in index.new.items():
            work.append("term", uid, values)
        for row in sources:
            work.append("source", row.uid, row.values)

    write(desk, "add_terms", add_shared)
    return cases


def _case(case: Case, number: int) -> Case:
    """Return a case as its researcher has it: without a decision, without marks of a file."""
    for uid, item in list(case.items.items()):
        if item.kind in ("decision", "decided_range"):
            del case.items[uid]
        item.is_new = True
        item.values.pop("extra", None)
    for name in _OF_THE_FILE:
        case.set(case.uid, name, None)
    state = _STATES[number % len(_STATES)]
    case.set(case.uid, "state", state)
    if state == "returned":
        case.set(case.uid, "notes", _NOTES)
        case.set(case.uid, "points", None)
    if number == _UNDATED:
        for name in ("date_type", "date_start", "date_end"):
            case.set(case.uid, name, None)
    return case


def _append(work: Transaction, cases: Sequence[Case]) -> None:
    for case in cases:
        for item in case.changed():
            append_item(work, item)
