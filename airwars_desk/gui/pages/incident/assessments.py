"""The Assessments tab: who graded how, when and why, what was decided, what was sent back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.text import moment, one_line, span
from airwars_desk.gui.theme import MARGIN, Theme, letter_of
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import CENTRE, TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, down, empty_state, foot, hint
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import N_, tr
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules.standing import standing_decisions

STEPS = {
    "send_for_review": N_("Sent for review"),
    "return_case": N_("Returned"),
    "hold_case": N_("Held"),
}
KILLED, INJURED = ("killed_min", "killed_max"), ("injured_min", "injured_max")
Line = tuple[str, tuple[Cell, ...]]


class AssessmentsTab(QWidget):
    """All assessments, decisions and steps of an incident, the newest first."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        columns = (
            Column(tr("When"), 128),
            Column(tr("What"), 156),
            Column(tr("By"), 142),
            Column("", 32, CENTRE),
            Column(tr("Grade"), 88),
            Column(tr("Killed"), 72, TRAIL),
            Column(tr("Injured"), 72, TRAIL),
            Column(tr("Why")),
        )
        self.table, self._model = cell_table(theme, columns)
        self.table.setAccessibleName(tr("Assessments"))
        self._count = Label(ink="ink2")
        self._none = empty_state(theme, tr("Nobody assessed this incident yet."), tr("Assess"), "G")
        column = down(self)
        head = QWidget()
        row = across(head, margins=(MARGIN, 8, MARGIN, 4))
        row.addWidget(Label(tr("Assessments and decisions"), kind="section"))
        row.addWidget(self._count)
        row.addStretch(1)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        column.addWidget(foot(hint(theme, tr("Assess"), "G"), hint(theme, tr("Send"), "F9")))

    def show_steps(self, history: Sequence[Any]) -> None:
        """Show the case; `history` gives what was sent, returned and held."""
        case = self._editing.case
        lines = [self._assessed(item) for item in case.of("assessment")]
        standing = [item.uid for item in standing_decisions(case)]
        lines += [self._decided(case, item, standing) for item in case.of("decision")]
        self._count.set_text(str(len(lines)) if lines else "")
        lines += [_step(item) for item in history if item.operation in STEPS and not item.is_void]
        lines.sort(key=lambda line: line[0], reverse=True)
        self._model.set_rows([cells for _, cells in lines])
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def _assessed(self, item: Item) -> Line:
        at = str(item.values.get("assessed_at") or "")
        found = [one for one in item.values.get("ranges") or () if one.get("group") == CIVILIANS]
        numbers = found[0] if found else {}
        return at, self._cells(item, at, Cell(tr("Assessment")), numbers, ink="ink")

    def _decided(self, case: Case, item: Item, standing: Sequence[str]) -> Line:
        at = str(item.values.get("decided_at") or "")
        numbers: dict[str, Any] = {}
        for counts in case.of("decided_range", item.uid):
            if counts.values.get("group") == CIVILIANS:
                numbers = counts.values
        stands = item.uid in standing
        more = tr("in conflict") if stands and len(standing) > 1 else ""
        what = Cell(
            tr("Decision") if stands else tr("Decision, replaced"),
            weight=600 if stands else 400,
            ink="ink" if stands else "ink2",
            more=more,
            more_ink="warn",
        )
        return at, self._cells(item, at, what, numbers, ink="ink" if stands else "ink2")

    def _cells(
        self, item: Item, at: str, what: Cell, numbers: dict[str, Any], *, ink: str
    ) -> tuple[Cell, ...]:
        grade = item.values.get("grade")
        who = self._editing.words.person(item.values.get("person"))
        if item.values.get("is_imported"):
            who = tr("Airwars (imported)")
        return (
            Cell(moment(at), ink="ink2"),
            what,
            Cell(who, ink=ink),
            Cell(tag=letter_of(grade)),
            Cell(choice_label(grade) if grade else tr("Not graded"), ink=ink),
            Cell(span(*(numbers.get(name) for name in KILLED)), ink=ink, weight=500),
            Cell(span(*(numbers.get(name) for name in INJURED)), ink=ink),
            Cell(one_line(item.values.get("reason"))),
        )


def _step(item: Any) -> Line:
    blank = Cell()
    cells = (
        Cell(moment(item.at), ink="ink2"),
        Cell(tr(STEPS[item.operation]), ink="warn" if item.operation == "return_case" else "ink2"),
        Cell(one_line(item.person), ink="ink2"),
        blank,
        blank,
        blank,
        blank,
        Cell(one_line(item.reason)),
    )
    return item.at, cells
