"""Office and Desk: what an operation needs to know, passed as its first argument.

A function that takes a `Desk` or an `Office` may touch the disk, so the window calls it only
through its runner; any other function is pure.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from uuid_utils import uuid7

from airwars_desk import places
from airwars_desk.errors import NotAllowed, Refused
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.rules.terms import shipped_terms
from airwars_desk.store import casebook
from airwars_desk.store.casebook import Store
from airwars_desk.store.people import read_people
from airwars_desk.store.transact import Transaction, transact

log = logging.getLogger(__name__)

ROLES = ("researcher", "supervisor")
_TOLD = 1000


def now() -> str:
    """This moment: UTC, ISO 8601 with milliseconds and a Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


@dataclass(slots=True, kw_only=True)
class Office:
    """The program without a casebook: where its settings lie, and its clock."""

    folder: Path = field(default_factory=places.settings_folder)
    clock: Callable[[], str] = now

    @property
    def registry(self) -> Path:
        """The file that ties this device's replicas to casebooks."""
        return self.folder / "replicas.json"


@dataclass(slots=True, kw_only=True)
class Desk:
    """An open casebook and the person who works in it.

    `is_newcomer`: the casebook does not know the person yet; the first change says who it is.
    """

    office: Office
    store: Store
    person: str | None
    person_name: str
    role: str
    is_newcomer: bool = False

    def clock(self) -> str:
        """This moment, as the journal writes it."""
        return self.office.clock()

    @property
    def name(self) -> str:
        """The casebook's name without its ending."""
        return self.store.folder.name.removesuffix(".casebook")


def new_casebook(office: Office, path: Path, person: str, role: str = "researcher") -> Desk:
    """Make an empty casebook with the shipped vocabularies and its first person.

    Raises:
        Refused: the folder exists, cannot be made, or the role is unknown.
    """
    _check_role(role)
    name = person.strip()
    if not name:
        raise Refused("no_person", tr("A casebook needs a person."), tr("Give a name."))
    store = casebook.create(path, office.registry)
    try:
        uid = str(uuid7())
        with transact(store, person=uid, at=office.clock(), operation="new_casebook") as work:
            for term, values in shipped_terms().items():
                work.append("term", term, values, is_file=True, at="")
            work.append("person", uid, {"name": name, "role": role})
        _remember(store, uid)
    except BaseException:
        store.close()
        raise
    return Desk(office=office, store=store, person=uid, person_name=name, role=role)


def open_casebook(
    office: Office, path: Path, *, person: str | None = None, writing: bool = True
) -> Desk:
    """Open a casebook as `person` (a name), by default the last who used it.

    An unknown name becomes a researcher of the casebook with the first change.

    Raises:
        Refused: it cannot be opened, or nobody is known who acts (`no_person`).
    """
    store = casebook.open_store(path, office.registry, writing=writing)
    try:
        return _seat(office, store, person, writing=writing)
    except BaseException:
        store.close()
        raise


def close(desk: Desk) -> None:
    """Close the casebook."""
    desk.store.close()


@contextmanager
def changing(desk: Desk, operation: str, reason: str = "") -> Iterator[Transaction]:
    """One change of the desk's person; see `store.transact.transact`.

    Raises:
        Refused: nobody acts, or the casebook cannot be written.
    """
    if desk.person is None:
        raise Refused("no_person", tr("Nobody was named who acts."), tr("Say who works here."))
    newcomer = {"name": desk.person_name, "role": desk.role} if desk.is_newcomer else None
    with transact(
        desk.store,
        person=desk.person,
        at=desk.clock(),
        operation=operation,
        reason=reason,
        newcomer=newcomer,
    ) as transaction:
        yield transaction
    if desk.is_newcomer and transaction.change_id is not None:
        desk.is_newcomer = False
        _remember(desk.store, desk.person)


def write(
    desk: Desk, operation: str, work: Callable[[Transaction], None], reason: str = ""
) -> Change:
    """Run `work` as one change of the desk's person and tell what it touched."""
    with changing(desk, operation, reason) as transaction:
        work(transaction)
    log.info("%s: %d records", operation, len(transaction.touched))
    return told(transaction, operation)


def told(transaction: Transaction, operation: str) -> Change:
    """The Change of a finished transaction."""
    touched = transaction.touched
    return Change(
        id=transaction.change_id or "",
        operation=operation,
        at=transaction.at,
        touched=tuple(touched[:_TOLD]),
        incidents=tuple(uid for kind, uid in touched if kind == "incident")[:_TOLD],
        is_wide=len(touched) > _TOLD,
    )


def add_person(desk: Desk, name: str, role: str) -> str:
    """Add a person to the casebook and return the uid."""
    _check_role(role)
    uid = str(uuid7())
    write(desk, "add_person", lambda work: _append_person(work, uid, name, role))
    return uid


def people(desk: Desk) -> dict[str, str]:
    """Everybody in the casebook: uid -> name."""
    with desk.store.reading() as connection:
        return {person.uid: person.name for person in read_people(connection)}


def _seat(office: Office, store: Store, person: str | None, *, writing: bool) -> Desk:
    with store.reading() as connection:
        known = read_people(connection)
        last = casebook.get_meta(connection, "last_person")
    wanted = [row for row in known if (row.name == person if person else row.uid == last)]
    if wanted:
        row = wanted[0]
        desk = Desk(office=office, store=store, person=row.uid, person_name=row.name, role=row.role)
        if writing and row.uid != last:
            _remember(store, row.uid)
        return desk
    if not writing:
        return Desk(
            office=office, store=store, person=None, person_name=person or "", role="researcher"
        )
    if not person:
        raise Refused(
            "no_person",
            tr("Nobody is known who works in “{name}”.").format(name=store.folder.name),
            tr("Say who works here."),
        )
    return Desk(
        office=office,
        store=store,
        person=str(uuid7()),
        person_name=person,
        role="researcher",
        is_newcomer=True,
    )


def _append_person(work: Transaction, uid: str, name: str, role: str) -> None:
    work.append("person", uid, {"name": name, "role": role})


def _remember(store: Store, uid: str) -> None:
    with store.writing() as connection:
        casebook.set_meta(connection, "last_person", uid)
        connection.commit()


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise NotAllowed(
            tr("“{role}” is no role.").format(role=role),
            tr("Choose researcher or supervisor."),
            code="unknown_name",
        )
