"""Paste a table of strikes or claims: the box, how its columns are meant, how every line is read.

Nothing is saved before it is accepted, and while a line is refused nothing is, unless a person
says that it may be left out. New records are taken unless refused with Space; one that differs
from what is recorded is taken only when a person says so, and then changes that record. Lines that
were not taken stay in the box.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.dialogs.frame import add_field, form
from airwars_desk.gui.pages.paste_kinds import PasteKind
from airwars_desk.gui.pages.paste_rows import Read, read_cells
from airwars_desk.gui.text import number
from airwars_desk.gui.theme import MARGIN, ROW, ROW_TWO, Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import Column
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, button, down, hint, link
from airwars_desk.gui.widgets.record_table import HEAD
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr

if TYPE_CHECKING:
    from airwars_desk.gui.declared_requests import Board


class PasteTable(QWidget):
    """Reads what is pasted at once and says what would be saved."""

    closed = Signal()
    save_wanted = Signal(object, str)  # items, reason

    def __init__(self, theme: Theme, kind: PasteKind) -> None:
        super().__init__()
        self.kind = kind
        self._words = Vocabulary()
        self._board: Board | None = None
        self._is_writable = False
        self._turned: set[tuple[str, str]] = set()
        self.read: list[Read] = []
        self.box = QPlainTextEdit()
        self.box.setObjectName("paste")
        self.box.setAccessibleName(tr("Table to read"))
        self.box.setPlaceholderText(kind.example)
        self.box.setFont(fonts.font("body"))
        self.box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.box.setTabChangesFocus(True)
        self.table, self.model = cell_table(
            theme, (Column(tr("Read as")), Column("", 78)), row_height=ROW_TWO - 10
        )
        self.said = Paragraph(ink="ink2")
        self.count = Label(ink="ink2", cut=True)
        self.leave_out = QCheckBox()
        self.add_button = button(tr("Add"), main=True, key="Ctrl Enter")
        self._close = link(tr("Close"))
        self._grid_room = QWidget()
        self._build(theme)
        self._connect()

    def show_board(self, board: "Board", words: Vocabulary, *, writable: bool) -> None:
        """Know what is recorded already, and read again."""
        self._board = board
        self._is_writable = writable
        if words != self._words:
            self._words = words
            kind = self.kind
            for chooser, name in ((kind.belligerent, "belligerent"), (kind.country, "country")):
                chooser.set_options([(uid, words.label(uid)) for uid in words.terms(name)])
                chooser.make_editable()
        self.renew()

    def begin(self) -> None:
        """The cursor stands in the box."""
        self.box.setFocus()

    def take_clipboard(self) -> None:
        """Put what the clipboard holds behind what stands in the box."""
        text = QGuiApplication.clipboard().text()
        before = self.box.toPlainText().rstrip("\n")
        self.box.setPlainText(f"{before}\n{text}" if before else text)

    def renew(self) -> None:
        """Read the box again."""
        if self._board is None:
            return
        known = list(self.kind.known(self._board))
        open_ones = [item.values for item in known]
        self.read = []
        for line in self.kind.read(self.box.toPlainText(), self._board):
            if line.is_header:
                continue
            if line.problem:
                self.read.append(Read(line, {}, "refused"))
            for values in line.records:
                state, place = self.kind.compare(values, open_ones)
                found = Read(line, values, state, known[place] if place >= 0 else None)
                if found.known is not None:
                    open_ones[place] = {}  # one line stands for one record
                found.kind = self.kind.kind
                found.is_taken = found.may_be_taken and (state == "new") != (
                    found.key in self._turned
                )
                self.read.append(found)
        self._show()

    def toggle(self) -> None:
        """Take the line at the cursor, or refuse it."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.read) and self.read[row].may_be_taken:
            self._turned ^= {self.read[row].key}
            self.renew()
            self.table.setCurrentIndex(self.model.index(row, 0))

    def accept(self) -> None:
        """Save what is taken as one change; the rest stays in the box."""
        if not self.add_button.isEnabled():
            return
        taken = [read for read in self.read if read.is_taken]
        items = [read.item() for read in taken]
        left = {
            read.line.number for read in self.read if not read.is_taken and read.state != "same"
        }
        self._keep_lines(left)
        self.leave_out.setChecked(False)
        self.save_wanted.emit(items, tr("pasted"))

    # -- inside ----------------------------------------------------------------------------

    def _keep_lines(self, left: set[int]) -> None:
        """Keep the lines not taken, with the header above them."""
        lines = self.kind.read(self.box.toPlainText(), self._board)
        kept = [line.text for line in lines if left and (line.is_header or line.number in left)]
        self.box.setPlainText("\n".join(kept))

    def _show(self) -> None:
        at = self.table.currentIndex().row()
        self.model.set_rows([read_cells(read, self.kind, self._words) for read in self.read])
        if self.read:
            self.table.setCurrentIndex(self.model.index(max(0, min(at, len(self.read) - 1)), 0))
        self._say(self.table.currentIndex().row() if self.read else -1)
        taken = sum(read.is_taken for read in self.read)
        counts = [
            (ntr("{number} new", "{number} new", n), n) if state == "new" else (text, n)
            for state, text in (
                ("new", ""),
                ("same", tr("{number} the same")),
                ("differs", tr("{number} differ")),
                ("refused", tr("{number} not read")),
            )
            if (n := sum(read.state == state for read in self.read))
        ]
        self.count.set_text(", ".join(text.format(number=number(n)) for text, n in counts))
        self.add_button.setText(f"{tr('Add {number}').format(number=number(taken))}   Ctrl Enter")
        self._ask(taken, sum(read.state == "refused" for read in self.read))

    def _ask(self, taken: int, refused: int) -> None:
        """Ask whether lines that are not read may be left out, where there are such lines."""
        text = ntr(
            "&Leave out {number} line not read", "&Leave out {number} lines not read", refused
        )
        self.leave_out.setText(text.format(number=number(refused)))
        self.leave_out.setVisible(bool(refused) and bool(taken))
        may = not refused or self.leave_out.isChecked()
        self.add_button.setEnabled(bool(taken) and may and self._is_writable)

    def _say(self, row: int) -> None:
        """Say the whole of the line at the cursor, which the table may cut."""
        self.said.set_text(self.model.cell(row, 0).text if 0 <= row < len(self.read) else "")

    def _connect(self) -> None:
        self.box.textChanged.connect(self.renew)
        for _, field in self.kind.fields():
            field.edited.connect(self.renew)
        self.leave_out.toggled.connect(self.renew)
        self.add_button.clicked.connect(self.accept)
        self._close.clicked.connect(self.closed)
        self.table.opened.connect(lambda _row: self.toggle())
        self.table.installEventFilter(self)
        self.table.current.connect(self._say)
        for keys, act in (
            (("Ctrl+Return", "Ctrl+Enter"), self.accept),
            (("Escape",), self.closed.emit),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space takes or refuses the line at the cursor."""
        if (
            watched is self.table
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            self.toggle()
            return True
        return super().eventFilter(watched, event)

    def _build(self, theme: Theme) -> None:
        column = down(self, margins=(MARGIN, 0, MARGIN, 12), spacing=8)
        head = QWidget()
        head.setFixedHeight(HEAD)
        line = across(head)
        line.addWidget(Label(self.kind.title, kind="count"))
        line.addStretch(1)
        line.addWidget(self._close)
        line.addWidget(hint(theme, "", "Esc"))
        column.addWidget(head)
        inner = QWidget()
        self._fill(inner)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(inner)
        column.addWidget(room, 1)
        column.addWidget(self.count)
        self.leave_out.hide()
        column.addWidget(self.leave_out)
        last = QWidget()
        line = across(last)
        line.addWidget(hint(theme, tr("Take or not"), tr("Space")))
        line.addStretch(1)
        line.addWidget(self.add_button)
        column.addWidget(last)

    def _fill(self, inner: QWidget) -> None:
        """What scrolls in a low window: the fields, the box, and how its lines are read."""
        column = down(inner, spacing=8)
        grid = form(self._grid_room)
        for title, field in self.kind.fields():
            add_field(grid, title, field)
        column.addWidget(self._grid_room)
        self.box.setMinimumHeight(96)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self.box, 2)
        self.table.setAccessibleName(tr("Read as"))
        self.table.setMinimumHeight(4 * ROW)
        column.addWidget(self.table, 3)
        column.addWidget(self.said)
