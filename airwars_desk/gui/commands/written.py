"""Commands on the file that was just written: our own, so nothing is asked before it is opened."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from airwars_desk.gui import errands
from airwars_desk.gui.messages import Notice
from airwars_desk.gui.tasks import FILES
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def open_file(window: "Window") -> None:
    """Hand the file to the program the system knows for it."""
    if window.written is not None:
        _hand_over(window, window.written, window.written)


def show_folder(window: "Window") -> None:
    """Show the folder the file lies in."""
    if window.written is not None:
        _hand_over(window, window.written.parent, window.written)


def _hand_over(window: "Window", wanted: Path, written: Path) -> None:
    def go(found: Path | None) -> None:
        if found is None:
            text = tr("{path} is not there any more.").format(path=wanted)
        elif QDesktopServices.openUrl(QUrl.fromLocalFile(str(found))):
            return
        else:
            text = tr("The system knows no program for this. The file is {path}.").format(
                path=written
            )
        window.notice(Notice(text, ink="warn", stays=True))

    window.runner.run(partial(errands.whole_path, path=wanted), go, thread=FILES)
