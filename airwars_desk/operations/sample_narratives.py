"""What the researchers of the sample did with the narratives: names and numbers became tokens.

Pure: a case goes in, and its narrative is written anew (docs/decisions/0023).
"""

import re
from typing import Final

from airwars_desk.records.case import Case
from airwars_desk.rules import ranges
from airwars_desk.rules.narrative import COUNT, SOURCE, VICTIM, Token, working_counts

_NAMED: Final = "Among those named is {victim}."
_HANDLE: Final = "'@"  # the texts write the names of channels without these


def name_by_tokens(case: Case) -> None:
    """Put a token where a narrative writes a range or a source, and name a victim at its end."""
    for item in case.of("narrative"):
        text = item.values.get("text")
        if text:
            case.set(item.uid, "text", _named(case, _sourced(case, _counted(case, str(text)))))


def _counted(case: Case, text: str) -> str:
    """Put the ranges of killed and injured where the text writes their numbers."""
    counts = working_counts(case)
    killed = re.escape(ranges.show(*counts.get("killed", (None, None))))
    most = counts.get("injured", (None, None))[1]
    for pattern, put in (
        (rf"(?<![\w–]){killed} civilians\b", f"{Token(COUNT, 'killed')} civilians"),
        (rf"\band {most} injured\b", f"and {Token(COUNT, 'injured')} injured"),
    ):
        text = re.sub(pattern, put, text, count=1)
    return text


def _sourced(case: Case, text: str) -> str:
    """Put a source where it is named first after the first paragraph, which is the summary."""
    summary, parted, account = text.partition("\n\n")
    by_name: dict[str, str] = {}
    for citation in case.of("citation"):
        name = str(citation.values.get("name") or "").lstrip(_HANDLE)
        if name:
            by_name.setdefault(name, str(Token(SOURCE, citation.uid)))
    if not by_name:
        return text
    longest = sorted(by_name, key=len, reverse=True)
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return summary + parted + known.sub(lambda found: by_name.pop(found[0], found[0]), account)


def _named(case: Case, text: str) -> str:
    """Name the first of the killed who has a name."""
    for victim in case.of("victim"):
        if victim.values.get("status") == "killed" and victim.values.get("name"):
            return f"{text} {_NAMED.format(victim=Token(VICTIM, victim.uid))}"
    return text
