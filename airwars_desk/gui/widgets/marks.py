"""Small painted marks: the tag of a grade, the outlined key of a hint, the dot of a check."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import RADIUS_TAG, Theme, letter_of

TAG = QSize(18, 16)
HINTS = "hides_keys"  # property of the application: hints of keys were switched off


def hints_shown() -> bool:
    """Tell whether keys are shown beside what they do; a person may switch that off."""
    application = QApplication.instance()
    return application is None or not application.property(HINTS)


class GradeTag(QWidget):
    """The letter of a grade in its small filled tag."""

    def __init__(self, theme: Theme, grade: str | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._grade = grade
        self.setFixedSize(TAG)

    def set_grade(self, grade: str | None) -> None:
        """Show another grade; None is "not graded"."""
        self._grade = grade
        self.setAccessibleName(grade or "")
        self.setToolTip(grade or "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag."""
        del event
        painter = QPainter(self)
        paint_tag(painter, self.rect(), letter_of(self._grade), self._theme)
        painter.end()


class KeyHint(QWidget):
    """The name of a key in a small outlined box, beside the action's label.

    `always`: it is what one came to read, and stays when hints are switched off.
    """

    def __init__(self, theme: Theme, key: str, *, always: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self._always = always
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The width of the key's name and five pixels on each side."""
        if not (self._always or hints_shown()):
            return QSize(0, 0)
        return QSize(key_width(self._key), 17)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        del event
        if not (self._always or hints_shown()):
            return
        painter = QPainter(self)
        paint_key(painter, self.rect(), self._key, self._theme)
        painter.end()


def key_width(key: str) -> int:
    """Return the width in pixels a key's box needs."""
    from PySide6.QtGui import QFontMetrics

    return max(17, QFontMetrics(fonts.font("badge")).horizontalAdvance(key) + 10)


def paint_tag(painter: QPainter, rect: QRect, letter: str, theme: Theme) -> None:
    """Paint a grade's tag in the middle of a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = rect.center().x() - TAG.width() // 2 + 1
    top = rect.center().y() - TAG.height() // 2 + 1
    box = QRectF(left, top, TAG.width(), TAG.height())
    fill = theme.grades.of(letter)
    if fill is None:
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_TAG, RADIUS_TAG)
        painter.setPen(theme.colour("ink3"))
    else:
        from PySide6.QtGui import QColor

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
        painter.setPen(QColor(theme.grades.letter))
    painter.setFont(fonts.font("tag"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def paint_key(painter: QPainter, rect: QRect, key: str, theme: Theme) -> None:
    """Paint the outlined box of a key."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line2"), 1))
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
    painter.setPen(theme.colour("ink3"))
    painter.setFont(fonts.font("badge"))
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_dot(painter: QPainter, centre: QPointF, token: str, theme: Theme) -> None:
    """Paint the dot before the sentence of a check."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawEllipse(centre, 3.0, 3.0)
    painter.restore()
