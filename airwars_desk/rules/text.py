"""Text as it is compared, searched and shown; stored text itself is never changed.

Folding makes spellings that mean the same equal: case, marks, tatweel, the forms of alef, ya,
kaf and ta marbuta, presentation forms, digits of any script (stack.md, DESIGN decision 11).
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_DROPPED: Final = "'`´ʹʻʼʽˈʾʿ‘’‛′＇ـ"
"""Apostrophes, which transliterations use at will (Dara'a, Daraa), and the Arabic tatweel."""

_SAME_LETTER: Final = {
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ى": "ي", "ی": "ي", "ۍ": "ي", "ێ": "ي", "ې": "ي", "ے": "ي",
    "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه",
    "ک": "ك", "ڪ": "ك", "ګ": "ك",
    "ء": "",
    "ı": "i", "ø": "o", "đ": "d", "ħ": "h", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d",
}  # fmt: skip

_ASCII_DROPPED: Final = str.maketrans("", "", "'`")
_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = re.compile(r"(?:ال(?=\w\w)|(?:[وبكف]ال|لل)(?=\w\w\w))")
_AFTER_ARTICLE: Final = re.compile(rf"\b{_ARTICLE.pattern}([^\W_]+)")
_ARABIC: Final = re.compile(r"[ء-ي]")
_FORBIDDEN: Final = re.compile("[\0\ud800-\udfff]")
_UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")
_SLUG_DROPPED: Final = re.compile(r"[.'’ʿʾ]")
_MOST_TOKENS: Final = 24


class _FoldTable(dict[int, str]):
    """What each character folds to; a character is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def fold(text: str) -> str:
    """Fold text for search and comparison.

    >>> fold("Al-Manṣūra"), fold("الْمَنْصُورَة") == fold("المنصوره"), fold("Dara'a ١٢")
    ('al-mansura', True, 'daraa 12')
    """
    if text.isascii():
        lowered = text.lower()
        if "'" in lowered or "`" in lowered:
            return lowered.translate(_ASCII_DROPPED)
        return lowered
    return text.translate(_FOLD)


def comparable(text: str) -> str:
    """Fold text and reduce everything that is not a letter or digit to single blanks.

    >>> comparable("  Deir ez-Zor ")
    'deir ez zor'
    """
    return " ".join(_WORD.findall(fold(text)))


def search_tokens(text: str) -> list[str]:
    """Return the folded words of a text in their order."""
    return _WORD.findall(fold(text))


def search_text(parts: Iterable[str | None]) -> str:
    """Join texts into what the search index holds: folded, and Arabic words also bare of article.

    Blank parts are left out; parts are separated by a line feed.
    """
    folded = "\n".join(fold(part) for part in parts if part)
    if folded.isascii() or not _ARABIC.search(folded):
        return folded
    bare = dict.fromkeys(_AFTER_ARTICLE.findall(folded))
    return f"{folded}\n{' '.join(bare)}" if bare else folded


def match_query(text: str) -> str:
    """Build an FTS5 MATCH expression from what a person typed; "" where there is no word in it.

    Every word must occur, the last one as a beginning. Words are quoted, so nothing typed can
    act as an operator. Arabic words are sought with and without their article.
    """
    words = search_tokens(text)[:_MOST_TOKENS]
    if not words:
        return ""
    terms = [_quoted(without_article(word)) for word in words[:-1]]
    last = words[-1]
    bare = without_article(last)
    if bare == last:
        terms.append(f"{_quoted(last)}*")
    else:
        star = "*" if len(bare) > 2 else ""
        terms.append(f"({_quoted(last)}* OR {_quoted(bare)}{star})")
    return " AND ".join(terms)


def without_article(word: str) -> str:
    """Take the Arabic article, also behind و ب ك ف or as لل, from a folded word."""
    found = _ARTICLE.match(word)
    return word if found is None else word[found.end() :]


def clean(text: str) -> str:
    """Prepare text from outside for one line of a screen, a log or a message.

    Control characters, direction marks and invisible characters go; runs of blanks become one.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(_UNSHOWN.sub("", text).split())


def has_forbidden(text: str) -> bool:
    """Tell whether text holds NUL or a lone surrogate, which no casebook stores."""
    if text.isascii():
        return "\0" in text
    return _FORBIDDEN.search(text) is not None


def is_blank(text: str | None) -> bool:
    r"""Tell whether there is nothing to read in a text.

    >>> is_blank(None), is_blank(" \n"), is_blank("0")
    (True, True, False)
    """
    return text is None or not clean(text)


def direction(text: str) -> str:
    """Return "rtl" or "ltr" by the first letter that has a direction; "ltr" where none has."""
    if text.isascii():
        return "ltr"
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def slug(label: str) -> str:
    """Make the key of a term from its label: lower-case ASCII words joined by hyphens.

    Letters of other scripts are kept, so that no label loses its key.

    >>> slug("U.S.-led Coalition"), slug("Car / Motorcycle")
    ('us-led-coalition', 'car-motorcycle')
    """
    folded = fold(_SLUG_DROPPED.sub("", label))
    if folded.isascii():
        return _NOT_SLUG.sub("-", folded).strip("-")
    return "-".join(_WORD.findall(folded))


def _quoted(word: str) -> str:
    return f'"{word}"'


def _fold_character(character: str) -> str:
    """Fold one character until folding changes it no more."""
    folded = character
    while (again := "".join(_fold_step(part) for part in folded)) != folded:
        folded = again
    return folded


def _fold_step(character: str) -> str:
    kept: list[str] = []
    for part in unicodedata.normalize("NFKD", character).casefold():
        if part in _DROPPED or unicodedata.category(part) in {"Mn", "Me", "Cf"}:
            continue
        digit = unicodedata.decimal(part, None)
        kept.append(str(digit) if digit is not None else _SAME_LETTER.get(part, part))
    return "".join(kept)


_FOLD: Final = _FoldTable()
