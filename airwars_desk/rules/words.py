"""Words into numbers: what the wording of a source may stand for (domain.md 3.4).

These are proposals a person accepts or not; the words are kept beside the number either way.
"a number of" and "several" mean at least two and invent no maximum, "dozens" means 12 to 24.
For a family without a count, "tens", "heavy casualties" no rule was found: nothing is proposed.
"""

import re
from dataclasses import dataclass
from typing import Final

_ONES: Final = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES: Final = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_SMALL: Final = "|".join(_ONES[1:10])
_NUMBER: Final = (
    rf"\d{{1,6}}|(?:{'|'.join(_TENS)})(?:[- ](?:{_SMALL}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
)
_NO_DATE: Final = r"(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
_PHRASE: Final = re.compile(
    r"\b(?P<between>between )?(?:"
    r"(?P<vague>an? (?:small |large )?number of|several|a few|numerous|a group of)"
    r"|(?P<dozens>dozens)"
    rf"|(?:(?P<times>{_NUMBER}|an?|half an?) )?(?P<dozen>dozen)"
    r"|(?P<couple>a couple|a pair)"
    r"|(?:(?:(?P<floor>at least|no fewer than|not less than|minimum of|more than|over)"
    r"|(?P<ceiling>up to|at most|as many as|no more than|fewer than|less than)"
    r"|(?:about|around|approximately|nearly|almost|some)) )?"
    rf"(?P<low>(?!(?:19|20)\d\d\b)(?:{_NUMBER}))"
    rf"(?:(?: ?[-–] ?| to | and | or )(?P<high>{_NUMBER}))?(?P<plus>\+)?"
    rf")(?!\w){_NO_DATE}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a wording may stand for.

    Attributes:
        words: the wording as written.
        start: where it begins in the text.
        least: the minimum, or None.
        most: the maximum, or None.
    """

    words: str
    start: int
    least: int | None
    most: int | None


def propose(text: str) -> tuple[Proposal, ...]:
    """Return the counts a text may speak of, in its order.

    >>> [(one.words, one.least, one.most) for one in propose("Dozens injured, at least five dead")]
    [('Dozens', 12, 24), ('at least five', 5, None)]
    """
    found = []
    for match in _PHRASE.finditer(text):
        least, most = _bounds(match)
        found.append(Proposal(words=match[0].strip(), start=match.start(), least=least, most=most))
    return tuple(found)


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Return minimum and maximum of one wording."""
    if match["vague"]:
        return 2, None
    if match["couple"]:
        return 2, 2
    if match["dozens"]:
        return 12, 24
    if match["dozen"]:
        return _dozens(match["times"])
    low = _value(match["low"])
    if match["floor"] or match["plus"]:
        return low, None
    if match["ceiling"]:
        return None, low
    high = _value(match["high"]) if match["high"] else low
    return min(low, high), max(low, high)


def _dozens(times: str | None) -> tuple[int, int]:
    word = (times or "a").lower()
    count = 6 if word.startswith("half") else 12 if word in {"a", "an"} else 12 * _value(word)
    return count, count


def _value(words: str) -> int:
    """Return the number that digits or number words stand for."""
    if words.isdecimal():
        return int(words)
    return sum(_VALUES[word] for word in re.split(r"[- ]", words.lower()))
