"""Native charts and bars in cells, as Excel and LibreOffice both draw them.

A range is two columns at one place: up to (pale) is drawn first, at least (solid) over it, so the
pale part that stays in sight is the spread. No stack, hence no further column of differences.
"""

from typing import Any, Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.formatting.rule import DataBarRule

from airwars_desk.formats.sheet_charts import Bars, Chart, Hatch, Shape
from airwars_desk.formats.sheets import FIRST_ROW, column_letter

_MONTHS: Final = r"0000\-00"
_INK: Final = "1C2126"
_LINE: Final = "D8D4CC"
_HATCH: Final = "A9A297"
_PAPER: Final = "FFFFFF"
_SECOND_AXES: Final = (20, 200)
_OVER_ONE_ANOTHER: Final = 100
_GAP: Final = 40
_TITLE_SIZE: Final = 1200
_LABEL_SIZE: Final = 900
_LONGEST_BAR: Final = 90
_BAR: Final[Any] = DataBarRule
_COLOUR: Final[Any] = ColorChoice


def make_chart(sheet: Any, chart: Chart, marks: Any = None) -> Any:
    """A chart over columns of a sheet.

    Args:
        sheet: of the columns.
        chart: its plan.
        marks: the sheet that says what is hatched; None = nothing is.
    """
    made = _bars(sheet, chart)
    if chart.hatch is None or marks is None:
        return _titled(made, chart)
    made.x_axis.axId = made.y_axis.crossAx = _SECOND_AXES[0]
    made.y_axis.axId = made.x_axis.crossAx = _SECOND_AXES[1]
    made.x_axis.delete = True  # those behind are shown
    made.y_axis.crosses = "min"
    behind = _hatched(sheet, marks, chart, chart.hatch)
    behind += made
    return _titled(behind, chart)


def _bars(sheet: Any, chart: Chart) -> Any:
    made: Any = BarChart()
    lying = chart.shape is Shape.LYING_RANGES
    made.type = "bar" if lying else "col"
    made.grouping = "stacked" if chart.shape is Shape.STACK else "clustered"
    made.overlap = _OVER_ONE_ANOTHER
    made.gapWidth = _GAP
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


def _hatched(sheet: Any, marks: Any, chart: Chart, hatch: Hatch) -> Any:
    """Bars as tall as the chart, on an axis of their own that nobody sees, drawn first."""
    made: Any = BarChart()
    made.type, made.grouping = "col", "clustered"
    made.overlap, made.gapWidth = _OVER_ONE_ANOTHER, _GAP
    made.add_data(_cells(marks, chart, hatch.column))
    series = made.series[-1]
    series.tx = SeriesLabel(v=hatch.name)
    lines: Any = PatternFillProperties(prst="wdUpDiag")
    lines.foreground, lines.background = _COLOUR(srgbClr=_HATCH), _COLOUR(srgbClr=_PAPER)
    series.graphicalProperties.pattFill = lines
    series.graphicalProperties.line.noFill = True
    made.set_categories(_cells(sheet, chart, chart.categories))
    made.y_axis.scaling.min, made.y_axis.scaling.max = 0, 1
    made.y_axis.majorGridlines = None
    made.y_axis.delete = True
    _set_categories(made.x_axis, lying=False)
    return made


def _titled(made: Any, chart: Chart) -> Any:
    made.title = chart.title
    made.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=_letters(_TITLE_SIZE, bold=True))
    made.height, made.width = chart.height, chart.width
    made.legend.position = "b"
    made.legend.txPr = _small()
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
    made.y_axis.delete = False
    made.y_axis.txPr = _small()
    _set_categories(made.x_axis, lying=lying)
    if lying:
        made.y_axis.crosses = "max"


def _set_categories(axis: Any, *, lying: bool) -> None:
    axis.number_format = "General" if lying else _MONTHS
    axis.delete = False
    axis.tickLblPos = "low"
    axis.txPr = _small()
    if lying:
        axis.scaling.orientation = "maxMin"


def _cells(sheet: Any, chart: Chart, column: int) -> Any:
    return Reference(sheet, min_col=column, min_row=chart.first_row, max_row=chart.last_row)


def _small() -> Any:
    letters = ParagraphProperties(defRPr=_letters(_LABEL_SIZE))
    return RichText(p=[Paragraph(pPr=letters, endParaRPr=CharacterProperties())])


def _letters(size: int, *, bold: bool = False) -> Any:
    return CharacterProperties(sz=size, b=bold, solidFill=_INK, latin=Font(typeface="Calibri"))
