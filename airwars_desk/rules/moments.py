"""What a record was at a moment, and how it differs from what it was at another. Pure.

A moment is a set of entries that were known then; what they add up to is `rules/merge.py`. A value
that was erased since reads `ERASED`, which no stored text can be: it holds a NUL.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from airwars_desk.rules.merge import DELETED, Entry, Resolved, resolve
from airwars_desk.rules.proof import canonical

ERASED = "\0erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesAsked:
    """Which changes of a casebook are asked for; what is empty asks for nothing.

    Args:
        person: uid of who made them.
        day_from: YYYY-MM-DD, inclusive, as the journal tells days (UTC).
        day_to: YYYY-MM-DD, inclusive.
        operation: id of an operation.
        text: words or the code of an incident they touched.
    """

    person: str = ""
    day_from: str = ""
    day_to: str = ""
    operation: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of a casebook: as of a change, or of a time; neither is the very beginning.

    Args:
        change: the id of a change: everything up to it, in the order it reached this casebook.
        at: a time as the journal writes it: everything written until then.
    """

    change: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of a record at two moments; null where it was not known."""

    field: str
    before: Any
    after: Any


def closure(parents: Sequence[str], known: Mapping[str, Entry]) -> set[str]:
    """The ids of entries and all their ancestors, as far as they are known."""
    seen: set[str] = set()
    waiting = [parent for parent in parents if parent in known]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(parent for parent in known[current].parents if parent in known)
    return seen


def difference(
    entries: Sequence[Entry], first: Collection[str], second: Collection[str]
) -> list[Difference]:
    """The fields of a record that differ between two sets of its entries, by name.

    A record that was not there at first shows all it has; one that is gone, only that.
    """
    before = _state(entries, first)
    after = _state(entries, second)
    if not after.exists and (not before.exists or before.is_deleted):
        return []
    if not after.exists:
        return [Difference(field=DELETED, before=False, after=True)]
    found = []
    if before.exists and before.is_deleted != after.is_deleted:
        found.append(Difference(field=DELETED, before=before.is_deleted, after=after.is_deleted))
    elif not before.exists and after.is_deleted:
        return []
    earlier = before.values if before.exists else {}
    found += [
        Difference(field=name, before=earlier.get(name), after=after.values.get(name))
        for name in sorted(earlier.keys() | after.values.keys())
        if not _same(earlier.get(name), after.values.get(name))
    ]
    return found


def voided_by(
    entries: Sequence[Entry], targets: Collection[str], heads: Sequence[str]
) -> list[Difference]:
    """What a record would lose or get back if some of its entries were voided now."""
    head = entries[0]
    passing = Entry(
        id="~", kind=head.kind, uid=head.uid, is_file=False, at="~",
        parents=tuple(heads), voids=tuple(sorted(targets)),
    )  # fmt: skip
    known = {entry.id for entry in entries}
    return difference([*entries, passing], known, known | {passing.id})


def _state(entries: Sequence[Entry], known: Collection[str]) -> Resolved:
    chosen = [entry for entry in entries if entry.id in known]
    if not chosen:
        return _NOTHING
    return resolve(chosen)


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and canonical(one) == canonical(other)


_NOTHING = Resolved(
    values={}, exists=False, is_deleted=False, conflicts={}, heads=(), voided=frozenset()
)
