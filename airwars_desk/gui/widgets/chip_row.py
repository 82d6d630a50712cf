"""The filters in the search box, a chip each; where not all have room, "+2" stands before them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import RADIUS_TAG, Theme
from airwars_desk.gui.widgets.chips import HEIGHT, Chip
from airwars_desk.rules.query import Filter

GAP, NARROWEST = 6, 110
MORE = 38  # pixels of "+2" and the gap after it


class ChipRow:
    """Chips at the leading edge of a line of text.

    Args:
        box: the line they stand in.
        closed: called with the filter whose chip was taken out.
    """

    def __init__(self, theme: Theme, box: QLineEdit, closed: Callable[[Filter], object]) -> None:
        self._theme = theme
        self._box = box
        self._closed = closed
        self.chips: list[Chip] = []
        self.hidden = 0  # chips that have no room

    def show_filters(self, told: Sequence[tuple[Filter, tuple[str, str]]]) -> None:
        """Show other filters, each with its words: field and value."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for one, words in told:
            chip = Chip(self._theme, *words, self._box)
            chip.closed.connect(lambda gone=one: self._closed(gone))
            self.chips.append(chip)

    def lay_out(self, lead: int, room: int) -> int:
        """Put the last chips that have room after `lead` pixels; return the pixels they take."""
        shown = self._with_room(room)
        if len(shown) < len(self.chips):
            shown = self._with_room(room - MORE)
        self.hidden = len(self.chips) - len(shown)
        at = lead + (MORE if self.hidden else 0)
        for chip in self.chips:
            chip.setVisible(chip in shown)
        for chip in shown:
            left = self._box.width() - at - chip.width() if self._is_mirrored() else at
            chip.move(left, (self._box.height() - HEIGHT) // 2)
            at += chip.width() + GAP
        return at - lead

    def paint(self, painter: QPainter, lead: int) -> None:
        """Paint how many chips have no room, before those that have."""
        if not self.hidden:
            return
        left = self._box.width() - lead - MORE + GAP if self._is_mirrored() else lead
        box = QRect(left, (self._box.height() - HEIGHT) // 2, MORE - GAP, HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("tint"))
        painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(fonts.font("strong"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"+{self.hidden}")

    def _is_mirrored(self) -> bool:
        return self._box.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _with_room(self, room: int) -> list[Chip]:
        """Return the last chips that a width holds, one at least, each as wide as it may be."""
        shown: list[Chip] = []
        for chip in reversed(self.chips):
            width = min(chip.sizeHint().width(), max(NARROWEST, room))
            if shown and room < width:
                break
            chip.resize(width, HEIGHT)
            shown.insert(0, chip)
            room -= width + GAP
        return shown
