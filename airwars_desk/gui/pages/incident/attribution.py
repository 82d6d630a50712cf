"""The Attribution tab: who is alleged, how sure, what each party says and concedes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from airwars_desk.gui.forms.counts import CountsGrid
from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.text import day, one_line
from airwars_desk.gui.theme import MARGIN, ROW_TWO, Theme
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import across, down, link
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import tr

FIELDS = (
    "belligerent",
    "involvement_type",
    "part",
    "assessment",
    "reasons_credible",
    "reasons_non_credible",
    "stated_location",
    "mgrs",
    "mgrs_accuracy",
)

BESIDE = 1040  # pixels; from here on conceded stands beside the form


class AttributionTab(QWidget):
    """Involvements at the leading edge, the one looked at beside them."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._theme = theme
        self._editing = editing
        self._uid = ""
        columns = (Column(tr("Belligerent")), Column(tr("Suspected or known"), 150))
        self.table, self._model = cell_table(theme, columns)
        said = (Column(tr("Date"), 104), Column(tr("Statement or report")), Column(tr("By"), 130))
        self._said, self._said_model = cell_table(theme, said)
        self._counted = Form(editing, "incident", ("tracked_belligerents", "targeted_belligerents"))
        self._form = Form(editing, "involvement", FIELDS, label_width=132)
        self.conceded = CountsGrid(editing, "concession")
        self._build()
        self.table.current.connect(self._on_current)
        editing.reshaped.connect(lambda kind: self.renew() if kind == "involvement" else None)
        editing.edited.connect(self._on_edited)

    def renew(self, chosen: str = "") -> None:
        """Show the involvements of the case."""
        keep = chosen or self._uid
        case, words = self._editing.case, self._editing.words
        self._counted.show_record(case.uid)
        found = case.of("involvement")
        self._model.set_rows(
            [
                (
                    Cell(
                        words.label(item.values.get("belligerent")) or tr("not named"), weight=500
                    ),
                    Cell(
                        ", ".join(
                            choice_label(item.values[name])
                            for name in ("involvement_type", "part")
                            if item.values.get(name)
                        ),
                        ink="ink2",
                    ),
                )
                for item in found
            ],
            [item.uid for item in found],
        )
        row = self._model.row_of(keep)
        if found:
            self.table.setCurrentIndex(self._model.index(max(row, 0), 0))
        self._show(found[max(row, 0)].uid if found else "")

    def _on_current(self, row: int) -> None:
        uid = self._model.key(row)
        if uid:
            self._show(str(uid))

    def _show(self, uid: str) -> None:
        self._uid = uid
        self._form.show_record(uid)
        self.conceded.show_owner(uid)
        case, words = self._editing.case, self._editing.words
        rows = []
        for kind in ("statement", "strike_report"):
            for item in case.of(kind, uid) if uid else ():
                values = item.values
                rows.append(
                    (
                        Cell(day(values.get("stated_on")), ink="ink2"),
                        Cell(one_line(values.get("text") or values.get("url"))),
                        Cell(words.label(values.get("belligerent")), ink="ink2"),
                    )
                )
        self._said_model.set_rows(rows)

    def _on_edited(self, uid: str, name: str) -> None:
        item = self._editing.case.items.get(uid)
        if item is not None and item.kind == "involvement" and name in FIELDS[:3]:
            self.renew(uid)

    def _add(self) -> None:
        item = self._editing.add("involvement", involvement_type="suspected")
        self.renew(item.uid)
        self._form.focus_field("belligerent")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what is conceded and said stands below the form."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= BESIDE
        self._left.setFixedWidth(400 if wide else 320)
        ways = QBoxLayout.Direction
        self._inner.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _build(self) -> None:
        row = across(self, spacing=0)
        left = QWidget()
        self._left = left
        column = down(left, margins=(MARGIN, 10, MARGIN, 10), spacing=10)
        column.addWidget(self._counted)
        head = QWidget()
        line = across(head)
        line.addWidget(Label(tr("Involved"), kind="section"))
        line.addStretch(1)
        add = link(tr("Add a belligerent"))
        add.clicked.connect(self._add)
        line.addWidget(add)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        row.addWidget(left)
        row.addWidget(rule(vertical=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._inner = line = across(inner, margins=(MARGIN, 10, MARGIN, 10), spacing=28)
        line.addWidget(self._form, 5)
        side = QWidget()
        column = down(side, spacing=8)
        column.addWidget(Label(tr("Conceded"), kind="section"))
        column.addWidget(self.conceded)
        column.addWidget(Label(tr("What it says"), kind="section"))
        self._said.setMinimumHeight(3 * ROW_TWO)
        column.addWidget(self._said, 1)
        line.addWidget(side, 6)
        area.setWidget(inner)
        row.addWidget(area, 1)
        self._fit()
