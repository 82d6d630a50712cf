"""The last sheet: what was left out, what is odd, in conflict, continued elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from airwars_desk.formats.sheets import Column, Sheet, Style
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_pages import table_lines
from airwars_desk.operations.workbook_rows import Names, Row, number_places, standing_rows
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.checks import CHECKS, check_case
from airwars_desk.rules.figures import NO_GRADE, Figures
from airwars_desk.rules.ranges import show
from airwars_desk.store.sheet_batch import Batch, place_of
from airwars_desk.store.sheet_rows import Chosen

_KINDS: Final = {
    "incident": N_("Incident"),
    "narrative": N_("Narrative"),
    "victim": N_("Victim"),
    "citation": N_("Source"),
    "involvement": N_("Involvement"),
    "decision": N_("Decision"),
}

_SERIES: Final = ((N_("alleged"), "alleged"), (N_("likely"), "likely"))
_SUMS: Final = (
    ("killed_min", "killed_max", N_("civilians killed")),
    ("injured_min", "injured_max", N_("civilians injured")),
    ("children_killed_min", "children_killed_max", N_("children killed")),
    ("women_killed_min", "women_killed_max", N_("women killed")),
)


def notes_sheet(about: str) -> Sheet:
    """The plan of the sheet."""
    title = tr("Notes")
    columns = (
        (tr("Subject"), 18, Style.TEXT),
        (tr("Incident"), 14, Style.TEXT),
        (tr("Record"), 14, Style.TEXT),
        (tr("Field"), 22, Style.TEXT),
        (tr("Note"), 80, Style.WRAPPED),
        (tr("Value"), 30, Style.TEXT),
        (tr("Record id"), 38, Style.TEXT),
    )
    return Sheet(
        title=title,
        columns=[Column(label=label, width=width, style=style) for label, width, style in columns],
        lines=table_lines(title, about, None),
        frozen_columns=1,
    )


def general_notes(filters: str) -> Iterator[Row]:
    """What holds for the whole workbook."""
    yield _general(tr("Filters"), filters)
    yield _general(
        tr("Belligerents"),
        tr(
            "An incident that counts under two belligerents counts once in a total and under each"
            " in their tables."
        ),
    )
    yield _general(
        tr("Left out"), tr("Fields marked as confidential, such as internal notes, stay out.")
    )
    yield _general(tr("Text"), tr("Line ends are those of spreadsheets; nothing else is changed."))


def crossed_notes(figures: Figures) -> Iterator[Row]:
    """Sums whose “at least” stands above their “up to”: right by the rule, and to be told."""
    blocks: list[tuple[str, Figures]] = [
        (tr("Alleged"), figures["alleged"]),
        (tr("Likely"), figures["likely"]),
        (tr("Not reviewed"), figures["not_reviewed"]),
        *(
            (tr("not graded") if grade == NO_GRADE else grade, block)
            for grade, block in figures["by_grade"].items()
        ),
    ]
    for row in figures["by_month"]:
        blocks += [(f"{row['month']}, {tr(which)}", row[key]) for which, key in _SERIES]
    note = tr(
        "Each bound is summed apart, and one that nobody recorded adds nothing: incidents with one"
        " bound only, or with a minimum above the maximum, put “at least” above “up to” here."
    )
    for name, block in blocks:
        for low, high, label in _SUMS:
            if block[low] > block[high]:
                yield _general(
                    tr("Minimum above maximum"),
                    note,
                    f"{name}, {tr(label)}",
                    tr("at least {low}, up to {high}").format(low=block[low], high=block[high]),
                )


def gap_notes(gaps: Iterable[Item], names: Names) -> Iterator[Row]:
    """Months nobody monitored: no incident there is not the same as none at all."""
    for item in gaps:
        values = item.values
        months = "–".join(values.get(name) or "" for name in ("month_from", "month_to"))
        whom = [*values.get("belligerents", ()), *values.get("countries", ())]
        note = values.get("reason") or tr("Nobody monitored these months.")
        yield _general(tr("Not monitored"), note, names.joined(whom), months)


def check_notes(case: Case, code: str) -> Iterator[Row]:
    """What the checks find odd about an incident."""
    for problem in check_case(case):
        check = CHECKS[problem.id]
        if check.severity != "note":
            spec = CATALOGUES[problem.kind].specs.get(problem.field)
            label = tr(spec.label) if spec else problem.field
            kind = tr(_KINDS.get(problem.kind, problem.kind.replace("_", " ")))
            yield [
                tr("Check"), code, kind, label, tr(check.sentence), problem.detail, problem.uid,
            ]  # fmt: skip


def incident_notes(batch: Batch, chosen: Chosen, code: str) -> Iterator[Row]:
    """Where an incident is in conflict, or newer than its decision."""
    uid = batch.incidents[chosen.incident][1]
    if len(standing_rows(batch, chosen.incident)) > 1:
        yield _incident(
            tr("Conflict"), code, tr("Two decisions stand; the one picked counts."), "", uid
        )
    if chosen.conflicts:
        note = tr("Fields in conflict; the value picked is shown until a person writes it.")
        yield _incident(tr("Conflict"), code, note, str(chosen.conflicts), uid)
    newer = _newer_range(batch, chosen)
    if newer:
        note = tr(
            "The working range of civilians killed differs from the decided one, which counts."
        )
        yield _incident(tr("Not yet decided"), code, note, newer, uid)


def split_notes(split: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
    """What was too long for a cell, and continues on the sheet of long texts."""
    for sheet, code, label in split:
        note = tr("Too long for a cell; continued on the sheet “{sheet}”.").format(
            sheet=tr("Long texts")
        )
        yield [tr("Continued"), code, sheet, label, note]


def dataset_notes(datasets: Counter[str]) -> Iterator[Row]:
    """Where imported incidents come from."""
    for name, number in sorted(datasets.items()):
        note = tr(
            "incidents came with this data set; credit its publisher where a figure is shown."
        )
        yield _general(tr("Data set"), note, name, str(number))


def _newer_range(batch: Batch, chosen: Chosen) -> str:
    if not chosen.is_decided or chosen.state != "decided":
        return ""
    kind = "working_range"
    group, form = place_of(kind, "group"), place_of(kind, "form")
    killed_min, killed_max = number_places(kind)[:2]
    decided = (chosen.numbers["killed_min"], chosen.numbers["killed_max"])
    for found in batch.of(kind, chosen.incident):
        working = (found[killed_min], found[killed_max])
        if found[group] == CIVILIANS and found[form] in (None, "group") and working != decided:
            return tr("working {working}, decided {decided}").format(
                working=show(*working), decided=show(*decided)
            )
    return ""


def _general(subject: str, note: str, field: str = "", value: str = "") -> Row:
    return [subject, None, None, field, note, value]


def _incident(subject: str, code: str, note: str, value: str, uid: str) -> Row:
    return [subject, code, tr("Incident"), None, note, value, uid]
