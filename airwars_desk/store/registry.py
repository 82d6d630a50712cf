"""Which replica lives where on this device: replica id -> path and number of its database file.

A copied, moved or restored casebook is not where the registry says, so it becomes a new replica
before its first write and never numbers changes that another copy numbers too.
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
    return bool(_read(registry).get(replica) == place)


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
    if old in known.values():
        _write(registry, {key: new if one == old else one for key, one in known.items()})


def forget(registry: Path, place: Place) -> None:
    """Forget replicas that lived in this place: what lies there now is another casebook."""
    known = _read(registry)
    if place in known.values():
        _write(registry, {key: one for key, one in known.items() if one != place})


def _read(path: Path) -> dict[str, Any]:
    try:
        known = orjson.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(path: Path, known: dict[str, Any]) -> None:
    places.private_folder(path.parent)
    places.write_bytes_atomically(path, orjson.dumps(known))
