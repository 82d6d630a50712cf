"""Records as the journal tells of them, for naming them: also what was deleted or undone since."""

from collections.abc import Iterable

from sqlalchemy import Connection

from airwars_desk.records.case import Item
from airwars_desk.records.field import Kind
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.merge import resolve
from airwars_desk.store import journal

DEEPEST = 4  # a reported count hangs on a citation, a citation on an incident; sources beside


def read_held(connection: Connection, uids: Iterable[str]) -> dict[str, Item]:
    """Some records, those they hang on and those they refer to, by uid."""
    items: dict[str, Item] = {}
    waiting = set(uids)
    for _ in range(DEEPEST):
        missing = waiting - items.keys()
        if not missing:
            break
        waiting = set()
        for uid, entries in journal.entries_of(connection, sorted(missing)).items():
            told = [entry.as_entry() for entry in entries if not entry.voids]
            if not told:
                continue
            item = Item(kind=told[0].kind, uid=uid, values=resolve(told).values)
            items[uid] = item
            waiting.update(_referred(item))
    return items


def _referred(item: Item) -> set[str]:
    found = set()
    for spec in CATALOGUES[item.kind].scalars if item.kind in CATALOGUES else ():
        value = item.values.get(spec.name)
        if spec.kind is Kind.REF and isinstance(value, str):
            found.add(value)
    return found
