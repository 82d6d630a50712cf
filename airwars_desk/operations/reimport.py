"""A record that was imported before meets the file again: three-way, by the file's own entries.

What counts as "before" is what the file's entries alone say. Each list is aligned with the one
last imported; aligned rows keep their uid; entries hold only what the file changed and have the
file's earlier entries as parents. What an undo took away returns by voiding the undo.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from airwars_desk.formats.airwars_rows import Parsed, Row
from airwars_desk.operations.realign import Group, Values, group_of, rename_rows
from airwars_desk.records.case import Case, same
from airwars_desk.records.kinds import OWNER_FIELD, OWNER_OF
from airwars_desk.rules.merge import DELETED, Entry, heads_of, resolve, voiders
from airwars_desk.rules.narrative import has_tokens, read_case
from airwars_desk.store.entry import StoredEntry

_DECIDED: Final = frozenset({"decision", "decided_range"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One entry to be written for the file."""

    kind: str
    uid: str
    fields: Values
    parents: tuple[str, ...] = ()
    voids: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Plan:
    """What the file changes: its entries, and whether the incident comes back by them."""

    writes: list[Write] = field(default_factory=list)
    returns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSide:
    """One record as the file's entries alone tell it, and what people did to it.

    Attributes:
        values: as last imported; `is_deleted` if the last import took the row away.
        stands: the values by those entries that no undo voids; None where none is in force.
        heads: the newest of the file's entries.
        erased: fields whose values were erased; they are never brought back.
        disputed: fields of which the file's own entries, united from two desks, say two things.
        undone: the undos in force.
        is_edited: a person wrote a field of it.
    """

    kind: str
    values: Values
    is_deleted: bool
    stands: Values | None
    heads: tuple[str, ...]
    erased: frozenset[str]
    disputed: frozenset[str]
    undone: tuple[str, ...]
    is_edited: bool


def plan_update(parsed: Parsed, case: Case, entries: dict[str, list[StoredEntry]]) -> Plan:
    """Compare a record of a file with what the file said before.

    Args:
        parsed: the record as it is in the file now.
        case: the incident with all its records, dead ones too.
        entries: the journal's entries of each of them.
    """
    sides = {uid: side for uid, found in entries.items() if (side := file_side(found))}
    _take_back_tokens(parsed, case)
    if parsed.uid not in sides:
        return _plan_own(parsed, case)
    plan = Plan()
    rows = _renamed(parsed, sides)
    for row in rows:
        _plan_row(row, sides.get(row.uid), plan)
    _plan_deletions({row.uid for row in rows}, sides, entries, plan)
    root = sides[parsed.uid]
    plan.returns = root.stands is None and bool(root.undone)
    return plan


def file_side(stored: Iterable[StoredEntry]) -> FileSide | None:
    """Return what the file's entries say of one record; None where it never came from a file."""
    found = list(stored)
    everything = [entry.as_entry() for entry in found]
    own = [entry for entry in everything if entry.is_file and not entry.voids]
    if not own:
        return None
    last = resolve(own)
    if len(everything) == 1:
        return FileSide(
            kind=own[0].kind,
            values=last.values,
            is_deleted=last.is_deleted,
            stands=last.values,
            heads=last.heads,
            erased=frozenset(found[0].erased or ()),
            disputed=frozenset(),
            undone=(),
            is_edited=False,
        )
    voided = resolve(everything).voided
    standing = [entry for entry in own if entry.id not in voided]
    gone = [entry.id for entry in own if entry.id in voided]
    stands = resolve(standing) if standing else None
    return FileSide(
        kind=own[0].kind,
        values=last.values,
        is_deleted=last.is_deleted,
        stands=None if stands is None or stands.is_deleted else stands.values,
        heads=heads_of(own),
        erased=frozenset(name for e in found if e.is_file for name in e.erased or ()),
        disputed=frozenset(last.conflicts) - {DELETED},
        undone=tuple(voiders(everything, gone)) if gone else (),
        is_edited=_is_edited(everything, voided),
    )


def _is_edited(entries: list[Entry], voided: frozenset[str]) -> bool:
    return any(e.fields and not e.is_file and not e.voids and e.id not in voided for e in entries)


def _take_back_tokens(parsed: Parsed, case: Case) -> None:
    """A narrative that comes back as this casebook wrote it is the text with its tokens."""
    read: dict[str, str] = {}
    for item in case.of("narrative"):
        text = item.values.get("text")
        if text and has_tokens(text):
            read[read_case(case, text)] = text
    for row in parsed.rows if read else ():
        if row.kind == "narrative" and (text := row.values.get("text")) in read:
            row.values["text"] = read[str(text)]


