"""Saved views with real keys: saved, shown, renamed, taken away, brought back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from airwars_desk.gui.dialogs.save_view import NameView
from airwars_desk.gui.pages.incidents import IncidentsPage
from airwars_desk.gui.views_control import show_incidents
from airwars_desk.gui.widgets.saved_views import SavedViews
from airwars_desk.gui.window import Window

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window) -> IncidentsPage:
    assert window.list is not None
    return window.list.page


@pytest.fixture
def panel(window: Window) -> SavedViews:
    """The saved views, those of the sample taken away."""
    shown = window.shell.navigation.views
    for line in shown.lines:
        shown.delete_wanted.emit(line.uid)
    assert not shown.lines
    return shown


def in_dialog(act: Callable[[NameView], None]) -> None:
    """Act on the dialog that is about to open."""

    def soon() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NameView)
        act(dialog)

    QTimer.singleShot(0, soon)


def typed(text: str) -> Callable[[NameView], None]:
    def act(dialog: NameView) -> None:
        dialog.name.selectAll()
        QTest.keyClicks(dialog.name, text)
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    return act


def save(window: Window, page: IncidentsPage, query: str, name: str) -> None:
    page.focus_search()
    QTest.keyClicks(page.search, query)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    in_dialog(typed(name))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL_SHIFT)
    activate(window)


def activate(window: Window) -> None:
    """Without a screen nobody makes the window active again after a dialog."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 20_000)


def test_a_view_is_saved_counted_and_shown_again(
    window: Window, page: IncidentsPage, panel: SavedViews, bugs: list[str]
) -> None:
    assert panel.height() == 0
    page.sort_by(4)
    save(window, page, "grade:weak", "Weak ones")
    found, sort = len(page.model.ids), page.sort
    assert [line.name for line in panel.lines] == ["Weak ones"]
    uid = panel.lines[0].uid
    assert panel.counts == {uid: found}
    window.perform_id("list.all")
    page.sort_by(1)
    assert len(page.model.ids) == page.total
    QTest.keyClick(window, Qt.Key.Key_V, CTRL_SHIFT)
    assert panel.hasFocus()
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert page.search.query_text() == "grade:weak"
    assert page.sort == sort
    assert len(page.model.ids) == found
    assert page.table.hasFocus()
    assert not bugs


def test_a_view_is_renamed_and_deleted_by_key_and_undone(
    window: Window, page: IncidentsPage, panel: SavedViews, bugs: list[str]
) -> None:
    save(window, page, "harm:no ", "First")
    panel.setFocus()
    in_dialog(typed("Second"))
    QTest.keyClick(panel, Qt.Key.Key_F2)
    activate(window)
    assert [line.name for line in panel.lines] == ["Second"]
    QTest.keyClick(panel, Qt.Key.Key_Delete)
    assert panel.lines == ()
    assert not panel.isVisible()
    window.perform_id("edit.undo")
    assert [line.name for line in panel.lines] == ["Second"]
    menu = panel.menu()
    assert [action.text() for action in menu.actions()] == ["Show", "Rename …", "Delete"]
    menu.actions()[2].trigger()
    assert panel.lines == ()
    assert not bugs


def test_a_name_twice_or_none_is_refused(
    window: Window, page: IncidentsPage, panel: SavedViews
) -> None:
    save(window, page, "harm:no ", "First")
    window.perform_id("list.all")
    save(window, page, "harm:yes ", "first")
    assert [line.name for line in panel.lines] == ["First"]
    notice = window.notices.notice
    assert notice is not None
    assert notice.ink == "error"

    def nothing(dialog: NameView) -> None:
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert "name" in dialog.problem.text()
        dialog.reject()

    in_dialog(nothing)
    window.perform_id("view.save")
    assert len(panel.lines) == 1


def test_counts_follow_what_is_written_and_a_number_elsewhere_leads_here(
    window: Window, page: IncidentsPage, panel: SavedViews
) -> None:
    save(window, page, "place:zarda ", "Zarda")
    uid = panel.lines[0].uid
    before = panel.counts[uid]
    window.perform_id("list.all")
    QTest.keyClick(page.table, Qt.Key.Key_N)
    assert window.incident is not None
    field = window.incident.page.tabs.tab("where").forms[1].editors["location_name"]
    field.setFocus()
    QTest.keyClicks(field, "New Ayn Zarda")
    window.perform_id("incident.save")
    assert panel.counts[uid] == (before or 0) + 1
    show_incidents(window, "place:zarda harm:yes")
    assert window.page == "incidents"
    assert page.search.query_text() == "place:zarda harm:yes"
