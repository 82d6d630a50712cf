"""Chooses the columns of the list, where they stand, and what it is sorted by. By keyboard too."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.list_order import NEWEST_FIRST, Sort, first_way
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, button, down, hint
from airwars_desk.i18n import tr
from airwars_desk.rules.list_columns import COLUMNS, USUAL, known

LEVELS = 3
_KEY = int(Qt.ItemDataRole.UserRole)


class ChooseColumns(Frame):
    """Ticks say what is shown; Alt and an arrow moves a column."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, keys: tuple[str, ...], sort: Sort
    ) -> None:
        super().__init__(parent, tr("Columns and order"), tr("Show"), width=680)
        self.list = QListWidget()
        self.list.setObjectName("columns")
        self.list.setAccessibleName(tr("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(300)
        self.list.installEventFilter(self)
        self.up_button = button(tr("Up"))
        self.down_button = button(tr("Down"))
        self.usual_button = button(tr("As usual"))
        ways = [("asc", tr("ascending")), ("desc", tr("descending"))]
        columns = [(key, tr(column.title)) for key, column in COLUMNS.items()]
        self.sorts = [(Chooser(columns), Chooser(ways)) for _ in range(LEVELS)]
        self._build(theme)
        self._fill(known(keys))
        self._show_sort(sort)
        self.up_button.clicked.connect(lambda: self.move_current(-1))
        self.down_button.clicked.connect(lambda: self.move_current(1))
        self.usual_button.clicked.connect(self._as_usual)
        for chooser, way in self.sorts:
            chooser.edited.connect(lambda chooser=chooser, way=way: self._on_column(chooser, way))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the choice begins."""
        super().showEvent(event)
        self.list.setFocus()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the columns ticked, in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def sort(self) -> Sort:
        """Return the order; the newest first where none is chosen."""
        chosen = [(one.value(), way.value()) for one, way in self.sorts]
        found: dict[str, str] = {}
        for key, way in chosen:
            if key and key not in found:
                found[key] = way or first_way(key)
        return tuple(found.items()) or NEWEST_FIRST

    def move_current(self, by: int) -> None:
        """Move the column at the cursor."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)

    def tick_none(self) -> None:
        """Take all ticks away."""
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(Qt.CheckState.Unchecked)

    def on_main(self) -> None:
        """Close only with a column."""
        if self.keys():
            self.accept()
        else:
            self.say_problem(tr("Tick at least one column."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow moves a column."""
        if (
            watched is self.list
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, keys: tuple[str, ...]) -> None:
        self.list.clear()
        for key in (*keys, *(key for key in COLUMNS if key not in keys)):
            item = QListWidgetItem(tr(COLUMNS[key].title))
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            shown = key in keys
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show_sort(self, sort: Sort) -> None:
        for (chooser, way), (key, direction) in zip(self.sorts, sort, strict=False):
            chooser.set_value(key)
            way.set_value(direction)

    def _on_column(self, chooser: Chooser, way: Chooser) -> None:
        key = chooser.value()
        way.set_value(first_way(key) if key else None)

    def _as_usual(self) -> None:
        self._fill(USUAL)
        for chooser, way in self.sorts:
            chooser.set_value(None)
            way.set_value(None)
        self._show_sort(NEWEST_FIRST)

    def _build(self, theme: Theme) -> None:
        row = across(self.body, spacing=20)
        left = QWidget()
        column = down(left, spacing=8)
        column.addWidget(Label(tr("Columns"), kind="section"))
        column.addWidget(self.list, 1)
        keys = QWidget()
        line = across(keys, spacing=12)
        line.addWidget(hint(theme, tr("Show"), "Space"))
        line.addWidget(hint(theme, tr("Move"), "Alt ↑", "Alt ↓"))
        line.addStretch(1)
        for one in (self.up_button, self.down_button, self.usual_button):
            one.setAutoDefault(False)
        line.addWidget(self.up_button)
        line.addWidget(self.down_button)
        column.addWidget(keys)
        row.addWidget(left, 1)
        right = QWidget()
        column = down(right, spacing=8)
        column.addWidget(Label(tr("Sorted by"), kind="section"))
        names = (tr("First"), tr("Then"), tr("Then"))
        for name, (chooser, way) in zip(names, self.sorts, strict=True):
            column.addWidget(Label(name, kind="hint"))
            chooser.setAccessibleName(f"{name}, {tr('Column')}")
            way.setAccessibleName(f"{name}, {tr('Direction')}")
            column.addWidget(chooser)
            column.addWidget(way)
        column.addStretch(1)
        column.addWidget(self.usual_button)
        right.setFixedWidth(190)
        row.addWidget(right)
