"""What the window asks about attachments, each a function for the worker: desk first."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.operations.attachments import Attached
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk

Given = Path | tuple[str, bytes]
"""A file on the disk, or the name and the bytes of what was pasted."""


def attachments(desk: "Desk", uid: str) -> list["Attached"]:
    """Return the attachments of an incident."""
    from airwars_desk.operations.attachments import list_attachments

    return list_attachments(desk, uid)


def attach(
    desk: "Desk", uid: str, given: Sequence[Given], citation: str, *, report: Any = None
) -> "Change":
    """Attach files to an incident or to one of its sources."""
    from airwars_desk.operations.attachments import Offered, attach, offered_file

    offered = [
        offered_file(one) if isinstance(one, Path) else Offered(name=one[0], data=one[1])
        for one in given
    ]
    return attach(desk, uid, offered, citation, report)


def remove(desk: "Desk", uid: str) -> "Change":
    """Remove an attachment."""
    from airwars_desk.operations.attachments import remove_attachment

    return remove_attachment(desk, uid)


def open_copy(desk: "Desk", uid: str) -> Path:
    """Return a read-only copy of an attachment for another program."""
    from airwars_desk.operations.attachments import open_copy

    return open_copy(desk, uid)


def save_copy(desk: "Desk", uid: str, path: Path) -> Path:
    """Write a copy of an attachment."""
    from airwars_desk.operations.attachments import save_copy

    return save_copy(desk, uid, path)
