"""Which replica lives where on this device: replica id -> path and number of its database file.

A copied, moved or restored casebook is not where the registry says, so it becomes a new replica
before its first write and never numbers changes that another copy numbers too. An older copy put
back into the old place may even get the old file's number; it is known by what it lacks: the last
change that was written there (`head`).
"""

from pathlib import Path
from typing import Any

import orjson

from airwars_desk import places
from airwars_desk.errors import NotFound
from airwars_desk.i18n import tr

Place = dict[str, str]


def file_id(path: Path) -> str:
    """What tells a file from another of the same name: its device and number there.

    Raises:
        NotFound: it is gone.
    """
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise NotFound(tr("“{path}” is gone.").format(path=path)) from error
    return f"{found.st_dev}:{found.st_ino}"


def place_of(path: Path, file: str) -> Place:
    """A database's place: where it lies and which file it is."""
    return {"path": str(path.resolve()), "file": file}


def is_registered(registry: Path, replica: str, place: Place) -> bool:
    """Say whether a replica is known to live in this very place."""
    known = _read(registry).get(replica)
    return isinstance(known, dict) and _same_place(known, place)


def head_of(registry: Path, replica: str) -> str | None:
    """The id of the last change this device knows a replica to have written, if any."""
    known = _read(registry).get(replica)
    return known.get("head") if isinstance(known, dict) else None


def note_head(registry: Path, replica: str, head: str) -> None:
    """Remember the last change that a registered replica has written."""
    known = _read(registry)
    if replica in known and known[replica].get("head") != head:
        known[replica]["head"] = head
        _write(registry, known)


def register(registry: Path, replica: str, place: Place) -> None:
    """Remember where a replica lives."""
    known = _read(registry)
    known[replica] = place
    _write(registry, known)


def move(registry: Path, path: Path, before: str) -> None:
    """Let replicas stay themselves although their database was replaced by its successor."""
    old = place_of(path, before)
    new = place_of(path, file_id(path))
    known = _read(registry)
    if any(_same_place(one, old) for one in known.values()):
        moved = {k: {**one, **new} if _same_place(one, old) else one for k, one in known.items()}
        _write(registry, moved)


def forget(registry: Path, place: Place) -> None:
    """Forget replicas that lived in this place: what lies there now is another casebook."""
    known = _read(registry)
    if any(_same_place(one, place) for one in known.values()):
        _write(registry, {k: one for k, one in known.items() if not _same_place(one, place)})


def _same_place(one: Place, other: Place) -> bool:
    return all(one.get(name) == other[name] for name in ("path", "file"))


def _read(path: Path) -> dict[str, Any]:
    try:
        known = orjson.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(path: Path, known: dict[str, Any]) -> None:
    places.private_folder(path.parent)
    places.write_bytes_atomically(path, orjson.dumps(known))
