"""Assess: one person's grade, strike status, ranges and reason, with the checks beside them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import CountBox
from airwars_desk.gui.forms.choosers import BooleanChooser, LongText, TermChooser
from airwars_desk.gui.sentences import checks_of
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.check_list import CheckList
from airwars_desk.gui.widgets.grade_picker import GradePicker
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import across, down, hint
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case
from airwars_desk.records.counts import MAIN_GROUPS
from airwars_desk.rules.sides import ASSESSED, ROWS, as_assessed, working_values

WIDTH, CHECKS_WIDTH = 820, 232
HEIGHT = 520
FIELDS = ("strike_status", "civilian_harm_reported")


class Assess(Frame):
    """Nothing that is counted moves with it; a second one stands beside the first."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        case: Case,
        words: Vocabulary,
        before: dict[str, Any] | None = None,
    ) -> None:
        code = " ".join(case.incident.values.get("codes", ())) or tr("the incident")
        super().__init__(parent, tr("Assess {code}").format(code=code), tr("Assess"), width=WIDTH)
        self._case = case
        self._words = words
        self.picker = GradePicker(theme)
        self.picker.setObjectName("grade")
        terms = words.terms("strike_status")
        self.strike_status = TermChooser([(uid, words.label(uid)) for uid in terms], words.label)
        self.harm = BooleanChooser()
        self.boxes: dict[tuple[str, int], CountBox] = {}
        self.reason = LongText(lines=3)
        self.reason.setObjectName("reason")
        self.checks = CheckList(theme)
        self._build(theme)
        self.setMinimumWidth(max(WIDTH, self.minimumSizeHint().width()))
        self._show(before)
        editors: list[Any] = [self.picker, self.strike_status, self.harm, *self.boxes.values()]
        for editor in editors:
            editor.edited.connect(self._recheck)
        for editor in (*editors, self.reason):
            editor.edited.connect(self._forget_problem)
        self._recheck()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the grade."""
        super().showEvent(event)
        self.picker.setFocus()

    def values(self) -> dict[str, Any]:
        """Return the row values as they stand (rules/sides.py)."""
        found: dict[str, Any] = {
            "grade": self.picker.value(),
            "strike_status": self.strike_status.value(),
            "civilian_harm_reported": self.harm.value(),
        }
        for row in ROWS:
            if row.is_range:
                found[row.key] = tuple(self.boxes[row.key, end].value() for end in (0, 1))
        return found

    def answer(self) -> tuple[dict[str, Any], str]:
        """Return the row values and the reason."""
        return self.values(), str(self.reason.value() or "").strip()

    def on_main(self) -> None:
        """Close only with a grade or “not graded” chosen, numbers that can be read, a reason."""
        missing = self._missing()
        if missing is None:
            self.accept()
            return
        text, where = missing
        self.say_problem(text)
        where.setFocus()

    def _missing(self) -> tuple[str, QWidget] | None:
        """What stands in the way first, and the field it is about; None for nothing."""
        if not self.picker.is_chosen:
            return tr("Choose a grade, or say that it is not graded (Del)."), self.picker
        for box in self.boxes.values():
            if box.is_wrong:
                return box.toolTip(), box
        if not self.answer()[1]:
            return tr("Give the reason: an assessment says why."), self.reason
        return None

    def _forget_problem(self) -> None:
        """Take back what was said once it is no longer so."""
        if self.problem.isHidden():
            return
        missing = self._missing()
        if missing is None or missing[0] != self.problem.text():
            self.say_problem("")

    def _show(self, before: dict[str, Any] | None) -> None:
        """Begin with one's own last assessment, else with the working state."""
        values = before if before is not None else working_values(self._case, None)
        self.picker.set_value(values.get("grade"))
        self.strike_status.set_value(values.get("strike_status"))
        self.harm.set_value(values.get("civilian_harm_reported"))
        for row in ROWS:
            if row.is_range:
                for end in (0, 1):
                    self.boxes[row.key, end].set_value(values[row.key][end])

    def _recheck(self) -> None:
        found = checks_of(as_assessed(self._case, self.values()), self._words)
        self.checks.show_checks([said for said in found if said.uid.startswith(ASSESSED)])

    def _build(self, theme: Theme) -> None:
        row = across(self.body, spacing=16)
        fields = QWidget()
        column = down(fields, spacing=10)
        column.addWidget(self.picker)
        column.addWidget(hint(theme, tr("Grade by letter"), "C", "F", "W", "X", "D", "Del"))
        upper = QWidget()
        grid = form(upper)
        add_field(grid, tr("Strike status"), self.strike_status)
        add_field(grid, tr("Harm reported"), self.harm)
        column.addWidget(upper)
        column.addWidget(self._ranges())
        lower = QWidget()
        add_field(form(lower), tr("Reason"), self.reason)
        column.addWidget(lower)
        column.addStretch(1)
        row.addWidget(fields, 1)
        row.addWidget(rule(vertical=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a stop at which nothing would be seen
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(CHECKS_WIDTH)
        beside = QWidget()
        column = down(beside)
        column.addWidget(self.checks)
        column.addStretch(1)
        area.setWidget(beside)
        row.addWidget(area)

    def _ranges(self) -> QWidget:
        """Return a row per group with the boxes of killed and injured."""
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        titles = (tr("Group"), tr("Killed"), tr("to"), tr("Injured"), tr("to"))
        for at, title in enumerate(titles):
            centre = Qt.AlignmentFlag.AlignHCenter if at else Qt.AlignmentFlag.AlignLeading
            grid.addWidget(Label(title, kind="header"), 0, at, centre)
        for line, group in enumerate(MAIN_GROUPS, 1):
            name = self._words.label(group)
            grid.addWidget(Label(name), line, 0)
            for found in (one for one in ROWS if one.group == group):
                killed = found.key.startswith("killed")
                for end in (0, 1):
                    box = CountBox()
                    words = tr("killed") if killed else tr("injured")
                    least = tr("up to") if end else tr("at least")
                    box.setAccessibleName(f"{name}, {words}, {least}")
                    self.boxes[found.key, end] = box
                    grid.addWidget(box, line, (1 if killed else 3) + end)
        return widget
