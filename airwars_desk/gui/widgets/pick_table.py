"""A table in which several rows can be picked: with Shift and Ctrl, or one by one with X.

X picks the row at the cursor and keeps what is picked while the arrows walk on; a click without a
key, or Escape, goes back to one row.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent

from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.cells import Column, Index
from airwars_desk.gui.widgets.table import Table

_WALKING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_FLAG = QItemSelectionModel.SelectionFlag


class PickTable(Table):
    """A table of cells whose rows can be picked."""

    picked = Signal(int)  # how many rows are

    def __init__(self, theme: Theme, columns: tuple[Column, ...]) -> None:
        super().__init__(theme, columns)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self._is_picking = False

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take a model, and tell whenever other rows are picked."""
        super().setModel(model)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self._tell())

    def pick(self, positions: Iterable[int]) -> None:
        """Pick exactly these rows; the cursor stays where it is."""
        model, last = self.model(), self.model().columnCount() - 1
        chosen = QItemSelection()
        for first, end in _runs(positions):
            chosen.select(model.index(first, 0), model.index(end, last))
        self._is_picking = True
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect)

    def positions(self) -> list[int]:
        """Return the positions of the rows picked, in their order."""
        selection = self.selectionModel().selection()
        ranges = [selection[place] for place in range(len(selection))]  # type: ignore[arg-type,index]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def toggle(self) -> None:
        """Pick the row at the cursor, or let go of it."""
        if self.currentIndex().isValid():
            self._is_picking = True
            self.selectionModel().select(self.currentIndex(), _FLAG.Toggle | _FLAG.Rows)

    def stop_picking(self) -> None:
        """Go back to the one row at the cursor."""
        self._is_picking = False
        self.selectionModel().select(self.currentIndex(), _FLAG.ClearAndSelect | _FLAG.Rows)

    @property
    def is_picking(self) -> bool:
        """Several rows are picked, or X was pressed."""
        return self._is_picking or len(self.positions()) > 1

    def event(self, event: QEvent) -> bool:
        """Take X before the window's own shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_X
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """X picks, Escape goes back to one row."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_X and plain:
            self.toggle()
        elif event.key() == Qt.Key.Key_Escape and self.is_picking:
            self.stop_picking()
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave what is picked alone while plain arrows walk; a plain click ends it."""
        if isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if self._is_picking and plain and event.key() in _WALKING:
                return _FLAG.NoUpdate
        elif event is not None and event.type() == QEvent.Type.MouseButtonPress:
            self._is_picking = False
        return super().selectionCommand(index, event)

    def _tell(self) -> None:
        self.viewport().update()
        self.picked.emit(len(self.positions()))


def _runs(positions: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours."""
    runs: list[tuple[int, int]] = []
    for position in sorted(positions):
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs
