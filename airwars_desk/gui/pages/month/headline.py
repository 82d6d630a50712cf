"""The headline of the month: what is in the ranges first and larger, what is not after a line."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.charts.series import incidents_in_words
from airwars_desk.gui.month_queries import Asked, Mark
from airwars_desk.gui.pages.month.tables import range_of
from airwars_desk.gui.text import UNKNOWN, number, span
from airwars_desk.gui.theme import MARGIN, Theme
from airwars_desk.gui.widgets.flow import FlowLayout
from airwars_desk.gui.widgets.label import Label, rule
from airwars_desk.gui.widgets.marks import GradeTag
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.i18n import N_, tr

GRADE_BLOCKS = ("Weak", "Contested", "Discounted")
TALL = 72
#: The blocks in their groups: name, title when people killed are shown, when injured.
GROUPS: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (
        ("alleged", N_("Alleged killed"), N_("Alleged injured")),
        ("likely", N_("Likely killed"), N_("Likely injured")),
    ),
    (
        ("children", N_("Children killed, likely"), N_("Children killed, likely")),
        ("women", N_("Women killed, likely"), N_("Women killed, likely")),
    ),
    tuple((grade, N_(grade), N_(grade)) for grade in GRADE_BLOCKS),
    (
        ("not_reviewed", N_("Not reviewed"), N_("Not reviewed")),
        ("unknown", N_("No count"), N_("No count")),
        ("conceded", N_("Conceded"), N_("Conceded")),
    ),
)


class Block(QWidget):
    """One number with its title and its incidents; a click, Enter or Space leads to them."""

    opened = Signal(object)  # the Mark

    def __init__(self, *, kind: str, ink: str) -> None:
        super().__init__()
        self.mark: Mark | None = None
        self.title = Label(kind="hint", ink="ink2")
        self.head = Label(kind=kind, ink=ink)
        self.foot = Label(kind="hint", ink="ink2")
        self._tags = QWidget()
        self._tags_row = across(self._tags, spacing=3)
        self._tags.setVisible(False)
        self.setFixedHeight(TALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = down(self)
        column.addWidget(self.title)
        column.addWidget(self.head, 1)
        last = QWidget()
        row = across(last, spacing=5)
        row.addWidget(self._tags)
        row.addWidget(self.foot)
        row.addStretch(1)
        column.addWidget(last)

    def show_number(self, title: str, text: str, below: str, mark: Mark) -> None:
        """Show another number; without an incident it leads nowhere."""
        self.mark = mark if mark.incidents else None
        self.title.set_text(title)
        self.head.set_text(text)
        self.foot.set_text(below)
        self.setAccessibleName(f"{title}: {text}, {below}")
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self.mark else Qt.CursorShape.ArrowCursor
        )
        self._underline(on=self.hasFocus())

    def show_grades(self, theme: Theme, grades: tuple[str, ...]) -> None:
        """Show the tags of the grades that are counted."""
        while self._tags_row.count():
            item = self._tags_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for grade in grades:
            self._tags_row.addWidget(GradeTag(theme, grade))
        self._tags.setVisible(bool(grades))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the incidents."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the incidents by Enter or Space."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline what leads somewhere."""
        super().enterEvent(event)
        self._underline(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        """No underline at rest."""
        super().leaveEvent(event)
        self._underline(on=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Underline the number at hand."""
        super().focusInEvent(event)
        self._underline(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the underline away."""
        super().focusOutEvent(event)
        self._underline(on=False)

    def _open(self) -> None:
        if self.mark is not None:
            self.opened.emit(self.mark)

    def _underline(self, *, on: bool) -> None:
        font = QFont(self.head.font())
        font.setUnderline(on and self.mark is not None)
        self.head.setFont(font)


class Headline(QWidget):
    """All blocks, in one line where there is room and in several where not."""

    opened = Signal(object)  # the Mark

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.blocks: dict[str, Block] = {}
        column = down(self, margins=(MARGIN, 10, MARGIN, 10))
        holder = QWidget()
        flow = FlowLayout(holder, gap=22)
        for position, group in enumerate(GROUPS):
            part = QWidget()
            row = across(part, spacing=22)
            for name, _, _ in group:
                kind = "headline" if position == 0 else "lesser"
                block = Block(kind=kind, ink="accent" if name == "likely" else "ink")
                block.opened.connect(self.opened)
                self.blocks[name] = block
                row.addWidget(block)
            if position < len(GROUPS) - 1:
                row.addWidget(rule(vertical=True))
            flow.addWidget(part)
        column.addWidget(holder)

    def show_numbers(self, found: dict[str, Any], asked: Asked) -> None:
        """Show the numbers of a month."""
        here, harm = found["here"], asked.harm
        alleged, likely = here["alleged"], here["likely"]
        below = tr("{incidents}, all grades")
        self._put(
            "alleged",
            harm,
            range_of(alleged, harm),
            below.format(incidents=incidents_in_words(alleged["incidents"])),
            alleged["incidents"],
        )
        self._putrange_of("likely", harm, likely)
        self.blocks["likely"].show_grades(self._theme, asked.likely)
        for who in ("children", "women"):
            count = found["open"][who]
            text = range_of(likely, f"{who}_killed")
            self._put(who, harm, text, incidents_in_words(count), count)
        for grade in GRADE_BLOCKS:
            self._putrange_of(grade, harm, here["by_grade"][grade])
            self.blocks[grade].show_grades(self._theme, (grade,))
        self._putrange_of("not_reviewed", harm, here["not_reviewed"])
        count = alleged["unknown"]
        self._put("unknown", harm, number(count), tr("incidents"), count)
        self._put_conceded(here["conceded"], found["open"]["conceded"], harm)

    def _putrange_of(self, name: str, harm: str, block: dict[str, Any]) -> None:
        count = block["incidents"]
        self._put(name, harm, range_of(block, harm), incidents_in_words(count), count)

    def _put_conceded(self, conceded: dict[str, int], count: int, harm: str) -> None:
        word = "injuries" if harm == "injured" else "deaths"
        text = span(conceded[f"{word}_min"], conceded[f"{word}_max"]) if count else UNKNOWN
        below = tr("in {incidents}").format(incidents=incidents_in_words(count))
        self._put("conceded", harm, text, below, count)

    def _put(self, name: str, harm: str, text: str, below: str, count: int) -> None:
        titles = next(row for group in GROUPS for row in group if row[0] == name)
        title = tr(titles[2 if harm == "injured" else 1])
        kind, grade = ("grade", name) if name in GRADE_BLOCKS else (name, "")
        mark = Mark(kind=kind, grade=grade, incidents=count)
        self.blocks[name].show_number(title, text, below, mark)
