"""What the program refuses, said in one sentence with a hint; anything else is a bug of ours.

Two families. `Refused` and its kinds are the user's or the environment's: shown calmly, exit
code 1, nothing changed. Every other exception is a bug: report, exit code 3. Which of the two is
decided where it is raised, never guessed where it is shown. No text of another exception ever
enters a sentence.

To add a code: 1. a line in `CODES`; 2. the same line in `docs/cli.md` (a house test compares).
"""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, Final

from airwars_desk.i18n import N_, tr

CODES: Final[dict[str, str]] = {
    "bad_input": N_("a value, line or file cannot be read as what it should be"),
    "bad_text": N_("a text holds a NUL or a lone surrogate"),
    "cancelled": N_("somebody stopped it; nothing was changed"),
    "conflict": N_("the record was changed meanwhile by somebody else"),
    "damaged": N_("a casebook or a part of it is damaged"),
    "disk_full": N_("there is no room left on the disk"),
    "duplicate": N_("the same record comes twice"),
    "empty": N_("the file or the month holds nothing"),
    "exists": N_("the target exists already and would be lost"),
    "in_use": N_("another window or program holds it"),
    "invalid": N_("a check that blocks saving failed"),
    "io": N_("the disk or the drive failed to read or write"),
    "no_memory": N_("there is not enough memory"),
    "no_permission": N_("the account may not read or write there"),
    "no_person": N_("nobody was named who acts"),
    "not_a_casebook": N_("the folder or file is not a casebook"),
    "not_allowed": N_("the person's role does not allow it"),
    "not_found": N_("a file, record or name does not exist"),
    "nothing_to_undo": N_("the change was undone already or cannot be undone"),
    "read_only": N_("the folder, drive or casebook can only be read"),
    "stopped": N_("a limited helper process ended before its work was done"),
    "too_big": N_("the file is larger or deeper than is safe to read"),
    "too_new": N_("a newer version of Airwars Desk made it"),
    "unknown_name": N_("no term or person of that name is known"),
    "unsupported": N_("this kind of file is not known"),
}


class Refused(Exception):  # noqa: N818 - it is no error of ours, and the word is used everywhere
    """Something the user or the environment must put right; nothing was changed.

    Args:
        code: one of `CODES`, stable for scripts.
        sentence: what happened, to which thing; translated, one sentence.
        hint: what to do next, or an empty text.
    """

    def __init__(self, code: str, sentence: str, hint: str = "") -> None:
        super().__init__(code, sentence, hint)
        self.code = code
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()

    def as_json(self) -> dict[str, Any]:
        """Return what `--json` prints below the key `error`."""
        return {"code": self.code, "sentence": self.sentence, "hint": self.hint}


class _Kind(Refused):
    """A refusal whose code is known from its class; `code=` names a narrower one."""

    default_code: ClassVar[str] = ""

    def __init__(self, sentence: str, hint: str = "", *, code: str = "") -> None:
        super().__init__(code or self.default_code, sentence, hint)


class NotFound(_Kind):
    """A file, record or name does not exist."""

    default_code = "not_found"


class InUse(_Kind):
    """Another window or program holds the thing."""

    default_code = "in_use"


class NotAllowed(_Kind):
    """The role of the person does not allow the act."""

    default_code = "not_allowed"


class Damaged(_Kind):
    """A casebook, backup or file is damaged; the hint says what is left."""

    default_code = "damaged"


class TooNew(_Kind):
    """A newer version of the program wrote it."""

    default_code = "too_new"


class Environment(_Kind):
    """The disk, the account or the memory stands in the way."""

    default_code = "io"


class BadInput(_Kind):
    """What came in cannot be read as what it should be; names file, line or record.

    Args:
        sentence: what is wrong, without the place.
        hint: what to do next.
        file: the file, as the user named it.
        line: the line in it, counted from 1; 0 = not known.
        record: the record, as the file names it.
    """

    default_code = "bad_input"

    def __init__(
        self,
        sentence: str,
        hint: str = "",
        *,
        code: str = "",
        file: str | Path = "",
        line: int = 0,
        record: str = "",
    ) -> None:
        where = _where(str(file), line, record)
        super().__init__(f"{where}: {sentence}" if where else sentence, hint, code=code)
        self.file = str(file)
        self.line = line
        self.record = record


