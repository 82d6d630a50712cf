"""A window with the real worker, and hands that only use keys and what is on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui import requests
from airwars_desk.gui.application import dress
from airwars_desk.gui.tasks import Runner
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.table import Table
from airwars_desk.gui.window import Window
from airwars_desk.operations.desk import Office
from airwars_desk.records.counts import CIVILIANS

PATIENCE_MS = 20_000
KILLED_MAX = (CIVILIANS, "killed_max")


@contextmanager
def window_on(
    application: QApplication, bot: QtBot, casebook: Path, settings: Path
) -> Iterator["Hands"]:
    """Open a casebook in a window of its own; closes it and stops its worker."""
    runner = Runner(lambda: Office(folder=settings), requests.close_desk)
    window = Window(dress(application, LIGHT), runner)
    broken: list[str] = []
    runner.broken.connect(broken.append)
    try:
        window.show()
        window.start(str(casebook))
        hands = Hands(window, bot)
        hands.wait(lambda: window.context().is_open)  # a first look may be listed before
        hands.wait(lambda: window.list is not None and hands.listed() > 0)
        hands.wait(lambda: hands.cell(0, "code") != "")
        hands.wait(lambda: bool(window.words.labels) and hands.is_on_the_list())
        yield hands
    finally:
        window.close()
        runner.shut_down()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not broken, broken[0]


class Hands:
    """Types keys and reads what stands on the screen; never sets a value itself."""

    def __init__(self, window: Window, bot: QtBot) -> None:
        self.window = window
        self._bot = bot

    def wait(self, until: object) -> None:
        """Let the window work until something is true."""
        self._bot.waitUntil(until, timeout=PATIENCE_MS)

    def press(self, keys: str) -> None:
        """Press one key, given in Qt's portable spelling, where the cursor is."""
        pressed = QKeySequence(keys)[0]
        target = self.window.focusWidget() or self.window
        self._bot.keyClick(target, pressed.key(), pressed.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type letters where the cursor is."""
        self._bot.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return the widget that has the cursor."""
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    def is_on_the_list(self) -> bool:
        """Tell whether the cursor stands on an incident of the list."""
        assert self.window.list is not None
        table = self.window.list.page.table
        return self.window.focusWidget() is table and table.currentIndex().isValid()

    def listed(self) -> int:
        """Return how many incidents are listed."""
        assert self.window.list is not None
        return int(self.window.list.page.table.model().rowCount())

    def cell(self, row: int, key: str) -> str:
        """Return the text of a cell of the list, by its column's key."""
        assert self.window.list is not None
        table = self.window.list.page.table
        keys = [column.key for column in table.columns]
        text = table.model().index(row, keys.index(key)).data(Qt.ItemDataRole.DisplayRole)
        return "" if text is None else str(text)

    def walk_to_count(self) -> QLineEdit:
        """Go by keys alone to the upper bound of civilians killed."""
        assert self.window.incident is not None
        page = self.window.incident.page
        box: QLineEdit = page.ranges.boxes[KILLED_MAX]
        self.press("Ctrl+1")
        for _ in range(4):
            if page.tabs.isAncestorOf(self.focus()):
                break
            self.press("F6")
        for _ in range(40):
            if self.focus() is box:
                return box
            self.press("Tab")
        raise AssertionError("Tab never reached the box")

    def rows(self, table: Table) -> list[tuple[str, ...]]:
        """Return what a table shows, row by row."""
        model = table.model()
        return [
            tuple(
                str(model.index(row, column).data() or "") for column in range(len(table.columns))
            )
            for row in range(model.rowCount())
        ]
