"""Native charts and bars in cells, as Excel and LibreOffice both draw them.

A range is two columns at one place: up to (pale) is drawn first, at least (solid) over it, so the
pale part that stays in sight is the spread. No stack, hence no further column of differences.
"""

from typing import Any, Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.formatting.rule import DataBarRule

from airwars_desk.formats.sheets import FIRST_ROW, Bars, Chart, Shape, column_letter

_MONTHS: Final = r"0000\-00"
_INK: Final = "1C2126"
_LINE: Final = "D8D4CC"
_OVER_ONE_ANOTHER: Final = 100
_GAP: Final = 40
_TITLE_SIZE: Final = 1200
_LABEL_SIZE: Final = 900
_LONGEST_BAR: Final = 90
_BAR: Final[Any] = DataBarRule


def make_chart(sheet: Any, chart: Chart) -> Any:
    """A chart over columns of a sheet."""
    made: Any = BarChart()
    lying = chart.shape is Shape.LYING_RANGES
    made.type = "bar" if lying else "col"
    made.grouping = "stacked" if chart.shape is Shape.STACK else "clustered"
    made.overlap = _OVER_ONE_ANOTHER
    made.gapWidth = _GAP
    made.title = chart.title
    made.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=_letters(_TITLE_SIZE, bold=True))
    made.height, made.width = chart.height, chart.width
    _set_axes(made, chart, lying=lying)
    for number, column in enumerate(chart.columns):
        made.add_data(_cells(sheet, chart, column))
        series = made.series[-1]
        series.tx = SeriesLabel(v=chart.names[number])
        series.graphicalProperties.solidFill = chart.colours[number]
        series.graphicalProperties.line.noFill = True
        series.invertIfNegative = False
    made.set_categories(_cells(sheet, chart, chart.categories))
    return made


def add_bars(sheet: Any, bars: Bars, last: int) -> None:
    """Put bars into the cells of a range, from the first row of data to the last."""
    if last < FIRST_ROW:
        return
    first, second = (column_letter(column) for column in bars.columns)
    rule: Any = _BAR(
        start_type="num", start_value=0, end_type="max", color=bars.colour, maxLength=_LONGEST_BAR
    )
    sheet.conditional_formatting.add(f"{first}{FIRST_ROW}:{second}{last}", rule)


def _set_axes(made: Any, chart: Chart, *, lying: bool) -> None:
    made.y_axis.title = chart.value_title or None
    if chart.value_title:
        made.y_axis.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=_letters(_LABEL_SIZE))
    made.y_axis.scaling.min = 0
    made.y_axis.number_format = "#,##0"
    made.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_LINE))
    made.x_axis.number_format = "General" if lying else _MONTHS
    made.x_axis.delete = made.y_axis.delete = False
    made.x_axis.tickLblPos = "low"
    if lying:
        made.x_axis.scaling.orientation = "maxMin"
        made.y_axis.crosses = "max"
    for axis in (made.x_axis, made.y_axis):
        axis.txPr = _small()
    made.legend.position = "b"
    made.legend.txPr = _small()


def _cells(sheet: Any, chart: Chart, column: int) -> Any:
    return Reference(sheet, min_col=column, min_row=chart.first_row, max_row=chart.last_row)


def _small() -> Any:
    letters = ParagraphProperties(defRPr=_letters(_LABEL_SIZE))
    return RichText(p=[Paragraph(pPr=letters, endParaRPr=CharacterProperties())])


def _letters(size: int, *, bold: bool = False) -> Any:
    return CharacterProperties(sz=size, b=bold, solidFill=_INK, latin=Font(typeface="Calibri"))
