"""A long operation: what is going on, how far it is, Cancel. All or nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.tickets import Ticket
from airwars_desk.gui.widgets.how_far import HowFar
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr


class Progress(Frame):
    """Runs a work that reports; closes when it is done, stays with the error when refused."""

    def __init__(self, parent: QWidget | None, runner: BaseRunner, title: str) -> None:
        super().__init__(parent, title, tr("Close"), width=420)
        self._runner = runner
        self._ticket: Ticket | None = None
        self.how_far = HowFar()
        down(self.body).addWidget(self.how_far)
        self.main.setVisible(False)
        runner.progress.connect(self._on_progress)

    def run(self, work: Any, done: Callable[[Any], None]) -> None:
        """Begin; `done(result)` is called after the dialog was closed."""

        def finish(result: Any) -> None:
            self._ticket = None
            self.accept()
            done(result)

        self._ticket = self._runner.run(work, finish, failed=self._on_refused, reports=True)
        if self._ticket is not None and not self.result() and self.problem.isHidden():
            self.open()

    def reject(self) -> None:
        """Cancel: the work stops at its next report, and then nothing has happened."""
        if self._ticket is None:
            super().reject()
            return
        self._ticket.cancel()
        self.cancel.setEnabled(False)
        self.how_far.show_stopping()

    def _on_progress(self, ticket: int, done: int, total: int) -> None:
        if self._ticket is None or ticket != self._ticket.number:
            return
        self.how_far.show_numbers(done, total)

    def _on_refused(self, refused: Refused) -> None:
        self._ticket = None
        if refused.code == "cancelled":
            super().reject()
            return
        self.how_far.setVisible(False)
        self.cancel.setText(tr("Close"))
        self.cancel.setEnabled(True)
        self.say_problem(f"{refused.sentence} {refused.hint}".strip())
        self.open()


def run_with_progress(
    parent: QWidget | None,
    runner: BaseRunner,
    title: str,
    work: Any,
    done: Callable[[Any], None],
) -> Progress:
    """Run a reporting work with its dialog and return the dialog."""
    dialog = Progress(parent, runner, title)
    dialog.run(work, done)
    return dialog
