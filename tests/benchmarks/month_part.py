"""The part "month": a redraw of the month page, its questions and its painting, beside bare SQL."""

import time
from pathlib import Path

from tests.benchmarks import desk_calls, floors, month_floor
from tests.benchmarks.results import Result

COUNT = 100_000


def month(folder: Path) -> list[Result]:
    """Measure a redraw of the month page at 100,000 incidents."""
    from airwars_desk.gui.application import dress, make_application
    from airwars_desk.gui.month_queries import Asked
    from airwars_desk.gui.month_requests import month as ask
    from airwars_desk.gui.pages.month.page import MonthPage
    from airwars_desk.operations.desk import close, open_casebook

    path = desk_calls.casebook(
        folder / f"figures-{COUNT}.casebook", desk_calls.sample(folder, COUNT)
    )
    page = MonthPage(dress(make_application()))
    page.resize(1292, 860)
    page.show()
    desk = open_casebook(desk_calls.office(folder), path, writing=False)
    try:
        found = ask(desk, Asked())
        page.show_month(Asked(), found)
        asked = Asked(month=page.fullest())

        def redraw() -> float:
            begun = time.perf_counter()
            page.show_month(asked, ask(desk, asked))
            page.grab()
            return time.perf_counter() - begun

        redraw()
        times = floors.medians(
            {
                "floor": lambda: month_floor.blocks(path / "casebook.db", asked.month),
                "desk": redraw,
            },
            9,
        )
    finally:
        close(desk)
        page.close()
    return [
        Result(
            part="month",
            what=f"a redraw of the month page, questions and painting, {COUNT:,} incidents",
            floor="one hand-written statement per block over the same tables",
            seconds=times["desk"],
            floor_seconds=times["floor"],
            limit=3,
        )
    ]
