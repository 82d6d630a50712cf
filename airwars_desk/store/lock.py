"""The lock that a writer holds on a casebook; the system frees it if the program dies."""

import os
from pathlib import Path

from airwars_desk.errors import InUse, environment
from airwars_desk.i18n import tr


class Lock:
    """An exclusive lock on a file beside the database, held from creation to `release`."""

    def __init__(self, path: Path) -> None:
        with environment(path.parent):
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise InUse(
                tr("“{name}” is open in another window or program.").format(name=path.parent.name),
                tr("Close it there and try again."),
            ) from error

    def release(self) -> None:
        """Let others write."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _lock(handle: int) -> None:
    if os.name == "nt":  # pragma: no cover - cannot be run on the machines that test this
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
