"""A station of the tour: one page or dialog in one state; and the stage it is brought on to.

The stage holds three windows, made when they are first asked for: one on the sample, one on an
empty casebook, one on none. Their workers do everything at once, so a page asked for is there.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget

from airwars_desk.gui import requests
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.window import Window

if TYPE_CHECKING:
    from airwars_desk.operations.desk import Office

SETTLE_MS = 140  # longer than the pause after which the search box asks
STATES = ("filled", "empty", "busy", "error")
PERSON = "L. Karim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One picture.

    Args:
        name: of the picture, without theme and scale.
        covers: the page, as in `page_table.PAGES`, or the dialog, as `module:Class` below `gui/`.
        draw: brings it about and returns what is to be seen.
        state: one of `STATES`.
        mirrored: it is drawn from right to left as well.
        writes: it changes the casebook, so it is left out where that is not the sample.
        readme: it is one of the pictures of README.
    """

    name: str
    covers: str
    draw: "Callable[[Stage], QWidget]"
    state: str = "filled"
    mirrored: bool = False
    writes: bool = False
    readme: bool = False


@dataclass
class Stage:
    """What stations stand on.

    Args:
        theme: the look.
        folder: passing files, settings and casebooks; whoever made it removes it.
        sample: the casebook that is shown.
        size: of the windows, in logical pixels.
        search: the first incident that matches is the one opened.
    """

    theme: Theme
    folder: Path
    sample: Path
    size: tuple[int, int]
    search: str = ""
    _windows: dict[str, Window] = field(default_factory=dict)
    _after: list[Callable[[], None]] = field(default_factory=list)

    @property
    def window(self) -> Window:
        """The window on the sample."""
        return self._window("sample", lambda window: window.open_path(self.sample))

    @property
    def empty(self) -> Window:
        """The window on a casebook without any incident."""
        path = self.folder / "Dalun.casebook"
        work = partial(requests.made, path=path, person=PERSON, role="supervisor")
        return self._window("empty", lambda window: window.open_with(work, path.name))

    @property
    def bare(self) -> Window:
        """The window without a casebook."""
        return self._window("bare", lambda window: window.start())

    def place(self, name: str, window: Window | None = None) -> Any:
        """Show a page and return it; the window is the one on the sample by default."""
        shown = window or self.window
        if shown.page != name:
            shown.show_page(name)
        self.settle()
        return shown.pages[name]

    def incident(self) -> Any:
        """Return the page of an incident, opened where none is open yet."""
        window = self.window
        if window.incident is None or not window.incident.uid:
            page = self.place("incidents")
            page.search.setText(self.search)
            self.settle()
            page.select(0)
            window.perform_id("incident.open")
        return self.place("incident")

    def after(self, act: Callable[[], None]) -> None:
        """Do something once the picture is taken."""
        self._after.append(act)

    def settle(self, for_ms: int = SETTLE_MS) -> None:
        """Let timers and events run."""
        loop = QEventLoop()
        QTimer.singleShot(for_ms, loop.quit)
        loop.exec()

    def take(self, station: Station, path: Path, *, small: bool = False) -> None:
        """Draw a station into a file, of 256 colours when `small`, and leave the stage as it was.

        Raises:
            OSError: the picture could not be written.
        """
        shown = self.begin(station)
        picture = shown.grab().toImage()
        written = (_of_few_colours(picture) if small else picture).save(str(path), quality=0)
        self.end(shown)
        if not written:
            raise OSError(path)

    def begin(self, station: Station) -> QWidget:
        """Bring a station about, in windows of the size asked for."""
        for window in self._windows.values():
            window.resize(*self.size)
        shown = station.draw(self)
        if isinstance(shown, QMenu):  # shown, it would take the keyboard
            shown.adjustSize()
        else:
            shown.show()
        self.settle()
        return shown

    def end(self, shown: QWidget) -> None:
        """Leave a station: what it began is ended, its dialog closed."""
        while self._after:
            self._after.pop()()
        if not isinstance(shown, Window) and shown.isWindow():
            shown.close()
            shown.deleteLater()

    def office(self) -> "Office":
        """Return settings of the tour's own."""
        from airwars_desk.operations.desk import Office

        return Office(folder=self.folder)

    def leave(self) -> None:
        """Close the windows."""
        for window in self._windows.values():
            window.close()
            window.runner.shut_down()
            window.deleteLater()
        self._windows.clear()
        self.settle(0)

    def _window(self, name: str, begin: Callable[[Window], None]) -> Window:
        if name not in self._windows:
            window = Window(self.theme, InlineRunner(self.office, requests.close_desk))
            window.resize(*self.size)
            window.runner.broken.connect(_complain)
            window.show()
            begin(window)
            self._windows[name] = window
            self.settle()
        return self._windows[name]


def pressed(stage: Stage, draw: Callable[[Stage], QWidget]) -> QWidget:
    """Draw a dialog whose main button was pressed before what it needs was given."""
    dialog = draw(stage)
    dialog.show()
    if isinstance(dialog, Frame):
        dialog.main.click()
    return dialog


def _of_few_colours(picture: QImage) -> QImage:
    """Return a picture with the 256 colours that are most frequent in it."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counts.most_common(256)]
    exact = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, exact)


def _complain(report: str) -> None:
    """A bug met on the tour ends it: a picture of a broken page shows nothing."""
    raise RuntimeError(report)
