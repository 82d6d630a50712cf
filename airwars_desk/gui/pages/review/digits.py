"""Which digit a key stands for, to take a column."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

SHIFTED = {"!": 1, "@": 2, '"': 2, "#": 3, "§": 3, "£": 3, "$": 4, "¤": 4, "%": 5, "€": 5}


def digit_of(event: QKeyEvent) -> int:
    """Return the digit a key stands for, also with Shift on the usual layouts; 0 for none."""
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return int(key) - int(Qt.Key.Key_1) + 1
    return SHIFTED.get(event.text(), 0)
