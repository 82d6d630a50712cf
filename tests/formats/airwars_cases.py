"""Cases made straight from parsed records, and lines made comparable, for the tests beside."""

from typing import Any

from airwars_desk.formats.airwars_read import read_record
from airwars_desk.formats.airwars_rows import Parsed
from airwars_desk.formats.airwars_write import write_record
from airwars_desk.formats.container import Where
from airwars_desk.records.case import Case, Item
from airwars_desk.rules.proof import canonical
from airwars_desk.rules.terms import TermIndex

HERE = Where("records.jsonl", 7)


def case_of(parsed: Parsed) -> Case:
    """Put the rows of a parsed record into a case, as a casebook would hand it out."""
    case = Case(uid=parsed.uid)
    for row in parsed.rows:
        if row.kind != "source":
            case.items[row.uid] = Item(kind=row.kind, uid=row.uid, values=dict(row.values))
    return case


def there(record: dict[str, Any], terms: TermIndex | None = None) -> tuple[Case, TermIndex]:
    """Read a record into a case."""
    index = terms or TermIndex()
    return case_of(read_record(record, index, HERE)), index


def there_and_back(record: dict[str, Any]) -> dict[str, Any]:
    """Read a record and write it again."""
    case, terms = there(record)
    return write_record(case, terms)


def differing(left: dict[str, Any], right: dict[str, Any]) -> set[str]:
    """The keys in which two records differ as JSON."""
    return {
        key
        for key in left.keys() | right.keys()
        if key not in left or key not in right or canonical(left[key]) != canonical(right[key])
    }
