"""What a folded pane leaves: a strip with the names of what lies in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import MARGIN, ROW_FORM, Theme
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, hint
from airwars_desk.i18n import tr


class FoldedStrip(QWidget):
    """A click anywhere on it, or F6, opens it again."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(ROW_FORM + 2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = across(self, margins=(MARGIN - 2, 0, MARGIN, 0), spacing=6)
        row.addWidget(_Arrow(theme))
        self._labels: list[tuple[Label, Label]] = []
        for _ in range(3):
            name, detail = Label(ink="ink2"), Label(kind="hint", ink="ink3")
            self._labels.append((name, detail))
            row.addWidget(name)
            row.addWidget(detail)
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(hint(theme, tr("Show"), "F6"))

    def show_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Name what is folded, each with a detail."""
        for (name, detail), (text, more) in zip(self._labels, names, strict=True):
            name.set_text(text)
            detail.set_text(more)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the strip."""
        self.opened.emit()
        event.accept()


class _Arrow(QWidget):
    """The arrow that points to what is folded, in the reading direction."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("ink2"), 1.5))
        tip = 9.0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else 4.0
        back = 13.0 - tip
        painter.drawLine(QPointF(back, 3), QPointF(tip, 7))
        painter.drawLine(QPointF(tip, 7), QPointF(back, 11))
        painter.end()
