"""How the table of sides is painted: header with its keys, values with tag, tint and tick."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    Cell,
    CellDelegate,
    Column,
    Index,
    paint_cell,
    paint_ground,
)
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.marks import TAG, key_width, paint_key, paint_tag
from airwars_desk.gui.widgets.table import QuietHeader

ROW_HEIGHT = 35
PADDING = 10
TAKEN = "tint"


class SidesHeader(QuietHeader):
    """Title and detail of each side, and the key that takes it."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...]) -> None:
        super().__init__(theme, columns, PADDING)
        self.details: list[str] = []

    def _paint_title(self, painter: QPainter, rect: QRect, column: Column) -> None:
        section = self.logicalIndexAt(rect.center())
        painter.setLayoutDirection(self.layoutDirection())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = rect.adjusted(self._padding, 0, -self._padding, -1)
        if 0 < section < len(self.details):
            key = str(section)
            width = key_width(key)
            left = inner.left() if mirrored else inner.right() - width
            box = QRect(left, inner.center().y() - 8, width, 17)
            paint_key(painter, box, key, self._theme)
            inner = (
                inner.adjusted(width + 4, 0, 0, 0)
                if mirrored
                else inner.adjusted(0, 0, -width - 4, 0)
            )
        painter.setFont(fonts.font("header"))
        painter.setPen(self._theme.colour("ink" if section else "ink3"))
        draw_text(painter, inner, column.title)
        used = painter.fontMetrics().horizontalAdvance(column.title) + 6
        detail = self.details[section] if section < len(self.details) else ""
        if detail and used < inner.width() - 12:
            rest = inner.adjusted(0, 0, -used, 0) if mirrored else inner.adjusted(used, 0, 0, 0)
            painter.setFont(fonts.font("hint"))
            painter.setPen(self._theme.colour("ink3"))
            draw_text(painter, rest, detail)


class SideDelegate(CellDelegate):
    """Values of sides: a grade with tag and word; the taken one tinted and ticked."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], *, padding: int) -> None:
        super().__init__(theme, columns, padding=padding, height=ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the current row has a bar, and keeps what is taken tinted."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and cell.ground:
            painter.fillRect(rect, self.theme.colour("sel"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.theme.colour("line"))
        else:
            paint_ground(painter, option, index, self.theme, cell)
        edge = (
            rect.left()
            if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else rect.right()
        )
        painter.fillRect(edge, rect.top(), 1, rect.height(), self.theme.colour("line"))
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = QRect(rect)
        if cell.ground == TAKEN:
            self._paint_tick(painter, rect, mirrored=mirrored)
            inner = rect.adjusted(20, 0, 0, 0) if mirrored else rect.adjusted(0, 0, -20, 0)
        if cell.tag:
            left = (
                inner.right() - self.padding - TAG.width()
                if mirrored
                else inner.left() + self.padding
            )
            paint_tag(
                painter, QRect(left, rect.top(), TAG.width(), rect.height()), cell.tag, self.theme
            )
            lead = TAG.width() + 6
            inner = inner.adjusted(0, 0, -lead, 0) if mirrored else inner.adjusted(lead, 0, 0, 0)
        plain = Cell(cell.text, cell.ink, cell.weight, more=cell.more, more_ink=cell.more_ink)
        paint_cell(painter, inner, plain, self.theme, padding=self.padding)

    def _paint_tick(self, painter: QPainter, rect: QRect, *, mirrored: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("accent"), 1.6))
        across = rect.left() + 9 if mirrored else rect.right() - 19
        middle = rect.center().y()
        painter.drawLine(across, middle, across + 3, middle + 4)
        painter.drawLine(across + 3, middle + 4, across + 10, middle - 4)
        painter.restore()
