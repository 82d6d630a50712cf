"""Decide: the working state becomes the decided one, with a grade and a reason."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.choosers import Chooser, LongText
from airwars_desk.gui.text import span
from airwars_desk.gui.views import Head
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr

GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")


class Decide(Frame):
    """Figures leave the house with this, so it asks: working beside decided, grade, reason."""

    def __init__(self, parent: QWidget | None, head: Head) -> None:
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

    def answer(self) -> tuple[str | None, str]:
        """Return grade (None for not graded) and reason."""
        return self.grade.value(), str(self.reason.value() or "").strip()

    def on_main(self) -> None:
        """Close only with a reason: a decision says why."""
        if self.answer()[1]:
            self.accept()
        else:
            self.say_problem(tr("Give the reason: a decision says why."))
            self.reason.setFocus()
