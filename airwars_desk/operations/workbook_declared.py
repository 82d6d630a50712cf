"""What belligerents declare and claim beyond single incidents: two sheets with rows as entered."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from airwars_desk.formats.sheets import Sheet, cell_value
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_columns import KeyedColumn, fields, own_number
from airwars_desk.operations.workbook_pages import table_lines
from airwars_desk.operations.workbook_rows import Names, Row
from airwars_desk.records.case import Item
from airwars_desk.rules.filters import Filters

TITLES: Final = {
    "strike_tally": N_("Declared strikes"),
    "belligerent_claim": N_("Claims"),
}


def declared_columns(kind: str) -> list[KeyedColumn]:
    """A number, then every field that people read."""
    return [own_number(), *fields(kind, ())]


def selected(items: Iterable[Item], filters: Filters) -> list[Item]:
    """Those of the belligerents and countries asked for, whose period meets the months."""
    return sorted(
        (item for item in items if _is_selected(item.values, filters)),
        key=lambda item: (
            item.values.get("date_end") or item.values.get("date_start") or "",
            item.uid,
        ),
    )


def declared_sheet(kind: str, about: str, rows: int) -> Sheet:
    """The plan of one of the two sheets."""
    title = tr(TITLES[kind])
    return Sheet(
        title=title,
        columns=[keyed.column for keyed in declared_columns(kind)],
        rows=rows,
        lines=table_lines(title, about, rows),
        frozen_columns=2,
    )


def declared_rows(kind: str, items: Iterable[Item], names: Names) -> Iterator[Row]:
    """A row per record."""
    specs = [keyed.field for keyed in declared_columns(kind) if keyed.field]
    for number, item in enumerate(items, 1):
        cells = [cell_value(spec.kind, item.values.get(spec.name), names) for spec in specs]
        yield [number, *cells]


def _is_selected(values: dict[str, Any], filters: Filters) -> bool:
    if filters.belligerents and values.get("belligerent") not in filters.belligerents:
        return False
    if filters.countries and values.get("country") not in filters.countries:
        return False
    end = values.get("date_end") or values.get("stated_on") or values.get("date_start") or ""
    start = values.get("date_start") or end
    if not end:
        return not (filters.month_from or filters.month_to)
    if filters.month_from and end[:7] < filters.month_from:
        return False
    return not (filters.month_to and start[:7] > filters.month_to)
