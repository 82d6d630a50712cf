"""Ages of victims: text as written, read into years where it can be (domain.md 1.3, 5)."""

import re
from dataclasses import dataclass
from typing import Final

from airwars_desk.rules.text import fold

_PLAIN: Final = re.compile(r"(\d+)(\.\d+)?(?: (year|month|day)s?)?(?: old)?", re.ASCII)
_NUMBERS: Final = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
]  # fmt: skip
_WORDS: Final = {word: str(number) for number, word in enumerate(_NUMBERS)}
_WORD: Final = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_HALF: Final = re.compile(r"(\d+) and (?:a )?half")
_AGE: Final = re.compile(
    r"(?P<number>\d*\.\d+|\d+)(?P<other>(?: ?(?:-|–|/|or|to) ?\d+)*)(?P<tens>s\b)?"
    r"(?: ?(?P<unit>year|month|week|day|hour)s?)?"
)
_VAGUE: Final = re.compile(
    r"\b(?:about|around|approximately|under|over|early|mid|late|plus|older|younger|reported|or)\b"
    r"|[+~?<>]"
)
_YEARS_IN: Final = {
    "year": 1.0, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365, "hour": 1 / 8760,
}  # fmt: skip
_MOST_YEARS: Final = 150
_LONGEST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """An age as read: years, or None where no age stands there; approximate where vague."""

    years: float | None
    approximate: bool


def age_years(text: str | None) -> int | float | None:
    """Return `age_years` of the exchange format: a number only where the text is plainly one.

    Whole years are an int, with a decimal part a float; months are twelfths of a year with two
    decimals, days parts of 365 with three. Anything else is None.

    >>> age_years("32"), age_years("1.5 years"), age_years("3 months"), age_years("20 days old")
    (32, 1.5, 0.25, 0.055)
    >>> age_years("17-18"), age_years(".17"), age_years("60s")
    (None, None, None)
    """
    found = _PLAIN.fullmatch(text.strip().lower()) if text else None
    if found is None or len(found[1]) > _LONGEST:
        return None
    whole, part, unit = found.groups()
    if unit == "month":
        return round(float(whole + (part or "")) / 12, 2)
    if unit == "day":
        return round(float(whole + (part or "")) / 365, 3)
    return float(whole + part) if part else int(whole)


def read_age(text: str | None) -> Age:
    """Read the first age a text names, in years.

    Several ages ("17-18", "10 (also reported as 15)"), decades ("60s") and vague words make it
    approximate; of several the first counts.

    >>> read_age("1 and a half"), read_age("80 plus")
    (Age(years=1.5, approximate=False), Age(years=80.0, approximate=True))
    """
    if not text:
        return Age(years=None, approximate=False)
    plain = _WORD.sub(lambda found: _WORDS[found[0]], fold(text).strip())
    plain = _HALF.sub(r"\1.5", plain)
    found = _AGE.search(plain)
    if found is None:
        return Age(years=None, approximate=False)
    years = _in_years(found)
    rest = plain[found.end() :]
    more = _AGE.search(rest)
    vague = bool(found["other"] or found["tens"] or _VAGUE.search(plain))
    if more is not None and found["unit"] == "year" and more["unit"] in {"month", "week", "day"}:
        years += _in_years(more)
    elif more is not None:
        vague = True
    if years > _MOST_YEARS:
        return Age(years=None, approximate=False)
    return Age(years=round(years, 3), approximate=vague)


def _in_years(found: re.Match[str]) -> float:
    number = found["number"]
    if len(number) > _LONGEST:
        return float(_MOST_YEARS + 1)
    return float(number) * _YEARS_IN[found["unit"] or "year"]
