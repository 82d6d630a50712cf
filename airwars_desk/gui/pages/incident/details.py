"""The tabs that are forms: where and when, facts; checks. Layout is written by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.check_list import Said
from airwars_desk.gui.widgets.panes import down, empty_state
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import N_, tr

WIDE = 132
COLUMN = 356  # pixels a column of fields needs
WHERE_AND_WHEN: tuple[tuple[str, ...], ...] = (
    (
        "#" + N_("When"),
        "date_type",
        "date_start",
        "date_end",
        "local_time_type",
        "local_time_start",
        "local_time_end",
        "local_time_raw",
        "first_reported_at",
        "first_reported_by",
        "first_reported_url",
    ),
    (
        "#" + N_("Where"),
        "location_name",
        "location_name_arabic",
        "location_names_other",
        "countries",
        "region",
        "governorate",
        "district",
        "province_text",
    ),
    (
        "#" + N_("On the map"),
        "points",
        "geolocation_status",
        "geolocation_assessed_on",
        "geolocation_notes",
        "internal_geolocation_notes",
    ),
)
FACTS: tuple[tuple[str, ...], ...] = (
    (
        "#" + N_("Identity"),
        "codes",
        "previous_codes",
        "conflicts",
        "url",
        "state",
        "incident_status",
    ),
    (
        "#" + N_("What happened"),
        "civilian_harm_reported",
        "strike_types",
        "strike_status",
        "total_strikes",
        "causes",
        "munition_type",
        "munition_information",
    ),
    (
        "#" + N_("What was hit and seen"),
        "infrastructure_tags",
        "observations",
        "impacts",
        "notes",
        "reference_links",
        "declassified_documents",
    ),
)


class FieldsTab(QWidget):
    """Columns of fields of the incident itself."""

    def __init__(self, editing: Editing, columns: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._editing = editing
        self.forms = [
            Form(
                editing,
                "incident",
                [tr(line[1:]).join(("#", "")) if line[0] == "#" else line for line in column],
                label_width=WIDE,
            )
            for column in columns
        ]
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(MARGIN, 10, MARGIN, 12)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(16)
        self._across = 0
        self._fit()
        area.setWidget(inner)
        down(self).addWidget(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across = max(1, min(len(self.forms), self.width() // COLUMN))
        if across == self._across:
            return
        self._across = across
        for form in self.forms:
            self._grid.removeWidget(form)
        for number, form in enumerate(self.forms):
            self._grid.addWidget(form, number // across, number % across)
        for column in range(len(self.forms)):
            self._grid.setColumnStretch(column, int(column < across))

    def renew(self) -> None:
        """Show the incident."""
        for form in self.forms:
            form.show_record(self._editing.case.uid)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field; returns whether it is here."""
        return any(form.focus_field(name) for form in self.forms)


class ChecksTab(QWidget):
    """What is odd: a dot and a sentence each; each leads to its field. Nothing blocks."""

    wanted = Signal(str, str)  # uid, field

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        columns = (Column(tr("Check"), share=3), Column(tr("Where"), share=2))
        self.table, self._model = cell_table(theme, columns)
        self._none = empty_state(theme, tr("Nothing is odd about this incident."))
        column = down(self)
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        self.table.opened.connect(self._open)

    def show_checks(self, found: Sequence[Said]) -> None:
        """Show what the checks say."""
        self._model.set_rows(
            [
                (Cell(said.text, dot=said.dot, more=said.detail), Cell(said.where, ink="ink2"))
                for said in found
            ],
            [(said.uid, said.field) for said in found],
        )
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)

    def _open(self, row: int) -> None:
        key = self._model.key(row)
        if isinstance(key, tuple):
            self.wanted.emit(str(key[0]), str(key[1]))
