"""Lay widgets out at once, and act once they were painted: what a person sees comes first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_MS = 400  # a window that nobody sees is not painted at all


def lay_out_now(widget: QWidget) -> None:
    """Give everything inside a widget the room it needs, the innermost first.

    Waiting for Qt would paint new words in the room of old ones.
    """
    for inner in reversed([widget, *widget.findChildren(QWidget)]):
        layout = inner.layout()
        if layout is not None:
            layout.activate()


def once_painted(widget: QWidget | None, act: Callable[[], object]) -> None:
    """Act after the next paint of a widget, or after `LONGEST_MS`; at once without a widget."""
    if widget is None:
        act()
    else:
        _Watch(widget, act)


class _Watch(QObject):
    """Waits for one paint event of a widget."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act: Callable[[], object] | None = act
        widget.installEventFilter(self)
        QTimer.singleShot(LONGEST_MS, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act when the paint is over."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go)
        return False

    def _go(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
            self.deleteLater()
