"""The table of victims: keys of one letter are its own, cells are edited in place."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from airwars_desk.gui.forms.boxes import Box, TextBox
from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.models.victims import FIELDS
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import EDIT, CellDelegate, Index
from airwars_desk.gui.widgets.table import Table
from airwars_desk.i18n import tr
from airwars_desk.records.kinds import CATALOGUES

if TYPE_CHECKING:
    from airwars_desk.gui.pages.incident.victims import VictimsTab


class VictimTable(Table):
    """Keys of one letter are its own while it has the focus."""

    def __init__(self, theme: Theme, tab: "VictimsTab") -> None:
        super().__init__(theme, tab.model.columns)
        self._tab = tab
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegate(VictimDelegate(theme, tab.model.columns))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setAccessibleName(tr("Victims"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What was opened beside the table folds again."""
        super().focusInEvent(event)
        self._tab.fold_more()

    def event(self, event: QEvent) -> bool:
        """Take N and Shift+N before the window's own shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_N
            and event.modifiers()
            in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        ):
            event.accept()
            return True
        return super().event(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """From an edited cell, Tab goes on to the next that can be edited."""
        index = super().moveCursor(action, modifiers)
        steps = QAbstractItemView.CursorAction
        if action not in (steps.MoveNext, steps.MovePrevious):
            return index
        by = 1 if action == steps.MoveNext else -1
        columns = self.model().columnCount()
        at = index.row() * columns + index.column()
        while 0 <= at < self.model().rowCount() * columns:
            found = self.model().index(at // columns, at % columns)
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            at += by
        return self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, N adds, Delete removes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_N:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tab.add_family() if shifted else self._tab.add_victim()
        elif key == Qt.Key.Key_Delete:
            self._tab.remove_current()
        else:
            super().keyPressEvent(event)


class VictimDelegate(CellDelegate):
    """Edits in place with the editor of the field."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a box or a chooser."""
        del option
        name = FIELDS[index.column()]
        spec = CATALOGUES["victim"].specs[name]
        editor: Box | Chooser
        if spec.choices:
            editor = Chooser([(key, choice_label(key)) for key in spec.choices], parent)
        else:
            editor = TextBox(parent)
        editor.setObjectName(name)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value in the editor."""
        if isinstance(editor, Box | Chooser):
            value: Any = index.data(EDIT)
            editor.set_value(value)
            if isinstance(editor, Box):
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write what the editor holds."""
        if isinstance(editor, Box | Chooser):
            model.setData(index, editor.value(), EDIT)
