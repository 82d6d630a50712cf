"""The live formulas of a workbook, each beside the number it must give.

Sums over the sheet of incidents with functions that Excel and LibreOffice both know.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from airwars_desk.formats.sheets import FIRST_ROW, Formula, column_letter
from airwars_desk.i18n import tr
from airwars_desk.operations.workbook_columns import KeyedColumn
from airwars_desk.rules.figures import SUMMED, Range

Criterion = tuple[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Makes formulas over the sheet of incidents.

    Attributes:
        sheet: its title.
        columns: its columns, in order.
        rows: how many incidents stand there.
        state: `decided` counts only decided incidents, `working` all.
        is_silent: nobody monitored what the workbook is about and nothing counts: the cells of
            ranges stay empty, which is not nought.
    """

    sheet: str
    columns: Sequence[KeyedColumn]
    rows: int
    state: str
    is_silent: bool = False

    def range(
        self, numbers: Range, where: Sequence[Criterion] = (), grades: Sequence[str] | None = None
    ) -> dict[str, Formula | None]:
        """A formula for every number of a range, or None where the cells stay empty.

        Args:
            numbers: the range as the figures have it: what the formulas must give.
            where: further conditions on columns of the sheet.
            grades: only these grades; None = all.
        """
        if self.is_silent:
            return dict.fromkeys(numbers)
        main: list[Criterion] = [("harm", tr("yes"))]
        if self.state == "decided":
            main.append(("reviewed", tr("yes")))
        return {**self._formulas(numbers, [*main, *where], grades)}

    def not_reviewed(self, numbers: Range) -> dict[str, Formula]:
        """The formulas of the range of what nobody has decided."""
        where: list[Criterion] = [("harm", tr("yes")), ("reviewed", tr("no"))]
        return self._formulas(numbers, where, None)

    def sum(self, key: str, value: int) -> Formula:
        """The sum of a column over all selected incidents."""
        return Formula(f"SUM({self.cells(key)})", value)

    def count(self, where: Sequence[Criterion], value: int) -> Formula:
        """The number of selected incidents that meet conditions."""
        return Formula(f"COUNTIFS({self._conditions(where)})", value)

    def cells(self, key: str) -> str:
        """The cells of a column, as an absolute reference."""
        number = next(n for n, column in enumerate(self.columns, 1) if column.key == key)
        return column_cells(self.sheet, number, FIRST_ROW, self.rows)

    def _formulas(
        self, numbers: Range, where: Sequence[Criterion], grades: Sequence[str] | None
    ) -> dict[str, Formula]:
        if grades is None:
            conditions = [self._conditions(where)]
        else:
            conditions = [self._conditions([*where, ("grade", grade)]) for grade in grades]
        return {
            name: Formula("+".join(self._one(name, one) for one in conditions), value)
            for name, value in numbers.items()
        }

    def _one(self, name: str, conditions: str) -> str:
        if name == "incidents":
            return f"COUNTIFS({conditions})"
        if name not in (*SUMMED, "unknown"):
            raise ValueError(name)
        return f"SUMIFS({self.cells(name)},{conditions})"

    def _conditions(self, where: Sequence[Criterion]) -> str:
        return ",".join(f"{self.cells(key)},{criterion(value)}" for key, value in where)


def column_cells(sheet: str, column: int, first: int, rows: int) -> str:
    """An absolute reference to the cells of a column; one blank cell where there are no rows.

    >>> column_cells("By grade", 2, 5, 3)
    "'By grade'!$B$5:$B$7"
    """
    letter = column_letter(column)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!${letter}${first}:${letter}${first + max(rows, 1) - 1}"


def criterion(value: str | int) -> str:
    """A condition of SUMIFS that means exactly this number or text, whatever it begins with.

    >>> criterion(201703), criterion("yes"), criterion("what*?")
    ('201703', '"=yes"', '"=what~*~?"')
    """
    if isinstance(value, int):
        return str(value)
    literal = value
    for character in "~*?":
        literal = literal.replace(character, "~" + character)
    literal = literal.replace('"', '""')
    return f'"={literal}"'


def change(now: str, before: str, value: int) -> Formula:
    """The difference of two cells."""
    return Formula(f"{now}-{before}", value)


def change_share(now: str, before: str, values: tuple[int, int]) -> Formula:
    """The difference of two cells as a share of the second; a dash where that is nothing."""
    later, earlier = values
    return Formula(
        f'IF({before}=0,"–",({now}-{before})/{before})',
        "–" if earlier == 0 else (later - earlier) / earlier,
    )
