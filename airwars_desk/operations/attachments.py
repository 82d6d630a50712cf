"""Files attached to an incident or to one of its sources (docs/decisions/0018).

A file is stored and its row written at once, as a change of its own: it is no part of a draft.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from airwars_desk import places
from airwars_desk.errors import BadInput, NotFound
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, Office, write
from airwars_desk.operations.entry import check_texts, new_uid
from airwars_desk.rules.file_types import is_program, media_type
from airwars_desk.rules.files import safe_name
from airwars_desk.rules.merge import DELETED
from airwars_desk.store import evidence, evidence_rows, journal
from airwars_desk.store.evidence import Offered, offered_file
from airwars_desk.store.transact import Transaction

__all__ = [
    "Attached",
    "Offered",
    "attach",
    "clear_opened",
    "list_attachments",
    "offered_file",
    "open_copy",
    "remove_attachment",
    "save_copy",
]

Report = Callable[[int, int], None]

OPENED: Final = "opened"
_A_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """An attachment as the incident page shows it.

    `size` is in bytes; `citation` is the uid of the source it belongs to, "" for the incident;
    `is_here` is false where the file is missing or has another size.
    """

    uid: str
    name: str
    media_type: str
    size: int
    sha256: str
    person: str
    attached_at: str
    citation: str
    is_here: bool


def attach(
    desk: Desk,
    incident: str,
    offered: Sequence[Offered],
    citation: str = "",
    report: Report | None = None,
) -> Change:
    """Attach files to an incident, or to one of its sources; all of them or none.

    A file that is attached there already is left out.

    Args:
        desk: the casebook.
        incident: uid.
        offered: the files.
        citation: uid of a source of the incident; "" for the incident itself.
        report: called with megabytes done and in all; may raise Cancelled.

    Raises:
        NotFound: the incident or its source is not saved.
        BadInput: a file cannot be taken, or all of them are there already (`duplicate`).
    """
    with desk.store.reading() as connection:
        _require(evidence_rows.is_live(connection, "incident", incident), "incident")
        if citation:
            _require(evidence_rows.is_live(connection, "citation", citation), "citation")
        rows = evidence_rows.rows_of(connection, incident)
    there = {row.sha256 for row in rows if (row.cited or "") == citation}
    position = max((row.position or 0 for row in rows), default=0)
    for one in offered:
        check_texts(one.name)
    with evidence.kept(desk.store, offered, report) as files:
        fresh = {one.sha256: one for one in reversed(files) if one.sha256 not in there}
        if not fresh:
            raise BadInput(
                tr("“{name}” is attached here already.").format(name=offered[0].name),
                tr("Nothing was attached."),
                code="duplicate",
            )
        at = desk.clock()

        def work(transaction: Transaction) -> None:
            for number, one in enumerate(reversed(fresh.values()), position + 1):
                values = {
                    "incident": incident,
                    "citation": citation or None,
                    "position": number,
                    "name": one.name,
                    "media_type": media_type(one.name, one.head),
                    "size": one.size,
                    "sha256": one.sha256,
                    "person": desk.person,
                    "attached_at": at,
                }
                known = {name: value for name, value in values.items() if value is not None}
                transaction.append("attachment", new_uid(), known)

        return write(desk, "attach", work)


def list_attachments(desk: Desk, incident: str) -> list[Attached]:
    """The attachments of an incident in their order; none for one that is not saved."""
    with desk.store.reading() as connection:
        return [_as_shown(desk, row) for row in evidence_rows.rows_of(connection, incident)]


def remove_attachment(desk: Desk, uid: str) -> Change:
    """Take an attachment away; undo brings it back, and its file stays on the disk.

    Raises:
        NotFound: there is none.
    """
    with desk.store.reading() as connection:
        _require(evidence_rows.is_live(connection, "attachment", uid), "attachment")
        heads = journal.heads_of(connection, [uid])[uid]
    return write(
        desk,
        "detach",
        lambda work: _append_deletion(work, uid, heads),
    )


def save_copy(desk: Desk, uid: str, path: Path) -> Path:
    """Write a copy of an attachment; an old file stays until the new one is whole.

    Raises:
        Refused: the file is missing or damaged, or the target cannot be written.
    """
    one = _named(desk, uid)

    def copy(file: BinaryIO) -> None:
        evidence.copy_out(desk.store.folder, one.sha256, one.name, file.write)

    places.replace_file(path, copy)
    return path


def open_copy(desk: Desk, uid: str) -> Path:
    """Write a read-only copy of an attachment for another program, under its own name.

    It lies in a private folder that is emptied when the casebook is closed.

    Raises:
        Refused: the file is missing or damaged, or it is a program (`not_allowed`).
    """
    one = _named(desk, uid)
    if is_program(one.name, one.media_type):
        raise BadInput(
            tr("“{name}” is a program; the desk starts none.").format(name=one.name),
            tr("Save a copy and look at it with care."),
            code="not_allowed",
        )
    _clear_stale(desk.office)
    folder = places.private_folder(_passing_folder(desk.office) / new_uid())
    path = save_copy(desk, uid, folder / safe_name(one.name))
    path.chmod(0o400)
    return path


def clear_opened(office: Office) -> None:
    """Remove what this program has copied out to be opened; what is in use goes next time."""
    shutil.rmtree(_passing_folder(office), ignore_errors=True)


def _append_deletion(work: Transaction, uid: str, heads: Sequence[str]) -> None:
    work.append("attachment", uid, {DELETED: True}, parents=heads)


def _require(is_there: bool, kind: str) -> None:
    """Refuse what is not in the casebook.

    Raises:
        NotFound: it is not.
    """
    if not is_there:
        sentences = {
            "incident": tr("This incident is not saved yet."),
            "citation": tr("This source is not saved yet."),
            "attachment": tr("This attachment is not in the casebook."),
        }
        raise NotFound(sentences[kind], tr("Save first: files are attached to what is stored."))


def _named(desk: Desk, uid: str) -> Attached:
    with desk.store.reading() as connection:
        row = evidence_rows.row_named(connection, uid)
    if row is None:
        raise NotFound(tr("This attachment is not in the casebook."), tr("Open it again."))
    return _as_shown(desk, row)


def _as_shown(desk: Desk, row: evidence_rows.AttachmentRow) -> Attached:
    return Attached(
        uid=row.uid,
        name=row.name or "",
        media_type=row.media_type or "",
        size=row.size or 0,
        sha256=row.sha256 or "",
        person=row.person or "",
        attached_at=row.attached_at or "",
        citation=row.cited or "",
        is_here=_is_here(desk.store.folder, row.sha256, row.size),
    )


def _is_here(folder: Path, sha256: str | None, size: int | None) -> bool:
    if not sha256:
        return False
    path = evidence.path_of(folder, sha256)
    return path.is_file() and path.stat().st_size == size


def _passing_folder(office: Office) -> Path:
    return office.folder / OPENED / str(os.getpid())


def _clear_stale(office: Office) -> None:
    """Remove what a program that broke off has left for more than a day."""
    home = places.private_folder(office.folder / OPENED)
    for left in home.iterdir():
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - _A_DAY:
                shutil.rmtree(left, ignore_errors=True)
