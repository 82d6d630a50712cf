"""The one table view of the window: fixed row height, quiet header, columns by width or share."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import CELL, HEADER, ROW, Theme
from airwars_desk.gui.widgets.cells import (
    CENTRE,
    TRAIL,
    CellDelegate,
    CellModel,
    Column,
)
from airwars_desk.gui.widgets.label import draw_text

ARROW, MARKS = 12, 21  # pixels of the arrow of a sorted column, and of arrow and place


class QuietHeader(QHeaderView):
    """A header of words over one line; the sorted column is ink and bold, with an arrow."""

    def __init__(self, theme: Theme, columns: Sequence[Column], padding: int = CELL) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._columns = tuple(columns)
        self._padding = padding
        self.orders: dict[str, tuple[int, bool]] = {}  # key -> place among several, descending
        self.is_adding = False  # the last click was made with Shift
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)  # a column is as wide as it is told, also under a hidden head
        self.setFixedHeight(HEADER)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """The header has one height."""
        return QSize(40, HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title over the header's line."""
        painter.save()
        painter.fillRect(rect, self._theme.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("line2"))
        if section < len(self._columns):
            self._paint_title(painter, rect, self._columns[section])
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, column: Column) -> None:
        painter.setLayoutDirection(self.layoutDirection())
        is_sorted = column.key in self.orders
        painter.setFont(fonts.font("section" if is_sorted else "header"))
        painter.setPen(self._theme.colour("ink" if is_sorted else "ink3"))
        is_centred = column.align == CENTRE and not is_sorted  # the arrow follows the title
        padding = 2 if column.align == CENTRE else self._padding
        inner = rect.adjusted(padding, 0, -padding, -1)
        if is_sorted:
            inner = self._paint_arrow(painter, inner, column)
        flag = Qt.AlignmentFlag.AlignLeading
        if column.align == TRAIL:
            flag = Qt.AlignmentFlag.AlignTrailing
        elif is_centred:
            flag = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, inner, column.title, flag)

    def _paint_arrow(self, painter: QPainter, inner: QRect, column: Column) -> QRect:
        """Paint the arrow after the title and return the room that is left for the title."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        marks = MARKS if len(self.orders) > 1 else ARROW
        width = min(painter.fontMetrics().horizontalAdvance(column.title), inner.width() - marks)
        trailing = column.align == TRAIL
        if trailing:
            across = inner.left() + 4 if mirrored else inner.right() - 4
            rest = inner.adjusted(12, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -12, 0)
        else:
            across = inner.right() - width - 9 if mirrored else inner.left() + width + 9
            rest = inner
        middle = inner.center().y() + 1
        place, descending = self.orders[column.key]
        tip = 2 if descending else -2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        painter.setPen(QPen(self._theme.colour("ink"), 1.5))
        painter.drawLine(across - 4, middle - tip, across, middle + tip)
        painter.drawLine(across, middle + tip, across + 4, middle - tip)
        painter.setPen(pen)
        if len(self.orders) > 1:
            return self._paint_place(painter, rest, str(place), across=across, trailing=trailing)
        return rest

    def _paint_place(
        self, painter: QPainter, rest: QRect, place: str, *, across: int, trailing: bool
    ) -> QRect:
        """Paint which of several sorted columns it is, after the arrow."""
        title = painter.font()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(fonts.font("tag"))
        if trailing:  # before the arrow, which stands at the edge
            left = across + 6 if mirrored else across - 14
            rest = rest.adjusted(9, 0, 0, 0) if mirrored else rest.adjusted(0, 0, -9, 0)
        else:
            left = across - 15 if mirrored else across + 7
        where = QRect(left, rest.top(), 8, rest.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), place)
        painter.setFont(title)
        return rest

    def marked_titles(self) -> dict[str, int]:
        """Return the pixels that the title of each sorted column needs with its marks."""
        wide = QFontMetrics(fonts.font("section")).horizontalAdvance
        marks = MARKS if len(self.orders) > 1 else ARROW
        return {
            column.key: wide(column.title)
            + marks
            + 2 * (2 if column.align == CENTRE else self._padding)
            + 1
            for column in self._columns
            if column.key in self.orders
        }

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show the titles of other columns."""
        self._columns = tuple(columns)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Note whether Shift is held: then a click adds a column to the order."""
        self.is_adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)


class Table(QTableView):
    """A table of cells. Enter or a double click opens the current row."""

    opened = Signal(int)
    current = Signal(int)

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        *,
        row_height: int = ROW,
        padding: int = CELL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.theme = theme
        self.fit: Callable[[Sequence[Column], int], list[int]] | None = None
        self.head = QuietHeader(theme, columns, padding)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(CellDelegate(theme, columns, padding=padding, height=row_height))
        self._set_up(row_height)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take a model and lay the columns out."""
        super().setModel(model)
        self.lay_out()
        if self.selectionModel() is not None:
            self.selectionModel().currentRowChanged.connect(
                lambda now, _before: self.current.emit(now.row())
            )

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; the model has been told already."""
        self.columns = tuple(columns)
        self.head.set_columns(columns)
        delegate = self.itemDelegate()
        if isinstance(delegate, CellDelegate):
            delegate.columns = self.columns
        self.lay_out()

    def lay_out(self) -> None:
        """Give fixed columns their width and share the rest among the others.

        With `fit` set, it says the widths, 0 for a column that is hidden.
        """
        if self.fit is not None:
            for section, width in enumerate(self.fit(self.columns, self.viewport().width())):
                self.setColumnHidden(section, not width)
                if width:
                    self.setColumnWidth(section, width)
            return
        fixed = sum(column.width for column in self.columns)
        shares = sum(column.share for column in self.columns if not column.width) or 1
        rest = max(0, self.viewport().width() - fixed)
        for section, column in enumerate(self.columns):
            width = column.width or max(48, rest * column.share // shares)
            self.setColumnWidth(section, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns as wide as the view."""
        super().resizeEvent(event)
        self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row, unless a cell is edited."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._opens_on_enter():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _opens_on_enter(self) -> bool:
        return self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers

    def _set_up(self, row_height: int) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        vertical = self.verticalHeader()
        vertical.setVisible(False)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(row_height)
        vertical.setMinimumSectionSize(row_height)


def cell_table(
    theme: Theme, columns: Sequence[Column], *, row_height: int = ROW, padding: int = CELL
) -> tuple[Table, CellModel]:
    """Return a table and its model of plain cells."""
    view = Table(theme, columns, row_height=row_height, padding=padding)
    model = CellModel(columns, view)
    view.setModel(model)
    return view, model
