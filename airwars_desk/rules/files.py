"""Names of files from outside, and names under which a copy may be written. Pure."""

import re
import unicodedata
from typing import Final

_LONGEST: Final = 150
_LONGEST_ENDING: Final = 16
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)


def known_letters(name: str) -> str:
    """A name with halves of characters and NUL replaced: no casebook stores those.

    >>> known_letters("a\\udcffb")
    'a\ufffdb'
    """
    return re.sub("[\0\ud800-\udfff]", "\ufffd", name)


def safe_name(name: str) -> str:
    """A name that any system takes and that leads nowhere else: no folders, no hidden letters.

    >>> safe_name("../../photo?.jpg"), safe_name("CON.txt"), safe_name("")
    ('photo_.jpg', '_CON.txt', 'file')
    """
    last = known_letters(name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    plain = _UNSAFE.sub("_", " ".join(shown.split())).strip(". ")
    if not plain:
        return "file"
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    return _shortened(plain)


def ending(name: str) -> str:
    """The ending of a name in small letters, without its point; "" for none.

    >>> ending("A.Photo.JPG"), ending("photo"), ending(".hidden")
    ('jpg', '', '')
    """
    stem, point, last = name.rpartition(".")
    return last.lower() if point and stem else ""


def _shortened(name: str) -> str:
    """Keep the ending and as much of the rest as fits into a file name of any system."""
    if len(name.encode()) <= _LONGEST:
        return name
    stem, point, last = name.rpartition(".")
    if not stem or len(last.encode()) > _LONGEST_ENDING:
        stem, point, last = name, "", ""
    room = _LONGEST - len(last.encode()) - len(point)
    cut = stem.encode()[:room].decode("utf-8", "ignore").strip(". ")
    return f"{cut or 'file'}{point}{last}"
