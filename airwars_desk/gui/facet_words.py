"""The words of filters: what facets, chips and completions call a value, and how it is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from airwars_desk.gui.text import UNKNOWN, day, one_line
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.i18n import N_, tr
from airwars_desk.rules.dates import is_month
from airwars_desk.rules.query import Filter
from airwars_desk.rules.query_fields import FIELDS, NONE, PERSON, TERM, choice_of
from airwars_desk.rules.query_values import bounds

Counts = Mapping[str, int]

TITLES = {
    "grade": N_("Grade"),
    "state": N_("State"),
    "date": N_("Month"),
    "belligerent": N_("Belligerent"),
    "province": N_("Province"),
    "harm": N_("Harm reported"),
    "assignee": N_("Assigned to"),
}
"""The facets, in their order."""

_FIXED = {
    "grade": {
        "confirmed": N_("Confirmed"),
        "fair": N_("Fair"),
        "weak": N_("Weak"),
        "contested": N_("Contested"),
        "discounted": N_("Discounted"),
        NONE: N_("Not graded"),
        "event": N_("Event only"),
    },
    "state": dict.fromkeys(FIELDS["state"].choices, ""),
    "harm": {"yes": N_("Yes"), "no": N_("No"), "unknown": N_("Not recorded")},
}
_NOTHING = {"assignee": N_("Nobody"), "date": N_("No date")}
TAGS = {
    "confirmed": "C",
    "fair": "F",
    "weak": "W",
    "contested": "X",
    "discounted": "D",
    NONE: UNKNOWN,
    "event": "E",
}


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet: its key in the counts, label, incidents, tag of a grade."""

    value: str
    label: str
    count: int = 0
    chosen: bool = False
    tag: str = ""


def label_of(name: str, value: str, words: Vocabulary) -> str:
    """Return what a value is called on the screen."""
    fixed = _FIXED.get(name, {})
    if value in fixed:
        return tr(fixed[value]) if fixed[value] else choice_label(value)
    if value == NONE:
        return tr(_NOTHING.get(name, N_("Not recorded")))
    if FIELDS[name].kind == TERM:
        return words.label(value)
    if FIELDS[name].kind == PERSON:
        return words.person(value)
    return date_words(value) if name == "date" else one_line(value)


def typed_for(name: str, value: str, words: Vocabulary) -> str:
    """Return how a value is typed: a term or person by its name, all else as it is counted."""
    if value == NONE or FIELDS[name].kind not in (TERM, PERSON):
        return value
    if FIELDS[name].kind == TERM:
        return one_line(words.labels.get(value)) or value.partition("/")[2]
    return words.person(value)


def order(name: str, known: Counts) -> list[str]:
    """Return the values of a facet in the order in which they stay: fixed, or by their counts."""
    if name in _FIXED:
        return list(_FIXED[name])
    return sorted(known, key=lambda value: (value == NONE, -known[value], value))


def rows_of(
    name: str, known: Counts, now: Counts, chosen: Sequence[str], words: Vocabulary
) -> list[FacetRow]:
    """Return the rows of a facet: every value known in the casebook, with its count now."""
    return [
        FacetRow(
            value,
            label_of(name, value, words),
            now.get(value, 0),
            value in chosen,
            TAGS.get(value, "") if name == "grade" else "",
        )
        for value in order(name, known)
    ]


def date_words(value: str) -> str:
    """Return a date, comparison or range of a filter as people read it.

    >>> date_words("2017-03"), date_words("2017-01..2017-03"), date_words("2017")
    ('Mar 2017', 'Jan 2017 – Mar 2017', '2017')
    """
    if value == NONE:
        return tr("none")
    first, dots, last = value.partition("..")
    if dots:
        return f"{date_words(first)} – {date_words(last)}"
    sign = value[: len(value) - len(value.lstrip("<>="))]
    rest = value[len(sign) :]
    shown = rest if len(rest) == 4 else day(rest)
    return f"{sign} {shown}" if sign else shown


def months_chosen(values: Sequence[str], months: Sequence[str]) -> set[str]:
    """Return the months that the values of a date filter reach."""
    return {month for month in months if any(_reaches(value, month) for value in values)}


def _reaches(value: str, month: str) -> bool:
    if value == NONE:
        return False
    first, last, with_first, _with_last = bounds(value)
    if first is not None and month < first[:7] and not first.startswith(month):
        return False
    if first is not None and not with_first and month.startswith(first):
        return False
    return last is None or month <= last[:7] or month.startswith(last)


def chip_words(one: Filter, words: Vocabulary) -> tuple[str, str]:
    """Return field and value of a filter as its chip shows them."""
    known = FIELDS[one.field]
    title = "" if one.field == "is" else tr(known.title)
    if one.field == "date" and all(is_month(value) for value in one.values):
        title = tr("month")
    shown = [_chip_value(one.field, value, words) for value in one.values]
    sign = tr("not") if one.negated else ""
    return f"{sign} {title}".strip(), ", ".join(shown)


def _chip_value(name: str, value: str, words: Vocabulary) -> str:
    if name == "date":
        return date_words(value)
    if name in _FIXED and choice_of(FIELDS[name], value):
        return label_of(name, value, words)
    return one_line(value)
