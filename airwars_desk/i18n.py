"""Marks texts for translation, translates them, and keeps mixed scripts apart.

Labels live in the records and are needed by the workbook and the command line, so this is
gettext and knows nothing of Qt. Stored keys are English and are never translated.
"""

import contextlib
import gettext
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

DOMAIN: Final = "airwars_desk"
SOURCE_LANGUAGE: Final = "en"

_FIRST_STRONG: Final = "\u2068"
_LEFT_TO_RIGHT: Final = "\u2066"
_END: Final = "\u2069"
_MARKS: Final = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_ACCENTS: Final = str.maketrans("aeoSwuc", "àéòŜŵùç")
_LONGER: Final = 0.4
_RIGHT_TO_LEFT_LANGUAGES: Final = frozenset({"ar", "ckb", "fa", "he", "ps", "ur"})


class _Current:
    """The language in use by this process: set once by whoever assembles the program."""

    language: str = SOURCE_LANGUAGE
    catalogue: gettext.NullTranslations = gettext.NullTranslations()
    folder: Path | None = None


def N_(text: str) -> str:  # noqa: N802 - the name every gettext tool looks for
    """Mark `text` for translation without translating it yet; returns it as it is."""
    return text


def tr(text: str) -> str:
    """Return `text` in the language in use, or as it is where no translation exists."""
    return _catalogue().gettext(text) if text else text


def ntr(singular: str, plural: str, number: int) -> str:
    """Return the form of a text that fits `number`; the caller fills the number in."""
    return _catalogue().ngettext(singular, plural, number)


def use_language(language: str, folder: Path) -> str:
    """Use `language` from now on, with the catalogues below `folder`.

    Args:
        language: a code such as `ar`; one without a catalogue leaves the English texts.
        folder: the translations folder, `LANGUAGE/LC_MESSAGES/airwars_desk.mo` below it.

    Returns:
        The language that is now in use.
    """
    _Current.catalogue = gettext.translation(
        DOMAIN, localedir=str(folder), languages=[language], fallback=True
    )
    _Current.folder = folder
    found = isinstance(_Current.catalogue, gettext.GNUTranslations)
    _Current.language = language if found else SOURCE_LANGUAGE
    return _Current.language


class _Pseudo(gettext.NullTranslations):
    """Texts longer than those of any language we expect, and plainly not English."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def use_pseudo(*, on: bool) -> None:
    """Make every text 40 % longer from now on, for looking what clips; or stop doing so."""
    _Current.catalogue = _Pseudo() if on else gettext.NullTranslations()
    _Current.language = SOURCE_LANGUAGE


def pseudo(text: str) -> str:
    """Return `text` with accents and two fifths longer; what is filled in stays as it is.

    >>> pseudo("Save {name} now")
    '[Ŝàvé {name} nòŵ one]'
    """
    parts = re.split(r"(\{[^{}]*\})", text)
    letters = sum(len(part) for part in parts[::2])
    more = ""
    words = (word for _ in range(letters) for word in ("one", "two", "three", "four"))
    while len(more) + 2 < letters * _LONGER:
        more += f" {next(words)}"
    accented = (part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(parts))
    return f"[{''.join(accented)}{more}]" if letters else text


class _Spoken(threading.local):
    """What `spoken` says in one thread: language and catalogue."""

    here: tuple[str, gettext.NullTranslations] | None = None


_SPOKEN = _Spoken()


def language() -> str:
    """Return the code of the language in use, such as `en`."""
    here = _SPOKEN.here
    return here[0] if here else _Current.language


@contextlib.contextmanager
def spoken(language: str | None) -> Iterator[None]:
    """Speak `language` inside the block, in this thread alone; None = the one in use.

    The catalogues are those of `use_language`; a language without one leaves the English texts.
    """
    if language is None or language == _Current.language:
        yield
        return
    catalogue: gettext.NullTranslations = gettext.NullTranslations()
    if language != SOURCE_LANGUAGE and _Current.folder is not None:
        catalogue = gettext.translation(
            DOMAIN, localedir=str(_Current.folder), languages=[language], fallback=True
        )
    found = isinstance(catalogue, gettext.GNUTranslations)
    before, _SPOKEN.here = _SPOKEN.here, (language if found else SOURCE_LANGUAGE, catalogue)
    try:
        yield
    finally:
        _SPOKEN.here = before


def _catalogue() -> gettext.NullTranslations:
    here = _SPOKEN.here
    return here[1] if here else _Current.catalogue


def is_right_to_left(code: str) -> bool:
    """Say whether the language `code` is written from right to left.

    >>> is_right_to_left("ar"), is_right_to_left("ckb-IQ"), is_right_to_left("en")
    (True, True, False)
    """
    return code.replace("_", "-").split("-")[0].lower() in _RIGHT_TO_LEFT_LANGUAGES


def isolate(text: str) -> str:
    """Wrap a name or text so that it keeps its own direction inside a sentence.

    The direction is that of its first strong letter. Marks added here are for display only and
    are never stored.
    """
    return f"{_FIRST_STRONG}{text}{_END}" if text else text


def isolate_ltr(text: str) -> str:
    """Wrap a code, date, number or coordinate so that it reads left to right everywhere."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}" if text else text


def without_marks(text: str) -> str:
    """Return `text` without any direction mark, ours or others'.

    >>> without_marks(isolate("2017-03-21"))
    '2017-03-21'
    """
    return text.translate(_MARKS)
