"""A layout that goes on below when the line is full, in the reading direction."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Puts widgets one after the other and goes on below when the line is full."""

    def __init__(self, parent: QWidget, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the widgets need at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for what the widest widget needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest of the widgets."""
        size = QSize(40, 24)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across_ = 0
        top = 0
        height = 0
        for item in self._items:
            size = item.sizeHint()
            if across_ and across_ + size.width() > rect.width():
                across_ = 0
                top += height + self._gap
                height = 0
            if move:
                left = rect.right() + 1 - across_ - size.width() if mirrored else rect.x() + across_
                item.setGeometry(QRect(QPoint(left, rect.y() + top), size))
            across_ += size.width() + self._gap
            height = max(height, size.height())
        return top + height
