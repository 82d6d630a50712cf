"""The catalogue: every field of every record, declared once and sent through the store."""

from pathlib import Path
from typing import Any

import pytest

from airwars_desk.operations import entry
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.records.case import Case
from airwars_desk.records.field import FieldSpec, Kind
from airwars_desk.records.incident import Incident
from airwars_desk.records.kinds import CATALOGUES, OWNER_OF, RECORDS

VALUES: dict[Kind, Any] = {
    Kind.TEXT: "Tell Maraya تل مرايا",
    Kind.LONG_TEXT: "one\r\ntwo",
    Kind.INTEGER: 0,
    Kind.NUMBER: 1.5,
    Kind.BOOLEAN: False,
    Kind.DATE: "2024-03-14",
    Kind.TIME: "02:40",
    Kind.MOMENT: "2024-03-14T02:40:00.000Z",
    Kind.ADDRESS: "https://now.example/1",
    Kind.JSON: [{"a": 1.0, "b": None}, "x"],
    Kind.TERM: "language/arabic",
    Kind.TERMS: ["language/arabic", "language/english"],
    Kind.CODES: ["MQ0412", "MQ0412"],
    Kind.POINTS: [{"latitude": 35.5, "longitude": 36.0, "is_primary": True}],
}


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    opened = new_casebook(Office(), tmp_path / "a.casebook", "Lina Karim", "supervisor")
    yield opened
    close(opened)


def value_for(spec: FieldSpec) -> Any:
    if spec.name == "replaces":
        return ["nobody"]
    if spec.kind is Kind.CHOICE:
        return spec.choices[0]
    return VALUES[spec.kind]


def full_case() -> Case:
    """One record of each kind with every field filled, the owners first."""
    case = Case(uid=entry.new_uid())
    uids = {"incident": case.uid}
    for kind in ("incident", *(kind for kind in CATALOGUES if kind in OWNER_OF)):
        uid = uids.setdefault(kind, entry.new_uid())
        owner = uids.get(OWNER_OF.get(kind, ""))
        case.add(kind, uid, owner)
        for spec in CATALOGUES[kind].specs.values():
            if spec.kind is not Kind.REF:
                case.set(uid, spec.name, value_for(spec))
    case.set(uids["victim"], "family", uids["family"])
    case.set(uids["mention"], "victim", uids["victim"])
    return case


def test_every_field_survives_save_and_open(desk: Desk) -> None:
    case = full_case()
    entry.save_case(desk, case)
    opened = entry.open_case(desk, case.uid)
    assert opened.items.keys() == case.items.keys()
    for uid, item in case.items.items():
        assert opened.items[uid].values == item.values
        assert len(opened.items[uid].heads) == 1
    assert not opened.is_dirty


def test_every_field_can_become_unknown_again(desk: Desk) -> None:
    case = full_case()
    entry.save_case(desk, case)
    opened = entry.open_case(desk, case.uid)
    for uid, item in opened.items.items():
        for spec in CATALOGUES[item.kind].specs.values():
            if not spec.owner:
                opened.set(uid, spec.name, None)
    entry.save_case(desk, opened)
    again = entry.open_case(desk, case.uid)
    for item in again.items.values():
        owner = CATALOGUES[item.kind].owner
        assert item.values.keys() == ({owner.name} if owner else set())


def test_an_unknown_name_is_refused_by_a_record() -> None:
    with pytest.raises(TypeError, match="locaton_name"):
        Incident(locaton_name="Tell Maraya")


def test_every_kind_of_record_has_labels() -> None:
    for kind in RECORDS:
        for spec in CATALOGUES[kind].specs.values():
            assert spec.label, f"{kind}.{spec.name}"


def test_a_plain_class_of_fields_has_a_catalogue_without_a_table() -> None:
    from airwars_desk.records.field import catalogue
    from airwars_desk.records.preferences import Preferences

    found = catalogue(Preferences)
    assert found.kind == "preferences"
    assert found.specs["theme"].name == "theme"
    assert found.owner is None
