"""The form beside the declared records: one of two, by the kind of the record at the cursor."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.theme import MARGIN
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.gui.widgets.record_table import HEAD
from airwars_desk.i18n import N_, tr

TALLY, CLAIM = "strike_tally", "belligerent_claim"
FIELDS = {
    TALLY: (
        "belligerent", "country", "date_start", "date_end", "strikes", "strikes_to_date",
        "munitions", "munitions_to_date", "reported_by", "address", "archive_address", "words",
        "note",
    ),
    CLAIM: (
        "belligerent", "country", "stance", "subject", "quantity_min", "quantity_max", "words",
        "stated_on", "date_start", "date_end", "stated_by", "address", "archive_address", "note",
    ),
}  # fmt: skip
_TITLES = {TALLY: N_("Strike tally"), CLAIM: N_("Claim")}
_LABELS = 124


class DeclaredForm(QWidget):
    """Shows a record with what is doubtful about it; the save button says whether it is saved."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.forms: dict[str, Form] = {}
        self._title = Label(kind="count")
        self.doubts = Paragraph(ink="warn")
        self._room = QScrollArea()
        self.save_button = button(tr("Save"), main=True, key="Ctrl Enter")
        self._build()
        editing.edited.connect(lambda _uid, _name: self.renew())

    def make_forms(self) -> None:
        """Make the forms with the words the editing has now."""
        inner = QWidget()
        column = down(inner, margins=(MARGIN, 4, MARGIN, 12))
        for kind, names in FIELDS.items():
            self.forms[kind] = Form(self._editing, kind, names, label_width=_LABELS)
            column.addWidget(self.forms[kind])
        column.addStretch(1)
        self._room.setWidget(inner)

    def show_record(self, uid: str, doubts: str) -> None:
        """Show a record, "" for none."""
        item = self._editing.case.items.get(uid) if uid else None
        kind = item.kind if item is not None else TALLY
        for name, form in self.forms.items():
            form.setVisible(name == kind)
            form.show_record(uid if name == kind else "")
        self._title.set_text(tr(_TITLES[kind]) if item is not None else tr("No record chosen"))
        self.doubts.set_text(doubts)
        self.doubts.setVisible(bool(doubts))
        self.renew()

    def renew(self) -> None:
        """Wake the button when something is not saved."""
        self.save_button.setEnabled(self._editing.is_dirty and self._editing.is_writable)

    def focus_record(self, uid: str) -> None:
        """Begin in the first field, in a new record in the first that is empty."""
        item = self._editing.case.items.get(uid)
        if item is not None and item.kind in self.forms:
            names = FIELDS[item.kind]
            empty = [name for name in names if name not in item.values]
            self.forms[item.kind].focus_field(empty[0] if item.is_new and empty else names[0])

    def _build(self) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(HEAD)
        line = across(head, margins=(MARGIN, 0, MARGIN, 0))
        line.addWidget(self._title)
        line.addStretch(1)
        line.addWidget(self.save_button)
        column.addWidget(head)
        said = QWidget()
        down(said, margins=(MARGIN, 0, MARGIN, 4)).addWidget(self.doubts)
        column.addWidget(said)
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._room, 1)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_button.click)
