"""The last sheet: definitions, what was left out, what is odd, in conflict, continued elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from airwars_desk.formats.sheets import Column, Sheet, Style
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_pages import table_lines
from airwars_desk.operations.workbook_rows import Row
from airwars_desk.operations.workbook_summary import definitions
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.checks import CHECKS, check_case
from airwars_desk.rules.ranges import show
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store.sheet_rows import Chosen

_KINDS: Final = {
    "incident": N_("Incident"),
    "victim": N_("Victim"),
    "citation": N_("Source"),
    "involvement": N_("Involvement"),
    "decision": N_("Decision"),
}


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


def general_notes(filters: str, sheets: Mapping[str, int]) -> Iterator[Row]:
    """What holds for the whole workbook."""
    for label, text in definitions():
        yield _general(tr("Definition"), text, label)
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
    for title, rows in sheets.items():
        yield _general(tr("Rows"), tr("Rows on the sheet"), title, str(rows))


def case_notes(case: Case, chosen: Chosen, code: str) -> Iterator[Row]:
    """What is odd about one incident, in conflict, or newer than its decision."""
    for problem in check_case(case):
        check = CHECKS[problem.id]
        if check.severity != "note":
            spec = CATALOGUES[problem.kind].specs.get(problem.field)
            label = tr(spec.label) if spec else problem.field
            kind = tr(_KINDS.get(problem.kind, problem.kind.replace("_", " ")))
            yield [
                tr("Check"), code, kind, label, tr(check.sentence), problem.detail, problem.uid,
            ]  # fmt: skip
    if len(standing_decisions(case)) > 1:
        yield _incident(
            tr("Conflict"), code, tr("Two decisions stand; the one picked counts."), "", case.uid
        )
    if chosen.conflicts:
        note = tr("Fields in conflict; the value picked is shown until a person writes it.")
        yield _incident(tr("Conflict"), code, note, str(chosen.conflicts), case.uid)
    newer = _newer_range(case, chosen)
    if newer:
        note = tr(
            "The working range of civilians killed differs from the decided one, which counts."
        )
        yield _incident(tr("Not yet decided"), code, note, newer, case.uid)


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


def _newer_range(case: Case, chosen: Chosen) -> str:
    if not chosen.is_decided or chosen.state != "decided":
        return ""
    decided = (chosen.numbers["killed_min"], chosen.numbers["killed_max"])
    for item in case.of("working_range", case.uid):
        values = item.values
        if values.get("group") == CIVILIANS and values.get("form", "group") == "group":
            working = (values.get("killed_min"), values.get("killed_max"))
            if working != decided:
                return tr("working {working}, decided {decided}").format(
                    working=show(*working), decided=show(*decided)
                )
    return ""


def _general(subject: str, note: str, field: str = "", value: str = "") -> Row:
    return [subject, None, None, field, note, value]


def _incident(subject: str, code: str, note: str, value: str, uid: str) -> Row:
    return [subject, code, tr("Incident"), None, note, value, uid]
