"""A Case: an incident with everything that hangs on it, detached from the store.

Opened, checked, edited and saved as one. It holds plain JSON-native values per record, the
values as they were opened (so a save knows what the person changed) and each record's heads in
the journal as the writer saw them (so a stale save shows as a conflict instead of overwriting).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from airwars_desk.records.kinds import CATALOGUES, OWNER_OF

Values = dict[str, Any]


GIVEN = ("state", "assignee")  # what a new incident holds before anybody types


@dataclass(slots=True, kw_only=True)
class Item:
    """One record of a case. `values` leaves out unknown (null) fields and empty lists.

    `was_live` is whether it lived when the case was opened: one that was deleted before is there
    for merging and history, and is no change.
    """

    kind: str
    uid: str
    values: Values
    base: Values = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    is_live: bool = True
    was_live: bool = True
    is_new: bool = False

    @property
    def owner(self) -> str | None:
        """The uid of the record this one hangs on."""
        spec = CATALOGUES[self.kind].owner
        return self.values.get(spec.name) if spec else None

    def changes(self) -> Values:
        """The fields that differ from what was opened, with their new values (null when gone)."""
        names = self.values.keys() | self.base.keys()
        return {
            name: self.values.get(name)
            for name in sorted(names)
            if not same(self.values.get(name), self.base.get(name))
        }


@dataclass(slots=True, kw_only=True)
class Case:
    """An incident and its records. `conflicts` maps (uid, field) to the values in conflict.

    `checks` is the number of checks worth a look, where somebody has counted them already.
    """

    uid: str
    items: dict[str, Item] = field(default_factory=dict)
    conflicts: dict[tuple[str, str], list[Any]] = field(default_factory=dict)
    checks: int | None = None

    @property
    def incident(self) -> Item:
        """The incident itself."""
        return self.items[self.uid]

    def of(self, kind: str, owner: str | None = None) -> list[Item]:
        """The live records of a kind (of one owner), in their order."""
        found = [
            item
            for item in self.items.values()
            if item.kind == kind and item.is_live and (owner is None or item.owner == owner)
        ]
        found.sort(key=lambda item: (item.values.get("position") or 0, item.uid))
        return found

    def get(self, uid: str, name: str) -> Any:
        """A field's value; None when unknown."""
        return self.items[uid].values.get(name)

    def set(self, uid: str, name: str, value: Any) -> None:
        """Give a field a value; null or an empty list makes it unknown."""
        values = self.items[uid].values
        if value is None or value == []:
            values.pop(name, None)
        else:
            values[name] = value

    def add(self, kind: str, uid: str, owner: str | None = None, **values: Any) -> Item:
        """Add a new record under `owner` (default: the incident)."""
        known = {name: value for name, value in values.items() if value is not None}
        spec = CATALOGUES[kind].owner
        if spec is not None:
            known[spec.name] = owner or self.uid
        item = Item(kind=kind, uid=uid, values=known, is_new=True)
        self.items[uid] = item
        return item

    def remove(self, uid: str) -> None:
        """Mark a record and what hangs on it as deleted (saved as a deletion entry)."""
        item = self.items[uid]
        item.is_live = False
        for other in list(self.items.values()):
            if other.is_live and other.owner == uid and other.uid != uid:
                self.remove(other.uid)

    def changed(self) -> Iterator[Item]:
        """Records that were added, edited or removed since the case was opened."""
        for item in self.items.values():
            if item.is_new:
                if item.is_live:
                    yield item
            elif item.is_live != item.was_live or (item.is_live and item.changes()):
                yield item

    @property
    def is_dirty(self) -> bool:
        """True when something would be saved."""
        return any(True for _ in self.changed())

    @property
    def is_begun(self) -> bool:
        """True when something was typed: a new incident nobody wrote into is not."""
        incident = self.incident
        if not incident.is_new:
            return self.is_dirty
        others = any(item.is_live for item in self.items.values() if item is not incident)
        return others or any(name not in GIVEN for name in incident.values)


def same(left: Any, right: Any) -> bool:
    """Equal as JSON: 1, 1.0 and true differ, also inside lists and objects."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return bool(left == right)


def kinds_in_order() -> list[str]:
    """The kinds a case holds, owners first."""
    return ["incident", *OWNER_OF]
