"""Declared: what belligerents say they struck, month by month, and what they claim overall.

Two tables and one form. A record is saved when the cursor leaves it, with Ctrl+Enter, or when the
page goes; every save can be undone. A table of either can be pasted (pages/paste_table.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from airwars_desk.gui.pages import declared_rows as rows
from airwars_desk.gui.pages.declared_form import CLAIM, FIELDS, TALLY, DeclaredForm
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.pages.paste_kinds import ClaimKind, TallyKind
from airwars_desk.gui.pages.paste_table import PasteTable
from airwars_desk.gui.text import moment
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import QuietSplitter, across, button, down, foot, hint
from airwars_desk.gui.widgets.record_table import RecordBlock
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case, Item

if TYPE_CHECKING:
    from airwars_desk.gui.declared_requests import Board

SIDE, NARROW_SIDE = 372, 320
NARROW = 900  # pixels of the page below which the form takes less room


class DeclaredPage(QWidget):
    """Shows the records it is given and says what is to be saved."""

    wanted = Signal()
    save_wanted = Signal(object, str)  # items, reason
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.editing = Editing()
        self.board: Board | None = None
        self.uid = ""
        self._sent = self.editing.snapshot()
        self._copied: dict[str, dict[str, object]] = {}
        self._is_saving = False
        self._is_showing = False
        self._as_of = Label(hugs=True, ink="ink2")
        buttons = {kind: button(tr("Paste a table")) for kind in (TALLY, CLAIM)}
        tally, claim = button(tr("New tally")), button(tr("New claim"))
        none = {
            TALLY: tr("No strikes are recorded: N begins a tally, Ctrl V pastes a table."),
            CLAIM: tr("No claims are recorded: N begins one, Ctrl V pastes a table."),
        }
        self.blocks = {
            TALLY: RecordBlock(
                theme, tr("Declared strikes"), rows.tally_columns(), self._as_of,
                buttons[TALLY], tally,                kind="title", empty=none[TALLY],
            ),
            CLAIM: RecordBlock(
                theme, tr("Claims"), rows.claim_columns(), buttons[CLAIM], claim,
                kind="count", empty=none[CLAIM],
            ),
        }  # fmt: skip
        self.form = DeclaredForm(self.editing)
        self.pastes = {kind.kind: PasteTable(theme, kind) for kind in (TallyKind(), ClaimKind())}
        self.side = QStackedWidget()
        self._build(theme)
        for kind, pressed in buttons.items():
            pressed.clicked.connect(lambda _on=False, kind=kind: self.show_paste(kind))
        tally.clicked.connect(lambda: self.add(TALLY))
        claim.clicked.connect(lambda: self.add(CLAIM))
        self._connect()

    # -- what the window asks ----------------------------------------------------------------

    def on_shown(self) -> None:
        """Ask for the records; the cursor stands in the tallies."""
        self.blocks[TALLY].table.setFocus()
        self.wanted.emit()

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again."""
        self.wanted.emit()

    def next_pane(self) -> None:
        """Walk from the tallies to the claims to the form or the pane for pasting."""
        focus = self.focusWidget()
        if focus is self.blocks[TALLY].table:
            self.blocks[CLAIM].table.setFocus()
        elif focus is not self.blocks[CLAIM].table:
            self.blocks[TALLY].table.setFocus()
        elif isinstance(paste := self.side.currentWidget(), PasteTable):
            paste.begin()
        else:
            self.form.focus_record(self.uid)

    def show_board(self, board: "Board", words: Vocabulary, *, writable: bool) -> None:
        """Show other records; what was typed since the last save stays on top of them."""
        self.board = board
        self._is_saving = False
        self.editing.is_writable = writable
        if self.editing.words != words or not self.form.forms:
            self.editing.words = words
            self.form.make_forms()
        self.editing.rebase(_as_stored(board), self._sent)
        self._sent = _as_stored(board)
        for paste in self.pastes.values():
            paste.show_board(board, words, writable=writable)
        self._as_of.set_text(tr("as of {time}").format(time=moment(board.found.as_of)))
        self._show_rows()

    # -- records ---------------------------------------------------------------------------

    def add(self, kind: str) -> None:
        """Begin a record like the one at the cursor: same belligerent, country and reporter."""
        if not self.editing.is_writable:
            return
        self.leave()
        like = self.current(kind)
        names = ("belligerent", "country", "reported_by", "stated_by")
        copied = {
            name: like.values[name] for name in names if like is not None and name in like.values
        }
        item = self.editing.add(kind, **copied)
        self._copied[item.uid] = dict(item.values)
        self.uid = item.uid
        self._show_rows()
        self.side.setCurrentWidget(self.form)
        self.form.focus_record(item.uid)

    def remove_current(self, kind: str) -> None:
        """Take the record at the cursor away; undo brings it back."""
        item = self.current(kind)
        if item is None or not self.editing.is_writable or self._is_saving:
            return
        self.editing.remove(item.uid)
        self.uid = ""
        if item.is_new:
            self._show_rows()
        else:
            self._send([self.editing.snapshot().items[item.uid]])
            self.removed.emit()

    def current(self, kind: str) -> Item | None:
        """Return the record at the cursor of a table."""
        return self.editing.case.items.get(self.blocks[kind].table.uid())

    def leave(self) -> None:
        """Save what was typed: the cursor leaves the record, or the page goes."""
        changed = [
            item
            for item in self.editing.snapshot().changed()
            if not (item.is_new and item.values == self._copied.get(item.uid, {}))
        ]
        if changed and self.editing.is_writable and not self._is_saving:
            self._send(changed)

    def failed(self) -> None:
        """A save was refused: what was typed stays and can be saved again."""
        self._is_saving = False
        if self.board is not None:
            self._sent = _as_stored(self.board)

    def show_paste(self, kind: str = TALLY) -> None:
        """Open the pane in which a table of tallies or claims is pasted."""
        self.leave()
        self.side.setCurrentWidget(self.pastes[kind])
        self.pastes[kind].begin()

    def show_form(self, kind: str = TALLY) -> None:
        """Go back from pasting to the form."""
        self.side.setCurrentWidget(self.form)
        self.blocks[kind].table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the form leaves more to the tables."""
        super().resizeEvent(event)
        self.side.setFixedWidth(NARROW_SIDE if self.width() < NARROW else SIDE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed."""
        self.leave()
        super().hideEvent(event)

    # -- inside ----------------------------------------------------------------------------

    def _send(self, items: Sequence[Item]) -> None:
        self._is_saving = True
        self._sent = self.editing.snapshot()
        self.save_wanted.emit(list(items), "")

    def _show_rows(self) -> None:
        if self.board is None:
            return
        found, words = self.board.found, self.editing.words
        self._is_showing = True
        for kind, block in self.blocks.items():
            items = rows.in_order(self.editing.case.of(kind), words)
            cells = [
                rows.tally_row(item, found, words) if kind == TALLY else rows.claim_row(item, words)
                for item in items
            ]
            block.show_records(cells, [item.uid for item in items], self.uid)
        self._is_showing = False
        known = self.editing.case.items.get(self.uid) if self.uid else None
        if known is None or not known.is_live:
            known = self.current(TALLY) or self.current(CLAIM)
        self._show_record(known.uid if known is not None else "")

    def _show_record(self, uid: str) -> None:
        self.uid = uid
        found = rows.doubts_of(uid, self.board.found) if self.board is not None else []
        self.form.show_record(uid, "\n".join(rows.sentence_of(doubt) for doubt in found))

    def _on_current(self, kind: str) -> None:
        uid = self.blocks[kind].table.uid()
        if uid and uid != self.uid and not self._is_showing:
            self.uid = uid
            self.leave()
            self._show_record(uid)

    def _edit_current(self, kind: str) -> None:
        self._on_current(kind)
        self.side.setCurrentWidget(self.form)
        self.form.focus_record(self.uid)

    def _connect(self) -> None:
        self.form.save_button.clicked.connect(self.leave)
        for kind, paste in self.pastes.items():
            paste.closed.connect(lambda kind=kind: self.show_form(kind))
            paste.save_wanted.connect(self.save_wanted)
            self.side.addWidget(paste)
        for kind in FIELDS:
            table = self.blocks[kind].table
            table.current.connect(lambda _row, kind=kind: self._on_current(kind))
            table.entered.connect(lambda kind=kind: self._on_current(kind))
            table.opened.connect(lambda _row, kind=kind: self._edit_current(kind))
            table.add_wanted.connect(lambda kind=kind: self.add(kind))
            table.remove_wanted.connect(lambda kind=kind: self.remove_current(kind))
            table.paste_wanted.connect(lambda kind=kind: self._paste_clipboard(kind))

    def _paste_clipboard(self, kind: str) -> None:
        self.show_paste(kind)
        self.pastes[kind].take_clipboard()

    def _build(self, theme: Theme) -> None:
        row = across(self, spacing=0)
        left = QWidget()
        column = down(left)
        panes = QuietSplitter(theme, Qt.Orientation.Vertical)
        for block in self.blocks.values():
            panes.addWidget(block)
        panes.setSizes([460, 260])
        column.addWidget(panes, 1)
        keys = (
            hint(theme, tr("Edit"), "Enter"),
            hint(theme, tr("New"), "N"),
            hint(theme, tr("Remove"), "Del"),
            hint(theme, tr("Paste a table"), "Ctrl V"),
        )
        worked_out = Label(tr("Quiet numbers are worked out, not stated"), kind="hint", cut=True)
        column.addWidget(foot(*keys, trailing=(worked_out,)))
        row.addWidget(left, 1)
        row.addWidget(rule(vertical=True))
        self.side.setFixedWidth(SIDE)
        self.side.addWidget(self.form)
        row.addWidget(self.side)


def _as_stored(board: "Board") -> Case:
    """The records as they are stored, which later typing does not reach."""
    items = {
        item.uid: replace(item, values=dict(item.base)) for item in (*board.tallies, *board.claims)
    }
    return Case(uid="", items={"": Item(kind="incident", uid="", values={}), **items})
