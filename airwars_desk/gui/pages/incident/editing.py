"""The case a page works on: reads and writes go through here, and everybody hears of a change."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.records.case import Case, Item, same


class Editing(QObject):
    """A case at hand, with the words of its vocabularies.

    `edited(uid, field)` is sent for every value a person changed; `reshaped(kind)` when a record
    was added or removed; `dirtied(bool)` when the case became different from what is stored, or
    the same again.
    """

    edited = Signal(str, str)
    reshaped = Signal(str)
    dirtied = Signal(bool)

    def __init__(self, words: Vocabulary | None = None) -> None:
        super().__init__()
        self.case = Case(uid="", items={"": Item(kind="incident", uid="", values={})})
        self.words = words or Vocabulary()
        self.is_writable = True
        self.is_dirty = False

    def load(self, case: Case, *, dirty: bool = False) -> None:
        """Work on another case."""
        self.case = case
        self._set_dirty(dirty or case.is_dirty)

    def get(self, uid: str, name: str) -> Any:
        """Return a value, None when unknown or when there is no such record."""
        item = self.case.items.get(uid)
        return item.values.get(name) if item is not None else None

    def set(self, uid: str, name: str, value: Any) -> None:
        """Give a field a value."""
        if same(self.get(uid, name), value):
            return
        self.case.set(uid, name, value)
        self._set_dirty(self.case.is_dirty)
        self.edited.emit(uid, name)

    def add(self, kind: str, owner: str | None = None, **values: Any) -> Item:
        """Add a record after the others of its kind and return it."""
        from airwars_desk.operations.entry import new_uid
        from airwars_desk.records.kinds import CATALOGUES

        if "position" in CATALOGUES[kind].specs and "position" not in values:
            others = self.case.of(kind, owner or self.case.uid)
            values["position"] = 1 + max(
                (item.values.get("position") or 0 for item in others), default=0
            )
        item = self.case.add(kind, new_uid(), owner, **values)
        self._set_dirty(dirty=True)
        self.reshaped.emit(kind)
        return item

    def remove(self, uid: str) -> None:
        """Remove a record and what hangs on it."""
        item = self.case.items[uid]
        self.case.remove(uid)
        self._set_dirty(self.case.is_dirty)
        self.reshaped.emit(item.kind)

    def snapshot(self) -> Case:
        """Return a copy for the worker; later typing does not reach it."""
        return copy_of(self.case)

    def rebase(self, stored: Case, sent: Case) -> None:
        """Take the stored state after a save and put what was typed meanwhile on top of it."""
        later = [
            (item, name)
            for item in self.case.items.values()
            for name in _differing(item, sent.items.get(item.uid))
        ]
        gone = [
            item.uid
            for item in self.case.items.values()
            if not item.is_live and (old := sent.items.get(item.uid)) is not None and old.is_live
        ]
        typed = self.case
        self.case = stored
        for item, name in later:
            if item.uid not in stored.items:
                stored.items[item.uid] = replace(typed.items[item.uid])
            else:
                stored.set(item.uid, name, item.values.get(name))
        for uid in gone:
            if uid in stored.items:
                stored.remove(uid)
        self._set_dirty(stored.is_dirty)

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self.is_dirty:
            self.is_dirty = dirty
            self.dirtied.emit(dirty)


def copy_of(case: Case) -> Case:
    """Return a copy of a case; values are never changed in place, so they are shared."""
    items = {uid: replace(item, values=dict(item.values)) for uid, item in case.items.items()}
    return Case(uid=case.uid, items=items, conflicts=dict(case.conflicts))


def before(case: Case) -> Case:
    """Return a case as it was when it was read: what was typed is not in it."""
    items = {
        uid: replace(item, values=dict(item.base))
        for uid, item in case.items.items()
        if not item.is_new
    }
    return Case(uid=case.uid, items=items)


def _differing(item: Item, sent: Item | None) -> list[str]:
    if sent is None:
        return ["" if not item.values else name for name in item.values] or [""]
    names = item.values.keys() | sent.values.keys()
    return [name for name in names if not same(item.values.get(name), sent.values.get(name))]
