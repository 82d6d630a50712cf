"""Records that stand on their own: strike tallies, claims, areas, saved views, gaps, team rules.

They are listed, edited and saved like the records of a case: an `Item` keeps what it was when it
was read, so a save writes only what was changed, and a stale one shows as a conflict.
"""

from collections.abc import Sequence
from typing import Any

from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import append_item, check_names, check_texts, new_uid
from airwars_desk.records.case import Item
from airwars_desk.store.roots import read_roots
from airwars_desk.store.transact import Transaction

STANDALONE = (
    "strike_tally",
    "belligerent_claim",
    "area",
    "team",
    "saved_view",
    "monitoring_gap",
)


def new_item(kind: str, uid: str = "", **values: Any) -> Item:
    """A record that is not saved yet. Pure."""
    known = {name: value for name, value in values.items() if value not in (None, [])}
    return Item(kind=kind, uid=uid or new_uid(), values=known, is_new=True)


def list_items(desk: Desk, kind: str) -> list[Item]:
    """The live records of a kind, in the order they came.

    Raises:
        KeyError: the kind does not stand on its own; a bug of ours.
    """
    if kind not in STANDALONE:
        raise KeyError(kind)
    with desk.store.reading() as connection:
        return read_roots(connection, kind)


def save_items(desk: Desk, operation: str, items: Sequence[Item], reason: str = "") -> Change:
    """Save what was added, edited or taken away (`is_live` false), all as one change.

    Raises:
        BadInput: a text holds what no casebook stores, or a field is not one of the record's.
    """
    changed = [item for item in items if _is_changed(item)]
    for item in changed:
        check_texts(item.values)
        check_names(item)

    def work(transaction: Transaction) -> None:
        for item in changed:
            append_item(transaction, item)

    return write(desk, operation, work, reason)


def _is_changed(item: Item) -> bool:
    if item.is_new:
        return item.is_live
    return not item.is_live or bool(item.changes())
