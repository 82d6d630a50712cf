"""Opens JSON Lines, plain or gzip, recognised by content, and reads them line by line.

What cannot be read is refused with file and line. Errors of the container (a folder, another
kind of file, a broken gzip) end the reading; errors of one line are raised by `parse_line`, so
that the caller can count the rest.
"""

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import orjson

from airwars_desk.errors import BadInput, environment
from airwars_desk.i18n import tr

LONGEST_LINE: Final = 64 * 1024 * 1024
"""Bytes of one line that are still read; the longest real record has 0.2 million."""

_GZIP: Final = b"\x1f\x8b"
_MARK: Final = b"\xef\xbb\xbf"
_HEAD: Final = 4096
_BIG_NUMBER: Final = re.compile(rb"[:,\[][ \t]*-?[0-9]{19,}[ \t\r]*[,\]}]")
_LARGEST: Final = 2**63 - 1
_SMALLEST: Final = -(2**63)


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a line: the file as the user named it, the line counted from 1."""

    file: str
    line: int

    def bad(self, sentence: str, hint: str = "", *, code: str = "", record: str = "") -> BadInput:
        """Return the refusal of what stands here."""
        return BadInput(sentence, hint, code=code, file=self.file, line=self.line, record=record)


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are not blank, with their numbers, one at a time.

    Raises:
        Refused: it cannot be opened, is a folder, empty, another kind of file, or breaks off.
    """
    if path.is_dir():
        raise BadInput(
            tr("“{thing}” is a folder, not a file.").format(thing=path), tr("Name a file.")
        )
    with environment(path), path.open("rb") as raw:
        head = raw.peek(_HEAD)[:_HEAD] if isinstance(raw, io.BufferedReader) else b""
        if not head:
            raise _empty(path)
        if head.startswith(_GZIP):
            with gzip.GzipFile(fileobj=raw, mode="rb") as packed:
                yield from _unpacked(packed, path)
        else:
            yield from _lines(raw, path)


def parse_line(line: bytes, where: Where) -> dict[str, Any]:
    """Return the object that a line holds.

    Raises:
        BadInput: it is no JSON object, or holds what no casebook stores: a NUL, a lone
            surrogate, a number beyond 64 bits.
    """
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise _not_json(line, where, error) from None
    if found.__class__ is not dict:
        raise where.bad(tr("This line is not a JSON object."), tr("Each line holds one incident."))
    if b"\\u0000" in line:
        _refuse_nul(found, where)
    if _BIG_NUMBER.search(line):
        _refuse_big(line, where)
    return found


def _lines(file: BinaryIO, path: Path) -> Iterator[tuple[int, bytes]]:
    number = 0
    seen = False
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
            if b"\0" in line[:_HEAD]:
                raise _unsupported(path)
        if len(line) > LONGEST_LINE:
            raise Where(str(path), number).bad(
                tr("This line is longer than 64 MiB."),
                tr("Each line holds one incident; is this JSON Lines?"),
                code="too_big",
            )
        if not line.isspace() and line:
            seen = True
            yield number, line
    if not seen:
        raise _empty(path)


def _unpacked(packed: gzip.GzipFile, path: Path) -> Iterator[tuple[int, bytes]]:
    number = 0
    try:
        for number, line in _lines(packed, path):  # type: ignore[arg-type]
            yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise Where(str(path), number + 1).bad(
            tr("The compressed file breaks off or is damaged here."),
            tr("Fetch or copy the file again."),
            code="damaged",
        ) from None


def _empty(path: Path) -> BadInput:
    return BadInput(tr("The file is empty."), tr("Choose another file."), code="empty", file=path)


def _unsupported(path: Path) -> BadInput:
    return BadInput(
        tr("This is not a JSON Lines file."),
        tr("Choose a .jsonl or .jsonl.gz file."),
        code="unsupported",
        file=path,
    )


def _not_json(line: bytes, where: Where, error: orjson.JSONDecodeError) -> BadInput:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return where.bad(
            tr("Byte {byte} of this line is not UTF-8.").format(byte=wrong.start + 1),
            tr("Save the file as UTF-8."),
        )
    if "surrogate" in error.msg:
        return _bad_text(where)
    return where.bad(
        tr("This line is not JSON (near character {column}).").format(column=error.colno),
        tr("Each line holds one incident as a JSON object."),
    )


def _bad_text(where: Where) -> BadInput:
    return where.bad(
        tr("A text on this line holds a NUL or a lone surrogate."),
        tr("Remove the character and import again."),
        code="bad_text",
    )


def _refuse_nul(found: Any, where: Where) -> None:
    waiting = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if "\0" in value:
                raise _bad_text(where)
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value)
            waiting.extend(value.values())


def _refuse_big(line: bytes, where: Where) -> None:
    def fits(digits: str) -> int:
        number = int(digits[:25])
        if len(digits) > 20 or not _SMALLEST <= number <= _LARGEST:
            raise where.bad(
                tr("The number {number} is too large to be stored.").format(number=digits[:25]),
                tr("Numbers have at most 64 bits."),
            )
        return number

    json.loads(line, parse_int=fits)
