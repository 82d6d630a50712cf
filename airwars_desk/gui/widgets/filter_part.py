"""One part of a sentence of filters: a word in a thin box that is changed where it stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import ROW
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr

FEW = 8  # options that need no search line
SHOWN = 10
ROOM = 280
VALUE = Qt.ItemDataRole.UserRole
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)
LEAVES = (Qt.Key.Key_Escape, Qt.Key.Key_Tab)
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Option = tuple[Any, str]  # value, label


class FilterPart(QPushButton):
    """Enter, Space or a click offers the choices; `edited` says the values chosen.

    Args:
        title: what the part is about, for who cannot see its place.
        many: several may be chosen; none stands for all, unless `least`.
        none: what is written where nothing is chosen.
        least: how many must stay chosen.
        other: what a typed text that is no option is called, with `{text}`; "" = only options.
    """

    edited = Signal(object)  # a tuple of values

    def __init__(
        self, title: str, *, many: bool = True, none: str = "", least: int = 0, other: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("part")
        self.setFont(fonts.font("badge"))
        self._title = title
        self._many = many
        self._none = none
        self._least = least
        self._other = other
        self._join = ", "
        self._options: list[Option] = []
        self._values: tuple[Any, ...] = ()
        self.popup: Popup | None = None
        self.clicked.connect(self.open_choices)

    def show_part(
        self, options: Sequence[Option], values: Sequence[Any], *, join: str = ", "
    ) -> None:
        """Show other options and what is chosen of them."""
        self._options = list(options)
        self._values = tuple(values)
        self._join = join
        self._say()

    @property
    def values(self) -> tuple[Any, ...]:
        """What is chosen."""
        return self._values

    def open_choices(self) -> None:
        """Offer the choices under the part."""
        self.close_choices()
        self.popup = Popup(self, self._title, self._options, self._values, many=self._many)
        self.popup.allow_other(self._other)
        self.popup.taken.connect(self._take)
        self.popup.show_under(self)

    def close_choices(self) -> None:
        """Leave the choices as they are."""
        if self.popup is not None and isValid(self.popup):
            self.popup.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open as Space does."""
        if Qt.Key(event.key()) in OPENS:
            self.open_choices()
            return
        super().keyPressEvent(event)

    def _take(self, value: Any) -> None:
        if not self._many:
            self._set((value,))
            return
        chosen = set(self._values) ^ {value}
        if len(chosen) < self._least:
            return
        if value not in dict(self._options):
            self._options.append((value, str(value)))
            if self.popup is not None and isValid(self.popup):
                self.popup.add_option(value)
        self._set(tuple(known for known, _ in self._options if known in chosen))

    def _set(self, values: tuple[Any, ...]) -> None:
        if values == self._values:
            return
        self._values = values
        self._say()
        if self.popup is not None and isValid(self.popup):
            self.popup.show_chosen(values)
        self.edited.emit(values)

    def _say(self) -> None:
        labels = dict(self._options)
        words = self._join.join(str(labels.get(value, value)) for value in self._values)
        words = words or self._none
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, ROOM))
        self.setAccessibleName(f"{self._title}: {words}")
        self.setToolTip(self.accessibleName())


class Popup(QFrame):
    """The choices of a part: a search line where they are many, and a list; Escape leaves it."""

    taken = Signal(object)

    def __init__(
        self,
        part: QWidget,
        title: str,
        options: Sequence[Option],
        values: Sequence[Any],
        *,
        many: bool,
    ) -> None:
        super().__init__(part.window())
        self._part = part
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._many = many
        self._other = ""
        self._options = list(options)
        self._values = tuple(values)
        self.search = QLineEdit()
        self.search.setPlaceholderText(title)
        self.search.setAccessibleName(title)
        self.search.setVisible(len(self._options) > FEW)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFont(fonts.font("body"))
        column = down(self, margins=(4, 4, 4, 4), spacing=4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._take)
        self._fill("")

    def allow_other(self, words: str) -> None:
        """Offer what is typed itself where it is no option; `words` hold `{text}`."""
        self._other = words
        self.search.setVisible(bool(words) or len(self._options) > FEW)

    def add_option(self, value: Any) -> None:
        """Offer one more, which was typed."""
        self._options.append((value, str(value)))
        self.search.clear()

    def show_under(self, part: QWidget) -> None:
        """Come up under a part, or over it where there is no room, and take the keys."""
        rows = max(1, min(SHOWN, len(self._options)))
        self.list.setFixedHeight(rows * ROW + 4)
        self.setFixedWidth(max(240, part.width()))
        self.adjustSize()
        window = part.window()
        corner = part.mapTo(window, QPoint(0, part.height() + 2))
        if part.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + part.width() - self.width())
        if corner.y() + self.height() > window.height():
            corner.setY(max(0, corner.y() - part.height() - 4 - self.height()))
        corner.setX(max(0, min(corner.x(), window.width() - self.width())))
        self.move(corner)
        self.show()
        self.raise_()
        (self.list if self.search.isHidden() else self.search).setFocus()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keys back to the part."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self._part.setFocus()
        super().closeEvent(event)

    def show_chosen(self, values: Sequence[Any]) -> None:
        """Tick what is chosen now."""
        self._values = tuple(values)
        for row in range(self.list.count()):
            self._tick(self.list.item(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the choices; a press anywhere else, or Tab, leaves them."""
        if event.type() == QEvent.Type.MouseButtonPress:
            if isinstance(watched, QWidget) and not self._holds(watched):
                self.close()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched in (self.search, self.list) and self._on_key(watched, event)
        return False

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in LEAVES:
            self.close()
        elif key in TAKES or (key == Qt.Key.Key_Space and watched is self.list):
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Down and watched is self.search:
            self.list.setFocus()
        else:
            return False
        return True

    def _fill(self, text: str) -> None:
        self.list.clear()
        wanted = text.strip().casefold()
        for value, label in self._options:
            if value is None and not wanted:
                self._add_title(label)
            elif value is not None and wanted in label.casefold():
                self._add(value, label)
        labels = {label.casefold() for _, label in self._options}
        if self._other and wanted and wanted not in labels:
            self._add(text.strip(), self._other.format(text=text.strip()))
        if not self.list.count():
            nothing = QListWidgetItem(tr("Nothing matches."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(self._row_chosen())

    def _add(self, value: Any, label: str) -> None:
        item = QListWidgetItem(label)
        item.setData(VALUE, value)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._tick(item)
        self.list.addItem(item)

    def _add_title(self, label: str) -> None:
        """A title over the options that follow it; it cannot be chosen."""
        item = QListWidgetItem(label)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(fonts.font("hint"))
        self.list.addItem(item)

    def _row_chosen(self) -> int:
        """The first row chosen, else the first that can be."""
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = (row for row, item in enumerate(items) if item.data(VALUE) in self._values)
        open_rows = (row for row, item in enumerate(items) if item.flags())
        return next(chosen, next(open_rows, 0))

    def _tick(self, item: QListWidgetItem) -> None:
        if not item.flags():
            return
        chosen = item.data(VALUE) in self._values
        if self._many:
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        item.setFont(fonts.font("count" if chosen else "body"))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.taken.emit(item.data(VALUE))
        if not self._many:
            self.close()
