"""The rows of the page "Declared": tallies with their months, claims, and what contradicts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from airwars_desk.gui.text import UNKNOWN, dates, day, number, one_line, span
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.operations.declared import Declared
    from airwars_desk.records.case import Item
    from airwars_desk.rules.tallies import Doubt, MonthRow, Number


def tally_columns() -> tuple[Column, ...]:
    """Return the columns of the tallies."""
    return (
        Column(tr("Belligerent"), share=4, key="declared_by"),
        Column(tr("Country"), 84, key="declared_country"),
        Column(tr("Period"), 122, key="declared_period"),
        Column(tr("Strikes"), 64, TRAIL, key="declared_strikes"),
        Column(tr("Change"), 66, TRAIL, key="declared_change"),
        Column(tr("To date"), 72, TRAIL, key="declared_to_date"),
        Column(tr("Munitions"), 80, TRAIL, key="declared_munitions"),
        Column(tr("To date"), 72, TRAIL, key="declared_munitions_to_date"),
        Column(tr("Look at"), share=4, key="declared_doubt"),
    )


def claim_columns() -> tuple[Column, ...]:
    """Return the columns of the claims."""
    return (
        Column(tr("Belligerent"), share=4, key="claimed_by"),
        Column(tr("Country"), 84, key="claimed_country"),
        Column(tr("Stated on"), 96, key="claimed_on"),
        Column(tr("Position"), 84, key="claimed_stance"),
        Column(tr("Of what"), 130, key="claimed_subject"),
        Column(tr("Number"), 104, TRAIL, key="claimed_number"),
        Column(tr("In words"), share=5, key="claimed_words"),
    )


def in_order(items: "Sequence[Item]", words: Vocabulary) -> "list[Item]":
    """Return records by belligerent and country, the newest first within them."""

    def place(item: "Item") -> tuple[str, str]:
        get = item.values.get
        return words.label(get("belligerent")), words.label(get("country"))

    newest = sorted(items, key=_when, reverse=True)
    return sorted(newest, key=place)


def tally_row(item: "Item", found: "Declared", words: Vocabulary) -> tuple[Cell, ...]:
    """Return the cells of a tally; what was worked out and not stated is in a quieter ink."""
    get = item.values.get
    month = _month_of(item, found)
    doubts = doubts_of(item.uid, found)
    look = sentence_of(doubts[0]) if doubts else ""
    return (
        Cell(words.label(get("belligerent")) or UNKNOWN, weight=500),
        Cell(words.label(get("country")) or UNKNOWN),
        Cell(period(get("date_start"), get("date_end"))),
        *_numbers(item, month.strikes if month else None, "strikes", with_change=True),
        *_numbers(item, month.munitions if month else None, "munitions", with_change=False),
        Cell(look, ink="ink2", dot="warn" if look else ""),
    )


def claim_row(item: "Item", words: Vocabulary) -> tuple[Cell, ...]:
    """Return the cells of a claim."""
    get = item.values.get
    return (
        Cell(words.label(get("belligerent")) or UNKNOWN, weight=500),
        Cell(words.label(get("country")) or tr("all"), ink="ink" if get("country") else "ink2"),
        Cell(day(get("stated_on")), ink="ink2"),
        Cell(choice_label(get("stance")) if get("stance") else UNKNOWN),
        Cell(choice_label(get("subject")) if get("subject") else UNKNOWN),
        Cell(span(get("quantity_min"), get("quantity_max")), weight=600),
        Cell(one_line(get("words")), ink="ink2"),
    )


def period(start: Any, end: Any) -> str:
    """Return a period as people say it: a whole month by its name, an open one by its end.

    >>> period("2017-03-01", "2017-03-31"), period(None, "2017-03-31"), period(None, None)
    ('Mar 2017', 'to 31 Mar 2017', '–')
    >>> period("2017-03-04", "2017-03-10"), period("2017-03-04", "2017-04-02")
    ('4–10 Mar 2017', '4 Mar 2017 to 2 Apr 2017')
    """
    from airwars_desk.rules.tallies import whole_month

    month = whole_month(start, end)
    if month is not None:
        return day(month)
    if not start and end:
        return tr("to {day}").format(day=day(end))
    within = start and end and start != end and str(start)[:8] == str(end)[:8]
    return f"{int(start[8:])}–{day(end)}" if within and start[8:].isdigit() else dates(start, end)


def doubts_of(uid: str, found: "Declared") -> "list[Doubt]":
    """Return what is doubtful about a tally."""
    return [doubt for series in found.series for doubt in series.doubts if uid in doubt.uids]


def sentence_of(doubt: "Doubt") -> str:
    """Return what a doubt says."""
    known = {
        "month_differs": tr("{when}: {first} stated, the sums differ by {second}"),
        "sum_falls": tr("{when}: the sum falls from {first} to {second}"),
        "stated_twice": tr("{when}: stated as {first} and as {second}"),
        "not_a_month": tr("{first} is for no single month: not used"),
        "no_day": tr("{first} to date, of no day: not used"),
    }
    values = [*map(number, doubt.values), "", ""]
    when = day(doubt.when) if doubt.when else UNKNOWN
    return known[doubt.id].format(when=when, first=values[0], second=values[1])


def change_text(number_: "Number | None") -> str:
    """Return a change in percent with its sign; unknown is a dash."""
    if number_ is None or number_.change is None:
        return UNKNOWN
    sign = "+" if number_.change > 0 else "−" if number_.change < 0 else "±"
    return f"{sign}{abs(number_.change)} %"


def _numbers(
    item: "Item", found: "Number | None", name: str, *, with_change: bool
) -> tuple[Cell, ...]:
    stated, total = item.values.get(name), item.values.get(f"{name}_to_date")
    worked_out = found.month if found is not None and stated is None else None
    summed = found.to_date if found is not None and total is None else None
    change = (Cell(change_text(found), ink="ink2"),) if with_change else ()
    return (
        Cell(number(worked_out), ink="ink3")
        if stated is None
        else Cell(number(stated), weight=600),
        *change,
        Cell(number(summed), ink="ink3") if total is None else Cell(number(total)),
    )


def _month_of(item: "Item", found: "Declared") -> "MonthRow | None":
    """Return the month at whose end a tally stands."""
    from airwars_desk.rules.dates import month_of
    from airwars_desk.rules.tallies import month_end

    get = item.values.get
    month = month_of(get("date_end"))
    if month is None or month_end(month) != get("date_end"):
        return None
    for series in found.series:
        if (series.belligerent, series.country) == (get("belligerent"), get("country")):
            return next((row for row in series.months if row.month == month), None)
    return None


def _when(item: "Item") -> str:
    get = item.values.get
    return str(get("stated_on") or get("date_end") or get("date_start") or "")