class Cancelled(Refused):
    """The user stopped a long operation; everything was rolled back."""

    def __init__(self) -> None:
        super().__init__("cancelled", tr("Stopped. Nothing was changed."))


def known(error: BaseException, thing: str | Path) -> Refused | None:
    """Return the refusal that fits an error of the environment, or None if it is a bug.

    Args:
        error: an OSError, a MemoryError, or an error of the database (bare or wrapped).
        thing: the file or folder it happened to, for the sentence.
    """
    if isinstance(error, Refused):
        return error
    if isinstance(error, MemoryError):
        return Environment(
            tr("There was not enough memory to work on “{thing}”.").format(thing=thing),
            tr("Close other programs and try again."),
            code="no_memory",
        )
    if isinstance(error, OSError):
        return _of_system(error, str(thing))
    return _of_database(error, str(thing))


@contextlib.contextmanager
def environment(thing: str | Path) -> Iterator[None]:
    """Turn errors of disk, account and database into refusals that name `thing`.

    Bugs pass through as they are.
    """
    try:
        yield
    except Exception as error:
        refused = known(error, thing)
        if refused is None or refused is error:
            raise
        raise refused from error


def _where(file: str, line: int, record: str) -> str:
    parts = [file] if file else []
    if line:
        parts.append(tr("line {line}").format(line=line))
    if record:
        parts.append(record)
    return ", ".join(parts)


_SYSTEM: Final[dict[int, str]] = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENOENT: "not_found",
    errno.ENOTDIR: "not_found",
    errno.EEXIST: "exists",
    errno.EISDIR: "folder",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.EFBIG: "too_big",
    errno.ENAMETOOLONG: "name",
}

_DATABASE: Final[tuple[tuple[str, str], ...]] = (
    ("database or disk is full", "disk_full"),
    ("readonly database", "read_only"),
    ("unable to open database file", "no_permission"),
    ("database is locked", "in_use"),
    ("database table is locked", "in_use"),
    ("disk i/o error", "io"),
    ("file is not a database", "not_a_casebook"),
    ("malformed", "damaged"),
    ("could not decode to utf-8", "damaged"),
)

_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "disk_full": (
        N_("There is no room left to write “{thing}”."),
        N_("Free some space on that disk and try again."),
    ),
    "read_only": (
        N_("“{thing}” can only be read."),
        N_("Choose another folder or ask for write access."),
    ),
    "no_permission": (
        N_("This account may not open or write “{thing}”."),
        N_("Choose another folder or ask for access."),
    ),
    "not_found": (N_("“{thing}” does not exist."), N_("Check the name and the folder.")),
    "exists": (N_("“{thing}” exists already."), N_("Choose another name.")),
    "folder": (N_("“{thing}” is a folder, not a file."), N_("Name a file.")),
    "in_use": (
        N_("“{thing}” is in use by another window or program."),
        N_("Close it there and try again."),
    ),
    "too_big": (N_("“{thing}” is too large."), N_("Split it and try again.")),
    "name": (N_("The name “{thing}” is too long."), N_("Choose a shorter one.")),
    "io": (
        N_("The disk failed while working on “{thing}”."),
        N_("Check the drive; restore from a backup if it happens again."),
    ),
    "not_a_casebook": (
        N_("“{thing}” is not a casebook."),
        N_("Choose a folder whose name ends in .casebook."),
    ),
    "damaged": (
        N_("“{thing}” is damaged."),
        N_("Check the casebook, and restore a backup into a new one."),
    ),
}
_CODE_OF_SENTENCE: Final[dict[str, str]] = {"folder": "bad_input", "name": "bad_input"}


def _of_system(error: OSError, thing: str) -> Refused:
    key = _SYSTEM.get(error.errno or 0, "io")
    if getattr(error, "winerror", None) in (32, 33):  # held open by another program
        key = "in_use"
    return _say(key, thing)


def _of_database(error: BaseException, thing: str) -> Refused | None:
    original = getattr(error, "orig", None) or error
    if type(original).__module__.split(".")[0] not in ("sqlite3", "sqlcipher3"):
        return None
    text = str(original).lower()
    for words, key in _DATABASE:
        if words in text:
            return _say(key, thing)
    return None


def _say(key: str, thing: str) -> Refused:
    sentence, hint = _SENTENCES[key]
    code = _CODE_OF_SENTENCE.get(key, key)
    return Environment(tr(sentence).format(thing=thing), tr(hint), code=code)
