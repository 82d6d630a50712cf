"""Folders and files: where things lie, who may read them, and how a file is replaced.

Everything the program writes is for its user alone: folders 0700, files 0600. A file is never
half written: the new one is complete on the disk before it takes the place of the old one.
"""

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from airwars_desk.errors import BadInput, Environment, environment
from airwars_desk.i18n import tr

HOME_VARIABLE: Final = "AIRWARS_DESK_HOME"
PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
_OTHERS: Final = 0o077


def set_private_umask() -> None:
    """Make every file and folder this process creates readable by its user alone."""
    os.umask(_OTHERS)


def private_folder(path: Path) -> Path:
    """Create the folder and its parents if missing, close it to others, and return it.

    Raises:
        Refused: it cannot be created, or a file has that name.
    """
    with environment(path):
        missing = [part for part in (path, *path.parents) if not part.exists()]
        for part in reversed(missing):
            with contextlib.suppress(FileExistsError):
                part.mkdir(mode=PRIVATE_FOLDER)
        if not path.is_dir():
            raise BadInput(tr("“{thing}” is not a folder.").format(thing=path))
        if not is_private(path):
            path.chmod(PRIVATE_FOLDER)
    return path


def create_private_file(path: Path) -> None:
    """Create an empty file 0600, so that what opens it next cannot widen its mode.

    Raises:
        Refused: it exists already, or cannot be created.
    """
    with environment(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def is_private(path: Path) -> bool:
    """Say whether nobody but its owner may read or write a file or folder.

    On Windows the mode says nothing (the profile folder protects); the answer there is yes.
    """
    if os.name == "nt":
        return True
    return not stat.S_IMODE(path.stat().st_mode) & _OTHERS


def replace_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Replace `path` by what `write` writes, or leave it as it is.

    The new file lies in the same folder under a passing name, is 0600, is forced to the disk,
    and only then takes the name. Any exception, also one of `write`, leaves the old file intact
    and no remains.

    Raises:
        Refused: the folder or the old file cannot be written, or the disk is full.
    """
    with environment(path):
        _refuse_unfit_target(path)
        with _passing_file(path) as passing:
            descriptor = os.open(
                passing, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600
            )
            with os.fdopen(descriptor, "w+b") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            passing.replace(path)
        sync_folder(path.parent)


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """Replace `path` by `data`, or leave it as it is; see `replace_file`."""

    def write(file: BinaryIO) -> None:
        file.write(data)

    replace_file(path, write)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, so that a new or renamed file survives."""
    if os.name == "nt":  # a folder cannot be opened there; the rename itself is durable
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `vocabularies` or `map/land.json`.

    Found beside the package in a checkout, inside it when installed, and in the bundle when
    frozen.

    Raises:
        FileNotFoundError: it was not shipped; a bug of ours.
    """
    package = Path(__file__).resolve().parent
    homes = [package.parent / "resources", package / "resources"]
    if frozen := getattr(sys, "_MEIPASS", ""):
        homes.insert(0, Path(frozen) / "resources")
    for home in homes:
        found = home / name
        if found.exists():
            return found
    raise FileNotFoundError(name)


def settings_folder() -> Path:
    """Return the private folder of the settings, created if missing.

    The variable AIRWARS_DESK_HOME overrides it, for tests and for a portable installation.
    """
    if home := os.environ.get(HOME_VARIABLE):
        return private_folder(Path(home))
    import platformdirs

    return private_folder(platformdirs.user_config_path("airwars-desk", appauthor=False))


def _refuse_unfit_target(path: Path) -> None:
    if path.is_dir():
        raise BadInput(
            tr("“{thing}” is a folder, not a file.").format(thing=path), tr("Name a file.")
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise Environment(
            tr("“{thing}” can only be read.").format(thing=path),
            tr("Choose another name, or allow writing to it."),
            code="read_only",
        )


@contextlib.contextmanager
def _passing_file(path: Path) -> Iterator[Path]:
    passing = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.part")
    try:
        yield passing
    finally:
        passing.unlink(missing_ok=True)
