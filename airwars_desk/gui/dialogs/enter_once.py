"""One Enter does one thing: the one that closed a dialog, held or struck twice, does no more."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

MOMENT_MS = 400  # a second stroke within it belongs to the first
LIFE_MS = 1000  # a key held begins to repeat well within it
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterOnce(QObject):
    """Swallows, after a dialog was closed, one quick Enter and every repetition of one held.

    Another key or a click ends it: what follows is meant. It goes with the window of the dialog.
    """

    def __init__(self, dialog: QWidget) -> None:
        application = QCoreApplication.instance()
        behind = dialog.parentWidget()
        super().__init__(behind.window() if behind is not None else application)
        self._is_over = False
        self._since = QElapsedTimer()
        self._since.start()
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.setInterval(LIFE_MS)
        self._life.timeout.connect(self._end)
        self._life.start()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the Enter that belongs to the one before."""
        if self._is_over:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._end()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ENTERS:
            self._end()
            return False
        if event.isAutoRepeat():
            self._life.start()
            return True
        is_second = self._since.elapsed() < MOMENT_MS
        self._end()
        return is_second

    def _end(self) -> None:
        """Let everything through from now on."""
        self._is_over = True
        self.deleteLater()
