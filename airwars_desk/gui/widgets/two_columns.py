"""Sections side by side where there is room, one below the other where not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from airwars_desk.gui.widgets.label import rule

WIDE = 1000
SHARES = (64, 36)


class TwoColumns(QWidget):
    """Rows of a leading and a trailing section; the first row takes what height is left.

    A row of one section goes over both columns, without a line before it: it may be hidden.
    """

    def __init__(self, rows: Sequence[Sequence[QWidget]]) -> None:
        super().__init__()
        self._rows = [tuple(row) for row in rows]
        self._rules: list[QWidget] = []
        self._is_wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._place(wide=True)

    @property
    def is_wide(self) -> bool:
        """Whether the sections stand side by side."""
        return bool(self._is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew where the width asks for it."""
        super().resizeEvent(event)
        self._place(wide=self.width() >= WIDE)

    def _place(self, *, wide: bool) -> None:
        if wide is self._is_wide:
            return
        self._is_wide = wide
        while self._grid.count():
            self._grid.takeAt(0)
        for old in self._rules:
            old.deleteLater()
        self._rules = []
        self._grid.setColumnStretch(0, SHARES[0] if wide else 1)
        self._grid.setColumnStretch(2, SHARES[1] if wide else 0)
        at = 0
        for row in self._rows:
            at = self._place_wide(row, at) if wide else self._place_narrow(row, at)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 1 if line == 0 else 0)

    def _place_wide(self, row: Sequence[QWidget], at: int) -> int:
        if len(row) == 1:
            self._grid.addWidget(row[0], at, 0, 1, 3)
            return at + 1
        if at:
            self._grid.addWidget(self._rule(), at, 0, 1, 3)
            at += 1
        top = Qt.AlignmentFlag.AlignTop if at else Qt.AlignmentFlag(0)
        self._grid.addWidget(row[0], at, 0, top)
        self._grid.addWidget(self._rule(vertical=True), at, 1)
        self._grid.addWidget(row[1], at, 2, Qt.AlignmentFlag.AlignTop)
        return at + 1

    def _place_narrow(self, row: Sequence[QWidget], at: int) -> int:
        for section in row:
            if at and len(row) > 1:
                self._grid.addWidget(self._rule(), at, 0)
                at += 1
            self._grid.addWidget(section, at, 0)
            at += 1
        return at

    def _rule(self, *, vertical: bool = False) -> QWidget:
        line = rule(vertical=vertical)
        self._rules.append(line)
        return line
