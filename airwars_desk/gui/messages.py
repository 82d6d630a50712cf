"""What the program says in passing: one line in the title strip, eight seconds, plain text.

What failed stays until it is dismissed or solved. Nothing here is a dialog, except the report of
a bug of ours.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui.widgets.label import Label
from airwars_desk.i18n import tr

SHOWN_MS = 8000


@dataclass(frozen=True, slots=True)
class Notice:
    """One line, with at most two buttons.

    Args:
        text: what is said.
        ink: its colour, by the name of the theme.
        stays: it is shown until it is dismissed.
        action: id of the action of the first button, "" for none.
        action_label: what that button says.
        path: the file it tells of; the buttons then open the file and its folder, or its folder
            alone, and the notice stays until it is dismissed.
        opens: a program of the system is likely to know the file.
        page: the page it is about, with which it goes; "" for none.
    """

    text: str
    ink: str = "ink2"
    stays: bool = False
    action: str = ""
    action_label: str = ""
    path: Path | None = None
    opens: bool = False
    page: str = ""

    def buttons(self) -> list[tuple[str, str]]:
        """Return label and id of the action of every button."""
        if self.path is None:
            return [(self.action_label, self.action)] if self.action else []
        folder = (tr("Show the folder"), "written.folder")
        return [(tr("Open"), "written.open"), folder] if self.opens else [folder]


def said(text: str, *, action: str = "", action_label: str = "") -> Notice:
    """Return a notice of something done, with what would undo it."""
    return Notice(text=text, action=action, action_label=action_label)


def written(text: str, path: Path, *, opens: bool = True) -> Notice:
    """Return the notice that names a file that was written: it stays until it was read.

    Args:
        text: what is said.
        path: the file; the notice leads to it and to its folder.
        opens: the file is for reading, not one that only this program knows.
    """
    return Notice(text=text, stays=True, path=path, opens=opens)


def of_refusal(refused: Refused) -> Notice:
    """Return the notice of something refused: sentence and hint, in error, until dismissed."""
    return Notice(text=f"{refused.sentence} {refused.hint}".strip(), ink="error", stays=True)


def of_bug() -> Notice:
    """Return the notice of a bug of ours."""
    return Notice(
        text=tr("The program made a mistake; what you typed is kept as a draft."),
        ink="error",
        stays=True,
        action="help.report",
        action_label=tr("Details"),
    )


class NoticeLine(QWidget):
    """The place in the title strip where notices stand."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notice: Notice | None = None
        self._text = Label(kind="hint", ink="ink2", cut=True)
        self._acts = (_link(""), _link(""))
        self._close = _link(tr("Dismiss"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        for number, act in enumerate(self._acts):
            act.clicked.connect(partial(self._on_act, number))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._text, *self._acts, self._close):
            row.addWidget(widget)
        row.addStretch(1)
        self.clear()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self.notice = notice
        self._text.set_text(notice.text, notice.ink)
        self._text.setMaximumWidth(self._text.sizeHint().width() + 4)
        self._text.setVisible(True)
        labels = [label for label, _ in notice.buttons()]
        for number, act in enumerate(self._acts):
            label = labels[number] if number < len(labels) else ""
            act.setText(label)
            act.setVisible(bool(label))
        self._close.setVisible(notice.stays)
        self.setAccessibleName(notice.text)
        self._timer.stop()
        if not notice.stays:
            self._timer.start()

    def clear_of_pages(self) -> None:
        """Another page is shown, or another thing on it: what was about that one goes."""
        if self.notice is not None and self.notice.page:
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.notice = None
        self._timer.stop()
        self._text.set_text("")
        for widget in (*self._acts, self._close):
            widget.setVisible(False)

    def _on_act(self, number: int) -> None:
        if self.notice is None:
            return
        _, action = self.notice.buttons()[number]
        if self.notice.path is None:
            self.clear()
        self.acted.emit(action)


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("link")
    button.setFlat(True)
    return button
