"""The table of sides: a row per field, a column per side, the decision to be and the evidence.

1 to 9 take a column for the current row, with Shift for all rows; Enter goes into the decided
value, where digits are typed; Escape comes back.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from airwars_desk.gui.pages.review.cells import DecideCell
from airwars_desk.gui.pages.review.digits import digit_of
from airwars_desk.gui.pages.review.doubts import doubts
from airwars_desk.gui.pages.review.painting import (
    PADDING,
    ROW_HEIGHT,
    TAKEN,
    SideDelegate,
    SidesHeader,
)
from airwars_desk.gui.pages.review.ruling import Ruling
from airwars_desk.gui.review_readings import evidence, row_text, row_title, side_titles
from airwars_desk.gui.theme import Theme, letter_of
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import Cell, CellModel, Column
from airwars_desk.gui.widgets.table import Table
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case
from airwars_desk.rules.sides import DECISION, WORKING, Row

FIELD, SIDE, DECIDE = 156, 152, 216
NARROW_FIELD, NARROW_SIDE, EVIDENCE = 132, 120, 130
TIGHT_FIELD, TIGHT_SIDE, TIGHT_DECIDE = 126, 96, 196
STEPS = {Qt.Key.Key_N: 1, Qt.Key.Key_BracketRight: 1, Qt.Key.Key_BracketLeft: -1}


class SidesTable(Table):
    """Shows a ruling; says what was taken, typed, and which row is looked at."""

    taken = Signal()
    row_shown = Signal(object)  # a Row
    step_wanted = Signal(int)
    open_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, (Column(tr("Field")),), row_height=ROW_HEIGHT, padding=PADDING)
        self.setAccessibleName(tr("Side by side"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.ruling = Ruling()
        self.rows: list[Row] = []
        self.cells: dict[str, DecideCell] = {}
        self._words = Vocabulary()
        self._tells = True  # there is room for the evidence
        self._swapped = False  # the evidence stands in place of the sides
        self._case: Case | None = None
        self._new: frozenset[str] = frozenset()
        self._model = CellModel(self.columns, self)
        self.setModel(self._model)
        self.current.connect(self._on_current)

    def show_ruling(
        self, ruling: Ruling, case: Case, new: frozenset[str], words: Vocabulary, rows: list[Row]
    ) -> None:
        """Lay another incident out, or other rows of the same one."""
        is_same = self._case is not None and self._case.uid == case.uid
        keep = self.current_key() if is_same else ""
        typing = self._typing() if is_same else None
        self.ruling, self._case, self._new, self._words = ruling, case, new, words
        self.rows = rows
        self._make_columns()
        self.cells = {}
        self._fill()
        for number, row in enumerate(rows):
            cell = DecideCell(self.theme, row, words, self)
            cell.set_value(ruling.values[row.key])
            cell.typed.connect(self._on_typed)
            cell.left.connect(self.setFocus)
            cell.entered.connect(self._on_entered)
            cell.watch(self)
            self.cells[row.key] = cell
            self.setIndexWidget(self._model.index(number, self._decide_column()), cell)
        self._show_people()
        self.select(keep or "killed group/civilians")
        if typing is not None and typing[0] in self.cells:
            key, number = typing
            self.cells[key].editors[number].setFocus()

    def renew(self, case: Case, new: frozenset[str]) -> None:
        """Show the evidence anew; the sides say what they said, so what is typed stays."""
        self._case, self._new = case, new
        self._fill(again=True)

    def current_key(self) -> str:
        """Return the key of the row looked at, "" for none."""
        number = self.currentIndex().row()
        return self.rows[number].key if 0 <= number < len(self.rows) else ""

    def select(self, key: str) -> None:
        """Look at a row, the first where it is not shown."""
        keys = [row.key for row in self.rows]
        if keys:
            number = keys.index(key) if key in keys else 0
            self.setCurrentIndex(self._model.index(number, 0))

    def take(self, number: int, *, everywhere: bool = False) -> None:
        """Take a column for the current row or for all rows."""
        key = self.current_key()
        if everywhere:
            self.ruling.take_all(number)
        elif key:
            self.ruling.take(key, number)
        for row in self.rows:
            self.cells[row.key].set_value(self.ruling.values[row.key])
        self.refresh()

    def whole_height(self) -> int:
        """Return the height that shows every row, in pixels."""
        rows = self.verticalHeader().length()
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.head.sizeHint().height() + rows + bar + 2 * self.frameWidth()

    def swap_evidence(self) -> bool:
        """Show the evidence in place of the sides, or the sides again; False: there is room."""
        if self._tells:
            return False
        self._swapped = not self._swapped
        self.lay_out()
        return True

    def lay_out(self) -> None:
        """Give the evidence what the other columns leave; where they need it all, one or other."""
        room = self.viewport().width()
        sides = max(1, len(self.columns) - 3)
        field, side, decide = FIELD, SIDE, DECIDE
        if room < FIELD + sides * SIDE + DECIDE + EVIDENCE:
            field, side = NARROW_FIELD, NARROW_SIDE
        tells = room >= field + sides * side + decide + EVIDENCE
        if not tells:  # the evidence of the row stands below the table too
            field, decide = TIGHT_FIELD, TIGHT_DECIDE
            side = max(TIGHT_SIDE, (room - field - decide) // sides)
        self._tells = tells
        last = len(self.columns) - 1
        swapped = self._swapped and not tells
        self.setColumnHidden(last, not tells and not swapped)
        for section in range(1, last - 1):
            self.setColumnHidden(section, swapped)
        widths = [field, *[side] * sides, decide]
        used = field + decide if swapped else sum(widths)
        widths.append(max(EVIDENCE, room - used))
        for section, width in enumerate(widths[: len(self.columns)]):
            self.setColumnWidth(section, width)

    def event(self, event: QEvent) -> bool:
        """Take digits, N and brackets before the window's own shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in STEPS or digit_of(event))
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down leave a decided value for the row above or below."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits take, Enter goes into the value, N and brackets go on and back."""
        digit, shifted = digit_of(event), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if digit and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take(digit - 1, everywhere=bool(shifted))
        elif event.key() in STEPS and not event.modifiers():
            self.step_wanted.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            key = self.current_key()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not key:
                self.open_wanted.emit()
            else:
                self.cells[key].begin()
        else:
            super().keyPressEvent(event)

    def _typing(self) -> tuple[str, int] | None:
        """Return row and number of the value that is being typed, None for none."""
        return next(
            (
                (key, number)
                for key, cell in self.cells.items()
                for number, editor in enumerate(cell.editors)
                if editor.hasFocus()
            ),
            None,
        )

    def _on_typed(self, key: str, value: Any) -> None:
        self.ruling.type(key, value)
        self.refresh()

    def _on_entered(self, key: str) -> None:
        if key != self.current_key():
            self.select(key)

    def _on_current(self, number: int) -> None:
        if 0 <= number < len(self.rows):
            self.row_shown.emit(self.rows[number])

    def refresh(self) -> None:
        """Show the ruling as it stands."""
        self._fill(again=True)
        self._show_people()
        self.taken.emit()

    def _show_people(self) -> None:
        found = doubts(self.ruling, self._words)
        for row in self.rows:
            number = self.ruling.taken[row.key]
            people = [self._words.person(uid) for uid in self.ruling.people(row.key)]
            where = ""
            if not people and number is None:
                where = tr("typed")
            elif not people and number is not None:
                kind = self.ruling.sides[number].kind
                where = tr("working") if kind == WORKING else tr("as before")
            self.cells[row.key].show_people(people, where)
            self.cells[row.key].show_doubt(*found.get(row.key, ("", "")))

    def _fill(self, *, again: bool = False) -> None:
        """Write the cells; `again`: the same rows with other values, so the widgets stay."""
        cells = [self._cells_of(row) for row in self.rows]
        if again:
            self._model.change_rows(cells)
        else:
            self._model.set_rows(cells, [row.key for row in self.rows])

    def _cells_of(self, row: Row) -> list[Cell]:
        found = [Cell(row_title(row), weight=500)]
        for number, side in enumerate(self.ruling.sides):
            if not side.says(row.key):
                found.append(Cell("", ink="ink3"))
                continue
            value = side.values[row.key]
            changed = self.ruling.is_changed(row.key, number)
            missing = side.kind == DECISION and not side.uid
            found.append(
                Cell(
                    "–" if missing else row_text(row, value, self._words),
                    ink="ink" if changed else "ink2",
                    weight=500 if changed else 400,
                    tag=letter_of(value) if row.key == "grade" and not missing else "",
                    ground=TAKEN if self.ruling.taken[row.key] == number else "",
                )
            )
        told, new = ("", "")
        if self._case is not None:
            told, new = evidence(row, self._case, self._new)
        return [*found, Cell(""), Cell(told, more=new, more_ink="accent", ink="ink2")]

    def _make_columns(self) -> None:
        titles = [title for title, _ in side_titles(self.ruling.sides, self._words)]
        self.columns = (
            Column(tr("Field"), FIELD),
            *(Column(title, SIDE) for title in titles),
            Column(tr("Decide"), DECIDE),
            Column(tr("Evidence")),
        )
        self.head = SidesHeader(self.theme, self.columns)
        self.head.details = [
            "",
            *(detail for _, detail in side_titles(self.ruling.sides, self._words)),
        ]
        self.setHorizontalHeader(self.head)
        self.head.show()
        self.head.setSectionsClickable(True)
        self.head.sectionClicked.connect(
            lambda section: (
                self.take(section - 1, everywhere=True)
                if 0 < section <= len(self.ruling.sides)
                else None
            )
        )
        self._model.set_columns(self.columns)
        self.setItemDelegate(SideDelegate(self.theme, self.columns, padding=PADDING))
        self.lay_out()

    def _decide_column(self) -> int:
        return len(self.columns) - 2
