"""Evidence: files below `evidence/`, each under its SHA-256 (DESIGN decision 19).

`kept` is the one way in: passing file, fsync, rename to the digest, fsync of the folder; rows are
written inside its block, so no row ever names a file that is not on the disk. Files are never
taken away: what is removed from an incident can be brought back by undo.
"""

import contextlib
import hashlib
import io
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from airwars_desk import places
from airwars_desk.errors import BadInput, Damaged, NotFound, Refused, environment
from airwars_desk.i18n import tr
from airwars_desk.rules.file_types import HEAD
from airwars_desk.rules.files import known_letters
from airwars_desk.store.casebook import Store
from airwars_desk.store.evidence_rows import known_files

FOLDER: Final = "evidence"
LIMIT: Final = 1024**3
"""The largest file that is taken, in bytes: 1 GiB."""

MEGABYTE: Final = 1024 * 1024

_SHA256: Final = re.compile(r"[0-9a-f]{64}")

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file that somebody wants to attach: on the disk (`path`), or in memory (`data`)."""

    name: str
    path: Path | None = None
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that is on the disk: its name as offered, bytes, digest and first bytes."""

    name: str
    size: int
    sha256: str
    head: bytes


def offered_file(path: Path) -> Offered:
    """A file on the disk under its own name; letters that are no text are shown as lost."""
    return Offered(name=known_letters(path.name), path=path)


@contextmanager
def kept(
    store: Store, offered: Sequence[Offered], report: Report | None = None
) -> Iterator[list[Kept]]:
    """Keep files; write their rows inside the block. If anything fails, nothing stays.

    Args:
        store: the casebook, open for writing.
        offered: the files; an equal one that is there already is replaced by itself, which also
            mends it where it was damaged.
        report: called with megabytes done and in all; may raise Cancelled.

    Raises:
        Refused: one of them is a folder, empty, too large or unreadable, or the disk is full.
    """
    if not store.is_writing:  # another writer may be keeping the same file just now
        raise Refused(
            "read_only",
            tr("“{name}” is open for reading only.").format(name=store.folder.name),
            tr("Nothing was attached."),
        )
    home = store.folder / FOLDER
    sizes = [_size_of(one) for one in offered]
    tell = _teller(sum(sizes), report)
    fresh: list[Path] = []
    try:
        files = [_keep(home, one, fresh, tell) for one in offered]
        places.sync_folder(home)
        yield files
    except BaseException:
        _take_back(store, fresh)
        raise


def copy_out(folder: Path, sha256: str, name: str, write: Callable[[bytes], object]) -> None:
    """Hand a file out block by block, comparing its digest.

    Raises:
        NotFound: it is not there.
        Damaged: it is not what was attached.
    """
    path = path_of(folder, sha256)
    if not path.is_file():
        raise NotFound(
            tr("The file of “{name}” is missing from the casebook.").format(name=name),
            tr("Run “check”; take it from a backup, or attach it again."),
        )
    summary = hashlib.sha256()
    with environment(path), path.open("rb") as file:
        while block := file.read(MEGABYTE):
            summary.update(block)
            write(block)
    if summary.hexdigest() != sha256:
        raise Damaged(
            tr("The file of “{name}” is not what was attached: its digest differs.").format(
                name=name
            ),
            tr("Run “check”; take it from a backup, or attach it again."),
        )


def path_of(folder: Path, sha256: str) -> Path:
    """Where a file lies in a casebook's folder; what is no digest leads nowhere else."""
    return folder / FOLDER / (sha256 if _SHA256.fullmatch(sha256) else "no digest")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file; "" for what is no file."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _keep(home: Path, one: Offered, fresh: list[Path], tell: Callable[[int], None]) -> Kept:
    places.private_folder(home)
    passing = home / f".{secrets.token_hex(8)}.part"
    try:
        with _opened(one) as source, environment(home):
            descriptor = os.open(
                passing, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600
            )
            with os.fdopen(descriptor, "wb") as target:
                digest, size, head = _copy(source, target, one, tell)
                target.flush()
                os.fsync(target.fileno())
        path = home / digest
        if not path.exists():
            fresh.append(path)
        with environment(home):
            passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)
    return Kept(name=one.name, size=size, sha256=digest, head=head)


def _copy(
    source: BinaryIO, target: BinaryIO, one: Offered, tell: Callable[[int], None]
) -> tuple[str, int, bytes]:
    summary, size, head = hashlib.sha256(), 0, b""
    while block := _read(source, one):
        size += len(block)
        _refuse_size(one, size)
        summary.update(block)
        target.write(block)
        head = head or block[:HEAD]
        tell(len(block))
    if not size:
        raise BadInput(
            tr("“{name}” is empty.").format(name=one.name),
            tr("Nothing was attached. Save it anew where it comes from."),
            code="empty",
        )
    return summary.hexdigest(), size, head


def _read(source: BinaryIO, one: Offered) -> bytes:
    with environment(one.name):  # a fault while reading is the file's, not the casebook's
        return source.read(MEGABYTE)


@contextmanager
def _opened(one: Offered) -> Iterator[BinaryIO]:
    if one.path is None:
        yield io.BytesIO(one.data or b"")
        return
    with environment(one.name):
        file = one.path.open("rb")
    with file:
        yield file


def _size_of(one: Offered) -> int:
    """The size of what is offered, told before anything is copied.

    Raises:
        Refused: it is no file, or too large.
    """
    if one.path is None:
        size = len(one.data or b"")
    else:
        with environment(one.name):
            told = one.path.stat()
        if stat.S_ISDIR(told.st_mode):
            raise BadInput(
                tr("“{name}” is a folder, not a file.").format(name=one.name),
                tr("Nothing was attached. Choose the files in it."),
            )
        if not stat.S_ISREG(told.st_mode):
            raise BadInput(
                tr("“{name}” is not an ordinary file.").format(name=one.name),
                tr("Nothing was attached. Choose a file that lies on a disk."),
                code="unsupported",
            )
        size = told.st_size
    _refuse_size(one, size)
    return size


def _refuse_size(one: Offered, size: int) -> None:
    if size > LIMIT:
        raise BadInput(
            tr("“{name}” is larger than 1 GB.").format(name=one.name),
            tr("Nothing was attached. Attach the part that matters, or note where it is kept."),
            code="too_big",
        )


def _teller(total: int, report: Report | None) -> Callable[[int], None]:
    done = 0
    whole = -(-total // MEGABYTE)

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if report is not None:
            report(min(-(-done // MEGABYTE), whole), whole)

    return tell


def _take_back(store: Store, fresh: list[Path]) -> None:
    """Remove what was stored just now, unless a row names it after all."""
    if not fresh:
        return
    with contextlib.suppress(Refused, OSError):
        with store.reading() as connection:
            known = known_files(connection)
        for path in fresh:
            if path.name not in known:
                path.unlink(missing_ok=True)
