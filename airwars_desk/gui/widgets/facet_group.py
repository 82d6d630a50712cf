"""One facet: a value a row, its count at the trailing edge, a bar under it; chosen by click or key.

The arrows walk the rows and go on into the next group; Space or Enter chooses and lets go.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.facet_words import FacetRow
from airwars_desk.gui.text import is_rtl, number
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.chips import paint_cross
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.marks import TAG, paint_tag
from airwars_desk.i18n import tr

HEAD, LINE, PAD = 26, 25, 14
FEW = 7
_MORE = "…more"  # the row that shows the rest


class FacetGroup(QWidget):
    """Paints its rows itself: a facet has few, and they are redrawn with every list."""

    toggled = Signal(str)
    left = Signal(int)  # -1 towards the group before, 1 towards the one after

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._every: tuple[FacetRow, ...] = ()
        self._is_open = False
        self._at = 0
        self._under = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_rows(())

    def show_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show other counts; the cursor stays on its row."""
        self._every = tuple(rows)
        self._at = max(0, min(self._at, len(self.rows()) - 1))
        told = ", ".join(f"{row.label} {number(row.count)}" for row in self._every)
        self.setAccessibleName(f"{self._title}: {told}")
        self._describe()
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def rows(self) -> list[FacetRow]:
        """Return the rows shown: the first few and what is chosen, or all."""
        if self._is_open or len(self._every) <= FEW + 1:
            return list(self._every)
        shown = [*self._every[:FEW], *(row for row in self._every[FEW:] if row.chosen)]
        rest = len(self._every) - len(shown)
        return [*shown, FacetRow(_MORE, tr("{number} more").format(number=rest))] if rest else shown

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        head = HEAD if self._title else 0
        return QSize(176, head + LINE * len(self.rows()) + 4)

    def enter(self, *, at_end: bool) -> None:
        """Take the focus, at the first or at the last row."""
        self._at = len(self.rows()) - 1 if at_end else 0
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._describe()
        self.update()

    def row_box(self, position: int) -> QRect:
        """Return where a row is."""
        head = HEAD if self._title else 0
        return QRect(0, head + position * LINE, self.width(), LINE)

    # -- mouse and keys ------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Underline the row under the pointer."""
        self._set_under(self._position(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Underline nothing."""
        super().leaveEvent(event)
        self._set_under(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer, or let it go."""
        position = self._position(event.position().toPoint().y())
        if position >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._at = position
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and choose."""
        key = Qt.Key(event.key())
        last = len(self.rows()) - 1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            if 0 <= self._at + step <= last:
                self._walk_to(self._at + step)
            else:
                self.left.emit(step)
        elif key == Qt.Key.Key_Home:
            self._walk_to(0)
        elif key == Qt.Key.Key_End:
            self._walk_to(last)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
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

    def _walk_to(self, position: int) -> None:
        self._at = max(0, position)
        self._describe()
        self.update()

    def _describe(self) -> None:
        rows = self.rows()
        if self._at < len(rows):
            row = rows[self._at]
            self.setAccessibleDescription(f"{row.label} {number(row.count)}")

    def _choose(self) -> None:
        rows = self.rows()
        if not 0 <= self._at < len(rows):
            return
        if rows[self._at].value == _MORE:
            self._is_open = True
            self.show_rows(self._every)
        else:
            self.toggled.emit(rows[self._at].value)

    def _position(self, y: int) -> int:
        for position in range(len(self.rows())):
            box = self.row_box(position)
            if box.top() <= y <= box.bottom():
                return position
        return -1

    def _set_under(self, position: int) -> None:
        if position != self._under:
            self._under = position
            rows = self.rows()
            hovered = rows[position] if 0 <= position < len(rows) else None
            self.setToolTip(hovered.label if hovered is not None else "")
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if hovered is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    # -- look ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title and rows."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self._title:
            painter.setFont(fonts.font("section"))
            painter.setPen(self._theme.colour("ink2"))
            box = QRect(PAD, 0, self.width() - 2 * PAD, HEAD - 4)
            draw_text(painter, box, self._title, Qt.AlignmentFlag.AlignLeading)
        most = max((row.count for row in self._every), default=0)
        for position, row in enumerate(self.rows()):
            self._paint_row(painter, self.row_box(position), row, position, most)
        painter.end()

    def _paint_row(
        self, painter: QPainter, box: QRect, row: FacetRow, position: int, most: int
    ) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = box.adjusted(PAD, 0, -PAD, -3)
        if row.chosen:
            painter.fillRect(box.adjusted(0, 0, 0, -1), self._theme.colour("tint"))
            bar = QRect(box.right() - 1 if mirrored else 0, box.top(), 2, LINE - 1)
            painter.fillRect(bar, self._theme.colour("accent"))
        if row.value != _MORE:
            inner = self._paint_count(painter, inner, row, mirrored=mirrored)
            self._paint_bar(painter, box, row, most, mirrored=mirrored)
        if row.tag:
            tag = QRect(inner.topLeft(), QSize(TAG.width(), inner.height()))
            if mirrored:
                tag.moveRight(inner.right())
            paint_tag(painter, tag, row.tag, self._theme)
            gap = TAG.width() + 7
            inner = inner.adjusted(0, 0, -gap, 0) if mirrored else inner.adjusted(gap, 0, 0, 0)
        weight = 500 if row.chosen else 400
        font = type(painter.font())(fonts.sized(13, weight, arabic=is_rtl(row.label)))
        font.setUnderline(position == self._under)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink2" if row.value == _MORE else "ink"))
        draw_text(painter, inner, row.label, Qt.AlignmentFlag.AlignLeading)
        if self.hasFocus() and position == self._at:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(3, 1, -3, -2))

    def _paint_count(
        self, painter: QPainter, inner: QRect, row: FacetRow, *, mirrored: bool
    ) -> QRect:
        """Paint the count and the cross of what is chosen; return the room left for the label."""
        text = number(row.count)
        painter.setFont(fonts.font("body"))
        painter.setPen(self._theme.colour("ink2" if row.count else "ink3"))
        draw_text(painter, inner, text, Qt.AlignmentFlag.AlignTrailing)
        used = painter.fontMetrics().horizontalAdvance(text) + 8
        if row.chosen:
            across = inner.left() + used if mirrored else inner.right() - used - 8
            paint_cross(painter, QRect(across, inner.center().y() - 3, 8, 8), self._theme, "ink2")
            used += 18
        return inner.adjusted(used, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -used, 0)

    def _paint_bar(
        self, painter: QPainter, box: QRect, row: FacetRow, most: int, *, mirrored: bool
    ) -> None:
        whole = box.width() - 2 * PAD
        width = max(2, round(whole * row.count / most)) if row.count and most else 0
        left = box.right() - PAD - width + 1 if mirrored else PAD
        token = "accent" if row.chosen else "facet"
        painter.fillRect(left, box.bottom() - 2, width, 2, self._theme.colour(token))
