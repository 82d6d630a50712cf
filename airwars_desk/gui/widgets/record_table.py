"""A table of records under its title: Enter edits, N adds, Delete removes, Ctrl+V pastes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from airwars_desk.gui import column_room, fonts
from airwars_desk.gui.text import number
from airwars_desk.gui.theme import MARGIN, ROW, Theme
from airwars_desk.gui.widgets.cells import Cell, CellModel, Column
from airwars_desk.gui.widgets.label import Label, draw_text
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.table import Table

HEAD = 44


class RecordTable(Table):
    """A table whose keys are its own while it has the focus."""

    add_wanted = Signal()
    remove_wanted = Signal()
    paste_wanted = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, columns: Sequence[Column], name: str, empty: str) -> None:
        super().__init__(theme, columns)
        self._empty = empty
        self.fit = column_room.widths
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.rows = CellModel(columns, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)

    def uid(self) -> str:
        """Return the uid of the record at the cursor, "" for none."""
        return str(self.rows.key(self.currentIndex().row()) or "")

    def show_records(self, cells: Sequence[Sequence[Cell]], uids: Sequence[str], at: str) -> None:
        """Show other rows, the cursor on a record, or on the first where that is not here."""
        self.rows.set_rows(cells, list(uids))
        if cells:
            self.setCurrentIndex(self.rows.index(max(self.rows.row_of(at), 0), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or one sentence where there are none."""
        super().paintEvent(event)
        if not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setLayoutDirection(self.layoutDirection())
            painter.setFont(fonts.font("body"))
            painter.setPen(self.theme.colour("ink2"))
            room = self.viewport().rect().adjusted(MARGIN, 8, -MARGIN, 0)
            room.setHeight(ROW)
            draw_text(painter, room, self._empty)
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Take N and Ctrl+V before the window's own shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if (plain and event.key() == Qt.Key.Key_N) or _is_paste(event):
                event.accept()
                return True
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        if _is_paste(event):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_N and not event.modifiers():
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class RecordBlock(QWidget):
    """A title with its count and buttons, over a table of records."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        columns: Sequence[Column],
        *parts: QWidget,
        kind: str,
        empty: str,
    ) -> None:
        super().__init__()
        self.table = RecordTable(theme, columns, title, empty)
        self._count = Label(ink="ink2")
        column = down(self)
        head = QWidget()
        head.setFixedHeight(HEAD)
        line = across(head, margins=(MARGIN, 0, MARGIN, 0))
        line.addWidget(Label(title, kind=kind))
        line.addWidget(self._count)
        buttons = [part for part in parts if isinstance(part, QPushButton)]
        for part in parts:
            if part not in buttons:
                line.addWidget(part)
        line.addStretch(1)
        for part in buttons:
            line.addWidget(part)
        column.addWidget(head)
        column.addWidget(self.table, 1)

    def show_records(self, cells: Sequence[Sequence[Cell]], uids: Sequence[str], at: str) -> None:
        """Show other rows and how many there are."""
        self._count.set_text(number(len(uids)))
        self.table.show_records(cells, uids, at)


def _is_paste(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Paste)
