"""One Enter does one thing: the one that closed a dialog, held or struck twice, does no more."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

MOMENT_MS = 400  # a second stroke within it belongs to the first
LIFE_MS = 1000  # a key held begins to repeat well within it
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterOnce(QObject):
    """Swallows, after a dialog was closed, one quick Enter and every repetition of one held."""

    def __init__(self, owner: QWidget) -> None:
        application = QCoreApplication.instance()
        super().__init__(application)
        self.setObjectName(f"after {owner.windowTitle()}")
        self._since = QElapsedTimer()
        self._since.start()
        self._is_spent = False
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.setInterval(LIFE_MS)
        self._life.timeout.connect(self.deleteLater)
        self._life.start()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the Enter that belongs to the one before."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ENTERS:
            return False
        if event.isAutoRepeat():
            self._life.start()
            return True
        if self._is_spent or self._since.elapsed() > MOMENT_MS:
            return False
        self._is_spent = True
        return True
