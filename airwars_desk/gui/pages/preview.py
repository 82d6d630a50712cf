"""The read-only preview under the list: enough to answer "open it or not?"."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStyleOptionViewItem, QVBoxLayout, QWidget

from airwars_desk.gui.theme import CELL_SMALL, MARGIN, Theme
from airwars_desk.gui.views import Preview, RangeLine
from airwars_desk.gui.widgets.cells import (
    CELL_ROLE,
    TRAIL,
    Cell,
    CellDelegate,
    CellModel,
    Column,
    Index,
    paint_ground,
)
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import across, down, hint
from airwars_desk.gui.widgets.range_bar import paint_range
from airwars_desk.gui.widgets.table import Table, cell_table
from airwars_desk.i18n import tr

#: narrower than this, the narrative goes; narrower than the second, the bars and why
ROOM_FOR_NARRATIVE, ROOM_FOR_WHY = 880, 620
RANGES, BARS = 330, 66


class PreviewPane(QWidget):
    """Ranges, why, narrative and sources of the incident selected in the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._code = Label(kind="title")
        self._place = Label(hugs=True, kind="title")
        self._local = Label(hugs=True, kind="quiet-range", ink="ink2")
        self._when = Label(ink="ink2")
        self._province = Label(ink="ink2")
        self._bars_shown = True
        self._ranges, self._range_model = self._range_table()
        self._sources, self._source_model = cell_table(
            theme,
            (Column(tr("Sources")), Column(tr("Killed"), 64, TRAIL)),
            row_height=25,
            padding=CELL_SMALL,
        )
        self._why = Paragraph(kind="running")
        self._narrative = Paragraph(kind="running", ink="ink2")
        for table in (self._ranges, self._sources):
            table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            table.setSelectionMode(Table.SelectionMode.NoSelection)
        self._build()
        self.show_preview(None)

    def show_preview(self, preview: Preview | None) -> None:
        """Show an incident, or nothing."""
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setVisible(preview is not None)
        if preview is None:
            return
        self._code.set_text(preview.code)
        self._place.set_text(preview.place)
        self._local.set_text(preview.place_local)
        self._when.set_text(preview.when)
        self._province.set_text(preview.province)
        for label in (self._place, self._local, self._when, self._province):
            label.setVisible(bool(label.text()))
        self._fit()
        self._why.set_text(preview.why or tr("No reason is recorded."))
        self._narrative.set_text(preview.narrative or tr("No narrative is written."))
        self._show_ranges(preview.ranges)
        self._show_sources(preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop what has no room, so that what stays can be read."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide, medium = self.width() >= ROOM_FOR_NARRATIVE, self.width() >= ROOM_FOR_WHY
        self._bars_shown = wide
        self._ranges.setFixedWidth(RANGES if wide else RANGES - BARS)
        self._why_box.setVisible(medium)
        self._narrative_box.setVisible(wide)

    def _show_ranges(self, ranges: Sequence[RangeLine]) -> None:
        from airwars_desk.gui.text import span

        scale = max(
            [
                number or 0
                for line in ranges
                for pair in (line.working, line.decided)
                for number in pair
            ]
            or [1]
        )
        rows = [
            (
                Cell(line.label),
                Cell(span(*line.working), weight=600),
                Cell(span(*line.decided), ink="ink2"),
                Cell(f"{line.working[0] or 0} {line.working[1] or 0} {scale}"),
            )
            for line in ranges
        ]
        self._range_model.set_rows(rows)

    def _show_sources(self, preview: Preview) -> None:
        rows: list[tuple[Cell, ...]] = [
            (Cell(name), Cell(killed)) for name, killed in preview.sources
        ]
        if preview.more_sources:
            words = tr("{number} more sources").format(number=preview.more_sources)
            rows.append((Cell(words, ink="ink2"), Cell()))
        self._source_model.set_rows(rows)

    def _range_table(self) -> tuple[Table, CellModel]:
        columns = (
            Column(tr("Harm")),
            Column(tr("Working"), 70, TRAIL),
            Column(tr("Decided"), 62, TRAIL),
            Column("", BARS),
        )
        view, model = cell_table(self._theme, columns, row_height=25, padding=CELL_SMALL)
        view.fit = self._range_widths
        view.setItemDelegateForColumn(3, _BarDelegate(self._theme, columns, height=25))
        return view, model

    def _range_widths(self, _columns: Sequence[Column], width: int) -> list[int]:
        """Share the width of the ranges; the bars go where there is little."""
        bars = BARS if self._bars_shown else 0
        return [max(60, width - 70 - 62 - bars), 70, 62, bars]

    def _build(self) -> None:
        column = down(self, margins=(MARGIN - 2, 6, MARGIN - 2, 0), spacing=2)
        head = QWidget()
        row = across(head, spacing=14)
        for label in (self._code, self._place, self._local, self._when, self._province):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(hint(self._theme, tr("Open"), "Enter"))
        head.setFixedHeight(32)
        column.addWidget(head)
        body = QWidget()
        line = across(body, spacing=20)
        self._why_box = _titled(tr("Why"), self._why)
        self._narrative_box = _titled(tr("Narrative"), self._narrative)
        line.addWidget(self._ranges)
        line.addWidget(self._why_box, 4)
        line.addWidget(self._narrative_box, 6)
        self._sources.setMinimumWidth(170)
        self._sources.setMaximumWidth(270)
        line.addWidget(self._sources, 5)
        column.addWidget(body, 1)


class _BarDelegate(CellDelegate):
    """Paints the last column of the ranges: a bar from zero."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the bar of a row; the cell's text holds least, most and scale."""
        paint_ground(painter, option, index, self.theme)
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell) and cell.text:
            low, high, scale = (int(part) for part in cell.text.split())
            paint_range(
                painter, option.rect.adjusted(6, 0, -6, 0), low, max(low, high), scale, self.theme
            )


def _titled(title: str, text: Paragraph) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    head = Label(title, kind="header")
    head.setFixedHeight(26)
    column.addWidget(head)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    lay = QHBoxLayout(inner)
    lay.setContentsMargins(0, 0, 4, 0)
    lay.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
    area.setWidget(inner)
    column.addWidget(area, 1)
    return result
