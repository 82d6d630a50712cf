"""Records that stand on their own: saved, edited, undone, merged and checked like all others."""

from pathlib import Path

import pytest

from airwars_desk.errors import BadInput
from airwars_desk.operations.entry import open_case, save_case
from airwars_desk.operations.history import undo
from airwars_desk.operations.standalone import STANDALONE, list_items, new_item, save_items
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.records.kinds import CATALOGUES, ROOT_KINDS
from tests.store import books


def test_every_kind_that_hangs_on_nothing_is_listed_or_known() -> None:
    assert set(ROOT_KINDS) - set(STANDALONE) == {"person", "term", "source", "incident"}


def test_a_tally_is_saved_edited_and_undone(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path, incidents=1)
    tally = new_item(
        "strike_tally", belligerent=books.COALITION, country="country/syria", strikes_to_date=7831
    )
    save_items(desk, "save_tallies", [tally])
    (stored,) = list_items(desk, "strike_tally")
    assert stored.values["strikes_to_date"] == 7831
    stored.values["strikes_to_date"] = 7830
    change = save_items(desk, "save_tallies", [stored])
    assert [item.values["strikes_to_date"] for item in list_items(desk, "strike_tally")] == [7830]
    undo(desk, change.id)
    assert [item.values["strikes_to_date"] for item in list_items(desk, "strike_tally")] == [7831]
    assert check_casebook(desk) == []
    desk.store.close()


def test_a_record_taken_away_is_listed_no_more_and_comes_back_by_undo(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path, incidents=1)
    gap = new_item("monitoring_gap", month_from="2017-01", belligerents=[books.COALITION])
    save_items(desk, "save_gaps", [gap])
    (stored,) = list_items(desk, "monitoring_gap")
    assert stored.values["belligerents"] == [books.COALITION]
    stored.is_live = False
    change = save_items(desk, "save_gaps", [stored])
    assert list_items(desk, "monitoring_gap") == []
    undo(desk, change.id)
    assert len(list_items(desk, "monitoring_gap")) == 1
    desk.store.close()


def test_nothing_changed_writes_no_change(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path, incidents=1)
    save_items(desk, "save_areas", [new_item("area", name="West Sarim", places=["Ayn Zarda"])])
    assert save_items(desk, "save_areas", list_items(desk, "area")).id == ""
    desk.store.close()


@pytest.mark.parametrize("kind", STANDALONE)
def test_a_field_that_no_record_has_is_refused(tmp_path: Path, kind: str) -> None:
    desk = books.make_desk(tmp_path, incidents=1)
    assert "colour" not in CATALOGUES[kind].specs
    with pytest.raises(BadInput, match="colour"):
        save_items(desk, "save_areas", [new_item(kind, colour="blue")])
    desk.store.close()


def test_a_case_with_a_field_that_no_record_has_is_refused_whole(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path, incidents=1)
    uid = books.add_incident(desk, 5)
    case = open_case(desk, uid)
    case.set(uid, "location_name", "Elsewhere")
    case.set(uid, "colour", "blue")
    with pytest.raises(BadInput, match="colour"):
        save_case(desk, case)
    assert open_case(desk, uid).get(uid, "location_name") == "Village 5"
    desk.store.close()
