"""Months as a small histogram: drag over them, or walk with the arrows and stretch with Shift."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.text import day, number
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.chips import paint_cross
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.i18n import tr
from airwars_desk.rules.dates import is_month, months_between

HEAD, PLOT, FOOT, PAD = 26, 30, 20, 14
LONGEST = 240  # months; a typing error of a century must not flatten all others


class MonthsFacet(QWidget):
    """Says which months were chosen; with none, the choice is taken back."""

    chosen = Signal(str, str)  # first and last month, "" and "" for none
    left = Signal(int)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self.months: tuple[str, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._taken: frozenset[str] = frozenset()
        self._told = ""
        self._from = self._to = 0
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD + PLOT + FOOT)

    def sizeHint(self) -> QSize:
        """One height for any months."""
        return QSize(176, HEAD + PLOT + FOOT)

    def show_months(
        self, known: Mapping[str, int], now: Mapping[str, int], taken: Sequence[str], told: str
    ) -> None:
        """Show other counts. `taken`: the months of the filter; `told`: what it says."""
        months = months_shown(known)
        if months != self.months:
            self.months = months
            self._from = self._to = max(0, len(months) - 1)
        self._counts = now
        self._taken = frozenset(taken)
        self._told = told
        self.setVisible(bool(months))
        self._describe()
        self.update()

    def enter(self, *, at_end: bool) -> None:
        """Take the focus."""
        del at_end
        self.setFocus(Qt.FocusReason.TabFocusReason)

    # -- mouse and keys ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag; a click on the chosen months above takes them back."""
        if event.position().toPoint().y() < HEAD:
            if self._told:
                self.chosen.emit("", "")
            return
        self._is_dragging = True
        self._from = self._to = self._month_at(event.position().toPoint().x())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch to the month under the pointer, or name it."""
        if not self.months:
            return
        at = self._month_at(event.position().toPoint().x())
        if self._is_dragging:
            self._to = at
            self.update()
        month = self.months[at]
        self.setToolTip(f"{day(month)}: {number(self._counts.get(month, 0))}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was dragged over."""
        del event
        if self._is_dragging:
            self._is_dragging = False
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, stretch with Shift, choose with Space or Enter, take back with Delete."""
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Left: 1 if mirrored else -1, Qt.Key.Key_Right: -1 if mirrored else 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.months) - 1}
        if key in steps or key in ends:
            to = ends[key] if key in ends else self._to + steps[key]
            self._to = max(0, min(len(self.months) - 1, to))
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._from = self._to
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit("", "")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
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

    def _choose(self) -> None:
        if not self.months:
            return
        first, last = sorted((self._from, self._to))
        wanted = frozenset(self.months[first : last + 1])
        if wanted == self._taken:
            self.chosen.emit("", "")
        else:
            self.chosen.emit(self.months[first], self.months[last])

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._title}: {self._told or tr('all')}")
        if self.months:
            month = self.months[self._to]
            self.setAccessibleDescription(f"{day(month)} {number(self._counts.get(month, 0))}")

    # -- look ------------------------------------------------------------------------------------

    def bar_box(self, position: int) -> QRect:
        """Return the slot of a month, over the whole height of the plot."""
        count = max(1, len(self.months))
        whole = self.width() - 2 * PAD
        left = PAD + whole * position // count
        right = PAD + whole * (position + 1) // count
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = self.width() - right, self.width() - left
        return QRect(left, HEAD, max(1, right - left), PLOT)

    def _month_at(self, across: int) -> int:
        whole = max(1, self.width() - 2 * PAD)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = self.width() - across
        at = (across - PAD) * len(self.months) // whole
        return max(0, min(len(self.months) - 1, at))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title, choice, bars and the months at both ends."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_head(painter)
        most = max((self._counts.get(month, 0) for month in self.months), default=0)
        for position, month in enumerate(self.months):
            self._paint_bar(painter, position, month, most)
        whole = QRect(PAD, HEAD + PLOT + 1, self.width() - 2 * PAD, FOOT - 4)
        painter.setFont(fonts.font("badge"))
        painter.setPen(self._theme.colour("ink3"))
        if self.months:
            draw_text(painter, whole, day(self.months[0]), Qt.AlignmentFlag.AlignLeading)
            draw_text(painter, whole, day(self.months[-1]), Qt.AlignmentFlag.AlignTrailing)
        if self.hasFocus() and self.months:
            first, last = sorted((self._from, self._to))
            ring = self.bar_box(first).united(self.bar_box(last))
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(ring.adjusted(-1, -1, 0, 1))
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        head = QRect(PAD, 0, self.width() - 2 * PAD, HEAD - 4)
        painter.setFont(fonts.font("section"))
        painter.setPen(self._theme.colour("ink2"))
        draw_text(painter, head, self._title, Qt.AlignmentFlag.AlignLeading)
        if self._told:
            cross = QRect(head.left() if mirrored else head.right() - 8, 7, 8, 8)
            paint_cross(painter, cross, self._theme, "ink2")
            painter.setFont(fonts.sized(12, 500))
            painter.setPen(self._theme.colour("ink"))
            title = painter.fontMetrics().horizontalAdvance(self._title) + 12
            told = head.adjusted(14, 0, -title, 0) if mirrored else head.adjusted(title, 0, -14, 0)
            draw_text(painter, told, self._told, Qt.AlignmentFlag.AlignTrailing)

    def _paint_bar(self, painter: QPainter, position: int, month: str, most: int) -> None:
        slot = self.bar_box(position)
        count = self._counts.get(month, 0)
        height = max(1, round(PLOT * count / most)) if count and most else 1
        gap = 2 if slot.width() >= 6 else 1 if slot.width() >= 3 else 0
        first, last = sorted((self._from, self._to))
        dragged = self._is_dragging and first <= position <= last
        token = "accent" if dragged or month in self._taken else "facet"
        bar = QRect(slot.left(), slot.bottom() - height + 1, slot.width() - gap, height)
        painter.fillRect(bar, self._theme.colour(token))


def months_shown(known: Mapping[str, int]) -> tuple[str, ...]:
    """Return all months from the first to the last known, without far outliers in a long span."""
    held = sorted(month for month in known if is_month(month))
    if not held:
        return ()
    months = months_between(held[0], held[-1])
    if len(months) <= LONGEST:
        return tuple(months)
    total, seen = sum(known[month] for month in held), 0
    kept = []
    for month in held:
        seen += known[month]
        if total * 0.005 <= seen and seen - known[month] <= total * 0.995:
            kept.append(month)
    return tuple(months_between(kept[0], kept[-1])[-LONGEST:])
