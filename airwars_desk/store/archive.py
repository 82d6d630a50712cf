"""The file of a backup: a zip whose parts are stored plainly, with a manifest that proves them.

Nothing in it can unpack to more than it is, and its parts are unpacked under names we choose,
never under names in the archive.
"""

import hashlib
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

import orjson

from airwars_desk import places
from airwars_desk.errors import BadInput, Damaged, NotFound, TooNew
from airwars_desk.i18n import tr
from airwars_desk.store.casebook import DATABASE
from airwars_desk.store.heads import HEAD
from airwars_desk.store.schema import SCHEMA
from airwars_desk.store.snapshot import sync_file

FORMAT: Final = "airwars-desk-backup"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
EVIDENCE: Final = re.compile(r"evidence/([0-9a-f]{64})")
_BLOCK: Final = 1024 * 1024
_LONGEST_MANIFEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside: its name there, its bytes, its digest."""

    name: str
    size: int
    sha256: str


def pack(target: Path, parts: list[tuple[str, Path]], told: dict[str, Any], thing: Path) -> None:
    """Write a new archive, then read it back and compare every digest.

    Args:
        target: the new file.
        parts: the name of each part inside, and the file it comes from.
        told: what the manifest says besides the parts.
        thing: the casebook, for a sentence.

    Raises:
        Damaged: a file of evidence does not fit its name, or was not written as it is.
    """
    files: list[dict[str, Any]] = []
    places.create_private_file(target)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name, path in parts:
            digest, size = _store(archive, name, path)
            if EVIDENCE.fullmatch(name) and not name.endswith(digest):
                raise damaged(thing, name)
            files.append({"name": name, "size": size, "sha256": digest})
        manifest = {"format": FORMAT, "version": VERSION, "schema": SCHEMA, **told, "files": files}
        archive.writestr(zipfile.ZipInfo(MANIFEST), orjson.dumps(manifest))
    sync_file(target)
    with opened(target) as archive:
        for one in files:
            with archive.open(one["name"]) as file:
                if _digest(file) != one["sha256"]:
                    raise damaged(thing, one["name"])


@contextmanager
def opened(source: Path) -> Iterator[zipfile.ZipFile]:
    """An archive, open for reading.

    Raises:
        Refused: it does not exist, is a folder, or is no whole archive.
    """
    if not source.exists():
        raise NotFound(
            tr("“{path}” does not exist.").format(path=source),
            tr("Check the name and the folder."),
        )
    if source.is_dir():
        raise BadInput(
            tr("“{path}” is a folder, not a file.").format(path=source), tr("Name a backup.")
        )
    with source.open("rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OverflowError, struct.error, OSError) as error:
            raise _foreign(source) from error
        with archive:
            try:
                yield archive
            except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
                raise _foreign(source) from error


def read_manifest(archive: zipfile.ZipFile, source: Path) -> tuple[dict[str, Any], list[Part]]:
    """The manifest and the parts it names, which are exactly those of the archive.

    Raises:
        TooNew: a newer version wrote it.
        Damaged: it is something else, or not whole.
    """
    known = {entry.filename: entry for entry in archive.infolist()}
    entry = known.pop(MANIFEST, None)
    if entry is None or entry.file_size > _LONGEST_MANIFEST or _is_packed(entry):
        raise _foreign(source)
    try:
        manifest = orjson.loads(archive.read(entry))
        if manifest["format"] != FORMAT:
            raise _foreign(source)
        if manifest["version"] > VERSION or manifest["schema"] > SCHEMA:
            raise TooNew(
                tr("“{path}” was made by a newer version of Airwars Desk.").format(path=source),
                tr("Update the program and restore it again."),
            )
        parts = [Part(str(f["name"]), int(f["size"]), str(f["sha256"])) for f in manifest["files"]]
    except (ValueError, KeyError, TypeError):
        raise _foreign(source) from None
    names = [part.name for part in parts]
    fits = (
        len(archive.infolist()) == len(parts) + 1
        and sorted(names) == sorted(known)
        and {DATABASE, HEAD} <= set(names)
        and sum(part.size for part in parts) <= source.stat().st_size
        and all(_is_fit(part, known[part.name]) for part in parts)
    )
    if not fits:
        raise damaged(source, MANIFEST)
    return manifest, parts


def unpack(archive: zipfile.ZipFile, part: Part, home: Path, source: Path) -> None:
    """Write one part into a new casebook's folder, and compare its digest.

    Raises:
        Damaged: it is not what the manifest says.
    """
    target = home / part.name if part.name in (DATABASE, HEAD) else home / "evidence" / part.sha256
    places.create_private_file(target)
    summary = hashlib.sha256()
    with archive.open(part.name) as packed, target.open("wb") as file:
        while block := packed.read(_BLOCK):
            summary.update(block)
            file.write(block)
    sync_file(target)
    if summary.hexdigest() != part.sha256 or target.stat().st_size != part.size:
        raise damaged(source, part.name)


def damaged(thing: Path, part: str) -> Damaged:
    """The refusal of a casebook or backup of which a part is damaged."""
    return Damaged(
        tr("“{thing}” is damaged ({part}).").format(thing=thing, part=part),
        tr("Use another backup; run “check” on the casebook."),
    )


def _foreign(source: Path) -> Damaged:
    return Damaged(
        tr("“{path}” is not a whole backup of a casebook.").format(path=source),
        tr("Copy it again from where it was kept, or choose another file."),
    )


def _store(archive: zipfile.ZipFile, name: str, path: Path) -> tuple[str, int]:
    summary, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name)
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        while block := source.read(_BLOCK):
            summary.update(block)
            size += len(block)
            target.write(block)
    return summary.hexdigest(), size


def _is_fit(part: Part, entry: zipfile.ZipInfo) -> bool:
    match = EVIDENCE.fullmatch(part.name)
    named = part.name in (DATABASE, HEAD) or (match is not None and match[1] == part.sha256)
    return named and entry.file_size == part.size and not _is_packed(entry)


def _is_packed(entry: zipfile.ZipInfo) -> bool:
    """Ours are stored plainly; one that is compressed or encrypted is not ours."""
    return bool(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1)


def _digest(file: IO[bytes]) -> str:
    summary = hashlib.sha256()
    while block := file.read(_BLOCK):
        summary.update(block)
    return summary.hexdigest()
