"""Saved views: named, counted, renamed, taken away, brought back by undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.errors import Refused
from airwars_desk.operations.desk import Desk, close, open_casebook
from airwars_desk.operations.history import undo
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.operations.views import (
    View,
    count_view,
    delete_view,
    list_views,
    rename_view,
    save_view,
)
from tests.store import books


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = books.make_desk(tmp_path, incidents=3)
    yield made
    if made.store is not None:
        close(made)


def named(name: str, query: str = "-reviewed", **more: object) -> View:
    return View(uid="", name=name, query=query, **more)  # type: ignore[arg-type]


def test_a_view_is_kept_as_it_was_saved_and_counts(desk: Desk) -> None:
    sort = (("killed_max", "desc"), ("date_start", "asc"))
    save_view(desk, named("  Not  reviewed ", sort=sort, columns=("code", "place")))
    (view,) = list_views(desk)
    assert (view.name, view.query, view.sort) == ("Not reviewed", "-reviewed", sort)
    assert view.columns == ("code", "place")
    assert count_view(desk, view) == 2
    assert check_casebook(desk) == []


def test_rename_delete_and_undo(desk: Desk) -> None:
    save_view(desk, named("One"))
    save_view(desk, named("Two", "grade:fair"))
    first, _second = list_views(desk)
    rename_view(desk, first.uid, "First")
    assert [view.name for view in list_views(desk)] == ["First", "Two"]
    change = delete_view(desk, first.uid)
    assert [view.name for view in list_views(desk)] == ["Two"]
    undo(desk, change.id)
    assert [view.name for view in list_views(desk)] == ["First", "Two"]
    with pytest.raises(Refused):
        rename_view(desk, "nowhere", "X")


@pytest.mark.parametrize(("name", "query"), [(" ", "a"), ("one", "a"), ("Other", "grade:zz")])
def test_what_cannot_be_saved_is_refused_and_changes_nothing(
    desk: Desk, name: str, query: str
) -> None:
    save_view(desk, named("One"))
    with pytest.raises(Refused):
        save_view(desk, named(name, query))
    assert [view.name for view in list_views(desk)] == ["One"]


def test_a_view_of_ones_own_is_seen_by_nobody_else(desk: Desk) -> None:
    save_view(desk, named("Mine", "assignee:me", is_mine=True))
    save_view(desk, named("For all", "belligerent:none"))
    assert [view.name for view in list_views(desk)] == ["Mine", "For all"]
    assert [count_view(desk, view) for view in list_views(desk)] == [3, 0]
    path, office = desk.store.folder, desk.office
    close(desk)
    other = open_casebook(office, path, person="Bo Example")
    assert [view.name for view in list_views(other)] == ["For all"]
    desk.store = other.store


def test_a_view_whose_search_means_nothing_any_more_has_no_count(desk: Desk) -> None:
    assert count_view(desk, named("Old", "belligerent:nobody-by-that-name")) is None
