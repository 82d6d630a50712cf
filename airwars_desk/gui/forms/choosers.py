"""Editors that choose: yes or no, one of a few, a term, another record; and long text."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QPlainTextEdit, QTextEdit, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.forms.typed import asks_undo
from airwars_desk.gui.text import UNKNOWN, is_rtl
from airwars_desk.i18n import tr

Option = tuple[Any, str]  # stored value, label


class Chooser(QComboBox):
    """A list of options, "–" first for unknown. A stored value that is no option is kept."""

    edited = Signal()

    def __init__(self, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(18)
        self._options: list[Option] = []
        self.set_options(options)
        self.activated.connect(lambda _index: self.edited.emit())

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the value stays."""
        value = self.value()
        self._options = [(None, UNKNOWN), *options]
        self.clear()
        for _, label in self._options:
            self.addItem(label)
        self.set_value(value)

    def require(self) -> None:
        """Offer no "unknown": there is always a value."""
        if self._options and self._options[0][0] is None:
            value = self.value()
            del self._options[0]
            self.removeItem(0)
            self.set_value(value if value is not None else self._options[0][0])

    def value(self) -> Any:
        """Return the chosen value, None when unknown."""
        index = self.currentIndex()
        return self._options[index][0] if 0 <= index < len(self._options) else None

    def set_value(self, value: Any) -> None:
        """Choose a value; does not say `edited`."""
        for index, (known, _) in enumerate(self._options):
            if known == value and type(known) is type(value):
                self.setCurrentIndex(index)
                return
        self._options.append((value, self.label_of(value)))
        self.addItem(self._options[-1][1])
        self.setCurrentIndex(len(self._options) - 1)

    def label_of(self, value: Any) -> str:
        """Return the label of a value that is no option."""
        return str(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(self.palette().ColorRole.PlaceholderText)
        painter.setPen(QPen(colour, 1.4))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = 13.0 if mirrored else self.width() - 13.0
        middle = self.height() / 2
        painter.drawLine(QPointF(across - 3.5, middle - 1.5), QPointF(across, middle + 2))
        painter.drawLine(QPointF(across, middle + 2), QPointF(across + 3.5, middle - 1.5))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a value by accident."""
        event.ignore()


class BooleanChooser(Chooser):
    """Yes, no, or unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(((True, tr("Yes")), (False, tr("No"))), parent)


class TermChooser(Chooser):
    """A term of a vocabulary; typing finds it anywhere in its label."""

    def __init__(
        self,
        options: Sequence[Option],
        label: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        self._label = label
        super().__init__(options, parent)
        self.make_editable()

    def make_editable(self) -> None:
        """Let long lists be found by typing."""
        if self.isEditable() or self.count() <= 13:
            return
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            popup = completer.popup()
            if popup is not None:
                popup.setObjectName("completions")
        edit = self.lineEdit()
        if edit is not None:
            edit.installEventFilter(self)
            edit.editingFinished.connect(self._settle)

    def label_of(self, value: Any) -> str:
        """Return the label of a term that is retired or of another vocabulary."""
        return self._label(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the label when the field is entered, so that typing replaces it."""
        edit = self.lineEdit()
        if event.type() == QEvent.Type.FocusIn and edit is not None:
            edit.selectAll()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Part of one label takes that one; text that is no label goes back to the value's."""
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index < 0:
            index = self._meant(text)
        changed = index != self.currentIndex()
        self.setCurrentIndex(index)
        self.setEditText(self.itemText(index))
        if changed:
            self.edited.emit()

    def _meant(self, text: str) -> int:
        """Return the one label that a text begins or is part of, else the one chosen before."""
        if not text:
            return 0
        part = text.casefold()
        labels = [self.itemText(index).casefold() for index in range(self.count())]
        begun = [index for index, label in enumerate(labels) if label.startswith(part)]
        held = begun or [index for index, label in enumerate(labels) if part in label]
        return held[0] if len(held) == 1 else self.currentIndex()


class LongText(QPlainTextEdit):
    """Text of several lines, plain; its direction follows its first strong letter."""

    edited = Signal()

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._showing = False
        self.setFont(fonts.font("body"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(UNKNOWN)
        self.setMinimumHeight(lines * 18 + 12)
        self.textChanged.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """As many lines as asked for."""
        return QSize(220, self._lines * 18 + 12)

    def forget_typing(self) -> None:
        """What was typed is stored: the undo key is the casebook's again."""
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """Leave the undo key to the window where nothing was typed."""
        if asks_undo(event) and not self.document().isUndoAvailable():
            return False
        return super().event(event)

    def value(self) -> str | None:
        """Return the text, None when empty."""
        return self.toPlainText() or None

    def set_value(self, value: Any) -> None:
        """Show a text; does not say `edited`."""
        text = "" if value is None else str(value)
        if text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def _on_changed(self) -> None:
        follow_script(self, self.toPlainText()[:200], "body")
        if not self._showing:
            self.edited.emit()


class RunningText(QTextEdit):
    """Running text to read and to write, plain; Arabic 16 px on 29, Latin 13 px on 21."""

    edited = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._original: str | None = None
        self.setObjectName("running")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setFont(fonts.font("running"))
        self.textChanged.connect(self._on_changed)

    def forget_typing(self) -> None:
        """What was typed is stored: the undo key is the casebook's again."""
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """Leave the undo key to the window where nothing was typed."""
        if asks_undo(event) and not self.document().isUndoAvailable():
            return False
        return super().event(event)

    def value(self) -> str | None:
        """Return the text, None when empty; untouched text comes back byte for byte."""
        if self._original is not None:
            return self._original
        return self.toPlainText() or None

    def set_value(self, value: Any) -> None:
        """Show a text; does not say `edited`. What stands there already keeps its cursor."""
        if self.value() == value and self.toPlainText() == (value or ""):
            self._original = value
            return
        self._showing = True
        self.setPlainText("" if value is None else str(value))
        self._dress()
        self._showing = False
        self._original = value

    def _on_changed(self) -> None:
        if self._showing:
            return
        self._original = None
        self._showing = True
        self._dress()
        self._showing = False
        self.edited.emit()

    def _dress(self) -> None:
        rtl = is_rtl(self.toPlainText()[:200])
        follow_script(self, self.toPlainText()[:200], "running")
        if rtl:
            self.setFont(fonts.font("running-arabic"))
        block = QTextBlockFormat()
        block.setLineHeight(29 if rtl else 21, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)


def follow_script(widget: QWidget, text: str, kind: str) -> None:
    """Give a text widget the font and the direction of the script it holds."""
    rtl = is_rtl(text)
    widget.setFont(fonts.font(kind, arabic=rtl))
    if text.strip():
        widget.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
    else:
        widget.unsetLayoutDirection()
