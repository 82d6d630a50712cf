"""Names of victims: whether there is one, and whether it names anybody."""

import re
from typing import Final

from airwars_desk.rules.text import comparable, is_blank

_PERSON: Final = (
    r"(?:victim|person|people|child|children|grandchild|baby|infant|foetus|fetus|boy|girl|man|woman"
    r"|women|men|civilian|member|mother|father|wife|husband|son|daughter|grandson|granddaughter"
    r"|brother|sister|grandmother|grandfather|uncle|aunt|cousin|relative|nephew|niece|sibling"
    r"|family|family member|displaced person|worker|soldier|fighter|driver)s?"
)
_PLACEHOLDER: Final = re.compile(
    r"(?:(?:an?|the) )?(?:unnamed|unidentified|unknown|anonymous|no name|name unknown|not named"
    r"|nameless)\b.*"
    r"|(?:an?|the|his|her|one|two|three|four|five|second|third|youngest|eldest|\d+)? ?"
    rf"(?:(?:other|young|elderly|pregnant|disabled|displaced) )*{_PERSON}"
    r"(?: (?:\d+|[a-z]))?(?: (?:of|from|in) .*)?"
    r"|(?:the )?(?:\w+ ){1,3}family(?: members?)?(?: \d+)?"
    r"|.* unnamed"
    r"|(?:مجهول|مجهوله|مجهولين)\b.*"
    r"|(?:طفل|طفله|رجل|امراه|زوجته|والدته|والده|ابنه|ابنته)(?: \d+)?"
)
_SOMEBODYS: Final = re.compile(rf"[^,(]*['’`´]s? {_PERSON}(?: \d+)?", re.IGNORECASE)


def is_named(*names: str | None) -> bool:
    """Tell whether any of a person's names, in any script, is there.

    A placeholder counts as a name here, as it does in what is published (domain.md 1.3).

    >>> is_named(None, " "), is_named("", "ليلى")
    (False, True)
    """
    return any(not is_blank(name) for name in names)


def is_placeholder(name: str | None) -> bool:
    """Tell whether what stands in a name field names nobody.

    >>> is_placeholder("Unnamed victim 1"), is_placeholder("Jane Doe's child")
    (True, True)
    >>> is_placeholder("Jane Doe"), is_placeholder("")
    (False, False)
    """
    if name is None:
        return False
    if _PLACEHOLDER.fullmatch(comparable(name)) is not None:
        return True
    return _SOMEBODYS.fullmatch(name.strip()) is not None
