"""People and rules of a casebook: supervisors alone change them, all of it is in the journal."""

from pathlib import Path
from typing import Any

import pytest

from airwars_desk.errors import NotAllowed, NotFound, Refused
from airwars_desk.operations import history, people
from airwars_desk.operations.desk import Desk, Office, close, new_casebook, open_casebook


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    office = Office(folder=tmp_path)
    opened = new_casebook(office, tmp_path / "a.casebook", "Lina Karim", "supervisor")
    yield opened
    close(opened)


def roles(desk: Desk) -> dict[str, str]:
    return {person.name: person.role for person in people.list_people(desk)}


def added(desk: Desk, name: str) -> str:
    [(_, uid)] = people.admit(desk, name, "researcher").touched
    return uid


def test_a_supervisor_adds_people_and_changes_roles(desk: Desk) -> None:
    uid = added(desk, "  Dara   Osei ")
    assert roles(desk) == {"Lina Karim": "supervisor", "Dara Osei": "researcher"}
    change = people.change_role(desk, uid, "supervisor")
    assert roles(desk)["Dara Osei"] == "supervisor"
    assert history.recent_changes(desk)[0].id == change.id
    assert people.change_role(desk, uid, "supervisor").id == ""
    assert desk.person is not None
    people.change_role(desk, desk.person, "researcher")
    assert desk.role == "researcher"


def test_the_last_supervisor_stays_one(desk: Desk) -> None:
    assert desk.person is not None
    with pytest.raises(NotAllowed):
        people.change_role(desk, desk.person, "researcher")
    assert roles(desk) == {"Lina Karim": "supervisor"}


@pytest.mark.parametrize(("name", "code"), [(" ", "no_person"), ("Lina Karim", "exists")])
def test_a_person_without_a_name_of_her_own_is_refused(desk: Desk, name: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        people.admit(desk, name, "researcher")
    assert refused.value.code == code


def test_what_is_not_known_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFound):
        people.change_role(desk, "nobody", "researcher")
    with pytest.raises(NotAllowed):
        people.change_role(desk, desk.person or "", "director")


def test_rules_are_saved_undone_and_redone(desk: Desk) -> None:
    rules = people.read_rules(desk)
    rules.values.update(title="Qasra 2031", may_decide_alone=True)
    people.save_rules(desk, rules)
    again = people.read_rules(desk)
    assert again.values == {"title": "Qasra 2031", "may_decide_alone": True}
    again.values["organisation"] = "Desk of Qasra"
    change = people.save_rules(desk, again)
    undone = history.undo(desk, change.id)
    assert "organisation" not in people.read_rules(desk).values
    history.redo(desk, undone.id)
    assert people.read_rules(desk).values["organisation"] == "Desk of Qasra"


def test_a_researcher_changes_neither_rules_nor_people_nor_undoes_it(desk: Desk) -> None:
    uid = added(desk, "Dara Osei")
    rules = people.read_rules(desk)
    rules.values["may_decide_alone"] = True
    change = people.save_rules(desk, rules)
    close(desk)
    other = open_casebook(desk.office, desk.store.folder, person="Dara Osei")
    rules = people.read_rules(other)
    rules.values["may_decide_alone"] = False
    for act in (
        lambda: people.save_rules(other, rules),
        lambda: people.admit(other, "T. Ode", "supervisor"),
        lambda: people.change_role(other, uid, "supervisor"),
        lambda: history.undo(other, change.id),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert people.read_rules(other).values == {"may_decide_alone": True}
    close(other)
    desk = open_casebook(desk.office, desk.store.folder, person="Lina Karim")
    undone = history.undo(desk, change.id)
    close(desk)
    other = open_casebook(desk.office, desk.store.folder, person="Dara Osei")
    with pytest.raises(NotAllowed):
        history.redo(other, undone.id)
    close(other)


def test_without_a_supervisor_anybody_may_make_one(tmp_path: Path) -> None:
    office = Office(folder=tmp_path)
    desk = new_casebook(office, tmp_path / "b.casebook", "Rana Odeh", "researcher")
    assert people.may_manage(desk)
    uid = added(desk, "T. Ode")
    rules = people.read_rules(desk)
    rules.values["title"] = "Qasra 2031"
    people.save_rules(desk, rules)
    assert desk.person is not None
    change = people.change_role(desk, desk.person, "supervisor")
    assert history.recent_changes(desk)[0].id == change.id  # told like every other change
    assert (desk.role, people.may_manage(desk)) == ("supervisor", True)
    close(desk)
    other = open_casebook(office, tmp_path / "b.casebook", person="T. Ode")
    assert not people.may_manage(other)
    with pytest.raises(NotAllowed):  # now there is one, and she is asked
        people.change_role(other, uid, "supervisor")
    close(other)


def test_a_changed_role_is_not_the_next_thing_to_undo(desk: Desk) -> None:
    uid = added(desk, "Dara Osei")
    people.change_role(desk, uid, "supervisor")
    assert history.last_undoable(desk) is None


def test_an_undo_tells_how_far_it_is(desk: Desk) -> None:
    rules = people.read_rules(desk)
    rules.values["title"] = "Qasra 2031"
    change = people.save_rules(desk, rules)
    seen: list[tuple[int, int]] = []
    history.undo(desk, change.id, lambda *now: seen.append(now))
    assert seen == [(1, 1)]
