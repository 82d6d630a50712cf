"""What is offered while a token of a narrative is typed: ranges, sources, victims. Pure."""

import re

from airwars_desk.gui.completing import Offer
from airwars_desk.gui.readings import source_name
from airwars_desk.gui.text import one_line, span
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case
from airwars_desk.rules.names import victim_called
from airwars_desk.rules.narrative import RANGES, working_counts
from airwars_desk.rules.text import comparable

MOST = 12
FEW = 4  # of a kind, while nothing is typed yet
_Pair = tuple[str, str]  # a token without its brackets, what it stands for
_BEGUN = re.compile(r"(?<!\\)\[([^\[\]\\\n\u2029]{0,40})\Z")


def begun(before: str) -> str | None:
    r"""Return what is typed of a token before the cursor, None where none is begun.

    >>> begun("as [S"), begun("as ["), begun("as [S1]"), begun("as \\[S")
    ('S', '', None, None)
    """
    found = _BEGUN.search(before)
    return found[1] if found else None


def token_offers(case: Case, typed: str) -> list[Offer]:
    """Return the tokens that may be meant, those that begin as typed first."""
    counts = working_counts(case)
    words = [word for word in RANGES if word in counts or " " not in word]
    kinds: tuple[list[_Pair], ...] = (
        [(word, span(*counts.get(word, (None, None)))) for word in words],
        _numbered("S", [source_name(item) for item in case.of("citation")]),
        _numbered("V", [victim_called(item.values) or tr("no name") for item in case.of("victim")]),
    )
    if not typed:
        return [_offer(*one) for kind in kinds for one in kind[:FEW]]
    everything = [one for kind in kinds for one in kind]
    wanted, begin = comparable(typed), typed.casefold()
    first = [one for one in everything if one[0].casefold().startswith(begin)]
    later = [
        one
        for one in everything
        if one not in first and wanted and f" {wanted}" in f" {comparable(one[1])}"
    ]
    return [_offer(*one) for one in (*first, *later)][:MOST]


def _numbered(letter: str, names: list[str]) -> list[_Pair]:
    return [(f"{letter}{number}", name) for number, name in enumerate(names, 1)]


def _offer(token: str, name: str) -> Offer:
    return Offer(f"[{token}]", f"{token} · {one_line(name)}")
