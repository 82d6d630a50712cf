"""What the program says in passing: one line in the title strip, eight seconds, plain text.

What failed stays until it is dismissed or solved. Nothing here is a dialog, except the report of
a bug of ours.
"""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui.widgets.label import Label
from airwars_desk.i18n import tr

SHOWN_MS = 8000


@dataclass(frozen=True, slots=True)
class Notice:
    """One line. `stays` keeps it until it is dismissed; `action` names what a button would do.

    `page` names the page it is about, with which it goes; "" for none.
    """

    text: str
    ink: str = "ink2"
    stays: bool = False
    action: str = ""
    action_label: str = ""
    page: str = ""


def said(text: str, *, action: str = "", action_label: str = "") -> Notice:
    """Return a notice of something done, with what would undo it."""
    return Notice(text=text, action=action, action_label=action_label)


def written(text: str) -> Notice:
    """Return the notice that names a file that was written: it stays until it was read."""
    return Notice(text=text, stays=True)


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
        self._act = _link("")
        self._close = _link(tr("Dismiss"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self._act.clicked.connect(self._on_act)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._text, self._act, self._close):
            row.addWidget(widget)
        row.addStretch(1)
        self.clear()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self.notice = notice
        self._text.set_text(notice.text, notice.ink)
        self._text.setMaximumWidth(self._text.sizeHint().width() + 4)
        self._text.setVisible(True)
        self._act.setText(notice.action_label)
        self._act.setVisible(bool(notice.action))
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
        for widget in (self._act, self._close):
            widget.setVisible(False)

    def _on_act(self) -> None:
        if self.notice is not None:
            self.acted.emit(self.notice.action)
            self.clear()


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("link")
    button.setFlat(True)
    return button
