"""Questions before something is lost: Enter leaves all as it is until one goes to the other button.

So a second press of Enter, meant for the dialog before, takes nothing away.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui import requests
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.text import moment
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr


class Careful(Frame):
    """A sentence, a button that says what it takes away, and Cancel, where the keyboard begins."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, sentence: str) -> None:
        super().__init__(parent, title, verb)
        down(self.body).addWidget(Paragraph(sentence))
        self.main.setDefault(False)
        self.cancel.setAutoDefault(True)
        self.cancel.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where nothing is lost."""
        super().showEvent(event)
        self.cancel.setFocus()


class ReplaceFile(Careful):
    """Asks before a file is written over. `written`: when it was written, ISO."""

    def __init__(self, parent: QWidget | None, path: Path, written: str) -> None:
        sentence = tr("“{name}” is in {folder} already, written {time}. It would be lost.")
        super().__init__(
            parent,
            tr("Replace a file"),
            tr("Replace {name}").format(name=path.name),
            sentence.format(name=path.name, folder=path.parent, time=moment(written)),
        )


def unless_kept(
    parent: QWidget | None, runner: BaseRunner, path: Path, go_on: Callable[[], None]
) -> None:
    """Go on with writing a file; where one is there already, only if it is to be replaced."""

    def ask(written: str) -> None:
        if not written or ReplaceFile(parent, path, written).exec():
            go_on()

    runner.run_office(partial(requests.written_at, path=path), ask)
