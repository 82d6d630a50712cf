"""What the month page asks, and the search that lists the incidents behind each of its marks. Pure.

Every mark is a number of incidents; the search that leads to them is written here and nowhere else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from airwars_desk.gui.text import moment, one_line
from airwars_desk.i18n import tr

NONE = "none"  # what a search calls "not recorded"
LIKELY = ("Confirmed", "Fair")
GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
NO_GRADE = "None"

Labels = Callable[[Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question of the page: terms by uid; a month, "" for the last one that counts."""

    month: str = ""
    belligerents: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # names of areas and places
    likely: tuple[str, ...] = LIKELY
    state: str = "decided"
    harm: str = "killed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark: what it counts, and of which month, grade, belligerent or province.

    Args:
        kind: alleged, likely, children, women, grade, not_reviewed, unknown, conceded,
            belligerent, province (their likely incidents, with "_alleged" all), or what is open:
            in_review, returned, no_location.
        month: where it is another than that of the page.
        grade: of a stack, `None` for the incidents without one.
        name: of a belligerent or province as people read it, None where none is recorded.
        incidents: how many it counts.
    """

    kind: str
    month: str = ""
    grade: str = ""
    name: str | None = ""
    incidents: int = 0


_MORE: dict[str, str] = {
    "in_review": "state:in_review",
    "returned": "state:returned",
    "no_location": "-has:point",
    "unknown": "-has:count",
    "children": "has:children",
    "women": "has:women",
    "conceded": "has:concession",
}
_ANY_HARM = frozenset({"in_review", "returned", "no_location", "conceded"})
_ANY_DECISION = _ANY_HARM | {"not_reviewed"}
_LIKELY = frozenset({"likely", "children", "women", "belligerent", "province"})


def search_for(asked: Asked, mark: Mark, label: Labels) -> str:
    """The search that lists the incidents of a mark.

    >>> search_for(Asked(month="2017-03"), Mark(kind="likely"), str)
    'date:2017-03 harm:yes reviewed grade:confirmed,fair'
    """
    parts = [f"date:{mark.month or asked.month}", *_who_and_where(asked, mark, label)]
    if mark.kind not in _ANY_HARM:
        parts.append("harm:yes")
    if mark.kind == "not_reviewed":
        parts.append("-reviewed")
    elif mark.kind not in _ANY_DECISION and asked.state == "decided":
        parts.append("reviewed")
    if mark.kind in _LIKELY:
        parts.append(f"grade:{','.join(grade.lower() for grade in asked.likely)}")
    if mark.kind == "grade":
        parts.append(f"grade:{NONE if mark.grade == NO_GRADE else mark.grade.lower()}")
    if mark.kind in _MORE:
        parts.append(_MORE[mark.kind])
    return " ".join(parts)


def _who_and_where(asked: Asked, mark: Mark, label: Labels) -> list[str]:
    """The filters of belligerents, countries, provinces and places; a mark has its own of one."""
    parts = []
    for name, uids in (
        ("belligerent", asked.belligerents),
        ("country", asked.countries),
        ("province", asked.provinces),
    ):
        if name == mark.kind.removesuffix("_alleged"):
            parts.append(f"{name}:{quoted(mark.name) if mark.name else NONE}")
        elif uids:
            parts.append(f"{name}:{','.join(quoted(label(uid)) for uid in uids)}")
    if asked.places:
        parts.append(f"in:{','.join(map(quoted, asked.places))}")
    return parts


def quoted(text: str) -> str:
    """A value as a search takes it.

    >>> quoted("Raqqa"), quoted("West Mosul")
    ('Raqqa', '"West Mosul"')
    """
    if text and not any(letter.isspace() or letter in ',"' for letter in text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def grades_in_words(likely: Iterable[str]) -> str:
    """The grades counted as likely: "Confirmed + Fair"."""
    return " + ".join(tr(grade) for grade in likely)


def filters_in_words(asked: Asked, label: Labels) -> list[str]:
    """The filters as parts of a sentence, without month and as-of."""
    words = [
        ", ".join(label(uid) for uid in uids) if uids else none
        for uids, none in (
            (asked.belligerents, tr("all belligerents")),
            (asked.countries, tr("all countries")),
            (asked.provinces, tr("all provinces")),
        )
    ]
    words.append(", ".join(map(one_line, asked.places)) or tr("all places"))
    state = tr("decided only") if asked.state == "decided" else tr("working figures")
    return [*words, grades_in_words(asked.likely), state]


def sentence(asked: Asked, as_of: str | None, label: Labels) -> str:
    """The filters of all months with their as-of, for a picture or a table."""
    until = tr("as of {time}").format(time=moment(as_of))
    return " · ".join([*filters_in_words(asked, label), until])
