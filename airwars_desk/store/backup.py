"""Backups: one consistent file that proves itself, and casebooks made from such a file.

Whatever is made here is checked before it gets its name. A backup holds the database, the head
and the evidence; drafts are work in progress of one computer and stay there.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from airwars_desk import places
from airwars_desk.errors import NotFound, Refused, environment
from airwars_desk.i18n import tr
from airwars_desk.store import archive, casebook, evidence, registry, verify
from airwars_desk.store.casebook import DATABASE
from airwars_desk.store.engine import APPLICATION_ID, make_engine, read_header
from airwars_desk.store.evidence_rows import known_files
from airwars_desk.store.heads import HEAD, Heads, read_head, told_heads
from airwars_desk.store.schema import SCHEMA
from airwars_desk.store.snapshot import snapshot

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a backup holds: bytes in all, changes in its journal, files of evidence."""

    size: int
    changes: int
    evidence: int

    def as_json(self) -> dict[str, int]:
        """What `--json` prints."""
        return {"bytes": self.size, "changes": self.changes, "evidence": self.evidence}


def write_backup(folder: Path, out: Path, at: str, report: Report | None = None) -> Kept:
    """Write a casebook to one file that did not exist; others may go on saving meanwhile.

    Args:
        folder: the casebook.
        out: the new file.
        at: when it is made.
        report: told how far it is; may raise Cancelled.

    Raises:
        Refused: the target exists or cannot be written; the casebook is damaged. Nothing is left.
    """
    refuse_existing(out)
    with _passing_folder(out) as passing, environment(out):
        head = read_head(folder)  # before the database, which may be ahead of it
        snapshot(folder / DATABASE, passing / DATABASE)
        _write_json(passing / HEAD, told_heads(head))
        heads = _require_whole(passing, folder, report)
        files = _evidence_of(folder)
        _require_evidence(passing, {name for name, _ in files}, folder)
        parts = [(DATABASE, passing / DATABASE), (HEAD, passing / HEAD), *files]
        told = {"made_at": at, "heads": told_heads(heads)}
        archive.pack(passing / "backup", parts, told, folder)
        refuse_existing(out)
        (passing / "backup").rename(out)
        places.sync_folder(out.parent)
    return Kept(size=out.stat().st_size, changes=_count(heads), evidence=len(files))


def read_backup(source: Path, folder: Path, registered: Path, report: Report | None = None) -> Kept:
    """Make a casebook from a backup; it appears whole and checked, or not at all.

    Args:
        source: the backup.
        folder: the new casebook.
        registered: the settings file that ties replicas to places.
        report: told how far it is; may raise Cancelled.

    Raises:
        Refused: the target exists, or the backup is damaged, foreign or of a newer version.
    """
    refuse_existing(folder)
    with environment(source), archive.opened(source) as packed:
        manifest, parts = archive.read_manifest(packed, source)
        with _passing_folder(folder) as passing, environment(folder):
            home = passing / "casebook"
            for name in ("", *casebook.FOLDERS):
                places.private_folder(home / name)
            for part in parts:
                archive.unpack(packed, part, home, source)
            _require_ours(home / DATABASE, source)
            heads = _require_whole(home, source, report)
            if told_heads(heads) != manifest.get("heads"):
                raise archive.damaged(source, HEAD)
            _require_evidence(home, {part.name for part in parts}, source)
            _appear(home, folder, registered)
    size = sum(part.size for part in parts)
    return Kept(size=size, changes=_count(heads), evidence=len(parts) - 2)


def refuse_existing(target: Path) -> None:
    """Refuse a target that is there already.

    Raises:
        Refused: it is.
    """
    if target.exists() or target.is_symlink():
        raise Refused(
            "exists",
            tr("“{name}” exists already.").format(name=target),
            tr("Choose another name."),
        )


def _appear(home: Path, folder: Path, registered: Path) -> None:
    """Give a new casebook its name, and see to it that it is taken for no other replica."""
    for name in ("", *casebook.FOLDERS):
        places.sync_folder(home / name)
    refuse_existing(folder)
    database = folder / DATABASE
    registry.forget(registered, registry.place_of(database, registry.file_id(home / DATABASE)))
    home.rename(folder)
    places.sync_folder(folder.parent)


def _require_ours(database: Path, source: Path) -> None:
    """The database inside is one of ours, and of a version that this program can open."""
    try:
        application, number = read_header(database)
    except Refused:
        raise archive.damaged(source, DATABASE) from None
    if application != APPLICATION_ID or number > SCHEMA:
        raise archive.damaged(source, DATABASE)


def _require_whole(home: Path, thing: Path, report: Report | None) -> Heads:
    """The database in `home` is sound and its journal proves itself; returns its heads."""
    heads = verify.prove(home, report)
    if heads is None:
        raise archive.damaged(thing, DATABASE)
    return heads


def _require_evidence(home: Path, names: set[str], thing: Path) -> None:
    """Every file that an attachment names is among the parts of the backup.

    Raises:
        Damaged: one is not.
    """
    engine = make_engine(home / DATABASE, writing=False)
    try:
        with engine.begin() as connection:
            known = known_files(connection)
    finally:
        engine.dispose()
    for digest, told in known.items():
        name = f"{evidence.FOLDER}/{digest}"
        if told.is_live and name not in names:
            raise archive.damaged(thing, f"{name}: {told.told}")


def _evidence_of(folder: Path) -> list[tuple[str, Path]]:
    files = ((f"evidence/{path.name}", path) for path in sorted((folder / "evidence").glob("*")))
    return [(name, path) for name, path in files if archive.EVIDENCE.fullmatch(name)]


@contextmanager
def _passing_folder(target: Path) -> Iterator[Path]:
    """A private folder beside the target, gone afterwards whatever happens."""
    if not target.parent.is_dir():
        raise NotFound(
            tr("The folder of “{path}” does not exist.").format(path=target),
            tr("Make it first, or name another."),
        )
    passing = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.part")
    with environment(target):
        passing.mkdir(mode=places.PRIVATE_FOLDER)
    try:
        yield passing
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _write_json(path: Path, value: Any) -> None:
    places.write_bytes_atomically(path, orjson.dumps(value, option=orjson.OPT_SORT_KEYS))


def _count(heads: Heads) -> int:
    return sum(counter for counter, _ in heads.values())
