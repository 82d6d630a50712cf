"""What a cell can hold of a text: refused, escaped, or continued elsewhere, never cut."""

import re
from typing import Final

from airwars_desk.errors import BadInput
from airwars_desk.i18n import tr

#: What Excel keeps of one cell, in UTF-16 units.
CELL_LIMIT: Final = 32_767

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: What a spreadsheet takes for the beginning of a formula.
LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "'")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def check_text(text: str, where: str) -> None:
    """Refuse what a workbook cannot hold: control characters, U+FFFE, U+FFFF, lone surrogates.

    Args:
        text: any text of the data.
        where: the record, for the sentence.

    Raises:
        Refused: `bad_text`, naming the record and the character.
    """
    found = _ILLEGAL.search(text)
    if found is not None:
        raise BadInput(
            tr("a text holds the character U+{code:04X}, which a workbook cannot hold.").format(
                code=ord(found.group())
            ),
            tr("Open the record, remove the character, and write the workbook again."),
            code="bad_text",
            record=where,
        )


def looks_like_a_formula(text: str) -> bool:
    """Say whether a spreadsheet would take a text for a formula if somebody typed it."""
    return text.startswith(LIKE_A_FORMULA)


def stored_text(text: str) -> str:
    r"""A text as it stands in the file, so that every reader gives the same text back.

    Line ends become those of sheets; what looks like an escape of the format is escaped; blanks
    alone are written as escapes, since readers drop them.

    >>> stored_text("a\r\nb"), stored_text("_x0041_"), stored_text(" ")
    ('a\nb', '_x005F_x0041_', '_x0020_')
    """
    text = plain_ends(text)
    if text.isspace():
        return "".join(f"_x{ord(character):04X}_" for character in text)
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def plain_ends(text: str) -> str:
    """Replace the line ends of other systems by the one that sheets know."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split_text(text: str, mark: str) -> tuple[str, list[str]]:
    """Split a text too long for one cell.

    Args:
        text: any text, with plain line ends.
        mark: what to put at the end of the first cell, to say where the rest stands.

    Returns:
        What its own cell holds, and the further parts; joined without the mark they are the text.
    """
    if len(text) * 2 <= CELL_LIMIT or _units(text) <= CELL_LIMIT:
        return text, []
    first, rest = _cut(text, CELL_LIMIT - _units(mark))
    parts: list[str] = []
    while rest:
        part, rest = _cut(rest, CELL_LIMIT)
        parts.append(part)
    return first + mark, parts


def _units(text: str) -> int:
    """The length in UTF-16 units of what is stored, as the limit of a cell counts it."""
    stored = stored_text(text)
    return len(stored) if stored.isascii() else len(stored.encode("utf-16-le", "replace")) // 2


def _cut(text: str, limit: int) -> tuple[str, str]:
    """The longest head of a text that fits, and the rest."""
    end = min(len(text), limit)
    while end > 1 and _units(text[:end]) > limit:
        end = min(end - 1, int(end * limit / _units(text[:end])))
    return text[:end], text[end:]
