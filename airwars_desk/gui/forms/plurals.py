"""Editors of values that are lists: chips of terms or codes, points, and what is only shown."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from airwars_desk.gui import fonts
from airwars_desk.gui.forms.boxes import NumberBox
from airwars_desk.gui.forms.choosers import Option
from airwars_desk.gui.forms.typed import mark_wrong
from airwars_desk.gui.text import UNKNOWN, is_rtl, one_line
from airwars_desk.gui.widgets.flow import FlowLayout
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, down, link
from airwars_desk.i18n import tr

OFFERED = 240  # pixels of the list of what may be added
NOTE = 30  # pixels that the note of a point has at least
WIDEST_CHIP = 168  # pixels of text; the whole text is in its tooltip


class Chips(QWidget):
    """Values as chips, each with a cross, and a field to add one. The order is kept.

    Args:
        options: what may be added; empty means any text.
        label: the label of a stored value.
    """

    edited = Signal()

    def __init__(
        self,
        options: Sequence[Option] = (),
        label: Callable[[Any], str] = one_line,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self._label = label
        self._by_label = {text: value for value, text in options}
        self._free = not options
        self._flow = FlowLayout(self)
        self._field = QLineEdit()
        self._field.setFont(fonts.font("body"))
        self._field.setFixedWidth(110)
        self._field.setPlaceholderText(tr("Add"))
        self._field.installEventFilter(self)
        self._field.textEdited.connect(lambda _text: self._mark(wrong=False))
        self._field.returnPressed.connect(self._add_typed)
        self._field.editingFinished.connect(self._add_typed)
        if options:
            completer = QCompleter(list(self._by_label), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._field.setCompleter(completer)
            offered = completer.popup()
            if offered is not None:
                offered.setObjectName("completions")
                offered.setMinimumWidth(OFFERED)
            # the completer puts its text into the field after Enter: take it only then
            completer.activated.connect(
                lambda _text: self._add_typed(), Qt.ConnectionType.QueuedConnection
            )
        self.setFocusProxy(self._field)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show()

    def value(self) -> list[Any] | None:
        """Return the values in their order, None when there are none."""
        return list(self._values) or None

    def set_value(self, value: Any) -> None:
        """Show other values; does not say `edited`."""
        self._values = list(value or [])
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty field takes the last chip."""
        if (
            watched is self._field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
            and not self._field.text()
            and self._values
        ):
            self._remove(len(self._values) - 1)
            return True
        return super().eventFilter(watched, event)

    def _add_typed(self) -> None:
        text = self._field.text().strip()
        value: Any = text if self._free else self._find(text)
        self._mark(wrong=bool(text) and value is None)
        if not text or value is None:
            return
        self._field.clear()
        if value not in self._values:
            self._values.append(value)
            self._show()
            self.edited.emit()

    def _find(self, text: str) -> Any:
        """Return what a label, or a part that only one label has, stands for."""
        wanted = text.casefold()
        folded = {label.casefold(): value for label, value in self._by_label.items()}
        if wanted in folded:
            return folded[wanted]
        begun = [value for label, value in folded.items() if label.startswith(wanted)]
        held = begun or [value for label, value in folded.items() if wanted in label]
        return held[0] if len(held) == 1 else None

    def _mark(self, *, wrong: bool) -> None:
        """Say that what stands in the field is none of what may be added, until it is gone."""
        mark_wrong(
            self._field, tr("Choose one of those offered, or empty the field.") if wrong else ""
        )

    def _remove(self, index: int) -> None:
        del self._values[index]
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._field:
                widget.hide()
                widget.deleteLater()
        for index, value in enumerate(self._values):
            self._flow.addWidget(self._chip(index, value))
        self._flow.addWidget(self._field)
        self._field.show()
        self.updateGeometry()

    def _chip(self, index: int, value: Any) -> QPushButton:
        label = self._label(value)
        font = fonts.font("hint", arabic=is_rtl(label))
        shown = QFontMetrics(font).elidedText(label, Qt.TextElideMode.ElideRight, WIDEST_CHIP)
        chip = QPushButton(f"{shown}  ×")
        chip.setObjectName("chip")
        chip.setFont(font)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setAccessibleName(tr("Remove {name}").format(name=label))
        chip.setToolTip(tr("Remove {name}").format(name=label))
        chip.clicked.connect(lambda _checked=False, at=index: self._remove(at))
        return chip


class Points(QWidget):
    """Coordinates, one pair to a line; what else a point carries stays with it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[dict[str, Any]] = []
        self._column = down(self, spacing=4)
        self._show()

    def value(self) -> list[dict[str, Any]] | None:
        """Return the points, None when there are none."""
        return [dict(point) for point in self._values] or None

    def set_value(self, value: Any) -> None:
        """Show other points; does not say `edited`."""
        self._values = [dict(point) for point in value or []]
        self._show()

    def _show(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, point in enumerate(self._values):
            self._column.addWidget(self._line(index, point))
        add = link(tr("Add a point"))
        add.clicked.connect(self._add)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)

    def _line(self, index: int, point: dict[str, Any]) -> QWidget:
        line = QWidget()
        row = across(line, spacing=6)
        for name, title in (("latitude", tr("Latitude")), ("longitude", tr("Longitude"))):
            box = NumberBox()
            box.setAccessibleName(title)
            box.setFixedWidth(78)
            box.set_value(point.get(name))
            box.edited.connect(
                lambda at=index, field=name, source=box: self._put(at, field, source.value())
            )
            row.addWidget(box)
        note = str(point.get("note") or "")
        if point.get("is_primary"):
            note = f"{tr('main')} {note}".strip()
        told = Label(note, kind="hint", cut=True)
        told.setMinimumWidth(min(told.sizeHint().width(), NOTE))
        row.addWidget(told, 1)
        remove = link(tr("Remove"))
        remove.clicked.connect(lambda _checked=False, at=index: self._drop(at))
        row.addWidget(remove)
        return line

    def _put(self, index: int, name: str, value: Any) -> None:
        point = dict(self._values[index])
        if value is None:
            point.pop(name, None)
        else:
            point[name] = value
        self._values[index] = point
        self.edited.emit()

    def _add(self) -> None:
        self._values.append({})
        self._show()
        boxes = self.findChildren(NumberBox)
        if boxes:
            boxes[-2].setFocus()

    def _drop(self, index: int) -> None:
        del self._values[index]
        self._show()
        self.edited.emit()


class Shown(QWidget):
    """A value that is shown and kept, but not edited here."""

    edited = Signal()

    def __init__(self, label: Callable[[Any], str] | None = None) -> None:
        super().__init__()
        self._value: Any = None
        self._label = label
        self._text = Paragraph(ink="ink2")
        down(self, margins=(0, 5, 0, 4)).addWidget(self._text)

    def value(self) -> Any:
        """Return the value as it was given."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self._value = value
        self._text.set_text(self._label(value) if self._label and value else plain(value))


def plain(value: Any) -> str:
    """Return any JSON value as text for reading.

    >>> plain(None), plain(["a", {"label": "b", "n": None}]), plain({"k": 1})
    ('–', 'a\\nlabel b', 'k 1')
    """
    if value in (None, "", [], {}):
        return UNKNOWN
    if isinstance(value, dict):
        parts = [
            f"{key.replace('_', ' ')} {plain(part)}"
            for key, part in value.items()
            if part not in (None, "")
        ]
        return ", ".join(parts)
    if isinstance(value, list):
        return "\n".join(plain(part) for part in value)
    return str(value)
