"""The fields a search can name, in one table: parser, completion and docs/searching.md read it.

To add a field: 1. a row here; 2. its condition in store/conditions.py; 3. its row in
docs/searching.md. Tests say what is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from airwars_desk.i18n import N_

NONE: Final = "none"
"""The value that asks for what is not recorded."""

CHOICE, DATE, NUMBER, TERM, PERSON, TEXT, CODE = (
    "choice", "date", "number", "term", "person", "text", "code",
)  # fmt: skip

_GRADES: Final = {
    "confirmed": ("c",),
    "fair": ("f",),
    "weak": ("w",),
    "contested": ("x",),
    "discounted": ("d",),
    NONE: ("ungraded", "not graded", "unknown"),
    "event": ("e", "event only"),
}
_STATES: Final = {
    "researching": (),
    "in_review": ("in review", "review"),
    "returned": (),
    "decided": (),
}
_HARM: Final = {"yes": ("y",), "no": ("n",), "unknown": ("not recorded", NONE)}
_HAS: Final = {
    "point": ("points", "coordinates", "location"),
    "place": (),
    "code": (),
    "grade": (),
    "assignee": (),
    "count": ("counts",),
    "injured": (),
    "children": ("child",),
    "women": ("woman",),
    "concession": ("concessions", "conceded"),
    "victims": ("victim",),
    "names": ("name",),
    "sources": ("source",),
    "origins": ("origin",),
    "narrative": ("narratives",),
    "note": ("notes",),
    "attachment": ("attachments", "file", "files"),
    "problem": ("problems", "check", "checks"),
    "conflict": ("conflicts",),
}
_IS: Final = {"reviewed": ("decided",), "undated": ()}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryField:
    """One field.

    Args:
        name: what is typed before the colon.
        title: how a chip calls it, marked for translation.
        kind: what its values are.
        choices: of a choice, each value with what else may be typed for it.
        vocabulary: of a term.
        examples: values that show how it is used.
        narrows: a repetition narrows instead of widening: each asks something else.
    """

    name: str
    title: str
    kind: str
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vocabulary: str = ""
    examples: tuple[str, ...] = ()
    narrows: bool = False


def _number(name: str, title: str, *examples: str) -> QueryField:
    return QueryField(name=name, title=title, kind=NUMBER, examples=examples, narrows=True)


_ALL: Final = (
    QueryField(name="grade", title=N_("grade"), kind=CHOICE, choices=_GRADES),
    QueryField(name="state", title=N_("state"), kind=CHOICE, choices=_STATES),
    QueryField(
        name="date",
        title=N_("date"),
        kind=DATE,
        examples=("2017", "2017-03", "2017-03-17", "2017-01..2017-03", ">=2017-06"),
    ),
    QueryField(name="place", title=N_("place"), kind=TEXT, examples=("raqqa", "west mosul")),
    QueryField(name="in", title=N_("in"), kind=TEXT, examples=("raqqa", "west mosul")),
    QueryField(name="province", title=N_("province"), kind=TERM, vocabulary="province"),
    QueryField(name="country", title=N_("country"), kind=TERM, vocabulary="country"),
    QueryField(name="belligerent", title=N_("belligerent"), kind=TERM, vocabulary="belligerent"),
    QueryField(name="harm", title=N_("harm"), kind=CHOICE, choices=_HARM),
    _number("killed", N_("killed"), ">10", "0", "5..20"),
    _number("injured", N_("injured"), ">10", "0", "5..20"),
    _number("sources", N_("sources"), "<2", "3..10"),
    _number("origins", N_("origins"), "1", ">=2", NONE),
    _number("victims", N_("victims"), ">0", ">=10"),
    _number("named", N_("named"), ">0", "0"),
    QueryField(name="assignee", title=N_("assignee"), kind=PERSON, examples=("me", NONE)),
    QueryField(name="code", title=N_("code"), kind=CODE, examples=("MQ04", "CS831")),
    QueryField(name="source", title=N_("source"), kind=TEXT, examples=("press", "documentation")),
    _number("checks", N_("checks"), ">0", ">=2"),
    _number("conflicts", N_("conflicts"), ">0"),
    QueryField(name="has", title=N_("has"), kind=CHOICE, choices=_HAS, narrows=True),
    QueryField(name="is", title=N_("is"), kind=CHOICE, choices=_IS, narrows=True),
)
PLACES: Final = ("place", "in")
"""Fields that know areas; `place` else reads words of place and region, `in` whole place names."""

FIELDS: Final[dict[str, QueryField]] = {row.name: row for row in _ALL}
SYNONYMS: Final = {"month": "date", "year": "date", "by": "belligerent", "person": "assignee"}
"""Other names of fields that people type."""

WORDS: Final = {word for value, more in _IS.items() for word in (value, *more)}
"""Words that stand alone for `is:` and themselves."""


def field_named(name: str) -> QueryField | None:
    """Return the field of a name in any case, or None.

    >>> field_named("Month").name
    'date'
    """
    key = name.lower()
    return FIELDS.get(SYNONYMS.get(key, key))


def choice_of(known: QueryField, text: str) -> str | None:
    """Return the value a text stands for in a field of choices, or None.

    >>> choice_of(FIELDS["state"], "In review")
    'in_review'
    """
    wanted = text.strip().lower()
    for value, others in known.choices.items():
        if wanted == value or wanted in others:
            return value
    return None
