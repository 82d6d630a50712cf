"""Beside the ranges: strikes that belligerents declare for the month, and what they claim."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from airwars_desk.gui.pages.month.tables import Section
from airwars_desk.gui.text import UNKNOWN, day, number, span
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import rule
from airwars_desk.i18n import tr


def strikes(theme: Theme) -> Section:
    """The table of declared strikes per belligerent and country."""
    columns = (
        Column(tr("By and where"), share=3),
        Column(tr("Strikes"), 62, TRAIL),
        Column(tr("Change"), 62, TRAIL),
        Column(tr("To date"), 68, TRAIL),
        Column(tr("Munitions"), 76, TRAIL),
    )
    return Section(theme, tr("Declared strikes"), columns)


def claims(theme: Theme) -> Section:
    """The table of what belligerents claim, concede or deny overall."""
    columns = (
        Column(tr("Belligerent"), 170),
        Column(tr("Says"), 210),
        Column(tr("Quantity"), 84, TRAIL),
        Column(tr("In words"), share=3),
        Column(tr("Stated on"), 100),
        Column(tr("Address"), share=2),
    )
    section = Section(theme, tr("Claimed and conceded overall"), columns)
    column = section.layout()
    if isinstance(column, QVBoxLayout):
        column.insertWidget(0, rule())
    return section


def show_declared(strikes: Section, claims: Section, found: dict[str, Any] | None) -> None:
    """Fill both tables; without anything declared in the casebook they are not there."""
    series: Sequence[dict[str, Any]] = found["series"] if found else ()
    said: Sequence[dict[str, Any]] = found["claims"] if found else ()
    strikes.setVisible(bool(series))
    claims.setVisible(bool(said))
    rows = [_strike_row(one, row) for one in series for row in one["months"]]
    strikes.note.set_text(tr("as published, not counted by us"))
    strikes.show_rows(rows, ["declared"] * len(rows), tr("Nothing is declared for this month."))
    claims.note.set_text(tr("Never part of the ranges above."))
    claims.show_rows([_claim_row(one) for one in said], ["declared"] * len(said))


def _strike_row(one: dict[str, Any], row: dict[str, Any]) -> tuple[Cell, ...]:
    counts, munitions = row["strikes"], row["munitions"]
    change = counts["change"]
    return (
        Cell(one["belligerent_name"] or tr("Not recorded"), more=one["country_name"] or ""),
        Cell(number(counts["month"]), weight=600),
        Cell(UNKNOWN if change is None else f"{change:+d}\u00a0%".replace("-", "\u2212")),
        Cell(number(counts["to_date"])),
        Cell(number(munitions["month"])),
    )


def _claim_row(one: dict[str, Any]) -> tuple[Cell, ...]:
    says = " · ".join(choice_label(one[name]) for name in ("stance", "subject") if one[name])
    who = Cell(one["belligerent_name"] or tr("Not recorded"), more=one["country_name"] or "")
    return (
        who,
        Cell(says or UNKNOWN),
        Cell(span(one["quantity_min"], one["quantity_max"]), weight=600),
        Cell(one["words"] or UNKNOWN),
        Cell(day(one["stated_on"])),
        Cell(one["archive_address"] or one["address"] or UNKNOWN, ink="ink2"),
    )
