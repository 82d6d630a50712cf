"""What the columns of pasted claims mean, and the words a cell may use for position and subject.

A column whose header names a subject ("Civilians killed", "Strikes, at least") holds its number, so
one line may give several claims. What no word explains is left out, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from airwars_desk.rules.text import clean, search_tokens

BELLIGERENT, COUNTRY, STANCE, SUBJECT = "belligerent", "country", "stance", "subject"
STATED_ON, PERIOD, START, END = "stated_on", "period", "date_start", "date_end"
QUANTITY, LEAST, MOST, WORDS = "quantity", "quantity_min", "quantity_max", "words"
STATED_BY, ADDRESS, ARCHIVE, NOTE = "stated_by", "address", "archive_address", "note"
IGNORED = ""
SAID: Final = (LEAST, MOST, WORDS)
NUMBERS: Final = frozenset({QUANTITY, LEAST, MOST})

_TITLES: Final[dict[str, tuple[str, ...]]] = {
    BELLIGERENT: ("belligerent", "party", "actor", "military"),
    COUNTRY: ("country", "theatre", "theater"),
    STANCE: ("position", "stance"),
    SUBJECT: ("of what", "subject", "what", "measure"),
    STATED_ON: ("stated on", "date", "day", "stated", "published", "published on", "said on"),
    PERIOD: ("period", "month", "speaks of"),
    START: ("from", "since", "start"),
    END: ("until", "to", "through", "end"),
    QUANTITY: ("number", "quantity", "count", "figure", "amount"),
    LEAST: ("at least", "min", "minimum", "number min"),
    MOST: ("up to", "at most", "max", "maximum", "number max"),
    WORDS: ("in words", "words", "wording", "statement", "quote", "text"),
    STATED_BY: ("stated by", "by", "said by", "speaker", "spokesperson", "source", "reported by"),
    ADDRESS: ("address", "url", "link"),
    ARCHIVE: ("archived at", "archive", "archive address", "archived"),
    NOTE: ("note", "notes", "comment", "comments", "remark", "remarks"),
}
_ROLES: Final = {title: role for role, titles in _TITLES.items() for title in titles}
_LEAST: Final = ((("at", "least"), LEAST), (("min",), LEAST), (("minimum",), LEAST))
_MOST: Final = ((("up", "to"), MOST), (("at", "most"), MOST), (("max",), MOST))
_STANCES: Final = {
    "claims": ("claims", "claim", "claimed", "states", "stated"),
    "concedes": (
        "concedes", "concede", "conceded", "admits", "admitted", "accepts", "accepted",
        "acknowledges", "acknowledged",
    ),
    "denies": ("denies", "deny", "denied", "rejects", "rejected"),
}  # fmt: skip
_CIVILIANS: Final = frozenset({"civilian", "civilians"})
_COMBATANTS: Final = frozenset(
    {"combatant", "combatants", "fighter", "fighters", "militant", "militants"}
)
_KILLED: Final = frozenset({"killed", "deaths", "dead", "killings"})
_INJURED: Final = frozenset({"injured", "wounded", "injuries"})
_SUBJECTS: Final = {
    "incidents": ("incidents", "incident"),
    "strikes": ("strikes", "airstrikes", "air strikes"),
    "munitions": ("munitions", "munitions released", "bombs", "weapons released"),
    "other": ("other", "something else"),
}
_HEADS: Final = frozenset({STATED_ON, PERIOD, START, END, BELLIGERENT, COUNTRY})
_TOLD: Final = frozenset({*NUMBERS, WORDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimColumn:
    """What a column means.

    Attributes:
        title: as written in the header.
        role: a field of a claim, `quantity`, `period`, or "" for a column that is left out.
        subject: where the header names one.
    """

    title: str
    role: str
    subject: str | None = None


def read_header(cells: Sequence[str]) -> tuple[ClaimColumn, ...] | None:
    """Read a header, or None where the cells are none.

    It needs a day, a period or a party, and a number or words; a header holds no digit.

    >>> [column.role for column in read_header(["Date", "Civilians killed", "In words"])]
    ['stated_on', 'quantity', 'words']
    """
    if any(character.isdigit() for cell in cells for character in cell):
        return None
    columns = tuple(_column(cell) for cell in cells)
    roles = {column.role for column in columns}
    return columns if roles & _HEADS and roles & _TOLD else None


def stance_of(text: str) -> str | None:
    """The position a cell names, None for no word we know.

    >>> stance_of("Conceded"), stance_of("perhaps")
    ('concedes', None)
    """
    said = " ".join(search_tokens(clean(text)))
    return next((stance for stance, words in _STANCES.items() if said in words), None)


def subject_of(text: str) -> str | None:
    """The subject a cell or a header names, None for no words we know.

    >>> subject_of("civilian deaths"), subject_of("fighters killed"), subject_of("hospitals")
    ('civilians_killed', 'combatants_killed', None)
    """
    words = search_tokens(clean(text).replace("_", " "))
    said, found = " ".join(words), set(words)
    for people, harm, subject in (
        (_CIVILIANS, _KILLED, "civilians_killed"),
        (_CIVILIANS, _INJURED, "civilians_injured"),
        (_COMBATANTS, _KILLED, "combatants_killed"),
    ):
        if found & people and found & harm and found <= people | harm:
            return subject
    return next((subject for subject, known in _SUBJECTS.items() if said in known), None)


def _column(cell: str) -> ClaimColumn:
    title = clean(cell)
    words = list(search_tokens(title))
    role = _ROLES.get(" ".join(words))
    if role is not None:
        return ClaimColumn(title=title, role=role)
    role = QUANTITY
    for end, named in (*_LEAST, *_MOST):
        if len(words) > len(end) and tuple(words[-len(end) :]) == end:
            words, role = words[: -len(end)], named
            break
    subject = subject_of(" ".join(words))
    return ClaimColumn(title=title, role=role if subject else IGNORED, subject=subject)
