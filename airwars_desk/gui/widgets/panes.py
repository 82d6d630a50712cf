"""Building blocks of pages: bars, feet, splitters, buttons with their key, empty states."""

import weakref
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QSplitterHandle,
    QVBoxLayout,
    QWidget,
)

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import FOOT, MARGIN, Theme
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.marks import KeyHint, hints_shown


class QuietSplitter(QSplitter):
    """Panes with a line of one pixel between them and a grip of seven; a double click resets."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.theme = theme
        self._first: list[int] = []
        self.setHandleWidth(7)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Return a handle that paints the line."""
        return _Handle(self.orientation(), self, self.theme)

    def setSizes(self, sizes: Sequence[int]) -> None:
        """Give the panes their sizes; the first ones given are those a double click returns to."""
        if not self._first:
            self._first = list(sizes)
        super().setSizes(sizes)

    def resume(self, sizes: Sequence[int]) -> None:
        """Give the panes the sizes somebody left them with."""
        super().setSizes(sizes)

    def reset(self) -> None:
        """Give the panes back the sizes the page was made with."""
        super().setSizes(self._first or [1] * self.count())
        self.splitterMoved.emit(0, 1)


class _Handle(QSplitterHandle):
    """Knows the theme itself.

    WORKAROUND: calling `splitter()` makes PySide (6.11) take the splitter for a child of its own
    handle, and the next garbage collection deletes the page below it.
    """

    def __init__(self, orientation: Qt.Orientation, splitter: QuietSplitter, theme: Theme) -> None:
        super().__init__(orientation, splitter)
        self._theme = theme
        self._splitter = weakref.ref(splitter)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give the panes back their first sizes."""
        splitter = self._splitter()
        if splitter is not None:
            splitter.reset()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line in the middle of the grip."""
        del event
        painter = QPainter(self)
        colour = self._theme.colour("line")
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.fillRect(self.width() // 2, 0, 1, self.height(), colour)
        else:
            painter.fillRect(0, self.height() // 2, self.width(), 1, colour)
        painter.end()


def button(text: str, *, main: bool = False, key: str = "") -> QPushButton:
    """Return a button; the main one of a page is filled, and its key is plain text."""
    result = QPushButton()
    result.setProperty("main", main)
    result.setProperty("words", text)
    result.setProperty("key", key)
    show_key(result)
    result.setFont(fonts.font("count" if main else "strong"))
    result.setAccessibleName(text)
    return result


def show_key(which: QPushButton) -> None:
    """Write the key of a button behind its words, or not, as hints are shown or not."""
    words, key = str(which.property("words")), str(which.property("key"))
    which.setText(f"{words}   {key}" if key and hints_shown() else words)


def link(text: str) -> QPushButton:
    """Return a button that reads as a word."""
    result = QPushButton(text)
    result.setObjectName("link")
    result.setFont(fonts.font("hint"))
    return result


def hint(theme: Theme, text: str, *keys: str) -> QWidget:
    """Return the name of an action with its keys after it."""
    result = QWidget()
    row = across(result, spacing=5)
    row.addWidget(Label(text, kind="hint"))
    for key in keys:
        row.addWidget(KeyHint(theme, key))
    return result


def across(
    parent: QWidget, *, margins: Sequence[int] = (0, 0, 0, 0), spacing: int = 8
) -> QHBoxLayout:
    """Return a row layout inside a widget."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(*margins)
    row.setSpacing(spacing)
    return row


def down(
    parent: QWidget, *, margins: Sequence[int] = (0, 0, 0, 0), spacing: int = 0
) -> QVBoxLayout:
    """Return a column layout inside a widget."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return column


class Fact(QWidget):
    """A word and its number, the number in bold: "Confirmed + Fair **455–1,098**"."""

    def __init__(self) -> None:
        super().__init__()
        self._word = Label(kind="hint", ink="ink2")
        self._number = Label(kind="section", ink="ink")
        row = across(self, spacing=5)
        row.addWidget(self._word)
        row.addWidget(self._number)

    def show_fact(self, word: str, number: str) -> None:
        """Show another fact, or nothing."""
        self._word.set_text(word)
        self._number.set_text(number)
        self._word.setVisible(bool(word))
        self.setAccessibleName(f"{word} {number}".strip())


def foot(*parts: QWidget, trailing: Sequence[QWidget] = ()) -> QWidget:
    """Return the foot of a page."""
    result = QWidget()
    result.setObjectName("foot")
    result.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    result.setFixedHeight(FOOT)
    row = across(result, margins=(MARGIN, 0, MARGIN, 0), spacing=14)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    for part in trailing:
        row.addWidget(part)
    return result


def empty_state(
    theme: Theme, sentence: str, action: str = "", key: str = "", *also: tuple[str, str]
) -> QWidget:
    """Return one sentence where the rows would be, and the action with its key; others beside."""
    result = QWidget()
    column = down(result, margins=(MARGIN, MARGIN, MARGIN, MARGIN), spacing=8)
    column.addWidget(Label(sentence, ink="ink2"))
    if action:
        row = QWidget()
        line = across(row, spacing=18)
        line.addWidget(hint(theme, action, *([key] if key else [])))
        for other, its_key in also:
            line.addWidget(hint(theme, other, its_key))
        line.addStretch(1)
        column.addWidget(row)
    column.addStretch(1)
    return result


def page_widget() -> QWidget:
    """Return an empty page."""
    result = QWidget()
    result.setObjectName("page")
    result.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return result
