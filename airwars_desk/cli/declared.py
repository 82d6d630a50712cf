"""The verb that tells declared strikes and claims."""

import argparse
from collections.abc import Iterator

from airwars_desk.cli.main import Outcome
from airwars_desk.cli.tables import table
from airwars_desk.cli.work import reading
from airwars_desk.i18n import tr
from airwars_desk.operations.declared import Claim, Declared, Series
from airwars_desk.rules.ranges import UNKNOWN, show
from airwars_desk.rules.tallies import Number


def declared(asked: argparse.Namespace) -> Outcome:
    """Tell what belligerents declare, for the filters."""
    from airwars_desk.operations.declared import declared as read
    from airwars_desk.operations.figures import echo_filters, resolve_filters

    with reading(asked) as desk:
        filters = resolve_filters(
            desk,
            belligerents=asked.belligerent,
            countries=asked.country,
            month_from=asked.month_from,
            month_to=asked.month_to,
        )
        found = read(desk, filters)
        echo = echo_filters(desk, filters)
    told = found.as_json()
    kept = ("belligerents", "countries", "from", "to")
    told = {"as_of": told.pop("as_of"), "filters": {name: echo[name] for name in kept}, **told}
    return Outcome(told=told, lines=list(_lines(found)))


def _lines(found: Declared) -> Iterator[str]:
    yield tr("as of {as_of}").format(as_of=found.as_of or UNKNOWN)
    for series in found.series:
        yield ""
        yield from _months(series)
    if found.claims:
        yield ""
        head = [tr("claims"), "", "", "", tr("number")]
        rows = [_claim(claim) for claim in found.claims]
        yield from table([head, *rows], text_columns=4)


def _months(series: Series) -> list[str]:
    title = f"{series.belligerent_name or UNKNOWN}, {series.country_name or UNKNOWN}"
    munitions = any(row.munitions != Number() for row in series.months)
    head = [title, tr("strikes"), tr("change"), tr("to date")]
    if munitions:
        head += [tr("munitions"), tr("change"), tr("to date")]
    rows = [
        [row.month, *_number(row.strikes), *(_number(row.munitions) if munitions else ())]
        for row in series.months
    ]
    doubts = [
        tr("  look at {when}: {id} ({values})").format(
            when=doubt.when or UNKNOWN, id=doubt.id, values=", ".join(map(str, doubt.values))
        )
        for doubt in series.doubts
    ]
    return [*table([head, *rows]), *doubts]


def _number(number: Number) -> tuple[str, str, str]:
    change = UNKNOWN if number.change is None else f"{number.change:+} %"
    return (_count(number.month), change, _count(number.to_date))


def _count(number: int | None) -> str:
    return UNKNOWN if number is None else f"{number:,}"


def _claim(claim: Claim) -> list[str]:
    return [
        claim.belligerent_name or UNKNOWN,
        claim.stated_on or UNKNOWN,
        claim.stance or UNKNOWN,
        claim.subject or UNKNOWN,
        show(claim.quantity_min, claim.quantity_max),
    ]
