"""The tabs of a page; where there is little room they stand closer, so that all can be seen."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import TABS

ROOMY = 980  # pixels from which the tabs stand apart as the looks have them


class TabBar(QTabBar):
    """A bar of words, the tab at the front underlined; scroll buttons come last of all."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(TABS)
        self.setFont(fonts.font("count"))  # wide enough for the tab at the front
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the tabs closer, or apart again."""
        is_close = self.width() < ROOMY
        if bool(self.property("close")) != is_close:
            self.setProperty("close", is_close)
            self.style().unpolish(self)
            self.style().polish(self)
        super().resizeEvent(event)
