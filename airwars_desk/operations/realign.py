"""Lists of an imported record, aligned with those last imported: aligned rows keep their uid."""

from typing import Any, Final

from airwars_desk.formats.airwars_rows import Parsed, Row, identity_of, name_based
from airwars_desk.records.field import Kind
from airwars_desk.records.kinds import CATALOGUES, OWNER_FIELD, OWNER_OF
from airwars_desk.rules.matching import align

Values = dict[str, Any]
Group = tuple[str, str, str]
"""A list: kind of its rows, uid of their owner, and which of the owner's lists it is."""

_SUBLIST: Final = {
    "working_range": "form",
    "strike_report": "is_partner",
    "statement": "is_partner",
}
_REFS: Final = {
    kind: [spec.name for spec in specs.scalars if spec.kind is Kind.REF and spec.target != "source"]
    for kind, specs in CATALOGUES.items()
}


def rename_rows(
    parsed: Parsed,
    before: dict[Group, list[tuple[int, str]]],
    values_of: dict[str, Values],
    taken: set[str],
) -> list[Row]:
    """Align every list with the one before and return the rows under their final uids.

    Args:
        parsed: the record.
        before: the rows there were, as (position, uid), by list.
        values_of: their values.
        taken: uids that no added row may bear.
    """
    final: dict[str, str] = {}
    rows = [row for row in parsed.rows if row.kind != "source"]
    waiting: dict[Group, list[Row]] = {}
    for kind in ("incident", *OWNER_OF):
        of_kind = [row for row in rows if row.kind == kind]
        waiting.clear()
        for row in of_kind:
            for name in _REFS[kind]:
                owner = row.values.get(name)
                if owner is not None and final.get(owner, owner) != owner:
                    row.values[name] = final[owner]
            waiting.setdefault(group_of(kind, row.values), []).append(row)
        for group, new in waiting.items():
            _align_list(parsed, new, sorted(before.get(group, ())), values_of, taken, final)
    return rows


def _align_list(
    parsed: Parsed,
    new: list[Row],
    placed: list[tuple[int, str]],
    values_of: dict[str, Values],
    taken: set[str],
    final: dict[str, str],
) -> None:
    old = [uid for _, uid in placed]
    identities = [_identity(new[0].kind, values_of[uid]) for uid in old]
    found = align(identities, [row.identity for row in new])
    for row, index in zip(new, found, strict=True):
        uid = old[index] if index is not None else _free_uid(parsed, row, taken)
        taken.add(uid)
        final[row.uid] = uid
        row.uid = uid


def _identity(kind: str, values: Values) -> str:
    return "" if kind == "incident" else identity_of(kind, values)


def _free_uid(parsed: Parsed, row: Row, taken: set[str]) -> str:
    uid, number = row.uid, 0
    while uid in taken:
        uid = name_based(parsed.dataset, parsed.external_id, row.list, row.identity, number)
        number += 1
    return uid


def group_of(kind: str, values: Values) -> Group:
    """Return the list that a row belongs to."""
    owner = values.get(OWNER_FIELD[kind], "") if kind in OWNER_FIELD else ""
    return kind, str(owner), str(values.get(_SUBLIST.get(kind, ""), ""))
