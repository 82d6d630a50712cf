"""Where the marks of the month's charts lie: rectangles from a size and the numbers. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect

from airwars_desk.gui.charts.series import ALL_GRADES, BANDS, STACKS, Chart
from airwars_desk.gui.month_queries import Mark
from airwars_desk.gui.widgets.scale import nice_top

TITLE, AXIS, LEADING, TRAILING, BETWEEN = 34, 38, 44, 56, 8
STACK_SHARE = 0.24  # of the height that both plots share
LEAST_STACKS = 70
BAR, GAP = 11, 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark and where it lies; `reach` is what a pointer may hit for it."""

    mark: Mark
    box: QRect
    reach: QRect


class Layout:
    """The places of all marks inside one rectangle; both charts share one axis."""

    def __init__(
        self, chart: Chart, rect: QRect, *, mirrored: bool = False, which: str = ""
    ) -> None:
        self.chart = chart
        self.rect = rect
        self.mirrored = mirrored
        self.shows_bands = which in ("", BANDS)
        self.shows_stacks = which in ("", STACKS)
        self.bands, self.stacks = self._plots()
        most = [max(month.alleged.high, month.likely.high) for month in chart.months]
        self.top = nice_top(max(most, default=0))
        self.top_stack = nice_top(max((sum(month.grades) for month in chart.months), default=0))

    def slot(self, position: int) -> QRect:
        """The column of a month, over the whole height."""
        plot = self.bands if self.shows_bands else self.stacks
        width = plot.width() / max(1, len(self.chart.months))
        left = round(plot.left() + position * width)
        right = round(plot.left() + (position + 1) * width)
        return self.flip(QRect(left, self.rect.top(), right - left, self.rect.height()))

    def flip(self, box: QRect) -> QRect:
        """The same box as it lies in the reading direction."""
        if not self.mirrored:
            return box
        left = self.rect.left() + self.rect.right() - box.right()
        return QRect(left, box.top(), box.width(), box.height())

    def at(self, across: int) -> int | None:
        """The position of the month at a place across, or None."""
        for position in range(len(self.chart.months)):
            box = self.slot(position)
            if box.left() <= across <= box.right():
                return position
        return None

    def height(self, value: int) -> int:
        """The pixels of a number of people."""
        return round(self.bands.height() * value / self.top)

    def height_stack(self, value: int) -> int:
        """The pixels of a number of incidents."""
        return round(self.stacks.height() * value / self.top_stack)

    def spots(self) -> Iterator[Spot]:
        """Every mark of every month."""
        for position in range(len(self.chart.months)):
            if self.shows_bands:
                yield from self._bars(position)
            if self.shows_stacks:
                yield from self._stack(position)

    def spot_at(self, across: int, down: int) -> Spot | None:
        """The mark a pointer hits."""
        return next((spot for spot in self.spots() if spot.reach.contains(across, down)), None)

    def spot_of(self, mark: Mark) -> Spot | None:
        """Where a mark lies."""
        return next((spot for spot in self.spots() if spot.mark == mark), None)

    def _plots(self) -> tuple[QRect, QRect]:
        rect = self.rect
        width = max(20, rect.width() - LEADING - TRAILING)
        free = rect.height() - AXIS - TITLE * (self.shows_bands + self.shows_stacks)
        free -= BETWEEN if self.shows_bands and self.shows_stacks else 0
        low = 0
        if self.shows_stacks:
            low = max(LEAST_STACKS, round(free * STACK_SHARE)) if self.shows_bands else free
        high = max(20, free - low) if self.shows_bands else 0
        left = rect.left() + LEADING
        bands = QRect(left, rect.top() + TITLE, width, high)
        after = bands.bottom() + 1 + BETWEEN if self.shows_bands else rect.top()
        return bands, QRect(left, after + TITLE, width, max(1, low))

    def _bars(self, position: int) -> Iterator[Spot]:
        month, slot, plot = self.chart.months[position], self.slot(position), self.bands
        bar = max(3, min(BAR, slot.width() // 3))
        start = (slot.width() - 2 * bar - GAP) // 2
        half = slot.width() // 2
        for place, series in enumerate(("alleged", "likely")):
            value = month.bar(series)
            if not value.incidents:
                continue
            tall = max(1, self.height(max(value.low, value.high)))
            at = place if not self.mirrored else 1 - place
            left = slot.left() + start + at * (bar + GAP)
            box = QRect(left, plot.bottom() + 1 - tall, bar, tall)
            reach = QRect(slot.left() + at * half, plot.top(), half, plot.height())
            mark = Mark(kind=series, month=month.month, incidents=value.incidents)
            yield Spot(mark, box, reach)

    def _stack(self, position: int) -> Iterator[Spot]:
        month, slot, plot = self.chart.months[position], self.slot(position), self.stacks
        width = max(4, min(2 * BAR + GAP, slot.width() - 4))
        left = slot.left() + (slot.width() - width) // 2
        before = 0
        for grade, count in zip(ALL_GRADES, month.grades, strict=True):
            if not count:
                continue
            bottom = plot.bottom() + 1 - self.height_stack(before)
            before += count
            top = plot.bottom() + 1 - self.height_stack(before)
            box = QRect(left, top, width, max(1, bottom - top))
            mark = Mark(kind="grade", month=month.month, grade=grade, incidents=count)
            yield Spot(mark, box, box.adjusted(-2, 0, 2, 0))
