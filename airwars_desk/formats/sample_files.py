"""Small invented files that the team of the sample attaches: notes, a table, a sketch of a street.

Equal calls give equal bytes; nothing in them is real.
"""

import struct
import zlib
from typing import Final

WIDTH, HEIGHT = 240, 160
_GROUND, _ROAD, _HOUSE, _HIT = (233, 228, 217), (250, 249, 246), (168, 158, 142), (128, 52, 44)
_HOUSES: Final = tuple(
    (left, top, left + 26, top + 20)
    for top in (12, 40, 108, 134)
    for left in (10, 44, 78, 136, 170, 204)
)
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


def call_note(place: str) -> bytes:
    """Return the note of a call, as text in UTF-8."""
    lines = (
        f"Call with a resident, {place}",
        "",
        "Heard two aircraft after the evening prayer, then one strike, then dust.",
        "Names four neighbours; spelling not checked. Will ask the cousin again.",
        "Asked not to be named. Number is not kept here.",
        "",
    )
    return "\n".join(lines).encode()


def hospital_table() -> bytes:
    """Return a list as a clinic writes it, as CSV in UTF-8, with a name column left blank."""
    rows = (
        ("no", "age", "sex", "brought", "condition", "ward"),
        ("1", "34", "m", "19:40", "died on arrival", ""),
        ("2", "8", "f", "19:40", "fracture", "3"),
        ("3", "", "f", "19:55", "burns", "3"),
        ("4", "61", "m", "20:10", "released", ""),
        ("5", "ح", "m", "20:30", "surgery", "1"),
    )
    return "".join(",".join(row) + "\r\n" for row in rows).encode()


def street_sketch(hit: int = 0) -> bytes:
    """Return a sketch of a street with one house marked, as PNG, drawn here pixel by pixel."""
    lines = bytearray()
    marked = _HOUSES[hit % len(_HOUSES)]
    for down in range(HEIGHT):
        lines.append(0)  # a line that refers to none before it
        for across in range(WIDTH):
            lines += bytes(_colour(across, down, marked))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(lines), 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)


def _colour(across: int, down: int, marked: tuple[int, int, int, int]) -> tuple[int, int, int]:
    for house in _HOUSES:
        if house[0] <= across < house[2] and house[1] <= down < house[3]:
            return _HIT if house == marked else _HOUSE
    return _ROAD if 70 <= down < 98 or 112 <= across < 128 else _GROUND


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
