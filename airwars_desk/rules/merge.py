"""What a record's entries add up to: values, conflicts, deletion (DESIGN 3.4). Pure.

A field's value is that of the entry touching it which no other entry touching it has among its
ancestors; void entries count for nothing. Entries that disagree are a conflict: the pick is
shown (a person's before a file's, then the later time, then the greater id) and nothing is
dropped. Clocks decide nothing but the pick. Order of arrival plays no part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from airwars_desk.rules.proof import canonical

DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the journal, as far as merging needs it."""

    id: str
    kind: str
    uid: str
    is_file: bool
    at: str
    parents: tuple[str, ...] = ()
    voids: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[bool, str, str]:
        """What decides the pick between entries that disagree."""
        return (not self.is_file, self.at, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A record as its entries add up to it.

    `exists`: an entry that brought it into being is not void. `conflicts`: field -> ids of the
    entries that disagree. `heads`: entries that no other has among its parents.
    """

    values: dict[str, Any]
    exists: bool
    is_deleted: bool
    conflicts: dict[str, tuple[str, ...]]
    heads: tuple[str, ...]
    voided: frozenset[str]

    @property
    def is_live(self) -> bool:
        """True when the record is to be shown and counted."""
        return self.exists and not self.is_deleted


def resolve(entries: Sequence[Entry]) -> Resolved:
    """Add up the entries of one record."""
    if len(entries) == 1 and not entries[0].voids and not entries[0].parents:
        return _single(entries[0])
    order = _topological(entries)
    ancestors = _ancestors(order)
    voided = _voided(order)
    alive = [i for i, entry in enumerate(order) if entry.id not in voided and not entry.voids]
    values: dict[str, Any] = {}
    conflicts: dict[str, tuple[str, ...]] = {}
    for name in {name for i in alive for name in order[i].fields}:
        value, disagreeing = _value(name, alive, order, ancestors)
        if value is not None:
            values[name] = value
        if disagreeing:
            conflicts[name] = disagreeing
    deleted = bool(values.pop(DELETED, False))
    if deleted:
        unaware = _unaware(alive, order, ancestors)
        if unaware:
            deleted = False
            conflicts[DELETED] = unaware
    return Resolved(
        values=values,
        exists=any(not order[i].parents for i in alive),
        is_deleted=deleted,
        conflicts=conflicts,
        heads=heads_of(order),
        voided=voided,
    )


def heads_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The ids of entries that no other entry names as a parent, sorted."""
    known = {entry.id: entry for entry in entries}
    covered = {parent for entry in known.values() for parent in entry.parents}
    return tuple(sorted(known.keys() - covered))


def voiders(entries: Sequence[Entry], targets: Iterable[str]) -> list[str]:
    """The entries in force that void any of `targets`: voiding these brings the targets back."""
    wanted = set(targets)
    order = _topological(entries)
    voided = _voided(order)
    return sorted(e.id for e in order if e.id not in voided and wanted.intersection(e.voids))


def _single(entry: Entry) -> Resolved:
    values = {name: value for name, value in entry.fields.items() if value is not None}
    deleted = bool(values.pop(DELETED, False))
    return Resolved(
        values=values,
        exists=True,
        is_deleted=deleted,
        conflicts={},
        heads=(entry.id,),
        voided=frozenset(),
    )


def _topological(entries: Sequence[Entry]) -> list[Entry]:
    """Parents before children; ties by id, so that every replica sees the same order."""
    known = {entry.id: entry for entry in entries}
    children: dict[str, list[str]] = {}
    waiting: dict[str, int] = {}
    for entry in known.values():
        parents = [parent for parent in entry.parents if parent in known]
        waiting[entry.id] = len(parents)
        for parent in parents:
            children.setdefault(parent, []).append(entry.id)
    ready = sorted(uid for uid, count in waiting.items() if count == 0)
    order: list[Entry] = []
    while ready:
        current = ready.pop(0)
        order.append(known[current])
        freed = []
        for child in children.get(current, ()):
            waiting[child] -= 1
            if waiting[child] == 0:
                freed.append(child)
        ready.extend(sorted(freed))
    return order


def _ancestors(order: Sequence[Entry]) -> list[int]:
    """Per entry the set of its ancestors as a bit mask over positions in `order`."""
    position = {entry.id: i for i, entry in enumerate(order)}
    masks: list[int] = []
    for entry in order:
        mask = 0
        for parent in entry.parents:
            i = position.get(parent)
            if i is not None:
                mask |= masks[i] | (1 << i)
        masks.append(mask)
    return masks


def _voided(order: Sequence[Entry]) -> frozenset[str]:
    """Entries voided by an entry that is not itself void; voiders come after their targets."""
    voided: set[str] = set()
    for entry in reversed(order):
        if entry.voids and entry.id not in voided:
            voided.update(entry.voids)
    return frozenset(voided)


def _value(
    name: str, alive: list[int], order: Sequence[Entry], ancestors: list[int]
) -> tuple[Any, tuple[str, ...]]:
    touching = [i for i in alive if name in order[i].fields]
    covered = 0
    for i in touching:
        covered |= ancestors[i]
    standing = [order[i] for i in touching if not covered >> i & 1]
    pick = max(standing, key=lambda entry: entry.rank)
    if len({canonical(entry.fields[name]) for entry in standing}) == 1:
        return pick.fields[name], ()
    return pick.fields[name], tuple(sorted(entry.id for entry in standing))


def _unaware(alive: list[int], order: Sequence[Entry], ancestors: list[int]) -> tuple[str, ...]:
    """Entries that neither saw the deletion nor were seen by it, with the deletions."""
    deletions = [i for i in alive if order[i].fields.get(DELETED) is True]
    found: set[int] = set()
    for i in alive:
        if i in deletions:
            continue
        for deletion in deletions:
            seen = ancestors[deletion] >> i & 1 or ancestors[i] >> deletion & 1
            if not seen:
                found |= {i, deletion}
    return tuple(sorted(order[i].id for i in found))
