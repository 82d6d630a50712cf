"""The Attachments tab: what is attached, to what, when and by whom. Nothing is decoded here."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.readings import source_name
from airwars_desk.gui.text import moment, number
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, button, down, empty_state, foot, hint
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr
from airwars_desk.rules.file_types import name_differs, type_label

_UNITS = ("B", "kB", "MB", "GB")
_SHOWN_DIGEST = 8


class AttachmentsTab(QWidget):
    """Lists attachments; says by signal what is wanted of them."""

    choose_wanted = Signal(str)  # citation uid, "" for the incident
    open_wanted = Signal(object)  # an attachment
    copy_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._theme = theme
        self._editing = editing
        self._shown: list[Any] = []
        columns = (
            Column(tr("Name"), share=4),
            Column(tr("Attached to"), share=3),
            Column(tr("Type"), 188),
            Column(tr("Size"), 76, TRAIL),
            Column(tr("Attached"), 132),
            Column(tr("By"), share=2),
            Column(tr("SHA-256"), 88),
        )
        self.table, self._model = cell_table(theme, columns)
        self.table.setAccessibleName(tr("Attachments"))
        self.to = Chooser()
        self.to.setObjectName("attach_to")
        self.to.setAccessibleName(tr("Attach to"))
        self.add_button = button(tr("Choose files …"))
        self.open_button = button(tr("Open outside …"))
        self.copy_button = button(tr("Save a copy …"))
        self.remove_button = button(tr("Remove"))
        self._count = Label(kind="count")
        self._digest = Label(kind="hint", cut=True)
        self._digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows = QStackedWidget()
        self._build()
        self._connect()

    def renew(self) -> None:
        """Show the sources of the case at hand as targets; what is attached is told apart."""
        chosen = self.to.value()
        citations = self._editing.case.of("citation")
        names = [
            (one.uid, f"S{place} {source_name(one)}")
            for place, one in enumerate(citations, 1)
            if not one.is_new
        ]
        self.to.set_options([("", tr("The incident")), *names])
        known = {uid for uid, _ in names}
        self.to.set_value(chosen if chosen in known else "")
        self.show_attachments(self._shown)

    def show_attachments(self, shown: Sequence[Any]) -> None:
        """Show what is attached; the one at the cursor stays."""
        keep = self._model.key(self.table.currentIndex().row())
        self._shown = list(shown)
        self._model.set_rows([self._cells(one) for one in shown], [one.uid for one in shown])
        count = ntr("{number} attachment", "{number} attachments", len(shown))
        self._count.set_text(count.format(number=number(len(shown))) if shown else "")
        self._rows.setCurrentIndex(0 if shown else 1)
        if shown:
            self.table.selectRow(max(self._model.row_of(keep), 0))
        writable = self._editing.is_writable
        for widget in (self.to, self.add_button):
            widget.setEnabled(writable)
        self._on_current(self.table.currentIndex().row())

    def take_cursor(self) -> None:
        """Put the cursor on the list, or on what fills it."""
        (self.table if self._shown else self.add_button).setFocus()

    def current(self) -> Any:
        """Return the attachment at the cursor, None for none."""
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def target(self) -> str:
        """Return the uid of the source that files go to, "" for the incident."""
        return str(self.to.value() or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the attachment at the cursor."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._ask(self.remove_wanted)
            return
        super().keyPressEvent(event)

    def _cells(self, one: Any) -> tuple[Cell, ...]:
        differs = name_differs(one.name, one.media_type)
        size = Cell(size_text(one.size), ink="ink2")
        return (
            Cell(one.name, weight=500),
            Cell(self._target_name(one.citation), ink="ink2"),
            Cell(
                type_label(one.media_type),
                ink="warn" if differs else "ink2",
                more=tr("not as named") if differs else "",
                more_ink="warn",
            ),
            size if one.is_here else Cell(tr("missing"), ink="error"),
            Cell(moment(one.attached_at), ink="ink2"),
            Cell(self._editing.words.person(one.person), ink="ink2"),
            Cell(one.sha256[:_SHOWN_DIGEST], ink="ink3"),
        )

    def _target_name(self, citation: str) -> str:
        if not citation:
            return tr("The incident")
        for place, one in enumerate(self._editing.case.of("citation"), 1):
            if one.uid == citation:
                return f"S{place} {source_name(one)}"
        return tr("A source that was removed")

    def _on_current(self, row: int) -> None:
        one = self.current() if row >= 0 else None
        self._digest.set_text(f"SHA-256 {one.sha256}" if one is not None else "")
        self.open_button.setEnabled(one is not None and one.is_here)
        self.copy_button.setEnabled(one is not None and one.is_here)
        self.remove_button.setEnabled(one is not None and self._editing.is_writable)

    def _ask(self, signal: Any) -> None:
        one = self.current()
        if one is not None:
            signal.emit(one)

    def _connect(self) -> None:
        self.table.current.connect(self._on_current)
        self.table.opened.connect(lambda _row: self._ask(self.open_wanted))
        self.add_button.clicked.connect(lambda: self.choose_wanted.emit(self.target()))
        self.open_button.clicked.connect(lambda: self._ask(self.open_wanted))
        self.copy_button.clicked.connect(lambda: self._ask(self.copy_wanted))
        self.remove_button.clicked.connect(lambda: self._ask(self.remove_wanted))

    def _build(self) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(44)
        row = across(head, margins=(MARGIN, 0, MARGIN, 0), spacing=8)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.open_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.remove_button)
        row.addSpacing(16)
        row.addWidget(Label(tr("Attach to"), ink="ink3"))
        self.to.setMinimumWidth(128)
        self.to.setMaximumWidth(220)
        self.to.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self.to, 1)
        row.addWidget(self.add_button)
        column.addWidget(head)
        self._rows.addWidget(self.table)
        self._rows.addWidget(
            empty_state(
                self._theme,
                tr("Nothing is attached. Drop files here, paste them, or choose them."),
                tr("Choose files"),
                "Ctrl Alt A",
            )
        )
        column.addWidget(self._rows, 1)
        keys = (
            hint(self._theme, tr("Paste"), "Ctrl V"),
            hint(self._theme, tr("Open outside"), "Enter"),
            hint(self._theme, tr("Remove"), "Del"),
        )
        column.addWidget(foot(self._digest, trailing=keys))


def size_text(size: int) -> str:
    """Return a size as people read it.

    >>> size_text(0), size_text(999), size_text(20_480), size_text(3_500_000)
    ('0 B', '999 B', '20 kB', '3.5 MB')
    """
    value = float(size)
    for unit in _UNITS:
        if value < 1000 or unit == _UNITS[-1]:
            break
        value /= 1000
    digits = 1 if unit in ("MB", "GB") and value < 100 else 0
    return f"{value:.{digits}f} {unit}"
