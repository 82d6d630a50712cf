"""Working on one incident: open, check, save, delete."""

from typing import Any

from uuid_utils import uuid7

from airwars_desk.errors import BadInput, NotFound
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.records.case import Case, Item
from airwars_desk.records.kinds import ALL_KINDS, CATALOGUES
from airwars_desk.rules.checks import Problem, check_case
from airwars_desk.rules.merge import DELETED
from airwars_desk.rules.text import has_forbidden
from airwars_desk.store.cases import load_case
from airwars_desk.store.transact import Transaction


def new_uid() -> str:
    """A uid for a record born here (UUIDv7: ordered by time)."""
    return str(uuid7())


def new_case(desk: Desk) -> Case:
    """An empty incident, not yet saved."""
    uid = new_uid()
    case = Case(uid=uid)
    case.add("incident", uid, state="researching", assignee=desk.person)
    return case


def open_case(desk: Desk, uid: str) -> Case:
    """The incident with everything that hangs on it, and the heads its writer will have seen.

    Raises:
        NotFound: there is no such incident.
    """
    with desk.store.reading() as connection:
        case = load_case(connection, uid)
    if case is None:
        raise NotFound(tr("This incident is not in the casebook."), tr("Reload the list."))
    return case


def check(case: Case) -> list[Problem]:
    """What is odd about a case; never blocks saving. Pure."""
    return check_case(case)


def save_case(desk: Desk, case: Case, reason: str = "") -> Change:
    """Save what was changed since the case was opened, as one change.

    A case that somebody else changed meanwhile is saved too: where both wrote the same field,
    both values stay as a conflict.

    One that was deleted when it was opened is not saved: what hung on it would bring it back into
    the lists, and no entry of the journal would say why.

    Raises:
        BadInput: a text holds what no casebook stores.
        NotFound: the incident was deleted before.
    """
    if not (case.incident.was_live or case.incident.is_live):
        raise NotFound(
            tr("This incident was deleted before: nothing of it can be saved."),
            tr("Undo its deletion in the history first."),
        )
    changed = sorted(case.changed(), key=lambda item: _ORDER[item.kind])
    for item in changed:
        check_texts(item.values)
        check_names(item)
    operation = "new_case" if case.incident.is_new else "save_case"

    def work(transaction: Transaction) -> None:
        for item in changed:
            append_item(transaction, item)

    return write(desk, operation, work, reason)


def delete_case(desk: Desk, uid: str, reason: str) -> Change:
    """Delete an incident with all its records; undo brings them back."""
    case = open_case(desk, uid)
    case.remove(uid)

    def work(transaction: Transaction) -> None:
        for item in case.changed():
            append_item(transaction, item)

    return write(desk, "delete_case", work, reason)


def append_item(transaction: Transaction, item: Item) -> None:
    """Write an item's additions, edits or deletion as one entry."""
    if item.is_new:
        transaction.append(item.kind, item.uid, item.values)
    elif not item.is_live:
        transaction.append(item.kind, item.uid, {DELETED: True}, parents=item.heads)
    else:
        transaction.append(item.kind, item.uid, item.changes(), parents=item.heads)


def check_texts(value: Any) -> None:
    """Refuse NUL and lone surrogates anywhere in a value.

    Raises:
        BadInput: there is one.
    """
    if isinstance(value, str):
        if has_forbidden(value):
            raise BadInput(
                tr("A text holds a character that cannot be stored (NUL or half a character)."),
                tr("Paste it again as plain text."),
                code="bad_text",
            )
    elif isinstance(value, dict):
        for one in value.values():
            check_texts(one)
    elif isinstance(value, list):
        for one in value:
            check_texts(one)


def check_names(item: Item) -> None:
    """Refuse fields that the record does not have: the journal keeps what it is given.

    Raises:
        BadInput: there is such a field.
    """
    unknown = sorted(item.values.keys() - CATALOGUES[item.kind].specs.keys() - {"extra"})
    if unknown:
        raise BadInput(
            tr("A record of kind “{kind}” has no field “{name}”.").format(
                kind=item.kind, name=unknown[0]
            ),
            tr("Nothing was saved."),
        )


_ORDER = {kind: n for n, kind in enumerate(ALL_KINDS)}
