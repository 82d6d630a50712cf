"""The window comes back as it was left: size, panes, page; a double click resets panes."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui import memory, opening, requests, settings
from airwars_desk.gui.application import dress
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.theme import LIGHT, Theme
from airwars_desk.gui.widgets.panes import QuietSplitter
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office

UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
SLUG = re.compile(r"[a-z]+(-[a-z]+)+")  # a term's uid, shown where its label is not known
Again = Callable[[], Window]


@pytest.fixture
def again(
    qapp: QApplication, theme: Theme, qtbot: QtBot, casebook: Path, office: Office
) -> Iterator[Again]:
    """Starts the program anew on the same device."""
    opened: list[Window] = []

    def begin() -> Window:
        for before in opened:
            before.close()
            before.shut_down()
        told = settings.read(office.folder)
        shown = Window(theme, InlineRunner(lambda: office, requests.close_desk), told)
        memory.restore_place(shown)
        shown.show()
        shown.open_path(casebook)
        opened.append(shown)
        return shown

    yield begin
    for window in opened:
        window.close()
        window.shut_down()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress(qapp, LIGHT)


def panes(window: Window) -> QuietSplitter:
    return window.pages[window.page].findChildren(QuietSplitter)[0]


def test_size_page_and_panes_come_back(again: Again) -> None:
    window = again()
    window.resize(760, 640)
    window.show_page("history")
    panes(window).moveSplitter(200, 1)
    sizes = panes(window).sizes()
    assert (window.height(), again().height()) == (640, 640)
    window = again()
    assert window.page == "history"
    assert panes(window).sizes() == sizes
    window.close_casebook()
    window.show_page("start")


@pytest.mark.parametrize("name", ["review", "month", "history", "declared", "settings"])
def test_the_page_that_comes_back_knows_names_views_and_counts(
    again: Again, name: str, settle: Callable[[int], None]
) -> None:
    again().show_page(name)
    window = again()
    assert window.page == name
    settle(opening.WARM_UP_MS + 200)
    shown = texts(window.pages[name])
    assert shown
    assert [text for text in shown if UID.search(text) or SLUG.fullmatch(text)] == []
    assert window.shell.navigation._counts["review"].text()
    assert window.list is not None
    assert list(window.list.views._views)
    assert window.pages[name].isVisible()


def texts(page: QWidget) -> list[str]:
    """Return what labels, fields and tables of a page say."""
    said = [label.text() for label in page.findChildren(QLabel)]
    said += [str(line.property("words") or line.text()) for line in page.findChildren(QPushButton)]
    for table in page.findChildren(QAbstractItemView):
        model = table.model()
        for row in range(min(40, model.rowCount() if model is not None else 0)):
            said += [str(model.index(row, at).data()) for at in range(model.columnCount())]
    return said


def test_a_double_click_gives_panes_their_first_sizes_back(again: Again) -> None:
    window = again()
    window.show_page("history")
    first = panes(window).sizes()
    panes(window).moveSplitter(120, 1)
    assert panes(window).sizes() != first
    QTest.mouseDClick(panes(window).handle(1), Qt.MouseButton.LeftButton)
    assert panes(window).sizes() == first
    assert window.layout_[memory.PANES]["history.0"] == first


def test_an_incident_is_not_the_page_to_begin_with(again: Again) -> None:
    window = again()
    window.perform_id("incident.open")
    assert window.page == "incident"
    assert again().page == "incidents"


def test_nothing_is_brought_back_when_that_was_switched_off(again: Again, office: Office) -> None:
    window = again()
    window.resize(760, 640)
    window.show_page("history")
    window.close()
    settings.keep(office.folder, settings.DEVICE, {"remember_window": False})
    window = again()
    assert window.width() != 760
    assert window.page == "incidents"


@pytest.mark.parametrize(
    "layout",
    [{"panes": 3, "place": 7, "page": []}, {"panes": {"history.0": ["a", 1]}, "page": "nowhere"}],
)
def test_a_file_that_was_tampered_with_does_no_harm(
    again: Again, office: Office, layout: dict[str, Any]
) -> None:
    settings.keep(office.folder, settings.LAYOUT, layout)
    window = again()
    assert window.page == "incidents"
    window.show_page("history")
    assert sum(panes(window).sizes()) > 0
