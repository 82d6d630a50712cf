"""What victims and sources are called: whether there is a name, and whether it names anybody."""

import re
from collections.abc import Mapping
from typing import Any, Final

from airwars_desk.rules.text import clean, comparable, is_blank

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


def victim_called(values: Mapping[str, Any]) -> str:
    """Return the name a victim goes by, "" for none: the Latin one, else in the local script.

    >>> victim_called({"name": " ", "name_local": "ليلى"})
    'ليلى'
    """
    return clean(str(values.get("name") or "")) or clean(str(values.get("name_local") or ""))


def source_called(values: Mapping[str, Any]) -> str:
    """Return what a citation is called, "" for nothing: its name, its author, its host.

    >>> source_called({"name": "", "author": "A. Arud"}), source_called({})
    ('A. Arud', '')
    """
    for name in ("name", "author", "author_translated"):
        if values.get(name):
            return clean(str(values[name]))
    return host_of(values.get("address"))


def host_of(address: str | None) -> str:
    """Return the host of an address, for reading only.

    >>> host_of("https://www.example.org/a/b?c"), host_of(None)
    ('example.org', '')
    """
    rest = clean(address or "").split("://", 1)[-1]
    return rest.split("/", 1)[0].removeprefix("www.")
