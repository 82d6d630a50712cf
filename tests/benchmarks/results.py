"""What a benchmark found, on a line and on the page docs/benchmarks.md."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One measurement: seconds of the desk and of the floor, and the limit of their ratio.

    Attributes:
        part: as bench_desk.py names it.
        what: what was done, on what.
        floor: what the floor is.
        seconds: median of the desk.
        floor_seconds: median of the floor.
        limit: the greatest ratio allowed; None where nothing is promised.
        peak: greatest memory in MB, where it was measured.
        peak_limit: the greatest allowed.
    """

    part: str
    what: str
    floor: str
    seconds: float
    floor_seconds: float
    limit: float | None = None
    peak: float | None = None
    peak_limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor's seconds the desk took."""
        return self.seconds / self.floor_seconds

    @property
    def is_over(self) -> bool:
        """Whether a promise is not kept."""
        too_slow = self.limit is not None and self.ratio > self.limit
        too_large = self.peak is not None and self.peak > (self.peak_limit or self.peak)
        return too_slow or too_large

    def line(self) -> str:
        """Return the line for the terminal, with seconds."""
        limit = f" of {self.limit:g}" if self.limit is not None else ""
        peak = f", peak {self.peak:.0f} MB" if self.peak is not None else ""
        over = "  OVER" if self.is_over else ""
        return (
            f"{self.part}: {self.what}: {self.ratio:.2f}{limit}"
            f" ({self.seconds:.3f} s / {self.floor_seconds:.3f} s{peak}){over}"
        )

    def row(self) -> str:
        """Return the row for the page: ratios only."""
        limit = f"{self.limit:g}" if self.limit is not None else "–"
        peak = "–"
        if self.peak is not None:
            most = f" of {self.peak_limit:.0f}" if self.peak_limit else ""
            peak = f"{self.peak:.0f}{most} MB"
        promised = self.limit is not None or self.peak_limit is not None
        kept = "–" if not promised else "no" if self.is_over else "yes"
        return f"| {self.what} | {self.floor} | {self.ratio:.2f} | {limit} | {peak} | {kept} |"


_HEAD = """# Benchmarks

Written by `python3 run.py bench`. Each number is the median time of the desk divided by the median
time of a floor: the least that could do the same work, measured in the same run, alternating, on
the same machine. Seconds are not kept, because they say more about the machine than about us. The
floors are in `tests/benchmarks/floors.py`.

Last run: Python {python}, {system}, {cores} processor cores.

| what | floor | ratio | limit | peak memory | kept |
| --- | --- | --- | --- | --- | --- |
"""


def write_page(path: Path, results: Sequence[Result]) -> None:
    """Put these results on the page; rows of what was not measured this time stay."""
    head = _HEAD.format(
        python=platform.python_version(), system=platform.system(), cores=os.cpu_count()
    )
    rows = dict(_rows_on(path))
    rows.update((result.what, result.row()) for result in results)
    path.write_text(head + "\n".join(rows.values()) + "\n", encoding="utf-8")


def _rows_on(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (what was done, row) for every row that is on the page."""
    if path.exists():
        table = path.read_text(encoding="utf-8").partition("| --- |")[2]
        for row in table.split("\n")[1:]:
            if row.startswith("| "):
                yield row.split(" | ")[0].removeprefix("| "), row
