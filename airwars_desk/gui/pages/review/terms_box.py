"""Several terms on one line: what is chosen as text, a list of checks to choose from."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton

from airwars_desk.gui import fonts
from airwars_desk.gui.forms.choosers import Option
from airwars_desk.gui.text import UNKNOWN

ROOM = 116
EDGES = 26  # pixels of padding and border on both sides


class TermsBox(QPushButton):
    """A button that shows the terms; its list keeps the order in which they were chosen."""

    edited = Signal()

    def __init__(self, options: Sequence[Option], label: Callable[[Any], str]) -> None:
        super().__init__()
        self._options = list(options)
        self._label = label
        self._values: list[Any] = []
        self.setFont(fonts.font("body"))
        self.setMinimumWidth(60)
        self.clicked.connect(self._open)
        self.set_value(None)

    def value(self) -> list[Any] | None:
        """Return the chosen terms, None for none."""
        return list(self._values) or None

    def set_value(self, value: Any) -> None:
        """Show other terms; does not say `edited`."""
        self._values = list(value or ())
        self.setToolTip(self.all_terms())
        self._fit(min(ROOM, self.width() - EDGES) if self.isVisible() else ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End in "…" where the column is narrow; the whole text is in the tooltip."""
        super().resizeEvent(event)
        self._fit(min(ROOM, self.width() - EDGES))

    def all_terms(self) -> str:
        """Return the terms in words, however little room there is."""
        return ", ".join(self._label(one) for one in self._values) or UNKNOWN

    def toggle_term(self, value: Any) -> None:
        """Choose a term, or take it away."""
        kept = [one for one in self._values if one != value]
        self.set_value(kept if len(kept) < len(self._values) else [*kept, value])
        self.edited.emit()

    def menu_of_terms(self) -> QMenu:
        """Return the list: the chosen ones first, then all others."""
        menu = QMenu(self)
        known = [value for value, _ in self._options]
        chosen = [(value, self._label(value)) for value in self._values if value not in known]
        for value, text in [*chosen, *self._options]:
            item = QAction(text, menu)
            item.setCheckable(True)
            item.setChecked(value in self._values)
            item.triggered.connect(lambda _on=False, term=value: self.toggle_term(term))
            menu.addAction(item)
        return menu

    def _fit(self, room: int) -> None:
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self.toolTip(), Qt.TextElideMode.ElideRight, room))

    def _open(self) -> None:
        self.menu_of_terms().exec(self.mapToGlobal(QPoint(0, self.height())))
