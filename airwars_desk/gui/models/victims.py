"""The victims of a case as a table: a row per family, its people below it, those without last."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.text import UNKNOWN, one_line
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    DISPLAY,
    EDIT,
    EMPTY,
    TOOLTIP,
    Cell,
    Column,
    Index,
)
from airwars_desk.i18n import isolate, ntr, tr
from airwars_desk.records.case import Item
from airwars_desk.rules.ages import read_age

FIELDS = ("", "name", "name_local", "sex", "", "age_raw", "status", "", "notes")


def columns() -> tuple[Column, ...]:
    """Return the columns, in the order of `FIELDS`."""
    return (
        Column("", 44),
        Column(tr("Name"), share=7),
        Column(tr("Name, Arabic"), share=5),
        Column(tr("Sex"), 66),
        Column(tr("Age"), 60),
        Column(tr("As written"), 84),
        Column(tr("Harm"), 68),
        Column(tr("In"), 62),
        Column(tr("Note"), share=5),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a family's head, or a victim."""

    uid: str
    is_family: bool
    number: int = 0


class VictimsModel(QAbstractTableModel):
    """Rows read from the case; writing goes through it."""

    def __init__(self, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self._editing = editing
        self._lines: list[Line] = []
        self._sources: dict[str, str] = {}

    def renew(self) -> None:
        """Read the case again."""
        case = self._editing.case
        self.beginResetModel()
        victims = case.of("victim")
        numbers = {item.uid: number for number, item in enumerate(victims, 1)}
        self._lines = []
        known = set()
        for family in case.of("family"):
            known.add(family.uid)
            self._lines.append(Line(family.uid, is_family=True))
            self._lines += [
                Line(item.uid, is_family=False, number=numbers[item.uid])
                for item in victims
                if item.values.get("family") == family.uid
            ]
        alone = [item for item in victims if item.values.get("family") not in known]
        if alone:
            self._lines.append(Line("", is_family=True))
            self._lines += [
                Line(item.uid, is_family=False, number=numbers[item.uid]) for item in alone
            ]
        self._sources = self._read_sources()
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return what a row stands for."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def families(self) -> list[int]:
        """Return the rows of families."""
        return [row for row, line in enumerate(self._lines) if line.is_family]

    def row_of(self, uid: str) -> int:
        """Return the row of a victim or family, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.uid == uid), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the title of a column."""
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Fields of a victim and the names of a family may be edited."""
        line = self.line(index.row())
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if line is None or not self._editing.is_writable or not line.uid:
            return base
        name = FIELDS[index.column()]
        if name and (not line.is_family or name == "name"):
            return base | Qt.ItemFlag.ItemIsEditable
        return base

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a cell, its text, or the value to edit."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == EDIT:
            return self._editing.get(line.uid, FIELDS[index.column()])
        if role not in (CELL_ROLE, DISPLAY, TOOLTIP):
            return None
        cell = (
            self._family(line, index.column())
            if line.is_family
            else self._victim(line, index.column())
        )
        return cell if role == CELL_ROLE else one_line(f"{cell.text} {cell.more}")

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Write a field of a victim or a family."""
        line = self.line(index.row())
        if role != EDIT or line is None or not line.uid:
            return False
        self._editing.set(line.uid, FIELDS[index.column()], value)
        self.dataChanged.emit(
            self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1)
        )
        return True

    def _victim(self, line: Line, column: int) -> Cell:
        values = self._editing.case.items[line.uid].values
        name = FIELDS[column]
        if column == 0:
            return Cell(f"V{line.number}", ink="ink3", size=12)
        if column == 1 and not values.get("name"):
            return Cell(tr("not recorded"), ink="ink3")
        if column == 4:
            return _age(values)
        if column == 7:
            return Cell(self._sources.get(line.uid, ""), ink="ink2")
        if name in ("sex", "status"):
            value = values.get(name)
            return Cell(choice_label(value)) if value else Cell(UNKNOWN, ink="ink3")
        text = one_line(values.get(name))
        quiet = name in ("age_raw", "notes")
        if not text:
            return EMPTY if quiet else Cell(UNKNOWN, ink="ink3")
        return Cell(text, ink="ink2" if quiet else "ink", size=12 if name == "age_raw" else 13)

    def _family(self, line: Line, column: int) -> Cell:
        values = self._editing.case.items[line.uid].values if line.uid else {}
        if column != 1:
            return Cell(ground="side")
        name = one_line(values.get("name")) or (
            tr("Family without a name") if line.uid else tr("No family recorded")
        )
        # the count first: an Arabic name before it would turn the line round
        parts = (self._tally(line.uid), values.get("name_local"), values.get("notes"))
        more = "   ".join(isolate(one_line(part)) for part in parts if part)
        return Cell(name, weight=600, ground="side", more=more, more_ink="ink2")

    def _tally(self, family: str) -> str:
        people = [
            item
            for item in self._editing.case.of("victim")
            if (item.values.get("family") or "") == family
            or (not family and item.values.get("family") not in self._editing.case.items)
        ]
        parts = []
        for status, one, many in (
            ("killed", "{n} killed", "{n} killed"),
            ("injured", "{n} injured", "{n} injured"),
        ):
            number = sum(item.values.get("status") == status for item in people)
            if number:
                parts.append(ntr(one, many, number).format(n=number))
        return ", ".join(parts)

    def _read_sources(self) -> dict[str, str]:
        case = self._editing.case
        found: dict[str, list[str]] = {}
        for number, citation in enumerate(case.of("citation"), 1):
            for mention in case.of("mention", citation.uid):
                victim = mention.values.get("victim")
                if victim:
                    found.setdefault(str(victim), []).append(f"S{number}")
        return {uid: " ".join(names) for uid, names in found.items()}


def named_killed(victims: list[Item]) -> int:
    """Return how many of the killed have a name in any script."""
    return sum(
        item.values.get("status") == "killed" and is_named_victim(item.values) for item in victims
    )


def is_named_victim(values: dict[str, Any]) -> bool:
    """Tell whether a victim has a name in any script."""
    return bool(values.get("name") or values.get("name_local") or values.get("names_other"))


def _age(values: dict[str, Any]) -> Cell:
    """Return the age as read; where it is only vague, the age group."""
    age = read_age(values.get("age_raw"))
    if age.years is None:
        group = values.get("age_group")
        known = group and group != "age unknown"
        return Cell(choice_label(group), weight=500) if known else Cell(UNKNOWN, ink="ink3")
    if age.years < 1:
        text = tr("{number} mo").format(number=round(age.years * 12))
    else:
        text = f"{age.years:g}"
    return Cell(f"{text}~" if age.approximate else text, weight=500)
