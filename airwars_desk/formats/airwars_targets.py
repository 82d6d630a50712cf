"""The two keys for the belligerents that were aimed at.

Some collections number them, others name them. A record has one of the keys and keeps it.
"""

from collections.abc import Iterable
from typing import Any

from airwars_desk.formats import airwars_keys as keys
from airwars_desk.formats.airwars_object import Extra, Values, Wrong, checked_list, whole_number
from airwars_desk.records.case import same
from airwars_desk.rules.terms import TermIndex

_FIELD = "targeted_belligerents"
_VOCABULARY = "belligerent"


def read_targets(
    found: Values, values: Values, extra: Extra | None, terms: TermIndex
) -> Extra | None:
    """Read both keys into one field."""
    names = found.get(keys.TARGET_NAMES)
    uids: dict[str, None] = {}
    for number in _numbers(found.get(keys.TARGET_IDS)):
        uids[terms.resolve(_VOCABULARY, None, number)] = None
    for name in checked_list(keys.TARGET_NAMES, names, str, "list of texts"):
        if name:
            uids[terms.resolve(_VOCABULARY, name)] = None
    if uids:
        values[_FIELD] = list(uids)
    written = write_targets(values.get("dataset"), uids, terms)
    for key in (keys.TARGET_IDS, keys.TARGET_NAMES):
        ours = [written[key]] if key in written else []
        theirs = [found[key]] if key in found else []
        if not same(ours, theirs):
            extra = extra or {}
            extra.setdefault("was", {})[key] = [ours[0] if ours else None, *theirs]
    return extra


def write_targets(dataset: str | None, uids: Iterable[str], terms: TermIndex) -> dict[str, Any]:
    """Write the key that the data set has; what has no number is named beside the numbers."""
    wanted = list(uids)
    if dataset in keys.NAMES_TARGETS:
        return {keys.TARGET_NAMES: [terms.written(uid) for uid in wanted]}
    numbers = [terms.external_id(uid) for uid in wanted]
    out: dict[str, Any] = {keys.TARGET_IDS: [n for n in numbers if n is not None]}
    names = [terms.written(u) for u, n in zip(wanted, numbers, strict=True) if n is None]
    if names:
        out[keys.TARGET_NAMES] = names
    return out


def _numbers(value: Any) -> list[int]:
    if value is None:
        return []
    if value.__class__ is not list:
        raise Wrong(keys.TARGET_IDS, value, "list of whole numbers")
    return [n if n.__class__ is int else whole_number(keys.TARGET_IDS, n) for n in value]
