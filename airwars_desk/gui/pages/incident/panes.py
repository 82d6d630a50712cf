"""The three panes above the tabs; in a narrow window one at the side folds to a strip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.theme import Theme
from airwars_desk.gui.widgets.panes import QuietSplitter, across
from airwars_desk.gui.widgets.side_strip import SideStrip
from airwars_desk.i18n import tr

WIDE = 1200  # room for all three; below it one of the outer two is a strip
SIZES = (350, 550, 396)
NARROW_SIZES = (296, 480, 340)


class UpperPanes(QWidget):
    """Sources, text, this source. The outer one that is worked in is open, the other folds."""

    def __init__(self, theme: Theme, sources: QWidget, text: QWidget, values: QWidget) -> None:
        super().__init__()
        self._outer = (sources, values)
        self._open = 0
        self.strips = (SideStrip(theme, tr("Sources")), SideStrip(theme, tr("This source")))
        self._splitter = splitter = QuietSplitter(theme, Qt.Orientation.Horizontal)
        for pane in (sources, text, values):
            splitter.addWidget(pane)
        splitter.setSizes(list(SIZES))
        splitter.setStretchFactor(1, 1)
        self._is_narrow = False
        row = across(self, spacing=0)
        row.addWidget(self.strips[0])
        row.addWidget(splitter, 1)
        row.addWidget(self.strips[1])
        for number, strip in enumerate(self.strips):
            strip.opened.connect(lambda at=number: self._on_opened(at))
        self._fit()

    def reveal(self, pane: QWidget) -> None:
        """Open the pane that is to be worked in."""
        if pane in self._outer:
            self._open = self._outer.index(pane)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or open with the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < WIDE
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._splitter.setSizes(list(NARROW_SIZES if narrow else SIZES))
        for number, (pane, strip) in enumerate(zip(self._outer, self.strips, strict=True)):
            folded = narrow and number != self._open
            pane.setVisible(not folded)
            strip.setVisible(folded)

    def _on_opened(self, number: int) -> None:
        self.reveal(self._outer[number])
        first = next(
            (
                child
                for child in self._outer[number].findChildren(QWidget)
                if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled()
            ),
            self._outer[number],
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)
