"""Saved views at the foot of the navigation: a name and how many incidents it holds now.

Enter or a click shows one; F2 renames it, Delete takes it away, both also from its menu.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.text import UNKNOWN, is_rtl, number
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.i18n import tr

HEAD, LINE, PAD, MOST = 24, 26, 14, 12


@dataclass(frozen=True, slots=True)
class ViewLine:
    """One saved view as it is listed."""

    uid: str
    name: str


class SavedViews(QWidget):
    """Shows nothing at all while there are none."""

    opened = Signal(str)
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: tuple[ViewLine, ...] = ()
        self.counts: Mapping[str, int | None] = {}
        self._at = 0
        self._shown = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_views(())

    def show_views(self, lines: Sequence[ViewLine]) -> None:
        """List other views; the counts known stay."""
        self.lines = tuple(lines)[:MOST]
        self._at = max(0, min(self._at, len(self.lines) - 1))
        self.setVisible(bool(self.lines))
        self.setFixedHeight(self.sizeHint().height())
        self._describe()
        self.update()

    def show_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show other counts; None for a view whose search can be read no more."""
        self.counts = counts
        self._describe()
        self.update()

    def show_chosen(self, uid: str) -> None:
        """Mark the view the list shows, "" for none."""
        self._shown = uid
        self.update()

    def current(self) -> str:
        """Return the uid of the view the cursor is on, "" when there is none."""
        return self.lines[self._at].uid if self.lines else ""

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(140, HEAD + LINE * len(self.lines) + 8 if self.lines else 0)

    def line_box(self, position: int) -> QRect:
        """Return where a view stands."""
        return QRect(0, HEAD + position * LINE, self.width(), LINE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the view under the pointer."""
        if self._go_to(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.current())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a view."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self._go_to(event.pos()):
            return
        self.menu().exec(self.mapToGlobal(self.line_box(self._at).bottomLeft()))

    def menu(self) -> QMenu:
        """Return the menu of the view the cursor is on."""
        result = QMenu(self)
        uid = self.current()
        result.addAction(tr("Show")).triggered.connect(lambda: self.opened.emit(uid))
        result.addAction(tr("Rename …")).triggered.connect(lambda: self.rename_wanted.emit(uid))
        result.addAction(tr("Delete")).triggered.connect(lambda: self.delete_wanted.emit(uid))
        return result

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, show, rename, take away."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        does = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Space: self.opened,
            Qt.Key.Key_F2: self.rename_wanted,
            Qt.Key.Key_Delete: self.delete_wanted,
        }
        if key in steps:
            self._at = max(0, min(len(self.lines) - 1, self._at + steps[key]))
            self._describe()
            self.update()
        elif key in does and self.current():
            does[key].emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the cursor no more."""
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, point: QPoint) -> bool:
        for position in range(len(self.lines)):
            if self.line_box(position).contains(point):
                self._at = position
                self._describe()
                return True
        return False

    def _describe(self) -> None:
        self.setAccessibleName(tr("Saved views"))
        if self.lines:
            line = self.lines[self._at]
            self.setAccessibleDescription(f"{line.name} {number(self.counts.get(line.uid))}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title and views."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(fonts.font("hint"))
        painter.setPen(self._theme.colour("ink2"))
        head = QRect(PAD, 0, self.width() - 2 * PAD, HEAD)
        draw_text(painter, head, tr("Saved views"), Qt.AlignmentFlag.AlignLeading)
        for position, line in enumerate(self.lines):
            self._paint_line(painter, self.line_box(position), line, position)
        painter.end()

    def _paint_line(self, painter: QPainter, box: QRect, line: ViewLine, position: int) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        chosen = line.uid == self._shown
        if chosen:
            painter.fillRect(box, self._theme.colour("tint"))
        inner = box.adjusted(PAD, 0, -PAD + 2, 0)
        count = number(self.counts[line.uid]) if line.uid in self.counts else ""
        painter.setFont(fonts.font("body"))
        painter.setPen(self._theme.colour("ink3" if count == UNKNOWN else "ink2"))
        draw_text(painter, inner, count, Qt.AlignmentFlag.AlignTrailing)
        used = painter.fontMetrics().horizontalAdvance(count) + 6
        inner = inner.adjusted(used, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -used, 0)
        painter.setFont(fonts.sized(13, 500 if chosen else 400, arabic=is_rtl(line.name)))
        painter.setPen(self._theme.colour("ink" if chosen else "ink2"))
        draw_text(painter, inner, line.name, Qt.AlignmentFlag.AlignLeading)
        if self.hasFocus() and position == self._at:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(3, 1, -3, -2))
