"""The people of a casebook and its rules: who works in it, who may change what all agreed on."""

from airwars_desk.errors import NotAllowed, NotFound, Refused
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import ROLES, Desk, write
from airwars_desk.operations.entry import new_uid
from airwars_desk.operations.standalone import list_items, new_item, save_items
from airwars_desk.records.case import Item
from airwars_desk.records.team import TEAM
from airwars_desk.rules.permissions import SUPERVISOR
from airwars_desk.rules.permissions import may_manage as permitted
from airwars_desk.store import journal
from airwars_desk.store.people import KnownPerson, read_people
from airwars_desk.store.transact import Transaction


def list_people(desk: Desk) -> list[KnownPerson]:
    """Everybody in the casebook, in the order they came."""
    with desk.store.reading() as connection:
        return read_people(connection)


def admit(desk: Desk, name: str, role: str) -> Change:
    """Add a person.

    Raises:
        NotAllowed: by supervisors alone (anybody while there is none), and to a role there is.
        Refused: without a name (`no_person`), or one known already (`exists`).
    """
    _require_supervisor(desk, tr("Only a supervisor adds people."))
    wanted = " ".join(name.split())
    if not wanted:
        raise Refused("no_person", tr("A person needs a name."), tr("Give a name."))
    if any(person.name == wanted for person in list_people(desk)):
        raise Refused(
            "exists",
            tr("“{name}” works in this casebook already.").format(name=wanted),
            tr("Give a name that tells them apart."),
        )
    _check_role(role)

    def work(transaction: Transaction) -> None:
        transaction.append("person", new_uid(), {"name": wanted, "role": role})

    return write(desk, "add_person", work)


def change_role(desk: Desk, uid: str, role: str) -> Change:
    """Give a person another role.

    Raises:
        NotAllowed: by supervisors alone (anybody while there is none); the last one stays one.
        NotFound: nobody of that uid works here.
    """
    _require_supervisor(desk, tr("Only a supervisor changes roles."))
    _check_role(role)
    known = {person.uid: person for person in list_people(desk)}
    if uid not in known:
        raise NotFound(tr("This person does not work in the casebook."))
    supervisors = [person.uid for person in known.values() if person.role == SUPERVISOR]
    if supervisors == [uid] and role != SUPERVISOR:
        raise NotAllowed(
            tr("The last supervisor stays one."), tr("Make somebody else a supervisor first.")
        )

    def work(transaction: Transaction) -> None:
        if known[uid].role != role:
            heads = journal.heads_of(transaction.connection, [uid])[uid]
            transaction.append("person", uid, {"role": role}, parents=heads)

    change = write(desk, "change_role", work)
    if uid == desk.person:
        desk.role = role
    return change


def read_rules(desk: Desk) -> Item:
    """The casebook's rules, an empty record where none were made yet."""
    found = [item for item in list_items(desk, "team") if item.uid == TEAM]
    return found[0] if found else new_item("team", TEAM)


def save_rules(desk: Desk, item: Item) -> Change:
    """Save the casebook's rules.

    Raises:
        NotAllowed: by supervisors alone (anybody while there is none).
        BadInput: a text holds what no casebook stores.
    """
    _require_supervisor(desk, tr("Only a supervisor changes the casebook's rules."))
    return save_items(desk, "save_team", [item])


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise NotAllowed(tr("“{role}” is no role.").format(role=role), code="unknown_name")


def may_manage(desk: Desk) -> bool:
    """Tell whether the desk's person may change people and rules."""
    role = desk.role if desk.person else ""
    return permitted(role, {person.role for person in list_people(desk)})


def _require_supervisor(desk: Desk, sentence: str) -> None:
    if not may_manage(desk):
        raise NotAllowed(sentence, tr("Ask a supervisor of this casebook."))
