"""Tables of plain cells: a value type, a model over rows of it, and the delegate that paints them.

Every table of the window paints through this delegate, so that tags, ranges, Arabic and selection
look the same everywhere. Roles are plain integers: comparing enums costs twice the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from airwars_desk.gui import fonts
from airwars_desk.gui.text import is_rtl, one_line
from airwars_desk.gui.theme import CELL, Theme
from airwars_desk.gui.widgets.label import draw_text
from airwars_desk.gui.widgets.marks import paint_dot, paint_tag

DISPLAY = 0  # Qt.DisplayRole
EDIT = 2  # Qt.EditRole
TOOLTIP = 3  # Qt.ToolTipRole
CELL_ROLE = 256  # Qt.UserRole
SHORT = 16  # letters; a cut date or initials say something else
LEAD, TRAIL, CENTRE = "lead", "trail", "centre"
_ALIGN = {
    LEAD: Qt.AlignmentFlag.AlignLeading,
    TRAIL: Qt.AlignmentFlag.AlignTrailing,
    CENTRE: Qt.AlignmentFlag.AlignHCenter,
}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows.

    Args:
        text: plain text.
        ink: colour token.
        weight: font weight.
        size: pixels.
        tag: letter of a grade's tag, shown instead of the text.
        more: a second, quieter text after the first.
        more_ink: colour token of the second text.
        dot: colour token of a dot before the text.
        ground: colour token of the cell's ground.
        indent: pixels before the text.
    """

    text: str = ""
    ink: str = "ink"
    weight: int = 400
    size: int = 13
    tag: str = ""
    more: str = ""
    more_ink: str = "ink3"
    dot: str = ""
    ground: str = ""
    indent: int = 0
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, width in pixels (0 = takes what is left), and where cells stand."""

    title: str
    width: int = 0
    align: str = LEAD
    key: str = ""
    share: int = 1


EMPTY = Cell()


class CellModel(QAbstractTableModel):
    """A read-only table over rows of cells; a row may span all columns."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[tuple[Cell, ...]] = []
        self._keys: list[object] = []

    def set_rows(
        self, rows: Sequence[Sequence[Cell]], keys: Sequence[object] | None = None
    ) -> None:
        """Show other rows. `keys` names what each row stands for."""
        self.beginResetModel()
        self._rows = [tuple(row) for row in rows]
        self._keys = list(keys) if keys is not None else [None] * len(self._rows)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; the rows are gone with the old ones."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._rows, self._keys = [], []
        self.endResetModel()

    def change_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write other cells into the rows there are; cursor and widgets in them stay."""
        self._rows = [tuple(row) for row in rows]
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def key(self, row: int) -> object:
        """Return what a row stands for, or None."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: object) -> int:
        """Return the first row that stands for a key, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; an empty one past the end of a short row."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else EMPTY

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the cell for the delegate, its text for everybody else."""
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell(index.row(), index.column())
        if role in (DISPLAY, TOOLTIP):
            cell = self.cell(index.row(), index.column())
            return one_line(f"{cell.text} {cell.more}") or cell.tag
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the title of a column."""
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None


class CellDelegate(QStyledItemDelegate):
    """Paints cells: selection fill with an accent bar, tags, two inks, both scripts."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], *, padding: int = CELL, height: int = 26
    ) -> None:
        super().__init__()
        self.theme = theme
        self.columns = tuple(columns)
        self.padding = padding
        self.height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(40, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(CELL_ROLE)
        paint_ground(painter, option, index, self.theme, cell)
        if not isinstance(cell, Cell):
            return
        align = self.columns[index.column()].align if index.column() < len(self.columns) else LEAD
        paint_cell(painter, option.rect, cell, self.theme, align=align, padding=self.padding)


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    theme: Theme,
    cell: object = None,
) -> None:
    """Paint fill, row line and selection bar of a cell."""
    rect: QRect = option.rect
    state = option.state
    active = bool(state & QStyle.StateFlag.State_Active)
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("sel" if active else "tint"))
    elif isinstance(cell, Cell) and cell.ground:
        painter.fillRect(rect, theme.colour(cell.ground))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
    if active and _has_bar(option, index) and _is_leading(option, index):
        bar = QRect(rect)
        bar.setWidth(2)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(rect.right())
        painter.fillRect(bar, theme.colour("accent"))


def paint_cell(
    painter: QPainter,
    rect: QRect,
    cell: Cell,
    theme: Theme,
    *,
    align: str = LEAD,
    padding: int = CELL,
) -> None:
    """Paint the contents of a cell inside its rectangle."""
    if cell.tag:
        paint_tag(painter, rect, cell.tag, theme)
        return
    inner = rect.adjusted(padding, 0, -padding, -1)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    lead = cell.indent
    if cell.dot:
        across = inner.right() - 3 if mirrored else inner.left() + 3
        paint_dot(painter, QPointF(across + 0.5, inner.center().y() + 0.5), cell.dot, theme)
        lead += 14
    if lead:
        inner = inner.adjusted(0, 0, -lead, 0) if mirrored else inner.adjusted(lead, 0, 0, 0)
    used = _paint_text(painter, inner, cell, theme, align)
    if cell.more and _has_room(cell, inner.width() - used - 8):
        rest = (
            inner.adjusted(0, 0, -(used + 8), 0) if mirrored else inner.adjusted(used + 8, 0, 0, 0)
        )
        painter.setFont(fonts.sized(min(cell.size, 12), 400, arabic=is_rtl(cell.more)))
        painter.setPen(theme.colour(cell.more_ink))
        draw_text(painter, rest, one_line(cell.more), _ALIGN[LEAD])


def _has_room(cell: Cell, room: int) -> bool:
    """Tell whether the second text can be shown: a short one whole, a long one also cut."""
    chosen = fonts.sized(min(cell.size, 12), 400, arabic=is_rtl(cell.more))
    return room >= QFontMetrics(chosen).horizontalAdvance(cell.more) or (
        len(cell.more) > SHORT and room >= 24
    )


def _paint_text(painter: QPainter, inner: QRect, cell: Cell, theme: Theme, align: str) -> int:
    """Paint the first text of a cell and return the width it took."""
    text = one_line(cell.text)
    if not text:
        return 0
    chosen = fonts.sized(cell.size, cell.weight, arabic=is_rtl(text))
    if cell.struck:
        chosen = type(chosen)(chosen)
        chosen.setStrikeOut(True)
    painter.setFont(chosen)
    painter.setPen(theme.colour(cell.ink))
    draw_text(painter, inner, text, _ALIGN[align])
    return painter.fontMetrics().horizontalAdvance(text)


def _has_bar(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether a row bears the bar: the selected one; of several, the one at the cursor."""
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if not getattr(option.widget, "is_picking", False):
        return is_selected
    return bool(option.widget.currentIndex().row() == index.row())  # type: ignore[attr-defined]


def _is_leading(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether a cell is the first of its row on the screen."""
    view = option.widget
    header = getattr(view, "horizontalHeader", None)
    if header is None:
        return index.column() == 0
    return bool(header().visualIndex(index.column()) == 0)
