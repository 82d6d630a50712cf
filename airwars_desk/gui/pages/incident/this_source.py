"""What this source says: role, counts per group, wording, note."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from airwars_desk.gui.forms.counts import CountsGrid
from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import across, down, hint, link
from airwars_desk.i18n import tr

WIDE = 124  # one width for both forms, so that their fields stand in one line


class ThisSourcePane(QWidget):
    """The values of the citation looked at."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.uid = ""
        self._number = Label(kind="count")
        self._first = Form(editing, "citation", ("role", "origin"), label_width=WIDE)
        self.counts = CountsGrid(editing, "reported_count")
        self._rest = Form(
            editing,
            "citation",
            ("includes_video", "media_count", "is_translation_checked", "archive_address", "note"),
            label_width=WIDE,
        )
        self._remove = link(tr("Remove this source"))
        self._remove.clicked.connect(self._on_remove)
        self._build(theme)

    def show_citation(self, uid: str, number: int) -> None:
        """Show another citation, "" for none."""
        self.uid = uid
        self._number.set_text(f"S{number}" if uid else "")
        self._first.show_record(uid)
        self.counts.show_owner(uid)
        self._rest.show_record(uid)
        self._remove.setEnabled(bool(uid) and self._editing.is_writable)

    def _on_remove(self) -> None:
        if self.uid:
            self._editing.remove(self.uid)

    def _build(self, theme: Theme) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(36)
        row = across(head, margins=(MARGIN, 0, MARGIN, 0))
        row.addWidget(Label(tr("This source"), kind="count"))
        row.addWidget(self._number)
        row.addStretch(1)
        row.addWidget(hint(theme, tr("Sources"), "Alt ↑", "Alt ↓"))
        column.addWidget(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        lines = down(inner, margins=(MARGIN, 2, MARGIN, 12), spacing=10)
        lines.addWidget(self._first)
        lines.addWidget(self.counts)
        lines.addWidget(rule())
        lines.addWidget(self._rest)
        lines.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addStretch(1)
        area.setWidget(inner)
        column.addWidget(area, 1)
