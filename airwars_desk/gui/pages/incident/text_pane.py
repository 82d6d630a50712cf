"""The words of a source, in the middle: what it is, its original text, its translation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from airwars_desk.gui.forms.choosers import RunningText
from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.readings import source_name
from airwars_desk.gui.text import day
from airwars_desk.gui.theme import MARGIN
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.i18n import tr

NARROW = 76


class TextPane(QWidget):
    """Shows and edits the citation looked at."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._uid = ""
        self._name = Label(ink="ink2", cut=True)
        self._posted = Label(ink="ink2")
        self._checked = Label(kind="hint")
        self._left = Form(editing, "citation", ("name", "author", "address"), label_width=NARROW)
        self._right = Form(
            editing, "citation", ("published_on", "platform", "language"), label_width=NARROW
        )
        self.original = RunningText(tr("The original text is not kept here. Paste it."))
        self.translation = RunningText(tr("No translation."))
        self.original.setObjectName("text")
        self.translation.setObjectName("text_translated")
        self.original.setAccessibleName(tr("Original text"))
        self.translation.setAccessibleName(tr("Translation"))
        self.original.edited.connect(lambda: self._put("text", self.original))
        self.translation.edited.connect(lambda: self._put("text_translated", self.translation))
        self._build()
        editing.edited.connect(self._on_edited)

    def show_citation(self, uid: str) -> None:
        """Show another citation, "" for none."""
        self._uid = uid
        item = self._editing.case.items.get(uid)
        values = item.values if item is not None else {}
        self._show_head()
        self._left.show_record(uid)
        self._right.show_record(uid)
        for name, field in (("text", self.original), ("text_translated", self.translation)):
            field.set_value(values.get(name))
            field.setEnabled(bool(uid))
            field.setReadOnly(not self._editing.is_writable)

    def begin(self) -> None:
        """Put the cursor into the name of the source."""
        self._left.focus_field("name")

    def _on_edited(self, uid: str, _name: str) -> None:
        if uid == self._uid:
            self._show_head()

    def _show_head(self) -> None:
        item = self._editing.case.items.get(self._uid)
        values = item.values if item is not None else {}
        self._name.set_text(source_name(item) if item is not None else "")
        posted = values.get("published_on")
        self._posted.set_text(tr("posted {date}").format(date=day(posted)) if posted else "")
        if not values.get("text_translated"):
            self._checked.set_text("")
        elif values.get("is_translation_checked"):
            self._checked.set_text(tr("checked"), "ink3")
        else:
            self._checked.set_text(tr("not checked"), "warn")

    def _put(self, name: str, field: RunningText) -> None:
        if self._uid:
            self._editing.set(self._uid, name, field.value())

    def _build(self) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(36)
        row = across(head, margins=(MARGIN, 0, MARGIN, 0), spacing=10)
        row.addWidget(Label(tr("Text"), kind="count"))
        row.addWidget(self._name, 1)
        row.addWidget(self._posted)
        column.addWidget(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        lines = down(inner, margins=(MARGIN, 2, MARGIN, 10), spacing=6)
        forms = QWidget()
        pair = QHBoxLayout(forms)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(16)
        pair.addWidget(self._left, 3)
        pair.addWidget(self._right, 2)
        lines.addWidget(forms)
        lines.addWidget(rule())
        lines.addWidget(Label(tr("Original"), kind="section"))
        lines.addWidget(self.original, 3)
        title = QWidget()
        row = across(title)
        row.addWidget(Label(tr("Translation"), kind="section"))
        row.addWidget(self._checked)
        row.addStretch(1)
        lines.addWidget(title)
        lines.addWidget(self.translation, 2)
        self.original.setMinimumHeight(72)
        self.translation.setMinimumHeight(60)
        area.setWidget(inner)
        column.addWidget(area, 1)
