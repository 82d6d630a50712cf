"""Picks a grade: five tags with their words in a line, chosen by their letter or a click."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import GRADE_LETTERS, RADIUS_FIELD, ROW_FORM, Theme
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.marks import TAG, paint_tag

GRADES = tuple(GRADE_LETTERS)
PADDING, GAP = 8, 4
KEYS = {
    Qt.Key.Key_C: "Confirmed",
    Qt.Key.Key_F: "Fair",
    Qt.Key.Key_W: "Weak",
    Qt.Key.Key_X: "Contested",
    Qt.Key.Key_D: "Discounted",
}


class GradePicker(QWidget):
    """C F W X D choose, arrows step, Delete takes the grade away."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grade: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def value(self) -> str | None:
        """Return the grade, None for not graded."""
        return self._grade

    def set_value(self, grade: str | None) -> None:
        """Show a grade; does not say `edited`."""
        self._grade = grade if grade in GRADES else None
        self.setAccessibleDescription(choice_label(self._grade) if self._grade else "")
        self.update()

    def choose(self, grade: str | None) -> None:
        """Choose a grade as a person does."""
        if grade != self._grade:
            self.set_value(grade)
            self.edited.emit()

    def sizeHint(self) -> QSize:
        """All five beside each other."""
        return QSize(sum(self._widths()) + GAP * (len(GRADES) - 1), ROW_FORM)

    def minimumSizeHint(self) -> QSize:
        """Nothing of them may be cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by letter, step by arrow."""
        key = event.key()
        if key in KEYS and not event.modifiers():
            self.choose(KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) != self._is_mirrored()
            now = GRADES.index(self._grade) if self._grade else (-1 if forward else len(GRADES))
            self.choose(GRADES[max(0, min(len(GRADES) - 1, now + (1 if forward else -1)))])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; a click on the chosen one takes it away."""
        for grade, rect in zip(GRADES, self._rects(), strict=True):
            if rect.contains(event.position().toPoint()):
                self.choose(None if grade == self._grade else grade)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the five; the chosen one is tinted and edged."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for grade, rect in zip(GRADES, self._rects(), strict=True):
            self._paint_one(painter, grade, rect)
        painter.end()

    def _paint_one(self, painter: QPainter, grade: str, rect: QRect) -> None:
        chosen = grade == self._grade
        box = rect.adjusted(0, 0, -1, -1)
        focused = chosen and self.hasFocus()
        edge = self._theme.colour("accent" if chosen else "line2")
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(self._theme.colour("tint" if chosen else "field"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
        if not self._grade and self.hasFocus() and grade == GRADES[0]:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
        mirrored = self._is_mirrored()
        left = rect.right() - PADDING - TAG.width() if mirrored else rect.left() + PADDING
        tag = QRect(left, rect.top(), TAG.width(), rect.height())
        paint_tag(painter, tag, GRADE_LETTERS[grade], self._theme)
        room = TAG.width() + PADDING + 6
        words = rect.adjusted(4, 0, -room, 0) if mirrored else rect.adjusted(room, 0, -4, 0)
        painter.setFont(fonts.font("strong" if chosen else "body"))
        painter.setPen(self._theme.colour("ink" if chosen else "ink2"))
        draw_text(painter, words, choice_label(grade))

    def _rects(self) -> list[QRect]:
        found = []
        at = 0
        for width in self._widths():
            left = self.width() - at - width if self._is_mirrored() else at
            found.append(QRect(left, 0, width, self.height()))
            at += width + GAP
        return found

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(fonts.font("strong"))
        rest = TAG.width() + 2 * PADDING + 10
        return [metrics.horizontalAdvance(choice_label(grade)) + rest for grade in GRADES]

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
