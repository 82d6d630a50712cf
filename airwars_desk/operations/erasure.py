"""Erasing values for good: a named act with a reason (DESIGN 3.4)."""

from dataclasses import dataclass

from airwars_desk.errors import NotAllowed, Refused
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.drafts import draft_of, drafts, drop_draft, keep_draft
from airwars_desk.store import erasure
from airwars_desk.store.entry import ERASING
from airwars_desk.store.transact import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was done, and which backups still hold the values."""

    change: Change
    backups: tuple[str, ...]


def erase_values(desk: Desk, kind: str, uid: str, fields: list[str], reason: str) -> Erased:
    """Take the values of some fields of one record out of everything here.

    Entries, current tables, search and drafts lose them; backups are named, not touched.

    Raises:
        NotAllowed: the person is no supervisor.
        Refused: nothing holds a value of these fields, or no reason is given.
    """
    if desk.role != "supervisor":
        raise NotAllowed(tr("Only a supervisor may erase values."))
    if not reason.strip():
        raise Refused("invalid", tr("Erasing needs a reason."), tr("Say who asked for it."))

    def work(transaction: Transaction) -> None:
        connection = transaction.connection
        named = erasure.entries_touching(connection, uid, set(fields))
        if not named:
            raise Refused("not_found", tr("There is no value to erase."))
        transaction.append(ERASING, uid, {"erases": named, "kind": kind})
        transaction.flush()
        erasure.erase(connection, transaction.rebuild, named)

    change = write(desk, "erase", work, reason)
    _clean_drafts(desk, uid, fields)
    desk.store.fold_log()
    backups = sorted(path.name for path in (desk.store.folder / "backups").iterdir())
    return Erased(change=change, backups=tuple(backups))


def _clean_drafts(desk: Desk, uid: str, fields: list[str]) -> None:
    for draft in drafts(desk):
        item = draft.case.items.get(uid)
        if item is None:
            continue
        for name in fields:
            item.values.pop(name, None)
            item.base.pop(name, None)
        keep_draft(desk, draft.case)
        cleaned = draft_of(desk, draft.uid)
        if cleaned is not None and not cleaned.case.is_dirty:
            drop_draft(desk, draft.uid)