def _plan_row(row: Row, side: FileSide | None, plan: Plan) -> None:
    if side is None:
        plan.writes.append(Write(kind=row.kind, uid=row.uid, fields=row.values))
        return
    if side.undone:
        if side.stands is not None and not _delta(side.stands, row.values, side.erased):
            return
        plan.writes.append(
            Write(
                kind=row.kind,
                uid=row.uid,
                fields={},
                parents=tuple(sorted({*side.heads, *side.undone})),
                voids=side.undone,
            )
        )
    delta = _delta(side.values, row.values, side.erased)
    delta.update({name: row.values.get(name) for name in side.disputed - side.erased})
    if side.is_deleted:
        delta[DELETED] = None
    if delta:
        plan.writes.append(Write(kind=row.kind, uid=row.uid, fields=delta, parents=side.heads))


def _delta(before: Values, after: Values, erased: frozenset[str]) -> Values:
    names = (before.keys() | after.keys()) - erased
    return {
        name: after.get(name)
        for name in sorted(names)
        if not same(before.get(name), after.get(name))
    }


def _plan_deletions(
    kept: set[str],
    sides: dict[str, FileSide],
    entries: dict[str, list[StoredEntry]],
    plan: Plan,
) -> None:
    """Delete rows that left their list, but none that a person edited, nor the owner of one."""
    missing = {
        uid: side
        for uid, side in sides.items()
        if uid not in kept and not side.is_deleted and side.stands is not None
    }
    held = {uid for uid in entries if uid not in sides and entries[uid]}
    spared = {uid for uid, side in missing.items() if side.is_edited}
    for uid in held | spared:
        _spare_owners(uid, sides, entries, spared)
    for uid, side in missing.items():
        if uid not in spared:
            plan.writes.append(
                Write(kind=side.kind, uid=uid, fields={DELETED: True}, parents=side.heads)
            )


def _spare_owners(
    uid: str,
    sides: dict[str, FileSide],
    entries: dict[str, list[StoredEntry]],
    spared: set[str],
) -> None:
    kind, values = _told(uid, sides, entries)
    while kind in OWNER_OF:
        uid = values.get(OWNER_FIELD[kind], "")
        if uid not in sides:
            return
        spared.add(uid)
        kind, values = sides[uid].kind, sides[uid].values


def _told(
    uid: str, sides: dict[str, FileSide], entries: dict[str, list[StoredEntry]]
) -> tuple[str, Values]:
    if uid in sides:
        return sides[uid].kind, sides[uid].values
    resolved = resolve([entry.as_entry() for entry in entries[uid]])
    return entries[uid][0].kind, resolved.values if resolved.is_live else {}


def _renamed(parsed: Parsed, sides: dict[str, FileSide]) -> list[Row]:
    """Give the parsed rows the uids of those they were at the last import; owners first."""
    before: dict[Group, list[tuple[int, str]]] = {}
    for uid, side in sides.items():
        if not side.is_deleted:
            place = side.values.get("position") or 0
            before.setdefault(group_of(side.kind, side.values), []).append((place, uid))
    taken = {uid for uid, side in sides.items() if not side.is_deleted}
    return rename_rows(parsed, before, {uid: side.values for uid, side in sides.items()}, taken)


def _plan_own(parsed: Parsed, case: Case) -> Plan:
    """A record made in a casebook comes back to it: what differs is the file's, none is deleted."""
    live = {uid: item for uid, item in case.items.items() if item.is_live}
    before: dict[Group, list[tuple[int, str]]] = {}
    for uid, item in live.items():
        place = item.values.get("position") or 0
        before.setdefault(group_of(item.kind, item.values), []).append((place, uid))
    is_decided = any(item.kind == "decision" for item in live.values())
    if is_decided:
        parsed.rows = [row for row in parsed.rows if row.kind not in _DECIDED]
    values_of = {uid: item.values for uid, item in live.items()}
    plan = Plan()
    for row in rename_rows(parsed, before, values_of, set(case.items)):
        known = case.items.get(row.uid)
        told = {
            name: value
            for name, value in row.values.items()
            if known is None or not same(known.values.get(name), value)
        }
        if told:
            plan.writes.append(Write(kind=row.kind, uid=row.uid, fields=told))
    return plan
