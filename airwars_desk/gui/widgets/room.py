"""Room that is as high as what stands in it, up to a quarter of the window; then it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

LEAST = 40
SHARE = 4


class Room(QScrollArea):
    """Keeps a part of a page that may grow from pushing the window beyond a small screen."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._asked = 0
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Ask for the height of the content, up to a share of the window's."""
        return QSize(super().sizeHint().width(), min(self._height(), self._most()))

    def minimumSizeHint(self) -> QSize:
        """What it asks for: what may give way stands beside it."""
        return QSize(0, min(self._height(), self._most()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew where the content became higher or lower."""
        told = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
        if told and watched is self.widget() and self._height() != self._asked:
            self._asked = self._height()
            self._show_bar()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show a scroll bar only where the content does not fit."""
        super().resizeEvent(event)
        self._show_bar()

    def _show_bar(self) -> None:
        policy = Qt.ScrollBarPolicy
        fits = self._height() <= self._most()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )

    def _height(self) -> int:
        content = self.widget()
        if content is None:
            return 0
        if content.hasHeightForWidth() and self.viewport().width() > 0:
            return content.heightForWidth(self.viewport().width())
        return content.sizeHint().height()

    def _most(self) -> int:
        return max(LEAST, self.window().height() // SHARE)
