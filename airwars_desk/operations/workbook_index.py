"""The sheet that says what the others hold, from which state of the casebook, and how selected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from airwars_desk.formats.sheets import FIRST_ROW, Column, Formula, Sheet, Style, Styled
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_formulas import column_cells
from airwars_desk.operations.workbook_pages import stamp
from airwars_desk.operations.workbook_rows import Row

#: What each sheet holds, in the order of the tabs (docs/formats/workbook.md has the same list).
HOLDS: Final = {
    N_("Summary"): N_("The headline ranges, the change on the month before, what is conceded"),
    N_("Index"): N_("What each sheet holds, from which state of the casebook"),
    N_("Charts"): N_("Month bands, grades by month, belligerents"),
    N_("Incidents"): N_("A row per selected incident, as it counts, with all its fields"),
    N_("Victims"): N_("A row per victim"),
    N_("Sources"): N_("A row per citation of a source by an incident"),
    N_("Reported counts"): N_("What each source says of each group, with role, origin and words"),
    N_("Involvements"): N_("A row per belligerent in an incident, its position, what it concedes"),
    N_("Statements"): N_("Strike reports and statements of belligerents and their partners"),
    N_("Ranges by group"): N_("Working and decided ranges of every group beside each other"),
    N_("Decisions and assessments"): N_("Who graded and decided what, when and why"),
    N_("By grade"): N_("The ranges of each grade"),
    N_("By belligerent"): N_("The ranges of each tracked belligerent"),
    N_("By province"): N_("The ranges of each province"),
    N_("Month series"): N_("The ranges of every month"),
    N_("Grades by month"): N_("Incidents and killed of each grade in every month"),
    N_("Declared strikes"): N_("Strikes and munitions that belligerents declared, as entered"),
    N_("Claims"): N_("What belligerents claim, concede or deny overall"),
    N_("Definitions"): N_("What the words mean, and where each definition comes from"),
    N_("Notes"): N_("What is left out, odd, in conflict or not yet decided"),
    N_("Long texts"): N_("The rest of texts too long for a cell"),
}
#: Sheets that are no table: their rows are no records.
PAGES: Final = ("Summary", "Index", "Charts")
JUDGEMENTS: Final = "Decisions and assessments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the sheet tells.

    Attributes:
        rows: rows of data by sheet, in the order of the tabs.
        numbered: sheets whose first column numbers the rows, with the rows there must be.
        heads: the last change of every replica, replica -> (counter, id).
        facts: further lines: a label and its text.
        with_judgements: whether the sheet that names people is in the workbook.
    """

    rows: Mapping[str, int]
    numbered: Mapping[str, int]
    heads: Mapping[str, tuple[int, str]]
    facts: Sequence[tuple[str, str]]
    with_judgements: bool


def index_sheet() -> Sheet:
    """The plan of the page."""
    widths = (40, 72, 12, 12, 12)
    return Sheet(
        title=tr("Index"),
        columns=[
            Column(label="", width=width, style=Style.INTEGER if n > 1 else Style.TEXT)
            for n, width in enumerate(widths)
        ],
        is_table=False,
    )


def index_rows(told: Told) -> Iterator[Row]:
    """The rows of the page from the top."""
    yield [*stamp(tr("Index"))]
    yield []
    yield [
        *(Styled(name, Style.HEADER) for name in (tr("Sheet"), tr("Holds"))),
        *(Styled(name, Style.HEADER_NUMBER) for name in (tr("Rows"), tr("Found"))),
        Styled(tr("Complete"), Style.HEADER_NUMBER),
    ]
    line = 3
    holds = {tr(title): tr(text) for title, text in HOLDS.items()}
    pages = [tr(title) for title in PAGES]
    for title, rows in told.rows.items():
        line += 1
        wanted = told.numbered.get(title)
        row: Row = [_link(title), holds.get(title, ""), None if title in pages else rows]
        if wanted is not None:
            row += [
                Formula(f"COUNT({column_cells(title, 1, FIRST_ROW, wanted)})", wanted),
                Formula(f'IF(C{line}=D{line},"{tr("yes")}","{tr("no")}")', tr("yes")),
            ]
        yield row
    if not told.with_judgements:
        left_out = tr("Left out: it names who judged, and only a supervisor's workbook does so.")
        yield [tr(JUDGEMENTS), left_out]
    yield []
    yield [
        Styled(tr("What this workbook was made from"), Style.HEADER),
        Styled(tr("As read"), Style.HEADER),
    ]
    for label, text in told.facts:
        yield [label, text]
    yield []
    yield [
        Styled(tr("Journal heads: replica"), Style.HEADER),
        Styled(tr("Last change"), Style.HEADER),
        Styled(tr("Counter"), Style.HEADER_NUMBER),
    ]
    for replica, (counter, change) in sorted(told.heads.items()):
        yield [replica, change, counter]


def _link(title: str) -> Formula:
    """A link to a sheet of ours; its title is a text of the program."""
    quoted = title.replace("'", "''").replace('"', '""')
    plain = title.replace('"', '""')
    return Formula(f'HYPERLINK("#\'{quoted}\'!A1","{plain}")', title)
