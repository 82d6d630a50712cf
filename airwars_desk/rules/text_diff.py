"""What changed in a text, word by word (DESIGN 6: Review shows differences only). Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

SAME, INSERTED, DELETED = "same", "inserted", "deleted"
_PARTS: Final = re.compile(r"\s+|[^\s]+")
_SENTENCES: Final = re.compile(r"(?<=[.?؟\n])\s+")
_WHOLE: Final = re.compile(r"[^.?؟\n]*(?:[.?؟\n]+|$)\s*")
LONGEST: Final = 6000


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of both texts in reading order, each with what became of it.

    >>> differences("Nine were killed.", "Ten were killed.")
    [('deleted', 'Nine'), ('inserted', 'Ten'), ('same', ' were killed.')]
    """
    old, new = _PARTS.findall(before), _PARTS.findall(after)
    if max(len(old), len(new)) > LONGEST:  # word by word would take seconds
        old, new = _WHOLE.findall(before), _WHOLE.findall(after)
    return [piece for piece in _pieces(old, new) if piece[1]]


def sentences_changed(before: str, after: str) -> int:
    """How many sentences stand in one of the texts only; the larger number of the two sides.

    >>> sentences_changed("One. Two.", "One. Three. Four.")
    2
    """
    old, new = (
        [part for part in _SENTENCES.split(text.strip()) if part] for text in (before, after)
    )
    return max(len([s for s in old if s not in new]), len([s for s in new if s not in old]))


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield SAME, "".join(new[first:last])
        else:
            yield DELETED, "".join(old[start:end])
            yield INSERTED, "".join(new[first:last])
