"""The verbs that count: figures and workbook."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from airwars_desk.cli.main import Outcome
from airwars_desk.cli.tables import range_row, table
from airwars_desk.cli.work import Progress, reading
from airwars_desk.i18n import tr
from airwars_desk.operations.desk import Desk
from airwars_desk.rules.filters import Filters


def figures(asked: argparse.Namespace) -> Outcome:
    """Count what the filters select."""
    from airwars_desk.operations.figures import figures as count

    with reading(asked) as desk:
        found = count(desk, _filters(desk, asked))
    return Outcome(told=found, lines=list(_lines(found)))


def workbook(asked: argparse.Namespace) -> Outcome:
    """Write the workbook of a month or of all."""
    from airwars_desk.operations.workbook import write_all, write_month

    out = Path(asked.out)
    with reading(asked) as desk, Progress() as report:
        filters = _filters(desk, asked)
        if asked.month:
            written = write_month(
                desk, out, asked.month, filters, empty_ok=asked.empty_ok, report=report
            )
        else:
            written = write_all(desk, out, filters, empty_ok=asked.empty_ok, report=report)
    rows = [[name, str(count)] for name, count in written.rows.items()]
    return Outcome(
        told={"file": str(out), "rows": dict(written.rows), "as_of": written.figures["as_of"]},
        lines=[tr("Written: {path}").format(path=out), *(table(rows) if rows else [])],
    )


def _filters(desk: Desk, asked: argparse.Namespace) -> Filters:
    from airwars_desk.operations.figures import resolve_filters

    return resolve_filters(
        desk,
        belligerents=asked.belligerent,
        countries=asked.country,
        provinces=asked.province,
        places=asked.place,
        month_from=asked.month_from,
        month_to=asked.month_to,
        likely=asked.likely.split(","),
        state=asked.state,
    )


def _lines(found: dict[str, Any]) -> Iterator[str]:
    head = ["", *map(tr, ("incidents", "killed", "injured", "children", "women"))]
    yield tr("{state}, likely = {grades}, as of {as_of}").format(
        state=found["state"], grades=" + ".join(found["likely_grades"]), as_of=found["as_of"] or "–"
    )
    yield tr(
        "{incidents} incidents, {harm} with harm reported, {undated} undated, "
        "{victims} named victims, {sources} sources"
    ).format(
        incidents=found["incidents"],
        harm=found["harm_reported"],
        undated=found["undated"],
        victims=found["named_victims"],
        sources=found["sources"],
    )
    yield ""
    rows = [
        head,
        range_row(tr("alleged"), found["alleged"]),
        range_row(tr("likely"), found["likely"]),
        range_row(tr("not reviewed"), found["not_reviewed"]),
    ]
    yield from table(rows)
    grades = [
        range_row(tr("not graded") if grade == "None" else grade, one)
        for grade, one in found["by_grade"].items()
    ]
    yield from _block(tr("by grade"), head, grades)
    for key, title in (
        ("by_month", tr("by month, likely")),
        ("by_belligerent", tr("by belligerent, likely")),
        ("by_province", tr("by province, likely")),
    ):
        rows = [
            range_row(one.get("month") or one.get("name") or tr("not recorded"), one["likely"])
            for one in found[key]
        ]
        yield from _block(title, head, rows)


def _block(title: str, head: list[str], rows: list[list[str]]) -> list[str]:
    return ["", *table([[title, *head[1:]], *rows])] if rows else []
