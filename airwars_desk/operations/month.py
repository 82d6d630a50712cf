"""The month as its page shows it: figures, all months beside them, drivers, open work, gaps."""

from dataclasses import replace
from typing import Any, Final

from airwars_desk.operations.declared import declared
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.figures import figures
from airwars_desk.operations.standalone import list_items
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.figures import NO_GRADE, blank
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.monitoring import axis, gap_of, months_not_monitored, why_empty
from airwars_desk.rules.month import HARMS, with_others, worst_months
from airwars_desk.store.month import (
    count_open,
    count_parties,
    count_series,
    count_unfiltered,
    newest_change,
    read_drivers,
)
from airwars_desk.store.names import names_of
from airwars_desk.store.places import located

DRIVERS: Final = 4
WORST: Final = 7


def month_view(
    desk: Desk, filters: Filters, month: str = "", harm: str = "killed"
) -> dict[str, Any]:
    """All that the page of a month shows, as plain values.

    The belligerents are those of the month whatever belligerents the filters name: an incident
    with two stands under each.

    Args:
        desk: the casebook.
        filters: what is asked; its months do not matter.
        month: `YYYY-MM`; "" for the last month with an incident that counts.
        harm: "killed" or "injured".

    Raises:
        KeyError: the harm is neither; a bug of ours.
    """
    if harm not in HARMS:
        raise KeyError(harm)
    with desk.store.reading() as connection:
        everywhere = located(connection, filters.between(None, None))
        counted = count_series(connection, everywhere)
        newest = newest_change(connection, everywhere)
        chosen = month or max((m for m, row in counted.items() if _counts(row)), default="")
        here = everywhere.between(chosen or None, chosen or None)
        parties = count_parties(connection, replace(here, belligerents=()))
        opened = count_open(connection, here)
        drivers = read_drivers(connection, here, harm, DRIVERS) if chosen else []
        unfiltered = count_unfiltered(connection, chosen) if chosen else 0
        names = names_of(connection, [term for term in parties if term])
    gaps = months_not_monitored(
        [gap_of(item.values) for item in list_items(desk, "monitoring_gap")], everywhere
    )
    counting = [month for month, row in counted.items() if _counts(row)]
    found = figures(desk, here)
    series = [
        {"month": each, "gap": gaps.get(each, ""), **counted.get(each, _no_month())}
        for each in axis(counting, chosen, gaps)
    ]
    return {
        "month": chosen,
        "harm": harm,
        "as_of_series": newest,
        "here": found,
        "series": series,
        "worst": worst_months(series, harm, WORST),
        "belligerents": _rows(parties, names, harm),
        "drivers": drivers,
        "others": with_others(
            [(row["low"], row["high"], row["spread"]) for row in drivers], found["likely"], harm
        ),
        "open": opened,
        "declared": declared(desk, here).as_json() if chosen else None,
        "gap": gaps.get(chosen, ""),
        "why_empty": ""
        if found["alleged"]["incidents"]
        else why_empty(
            chosen, gaps, waiting=found["not_reviewed"]["incidents"], unfiltered=unfiltered
        ),
    }


def _counts(row: dict[str, Any]) -> bool:
    return bool(row["alleged"]["incidents"])


def _no_month() -> dict[str, Any]:
    return {
        "alleged": blank(),
        "likely": blank(),
        "grades": dict.fromkeys((*GRADES, NO_GRADE), 0),
        "not_reviewed": 0,
    }


def _rows(
    found: dict[str | None, dict[str, Any]], names: dict[str, str], harm: str
) -> list[dict[str, Any]]:
    """Rows of the table of belligerents: the greatest likely max first, the nameless last."""
    rows = [
        {"uid": term, "name": names[term] if term else None, **row} for term, row in found.items()
    ]
    return sorted(
        rows,
        key=lambda row: (-row["likely"][f"{harm}_max"], row["name"] is None, row["name"] or ""),
    )
