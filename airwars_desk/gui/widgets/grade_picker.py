"""Picks a grade, or expressly none: tags with their words in a line, by letter or by click."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import GRADE_LETTERS, RADIUS_FIELD, ROW_FORM, Theme, letter_of
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.marks import TAG, paint_tag
from airwars_desk.i18n import tr

NONE = ""  # expressly not graded; nothing chosen yet is None
CHOICES = (*GRADE_LETTERS, NONE)
PADDING, GAP = 8, 4
RING = 3  # pixels between the ring of the focus and the choices
KEYS = {
    Qt.Key.Key_C: "Confirmed",
    Qt.Key.Key_F: "Fair",
    Qt.Key.Key_W: "Weak",
    Qt.Key.Key_X: "Contested",
    Qt.Key.Key_D: "Discounted",
}


class GradePicker(QWidget):
    """C F W X D choose, arrows step, Delete says that it is not graded.

    To have chosen nothing yet and to have said “not graded” are two things: `is_chosen`.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chosen: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def value(self) -> str | None:
        """Return the grade, None for not graded and for nothing chosen."""
        return self._chosen or None

    @property
    def is_chosen(self) -> bool:
        """Whether a grade was chosen, or “not graded” expressly."""
        return self._chosen is not None

    def set_value(self, grade: str | None) -> None:
        """Show a grade, or that nothing is chosen; does not say `edited`."""
        self._show(grade if grade in GRADE_LETTERS else None)

    def choose(self, choice: str) -> None:
        """Choose a grade, or NONE, as a person does."""
        if choice != self._chosen:
            self._show(choice)
            self.edited.emit()

    def _show(self, choice: str | None) -> None:
        self._chosen = choice
        self.setAccessibleDescription("" if choice is None else _label(choice))
        self.update()

    def sizeHint(self) -> QSize:
        """All of them beside each other, with room for the ring of the focus."""
        wide = sum(self._widths()) + GAP * (len(CHOICES) - 1)
        return QSize(wide + 2 * RING, ROW_FORM + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Nothing of them may be cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by letter, step by arrow."""
        key = event.key()
        if key in KEYS and not event.modifiers():
            self.choose(KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(NONE)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) != self._is_mirrored()
            now = -1 if forward else len(CHOICES)
            if self._chosen is not None:
                now = CHOICES.index(self._chosen)
            self.choose(CHOICES[max(0, min(len(CHOICES) - 1, now + (1 if forward else -1)))])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        for choice, rect in zip(CHOICES, self._rects(), strict=True):
            if rect.contains(event.position().toPoint()):
                self.choose(choice)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the choices; the chosen one is tinted and edged, the ring is about all of them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
        for choice, rect in zip(CHOICES, self._rects(), strict=True):
            self._paint_one(painter, choice, rect)
        painter.end()

    def _paint_one(self, painter: QPainter, choice: str, rect: QRect) -> None:
        chosen = choice == self._chosen
        box = rect.adjusted(0, 0, -1, -1)
        edge = self._theme.colour("accent" if chosen else "line2")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(self._theme.colour("tint" if chosen else "field"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
        mirrored = self._is_mirrored()
        left = rect.right() - PADDING - TAG.width() if mirrored else rect.left() + PADDING
        tag = QRect(left, rect.top(), TAG.width(), rect.height())
        paint_tag(painter, tag, letter_of(choice), self._theme)
        room = TAG.width() + PADDING + 6
        words = rect.adjusted(4, 0, -room, 0) if mirrored else rect.adjusted(room, 0, -4, 0)
        painter.setFont(fonts.font("strong" if chosen else "body"))
        painter.setPen(self._theme.colour("ink" if chosen else "ink2"))
        draw_text(painter, words, _label(choice))

    def _rects(self) -> list[QRect]:
        found = []
        at = RING
        for width in self._widths():
            left = self.width() - at - width if self._is_mirrored() else at
            found.append(QRect(left, RING, width, self.height() - 2 * RING))
            at += width + GAP
        return found

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(fonts.font("strong"))
        rest = TAG.width() + 2 * PADDING + 10
        return [metrics.horizontalAdvance(_label(choice)) + rest for choice in CHOICES]

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _label(choice: str) -> str:
    return choice_label(choice) if choice else tr("Not graded")
