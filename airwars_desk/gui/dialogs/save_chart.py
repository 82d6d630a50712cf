"""Save a chart as a picture: which chart, which kind of file, then where."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from airwars_desk.gui import month_requests
from airwars_desk.gui.charts.series import BANDS, STACKS, title_of
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.careful import unless_kept
from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.messages import written
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.pages.month.page import MonthPage

KINDS = ("png", "svg")
NAMES = {BANDS: "killed-by-month", STACKS: "incidents-by-grade"}


class SaveChart(Frame):
    """Asks for chart and kind; the picture is drawn here and written by the worker."""

    def __init__(self, parent: QWidget, runner: BaseRunner, page: "MonthPage") -> None:
        super().__init__(parent, tr("Save a chart as a picture"), tr("Choose a file and save"))
        self._parent = parent
        self._runner = runner
        self._page = page
        self.chart = QComboBox()
        for chart in (BANDS, STACKS):
            self.chart.addItem(title_of(chart, page.asked.harm), chart)
        self.kind = QComboBox()
        for kind, title in zip(KINDS, (tr("Picture, PNG"), tr("Drawing, SVG")), strict=True):
            self.kind.addItem(title, kind)
        grid = form(self.body)
        add_field(grid, tr("Chart"), self.chart)
        add_field(grid, tr("File"), self.kind)

    def run(self, notice: Callable[[Any], None]) -> None:
        """Ask and write; `notice` says where the picture lies."""
        if not self.exec():
            return
        chosen = ask.target(self._parent, self.windowTitle(), self.name())
        if chosen is None:
            return
        path = self.with_ending(chosen)

        def write() -> None:
            self._runner.run(
                partial(month_requests.save_file, path=path, data=self.picture()),
                lambda kept: notice(
                    written(tr("Picture written to {path}.").format(path=kept), kept)
                ),
            )

        if path == chosen:
            write()  # the system's own dialog has asked
        else:
            unless_kept(self._parent, self._runner, path, write)

    def name(self) -> str:
        """The name a file is offered under."""
        name = NAMES[self.chart.currentData()]
        if self._page.asked.harm == "injured":
            name = name.replace("killed", "injured")
        return f"{self._page.month or 'all'}-{name}.{self.kind.currentData()}"

    def with_ending(self, path: Path) -> Path:
        """The path with the ending of the kind of file, where it has another."""
        ending = f".{self.kind.currentData()}"
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

    def picture(self) -> bytes:
        """The bytes of the file."""
        from airwars_desk.gui.charts.picture import Print, picture

        printed = Print(
            chart=self.chart.currentData(),
            grades=self._page.grades_as_text(),
            filters=self._page.filters_as_text(),
            mirrored=self._page.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        return picture(self._page.chart, printed, self.kind.currentData())
