"""What a chart and bars in cells are before any file exists."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a chart draws of each category."""

    RANGES = "ranges"
    LYING_RANGES = "lying_ranges"
    STACK = "stack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """Categories drawn hatched from bottom to top, behind the numbers.

    Attributes:
        sheet: the sheet whose rows are those of the chart.
        column: its column (1 = the first) with 1 where a category is hatched, else nothing.
        name: what the legend says.
    """

    sheet: str
    column: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A native chart over columns (1 = the first) of a sheet; sizes in centimetres.

    Attributes:
        title: what it shows.
        shape: ranges (two columns: up to, pale, and at least, solid, drawn over it), the same
            lying, or columns stacked on one another.
        categories: the column of the categories.
        columns: the columns drawn, in the order of drawing.
        names: how each is called in the legend.
        colours: the fill of each.
        first_row: the first row of data.
        last_row: the last one.
        anchor: the cell at its upper corner.
        sheet: the sheet of the columns; "" = the one the chart stands on.
        hatch: the categories drawn hatched; None = none.
    """

    title: str
    shape: Shape
    categories: int
    columns: tuple[int, ...]
    names: tuple[str, ...]
    colours: tuple[str, ...]
    first_row: int
    last_row: int
    anchor: str
    value_title: str = ""
    sheet: str = ""
    hatch: Hatch | None = None
    width: float = 24
    height: float = 9.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars in the cells of two columns, a range, so that both have one scale."""

    columns: tuple[int, int]
    colour: str
