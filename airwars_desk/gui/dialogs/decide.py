"""Decide: the working state becomes the decided one, with a grade and a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.choosers import Chooser, LongText
from airwars_desk.gui.review_readings import ask_again, checks_before, reversed_ranges
from airwars_desk.gui.text import span
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.views import Head
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.check_list import CheckList
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.panes import down, show_key
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case
from airwars_desk.rules.sides import working_values

CHECKS_HEIGHT = 112

GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")


class Decide(Frame):
    """Figures leave with this, so it asks: working beside decided, grade, reason, the checks."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, head: Head, case: Case, words: Vocabulary
    ) -> None:
        title = tr("Decide {code}").format(code=head.code)
        super().__init__(parent, title, tr("Decide"))
        self.grade = Chooser([(key, choice_label(key)) for key in GRADES])
        self.grade.setObjectName("grade")
        self.grade.set_value(head.grade)
        self.reason = LongText(lines=3)
        self.reason.setObjectName("reason")
        column = down(self.body, spacing=12)
        fields = QWidget()
        grid = form(fields)
        working = tr("killed {killed}, injured {injured}").format(
            killed=span(*head.working_killed), injured=span(*head.working_injured)
        )
        decided = tr("killed {killed}, injured {injured}").format(
            killed=span(*head.decided_killed), injured=span(*head.decided_injured)
        )
        add_field(grid, tr("Working"), Label(working, kind="strong"))
        add_field(
            grid, tr("Decided"), Label(decided if head.is_decided else tr("not yet"), ink="ink2")
        )
        add_field(grid, tr("Grade"), self.grade)
        add_field(grid, tr("Reason"), self.reason)
        column.addWidget(fields)
        self._case, self._words = case, words
        self._values = working_values(case, None)
        self._asked = False
        self.checks = CheckList(theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a stop at which nothing would be seen
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(CHECKS_HEIGHT)
        beside = QWidget()
        inner = down(beside)
        inner.addWidget(self.checks)
        inner.addStretch(1)
        area.setWidget(beside)
        column.addWidget(rule())
        column.addWidget(area)
        self.grade.edited.connect(self._recheck)
        self.reason.edited.connect(lambda: self.say_problem(""))
        self._recheck()

    def answer(self) -> tuple[str | None, str]:
        """Return grade (None for not graded) and reason."""
        return self.grade.value(), str(self.reason.value() or "").strip()

    def on_main(self) -> None:
        """Close only with a reason, and on purpose where a minimum is above its maximum."""
        odd = reversed_ranges(self._values)
        if not self.answer()[1]:
            self.say_problem(tr("Give the reason: a decision says why."))
            self.reason.setFocus()
        elif odd and not self._asked:
            self._asked = True
            self.say_problem(ask_again(odd))
            text = tr("Decide with {ranges}").format(ranges=", ".join(odd.values()))
            self.main.setProperty("words", text)
            self.main.setAccessibleName(text)
            show_key(self.main)
        else:
            self.accept()

    def _recheck(self) -> None:
        values = {**self._values, "grade": self.grade.value()}
        self.checks.show_checks(checks_before(self._case, values, self._words))
