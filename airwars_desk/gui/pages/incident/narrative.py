"""The Narrative tab: the text with its tokens, how it reads, and the summary beside it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.actions import action
from airwars_desk.gui.forms.choosers import RunningText
from airwars_desk.gui.menus import shown_key
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.text import in_order
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.token_offers import token_offers
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, down, hint
from airwars_desk.gui.widgets.token_typing import TokenTyping
from airwars_desk.i18n import tr
from airwars_desk.rules.narrative import (
    Names,
    has_tokens,
    missing,
    names_of,
    read_case,
    shown,
    stored,
)

FOLLOWS_MS = 120  # the reading follows typing after this pause
NAMED = ("citation", "victim", "working_range")


class NarrativeTab(QWidget):
    """The narrative, written with `[S7]`, `[V3]`, `[killed]` and kept by uid (decision 0023)."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._uid = ""
        self._case: object = None  # the case that is shown; another one waits for `renew`
        self._names = Names()
        self._language = Label(ink="ink2")
        self.text = RunningText(tr("No narrative is written."))
        self.text.setObjectName("narrative")
        self.text.setAccessibleName(tr("Narrative"))
        self.reading = RunningText()
        self.reading.setObjectName("reading")
        self.reading.setAccessibleName(tr("As it reads"))
        self.reading.setReadOnly(True)
        self.summary = RunningText(tr("No summary is written."))
        self.summary.setObjectName("summary")
        self.summary.setAccessibleName(tr("Summary"))
        self.typing = TokenTyping(
            theme, self.text, lambda typed: token_offers(self._editing.case, typed)
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FOLLOWS_MS)
        self._pause.timeout.connect(self._read)
        self._build(theme)
        self.text.edited.connect(self._put)
        self.summary.edited.connect(
            lambda: self._editing.set(self._editing.case.uid, "summary", self.summary.value())
        )
        editing.edited.connect(self._on_edited)
        editing.reshaped.connect(self._on_reshaped)

    def renew(self) -> None:
        """Show the narrative of the case."""
        case = self._editing.case
        found = case.of("narrative")
        self._case = case
        uid = found[0].uid if found else ""
        if uid != self._uid:
            self._uid = uid
            self.text.set_value(None)  # else the cursor of another text would stay
        self._language.set_text(
            self._editing.words.label(found[0].values.get("language") if found else None)
        )
        self._follow()
        self.summary.set_value(case.get(case.uid, "summary"))
        for field in (self.text, self.summary):
            field.setReadOnly(not self._editing.is_writable)

    def begin_token(self, *, comes: bool = False) -> None:
        """Offer what may be named at the cursor; at the end for who just `comes` and has none."""
        if self._editing.is_writable:
            if comes and self.text.textCursor().atStart():
                self.text.moveCursor(QTextCursor.MoveOperation.End)
            self.typing.begin()

    def focus_missing(self) -> None:
        """Put the cursor on the first token that names nobody here."""
        self.text.setFocus()
        text = self._editing.get(self._uid, "text") or ""
        for token in missing(text, self._names):
            found = self.text.document().find(str(token))
            if not found.isNull():
                self.text.setTextCursor(found)
                return

    def _put(self) -> None:
        text = self.text.value()
        if not self._uid:
            self._uid = self._editing.add("narrative", language="language/english").uid
        self._editing.set(self._uid, "text", None if text is None else stored(text, self._names))
        self._pause.start()

    def _on_edited(self, uid: str, _name: str) -> None:
        item = self._editing.case.items.get(uid)
        if item is not None and item.kind in NAMED:
            self._on_reshaped(item.kind)

    def _on_reshaped(self, kind: str) -> None:
        if kind in NAMED and self._case is self._editing.case:
            self._follow()

    def _follow(self) -> None:
        """Write the text with the numbers of now; the cursor stays where it is in the text."""
        before = self._names
        self._names = names_of(self._editing.case)
        text = self._editing.get(self._uid, "text")
        written = None if text is None else shown(text, self._names)
        if written != self.text.value():
            cursor = self.text.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
            ahead = shown(stored(cursor.selectedText(), before), self._names)
            self.text.set_value(written)
            place = min(_units(ahead), self.text.document().characterCount() - 1)
            cursor.setPosition(place)
            self.text.setTextCursor(cursor)
            self.typing.hide()
        self._read()

    def _read(self) -> None:
        """Show how the text reads, where that differs from how it is written."""
        self._pause.stop()
        text = self._editing.get(self._uid, "text")
        tells = has_tokens(text)
        self._reads.setVisible(tells)
        if tells:
            bar = self.reading.verticalScrollBar()
            place = bar.value()
            self.reading.set_value(in_order(read_case(self._editing.case, str(text))))
            bar.setValue(place)

    def _build(self, theme: Theme) -> None:
        row = across(self, margins=(MARGIN, 10, MARGIN, 12), spacing=20)
        left = QWidget()
        column = down(left, spacing=10)
        insert = hint(theme, tr("Insert a source, a victim or a range"), "[", _key())
        column.addWidget(_titled(tr("Narrative"), self.text, self._language, trailing=insert), 3)
        self._reads = _titled(tr("As it reads"), self.reading)
        column.addWidget(self._reads, 2)
        row.addWidget(left, 3)
        row.addWidget(_titled(tr("Summary"), self.summary), 2)


def _key() -> str:
    return shown_key(action("narrative.insert"))


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def _titled(
    title: str, text: RunningText, beside: Label | None = None, trailing: QWidget | None = None
) -> QWidget:
    block = QWidget()
    column = down(block, spacing=6)
    head = QWidget()
    line = across(head)
    line.addWidget(Label(title, kind="section"))
    if beside is not None:
        line.addWidget(beside)
    line.addStretch(1)
    if trailing is not None:
        line.addWidget(trailing)
    column.addWidget(head)
    column.addWidget(text, 1)
    return block
